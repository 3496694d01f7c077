import { describe, expect, it } from 'vitest';
import type { Share } from '#shared/domain/funding.ts';
import { type Choice, choice, type Gate, gateNames, type Outcome } from '#shared/domain/gates.ts';
import { type ProjectType, projectTypes } from '#shared/domain/project.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { actor, aWorld, people } from '../builders/portfolio.ts';
import { aDecision, aRequest } from '../builders/request.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

/*
 * Every combination of type, payers, earlier money, recommendation, lift, gate and outcome, as
 * domain.md has them: who is asked and why, that nobody else's press is recorded, what becomes of
 * the project, and what of the money. The tables below are domain.md's own, written by hand.
 */

const half = 42_500_00;
const whole = 85_000_00;
const own = (ore: number): Share => ({ pool: 'area:omsorg', ore });
const other = (ore: number): Share => ({ pool: 'area:sundhed', ore });
const third = (ore: number): Share => ({ pool: 'area:social', ore });
const common = (ore: number): Share => ({ pool: 'common', ore });

const chef = ['omsorg'];
const group = ['omsorg', 'social', 'sundhed'];

type Who = { readonly seats: readonly string[]; readonly type: string; readonly why: string };

/** Who pays, and who then decides where nothing was lifted and the common pool has not paid before. */
const payers: readonly (readonly [string, number, readonly Share[], Who])[] = [
  ['nobody', 0, [], { type: 'chef', seats: chef, why: 'noMoney' }],
  ['the own pool', whole, [own(whole)], { type: 'chef', seats: chef, why: 'ownPool' }],
  ['the own pool, 0 kr.', 0, [own(0)], { type: 'chef', seats: chef, why: 'noMoney' }],
  [
    'another’s pool',
    whole,
    [other(whole)],
    { type: 'chefs', seats: ['omsorg', 'sundhed'], why: 'otherPools' },
  ],
  [
    'another’s pool, 0 kr.',
    0,
    [other(0)],
    { type: 'chefs', seats: ['omsorg', 'sundhed'], why: 'otherPools' },
  ],
  [
    'two pools',
    whole,
    [own(half), other(half)],
    { type: 'chefs', seats: ['omsorg', 'sundhed'], why: 'otherPools' },
  ],
  [
    'two others’ pools',
    whole,
    [other(half), third(half)],
    { type: 'chefs', seats: group, why: 'otherPools' },
  ],
  [
    'the common pool',
    whole,
    [common(whole)],
    { type: 'chefgruppe', seats: group, why: 'commonPool' },
  ],
  [
    'the common pool, 0 kr.',
    0,
    [common(0)],
    { type: 'chefgruppe', seats: group, why: 'commonPool' },
  ],
  [
    'the own pool and the common one',
    whole,
    [own(half), common(half)],
    { type: 'chefgruppe', seats: group, why: 'commonPool' },
  ],
];

type After = { readonly phase: string; readonly status: string; readonly grants: boolean };

const stopped = (phase: string): After => ({ phase, status: 'stopped', grants: false });

/** Each gate's outcomes and nothing else: what becomes of the project, and whether the money is given. */
const gates: Record<Gate, readonly (readonly [Choice, After])[]> = {
  gate1: [
    [choice('investigate'), { phase: 'investigation', status: 'active', grants: true }],
    [choice('fastTrack'), { phase: 'trial', status: 'active', grants: true }],
    [choice('stop'), stopped('idea')],
  ],
  gate2: [
    [choice('trial'), { phase: 'trial', status: 'active', grants: true }],
    [choice('backToInvestigation'), { phase: 'investigation', status: 'active', grants: false }],
    [choice('stop'), stopped('investigation')],
  ],
  gate3: [
    [choice('operate'), { phase: 'operation', status: 'operating', grants: true }],
    [choice('operate', { spread: true }), { phase: 'spread', status: 'operating', grants: true }],
    [
      choice('operate', { rethink: true }),
      { phase: 'operation', status: 'operating', grants: true },
    ],
    [choice('rethink'), { phase: 'trial', status: 'closed', grants: false }],
    [choice('stop'), stopped('trial')],
  ],
  funding: [
    [choice('grant'), { phase: 'trial', status: 'active', grants: true }],
    [choice('refuse'), { phase: 'trial', status: 'active', grants: false }],
  ],
};

const lifts = ['not lifted', 'lifted here', 'lifted at another gate'] as const;

const whoDecides = (who: Who, isGranted: boolean, lift: (typeof lifts)[number]): Who => {
  if (who.why === 'commonPool' || isGranted)
    return { type: 'chefgruppe', seats: group, why: 'commonPool' };
  return lift === 'lifted here' ? { type: 'chefgruppe', seats: group, why: 'lifted' } : who;
};

type Case = {
  readonly gate: Gate;
  readonly type: ProjectType;
  readonly askOre: number;
  readonly shares: readonly Share[];
  readonly isGranted: boolean;
  readonly lift: (typeof lifts)[number];
  readonly recommendedOutcome: Outcome;
};

