import type { Area, AreaId } from '#shared/domain/area.ts';
import { areaPool, type PoolId, payersOf, type Share } from '#shared/domain/funding.ts';
import type { Project } from '#shared/domain/project.ts';
import { amountProblems } from '#shared/words/money.ts';

export const fieldsOf = (project: Project) => ({
  askOre: project.askOre,
  shares: [...project.shares],
  budgetOre: project.budgetOre,
  runningCostsOre: [...project.runningCostsOre],
  operationPayer: project.operationPayer,
  verySmall: project.verySmall,
});
export type Draft = ReturnType<typeof fieldsOf>;

const amountsOf = (draft: Draft): readonly (number | null)[] => [
  draft.askOre,
  draft.budgetOre,
  ...draft.runningCostsOre,
  ...draft.shares.map((share) => share.ore),
];

export const problemIn = (draft: Draft): string =>
  amountsOf(draft).some((ore) => Number.isNaN(ore)) ? amountProblems.notAnAmount : '';

export const years = [0, 1, 2, 3] as const;

/** One pool that paid all of it goes on paying all of it. Nothing asked is nothing of each; who pays stays. */
export const withAsk = (draft: Draft, askOre: number | null): Partial<Draft> => {
  if (askOre === 0) return { askOre, shares: [...payersOf(draft.shares)] };
  const [only] = draft.shares;
  const before = draft.askOre ?? Number.NaN;
  const follows =
    draft.shares.length === 1 &&
    only !== undefined &&
    (Number.isNaN(before) || only.ore === before);
  return follows && askOre !== null && !Number.isNaN(askOre)
    ? { askOre, shares: [{ ...only, ore: askOre }] }
    : { askOre };
};

/** The first year leads: the years that cost the same follow it while it is typed. */
export const runningAfter = (costs: readonly number[], place: number, ore: number): number[] =>
  years.map((year) => {
    if (year === place) return ore;
    const follows = place === 0 && Object.is(costs[year], costs[0]);
    return follows ? ore : (costs[year] ?? ore);
  });

/** The pools a share may come from: the project's own first, each only once. */
export const poolsFor = (
  areas: readonly Area[],
  leadArea: AreaId | null,
  shares: readonly Share[],
  own: PoolId | null,
): readonly PoolId[] => {
  const all: readonly PoolId[] = [
    ...areas.filter((area) => area.id === leadArea).map((area) => areaPool(area.id)),
    'common',
    ...areas.filter((area) => area.id !== leadArea).map((area) => areaPool(area.id)),
  ];
  return all.filter((pool) => pool === own || !shares.some((share) => share.pool === pool));
};

const countable = (ore: number): number => (Number.isNaN(ore) ? 0 : ore);

/** When two pools share the whole amount, the other pays what the one being written does not. */
export const withShare = (draft: Draft, place: number, ore: number): Partial<Draft> => {
  const { shares, askOre } = draft;
  const asked = askOre ?? Number.NaN;
  const before = shares.reduce((sum, share) => sum + countable(share.ore), 0);
  const rest = asked - countable(ore);
  const follows = shares.length === 2 && before === asked && rest >= 0;
  return {
    shares: shares.map((share, at) =>
      at === place ? { ...share, ore } : follows ? { ...share, ore: rest } : share,
    ),
  };
};

/** Whether saving this would ask again, of whoever decides then. */
export const changesFunding = (project: Project, draft: Draft): boolean =>
  JSON.stringify([project.askOre, project.shares]) !== JSON.stringify([draft.askOre, draft.shares]);
