import { type BenefitLeg, type StandingName, standings } from '#shared/domain/importWords.ts';
import { isPlanned } from '#shared/domain/plan/planned.ts';
import type { Project } from '#shared/domain/project.ts';
import { importWords } from '#shared/words/server/import.ts';
import {
  amountIn,
  type CellRead,
  dayIn,
  hoursIn,
  linkIn,
  type PlainCell,
  planDayIn,
  wordIn,
  yearIn,
} from './cells.ts';
import type { Columns } from './headings.ts';
import { RowReader, type Unread } from './readRow.ts';
import { isBlank, type TableRow } from './table.ts';
import {
  type AreaFields,
  areasNamed,
  type Lookup,
  personNamed,
  type Standing,
  standingFrom,
  standingNamed,
} from './words.ts';

/** What the file says of a project; a field that is not said is not here. */
export type Said = Partial<
  Pick<
    Project,
    | 'title'
    | 'purpose'
    | 'summary'
    | 'type'
    | 'leadArea'
    | 'areas'
    | 'municipality'
    | 'technology'
    | 'startYear'
    | 'endYear'
    | 'budgetOre'
    | 'sourceUrl'
    | 'ownerId'
    | 'leadId'
    | 'firstPriority'
    | 'nextStep'
    | 'nextStepDue'
    | 'planStart'
    | 'planEnd'
    | 'planHours'
    | 'flowUrl'
  >
>;

export type Mapped = {
  /** The key the list gives it; null where it gives none. */
  readonly key: string | null;
  /** The number beside it, which is no key. */
  readonly number: string;
  readonly said: Said & { readonly title: string };
  readonly standing: Standing | null;
  readonly legs: readonly BenefitLeg[];
  readonly unread: readonly Unread[];
};

export type MappedRow =
  | { readonly ok: true; readonly mapped: Mapped }
  | { readonly ok: false; readonly reasons: readonly string[]; readonly title: string };

export type Reading = {
  readonly columns: Columns;
  readonly headings: readonly string[];
  readonly ways: Ways;
  /** A workbook has room for notes beside the list; in a text file they are a row gone wrong. */
  readonly sheet: string | null;
  /** Sets a row aside for any cell that cannot be read. */
  readonly strict: boolean;
};

const { refusals } = importWords;
const longestSummary = 4_000;
const longestLegs = 200;
const longestLine = 200;

const personIn =
  (people: Lookup['people']) =>
  (cell: PlainCell, heading: string): CellRead<string> => {
    const given = String(cell).trim();
    const found = personNamed(given, people);
    return found === null
      ? { ok: false, reason: refusals.unknownPerson(heading, given.slice(0, 60)) }
      : { ok: true, value: found };
  };

const legsIn =
  (words: Lookup['benefits']) =>
  (cell: PlainCell, heading: string): CellRead<readonly BenefitLeg[]> => {
    if (String(cell).length > longestLegs)
      return { ok: false, reason: refusals.unknownWord(heading, String(cell).slice(0, 60)) };
    const legs = new Set<BenefitLeg>();
    for (const part of String(cell).split(/[|,;/\n]|\sog\s/)) {
      const leg = wordIn(part, heading, words);
      if (!leg.ok) return { ok: false, reason: refusals.unknownWord(heading, part.trim()) };
      if (leg.value !== null) legs.add(leg.value);
    }
    return { ok: true, value: [...legs] };
  };

const oneOf =
  <T>(words: ReadonlyMap<string, T>) =>
  (cell: PlainCell, heading: string): CellRead<T | null> =>
    wordIn(cell, heading, words);

const areasIn =
  (lookup: Lookup) =>
  (cell: PlainCell, heading: string): CellRead<AreaFields> => {
    const given = String(cell).trim();
    const value = areasNamed(given, lookup);
    return value
      ? { ok: true, value }
      : { ok: false, reason: refusals.unknownWord(heading, given.slice(0, 60)) };
  };

const stageIn =
  (words: Lookup['standings']) =>
  (cell: PlainCell, heading: string): CellRead<StandingName> => {
    const given = String(cell).trim();
    const value = standingNamed(given.slice(0, longestLine), words);
    return value === null
      ? { ok: false, reason: refusals.unknownWord(heading, given.slice(0, 60)) }
      : { ok: true, value };
  };

