import type { Area, AreaId } from './area.ts';
import { type BoardProject, type Place, placeOf } from './board.ts';
import { originOf, type Replaced } from './boardChanges.ts';
import type { PersonId } from './person.ts';
import type { IdeaOrigin } from './project.ts';
import { holdsWords, searchForm, wordsSought } from './wordForm.ts';

/* How the board, the list and the workbook are narrowed: by the very same, so that they agree. */

/** The views are questions a person comes with. */
export const views = ['all', 'waiting', 'mine', 'common', 'stuck'] as const;
export type View = (typeof views)[number];

/** Without a lead area. */
export const across = 'across';

export type BoardFilter = {
  readonly view: View;
  /** '' = every one; `across` = without a lead area. */
  readonly area: AreaId | '' | typeof across;
  readonly type: string;
  readonly priority: string;
  /** Where the idea came from; '' = anywhere. */
  readonly origin: IdeaOrigin | '';
  /** '' = all that is not over; `ended` = what is. */
  readonly place: Place | '' | 'ended';
  /** Who owns or leads it; '' = anybody. */
  readonly person: PersonId;
  readonly text: string;
};

export const noFilter: BoardFilter = {
  view: 'all',
  area: '',
  type: '',
  priority: '',
  origin: '',
  place: '',
  person: '',
  text: '',
};

export const isNarrowed = (filter: BoardFilter): boolean =>
  filter.view !== 'all' ||
  [filter.area, filter.type, filter.priority, filter.origin, filter.place, filter.person]
    .concat(filter.text.trim())
    .some((one) => one !== '');

/** What ids are called; the search finds by these names too. */
export type Names = {
  readonly areas: readonly Area[];
  readonly people: Readonly<Record<PersonId, string>>;
  readonly origins: Readonly<Record<IdeaOrigin, string>>;
};

/** Who looks, and when: what "mine" and the days are measured by. */
export type Looking = {
  readonly meId: PersonId;
  readonly seats: readonly AreaId[];
  /** Days since an instant. */
  readonly daysSince: (at: string) => number;
  readonly names: Names;
};

export const isAtGate = (project: BoardProject): boolean => project.waitingFor?.type === 'gate';

export const isStuck = (project: BoardProject): boolean => project.stuck !== undefined;

/** Days that what a card says has lasted: since it sits, else since it waits. */
export const waitedDays = (
  { waitingFor, stuck }: Pick<BoardProject, 'waitingFor' | 'stuck'>,
  { daysSince }: Pick<Looking, 'daysSince'>,
): number => {
  if (stuck) return daysSince(stuck.since);
  return waitingFor && 'since' in waitingFor ? daysSince(waitingFor.since) : 0;
};

export const isMine = (project: BoardProject, looking: Looking): boolean => {
  if (project.lead === looking.meId || project.owner === looking.meId) return true;
  return project.area !== undefined && looking.seats.includes(project.area);
};

export const isEnded = (project: BoardProject): boolean =>
  project.status === 'closed' || project.status === 'stopped';

/** Kept as long as the names and the project are the same objects, and they are until one changes. */
const forms = new WeakMap<Names, WeakMap<BoardProject, string>>();

const formsUnder = (names: Names): WeakMap<BoardProject, string> => {
  const known = forms.get(names) ?? new WeakMap<BoardProject, string>();
  forms.set(names, known);
  return known;
};

const areaNameIn = (project: BoardProject, { areas }: Names): string =>
  areas.find((area) => area.id === project.area)?.name ?? '';

const personIn = (id: PersonId | undefined, { people }: Names): string =>
  id === undefined ? '' : (people[id] ?? '');

/** All that a project is found by, in the form in which it is looked for; made once a change. */
export const foundBy = (
  project: BoardProject,
  names: Names,
  known: WeakMap<BoardProject, string> = formsUnder(names),
): string => {
  const form = known.get(project);
  if (form !== undefined) return form;
  const made = searchForm(
    [
      project.title,
      project.id,
      project.purpose ?? '',
      areaNameIn(project, names),
      project.municipality ?? '',
      project.origin === undefined ? '' : names.origins[project.origin],
      personIn(project.owner, names),
      personIn(project.lead, names),
    ].join('\n'),
  );
  known.set(project, made);
  return made;
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
  return area === across
    ? (project) => project.area === undefined
    : (project) => project.area === area;
};

const placeTest = (place: BoardFilter['place']): Test | null => {
  if (place === '') return null;
  return place === 'ended' ? isEnded : (project) => placeOf(project) === place;
};

