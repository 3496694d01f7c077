import type { Area } from '#shared/domain/area.ts';
import { type Field, fields, mayChange } from '#shared/domain/fieldRights.ts';
import {
  defaultImportWords,
  type ImportWords,
  standingNames,
  standings,
  wordKey,
} from '#shared/domain/importWords.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import { isOver, newIdea, type Project } from '#shared/domain/project.ts';
import { wordForm } from '#shared/domain/wordForm.ts';
import { fieldName } from '#shared/words/screens/project.ts';
import { importWords } from '#shared/words/server/import.ts';
import { type Columns, columnsOf, headingWordsOf } from './headings.ts';
import { Known, newIdOf } from './identity.ts';
import { keyColumnOf } from './keyColumn.ts';
import { type Mapped, type MappedRow, mapRow, type Reading, type Said, waysOf } from './mapRow.ts';
import { type NoProject, noProjectIn } from './notProjects.ts';
import type { Unread } from './readRow.ts';
import { seenIn, type Table, type TableNote } from './table.ts';
import { lookupOf, type Standing } from './words.ts';

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

export type Skipped = { readonly line: number; readonly why: NoProject; readonly seen: string };

export type Plan = {
  readonly rows: readonly Planned[];
  readonly ignored: readonly string[];
  /** Cells that were left as they are, because nobody can say what stands in them. */
  readonly unread: readonly Unread[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly TableNote[];
  readonly sheet: string | null;
  /** Sentences about the list as a whole. */
  readonly remarks: readonly string[];
};

export type Planning =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problem: string };

type Around = {
  readonly areas: readonly Area[];
  readonly people: readonly Person[];
  readonly existing: readonly Project[];
  readonly at: string;
  readonly by: string;
  /** Projects that a request waits about. */
  readonly open?: ReadonlySet<string>;
  readonly words?: ImportWords;
  /** The heading of the column that is the key. */
  readonly key?: string | null;
  readonly strict?: boolean;
};

/** The house's limit for the one sentence on a card. */
const isPurpose = (text: string): boolean =>
  text.length <= 255 && text.split(/\s+/, 16).length <= 15;

const nameOf = (people: readonly Person[], id: string | null | undefined): string =>
  people.find((person) => person.id === id)?.name ?? '';

const namesIn = (said: Said, { people }: Around): Partial<Project> => ({
  ...(said.ownerId ? { ownerName: nameOf(people, said.ownerId) } : {}),
  ...(said.leadId ? { leadName: nameOf(people, said.leadId) } : {}),
});

/** A benefit the file only names stays without a value; the sentence says where it comes from. */
const whysOf = (mapped: Mapped): Partial<Project> =>
  Object.fromEntries(mapped.legs.map((leg) => [`${leg}Why`, importWords.namedBenefit]));

const purposeOf = (said: Said): Partial<Project> =>
  said.purpose === undefined && said.summary !== undefined && isPurpose(said.summary)
    ? { purpose: said.summary }
    : {};

/** The highest priority is for SKAL only, and then it needs no list to say it. */
const isTooHigh = (type: Project['type'], { firstPriority }: Said): boolean =>
  firstPriority === 'veryHigh' && type !== 'skal';

/** Filled in where it stands: a spread of fifty fields for every row is what planning would spend. */
const createdFrom = (mapped: Mapped, id: string, around: Around): Project => {
  const { said, standing } = mapped;
  const { at: createdAt, by: createdBy } = around;
  const project = newIdea({ createdAt, createdBy, id, title: said.title });
  Object.assign(project, standing, whysOf(mapped), purposeOf(said), said, namesIn(said, around));
  return isTooHigh(project.type, said) ? { ...project, firstPriority: 'high' } : project;
};

/** Texts are the same however their letters are composed and their spaces are made. */
const asWritten = (value: unknown): string =>
  JSON.stringify(value ?? null)
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ');

/** A list that names the lead area as it is says nothing of the areas beside it. */
const isSilentOn = (project: Project, said: Said, name: keyof Said): boolean =>
  name === 'areas' && said.leadArea !== null && said.leadArea === project.leadArea;

const differing = (project: Project, said: Said): readonly (readonly [keyof Said, unknown])[] =>
  (Object.entries(said) as [keyof Said, unknown][]).filter(
    ([name, value]) =>
      asWritten(project[name]) !== asWritten(value) && !isSilentOn(project, said, name),
  );

/** The person who imports is of the team, and may do what they may in the tab. */
const importer: Actor = { id: 'import', name: '', roles: ['consultant'], area: null };

const isField = (name: string): name is Field => (fields as readonly string[]).includes(name);

/** What moves a project is never a list's to say; nor is what an open request rests on. */
const isForImport = (project: Project, name: string, said: Said, isOpen: boolean): boolean => {
  if (name === 'type' || (isOpen && name === 'leadArea')) return false;
  if (name === 'firstPriority' && isTooHigh(project.type, said)) return false;
  if (name.startsWith('plan')) return !isOver(project);
  return !isField(name) || mayChange(importer, name, project);
};

/** What an import changes on a project that is there. Every changed field passes here. */
const changesTo = (project: Project, said: Said, isOpen: boolean): Said =>
  Object.fromEntries(
    differing(project, said).filter(([name]) => isForImport(project, name, said, isOpen)),
  ) as Said;

/** The fields a list says otherwise, and that it cannot change. */
const leftAlone = (project: Project, said: Said, isOpen: boolean): readonly (keyof Said)[] =>
  differing(project, said).flatMap(([name]) =>
    isForImport(project, name, said, isOpen) ? [] : [name],
  );

