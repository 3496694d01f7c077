import { type BenefitLeg, type StandingName, standings } from '#shared/domain/importWords.ts';
import type { Project } from '#shared/domain/project.ts';
import { importWords } from '#shared/words/server/import.ts';
import { amountIn, type CellRead, dayIn, linkIn, type PlainCell, wordIn, yearIn } from './cells.ts';
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
  readonly lookup: Lookup;
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

const areasIn =
  (lookup: Lookup) =>
  (cell: PlainCell, heading: string): CellRead<AreaFields> => {
    const given = String(cell).trim();
    const value = areasNamed(given, lookup);
    return value
      ? { ok: true, value }
      : { ok: false, reason: refusals.unknownWord(heading, given.slice(0, 60)) };
  };

const yearsIn = (reader: RowReader): Pick<Said, 'startYear' | 'endYear'> => {
  const startYear = reader.read('start', yearIn) ?? undefined;
  const endYear = reader.read('end', yearIn) ?? undefined;
  if (startYear !== undefined && endYear !== undefined && endYear < startYear) {
    reader.leave(reader.place('end')?.column ?? 0, refusals.yearOrder);
    return {};
  }
  return {
    ...(startYear === undefined ? {} : { startYear }),
    ...(endYear === undefined ? {} : { endYear }),
  };
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

const standingIn = (reader: RowReader, { standings: words }: Lookup): Standing | null => {
  const phase = reader.read('phase', stageIn(words), 'status');
  const status = reader.read('status', stageIn(words), 'status');
  if (phase === undefined || status === undefined) {
    const one = phase ?? status;
    return one === undefined ? null : standings[one];
  }
  const both = standingFrom(phase, status);
  if (both) return both;
  reader.leave(reader.place('status')?.column ?? 0, refusals.standingOrder);
  return standings[phase];
};

const saidOnly = (fields: Readonly<Record<string, unknown>>): Said => {
  const said: Record<string, unknown> = {};
  for (const name in fields)
    if (fields[name] !== undefined && fields[name] !== '') said[name] = fields[name];
  return said as Said;
};

const factsIn = (reader: RowReader, title: string, lookup: Lookup): Mapped['said'] => ({
  ...saidOnly({
    purpose: reader.text('purpose'),
    summary: reader.text('summary', longestSummary) ?? reader.text('note', longestSummary),
    type: reader.word('type', lookup.types, 'type'),
    municipality: reader.text('municipality')?.replaceAll('|', ', '),
    technology: reader.text('technology'),
    budgetOre: reader.read('amount', amountIn) ?? undefined,
    sourceUrl: reader.read('source', linkIn),
    ownerId: reader.read('owner', personIn(lookup.people)),
    leadId: reader.read('lead', personIn(lookup.people)),
    firstPriority: reader.word('priority', lookup.priorities, 'priority'),
    nextStep: reader.text('nextStep'),
    nextStepDue: reader.read('nextStepDue', dayIn) ?? undefined,
    ...reader.read('area', areasIn(lookup), 'area'),
  }),
  ...yearsIn(reader),
  title,
});

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

/** What a row cannot do without: a title, a key that is one, and cells that stand where they should. */
const reasonsAgainst = (
  row: TableRow,
  { headings, sheet }: Reading,
  reader: RowReader,
  { title, key }: { readonly title: string; readonly key: CellRead<string | null> },
): readonly string[] => {
  const stray = strayIn(row, headings);
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
  const { columns, headings, lookup, strict } = reading;
  if (row.broken) return { ok: false, reasons: [refusals.quotes], title: '' };
  const reader = new RowReader(row, columns);
  const title = reader.text('title') ?? '';
  const key = keyIn(reader);
  const reasons = reasonsAgainst(row, reading, reader, { title, key });
  const number = reader.text('number') ?? '';
  const said = factsIn(reader, title, lookup);
  const standing = standingIn(reader, lookup);
  const legs = reader.read('benefits', legsIn(lookup.benefits), 'benefit') ?? [];
  const stray = strayIn(row, headings);
  if (stray >= 0) reader.leave(stray, refusals.noHeading(stray + 1));
  const all = [...new Set([...reasons, ...reasonsIn(reader)])];
  if (reasons.length > 0 || !key.ok || (strict && all.length > 0))
    return { ok: false, reasons: all, title };
  return {
    ok: true,
    mapped: { key: key.value, number, said, standing, legs, unread: reader.unread },
  };
};
