import type {
  EconomyReply,
  GrantReply,
  PoolLineReply,
  PostingReply,
} from '#shared/contract/economy.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import type { Balance } from '#shared/domain/book.ts';
import { fixedLinesOf } from '#shared/domain/economy.ts';
import { type Pool, seededPools } from '#shared/domain/funding.ts';

const pools = seededPools(2026, defaultAreas);

export const aPool = (id: string): Pool => {
  const pool = pools.find((one) => one.id === id);
  if (!pool) throw new Error(`There is no pool ${id}.`);
  return pool;
};

/** Whole kroner; what is left follows from the rest. */
export const aBalance = (
  budget: number,
  { spent = 0, granted = 0, reserved = 0, released = 0 } = {},
): Balance => ({
  budgetOre: budget * 100,
  spentOre: spent * 100,
  grantedOre: granted * 100,
  reservedOre: reserved * 100,
  releasedOre: released * 100,
  availableOre: (budget - spent - granted - reserved) * 100,
});

export const aLine = (id: string, balance: Balance, short = 0): PoolLineReply => ({
  pool: { ...aPool(id), budgetOre: balance.budgetOre },
  revision: `"${id},1"`,
  balance,
  shortOre: short * 100,
});

export const aPosting = (given: Partial<PostingReply> = {}): PostingReply => ({
  id: '2026:area:omsorg:3',
  cause: 'entry:key-00000001',
  poolRow: '2026:area:omsorg',
  seq: 3,
  kind: 'spent',
  ore: 18_500_00,
  projectId: 'p1',
  requestId: 'p1-gate1-1',
  corrects: null,
  text: 'Faktura 1042',
  by: 'Konsulent, DigiTek',
  at: '2026-09-14T08:00:00Z',
  poolTitle: 'Omsorg',
  projectTitle: 'Nøglefri hjemmepleje',
  afterOre: 35_000_00,
  ...given,
});

export const aGrant = (given: Partial<GrantReply> = {}): GrantReply => ({
  requestId: 'p1-gate1-1',
  projectId: 'p1',
  title: 'Nøglefri hjemmepleje',
  gate: 'gate1',
  poolRow: '2026:area:omsorg',
  grantedOre: 85_000_00,
  unspentOre: 38_000_00,
  ...given,
});

export const anEconomy = (given: Partial<EconomyReply> = {}): EconomyReply => {
  const fixed = fixedLinesOf(pools);
  return {
    asOf: '2026-11-23T09:42:00Z',
    year: 2026,
    thisYear: 2026,
    years: [2026],
    pools: pools
      .filter((pool) => pool.kind !== 'fixed')
      .map((pool) => aLine(pool.id, aBalance(pool.budgetOre / 100))),
    fixed: { ...fixed, lines: fixed.lines.map((pool) => ({ pool, revision: `"${pool.id},1"` })) },
    postings: [],
    found: 0,
    grants: [],
    projects: [],
    mayEnter: true,
    mayChange: true,
    nextYear: null,
    ...given,
  };
};
