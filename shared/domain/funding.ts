import type { AreaId } from './area.ts';
import type { Change } from './history.ts';
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
  readonly lastChange: Change | null;
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
  /** The grant it belongs to. */
  readonly requestId: string | null;
  /** A correction names the posting it puts right; the posting itself is never edited. */
  readonly corrects: string | null;
  readonly text: string;
  readonly by: string;
  readonly at: string;
};

/** What a request asks of a pool, beside what the pool has without this request's own reservation. */
export type PoolView = {
  readonly pool: PoolId;
  readonly askedOre: Ore;
  readonly beforeOre: Ore;
  readonly afterOre: Ore;
  /** Øre missing; 0 when there is enough. */
  readonly missingOre: Ore;
  /** The year whose pool it is; decisions stored before this was said have none. */
  readonly year?: number;
  /** There is no such pool, because its year is not opened: the money is not gone. */
  readonly notOpened?: true;
  /** The pool behind the figures, for its bar; left out where only the figures are known. */
  readonly parts?: {
    readonly budgetOre: Ore;
    readonly spentOre: Ore;
    readonly grantedOre: Ore;
    /** Reserved for other requests. */
    readonly othersOre: Ore;
  };
};

/** Which year's pool a view is of, and whether that year is opened. */
export type PoolYear = Pick<PoolView, 'year' | 'notOpened'>;

/** The year that must be opened before these pools can pay; null when none of them lacks it. */
export const yearNotOpenedIn = (pools: readonly PoolView[]): number | null =>
  pools.find((pool) => pool.missingOre > 0 && pool.notOpened)?.year ?? null;

/** Shares that ask for money, one per pool. */
export const payingShares = (shares: readonly Share[]): readonly Share[] =>
  shares.filter((share) => share.ore > 0);

/**
 * The shares of what is asked for. Who pays and how much are two things (domain.md, Money): who
 * asks for nothing takes nothing of any pool, whatever the shares of an earlier gate still say.
 */
export const askedShares = (asked: {
  readonly askOre: Ore;
  readonly shares: readonly Share[];
}): readonly Share[] => (asked.askOre > 0 ? payingShares(asked.shares) : []);

/** Who pays, without how much: the same pools, each with nothing yet. */
export const payersOf = (shares: readonly Share[]): readonly Share[] =>
  shares.map(({ pool }) => ({ pool, ore: 0 }));

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
    lastChange: null,
  })),
  {
    id: poolRowId(year, 'common'),
    year,
    title: 'Fællespuljen',
    kind: 'commonPool',
    area: null,
    budgetOre: 1_372_000_00,
    lastChange: null,
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
    lastChange: null,
  })),
];
