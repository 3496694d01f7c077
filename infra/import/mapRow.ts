import { createHash } from 'node:crypto';
import type { Area } from '#shared/domain/area.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { importWords } from '#shared/messages/import.ts';
import { amountIn, type CellRead, dayIn, linkIn, textIn, wordIn, yearIn } from './cells.ts';
import type { Columns, Field } from './headings.ts';
import { type Cell, isBlank, type TableRow } from './table.ts';
import {
  areaWords,
  benefitWords,
  type Leg,
  priorityWords,
  type Standing,
  standings,
  typeWords,
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
  readonly id: string;
  readonly said: Said & { readonly title: string };
  readonly standing: Standing | null;
  readonly legs: readonly Leg[];
};

export type MappedRow =
  | { readonly ok: true; readonly mapped: Mapped }
  | { readonly ok: false; readonly reasons: readonly string[] };

export type Surroundings = { readonly areas: readonly Area[]; readonly people: readonly Person[] };

const { refusals } = importWords;
const longestLine = 255;
const longestSummary = 4_000;

/** Reads a row cell by cell and keeps every reason against it, so that all are mended at once. */
class RowReader {
  readonly reasons: string[] = [];
  readonly #row: TableRow;
  readonly #columns: Columns;

  constructor(row: TableRow, columns: Columns) {
    this.#row = row;
    this.#columns = columns;
  }

  read<T>(field: Field, how: (cell: Cell, heading: string) => CellRead<T>): T | undefined {
    const place = this.#columns.places.get(field);
    const cell = place && this.#row.cells[place.column];
    if (!place || cell === undefined || isBlank(cell)) return undefined;
    const read = how(cell, place.heading);
    if (read.ok) return read.value;
    this.reasons.push(read.reason);
    return undefined;
  }

  text(field: Field, longest = longestLine): string | undefined {
    // A single line stays one, whatever line breaks a spreadsheet put into it.
    const oneLine = (cell: Cell): Cell =>
      longest > longestLine ? cell : String(cell).replace(/\s+/g, ' ');
    return this.read(field, (cell, heading) => textIn(oneLine(cell), heading, longest));
  }

  word<T>(field: Field, words: ReadonlyMap<string, T>): T | undefined {
    return this.read(field, (cell, heading) => wordIn(cell, heading, words)) ?? undefined;
  }
}

const personIn =
  (people: readonly Person[]) =>
  (cell: Cell, heading: string): CellRead<string> => {
    const given = String(cell).trim().toLowerCase();
    const found = people.filter((person) =>
      [person.id, person.upn, person.name].some((one) => one.toLowerCase() === given),
    );
    const [one] = found;
    return one && found.length === 1
      ? { ok: true, value: one.id }
      : { ok: false, reason: refusals.unknownPerson(heading, String(cell).trim().slice(0, 60)) };
  };

const legsIn = (cell: Cell, heading: string): CellRead<readonly Leg[]> => {
  const legs: Leg[] = [];
  for (const part of String(cell).split(/[|,;/]/)) {
    const leg = wordIn(part, heading, benefitWords);
    if (!leg.ok) return leg;
    if (leg.value !== null) legs.push(leg.value);
  }
  return { ok: true, value: legs };
};

/** Without a number of its own a project is known by its title and place, so that again is a no-op. */
const derivedId = (title: string, municipality: string): string => {
  const name = `${title.toLowerCase()}|${municipality.toLowerCase()}`;
  return `i${createHash('sha256').update(name).digest('hex').slice(0, 11)}`;
};

const idIn = (reader: RowReader, title: string, municipality: string): string => {
  const given = reader.text('id');
  if (given === undefined) return derivedId(title, municipality);
  if (!/^[A-Za-z0-9ÆØÅæøå._-]{1,40}$/.test(given))
    reader.reasons.push(refusals.badId(given.slice(0, 60)));
  return given;
};

/** "Tværgående" is every area and no lead area: somebody has to choose one before a gate. */
const areaFieldsIn = (
  reader: RowReader,
  areas: readonly Area[],
): Pick<Said, 'leadArea' | 'areas'> => {
  const area = reader.word('area', areaWords(areas));
  if (area === undefined) return {};
  return area === 'across'
    ? { leadArea: null, areas: areas.map((one) => one.id) }
    : { leadArea: area, areas: [] };
};

const yearsIn = (reader: RowReader): Pick<Said, 'startYear' | 'endYear'> => {
  const startYear = reader.read('start', yearIn) ?? undefined;
  const endYear = reader.read('end', yearIn) ?? undefined;
  if (startYear !== undefined && endYear !== undefined && endYear < startYear)
    reader.reasons.push(refusals.yearOrder);
  return {
    ...(startYear === undefined ? {} : { startYear }),
    ...(endYear === undefined ? {} : { endYear }),
  };
};

const saidOnly = (fields: Readonly<Record<string, unknown>>): Said =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Said;

const factsIn = (reader: RowReader, title: string, around: Surroundings): Mapped['said'] => ({
  ...saidOnly({
    purpose: reader.text('purpose'),
    summary: reader.text('summary', longestSummary),
    type: reader.word('type', typeWords),
    municipality: reader.text('municipality')?.replaceAll('|', ', '),
    technology: reader.text('technology'),
    budgetOre: reader.read('amount', amountIn) ?? undefined,
    sourceUrl: reader.read('source', linkIn),
    ownerId: reader.read('owner', personIn(around.people)),
    leadId: reader.read('lead', personIn(around.people)),
    firstPriority: reader.word('priority', priorityWords),
    nextStep: reader.text('nextStep'),
    nextStepDue: reader.read('nextStepDue', dayIn) ?? undefined,
  }),
  ...areaFieldsIn(reader, around.areas),
  ...yearsIn(reader),
  title,
});

const strayCell = (row: TableRow, headings: readonly string[]): string | null => {
  const column = row.cells.findIndex((cell, at) => !isBlank(cell) && !headings[at]);
  return column < 0 ? null : refusals.noHeading(column + 1);
};

/** A row of the file as a project, or every reason why not. Nothing is guessed. */
export const mapRow = (
  row: TableRow,
  headings: readonly string[],
  columns: Columns,
  around: Surroundings,
): MappedRow => {
  if (row.broken) return { ok: false, reasons: [refusals.quotes] };
  const reader = new RowReader(row, columns);
  const title = reader.text('title') ?? '';
  if (title === '' && reader.reasons.length === 0) reader.reasons.push(refusals.titleMissing);
  const stray = strayCell(row, headings);
  if (stray !== null) reader.reasons.push(stray);
  const said = factsIn(reader, title, around);
  const mapped: Mapped = {
    id: idIn(reader, title, said.municipality ?? ''),
    said,
    standing: reader.word('status', standings) ?? null,
    legs: reader.read('benefits', legsIn) ?? [],
  };
  return reader.reasons.length === 0
    ? { ok: true, mapped }
    : { ok: false, reasons: reader.reasons };
};
