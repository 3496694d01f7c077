import type { AreaId } from './area.ts';
import { type Ore, sumOf } from './money.ts';

/** `common`, or `area:` and the area's id. */
export type PoolId = 'common' | `area:${AreaId}`;

export type Share = { readonly pool: PoolId; readonly ore: Ore };

export const areaPool = (area: AreaId): PoolId => `area:${area}`;

export const isPoolId = (value: unknown): value is PoolId =>
  value === 'common' ||
  (typeof value === 'string' && value.startsWith('area:') && value.length > 5);

/** The area that owns a pool; null for the common pool. */
export const ownerOf = (pool: PoolId): AreaId | null =>
  pool === 'common' ? null : pool.slice('area:'.length);

/** One row a year and pool. Fixed expenses are rows too, so that the year can be added up. */
export type Pool = {
  /** `2026:common`, `2026:area:omsorg`, `2026:fixed:tucv`. */
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly kind: 'areaPool' | 'commonPool' | 'fixed';
  readonly area: AreaId | null;
  readonly budgetOre: Ore;
};

export const poolRowId = (year: number, pool: PoolId): string => `${year}:${pool}`;

export const postingKinds = ['reserved', 'granted', 'released', 'spent', 'correction'] as const;
export type PostingKind = (typeof postingKinds)[number];

/** One line of the append-only ledger. */
export type Posting = {
  /** `<pool row>:<seq>`: SharePoint itself refuses two postings with the same number in a pool. */
  readonly id: string;
  /** Unique: what this posting follows from, e.g. `<request>:reserved:<pool>`. */
  readonly cause: string;
  readonly poolRow: string;
  readonly seq: number;
  readonly kind: PostingKind;
  readonly ore: Ore;
  readonly projectId: string | null;
  readonly requestId: string | null;
  readonly text: string;
  readonly by: string;
  readonly at: string;
};

export type Balance = {
  readonly budgetOre: Ore;
  readonly reservedOre: Ore;
  /** Granted and not yet spent. */
  readonly grantedOre: Ore;
  readonly spentOre: Ore;
  /** Budget − reserved − granted-not-spent − spent; negative when overdrawn. */
  readonly availableOre: Ore;
};

type GrantState = { reserved: Ore; granted: Ore; spent: Ore };

const apply = (state: GrantState, posting: Posting): void => {
  switch (posting.kind) {
    case 'reserved':
      state.reserved += posting.ore;
      return;
    case 'granted':
      state.reserved = 0;
      state.granted += posting.ore;
      return;
    case 'released':
      if (state.reserved > 0) state.reserved = Math.max(0, state.reserved - posting.ore);
      else state.granted = Math.max(0, state.granted - posting.ore);
      return;
    case 'spent':
    case 'correction':
      state.spent += posting.ore;
      return;
  }
};

/**
 * What a pool holds, from its postings in order. A grant replaces its request's reservation;
 * spending uses the grant first, what goes beyond it counts at once.
 */
export const balanceOf = (budgetOre: Ore, postings: Iterable<Posting>): Balance => {
  const grants = new Map<string, GrantState>();
  for (const posting of postings) {
    const owner = posting.requestId ?? posting.id;
    const state = grants.get(owner) ?? { reserved: 0, granted: 0, spent: 0 };
    grants.set(owner, state);
    apply(state, posting);
  }
  let reservedOre = 0;
  let grantedOre = 0;
  let spentOre = 0;
  for (const state of grants.values()) {
    reservedOre += state.reserved;
    grantedOre += Math.max(0, state.granted - Math.max(0, state.spent));
    spentOre += state.spent;
  }
  return {
    budgetOre,
    reservedOre,
    grantedOre,
    spentOre,
    availableOre: budgetOre - reservedOre - grantedOre - spentOre,
  };
};

/** Øre still reserved for a request in a pool. */
export const reservedFor = (requestId: string, postings: Iterable<Posting>): Ore => {
  const state: GrantState = { reserved: 0, granted: 0, spent: 0 };
  for (const posting of postings) if (posting.requestId === requestId) apply(state, posting);
  return state.reserved;
};

/** What a request asks of a pool, beside what the pool has without this request's own reservation. */
export type PoolView = {
  readonly pool: PoolId;
  readonly askedOre: Ore;
  readonly beforeOre: Ore;
  readonly afterOre: Ore;
  /** Øre missing; 0 when there is enough. */
  readonly missingOre: Ore;
  /** The pool behind the figures, for its bar; left out where only the figures are known. */
  readonly parts?: {
    readonly budgetOre: Ore;
    readonly spentOre: Ore;
    readonly grantedOre: Ore;
    /** Reserved for other requests. */
    readonly othersOre: Ore;
  };
};

export const poolViewOf = (share: Share, balance: Balance, ownReservedOre: Ore): PoolView => {
  const beforeOre = balance.availableOre + ownReservedOre;
  const afterOre = beforeOre - share.ore;
  return {
    pool: share.pool,
    askedOre: share.ore,
    beforeOre,
    afterOre,
    missingOre: share.ore > 0 ? Math.max(0, -afterOre) : 0,
    parts: {
      budgetOre: balance.budgetOre,
      spentOre: balance.spentOre,
      grantedOre: balance.grantedOre,
      othersOre: balance.reservedOre - ownReservedOre,
    },
  };
};

/** Shares that ask for money, one per pool. */
export const payingShares = (shares: readonly Share[]): readonly Share[] =>
  shares.filter((share) => share.ore > 0);

export const totalOf = (shares: readonly Share[]): Ore => sumOf(shares.map((share) => share.ore));

/** The budgets of a year as the seeds write them (000:74–109), in øre. */
export const seededPools = (
  year: number,
  areas: readonly { id: AreaId; name: string }[],
): Pool[] => [
  ...areas.map((area) => ({
    id: poolRowId(year, areaPool(area.id)),
    year,
    title: area.name,
    kind: 'areaPool' as const,
    area: area.id,
    budgetOre: 200_000_00,
  })),
  {
    id: poolRowId(year, 'common'),
    year,
    title: 'Fællespuljen',
    kind: 'commonPool',
    area: null,
    budgetOre: 1_372_000_00,
  },
  ...(
    [
      ['tucv', 'TUCV', 500_000_00],
      ['memberships', 'Øvrige medlemskaber', 166_000_00],
      ['staff', 'Personale', 1_750_000_00],
      ['purchases', 'Småindkøb', 50_000_00],
      ['events', 'Konferencer, temadage og events', 100_000_00],
    ] as const
  ).map(([code, title, budgetOre]) => ({
    id: `${year}:fixed:${code}`,
    year,
    title,
    kind: 'fixed' as const,
    area: null,
    budgetOre,
  })),
];
