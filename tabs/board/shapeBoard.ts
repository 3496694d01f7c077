import type { AreaId } from '#shared/domain/area.ts';
import { type BoardProject, type Column, columnOf, columns } from '#shared/domain/board.ts';
import { type Gate, gateNames } from '#shared/domain/gates.ts';
import { priorities } from '#shared/domain/priority.ts';
import type { Status } from '#shared/domain/project.ts';

/** The views are questions a person comes with. */
export const views = ['all', 'waiting', 'mine', 'common', 'stuck'] as const;
export type View = (typeof views)[number];

export type BoardFilter = {
  readonly view: View;
  /** '' = every one; `across` = without a lead area. */
  readonly area: AreaId | '' | 'across';
  readonly type: string;
  readonly priority: string;
  readonly text: string;
};

export const noFilter: BoardFilter = { view: 'all', area: '', type: '', priority: '', text: '' };

export const isNarrowed = (filter: BoardFilter): boolean =>
  filter.view !== 'all' ||
  filter.area !== '' ||
  filter.type !== '' ||
  filter.priority !== '' ||
  filter.text.trim() !== '';

/** Who looks, and when: what "mine" and the days are measured by. */
export type Looking = {
  readonly meId: string;
  readonly seats: readonly AreaId[];
  /** Days since an instant. */
  readonly daysSince: (at: string) => number;
};

export type ColumnShape = {
  readonly column: Column;
  readonly cards: readonly BoardProject[];
  /** All in the column, whatever the filter says. */
  readonly total: number;
  readonly sumOre: number;
};

export const shelves = ['raw', 'backlog', 'pipeline', 'closed', 'stopped'] as const;
export type Shelf = Extract<Status, (typeof shelves)[number]>;

export type BoardShape = {
  /** All but what is closed or stopped. */
  readonly total: number;
  readonly shown: number;
  readonly waiting: number;
  readonly stuck: number;
  readonly inView: Readonly<Record<View, number>>;
  readonly columns: readonly ColumnShape[];
  readonly queues: Readonly<Record<Gate, readonly BoardProject[]>>;
  readonly shelves: Readonly<Record<Shelf, readonly BoardProject[]>>;
};

export const isAtGate = (project: BoardProject): boolean => project.waitingFor?.type === 'gate';

export const isStuck = (project: BoardProject): boolean => project.stuck !== undefined;

const isMine = (project: BoardProject, looking: Looking): boolean => {
  if (project.lead === looking.meId || project.owner === looking.meId) return true;
  return project.area !== undefined && looking.seats.includes(project.area);
};

const isEnded = (project: BoardProject): boolean =>
  project.status === 'closed' || project.status === 'stopped';

const isUnderway = (project: BoardProject): boolean =>
  project.status === 'active' || project.status === 'operating';

/** Text that is searched, made once a project: objects are kept while nothing in them changes. */
const searched = new WeakMap<BoardProject, string>();

const searchTextOf = (project: BoardProject): string => {
  const known = searched.get(project);
  if (known !== undefined) return known;
  const text = `${project.title}\n${project.purpose ?? ''}`.toLocaleLowerCase('da');
  searched.set(project, text);
  return text;
};

type Test = (project: BoardProject) => boolean;

const viewTest = (view: View, looking: Looking): Test | null => {
  switch (view) {
    case 'all':
      return null;
    case 'waiting':
      return isAtGate;
    case 'mine':
      return (project) => isMine(project, looking);
    case 'common':
      return (project) => project.common === true;
    case 'stuck':
      return isStuck;
  }
};

const areaTest = (area: string): Test | null => {
  if (area === '') return null;
  return area === 'across'
    ? (project) => project.area === undefined
    : (project) => project.area === area;
};

const textTest = (text: string): Test | null => {
  const wanted = text.trim().toLocaleLowerCase('da');
  if (wanted === '') return null;
  const words = wanted.split(/\s+/);
  return (project) => {
    const own = searchTextOf(project);
    return words.every((word) => own.includes(word));
  };
};

