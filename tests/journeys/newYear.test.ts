import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { newYearOf, yearToOpen } from '#shared/domain/economy.ts';
import { areaPool, seededPools } from '#shared/domain/funding.ts';
import { type Choice, choice } from '#shared/domain/gates.ts';
import type { Project } from '#shared/domain/project.ts';
import { balanceIn } from '#shared/useCases/ledger/pools.ts';
import { openYear, poolsIn } from '#shared/useCases/money/editPools.ts';
import { noticeOf, revisionNow } from '#shared/useCases/outbox/notices.ts';
import { projectPage } from '#shared/useCases/pages/projectPage.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { putOnAgenda, recordMeetingDecision } from '#shared/useCases/requests/steerRequest.ts';
import { viewOf } from '#shared/useCases/requests/views.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const consultant = actor('consultant');
const requestId = 'p1-gate1-1';
const [old, fresh] = ['2026:area:omsorg', '2027:area:omsorg'];
const january = '2027-01-04T08:00:00Z';
const common = [{ pool: 'common' as const, ore: 85_000_00 }];

const send = (deps: Deps) => sendGateRequest(deps, consultant, { projectId: 'p1', gate: 'gate1' });

const asked = async (more: Partial<Project> = {}): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1', more);
  await send(deps);
  await deps.settle();
  return deps;
};

const say = (deps: Deps, given: Choice, who = 'chef-omsorg') =>
  answerRequest(deps, actor(who), {
    requestId,
    given: { type: 'choose', choice: given, comment: 'Derfor' },
  });
const investigate = (deps: Deps, who?: string) => say(deps, choice('investigate'), who);

const open = async (deps: TestDeps, year = 2027): Promise<void> => {
  expect((await openYear(deps, consultant, year)).ok).toBe(true);
  await deps.settle();
};

const swept = async (deps: TestDeps): Promise<void> => {
  expect((await sweep(deps, 'later')).failed).toEqual([]);
  await deps.settle();
};

const standing = (deps: TestDeps, row: string) => {
  const { reservedOre, grantedOre } = balanceIn(deps.stores, row);
  return { reservedOre, grantedOre };
};

const nothing = { reservedOre: 0, grantedOre: 0 };
const reserved = { reservedOre: 85_000_00, grantedOre: 0 };
const granted = { reservedOre: 0, grantedOre: 85_000_00 };

/** Another server, whose memory of some lists is as it is now while the source moves on. */
const server = (deps: TestDeps, ...lists: readonly (keyof TestDeps['stores'])[]): Deps => ({
  ...deps,
  later: () => undefined,
  stores: {
    ...deps.stores,
    ...Object.fromEntries(lists.map((list) => [list, behind<never>(deps.stores[list] as never)])),
  },
});

