import type { Person } from '#shared/domain/person.ts';
import { newIdea, type Project } from '#shared/domain/project.ts';
import { importWords } from '#shared/messages/import.ts';
import { columnsOf } from './headings.ts';
import { type Mapped, type MappedRow, mapRow, type Said, type Surroundings } from './mapRow.ts';
import type { Table } from './table.ts';
import { standings } from './words.ts';

/** What happens to one row. */
export type Planned = { readonly line: number; readonly remarks: readonly string[] } & (
  | { readonly type: 'created'; readonly project: Project }
  | {
      readonly type: 'changed';
      readonly id: string;
      readonly title: string;
      readonly changes: Partial<Project>;
    }
  | { readonly type: 'unchanged'; readonly id: string; readonly title: string }
  | { readonly type: 'refused'; readonly reasons: readonly string[]; readonly title: string }
);

export type Plan = { readonly rows: readonly Planned[]; readonly ignored: readonly string[] };

export type Planning =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problem: string };

type Around = Surroundings & {
  readonly existing: readonly Project[];
  readonly at: string;
  readonly by: string;
};

/** The house's limit for the one sentence on a card. */
const isPurpose = (text: string): boolean => text.split(/\s+/).length <= 15 && text.length <= 255;

const nameOf = (people: readonly Person[], id: string | null | undefined): string =>
  people.find((person) => person.id === id)?.name ?? '';

const withNames = (said: Said, around: Around): Partial<Project> => ({
  ...said,
  ...(said.ownerId ? { ownerName: nameOf(around.people, said.ownerId) } : {}),
  ...(said.leadId ? { leadName: nameOf(around.people, said.leadId) } : {}),
});

/** A benefit the file only names stays without a value; the sentence says where it comes from. */
const whysOf = (mapped: Mapped): Partial<Project> =>
  Object.fromEntries(mapped.legs.map((leg) => [`${leg}Why`, importWords.namedBenefit]));

const purposeOf = (said: Said): Partial<Project> =>
  said.purpose === undefined && said.summary !== undefined && isPurpose(said.summary)
    ? { purpose: said.summary }
    : {};

const createdFrom = (mapped: Mapped, around: Around): Project =>
  newIdea({
    createdAt: around.at,
    createdBy: around.by,
    ...mapped.standing,
    ...whysOf(mapped),
    ...purposeOf(mapped.said),
    ...withNames(mapped.said, around),
    id: mapped.id,
    title: mapped.said.title,
  });

const changesTo = (project: Project, said: Said): Said =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([name, value]) => JSON.stringify(project[name as keyof Project]) !== JSON.stringify(value),
    ),
  ) as Said;

const wordFor = (standing: Pick<Project, 'phase' | 'status'>): string =>
  [...standings].find(
    ([, one]) => one.phase === standing.phase && one.status === standing.status,
  )?.[0] ?? `${standing.phase}/${standing.status}`;

const remarksOn = (project: Project, { standing }: Mapped): readonly string[] =>
  standing && (standing.phase !== project.phase || standing.status !== project.status)
    ? [importWords.notMoved(wordFor(project), wordFor(standing))]
    : [];

/** Another project of the same name may be the same one: people have to look. */
const namesakesOf = (mapped: Mapped, around: Around): readonly string[] =>
  around.existing
    .filter((one) => one.title.toLowerCase() === mapped.said.title.toLowerCase())
    .map((one) => importWords.sameTitle(one.id));

const plannedFrom = (mapped: Mapped, line: number, around: Around): Planned => {
  const existing = around.existing.find((one) => one.id === mapped.id);
  if (!existing) {
    const remarks = namesakesOf(mapped, around);
    return { type: 'created', line, remarks, project: createdFrom(mapped, around) };
  }
  const { id, title } = existing;
  const remarks = remarksOn(existing, mapped);
  const said = changesTo(existing, mapped.said);
  return Object.keys(said).length === 0
    ? { type: 'unchanged', line, remarks, id, title }
    : { type: 'changed', line, remarks, id, title, changes: withNames(said, around) };
};

const titleIn = (row: MappedRow): string => (row.ok ? row.mapped.said.title : '');

type ReadRow = { readonly line: number; readonly row: MappedRow };

const linesById = (read: readonly ReadRow[]): ReadonlyMap<string, readonly number[]> => {
  const lines = new Map<string, number[]>();
  for (const { line, row } of read) {
    if (!row.ok) continue;
    const id = row.mapped.id.toLowerCase();
    lines.set(id, [...(lines.get(id) ?? []), line]);
  }
  return lines;
};

/** Every row of a table as what happens to it. Of two rows with the same key both are refused. */
export const planOf = (table: Table, around: Around): Planning => {
  const found = columnsOf(table.headings);
  if (!found.ok) return found;
  const read = table.rows.map((row) => ({
    line: row.line,
    row: mapRow(row, table.headings, found.columns, around),
  }));
  const lines = linesById(read);
  const rows = read.map(({ line, row }): Planned => {
    const title = titleIn(row);
    if (!row.ok) return { type: 'refused', line, remarks: [], reasons: row.reasons, title };
    const other = lines.get(row.mapped.id.toLowerCase())?.find((one) => one !== line);
    if (other === undefined) return plannedFrom(row.mapped, line, around);
    const reasons = [importWords.refusals.twiceInFile(row.mapped.id, other)];
    return { type: 'refused', line, remarks: [], reasons, title };
  });
  return { ok: true, plan: { rows, ignored: found.columns.ignored } };
};
