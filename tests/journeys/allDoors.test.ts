import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, fieldRights, fields, ideaFields } from '#shared/domain/fieldRights.ts';
import { askedShares } from '#shared/domain/funding.ts';
import {
  choice,
  type Door,
  doors,
  grantsMoney,
  type Outcome,
  outcomeRule,
} from '#shared/domain/gates.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { gateAhead } from '#shared/domain/project.ts';
import { choiceOf, type Decision } from '#shared/domain/request.ts';
import { stepCodes, steps } from '#shared/domain/steps.ts';
import { openYear } from '#shared/useCases/money/editPools.ts';
import { createProject, editProject } from '#shared/useCases/projects/editProject.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import {
  recordMeetingDecision,
  rerouteRequest,
  withdrawRequest,
} from '#shared/useCases/requests/steerRequest.ts';
import { openRequestOf } from '#shared/useCases/requests/views.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { runsOf } from '../builders/long.ts';
import { actor, allSteps, aReadyProject, furnish } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

/*
 * Every role through every door, in any order, and after each the same questions: is there money
 * that no forward decision gave, a common-pool project that one chef decided, a voice set by
 * another, a DigiTek project that moved without its decision, a refusal without a reason?
 */

const people = [
  'consultant',
  'digitek',
  'chef-omsorg',
  'chef-sundhed',
  'chef-social',
  'owner',
  'lead',
  'nobody',
] as const;
type Name = (typeof people)[number];
const ids = ['a', 'b'] as const;

/** Values that people try, right and wrong. */
const tries: Partial<{ readonly [F in Field]: readonly Project[F][] }> = {
  title: ['Nyt navn', ''],
  type: ['digitek', 'skal', 'other'],
  phase: ['idea', 'investigation', 'trial', 'operation', 'spread'],
  status: ['raw', 'backlog', 'pipeline', 'active', 'operating', 'stopped', 'closed'],
  leadArea: [null, 'omsorg', 'sundhed'],
  ownerId: ['owner', 'nobody', null],
  leadId: ['lead', 'nobody', null],
  askOre: [null, 0, 10_000_00, 900_000_00],
  shares: [
    [],
    [{ pool: 'common', ore: 0 }],
    [{ pool: 'common', ore: 10_000_00 }],
    [{ pool: 'area:omsorg', ore: 10_000_00 }],
    [
      { pool: 'area:omsorg', ore: 4_000_00 },
      { pool: 'area:sundhed', ore: 6_000_00 },
    ],
  ],
  firstPriority: ['low', 'high', 'veryHigh', null],
  recommendedPriority: ['low', 'veryHigh', null],
  recommendedOutcome: ['investigate', 'trial', 'operate', 'stop', null],
  verySmall: [true, false],
  nextStep: ['Et møde'],
};
const tried = Object.keys(tries) as readonly Field[];

const outcomes: readonly Outcome[] = [
  'stop',
  'investigate',
  'fastTrack',
  'backToInvestigation',
  'trial',
  'operate',
  'rethink',
  'grant',
  'refuse',
];