const personTest = (person: PersonId): Test | null =>
  person === '' ? null : (project) => project.lead === person || project.owner === person;

const textTest = (text: string, { names }: Looking): Test | null => {
  const words = wordsSought(text);
  if (words.length === 0) return null;
  const known = formsUnder(names);
  return (project) => holdsWords(foundBy(project, names, known), words);
};

/** Every test of the filter but the text's. */
const testsOf = (filter: BoardFilter, looking: Looking): readonly Test[] =>
  [
    viewTest(filter.view, looking),
    areaTest(filter.area),
    filter.type === '' ? null : (project: BoardProject) => project.type === filter.type,
    filter.priority === '' ? null : (project: BoardProject) => project.priority === filter.priority,
    filter.origin === '' ? null : (project: BoardProject) => project.origin === filter.origin,
    placeTest(filter.place),
    personTest(filter.person),
  ].filter((test) => test !== null);

/** Whether a project passes the filter. What is over passes too; each screen says where it stands. */
export const passes = (filter: BoardFilter, looking: Looking): Test => {
  const text = textTest(filter.text, looking);
  const tests = text ? [...testsOf(filter, looking), text] : testsOf(filter, looking);
  return (project) => tests.every((test) => test(project));
};

/** What each of a list is found by, in the list's order. A list that changes is another list. */
const formsInOrder = new WeakMap<readonly BoardProject[], WeakMap<Names, readonly string[]>>();

const formsOf = (list: readonly BoardProject[], names: Names): readonly string[] => {
  const byNames = formsInOrder.get(list) ?? new WeakMap<Names, readonly string[]>();
  formsInOrder.set(list, byNames);
  const known = formsUnder(names);
  const forms = byNames.get(names) ?? list.map((project) => foundBy(project, names, known));
  byNames.set(names, forms);
  return forms;
};

const holding = (
  list: readonly BoardProject[],
  words: readonly string[],
  names: Names,
): readonly BoardProject[] => {
  const forms = formsOf(list, names);
  const [first = '', ...others] = words;
  const found = list.filter((_, at) => {
    const form = forms[at] ?? '';
    return form.includes(first) && holdsWords(form, others);
  });
  // The very list, when all of it is found: what is known of it need not be counted again.
  return found.length === list.length ? list : found;
};

/**
 * Those of a list that pass, in its order: the same as asking each whether it `passes`, and quick
 * enough to be asked of fifty thousand at every key when the list is kept from one key to the next.
 */
export const passing = (
  list: readonly BoardProject[],
  filter: BoardFilter,
  looking: Looking,
): readonly BoardProject[] => {
  const words = wordsSought(filter.text);
  const found = words.length === 0 ? list : holding(list, words, looking.names);
  const tests = testsOf(filter, looking);
  return tests.length === 0 ? found : found.filter((one) => tests.every((test) => test(one)));
};

/** How many each view holds of what is not over, whatever else is asked for. */
export type Counts = Readonly<Record<View, number>>;

const countsFor = new WeakMap<Looking, WeakMap<readonly BoardProject[], Counts>>();

/** No key in the search changes them, so they are counted once for whoever looks. */
export const countsOf = (projects: readonly BoardProject[], looking: Looking): Counts => {
  const known = countsFor.get(looking) ?? new WeakMap<readonly BoardProject[], Counts>();
  countsFor.set(looking, known);
  const origin = originOf(projects);
  const before = origin && known.get(origin.list);
  const counts =
    known.get(projects) ??
    (before ? recounted(before, origin.replaced, looking) : counted(projects, looking));
  known.set(projects, counts);
  return counts;
};

type Sums = { -readonly [V in View]: Counts[V] };

/** One project more, or one less. */
const count = (counts: Sums, project: BoardProject, looking: Looking, by: 1 | -1): void => {
  if (isEnded(project)) return;
  counts.all += by;
  counts.waiting += isAtGate(project) ? by : 0;
  counts.mine += isMine(project, looking) ? by : 0;
  counts.common += project.common === true ? by : 0;
  counts.stuck += isStuck(project) ? by : 0;
};

const counted = (projects: readonly BoardProject[], looking: Looking): Counts => {
  const counts: Sums = { all: 0, waiting: 0, mine: 0, common: 0, stuck: 0 };
  for (const project of projects) count(counts, project, looking, 1);
  return counts;
};

const recounted = (known: Counts, replaced: readonly Replaced[], looking: Looking): Counts => {
  const counts: Sums = { ...known };
  for (const { before, after } of replaced) {
    count(counts, before, looking, -1);
    count(counts, after, looking, 1);
  }
  return counts;
};