const wordFor = (standing: Standing): string => {
  const name = standingNames.find(
    (one) => standings[one].phase === standing.phase && standings[one].status === standing.status,
  );
  return name ? importWords.standings[name] : `${standing.phase}/${standing.status}`;
};

const remarksOn = (
  project: Project,
  { standing, said }: Mapped,
  isOpen: boolean,
): readonly string[] => [
  ...(wordForm(said.title) === wordForm(project.title)
    ? []
    : [importWords.otherTitle(project.title, said.title)]),
  ...(standing && (standing.phase !== project.phase || standing.status !== project.status)
    ? [importWords.notMoved(wordFor(project), wordFor(standing))]
    : []),
  ...leftAlone(project, said, isOpen).map((field) =>
    importWords.leftAlone(fieldName(field) ?? importWords.fields[field]),
  ),
];

/** A row and the project it is about. */
type Found = {
  readonly mapped: Mapped;
  readonly line: number;
  readonly existing: Project | undefined;
  readonly id: string;
  /** The id in the form ids are compared in. */
  readonly form: string;
};

const plannedFrom = (found: Found, known: Known, around: Around): Planned => {
  const { mapped, line, existing } = found;
  if (!existing) {
    // Another project of the same name may be the same one: people have to look.
    const namesakes = known.namesakesOf(mapped.said.title);
    const remarks = [
      ...namesakes.map((one) => importWords.sameTitle(one.id)),
      ...(isTooHigh(mapped.said.type ?? 'digitek', mapped.said) ? [importWords.onlySkal] : []),
    ];
    return { type: 'created', line, remarks, project: createdFrom(mapped, found.id, around) };
  }
  const { id, title } = existing;
  const isOpen = around.open?.has(id) === true;
  const remarks = remarksOn(existing, mapped, isOpen);
  const said = changesTo(existing, mapped.said, isOpen);
  return Object.keys(said).length === 0
    ? { type: 'unchanged', line, remarks, id, title }
    : { type: 'changed', line, remarks, id, title, changes: { ...said, ...namesIn(said, around) } };
};

type ReadRow = { readonly line: number; readonly row: MappedRow };

const foundFrom = (mapped: Mapped, line: number, known: Known): Found => {
  const existing = known.find(mapped);
  const id = existing?.id ?? newIdOf(mapped);
  return { mapped, line, existing, id, form: wordForm(id) };
};

/** The lines on which each project stands. */
const linesOf = (found: readonly (Found | null)[]): ReadonlyMap<string, readonly number[]> => {
  const lines = new Map<string, number[]>();
  for (const one of found) {
    if (!one) continue;
    const before = lines.get(one.form);
    if (before) before.push(one.line);
    else lines.set(one.form, [one.line]);
  }
  return lines;
};

/** Of two rows about the same project both are refused: nobody chooses between them. */
const rowsFrom = (read: readonly ReadRow[], around: Around): readonly Planned[] => {
  const known = new Known(around.existing);
  const found = read.map(({ line, row }) => (row.ok ? foundFrom(row.mapped, line, known) : null));
  const lines = linesOf(found);
  return read.map(({ line, row }, at): Planned => {
    const one = found[at];
    if (!row.ok || !one) {
      const { reasons = [], title = '' } = row.ok ? {} : row;
      return { type: 'refused', line, remarks: [], reasons, title };
    }
    const other = lines.get(one.form)?.find((its) => its !== line);
    if (other === undefined) return plannedFrom(one, known, around);
    const { key, said } = row.mapped;
    const reasons = [importWords.refusals.twiceInFile(key ?? said.title, other)];
    return { type: 'refused', line, remarks: [], reasons, title: said.title };
  });
};

const remarksOf = ({ outdone }: Columns, remark: string | null): readonly string[] => [
  ...outdone.map(({ heading, read }) => importWords.outdone(heading, read)),
  ...(remark === null ? [] : [remark]),
];

/** A site that has words of its own from before a heading was known reads that heading too. */
const withNewHeadings = (words: ImportWords): ImportWords => {
  const used = new Set(Object.values(words.heading).flat().map(wordKey));
  const fresh = Object.entries(defaultImportWords.heading).flatMap(([meaning, list]) =>
    meaning in words.heading ? [] : [[meaning, list.filter((one) => !used.has(wordKey(one)))]],
  );
  return { ...words, heading: { ...words.heading, ...Object.fromEntries(fresh) } };
};

/** Every row of a table as what happens to it. */
export const planOf = (table: Table, around: Around): Planning => {
  const words = withNewHeadings(around.words ?? defaultImportWords);
  const found = columnsOf(table.headings, headingWordsOf(words));
  if (!found.ok) return found;
  const keyed = keyColumnOf(table, found.columns, around.key ?? null);
  if (!keyed.ok) return keyed;
  const { columns } = keyed;
  const { headings, sheet, notes } = table;
  const lookup = lookupOf(words, around.areas, around.people);
  const ways = waysOf(lookup);
  const reading: Reading = { columns, headings, ways, sheet, strict: around.strict ?? false };
  const skipped: Skipped[] = [];
  const read: ReadRow[] = [];
  for (const row of table.rows) {
    const why = noProjectIn(row, headings, columns, lookup);
    if (why === null) read.push({ line: row.line, row: mapRow(row, reading) });
    else
      skipped.push({
        line: row.line,
        why,
        seen: row.cells.map(seenIn).find((one) => one !== '') ?? '',
      });
  }
  const unread = read.flatMap(({ row }) => (row.ok ? row.mapped.unread : []));
  const rows = rowsFrom(read, around);
  const remarks = remarksOf(columns, keyed.remark);
  return {
    ok: true,
    plan: { rows, ignored: columns.ignored, unread, skipped, notes, sheet, remarks },
  };
};
