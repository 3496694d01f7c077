import type { SpreadCounts, SpreadUnit } from '#shared/domain/spread/spreadUnit.ts';
import { isLate } from '#shared/domain/spread/spreadUnit.ts';
import { dayText, dayYearText, months } from '../dates.ts';
import { phaseNames } from '../words.ts';

/* SPREDNING: the units a project is being spread to, and how far it has come. */

/** "spredt til 4 af 9". */
export const spreadText = (started: number, total: number): string =>
  `spredt til ${started} af ${total}`;

/** "marts 2027" of a day in it. */
export const monthText = (day: string): string =>
  `${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

/** "mar": the head of a month's column. */
export const shortMonth = (day: string): string => monthText(day).slice(0, 3);

/** "Spredt til 5 af 9 enheder". */
export const spreadHeadline = ({ started, total }: SpreadCounts): string =>
  `Spredt til ${started} af ${total} ${total === 1 ? 'enhed' : 'enheder'}`;

/** What the rest are doing, each with its figure first. */
export const spreadRest = ({ planned, givenUp }: SpreadCounts): readonly string[] => [
  ...(planned > 0 ? [`${planned} er planlagt`] : []),
  ...(givenUp > 0 ? [`${givenUp} er givet op`] : []),
];

/** "1 skulle være startet": said so that it is seen. */
export const spreadLate = (late: number): string => `${late} skulle være startet`;

/** How one unit stands, in words. */
export const unitText = (unit: SpreadUnit, today: string): string => {
  if (unit.state === 'started')
    return unit.startedOn === null ? 'I drift' : `I drift fra ${dayYearText(unit.startedOn)}`;
  if (unit.state === 'givenUp')
    return unit.givenUpOn === null ? 'Givet op' : `Givet op ${dayText(unit.givenUpOn)}`;
  const moved = unit.firstPlanned === null ? '' : `, flyttet fra ${monthText(unit.firstPlanned)}`;
  return isLate(unit, today)
    ? `Skulle være startet i ${monthText(unit.planned)}${moved}`
    : `Planlagt til ${monthText(unit.planned)}${moved}`;
};

export const spreadWords = {
  section: 'Spredning',
  unit: 'Enhed',
  how: 'Sådan står det',
  add: 'Tilføj enhed',
  none: 'Ingen enheder endnu. Tilføj den første.',
  name: 'Hvad hedder enheden?',
  month: 'Hvilken måned skal den starte?',
  edit: (name: string): string => `Ret ${name}`,
  months: 'Måneder',
  doing: 'Hvad er sket?',
  doings: {
    start: 'Den er kommet i drift',
    plan: 'Den er planlagt til en anden måned',
    giveUp: 'Den er givet op',
    name: 'Den skal hedde noget andet',
  },
  startedOn: 'I drift fra',
  reason: 'Hvorfor er den givet op?',
  save: 'Gem',
  cancel: 'Fortryd',
  all: 'Når alle enheder er i drift eller givet op, er projektet i drift.',
  unitsLeft: (count: number): string =>
    count === 1
      ? 'Én enhed er ikke startet endnu. Start den, eller giv den op med en grund.'
      : `${count} enheder er ikke startet endnu. Start dem, eller giv dem op med en grund.`,
} as const;

/** Why something about a unit was not done. */
export const spreadRefusals = {
  notSpreading: 'Projektet er ikke i SPREDNING. Det sker ved gate 3.',
  unitNameMissing: 'Skriv, hvad enheden hedder.',
  unitThere: (name: string): string => `${name} er der allerede.`,
  tooManyUnits: 'Der er ikke plads til flere enheder.',
  startInFuture: 'Den dag er ikke kommet endnu. Sæt enheden til planlagt i stedet.',
  giveUpReasonMissing: 'Skriv, hvorfor enheden er givet op. En sætning er nok.',
  changed: 'En anden har lige rettet enheden. Se, hvad der står nu, og prøv igen.',
  noUnit: 'Den enhed findes ikke.',
} as const;

type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const phaseLine = ({ phase, started, total }: Fields): string => {
  const name = phase === 'spread' ? phaseNames.spread : phaseNames.operation;
  return `Nu i ${name}: ${spreadText(Number(started), Number(total))}`;
};

/** What happened to a unit, or to the project by them, in a line of the history. */
export const spreadHistory = (after: Fields): string => {
  if ('phase' in after) return phaseLine(after);
  const name = text(after['name']);
  switch (after['state']) {
    case 'started':
      return `${name}: i drift fra ${dayYearText(text(after['startedOn']))}`;
    case 'givenUp':
      return `${name}: givet op`;
    default:
  }
  const { startedOn, planned } = after;
  if (typeof startedOn === 'string') return `${name}: i drift fra ${dayYearText(startedOn)}`;
  return typeof planned === 'string'
    ? `${name}: planlagt til ${monthText(planned)}`
    : `${name}: navnet er rettet`;
};
