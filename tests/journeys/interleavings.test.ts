import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, choice, sameChoice } from '#shared/domain/gates.ts';
import {
  choiceOf,
  type Decision,
  inTimeOf,
  positionOf,
  type Statement,
} from '#shared/domain/request.ts';
import type { Stores } from '#shared/useCases/ports.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import {
  putOnAgenda,
  recordMeetingDecision,
  withdrawRequest,
} from '#shared/useCases/requests/steerRequest.ts';
import { readRequest } from '#shared/useCases/requests/views.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { runsOf } from '../builders/long.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { inTurns } from '../worlds/memory/inTurns.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

/*
 * One matter of the chefgruppe, two servers, and people who all act at once. The order in which
 * their calls reach the lists is the scheduler's; whichever it is, there is one end, in writing no
 * difference that was there is passed over, and at the meeting each is noted.
 */

const id = 'p1-gate1-1';
const areas = ['social', 'sundhed', 'omsorg'] as const;
type Area = (typeof areas)[number];

const said = { investigate: choice('investigate'), stop: choice('stop') } as const;
type Said = keyof typeof said;

const acts = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      seat: fc.constantFrom(...areas),
      by: fc.constantFrom('chef' as const, 'deputy' as const),
      says: fc.constantFrom<Said | 'meeting'>(
        'investigate',
        'investigate',
        'investigate',
        'stop',
        'meeting',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      says: fc.constantFrom<Said>('investigate', 'stop'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw' as const, 'agenda' as const, 'funding' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('appoint' as const, 'dismiss' as const),
      seat: fc.constantFrom(...areas),
    }),
  },
);
type Act = typeof acts extends fc.Arbitrary<infer A> ? A : never;

const server = fc.constantFrom(0 as const, 1 as const);

/** Each chef is for it at some moment, before or after whatever else happens. */
const agreeing = (seat: Area): fc.Arbitrary<readonly [0 | 1, Act]> =>
  server.map((on) => [on, { do: 'answer', seat, by: 'chef', says: 'investigate' }] as const);

const deputyOf = (seat: Area): string => (seat === 'omsorg' ? 'stranger' : 'digitek');

const deputyship = (seat: Area | null) => ({
  deputyFor: seat,
  deputyFrom: seat && '2026-11-01',
  deputyTo: seat && '2026-12-31',
});

type Result = { readonly type: string };

const plays: {
  readonly [D in Act['do']]: (
    deps: TestDeps,
    act: Extract<Act, { do: D }>,
  ) => Promise<Result | undefined>;
} = {
  answer: (deps, { seat, by, says }) =>
    answerRequest(deps, actor(by === 'chef' ? `chef-${seat}` : deputyOf(seat)), {
      requestId: id,
      given:
        says === 'meeting'
          ? { type: 'meeting', seat, comment: '' }
          : { type: 'choose', seat, choice: said[says], comment: 'Derfor' },
    }),
  record: async (deps, { says }) => {
    // As the screen does: it shows who has said something else, and asks for a word from each.
    const seen = await readRequest(deps, id);
    const statements = seen?.statements ?? [];
    const noted = areas
      .filter((seat) => {
        const position = positionOf(seat, statements);
        return position.type === 'choice' && !sameChoice(position.choice, said[says]);
      })
      .map((seat) => ({ seat, text: 'Sagt på mødet' }));
    return recordMeetingDecision(deps, actor('consultant'), {
      requestId: id,
      choice: said[says],
      comment: 'Sådan blev det',
      noted,
    });
  },
  withdraw: (deps) =>
    withdrawRequest(deps, actor('consultant'), { requestId: id, comment: 'Vi venter' }),
  agenda: (deps) => putOnAgenda(deps, actor('consultant'), { requestId: id, comment: '' }),
  funding: async (deps) => {
    const row = await deps.stores.projects.read('p1');
    if (row)
      await editProject(deps, actor('consultant'), {
        id: 'p1',
        revision: row.etag,
        changes: { shares: [{ pool: 'area:omsorg', ore: 85_000_00 }] },
      });
    return undefined;
  },
  appoint: async (deps, { seat }) => {
    const row = await deps.stores.people.read(deputyOf(seat));
    if (row) await deps.stores.people.update(row, deputyship(seat));
    return undefined;
  },
  dismiss: async (deps, { seat }) => {
    const row = await deps.stores.people.read(deputyOf(seat));
    if (row) await deps.stores.people.update(row, deputyship(null));
    return undefined;
  },
};

const playOf = (deps: TestDeps, act: Act): Promise<Result | undefined> =>
  (plays[act.do] as (deps: TestDeps, act: Act) => Promise<Result | undefined>)(deps, act);

const asked = async (): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1', { shares: [{ pool: 'common', ore: 85_000_00 }] });
  await sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  return deps;
};

