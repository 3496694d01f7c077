import { type AgendaPoint, isStanding } from '#shared/domain/quarter/agenda.ts';
import type { AgendaKind, StandingPoint } from '#shared/domain/quarter/order.ts';

export const standingNames: Record<StandingPoint, string> = {
  priorities: 'Prioritet',
  pools: 'Puljerne',
  reports: 'Status, der kræver opmærksomhed',
  stuck: 'Projekter, der sidder fast',
  benefits: 'Gevinster i drift',
  visits: 'DigiTek 360',
  stories: 'Historier og artikler',
  heard: 'Besluttet i høring siden sidst',
};

/** Each kind of matter, as it is ordered under Indstillinger. */
export const kindNames: Record<AgendaKind, string> = {
  differ: 'Sager, hvor svarene er forskellige',
  wish: 'Sager, som nogen vil tage på mødet',
  waiting: 'Sager, hvor der mangler svar',
  ...standingNames,
};

export const pointTitle = ({ key, title }: Pick<AgendaPoint, 'key' | 'title'>): string =>
  isStanding(key) ? standingNames[key] : title;
