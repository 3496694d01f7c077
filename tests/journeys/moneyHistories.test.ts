import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookOf } from '#shared/domain/book.ts';
import type { PoolId, Posting, Share } from '#shared/domain/funding.ts';
import { choice } from '#shared/domain/gates.ts';
import { bookIn } from '#shared/useCases/ledger/books.ts';
import { balanceIn } from '#shared/useCases/ledger/pools.ts';
import { openYear, poolsIn } from '#shared/useCases/money/editPools.ts';
import { enterPosting } from '#shared/useCases/money/enterPosting.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { withdrawRequest } from '#shared/useCases/requests/steerRequest.ts';
import { openRequestOf } from '#shared/useCases/requests/views.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { runsOf } from '../builders/long.ts';
import { actor, allSteps, aReadyProject, furnish } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const consultant = actor('consultant');
const projects = ['a', 'b', 'c', 'd', 'e'] as const;
const newYear = '2027-01-04T08:00:00Z';
const pools: readonly PoolId[] = ['area:omsorg', 'area:sundhed', 'common'];

type Move = {
  readonly do:
    | 'send'
    | 'answer'
    | 'withdraw'
    | 'fund'
    | 'spend'
    | 'release'
    | 'buy'
    | 'kill'
    | 'year'
    | 'open';
  readonly project: (typeof projects)[number];
  readonly pool: PoolId;
  readonly ore: number;
  readonly stop: boolean;
  readonly split: boolean;
  readonly after: number;
};

const move = fc.record<Move>({
  do: fc.constantFrom<Move['do'][]>(
    ...(['send', 'send', 'send', 'answer', 'answer', 'answer', 'fund', 'fund'] as const),
    ...(['withdraw', 'spend', 'release', 'buy', 'kill', 'kill', 'year', 'open'] as const),
  ),
  project: fc.constantFrom(...projects),
  pool: fc.constantFrom(...pools),
  ore: fc.integer({ min: 1, max: 150_000_00 }),
  stop: fc.boolean(),
  split: fc.boolean(),
  after: fc.nat(6),
});

const sharesOf = ({ ore, pool, split }: Move): readonly Share[] => {
  const half = Math.floor(ore / 2);
  return split && pool !== 'area:omsorg'
    ? [
        { pool: 'area:omsorg', ore: ore - half },
        { pool, ore: half },
      ]
    : [{ pool, ore }];
};

const grantIn = (deps: TestDeps, projectId: string): Posting | undefined =>
  deps.stores.ledger
    .all()
    .map((row) => row.value)
    .findLast((posting) => posting.kind === 'granted' && posting.projectId === projectId);

type Play = (deps: TestDeps, one: Move, n: number) => Promise<unknown>;

const enter: Play = async (deps, one, n) => {
  const grant = grantIn(deps, one.project);
  if (!grant?.requestId) return;
  await enterPosting(deps, consultant, {
    type: one.do === 'release' ? 'release' : 'spending',
    key: `k${n}`,
    poolRow: grant.poolRow,
    text: 'Faktura',
    requestId: grant.requestId,
    ore: one.ore,
  });
};

const answerAll: Play = async (deps, one) => {
  const open = openRequestOf(deps, one.project);
  if (!open) return;
  const given = {
    type: 'choose',
    choice: choice(one.stop ? 'stop' : 'investigate'),
    comment: 'Derfor',
  } as const;
  await Promise.all(
    open.decider.seats.map((seat) =>
      answerRequest(deps, actor(`chef-${seat}`), { requestId: open.id, given }),
    ),
  );
};

const plays: Record<Exclude<Move['do'], 'kill'>, Play> = {
  send: (deps, one) => sendGateRequest(deps, consultant, { projectId: one.project, gate: 'gate1' }),
  answer: answerAll,
  withdraw: async (deps, one) => {
    const open = openRequestOf(deps, one.project);
    if (open) await withdrawRequest(deps, consultant, { requestId: open.id, comment: 'Trukket' });
  },
  fund: (deps, one) =>
    editProject(deps, consultant, {
      id: one.project,
      revision: deps.stores.projects.get(one.project)?.etag ?? '',
      changes: { askOre: one.ore, shares: sharesOf(one) },
    }),
  // Only this server's clock: the other's is behind until its own year turns.
  year: async (deps) => {
    deps.clock.at = newYear;
    await sweep(deps, 'later');
  },
  open: async (deps) => {
    await openYear(deps, consultant, 2027);
    await sweep(deps, 'later');
  },
  spend: enter,
  release: enter,
  buy: (deps, one, n) =>
    enterPosting(deps, consultant, {
      type: 'purchase',
      key: `k${n}`,
      poolRow: `2026:${one.pool}`,
      text: 'Indkøb',
      ore: one.ore,
    }),
};