/** The other server: its memory knows only what it has read itself. */
const otherServer = (deps: TestDeps): TestDeps => {
  const next = testDeps(deps.stores, deps.writes);
  const late = Object.fromEntries(
    Object.entries(deps.stores).map(([name, table]) => [name, behind<never>(table as never)]),
  ) as unknown as Stores;
  return { ...next, clock: deps.clock, stores: late as TestDeps['stores'] };
};

type Told = { readonly act: Act; readonly result: Result | undefined };
type Answered = Told & { readonly act: Extract<Act, { do: 'answer' }> };

const isOf = (row: Statement, { act }: Answered): boolean =>
  row.seat === act.seat &&
  row.onBehalf === (act.by === 'deputy') &&
  (act.says === 'meeting' ? row.kind === 'meeting' : row.outcome === act.says);

const isPosition = ({ kind }: Statement): boolean => kind === 'position' || kind === 'meeting';

const differs = (decided: Choice, statements: readonly Statement[]): readonly Area[] =>
  areas.filter((seat) => {
    const position = positionOf(seat, statements);
    return position.type !== 'choice' || !sameChoice(position.choice, decided);
  });

const knownDifferences = (decided: Choice, statements: readonly Statement[]): readonly Area[] =>
  differs(decided, statements).filter((seat) => positionOf(seat, statements).type === 'choice');

const chefgruppe = { type: 'chefgruppe', seats: areas } as const;

/** The row that ended it: what was written down of the meeting, or the first at which all agreed. */
const endingRow = ({ atMeeting }: Decision, decided: Choice, rows: readonly Statement[]): number =>
  atMeeting
    ? inTimeOf(chefgruppe, rows).length - 1
    : rows.findIndex((_, index) => differs(decided, rows.slice(0, index + 1)).length === 0);

/** Who was told that it was heard is heard, and who came after the end was told so. */
const toldHolds = (decision: Decision, rows: readonly Statement[], told: readonly Told[]): void => {
  const decided = choiceOf(decision);
  if (decision.ending !== 'decided' || !decided) return;
  const end = endingRow(decision, decided, rows);
  const answers = told.filter((one): one is Answered => one.act.do === 'answer');
  for (const one of answers)
    if (one.result?.type === 'said' || one.result?.type === 'ended')
      expect(rows.slice(0, end + 1).some((row) => isOf(row, one))).toBe(true);
  for (const late of rows.slice(end + 1).filter(isPosition))
    expect(answers.some((one) => isOf(late, one) && one.result?.type === 'refused')).toBe(true);
};

/** In writing everybody agreed; at the meeting whoever did not is noted. */
const decisionHolds = (decision: Decision, rows: readonly Statement[]): void => {
  const decided = choiceOf(decision);
  if (decision.ending !== 'decided' || !decided) return;
  const end = endingRow(decision, decided, rows);
  expect(end).toBeGreaterThanOrEqual(0);
  const heard = rows.slice(0, end + 1);
  if (decision.atMeeting)
    expect(decision.noted.map(({ seat }) => seat).sort()).toEqual(
      [...knownDifferences(decided, heard)].sort(),
    );
  else expect(differs(decided, heard)).toEqual([]);
};

const play = async (
  s: fc.Scheduler,
  onAgenda: boolean,
  concurrent: readonly (readonly [0 | 1, Act])[],
) => {
  const deps = await asked();
  if (onAgenda) await playOf(deps, { do: 'agenda' });
  await deps.settle();
  inTurns(deps.stores, s);
  const servers = [deps, otherServer(deps)] as const;
  const results = Promise.all(
    concurrent.map(async ([server, act]) => ({ act, result: await playOf(servers[server], act) })),
  );
  await s.waitIdle();
  const told = await results;
  for (const server of servers) {
    const swept = (async () => {
      await server.settle();
      await sweep(server, 'start');
      await server.settle();
    })();
    await s.waitIdle();
    await swept;
  }
  return { deps, told };
};

describe('a matter of the chefgruppe, and everybody at once on two servers', () => {
  it('ends once, and passes over no difference that was there', async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.boolean(),
        fc.tuple(...areas.map(agreeing)),
        fc.array(fc.tuple(server, acts), { minLength: 1, maxLength: 5 }),
        async (s, onAgenda, agreed, others) => {
          const { deps, told } = await play(s, onAgenda, [...agreed, ...others]);
          const decision = deps.stores.decisions.get(id)?.value;
          const at = decision?.atMeeting ? 'meeting' : decision?.ending;
          ends.set(at ?? 'open', (ends.get(at ?? 'open') ?? 0) + 1);
          if (!decision) return;
          const rows = deps.stores.statements.all().map(({ value }) => value);
          decisionHolds(decision, rows);
          toldHolds(decision, rows, told);
        },
      ),
      { seed: 20_261_130, numRuns: runsOf({ daily: 400, long: 10_000 }) },
    );
    // Every way to end is come to, so that what holds was tried.
    for (const way of ['decided', 'meeting', 'withdrawn', 'askedAnew', 'open'])
      expect(ends.get(way), way).toBeGreaterThan(5);
  }, 600_000);
});
