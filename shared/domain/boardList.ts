import { type BoardProject, columns, placeOf, places, type Sums, sumsOf } from './board.ts';
import {
  type BoardFilter,
  isAtGate,
  isEnded,
  isStuck,
  type Looking,
  type Names,
  passing,
} from './boardLooking.ts';
import { priorities } from './priority.ts';
import { projectTypes } from './project.ts';
import { wordForm } from './wordForm.ts';

/* The board as a list: the same projects, in an order and in groups that somebody chose. */

export const sortKeys = [
  'waits',
  'title',
  'area',
  'lead',
  'priority',
  'tek',
  'risk',
  'ask',
  'budget',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** `down`: the most first, which for a wait is the longest. */
export type Sort = { readonly by: SortKey; readonly down: boolean };

export const groupings = ['none', 'phase', 'area', 'type', 'priority', 'waits', 'lead'] as const;
export type Grouping = (typeof groupings)[number];

/** What stands in the address: whoever has it sees the same. */
export type BoardView = {
  readonly as: 'board' | 'list';
  readonly filter: BoardFilter;
  readonly grouping: Grouping;
  readonly sort: Sort;
};

/** Names read from A; everything else has the most at the top when it is first chosen. */
export const firstDown = (by: SortKey): boolean => !['title', 'area', 'lead'].includes(by);

/** Pressing a head again turns the order round. */
export const sortAfter = (sort: Sort, by: SortKey): Sort =>
  sort.by === by ? { by, down: !sort.down } : { by, down: firstDown(by) };

const areaNameOf = (project: BoardProject, { areas }: Names): string | null =>
  areas.find((area) => area.id === project.area)?.name ?? null;

const leadNameOf = (project: BoardProject, { people }: Names): string | null =>
  project.lead === undefined ? null : (people[project.lead] ?? null);

/** How long it has waited for somebody; what waits for nobody has no such value. */
const waitValue = ({ waitingFor }: BoardProject): number | null =>
  waitingFor?.type === 'gate' || waitingFor?.type === 'somebody'
    ? -Date.parse(waitingFor.since)
    : null;

/** By the sum, then efficiency, quality and wellbeing, as they are ranked. */
const tekValue = ({ tek }: BoardProject): number | null => {
  if (!tek) return null;
  const [efficiency, quality, wellbeing] = tek;
  return (efficiency + quality + wellbeing) * 1_000 + efficiency * 100 + quality * 10 + wellbeing;
};

const numberIn: Record<
  Exclude<SortKey, 'title' | 'area' | 'lead'>,
  (project: BoardProject) => number | null
> = {
  waits: waitValue,
  priority: ({ priority }) => (priority === undefined ? null : priorities.indexOf(priority)),
  tek: tekValue,
  risk: ({ risk }) => risk ?? null,
  ask: ({ askOre }) => askOre ?? null,
  budget: ({ budgetOre }) => budgetOre ?? null,
};

const danish = new Intl.Collator('da', { numeric: true });

type Valued<T> = { readonly project: BoardProject; readonly value: T };

/** What has no value stands last whichever way the rest is turned; equals keep the board's order. */
const ordered = <T>(
  projects: readonly BoardProject[],
  valueIn: (project: BoardProject) => T | null,
  order: (a: T, b: T) => number,
): readonly BoardProject[] => {
  const valued: Valued<T>[] = [];
  const rest: BoardProject[] = [];
  for (const project of projects) {
    const value = valueIn(project);
    if (value === null) rest.push(project);
    else valued.push({ project, value });
  }
  valued.sort((a, b) => order(a.value, b.value));
  return [...valued.map(({ project }) => project), ...rest];
};

const nameIn = {
  title: (project: BoardProject): string | null => project.title,
  area: areaNameOf,
  lead: leadNameOf,
} as const;

const isName = (by: SortKey): by is keyof typeof nameIn => by in nameIn;

/** All projects in the order asked for; filtering afterwards keeps it, so it is made once a change. */
export const sorted = (
  projects: readonly BoardProject[],
  { by, down }: Sort,
  names: Names,
): readonly BoardProject[] => {
  const turn = down ? -1 : 1;
  if (isName(by)) {
    const read = nameIn[by];
    return ordered(
      projects,
      (project) => read(project, names),
      (a, b) => turn * danish.compare(a, b),
    );
  }
  return ordered(projects, numberIn[by], (a, b) => turn * (a - b));
};

/** Groups of waiting, in the order of who should act; what follows the colon names whom. */
const waitKinds = ['chefgruppe', 'chef', 'whom', 'ready', 'missing', 'step', 'nobody'] as const;
export type WaitKind = (typeof waitKinds)[number];

const waitGroup = ({ waitingFor }: BoardProject): string => {
  switch (waitingFor?.type) {
    case 'gate': {
      if (waitingFor.decider === 'chefgruppe') return 'chefgruppe';
      const seats = waitingFor.pending.length > 0 ? waitingFor.pending : waitingFor.seats;
      return `chef:${seats.join('+')}`;
    }
    case 'somebody':
      return `whom:${wordForm(waitingFor.whom)}`;
    case 'missing':
      return waitingFor.count === 0 ? 'ready' : 'missing';
    case 'spread':
    case 'step':
      return 'step';
    case undefined:
      return 'nobody';
  }
};

export const waitKindOf = (key: string): WaitKind =>
  waitKinds.find((kind) => kind === key.split(':', 1)[0]) ?? 'nobody';

/** '' = it has none of what is grouped by. */
const groupKeyOf: Record<Grouping, (project: BoardProject) => string> = {
  none: () => '',
  phase: placeOf,
  area: ({ area }) => area ?? '',
  type: ({ type }) => type,
  priority: ({ priority }) => priority ?? '',
  waits: waitGroup,
  lead: ({ lead }) => lead ?? '',
};

const placeIn = (order: readonly string[], key: string): number => {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
};

/** The rooms first: whoever opens the list looks for what moves, and the idea bank is long. */
const inPlayFirst: readonly string[] = [
  ...columns,
  ...places.filter((place) => !columns.some((column) => column === place)),
];

/** Groups stand in the order people know them in; the one without comes last. */
const groupOrder = (grouping: Grouping, names: Names): ((a: string, b: string) => number) => {
  const by =
    (order: readonly string[]) =>
    (a: string, b: string): number =>
      placeIn(order, a) - placeIn(order, b);
  switch (grouping) {
    case 'none':
      return () => 0;
    case 'phase':
      return by(inPlayFirst);
    case 'area':
      return by(names.areas.map(({ id }) => id));
    case 'type':
      return by(projectTypes);
    case 'priority':
      return by([...priorities].reverse());
    case 'waits':
      return (a, b) =>
        placeIn(waitKinds, waitKindOf(a)) - placeIn(waitKinds, waitKindOf(b)) ||
        danish.compare(a, b);
    case 'lead':
      return (a, b) =>
        Number(a === '') - Number(b === '') ||
        danish.compare(names.people[a] ?? a, names.people[b] ?? b);
  }
};

export type Group = Sums & {
  readonly key: string;
  readonly projects: readonly BoardProject[];
};

export type ListShape = Sums & {
  readonly groups: readonly Group[];
  readonly shown: number;
  /** At a gate, and stuck: of those shown. */
  readonly waiting: number;
  readonly stuck: number;
  /** What is over and would pass: not shown before it is asked for. */
  readonly ended: number;
};

/** What is over is shown when its place is what is asked for, and only then. */
const asksForEnded = ({ place }: BoardFilter): boolean =>
  place === 'ended' || place === 'closed' || place === 'stopped';

/** Everything in its groups, with what stands in each in the order it came in. */
type Grouped = readonly (readonly [key: string, projects: readonly BoardProject[]])[];

const groupedAnew = (
  inOrder: readonly BoardProject[],
  grouping: Grouping,
  names: Names,
): Grouped => {
  const keyOf = groupKeyOf[grouping];
  const byKey = new Map<string, BoardProject[]>();
  for (const project of inOrder) {
    const key = keyOf(project);
    const group = byKey.get(key);
    if (group) group.push(project);
    else byKey.set(key, [project]);
  }
  const order = groupOrder(grouping, names);
  return [...byKey].sort(([a], [b]) => order(a, b));
};

/** By the very projects and names: one that changes comes in another array, and is grouped anew. */
const groupedBefore = new WeakMap<
  readonly BoardProject[],
  WeakMap<Names, Map<Grouping, Grouped>>
>();

/** No key in the search changes what belongs to which group, so all are grouped once a change. */
const groupedOnce = (
  inOrder: readonly BoardProject[],
  grouping: Grouping,
  names: Names,
): Grouped => {
  const byNames = groupedBefore.get(inOrder) ?? new WeakMap<Names, Map<Grouping, Grouped>>();
  groupedBefore.set(inOrder, byNames);
  const known = byNames.get(names) ?? new Map<Grouping, Grouped>();
  byNames.set(names, known);
  const grouped = known.get(grouping) ?? groupedAnew(inOrder, grouping, names);
  known.set(grouping, grouped);
  return grouped;
};

type Tally = Sums & { readonly waiting: number; readonly stuck: number };

const tallyAnew = (projects: readonly BoardProject[]): Tally => {
  let waiting = 0;
  let stuck = 0;
  for (const project of projects) {
    waiting += Number(isAtGate(project));
    stuck += Number(isStuck(project));
  }
  return { ...sumsOf(projects), waiting, stuck };
};

/** What is known of lists that stay from one key to the next; a list that changes is another list. */
const tallies = new WeakMap<readonly BoardProject[], Tally>();
const notOver = new WeakMap<readonly BoardProject[], readonly BoardProject[]>();

const tallyOf = (projects: readonly BoardProject[]): Tally => {
  const tally = tallies.get(projects) ?? tallyAnew(projects);
  tallies.set(projects, tally);
  return tally;
};

const withoutEnded = (projects: readonly BoardProject[]): readonly BoardProject[] => {
  const known = notOver.get(projects) ?? projects.filter((project) => !isEnded(project));
  notOver.set(projects, known);
  return known;
};

const added = (all: readonly Tally[], of: keyof Tally): number =>
  all.reduce((sum, tally) => sum + tally[of], 0);

/** The list as it stands on screen and in the workbook: what passes, in its order and its groups. */
export const shapeList = (
  inOrder: readonly BoardProject[],
  { filter, grouping }: Pick<BoardView, 'filter' | 'grouping'>,
  looking: Looking,
): ListShape => {
  const withEnded = asksForEnded(filter);
  const groups: Group[] = [];
  const counted: Tally[] = [];
  let ended = 0;
  for (const [key, all] of groupedOnce(inOrder, grouping, looking.names)) {
    const found = passing(all, filter, looking);
    const projects = withEnded ? found : withoutEnded(found);
    ended += found.length - projects.length;
    if (projects.length === 0) continue;
    const tally = tallyOf(projects);
    counted.push(tally);
    groups.push({ key, projects, askOre: tally.askOre, budgetOre: tally.budgetOre });
  }
  return {
    groups,
    shown: groups.reduce((sum, { projects }) => sum + projects.length, 0),
    waiting: added(counted, 'waiting'),
    stuck: added(counted, 'stuck'),
    ended,
    askOre: added(counted, 'askOre'),
    budgetOre: added(counted, 'budgetOre'),
  };
};
