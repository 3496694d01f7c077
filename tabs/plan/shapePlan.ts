import type { PlanReply } from '#shared/contract/plan.ts';
import { isInPlan, type PlanRow } from '#shared/domain/plan/plan.ts';
import { holdsWords, searchForm, wordsSought } from '#shared/domain/wordForm.ts';
import { planWords } from '#shared/words/plan/page.ts';
import { phaseNames, typeNames } from '#shared/words/words.ts';
import type { PlanLook } from './planAddress.ts';

export type PlanGroup = {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly PlanRow[];
};

/** A row of the chart: a group, or a project's bar. */
export type ChartRow =
  | {
      readonly type: 'group';
      readonly key: string;
      readonly group: PlanGroup;
      readonly open: boolean;
    }
  | { readonly type: 'bar'; readonly key: string; readonly row: PlanRow };

const across = 'across';

type Names = Pick<PlanReply, 'areas' | 'people'>;

/** The groups there can be, in their order, and which of them a row is in. */
type Grouped = {
  readonly keys: readonly (readonly [key: string, name: string])[];
  readonly of: (row: PlanRow) => string;
};

/** A SKAL project goes across the plan with its date, and stands on top. */
const byArea = ({ areas }: Names): Grouped => ({
  keys: [
    ['skal', 'SKAL'],
    ...areas.map(({ id, name }) => [`area:${id}`, name] as const),
    [across, planWords.across],
  ],
  of: (row) => {
    if (row.type === 'skal') return 'skal';
    return areas.some(({ id }) => id === row.area) ? `area:${row.area}` : across;
  },
});

const byPhase: Grouped = {
  keys: (['idea', 'investigation', 'trial', 'operation', 'spread'] as const).map((phase) => [
    phase,
    phaseNames[phase],
  ]),
  of: ({ phase }) => phase,
};

const byType: Grouped = {
  keys: (['skal', 'digitek', 'other'] as const).map((type) => [type, typeNames[type]]),
  of: ({ type }) => type,
};

const byLead = ({ people }: Names): Grouped => ({
  keys: [
    ...Object.entries(people).sort(([, a], [, b]) => a.localeCompare(b, 'da')),
    ['', planWords.none],
  ],
  of: ({ lead }) => (lead !== undefined && people[lead] !== undefined ? lead : ''),
});

const groupedBy = (look: PlanLook, names: Names): Grouped => {
  switch (look.grouping) {
    case 'area':
      return byArea(names);
    case 'phase':
      return byPhase;
    case 'type':
      return byType;
    case 'lead':
      return byLead(names);
  }
};

const startOf = ({ plan, since }: PlanRow): string => (plan ? `0${plan.start}` : `1${since}`);

const inOrder = (a: PlanRow, b: PlanRow): number =>
  startOf(a).localeCompare(startOf(b)) || a.title.localeCompare(b.title, 'da');

const holdsText = (text: string): ((row: PlanRow) => boolean) => {
  const words = wordsSought(text);
  return words.length === 0 ? () => true : ({ title }) => holdsWords(searchForm(title), words);
};

/** Whether a row passes what the plan is narrowed by. */
export const passesLook = (look: PlanLook): ((row: PlanRow) => boolean) => {
  const holds = holdsText(look.text);
  return (row) =>
    (look.area === '' ||
      (look.area === across ? row.area === undefined : row.area === look.area)) &&
    (look.phase === '' || row.phase === look.phase) &&
    (look.type === '' || row.type === look.type) &&
    holds(row);
};

export const isNarrowedLook = ({ area, phase, type, text }: PlanLook): boolean =>
  [area, phase, type, text].some((one) => one !== '');

/** The bars in their groups; a group with none is left out. `also`: pulled in while one tries. */
export const groupsOf = (
  rows: readonly PlanRow[],
  look: PlanLook,
  names: Names,
  also: ReadonlySet<string>,
): readonly PlanGroup[] => {
  const passes = passesLook(look);
  const { keys, of } = groupedBy(look, names);
  const found = new Map<string, PlanRow[]>(keys.map(([key]) => [key, []]));
  for (const row of rows)
    if ((isInPlan(row) || row.proposal || also.has(row.id)) && passes(row))
      found.get(of(row))?.push(row);
  return keys.flatMap(([key, name]) => {
    const its = found.get(key) ?? [];
    return its.length === 0 ? [] : [{ key, name, rows: its.sort(inOrder) }];
  });
};

export const groupKey = (key: string): string => `group:${key}`;
export const barKey = (id: string): string => `bar:${id}`;

/** Every row from the top; what is folded shows its head alone. */
export const chartRows = (
  groups: readonly PlanGroup[],
  folded: ReadonlySet<string>,
): readonly ChartRow[] =>
  groups.flatMap((group): ChartRow[] => {
    const key = groupKey(group.key);
    const open = !folded.has(key);
    const bars = open ? group.rows : [];
    return [
      { type: 'group', key, group, open },
      ...bars.map((row): ChartRow => ({ type: 'bar', key: barKey(row.id), row })),
    ];
  });

/** What waits its turn and has no bar. */
export const backlogOf = (
  rows: readonly PlanRow[],
  look: PlanLook,
  pulled: ReadonlySet<string>,
): readonly PlanRow[] => {
  const passes = passesLook({ ...look, phase: '' });
  const rank = { veryHigh: 0, high: 1, medium: 2, low: 3 } as const;
  return rows
    .filter((row) => !isInPlan(row) && !pulled.has(row.id) && passes(row))
    .sort(
      (a, b) =>
        (a.priority ? rank[a.priority] : 4) - (b.priority ? rank[b.priority] : 4) ||
        a.title.localeCompare(b.title, 'da'),
    );
};