describe('a year that has come and is not opened', () => {
  it('is what a yes is refused with, and not that the pool is short', async () => {
    const deps = await asked();
    deps.clock.at = january;
    expect(await investigate(deps)).toMatchObject({
      type: 'refused',
      refusal: { type: 'yearNotOpened', year: 2027 },
      view: { pools: [{ year: 2027, notOpened: true, askedOre: 85_000_00 }] },
    });
    await deps.settle();
    expect(deps.stores.decisions.all()).toEqual([]);
    expect(standing(deps, old)).toEqual(reserved);
    await open(deps);
    expect(await investigate(deps)).toMatchObject({ type: 'ended' });
    await deps.settle();
    expect([standing(deps, old), standing(deps, fresh)]).toEqual([nothing, granted]);
  });

  it('keeps nobody from stopping or asking', async () => {
    const deps = await asked();
    deps.clock.at = january;
    const question = { type: 'ask' as const, comment: 'Hvad koster driften?' };
    const ask = await answerRequest(deps, actor('chef-omsorg'), { requestId, given: question });
    expect(ask.type).toBe('said');
    await deps.settle();
    expect(await say(deps, choice('stop'))).toMatchObject({ type: 'ended' });
    await deps.settle();
    expect([standing(deps, old), standing(deps, fresh)]).toEqual([nothing, nothing]);
  });

  it('keeps nobody from a yes that costs nothing', async () => {
    const deps = await asked({ askOre: 0, shares: [] });
    deps.clock.at = january;
    expect(await investigate(deps)).toMatchObject({ type: 'ended' });
    await deps.settle();
  });

  it('is said before anybody answers, when a gate is sent', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    deps.clock.at = january;
    const notOpened = [{ pool: 'area:omsorg', year: 2027, notOpened: true }];
    expect(projectPage(deps, consultant, 'p1')?.pools).toMatchObject(notOpened);
    expect((await send(deps)).ok).toBe(true);
    await deps.settle();
    expect(viewOf(deps, requestId)?.pools).toMatchObject(notOpened);
    await open(deps);
    expect(standing(deps, fresh)).toEqual(reserved);
    expect(viewOf(deps, requestId)?.pools[0]).not.toHaveProperty('notOpened');
  });

  it('is what a meeting’s yes is refused with too', async () => {
    const deps = await asked({ shares: common });
    await putOnAgenda(deps, consultant, { requestId, comment: 'Et medlem mangler' });
    deps.clock.at = january;
    const record = (outcome: 'investigate' | 'stop') =>
      recordMeetingDecision(deps, consultant, {
        requestId,
        choice: choice(outcome),
        ...{ comment: 'Besluttet på mødet', noted: [] },
      });
    expect(await record('investigate')).toMatchObject({ refusal: { type: 'yearNotOpened' } });
    expect(await record('stop')).toMatchObject({ type: 'ended' });
    await deps.settle();
  });

  it('is known to a server that has not heard that it was opened', async () => {
    const deps = await asked();
    deps.clock.at = january;
    const late = server(deps, 'pools');
    await open(deps);
    expect(await investigate(late)).toMatchObject({ type: 'ended' });
  });
});

describe('a decision', () => {
  it.each([
    ['a second before midnight in Copenhagen', '2026-12-31T22:59:59Z', granted, nothing],
    ['at midnight in Copenhagen', '2026-12-31T23:00:00Z', nothing, granted],
  ])('taken %s is granted in its own year', async (_, at, inOld, inFresh) => {
    const deps = await asked();
    await open(deps);
    deps.clock.at = at;
    expect(await investigate(deps)).toMatchObject({ type: 'ended' });
    await deps.settle();
    await swept(deps);
    expect([standing(deps, old), standing(deps, fresh)]).toEqual([inOld, inFresh]);
  });

  it('is taken at one moment, also while the year turns over it', async () => {
    const deps = await asked();
    await open(deps);
    deps.clock.at = '2026-12-31T22:59:59Z';
    const read = deps.stores.pools.read.bind(deps.stores.pools);
    deps.stores.pools.read = (id) => {
      deps.clock.at = '2026-12-31T23:00:01Z';
      return read(id);
    };
    await investigate(deps);
    await deps.settle();
    expect(deps.stores.decisions.get(requestId)?.value).toMatchObject({
      at: '2026-12-31T22:59:59Z',
      pools: [{ year: 2026 }],
    });
    expect([standing(deps, old), standing(deps, fresh)]).toEqual([granted, nothing]);
  });

  it('of December that is followed in January is posted in December’s year', async () => {
    const deps = await asked();
    await open(deps);
    deps.clock.at = '2026-12-31T20:00:00Z';
    const late = server(deps, 'decisions');
    await investigate({ ...deps, later: () => undefined });
    deps.clock.at = january;
    // The other server has not heard of the decision, and moves the money of what it takes for open.
    await sweep(late, 'later');
    expect(standing(deps, fresh)).toEqual(reserved);
    await swept(deps);
    expect([standing(deps, old), standing(deps, fresh)]).toEqual([granted, nothing]);
  });

  it('leaves nothing reserved by a server that was late to hear of it', async () => {
    const deps = await asked();
    await open(deps);
    deps.clock.at = '2026-12-31T20:00:00Z';
    const late = server(deps, 'decisions', 'requests');
    await investigate(deps);
    await deps.settle();
    deps.clock.at = january;
    await sweep(late, 'later');
    expect(standing(deps, fresh)).toEqual(reserved);
    await swept(deps);
    expect([standing(deps, old), standing(deps, fresh)]).toEqual([granted, nothing]);
  });
});

