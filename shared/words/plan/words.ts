import type { Planned, WorkPhase } from '#shared/domain/plan/planned.ts';
import { months as monthNames } from '../dates.ts';
import { nbsp } from '../money.ts';

/* How the plan is spoken of wherever it is: months, hours, and its lines in the history. */

const monthName = (month: string): string => monthNames[Number(month.slice(5, 7)) - 1] ?? '';

/** "november 2026". */
export const monthText = (month: string): string =>
  `${monthName(month)}${nbsp}${month.slice(0, 4)}`;

/** "november". */
export const monthOnly = monthName;

/** "november 2026 til marts 2027", "marts til maj 2027", "marts 2027". */
export const spanText = ({ start, end }: Pick<Planned, 'start' | 'end'>): string => {
  if (start === end) return monthText(start);
  return start.slice(0, 4) === end.slice(0, 4)
    ? `${monthName(start)} til ${monthText(end)}`
    : `${monthText(start)} til ${monthText(end)}`;
};

const grouped = (count: number): string => String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, '.');

/** "1.290". */
export const hoursNumber = (hours: number): string => `${hours < 0 ? '−' : ''}${grouped(hours)}`;

/** "60 timer". */
export const hoursText = (hours: number): string =>
  `${hoursNumber(hours)}${nbsp}${hours === 1 ? 'time' : 'timer'}`;

/** "marts til maj 2027, 60 timer". */
export const planText = (planned: Planned): string =>
  `${spanText(planned)}, ${hoursText(planned.hours)}`;

export const workPhaseNames: Record<WorkPhase, string> = {
  idea: 'Idé',
  investigation: 'Undersøgelse',
  trial: 'Afprøvning',
};

const isText = (value: unknown): value is string => typeof value === 'string';

type Fields = Readonly<Record<string, unknown>>;

const spanIn = (start: unknown, end: unknown): string | null =>
  isText(start) && isText(end)
    ? spanText({ start: start.slice(0, 7), end: end.slice(0, 7) })
    : null;

const proposedIn = (proposal: unknown): string | null => {
  const given = (typeof proposal === 'object' ? proposal : null) as Fields | null;
  return given === null ? null : spanIn(given['start'], given['end']);
};

/** A line of the project's history; what did not change is not in it. */
export const planHistory = (after: Fields): string => {
  if (after['planStart'] === null && after['planEnd'] === null) return 'Taget ud af planen';
  const span = spanIn(after['planStart'], after['planEnd']);
  if (span !== null) return `Planlagt ${span}`;
  if (isText(after['planStart'])) return `Planlagt fra ${monthText(after['planStart'])}`;
  if (isText(after['planEnd'])) return `Planlagt til ${monthText(after['planEnd'])}`;
  if (typeof after['planHours'] === 'number')
    return `Planlagt med ${hoursText(after['planHours'])}`;
  const proposed = proposedIn(after['planProposal']);
  return proposed === null ? 'Forslag til planen afvist' : `Foreslået ${proposed}`;
};

/** The heads of the plan as a CSV file: those that the import reads back. */
export const planSheet = {
  heads: [
    'Id',
    'Projekt',
    'Chefområde',
    'Type',
    'Fase',
    'Status',
    'Plan fra',
    'Plan til',
    'Plan timer',
    'Projektejer',
    'Projektleder',
    'ProjectFlow',
  ],
} as const;

/** What the API says of a plan that cannot be saved. */
export const planRefusals = {
  notASpan: 'En bjælke skal slutte efter, den begynder, og højst vare 10 år.',
  over: (title: string): string => `${title} er slut og kan ikke planlægges.`,
  changed: (clock: string): string => `Planen er ændret ${clock}. Regn igen.`,
  skalWhy: 'Lagt ind i planen som SKAL-projekt med en frist.',
} as const;