type Way<T> = (cell: PlainCell, heading: string, unit: string) => CellRead<T>;

/** With more different cells than this in a column, the next is hardly one of them. */
const mostRemembered = 500;

/**
 * Reads the same cell once: most columns of a list hold a few words and figures, thousands of times.
 * Only for one column of one list, since a heading and its unit are part of how a cell is read.
 */
const remembering = <T>(way: Way<T>): Way<T> => {
  const before = new Map<PlainCell, CellRead<T>>();
  return (cell, heading, unit) => {
    const known = before.get(cell);
    if (known) return known;
    const read = way(cell, heading, unit);
    if (before.size < mostRemembered) before.set(cell, read);
    return read;
  };
};

/** How the cells of each column are read, with what one list's words mean; made anew for every list. */
export const waysOf = (lookup: Lookup) => ({
  start: remembering(yearIn),
  end: remembering(yearIn),
  amount: remembering(amountIn),
  due: remembering(dayIn),
  planStart: remembering(planDayIn('first')),
  planEnd: remembering(planDayIn('last')),
  planHours: remembering(hoursIn),
  flow: linkIn,
  source: linkIn,
  phase: remembering(stageIn(lookup.standings)),
  status: remembering(stageIn(lookup.standings)),
  area: remembering(areasIn(lookup)),
  benefits: remembering(legsIn(lookup.benefits)),
  owner: remembering(personIn(lookup.people)),
  lead: remembering(personIn(lookup.people)),
  type: remembering(oneOf(lookup.types)),
  priority: remembering(oneOf(lookup.priorities)),
});

export type Ways = ReturnType<typeof waysOf>;

const yearsIn = (reader: RowReader, ways: Ways): Pick<Project, 'startYear' | 'endYear'> => {
  const startYear = reader.read('start', ways.start) ?? null;
  const endYear = reader.read('end', ways.end) ?? null;
  if (startYear === null || endYear === null || endYear >= startYear) return { startYear, endYear };
  reader.leave(reader.place('end')?.column ?? 0, refusals.yearOrder);
  return { startYear: null, endYear: null };
};

type PlanSaid = Pick<Said, 'planStart' | 'planEnd' | 'planHours'>;

const isSpan = (start: string, end: string): boolean =>
  isPlanned({ start: start.slice(0, 7), end: end.slice(0, 7), hours: 0 });

/** A plan has both its ends, in order; hours may stand alone. */
const planIn = (reader: RowReader, ways: Ways): PlanSaid => {
  const start = reader.read('planStart', ways.planStart) ?? '';
  const end = reader.read('planEnd', ways.planEnd) ?? '';
  const hours = reader.read('planHours', ways.planHours) ?? null;
  const said: PlanSaid = hours === null ? {} : { planHours: hours };
  if (start === '' && end === '') return said;
  if (start !== '' && end !== '' && isSpan(start, end))
    return { planStart: start, planEnd: end, ...said };
  reader.leave(reader.place('planEnd')?.column ?? 0, refusals.planOrder);
  return {};
};

const standingIn = (reader: RowReader, ways: Ways): Standing | null => {
  const phase = reader.read('phase', ways.phase, 'status');
  const status = reader.read('status', ways.status, 'status');
  if (phase === undefined || status === undefined) {
    const one = phase ?? status;
    return one === undefined ? null : standings[one];
  }
  const both = standingFrom(phase, status);
  if (both) return both;
  reader.leave(reader.place('status')?.column ?? 0, refusals.standingOrder);
  return standings[phase];
};

/** A field that is not said is not there. */
const put = <N extends keyof Said>(said: Said, name: N, value: Said[N] | '' | undefined): void => {
  if (value !== undefined && value !== '') said[name] = value;
};

