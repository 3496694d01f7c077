import type {
  AskKind,
  AskPace,
  GatePace,
  Lasted,
  LongStay,
  PhasePace,
  ProjectPace,
} from '#shared/domain/pace.ts';
import { daysText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { gateLabels, phaseNames } from '../words.ts';

/* What Ventetid says: how long projects are in their phases, and how long answers at the gates take. */

const workdays = (count: number): string =>
  `${count}${nbsp}${count === 1 ? 'arbejdsdag' : 'arbejdsdage'}`;

/** "43 dage", "7 måneder": nobody counts the days of half a year. */
export const longText = (days: number): string =>
  days < 90 ? daysText(days) : `${Math.round(days / (365.25 / 12))}${nbsp}måneder`;

const projects = (count: number): string =>
  `${count}${nbsp}${count === 1 ? 'projekt' : 'projekter'}`;

const monthsText = (months: number): string =>
  `${months}${nbsp}${months === 1 ? 'måned' : 'måneder'}`;

/** "0–1 måneder: 6, 12 måneder og mere: 2": what the columns show. */
const columnsText = ({ columns }: Lasted, one: string): string =>
  columns
    .map((count, at) => {
      if (count === 0) return '';
      const from = at === columns.length - 1 ? `${at} ${one} og mere` : `${at}–${at + 1} ${one}`;
      return `${from}: ${count}`;
    })
    .filter((text) => text !== '')
    .join(', ');

/** What a row says in figures; null where there is nothing to say. */
export type Cells = readonly (string | null)[];

const workdaysOr = (days: number | null): string | null => (days === null ? null : workdays(days));
const countOr = (count: number): string | null => (count === 0 ? null : String(count));
const longOr = (days: number | null): string | null => (days === null ? null : longText(days));

export const paceWords = {
  back: 'Tilbage til tavlen',
  intro:
    'Alt er lagt sammen. Det siger, hvor arbejdet venter, og intet om, hvor hurtig en enkelt person er.',
  // Phases.
  phases: 'Hvor længe er projekterne i hver fase?',
  monthsHere: 'Måneder i fasen',
  phase: 'Fase',
  here: 'Er der nu',
  middle: 'Halvdelen inden for',
  longest: 'Længst',
  usual: 'Sædvanligt',
  over: 'Længere end det',
  wentOn: 'Gik videre det sidste år',
  // Gates.
  gates: 'Hvor længe tager et svar ved en gate?',
  gatesText: 'Svar det sidste år, i arbejdsdage fra gaten første gang blev sendt.',
  workdaysHere: 'Arbejdsdage til svaret',
  gate: 'Gate',
  answered: 'Svar',
  within: 'Halvdelen inden for',
  slowest: 'Længst',
  waits: 'Venter nu',
  waitedLongest: 'Har ventet længst',
  // What is asked beside the gates.
  asks: 'Hvor længe tager andre svar?',
  asksText: 'Svar det sidste år, i arbejdsdage fra der blev spurgt.',
  ask: 'Der spørges om',
  past: 'Over fristen',
  // Projects.
  stays: 'Længst ud over det sædvanlige',
  staysText: 'Åbn projektet, og se, hvad det venter på.',
  usualMark: 'sædvanligt',
  more: '+',
  /** In a cell that has nothing to say. */
  nothing: '–',
} as const;

/** The same as a picture one keeps. */
export const pacePictureWords = {
  title: 'Ventetid',
  count: 'Antal',
  filled: 'Halvdelen inden for',
  line: 'Sædvanligt i fasen',
} as const;

/** Under a phase's name in the picture: "sædvanligt 6 måneder, 3 længere end det". */
export const phaseUnder = ({ usualMonths, over }: PhasePace): string =>
  [`sædvanligt ${monthsText(usualMonths)}`, ...(over > 0 ? [`${over} længere end det`] : [])].join(
    ', ',
  );

/** The finding, before the picture: "12 af 47 projekter har været længere i deres fase end sædvanligt." */
export const phasesFinding = (phases: readonly PhasePace[]): string => {
  const all = phases.reduce((sum, { now }) => sum + now.count, 0);
  const over = phases.reduce((sum, one) => sum + one.over, 0);
  if (all === 0) return 'Ingen projekter er på vej gennem faserne lige nu.';
  return over === 0
    ? `Ingen af de ${projects(all)} har været længere i deres fase end sædvanligt.`
    : `${over} af ${projects(all)} har været længere i deres fase end sædvanligt.`;
};

/** "Halvdelen af de 31 svar kom inden for 4 arbejdsdage. 6 gates venter nu." */
export const gatesFinding = (gates: readonly GatePace[], middle: number | null): string => {
  const answered = gates.reduce((sum, one) => sum + one.answered.count, 0);
  const waiting = gates.reduce((sum, { waiting: { count } }) => sum + count, 0);
  const now =
    waiting === 0
      ? 'Ingen gate venter nu.'
      : `${waiting}${nbsp}${waiting === 1 ? 'gate venter' : 'gates venter'} nu.`;
  if (answered === 0 || middle === null)
    return `Der er ikke svaret ved en gate det sidste år. ${now}`;
  return answered === 1
    ? `Det ene svar kom inden for ${workdays(middle)}. ${now}`
    : `Halvdelen af de ${answered}${nbsp}svar kom inden for ${workdays(middle)}. ${now}`;
};

export const phaseLaneText = ({ phase, now, usualMonths, over }: PhasePace): string =>
  `${phaseNames[phase]}: ${projects(now.count)}, ${over} længere end sædvanligt, som er ${monthsText(usualMonths)}. ${columnsText(now, 'måneder')}`;

export const gateLaneText = ({ gate, answered }: GatePace): string =>
  `${gateLabels[gate]}: ${answered.count} svar. ${columnsText(answered, 'arbejdsdage')}`;

export const phaseCells = ({ now, usualMonths, over, wentOn }: PhasePace): Cells => [
  String(now.count),
  longOr(now.middle),
  longOr(now.longest),
  monthsText(usualMonths),
  countOr(over),
  wentOn.middle === null ? null : `${wentOn.count}, halvdelen inden for ${longText(wentOn.middle)}`,
];

export const gateCells = ({ answered, waiting }: GatePace): Cells => [
  countOr(answered.count),
  workdaysOr(answered.middle),
  workdaysOr(answered.longest),
  countOr(waiting.count),
  workdaysOr(waiting.longest),
];

const askNames: Record<AskKind, string> = {
  approval: 'Projektejers godkendelse',
  chefComment: 'Chefens kommentar og pulje',
  interest: 'Interesse for en idé',
  it: 'IT og Digitalisering',
  purchase: 'Indkøb',
  talk: 'Spørgsmål på projekter',
  benefit: 'Gevinster',
  story: 'Historier',
  visit: 'DigiTek 360',
};

export const askName = ({ kind }: AskPace): string => askNames[kind];

/** "9 svar ventes der på nu. 2 er over fristen." */
export const asksFinding = (asks: readonly AskPace[]): string => {
  const waiting = asks.reduce((sum, one) => sum + one.waiting.count, 0);
  const late = asks.reduce((sum, one) => sum + one.late, 0);
  if (waiting === 0) return 'Der ventes ikke på noget svar nu.';
  const now = `${waiting}${nbsp}svar ventes der på nu.`;
  if (late === 0) return `${now} Ingen er over fristen.`;
  return `${now} ${late} er over fristen.`;
};

export const askCells = ({ answered, waiting, late }: AskPace): Cells => [
  countOr(answered.count),
  answered.middle === null && answered.count > 0 ? 'for få svar' : workdaysOr(answered.middle),
  workdaysOr(answered.longest),
  countOr(waiting.count),
  workdaysOr(waiting.longest),
  countOr(late),
];

export const stayText = ({ days, usualMonths }: LongStay): string =>
  `${longText(days)}, sædvanligt ${monthsText(usualMonths)}`;

/** On a project's page: "I AFPRØVNING i 7 måneder, sædvanligt er 6. Før: IDÉ 43 dage." */
export const projectPaceText = ({ here, usualMonths, before }: ProjectPace): string => {
  const usual = `sædvanligt er ${monthsText(usualMonths)}`;
  const now = `${phaseNames[here.phase]} i ${longText(here.days)}, ${usual}.`;
  const past = before.map(({ phase, days }) => `${phaseNames[phase]} ${longText(days)}`);
  return past.length === 0 ? now : `${now} Før det: ${past.join(', ')}.`;
};
