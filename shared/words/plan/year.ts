import type { QuarterState } from '#shared/domain/quarter/quarter.ts';
import type { TellingPeriod } from '#shared/domain/stories/telling.ts';
import { daysText } from '../dates.ts';
import { monthOnly } from './words.ts';

/* What the årshjul says: the year in one ring, and the list beside it. */

const kinds = {
  microStory: { one: 'mikrohistorie', many: 'mikrohistorier' },
  article: { one: 'artikel', many: 'artikler' },
} as const;
export type Told = keyof typeof kinds;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Mikrohistorie", "2 artikler". */
export const toldTitle = (kind: Told, aim: number): string =>
  aim === 1 ? capital(kinds[kind].one) : `${aim} ${kinds[kind].many}`;

/** "1 af 1 ude", "1 på vej", "ikke begyndt". */
export const toldState = (
  { aim, published, underway, overdue }: TellingPeriod,
  isPast: boolean,
): string => {
  const parts = [
    ...(published > 0 || isPast ? [`${published} af ${aim} ude`] : []),
    ...(underway > 0 ? [`${underway} på vej`] : []),
    ...(overdue > 0 ? [`${overdue} venter på svar over tid`] : []),
  ];
  return parts.length === 0 ? 'ikke begyndt' : parts.join(', ');
};

const quarterStates: Record<QuarterState, string> = {
  planned: 'planlagt',
  under: 'i gang',
  over: 'referatet venter på underskrifter',
  signed: 'referat godkendt',
};

const inDays = (days: number): string => (days === 0 ? 'i dag' : `om ${daysText(days)}`);

export const yearWords = {
  waiting: 'Henter året',
  title: (year: number): string => `Årshjul ${year}`,
  ring: (year: number): string => `Årshjul ${year}. Listen ved siden af siger det samme`,
  ringBelow: (year: number): string => `Årshjul ${year}. Listen nedenfor siger det samme`,
  toMeeting: (days: number): string =>
    days === 0 ? 'Kvartalsstatus er i dag' : `${daysText(days)} til kvartalsstatus`,
  inDays,
  noMeeting: 'Ingen kvartalsstatus planlagt',
  late: (number: number): string => (number === 1 ? '1 er bagud' : `${number} er bagud`),
  empty: (year: number): string => `Intet planlagt i ${year} endnu`,
  previous: (year: number): string => `Året før, ${year}`,
  next: (year: number): string => `Året efter, ${year}`,
  today: 'i dag',
  quarter: (number: number): string => `${number}. kvartal`,
  quarterSpan: (number: number): string =>
    `${capital(monthOnly(`0000-${String(number * 3 - 2).padStart(2, '0')}`))} til ${monthOnly(`0000-${String(number * 3).padStart(2, '0')}`)}`,
  times: { past: 'forbi', now: 'nu', next: 'næste', later: 'senere' },
  visit: (unit: string): string => `DigiTek 360: ${unit}`,
  visitState: (isDone: boolean, isPast: boolean): string => {
    if (isDone) return 'Gennemført';
    return isPast ? 'Skulle have været holdt' : 'Planlagt';
  },
  /** "Omsorg · om 12 dage"; `days` is null when it has been. */
  pointState: (days: number | null, area: string): string =>
    [area, days === null ? 'forbi' : inDays(days)].filter((part) => part !== '').join(' · '),
  meeting: 'Kvartalsstatus',
  meetingState: (state: QuarterState, isMissed: boolean): string =>
    isMissed ? 'intet referat' : quarterStates[state],
  before: (day: string): string => `inden ${day}`,
  everyMonth: 'hver måned',
  story: 'Mikrohistorie',
  article: 'Artikel',
  pools: 'Puljer på ny',
  poolsState: (year: number, isOpened: boolean): string =>
    isOpened ? `${year} er åbnet` : `${year} er ikke åbnet endnu`,
  legend: 'Forklaring',
  states: { done: 'ude eller holdt', planned: 'planlagt', none: 'ikke begyndt' },
  list: 'Årets punkter',
} as const;