const testOf = (filter: BoardFilter, looking: Looking): Test => {
  const tests = [
    viewTest(filter.view, looking),
    areaTest(filter.area),
    filter.type === '' ? null : (project: BoardProject) => project.type === filter.type,
    filter.priority === '' ? null : (project: BoardProject) => project.priority === filter.priority,
    textTest(filter.text),
  ].filter((test) => test !== null);
  return (project) => tests.every((test) => test(project));
};

/** SKAL, then at the gate, then by priority, highest first; the last is for no priority. */
const shelvesInColumn = priorities.length + 3;

const rankOf = (project: BoardProject): number => {
  if (project.type === 'skal') return 0;
  if (isAtGate(project)) return 1;
  return project.priority === undefined
    ? shelvesInColumn - 1
    : 1 + priorities.length - priorities.indexOf(project.priority);
};

const sinceOf = (project: BoardProject): string =>
  project.waitingFor?.type === 'gate' ? project.waitingFor.since : '';

const longestWaitFirst = (a: BoardProject, b: BoardProject): number =>
  sinceOf(a) < sinceOf(b) ? -1 : sinceOf(a) > sinceOf(b) ? 1 : 0;

/** Buckets instead of sorting: fifty thousand cards are put in order in one pass. */
type Bucketed = { readonly buckets: BoardProject[][]; total: number; sumOre: number };

const newColumn = (): Bucketed => ({
  buckets: Array.from({ length: shelvesInColumn }, () => []),
  total: 0,
  sumOre: 0,
});

const inOrder = (column: Column, { buckets, total, sumOre }: Bucketed): ColumnShape => {
  buckets[1]?.sort(longestWaitFirst);
  return { column, cards: buckets.flat(), total, sumOre };
};

type Pass = {
  readonly columns: Record<Column, Bucketed>;
  readonly queues: Record<Gate, BoardProject[]>;
  readonly shelves: Record<Shelf, BoardProject[]>;
  readonly inView: Record<View, number>;
  shown: number;
};

const newPass = (): Pass => ({
  columns: {
    idea: newColumn(),
    investigation: newColumn(),
    trial: newColumn(),
    operation: newColumn(),
  },
  queues: { gate1: [], gate2: [], gate3: [], funding: [] },
  shelves: { raw: [], backlog: [], pipeline: [], closed: [], stopped: [] },
  inView: { all: 0, waiting: 0, mine: 0, common: 0, stuck: 0 },
  shown: 0,
});

const countViews = (pass: Pass, project: BoardProject, looking: Looking): void => {
  if (isEnded(project)) return;
  pass.inView.all += 1;
  if (isAtGate(project)) pass.inView.waiting += 1;
  if (isMine(project, looking)) pass.inView.mine += 1;
  if (project.common) pass.inView.common += 1;
  if (isStuck(project)) pass.inView.stuck += 1;
};

const placeCard = (pass: Pass, project: BoardProject, passes: boolean): void => {
  const column = pass.columns[columnOf(project)];
  column.total += 1;
  if (!passes) return;
  column.buckets[rankOf(project)]?.push(project);
  column.sumOre += project.ore ?? 0;
  if (project.waitingFor?.type === 'gate') pass.queues[project.waitingFor.gate].push(project);
};

const place = (pass: Pass, project: BoardProject, passes: boolean): void => {
  if (passes && !isEnded(project)) pass.shown += 1;
  if (isUnderway(project)) placeCard(pass, project, passes);
  else if (passes) pass.shelves[project.status as Shelf].push(project);
};

/** Groups, filters, counts and orders the whole board in one pass. */
export const shapeBoard = (
  projects: readonly BoardProject[],
  filter: BoardFilter,
  looking: Looking,
): BoardShape => {
  const pass = newPass();
  const test = testOf(filter, looking);
  for (const project of projects) {
    countViews(pass, project, looking);
    place(pass, project, test(project));
  }
  for (const gate of gateNames) pass.queues[gate].sort(longestWaitFirst);
  return {
    total: pass.inView.all,
    shown: pass.shown,
    waiting: pass.inView.waiting,
    stuck: pass.inView.stuck,
    inView: pass.inView,
    columns: columns.map((column) => inOrder(column, pass.columns[column])),
    queues: pass.queues,
    shelves: pass.shelves,
  };
};