/** One object filled in field by field: thousands of rows are made here, and spreads are copies. */
const factsIn = (reader: RowReader, title: string, ways: Ways): Mapped['said'] => {
  const said: Said = {};
  put(said, 'purpose', reader.text('purpose'));
  const summary = reader.text('summary', longestSummary) ?? reader.text('note', longestSummary);
  put(said, 'summary', summary);
  put(said, 'type', reader.read('type', ways.type, 'type') ?? undefined);
  put(said, 'municipality', reader.text('municipality')?.replaceAll('|', ', '));
  put(said, 'technology', reader.text('technology'));
  put(said, 'budgetOre', reader.read('amount', ways.amount) ?? undefined);
  put(said, 'sourceUrl', reader.read('source', ways.source));
  put(said, 'ownerId', reader.read('owner', ways.owner));
  put(said, 'leadId', reader.read('lead', ways.lead));
  put(said, 'firstPriority', reader.read('priority', ways.priority, 'priority') ?? undefined);
  put(said, 'nextStep', reader.text('nextStep'));
  put(said, 'nextStepDue', reader.read('nextStepDue', ways.due) ?? undefined);
  const area = reader.read('area', ways.area, 'area');
  put(said, 'leadArea', area?.leadArea);
  put(said, 'areas', area?.areas);
  put(said, 'flowUrl', reader.read('flow', ways.flow));
  Object.assign(said, planIn(reader, ways));
  const { startYear, endYear } = yearsIn(reader, ways);
  put(said, 'startYear', startYear ?? undefined);
  put(said, 'endYear', endYear ?? undefined);
  return Object.assign(said, { title });
};

/** "2024/117" and "P 12" are keys too; a key stands in addresses, so the signs between are one. */
const keyIn = (reader: RowReader): CellRead<string | null> => {
  const given = reader.text('id');
  if (given === undefined) return { ok: true, value: null };
  const key = !/[\s/]/.test(given)
    ? given
    : given.replace(/(?<=[\p{L}\d])[\s/]+(?=[\p{L}\d])/gu, '-');
  return /^[A-Za-z0-9ÆØÅæøå._-]{1,40}$/.test(key)
    ? { ok: true, value: key }
    : { ok: false, reason: refusals.badId(given.slice(0, 60)) };
};

/** A cell below no heading. */
const strayIn = (row: TableRow, headings: readonly string[]): number =>
  row.cells.findIndex(
    (cell, at) =>
      !headings[at] && !isBlank(cell) && !(typeof cell === 'object' && cell.odd === 'merged'),
  );

const reasonsIn = (reader: RowReader): readonly string[] =>
  reader.unread.map(({ reason }) => reason);

type Held = {
  readonly title: string;
  readonly key: CellRead<string | null>;
  readonly stray: number;
};

/** What a row cannot do without: a title, a key that is one, and cells that stand where they should. */
const reasonsAgainst = (
  { headings, sheet }: Reading,
  reader: RowReader,
  { title, key, stray }: Held,
): readonly string[] => {
  const unread = reasonsIn(reader);
  return [
    ...unread,
    ...(title === '' && unread.length === 0 ? [refusals.titleMissing] : []),
    ...(key.ok ? [] : [key.reason]),
    ...(sheet === null && stray >= headings.length ? [refusals.noHeading(stray + 1)] : []),
  ];
};

/** A row of the file as a project, or every reason why not. Nothing is guessed. */
export const mapRow = (row: TableRow, reading: Reading): MappedRow => {
  const { columns, headings, ways, strict } = reading;
  if (row.broken) return { ok: false, reasons: [refusals.quotes], title: '' };
  const reader = new RowReader(row, columns);
  const title = reader.text('title') ?? '';
  const key = keyIn(reader);
  const stray = strayIn(row, headings);
  const reasons = reasonsAgainst(reading, reader, { title, key, stray });
  const number = reader.text('number') ?? '';
  const said = factsIn(reader, title, ways);
  const standing = standingIn(reader, ways);
  const legs = reader.read('benefits', ways.benefits, 'benefit') ?? [];
  if (stray >= 0) reader.leave(stray, refusals.noHeading(stray + 1));
  if (reasons.length > 0 || !key.ok || (strict && reader.unread.length > 0)) {
    const all = new Set([...reasons, ...reasonsIn(reader)]);
    return { ok: false, reasons: [...all], title };
  }
  return {
    ok: true,
    mapped: { key: key.value, number, said, standing, legs, unread: reader.unread },
  };
};