const move = fc.record({
  do: fc.constantFrom(
    ...(['create', 'patch', 'patch', 'patch', 'tick', 'tick', 'send', 'send', 'send'] as const),
    ...(['answer', 'answer', 'answer', 'answer', 'forward', 'forward', 'forward'] as const),
    ...(['reroute', 'withdraw', 'meeting', 'year', 'hand'] as const),
    ...(['ready', 'ready', 'ready', 'ready', 'ready', 'ready'] as const),
  ),
  who: fc.constantFrom(...people),
  project: fc.constantFrom(...ids),
  field: fc.constantFrom(...tried),
  value: fc.nat(9),
  step: fc.constantFrom(...stepCodes),
  door: fc.constantFrom(...doors, 'funding' as const),
  outcome: fc.constantFrom(...outcomes),
  reason: fc.constantFrom('', 'Derfor'),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const as = (who: Name): Actor => (who === 'lead' ? { ...actor(who), roles: [] } : actor(who));

const valueFor = ({ field, value }: Move): Partial<Project> => {
  const values = tries[field] ?? [];
  return { [field]: values[value % Math.max(1, values.length)] };
};

const forward: Readonly<Record<Door, Outcome>> = {
  gate1: 'investigate',
  gate2: 'trial',
  gate3: 'operate',
};

const onRow = (deps: TestDeps, id: string, changes: Partial<Project>): void => {
  const row = deps.stores.projects.rows.get(id);
  if (row) deps.stores.projects.rows.set(id, { ...row, value: { ...row.value, ...changes } });
};

type Result =
  | { readonly type?: string; readonly ok?: boolean; readonly refusal?: unknown }
  | undefined;

const plays: Record<Move['do'], (deps: TestDeps, one: Move) => Promise<Result>> = {
  create: (deps, one) => createProject(deps, as(one.who), { title: 'Ny', ...valueFor(one) }),
  patch: (deps, one) =>
    editProject(deps, as(one.who), {
      id: one.project,
      revision: deps.stores.projects.get(one.project)?.etag ?? '',
      changes: valueFor(one),
      reason: one.reason,
    }),
  tick: (deps, one) =>
    tickStep(deps, as(one.who), {
      projectId: one.project,
      code: one.step,
      done: one.value % 4 !== 0,
      link: 'https://viborg.sharepoint.example/a.docx',
      version: '',
      minutes: null,
      responsible: '',
      due: null,
      note: one.reason,
    }),
  send: async (deps, one) => {
    // Mostly what is sent is ready, and by somebody who may: else nothing would ever be asked.
    if (one.value % 5 !== 0) await plays.ready(deps, one);
    const who = one.value % 2 === 0 ? one.who : 'consultant';
    const project = deps.stores.projects.get(one.project)?.value;
    const ahead = project && gateAhead(project);
    const gate = one.value % 4 === 0 || !ahead ? one.door : ahead;
    return sendGateRequest(deps, as(who), { projectId: one.project, gate });
  },
  answer: async (deps, one) => {
    const open = openRequestOf(deps, one.project);
    return open
      ? answerRequest(deps, as(one.who), {
          requestId: open.id,
          given: { type: 'choose', choice: choice(one.outcome), comment: one.reason },
        })
      : undefined;
  },
  // Everybody who is asked says yes, so that projects come all the way.
  forward: async (deps, one) => {
    const open = openRequestOf(deps, one.project);
    if (!open) return undefined;
    const outcome = open.gate === 'funding' ? 'grant' : forward[open.gate];
    for (const seat of open.decider.seats)
      await answerRequest(deps, actor(`chef-${seat}`), {
        requestId: open.id,
        given: { type: 'choose', choice: choice(outcome), comment: 'Ja tak' },
      });
    return undefined;
  },
  reroute: async (deps, one) => {
    const open = openRequestOf(deps, one.project);
    const to = ['social', 'sundhed', 'chefgruppe'][one.value % 3] ?? 'social';
    return open
      ? rerouteRequest(deps, as(one.who), { requestId: open.id, to, comment: one.reason })
      : undefined;
  },
  withdraw: async (deps, one) => {
    const open = openRequestOf(deps, one.project);
    return open
      ? withdrawRequest(deps, as(one.who), { requestId: open.id, comment: one.reason })
      : undefined;
  },
  meeting: async (deps, one) => {
    const open = openRequestOf(deps, one.project);
    return open
      ? recordMeetingDecision(deps, as(one.who), {
          requestId: open.id,
          choice: choice(one.outcome),
          comment: one.reason,
          // Whoever differs is noted; of those who do not, nothing is.
          noted: open.decider.seats.map((seat) => ({ seat, text: 'Sagt på mødet' })),
        })
      : undefined;
  },
  year: async (deps, one) => {
    deps.clock.at = '2027-01-04T08:00:00Z';
    if (one.value % 2 === 0) await openYear(deps, actor('consultant'), 2027);
    return undefined;
  },
  /** A hand in the list: what it may change of a project; where it stands is guarded there (lists). */
  hand: async (deps, one) => {
    const row = deps.stores.projects.get(one.project)?.value;
    const isGuarded = ['type', 'phase', 'status'].includes(one.field);
    const isRaised = one.field.endsWith('Priority');
    if (row && !isGuarded && !isRaised) onRow(deps, one.project, valueFor(one));
    return undefined;
  },
  /** Somebody makes a project ready for the gate ahead, as the many small edits would. */
  ready: async (deps, one) => {
    const row = deps.stores.projects.get(one.project)?.value;
    if (!row || row.status === 'stopped' || row.status === 'closed') return undefined;
    const askOre = one.value % 2 === 0 ? 0 : 10_000_00;
    const payer = (['common', 'area:omsorg'] as const)[one.value % 3 === 0 ? 0 : 1] ?? 'common';
    if (!openRequestOf(deps, row.id))
      onRow(deps, row.id, {
        ...{ leadArea: 'omsorg', ownerId: 'owner', leadId: 'lead', askOre },
        ...{ shares: [{ pool: payer, ore: askOre }], recommendedPriority: 'high' },
        ...{ recommendedOutcome: row.phase === 'idea' ? 'investigate' : 'stop' },
        runningCostsOre: [1, 1, 1, 1],
      });
    for (const gate of doors)
      for (const step of allSteps(row.id, gate))
        if (!deps.stores.steps.get(step.id)?.value.done) {
          deps.stores.steps.rows.delete(step.id);
          deps.stores.steps.put(step);
        }
    return undefined;
  },
};

const isForward = (decision: Decision): boolean => {
  const given = choiceOf(decision);
  return decision.ending === 'decided' && given !== null && grantsMoney(decision.gate, given);
};

/** No posting without a forward decision of that amount. */
const moneyHolds = (deps: TestDeps): void => {
  for (const { value: posting } of deps.stores.ledger.rows.values()) {
    if (posting.kind !== 'granted') continue;
    const decision = deps.stores.decisions.get(posting.requestId ?? '')?.value;
    expect(decision && isForward(decision), posting.id).toBe(true);
    expect(
      decision &&
        askedShares(decision).some(
          ({ pool, ore }) => posting.poolRow.endsWith(`:${pool}`) && ore === posting.ore,
        ),
      posting.id,
    ).toBe(true);
    expect(posting.ore, posting.id).toBeGreaterThan(0);
  }
};

/** Money of the common pool keeps a project with the chefgruppe. */
const mandateHolds = (deps: TestDeps): void => {
  const bound = new Set<string>();
  for (const { value: decision } of deps.stores.decisions.rows.values()) {
    const names = decision.shares.some(({ pool }) => pool === 'common');
    if (decision.ending === 'decided' && (names || bound.has(decision.projectId)))
      expect(decision.decider.type, decision.id).toBe('chefgruppe');
    if (isForward(decision) && askedShares(decision).some(({ pool }) => pool === 'common'))
      bound.add(decision.projectId);
  }
};

type Before = ReadonlyMap<string, Project>;

const roleOf = (who: Name, project: Project): readonly string[] => [
  ...(who === 'consultant' || who === 'digitek' ? ['team'] : []),
  ...(who === `chef-${project.leadArea}` ? ['leadChef', 'areaChef'] : []),
  ...(project.areas.some((area) => who === `chef-${area}`) ? ['areaChef'] : []),
  ...(project.ownerId === who ? ['owner'] : []),
  ...(project.leadId === who ? ['lead'] : []),
];

/** Nobody says of a new idea whose it is, or what is recommended, but the team. */
const ideaHolds = (idea: Project, who: Name): void => {
  if (roleOf(who, idea).includes('team')) return;
  expect([idea.ownerId, idea.leadId, idea.recommendedOutcome], who).toEqual([null, null, null]);
};

/** What follows from another change: the status from a phase, a priority from a type. */
const follows = (field: Field, was: Project, now: Project): boolean =>
  (field === 'status' && was.phase !== now.phase) ||
  (field.endsWith('Priority') && was.type !== now.type);

const changeHolds = (was: Project, now: Project, who: Name): void => {
  const roles = roleOf(who, was);
  for (const field of fields) {
    if (JSON.stringify(was[field]) === JSON.stringify(now[field])) continue;
    const isTheirs = fieldRights[field].some((one) => roles.includes(one));
    expect(isTheirs || follows(field, was, now), `${who} changed ${field}`).toBe(true);
  }
};

/** What one person did by hand is theirs to do; nobody else's voice is set by it. */
const voicesHold = (deps: TestDeps, before: Before, { do: done, who }: Move): void => {
  if (done !== 'patch' && done !== 'create') return;
  for (const { value } of deps.stores.projects.rows.values()) {
    const was = before.get(value.id);
    if (was) changeHolds(was, value, who);
    else ideaHolds(value, who);
  }
};

const standingOf = ({ phase, status }: Project): readonly string[] => [phase, status];

/** A DigiTek project that moved, or stopped, did what its last decision says. */
const moveHolds = (deps: TestDeps, now: Project): void => {
  const decision = deps.stores.decisions.get(now.lastDecision ?? '')?.value;
  expect(decision?.ending, `${now.id} moved`).toBe('decided');
  const to = decision?.outcome ? outcomeRule(decision.gate, decision.outcome)?.to : undefined;
  expect(now.status === 'stopped' ? ['stopped'] : [now.phase, 'operation']).toContain(to);
};

const isMoved = (was: Project, now: Project): boolean =>
  was.phase !== now.phase || (now.status === 'stopped' && was.status !== 'stopped');

/** What a DigiTek project stands in is what its last decision says, or where an idea may wait. */
const movesHold = (deps: TestDeps, before: Before): void => {
  for (const { value: now } of deps.stores.projects.rows.values()) {
    if (now.type !== 'skal')
      expect([now.firstPriority, now.recommendedPriority]).not.toContain('veryHigh');
    const was = before.get(now.id);
    if (was?.type !== 'digitek') continue;
    expect(was.status === 'stopped' && now.status !== 'stopped', 'woken').toBe(false);
    if (now.type !== 'digitek') expect(standingOf(now)).toEqual(standingOf(was));
    else if (isMoved(was, now)) moveHolds(deps, now);
  }
};

const stepVoicesHold = (deps: TestDeps, one: Move, result: Result): void => {
  // A step that says nothing yet is only planned.
  if (one.do !== 'tick' || result?.ok !== true || one.value % 4 === 0) return;
  const project = deps.stores.projects.get(one.project)?.value;
  const { voice } = steps[one.step];
  if (!project || !voice) return;
  const roles = roleOf(one.who, project);
  const own = {
    owner: 'owner',
    chef: 'leadChef',
    digitek: 'team',
    first: 'leadChef',
    appointsOwner: 'leadChef',
  }[voice];
  if (!roles.includes(own)) expect(roles, `${one.who} ticked ${one.step}`).toContain('team');
};

const refusalHasAReason = (result: Result): void => {
  if (result?.ok !== false && result?.type !== 'refused') return;
  expect((result.refusal as { type?: unknown } | undefined)?.type).toEqual(expect.any(String));
};

const aWorld = (): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  // Only lead, and nothing else.
  const lead = deps.stores.people.get('lead')?.value;
  deps.stores.people.rows.delete('lead');
  if (lead) deps.stores.people.put({ ...lead, roles: [] });
  for (const id of ids) {
    deps.stores.projects.put({ ...aReadyProject('gate1'), id });
    deps.stores.steps.put(...allSteps(id, 'gate1'));
  }
  return deps;
};

const play = async (moves: readonly Move[]): Promise<TestDeps> => {
  const deps = aWorld();
  for (const one of moves) {
    const before = new Map(
      [...deps.stores.projects.rows.values()].map(({ value }) => [value.id, value]),
    );
    const result = await plays[one.do](deps, one);
    await deps.settle();
    if (one.do === 'hand' || one.do === 'ready') continue;
    refusalHasAReason(result);
    stepVoicesHold(deps, one, result);
    voicesHold(deps, before, one);
    movesHold(deps, before);
    moneyHolds(deps);
    mandateHolds(deps);
  }
  await sweep(deps, 'start');
  await deps.settle();
  moneyHolds(deps);
  mandateHolds(deps);
  return deps;
};

const base: Move = {
  do: 'patch',
  who: 'consultant',
  project: 'a',
  field: 'nextStep',
  value: 0,
  step: 'ideaMeeting',
  door: 'gate1',
  outcome: 'stop',
  reason: 'Derfor',
};
const at = (field: Field, wanted: unknown, more: Partial<Move> = {}): Move => ({
  ...base,
  field,
  value: (tries[field] ?? []).findIndex((one) => JSON.stringify(one) === JSON.stringify(wanted)),
  ...more,
});

describe('rules over all doors', () => {
  it('hold in random histories, as many as there is time for (10,000 in the long form)', async () => {
    let decided = 0;
    let runs = 0;
    let fromCommonPool = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { minLength: 10, maxLength: 50, size: 'max' }),
        async (moves) => {
          const deps = await play(moves);
          decided += deps.stores.decisions.rows.size;
          runs += 1;
          fromCommonPool += [...deps.stores.decisions.rows.values()].filter(
            ({ value }) =>
              isForward(value) && askedShares(value).some(({ pool }) => pool === 'common'),
          ).length;
        },
      ),
      { seed: 20_261_128, numRuns: runsOf({ daily: 1_000, long: 10_000 }) },
    );
    // The histories are not empty ones.
    expect(decided).toBeGreaterThan(runs / 2);
    expect(fromCommonPool).toBeGreaterThan(runs / 20);
  }, 600_000);

  it('a gate is not passed by changing the type: other, stopped, DigiTek', async () => {
    const deps = await play([
      at('type', 'other'),
      at('status', 'stopped'),
      at('type', 'digitek'),
      at('status', 'active'),
    ]);
    expect(deps.stores.projects.get('a')?.value).toMatchObject({
      type: 'other',
      status: 'stopped',
    });
  });

  it('a project turned SKAL does not walk through gate 1 and back', async () => {
    const deps = await play([
      at('type', 'skal'),
      at('phase', 'investigation'),
      at('type', 'digitek'),
    ]);
    expect(deps.stores.projects.get('a')?.value).toMatchObject({
      type: 'skal',
      phase: 'investigation',
    });
  });

  it('a chef’s answer wakes no project that was stopped round the gate', async () => {
    const deps = await play([
      { ...base, do: 'send' },
      at('type', 'other'),
      at('status', 'stopped'),
    ]);
    expect(deps.stores.projects.get('a')?.value).toMatchObject({
      type: 'digitek',
      status: 'active',
    });
  });

  it('the highest priority goes with SKAL', async () => {
    const deps = await play([
      at('type', 'skal'),
      at('firstPriority', 'veryHigh'),
      at('type', 'other'),
    ]);
    expect(deps.stores.projects.get('a')?.value.firstPriority).toBeNull();
  });

  it('a lead moves a project without gates, and no other one', async () => {
    const lead = { who: 'lead' } as const;
    const moved = await play([at('type', 'skal'), at('phase', 'investigation', lead)]);
    expect(moved.stores.projects.get('a')?.value.phase).toBe('investigation');
    const stays = await play([at('phase', 'investigation', lead)]);
    expect(stays.stores.projects.get('a')?.value.phase).toBe('idea');
  });

  it('says the fields of a new idea that anybody may say', () => {
    expect(ideaFields).not.toContain('leadId');
  });
});
