import type { PastRefusal, SinceKind, SinceLine } from '#shared/domain/past/since.ts';
import { dayText, dayYearText } from '../dates.ts';
import { phaseNames, priorityNames } from '../words.ts';

/* The board as it was on another day. */

export const pastWords = {
  title: (day: string): string => `Tavlen ${dayYearText(day)}`,
  phoneTitle: (day: string): string => `Tavlen ${dayText(day)}`,
  changed: (count: number): string =>
    count === 0 ? 'Intet er ændret siden da' : `${count} ${count === 1 ? 'ændring' : 'ændringer'}`,
  since: ' siden da',
  frame: 'Som den var · kan kun læses',
  lastQuarter: 'Sidste kvartalsstatus',
  monthAgo: 'For en måned siden',
  yearAgo: 'For et år siden',
  day: 'Dag',
  home: 'Tilbage til i dag',
  waiting: 'Henter tavlen, som den var',
  firstDay: (day: string): string => `Vi har historie fra ${dayYearText(day)}.`,
  rail: 'Siden da',
  nothing: 'Alt står, som det stod.',
  figures: 'Tal dengang og nu',
  figure: 'Tal',
  today: 'i dag',
  projects: 'Projekter',
  atGate: 'Venter ved en gate',
  stuck: 'Sidder fast',
  left: 'Tilbage i puljerne',
  built: 'Billedet er bygget af historien. Hvem der ikke kunne nås dengang, ved vi ikke.',
  showBoard: 'Se tavlen fra den dag',
  hideBoard: 'Tilbage til ændringerne',
  more: (count: number): string => `og ${count} mere`,
} as const;

const plural = (one: string, many: string) => (count: number) =>
  `${count} ${count === 1 ? one : many}`;

export const sinceHeads: Record<SinceKind, (count: number) => string> = {
  passed: plural('kom en fase videre', 'kom en fase videre'),
  created: plural('ny idé', 'nye idéer'),
  operating: plural('gik i drift', 'gik i drift'),
  stopped: plural('stoppet', 'stoppet'),
  closed: plural('afsluttet', 'afsluttet'),
  priority: plural('skiftede prioritet', 'skiftede prioritet'),
  started: plural('gik i gang', 'gik i gang'),
  back: plural('gik tilbage', 'gik tilbage'),
  shelved: plural('blev lagt til side', 'blev lagt til side'),
};

/** What a line says behind the title. */
export const sinceDetail = ({ kind, phase, priority, by, at }: SinceLine): string => {
  switch (kind) {
    case 'passed':
    case 'back':
    case 'started':
      return `til ${phaseNames[phase].toLowerCase()}`;
    case 'priority':
      return priority === null ? 'uden prioritet' : `til ${priorityNames[priority].toLowerCase()}`;
    case 'stopped':
    case 'closed':
    case 'operating':
    case 'shelved':
      return [by, at === null ? '' : dayText(at)].filter((part) => part !== '').join(', ');
    case 'created':
      return '';
  }
};

export const pastRefusal = (refusal: PastRefusal): string => {
  switch (refusal.type) {
    case 'notADay':
      return 'Vælg en dag.';
    case 'ahead':
      return 'Den dag er ikke gået endnu. Vælg en, der er.';
    case 'tooNew':
      return 'Historien begynder i dag. I morgen kan du se tilbage.';
  }
};
