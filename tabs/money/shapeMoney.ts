import type { EconomyReply, PoolLineReply, PostingReply } from '#shared/contract/economy.ts';
import type { Balance } from '#shared/domain/book.ts';
import { type Ore, sumOf } from '#shared/domain/money.ts';

export const barKinds = ['spent', 'granted', 'reserved', 'left', 'beyond'] as const;
export type BarKind = (typeof barKinds)[number];

export type BarPart = {
  readonly kind: BarKind;
  /** Where it begins and how wide it is, in per cent of the track. */
  readonly from: number;
  readonly wide: number;
};

export type Bar = {
  readonly parts: readonly BarPart[];
  /** Where the budget ends, in per cent of the track. */
  readonly line: number;
};

type Money = Pick<PoolLineReply, 'balance' | 'shortOre'>;

/** How far a pool's bar goes: what is used or left, and what is asked for beyond it. */
const reachOf = ({ balance, shortOre }: Money): Ore =>
  Math.max(balance.budgetOre, balance.budgetOre - balance.availableOre) + shortOre;

const leastShare = 60;
const mostShare = 98;

/**
 * How much of the track a budget takes, in per cent. Every bar has its own scale, and all lines
 * stand below one another; only a bar that goes very far has its line further in.
 */
export const budgetShareOf = (lines: readonly Money[]): number => {
  const ratios = lines
    .filter(({ balance }) => balance.budgetOre > 0)
    .map((line) => reachOf(line) / line.balance.budgetOre);
  return Math.min(mostShare, Math.max(leastShare, 100 / Math.max(1, ...ratios)));
};

/**
 * A pool as a bar. What is used and what is left end at the budget's line; what is asked for and
 * not covered begins there, because it is not reserved and takes nothing of what is left.
 */
export const barOf = (line: Money, budgetShare: number): Bar => {
  const { balance, shortOre } = line;
  const orePerPercent = Math.max(balance.budgetOre / budgetShare, reachOf(line) / 100, 1 / 100);
  const percent = (ore: Ore): number => ore / orePerPercent;
  const sizes: readonly (readonly [BarKind, Ore])[] = [
    ['spent', Math.max(0, balance.spentOre)],
    ['granted', balance.grantedOre],
    ['reserved', balance.reservedOre],
    ['left', Math.max(0, balance.availableOre)],
    ['beyond', shortOre],
  ];
  let from = 0;
  const parts = sizes
    .filter(([, ore]) => ore > 0)
    .map(([kind, ore]): BarPart => {
      const part = { kind, from, wide: percent(ore) };
      from += part.wide;
      return part;
    });
  return { parts, line: percent(balance.budgetOre) };
};

/** What a pool would need to cover all that is asked of it; 0 when it can. */
export const missingOf = ({ balance, shortOre }: Money): Ore =>
  Math.max(0, shortOre - balance.availableOre);

export type Totals = Balance & { readonly shortOre: Ore };

export const totalsOf = (lines: readonly PoolLineReply[]): Totals => {
  const sum = (of: (line: PoolLineReply) => Ore): Ore => sumOf(lines.map(of));
  return {
    budgetOre: sum(({ balance }) => balance.budgetOre),
    spentOre: sum(({ balance }) => balance.spentOre),
    grantedOre: sum(({ balance }) => balance.grantedOre),
    reservedOre: sum(({ balance }) => balance.reservedOre),
    releasedOre: sum(({ balance }) => balance.releasedOre),
    availableOre: sum(({ balance }) => balance.availableOre),
    shortOre: sum(({ shortOre }) => shortOre),
  };
};

/** The year that is shown is the one we are in, and has no pools: nobody has opened it. */
export const isNotOpened = ({
  year,
  thisYear,
  pools,
}: Pick<EconomyReply, 'year' | 'thisYear' | 'pools'>): boolean =>
  year === thisYear && pools.length === 0;

export type ShortPool = { readonly line: PoolLineReply; readonly missingOre: Ore };

/** Who is short, the one that misses most first. */
export const shortPools = (lines: readonly PoolLineReply[]): readonly ShortPool[] =>
  lines
    .map((line) => ({ line, missingOre: missingOf(line) }))
    .filter(({ missingOre }) => missingOre > 0)
    .sort((a, b) => b.missingOre - a.missingOre);

export type ProjectChoice = EconomyReply['projects'][number];

/** A filter leaves fewer projects in the reply: those known before can still be chosen. */
export const mergeProjects = (
  known: readonly ProjectChoice[],
  fresh: readonly ProjectChoice[],
): readonly ProjectChoice[] => {
  const all = new Map(known.map((project) => [project.id, project]));
  for (const project of fresh) all.set(project.id, project);
  return [...all.values()].sort((a, b) => a.title.localeCompare(b.title, 'da'));
};

/** Only what was spent is put right by a correction; the rest follows from decisions. */
export const mayCorrect = (posting: Pick<PostingReply, 'kind'>): boolean =>
  posting.kind === 'spent';

/** The number of a posting in its pool: the last part of its id. */
export const seqIn = (postingId: string): string => postingId.slice(postingId.lastIndexOf(':') + 1);

/** The pool of another year's row, as it stands in the year that is shown. */
export const poolOf = (
  reply: Pick<EconomyReply, 'pools'>,
  row: string,
): PoolLineReply | undefined => reply.pools.find(({ pool }) => pool.id === row);