/** A grant is of the year its decision was taken in, and nothing open has money in two years. */
const years = (deps: TestDeps): void => {
  for (const { value } of deps.stores.ledger.all()) {
    const decision = deps.stores.decisions.get(value.requestId ?? '')?.value;
    if (value.kind === 'granted') expect(value.poolRow.slice(0, 4)).toBe(decision?.at.slice(0, 4));
  }
  for (const { value: request } of deps.stores.requests.all())
    for (const { pool } of request.shares) {
      const held = ['2026', '2027'].filter(
        (year) => bookIn(deps.stores, `${year}:${pool}`).reservedFor(request.id) > 0,
      );
      expect(held.length).toBeLessThanOrEqual(1);
    }
};

/** Budget = left + reserved + granted-not-spent + spent, in every pool, whichever way it is counted. */
const balances = (deps: TestDeps): void => {
  for (const pool of poolsIn(deps)) {
    const balance = balanceIn(deps.stores, pool.id);
    const { availableOre, reservedOre, grantedOre, spentOre } = balance;
    expect(availableOre + reservedOre + grantedOre + spentOre).toBe(pool.budgetOre);
    const postings = deps.stores.ledger.where('poolRow', pool.id).map((row) => row.value);
    expect(bookOf(postings).balance(pool.budgetOre)).toEqual(balance);
    expect(postings.map((posting) => posting.seq)).toEqual(postings.map((_, index) => index + 1));
  }
};

/** A reservation was covered when it was made, and an ended request holds none. */
const reservations = (deps: TestDeps): void => {
  for (const pool of poolsIn(deps)) {
    const postings = deps.stores.ledger.where('poolRow', pool.id).map((row) => row.value);
    for (const [index, posting] of postings.entries())
      if (posting.kind === 'reserved')
        expect(
          bookOf(postings.slice(0, index + 1)).balance(pool.budgetOre).availableOre,
        ).toBeGreaterThanOrEqual(0);
    for (const decision of deps.stores.decisions.all())
      expect(bookOf(postings).reservedFor(decision.value.id)).toBe(0);
  }
};

const causes = (deps: TestDeps): void => {
  const given = deps.stores.ledger.all().map((row) => row.value.cause);
  expect(new Set(given).size).toBe(given.length);
  for (const cause of given)
    expect(
      cause.startsWith('entry:') ||
        deps.stores.requests.get(cause.split(':')[0] ?? '') !== undefined,
    ).toBe(true);
};

const world = (): readonly [TestDeps, TestDeps] => {
  const first = testDeps();
  furnish(first.stores);
  for (const id of projects) {
    first.stores.projects.put(aReadyProject('gate1', { id }));
    first.stores.steps.put(...allSteps(id, 'gate1'));
  }
  return [first, { ...testDeps(first.stores), writes: first.writes }];
};

const settle = async (servers: readonly TestDeps[]): Promise<void> => {
  for (const server of servers) await server.settle();
};

const playAll = async (servers: readonly [TestDeps, TestDeps], moves: readonly Move[]) => {
  const [first] = servers;
  for (const [n, one] of moves.entries()) {
    const deps = servers[n % 2 === 0 ? 0 : 1];
    if (one.do === 'kill') {
      first.writes.failAfter = first.writes.count + one.after;
      continue;
    }
    await plays[one.do](deps, one, n).catch(() => undefined);
    await settle(servers);
    balances(first);
    if (first.writes.failAfter === Number.POSITIVE_INFINITY) continue;
    first.writes.failAfter = Number.POSITIVE_INFINITY;
    await sweep(deps, 'start');
    await settle(servers);
    balances(first);
  }
};

describe('any history of the pools, on two servers, with kills', () => {
  it('balances to the øre at every moment, and every posting has its cause', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 40 }), async (moves) => {
        const servers = world();
        await playAll(servers, moves);
        for (const server of servers) {
          server.clock.at = newYear;
          await sweep(server, 'start');
        }
        await settle(servers);
        await sweep(servers[0], 'later');
        years(servers[0]);
        reservations(servers[0]);
        causes(servers[0]);
      }),
      { seed: 2026, numRuns: runsOf({ daily: 150, long: 2_000 }) },
    );
  });
});