describe('a reservation still open at New Year', () => {
  const kinds = (deps: TestDeps, row: string) =>
    deps.stores.ledger.where('poolRow', row).map(({ value }) => value.kind);

  it('is moved once by two servers that do it at the same time', async () => {
    const deps = await asked();
    deps.clock.at = january;
    await open(deps);
    const [one, two] = [server(deps, 'ledger', 'pools'), server(deps, 'ledger', 'pools')];
    await Promise.all([sweep(one, 'later'), sweep(two, 'start')]);
    expect([kinds(deps, old), kinds(deps, fresh)]).toEqual([
      ['reserved', 'released'],
      ['reserved'],
    ]);
    expect(standing(deps, fresh)).toEqual(reserved);
  });

  it('is not moved back by a server whose clock is a little behind', async () => {
    const deps = await asked();
    await open(deps);
    deps.clock.at = '2026-12-31T23:00:05Z';
    await swept(deps);
    const now = '2026-12-31T22:59:55Z';
    const late = { ...server(deps), clock: { now: () => now, day: () => '2026-12-31' } };
    await sweep(late, 'later');
    await swept(deps);
    expect([standing(deps, old), standing(deps, fresh)]).toEqual([nothing, reserved]);
  });

  it('is short where the new year has less, and reserved as soon as there is enough', async () => {
    const deps = await asked();
    const row = deps.stores.pools.get(old);
    if (row) await deps.stores.pools.update(row, { budgetOre: 10_000_00 });
    deps.clock.at = january;
    await open(deps);
    await swept(deps);
    expect(viewOf(deps, requestId)?.pools).toMatchObject([{ missingOre: 75_000_00 }]);
    expect([standing(deps, old), standing(deps, fresh)]).toEqual([nothing, nothing]);
    const short = deps.stores.pools.get(fresh);
    if (short) await deps.stores.pools.update(short, { budgetOre: 90_000_00 });
    await swept(deps);
    expect(standing(deps, fresh)).toEqual(reserved);
  });
});

/** The turn of a year from end to end; each step may be done again by whoever comes next. */
const turn: readonly ((deps: TestDeps) => Promise<unknown>)[] = [
  send,
  async (deps) => {
    deps.clock.at = january;
    await sweep(deps, 'later');
  },
  (deps) => openYear(deps, consultant, 2027),
  (deps) => sweep(deps, 'later'),
  (deps) => investigate(deps),
  (deps) => sweep(deps, 'start'),
];

const played = async (failAfter: number): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1');
  deps.writes.failAfter = failAfter;
  for (const step of turn)
    for (const attempt of ['first', 'again']) {
      try {
        await step(deps);
        await deps.settle();
      } catch (thrown) {
        if (!(thrown instanceof Crash) || attempt === 'again') throw thrown;
      }
      // Whoever was cut off is started again.
      if (deps.writes.count > failAfter) {
        deps.writes.failAfter = Number.POSITIVE_INFINITY;
        await sweep(deps, 'start');
        await deps.settle();
      }
    }
  return deps;
};

const moneyIn = (deps: TestDeps) =>
  deps.stores.ledger
    .all()
    .map(({ value }) => `${value.poolRow} ${value.kind} ${value.ore}`)
    .sort();

describe('the turn of the year, cut off after any of its writes', async () => {
  const whole = await played(Number.POSITIVE_INFINITY);

  it('moves the money once and grants it once when nothing is cut off', () => {
    expect(moneyIn(whole)).toEqual([
      `${old} released 8500000`,
      `${old} reserved 8500000`,
      `${fresh} granted 8500000`,
      `${fresh} reserved 8500000`,
    ]);
  });

  it.each(Array.from({ length: whole.writes.count }, (_, place) => place))(
    'comes to the same after write %i',
    async (place) => {
      const deps = await played(place);
      expect(moneyIn(deps)).toEqual(moneyIn(whole));
      expect(poolsIn(deps).map(({ id }) => id)).toEqual(poolsIn(whole).map(({ id }) => id));
      expect(deps.stores.projects.get('p1')?.value.phase).toBe('investigation');
      const record = (world: TestDeps) =>
        world.stores.history
          .all()
          .map(({ value }) => value.cause)
          .sort();
      expect(record(deps)).toEqual(record(whole));
    },
  );
});

