import { z } from 'zod';
import type { Balance } from '#shared/domain/book.ts';
import type { Pool, Posting } from '#shared/domain/funding.ts';
import type { Gate } from '#shared/domain/gates.ts';
import type { Ore } from '#shared/domain/money.ts';

z.config({ jitless: true });

/** One pool of a year with its figures. */
export type PoolLineReply = {
  readonly pool: Pool;
  readonly revision: string;
  readonly balance: Balance;
  /** Asked for in open requests and not covered; it stands beyond the budget line. */
  readonly shortOre: Ore;
};

export type PostingReply = Posting & {
  readonly poolTitle: string;
  readonly projectTitle: string;
  /** What the pool had left right after it. */
  readonly afterOre: Ore;
};

/** A grant that money can still be entered on. */
export type GrantReply = {
  readonly requestId: string;
  readonly projectId: string;
  readonly title: string;
  readonly gate: Gate;
  readonly poolRow: string;
  readonly grantedOre: Ore;
  readonly unspentOre: Ore;
};

export type EconomyReply = {
  readonly asOf: string;
  readonly year: number;
  /** The year we are in, Copenhagen's. */
  readonly thisYear: number;
  readonly years: readonly number[];
  readonly pools: readonly PoolLineReply[];
  readonly fixed: {
    readonly lines: readonly { readonly pool: Pool; readonly revision: string }[];
    readonly computedOre: Ore;
    readonly statedOre: Ore;
    readonly differenceOre: Ore;
  };
  /** Newest first, at most `postingsAtOnce`; `found` says how many the filter leaves in all. */
  readonly postings: readonly PostingReply[];
  readonly found: number;
  readonly grants: readonly GrantReply[];
  readonly projects: readonly { readonly id: string; readonly title: string }[];
  readonly mayEnter: boolean;
  readonly mayChange: boolean;
  /**
   * The year that waits to be opened, and the rows a press would make: the one we are in when it
   * is not opened, else the one ahead; null when both are there.
   */
  readonly nextYear: { readonly year: number; readonly pools: readonly Pool[] } | null;
};

export const postingsAtOnce = 200;

/** What the page is filtered by; all of it is in the address. */
export const economyFilter = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  pool: z.string().max(120).optional(),
  project: z.string().max(120).optional(),
  quarter: z.coerce.number().int().min(1).max(4).optional(),
});
export type EconomyFilter = z.infer<typeof economyFilter>;

const key = z.string().min(8).max(80);
const text = z.string().trim().max(500);
const ore = z.number().int().min(-100_000_000_000).max(100_000_000_000);

export const postPosting = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('spending'),
    key,
    poolRow: z.string().max(120),
    text,
    requestId: z.string().max(120),
    ore,
  }),
  z.strictObject({ type: z.literal('purchase'), key, poolRow: z.string().max(120), text, ore }),
  z.strictObject({
    type: z.literal('correction'),
    key,
    poolRow: z.string().max(120),
    text,
    corrects: z.string().max(120),
    ore,
  }),
  z.strictObject({
    type: z.literal('release'),
    key,
    poolRow: z.string().max(120),
    text,
    requestId: z.string().max(120),
    ore,
  }),
]);

export type PostPosting = z.infer<typeof postPosting>;

export const patchPool = z.strictObject({
  revision: z.string().max(200),
  budgetOre: z.number().int().min(0).max(100_000_000_000),
});

export const postYear = z.strictObject({ year: z.number().int().min(2000).max(2100) });