const asked = async (one: Case) => {
  const deps = testDeps();
  const { gate, type, askOre, shares, recommendedOutcome } = one;
  const liftedGate = { 'not lifted': null, 'lifted here': gate, 'lifted at another gate': 'gate3' }[
    one.lift
  ] as Gate | null;
  aWorld(deps, gate, {
    ...{ type, askOre, shares, recommendedOutcome, verySmall: true },
    ...{ liftedGate, liftedBy: liftedGate ? 'Chef, Omsorg' : '' },
  });
  const paid = aRequest({
    id: 'p1-funding-9',
    projectId: 'p1',
    gate: 'funding',
    askOre: 1,
    shares: [common(1)],
  });
  if (one.isGranted) deps.stores.decisions.put(aDecision(paid, { choice: choice('grant') }));
  const sent = await sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate });
  await deps.settle();
  return { deps, sent };
};

const press = (deps: TestDeps, who: string, requestId: string, chosen: Choice) =>
  answerRequest(deps, actor(who), {
    requestId,
    given: { type: 'choose', choice: chosen, comment: 'Derfor gør vi sådan' },
  });

const chefsOf = (seats: readonly string[]): readonly string[] =>
  seats.map((seat) => `chef-${seat}`);

/** Nobody but whoever is asked can be recorded, whatever they press. */
const othersRefused = async (
  deps: TestDeps,
  requestId: string,
  seats: readonly string[],
  chosen: Choice,
) => {
  for (const { id } of people.filter((one) => !chefsOf(seats).includes(one.id)))
    expect(await press(deps, id, requestId, chosen)).toMatchObject({
      type: 'refused',
      refusal: { type: 'notYours' },
    });
  expect(deps.stores.statements.all()).toEqual([]);
  expect(deps.stores.decisions.get(requestId)).toBeUndefined();
};

const postingsOf = (deps: TestDeps, kind: string): number =>
  deps.stores.ledger
    .all()
    .filter(({ value }) => value.kind === kind)
    .reduce((sum, { value }) => sum + value.ore, 0);

const decides = async (one: Case, wanted: Who, chosen: Choice, after: After): Promise<void> => {
  const { deps, sent } = await asked(one);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const request = sent.value;
  expect([request.decider.type, [...request.decider.seats].sort(), request.why.type]).toEqual([
    wanted.type,
    wanted.seats,
    wanted.why,
  ]);
  await othersRefused(deps, request.id, wanted.seats, chosen);
  for (const who of chefsOf(wanted.seats)) await press(deps, who, request.id, chosen);
  await deps.settle();
  const decision = deps.stores.decisions.get(request.id)?.value;
  expect(decision).toMatchObject({ ending: 'decided', ...chosen, decider: request.decider });
  expect(deps.stores.projects.get('p1')?.value).toMatchObject({
    phase: after.phase,
    status: after.status,
    lastDecision: request.id,
    liftedGate: null,
    askOre: null,
  });
  expect(postingsOf(deps, 'granted')).toBe(after.grants ? one.askOre : 0);
  const idea = deps.stores.projects.get(`${request.id}-ny`)?.value;
  const isRethought = chosen.outcome === 'rethink' || chosen.rethink;
  expect(idea?.parentId ?? null).toBe(isRethought ? 'p1' : null);
};

const typesAt: Record<Gate, readonly ProjectType[]> = {
  gate1: ['digitek'],
  gate2: ['digitek'],
  gate3: ['digitek'],
  funding: ['skal', 'other'],
};

const cases = gateNames.flatMap((gate) =>
  payers.flatMap(([name, askOre, shares, who]) =>
    lifts
      .filter((lift) => !(gate === 'gate3' && lift === 'lifted at another gate'))
      .flatMap((lift) =>
        [false, true].map((isGranted) => ({ gate, name, askOre, shares, who, lift, isGranted })),
      ),
  ),
);

describe('every combination', () => {
  it.each(cases)(
    'at $gate, paid by $name, $lift, common pool has paid: $isGranted',
    async ({ gate, askOre, shares, who, lift, isGranted }) => {
      // Money is all that is asked for there: 0 kr. is no request, and nothing is lifted by hand.
      if (gate === 'funding' && askOre === 0) {
        const { sent } = await asked({
          gate,
          type: 'skal',
          askOre,
          shares,
          isGranted,
          lift,
          recommendedOutcome: 'grant',
        });
        expect(sent.ok).toBe(false);
        return;
      }
      const wanted = whoDecides(who, isGranted, lift);
      const outcomes = gates[gate];
      for (const type of typesAt[gate])
        for (const [place, [chosen, after]] of outcomes.entries()) {
          // What is recommended decides nothing: each outcome is answered to another recommendation.
          const [recommended] = outcomes[(place + 1) % outcomes.length] ?? [chosen];
          const given = { gate, type, askOre, shares, isGranted, lift };
          await decides(
            { ...given, recommendedOutcome: recommended.outcome },
            wanted,
            chosen,
            after,
          );
        }
    },
  );

  it.each(gateNames.flatMap((gate) => projectTypes.map((type) => [type, gate] as const)))(
    'a %s project has the %s or not',
    async (type, gate) => {
      const { sent } = await asked({
        ...{ gate, type, askOre: whole, shares: [own(whole)], isGranted: false },
        ...{ lift: 'not lifted', recommendedOutcome: 'stop' },
      });
      expect(sent.ok).toBe(typesAt[gate].includes(type));
    },
  );
});
