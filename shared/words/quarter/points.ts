import { type AgendaPoint, isStanding, type StandingPoint } from '#shared/domain/quarter/agenda.ts';

export const standingNames: Record<StandingPoint, string> = {
  priorities: 'Prioritet',
  pools: 'Puljerne',
  reports: 'Status, der kræver opmærksomhed',
  stuck: 'Projekter, der sidder fast',
  benefits: 'Gevinster i drift',
  stories: 'Historier og artikler',
  heard: 'Besluttet i høring siden sidst',
};

export const pointTitle = ({ key, title }: Pick<AgendaPoint, 'key' | 'title'>): string =>
  isStanding(key) ? standingNames[key] : title;