describe('opening a year', () => {
  it('is for the year we are in and the one ahead', async () => {
    const deps = await asked();
    for (const year of [2025, 2028])
      expect(await openYear(deps, consultant, year)).toMatchObject({
        refusal: { type: 'notAYearToOpen', years: [2026, 2027] },
      });
    expect((await openYear(deps, actor('chef-omsorg'), 2027)).ok).toBe(false);
  });

  it('is of the year that has come before the one ahead', () => {
    const pools = seededPools(2026, defaultAreas);
    expect(yearToOpen('2026-12-31', pools, defaultAreas)?.year).toBe(2027);
    expect(yearToOpen('2027-03-01', pools, defaultAreas)?.year).toBe(2027);
    const both = [...pools, ...seededPools(2027, defaultAreas)];
    expect(yearToOpen('2027-03-01', both, defaultAreas)?.year).toBe(2028);
    const all = [...both, ...seededPools(2028, defaultAreas)];
    expect(yearToOpen('2027-03-01', all, defaultAreas)).toBeNull();
  });

  it('takes last year’s budgets, the frame’s where there are none, and a pool for a new area', () => {
    const before = seededPools(2026, defaultAreas).map((pool) =>
      pool.id === old ? { ...pool, budgetOre: 321_000_00 } : pool,
    );
    const areas = [...defaultAreas, { id: 'borger', name: 'Borgerservice' }];
    const made = newYearOf(2027, before, areas);
    expect(made).toHaveLength(before.length + 1);
    expect(made.find(({ id }) => id === fresh)?.budgetOre).toBe(321_000_00);
    expect(made.find(({ area }) => area === 'borger')).toMatchObject({
      id: `2027:${areaPool('borger')}`,
      budgetOre: 200_000_00,
    });
    expect(newYearOf(2027, [], defaultAreas)).toEqual(seededPools(2027, defaultAreas));
    expect(newYearOf(2027, [...before, ...made], areas)).toEqual([]);
  });
});

describe('the consultant is reminded', () => {
  const reminders = (deps: TestDeps) =>
    deps.stores.messages
      .all()
      .map(({ value }) => value)
      .filter(({ kind }) => kind === 'yearNotOpened');

  const at = async (deps: TestDeps, ...moments: readonly string[]): Promise<number> => {
    for (const moment of moments) {
      deps.clock.at = moment;
      await swept(deps);
    }
    return reminders(deps).length;
  };

  it.each([
    ['in November', '2026-11-30T09:00:00Z', 0],
    ['before eight', '2026-12-01T06:59:00Z', 0],
    ['in the morning of 1 December', '2026-12-01T07:00:00Z', 1],
    ['in the evening', '2026-12-01T16:30:00Z', 0],
    ['on a Saturday', '2026-12-05T09:00:00Z', 0],
    ['on Christmas Day', '2026-12-25T09:00:00Z', 0],
    ['on New Year’s Day', '2027-01-01T09:00:00Z', 0],
    ['on the first working day of the year', '2027-01-04T08:00:00Z', 1],
  ])('%s', async (_, moment, count) => {
    expect(await at(await asked(), moment)).toBe(count);
  });

  it('once in December and once when the year has come, whichever server does it', async () => {
    const deps = await asked();
    const mornings = ['2026-12-01', '2026-12-02', '2026-12-14', '2027-01-04', '2027-03-01'];
    const count = await at(deps, ...mornings.map((day) => `${day}T09:00:00Z`));
    expect(count).toBe(2);
    await Promise.all([sweep(server(deps, 'messages'), 'later'), sweep(deps, 'start')]);
    expect(reminders(deps).map(({ id }) => id)).toEqual([
      'year:2027:ahead:consultant',
      'year:2027:late:consultant',
    ]);
  });

  it('not at all when the year is opened, and the card says so when it is done', async () => {
    const deps = await asked();
    await at(deps, '2026-12-01T09:00:00Z');
    const [message] = reminders(deps);
    if (!message) throw new Error('nobody was reminded');
    expect(noticeOf(deps, message)).toMatchObject({ year: 2027, isOpened: false, hasCome: false });
    await open(deps);
    expect(revisionNow(deps, message)).toBe(1);
    expect(noticeOf(deps, message)).toMatchObject({ isOpened: true, revision: 1 });
    expect(await at(deps, '2027-01-04T09:00:00Z')).toBe(1);
  });
});
