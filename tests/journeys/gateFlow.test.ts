import { describe, expect, it } from 'vitest';
import type { Given } from '#shared/domain/answer.ts';
import { poolRowId } from '#shared/domain/funding.ts';
import { type Choice, choice, type Gate } from '#shared/domain/gates.ts';
import { chainFaultOf } from '#shared/domain/history.ts';
import type { Project } from '#shared/domain/project.ts';
import { balanceIn } from '#shared/useCases/ledger/pools.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { replyToQuestion } from '#shared/useCases/requests/replyToQuestion.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import {
  putOnAgenda,
  recordMeetingDecision,
  rerouteRequest,
  withdrawRequest,
} from '#shared/useCases/requests/steerRequest.ts';
import { openRequestOf, waitingFor } from '#shared/useCases/requests/views.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const choose = (given: Choice, comment = ''): Given => ({ type: 'choose', choice: given, comment });

const asked = async (deps: TestDeps, gate: Gate, more: Partial<Project> = {}) => {
  const project = aWorld(deps, gate, more);
  const sent = await sendGateRequest(deps, actor('consultant'), { projectId: project.id, gate });
  await deps.settle();
  if (!sent.ok) throw new Error(sent.refusal.type);
  return sent.value;
};

const press = async (
  deps: TestDeps,
  who: string,
  requestId: string,
  given: Given,
  revision = 0,
) => {
  const result = await answerRequest(deps, actor(who), { requestId, given, revision });
  await deps.settle();
  return result;
};

const projectIn = (deps: TestDeps): Project | undefined => deps.stores.projects.get('p1')?.value;
const available = (deps: TestDeps, pool: string) =>
  balanceIn(deps.stores, poolRowId(2026, pool as 'common')).availableOre;

describe('one chef', () => {
  it.each([
    ['gate1', choice('investigate'), '', { phase: 'investigation', status: 'active' }],
    ['gate1', choice('stop'), 'Det virker ikke', { phase: 'idea', status: 'stopped' }],
    ['gate2', choice('trial'), '', { phase: 'trial', status: 'active' }],
    ['gate2', choice('backToInvestigation'), 'Mangler tal', { phase: 'investigation' }],
    ['gate2', choice('stop'), 'For dyrt', { phase: 'investigation', status: 'stopped' }],
    ['gate3', choice('operate'), '', { phase: 'operation', status: 'operating' }],
    ['gate3', choice('operate', { spread: true }), '', { phase: 'spread', status: 'operating' }],
    ['gate3', choice('rethink'), '', { phase: 'trial', status: 'closed' }],
    ['gate3', choice('stop'), 'Ingen effekt', { phase: 'trial', status: 'stopped' }],
  ] as const)('%s %o moves the project', async (gate, given, comment, expected) => {
    const deps = testDeps();
    const request = await asked(deps, gate);
    const result = await press(deps, 'chef-omsorg', request.id, choose(given, comment));
    expect(result.type).toBe('ended');
    expect(projectIn(deps)).toMatchObject(expected);
    expect(deps.stores.requests.get(request.id)?.value.closedAt).not.toBeNull();
    const history = await historyOf(deps, 'p1');
    expect(history.holds).toBe(true);
    expect(history.entries.map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['requested', 'moved', 'ended']),
    );
  });

  it('grants on the way forward and releases on a stop', async () => {
    const forward = testDeps();
    const request = await asked(forward, 'gate1');
    expect(available(forward, 'area:omsorg')).toBe(115_000_00);
    await press(forward, 'chef-omsorg', request.id, choose(choice('investigate')));
    expect(available(forward, 'area:omsorg')).toBe(115_000_00);
    expect(balanceIn(forward.stores, '2026:area:omsorg').grantedOre).toBe(85_000_00);

    const stopped = testDeps();
    const other = await asked(stopped, 'gate1');
    await press(stopped, 'chef-omsorg', other.id, choose(choice('stop'), 'Ikke nu'));
    expect(available(stopped, 'area:omsorg')).toBe(200_000_00);
  });

  it('skips gate 2 on the fast track, for a very small project with a reason', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1', { verySmall: true });
    const bare = await press(deps, 'chef-omsorg', request.id, choose(choice('fastTrack')));
    expect(bare).toMatchObject({ type: 'refused', refusal: { type: 'reasonRequired' } });
    await press(deps, 'chef-omsorg', request.id, choose(choice('fastTrack'), 'Kendt løsning'));
    expect(projectIn(deps)).toMatchObject({ phase: 'trial', fastTracked: true });
  });

  it('refuses the fast track for others', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    const result = await press(
      deps,
      'chef-omsorg',
      request.id,
      choose(choice('fastTrack'), 'Fordi'),
    );
    expect(result).toMatchObject({ type: 'refused', refusal: { type: 'notVerySmall' } });
  });

  it('opens a new idea that remembers where it came from', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate3');
    await press(deps, 'chef-omsorg', request.id, choose(choice('operate', { rethink: true })));
    const born = deps.stores.projects.all().filter((row) => row.value.parentId === 'p1');
    expect(born.map((row) => row.value.phase)).toEqual(['idea']);
    const { title = '' } = projectIn(deps) ?? {};
    expect(born.map((row) => row.value.title)).toEqual([`${title} 2`]);
    expect(projectIn(deps)?.status).toBe('operating');
  });

  it('says so when the next gate is sent before what follows from the answer is written', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    const send = (gate: Gate) =>
      sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate });
    const given = choose(choice('investigate'));
    await answerRequest(deps, actor('chef-omsorg'), { requestId: request.id, given, revision: 0 });
    const just = { ok: false, refusal: { type: 'justAnswered', request: { id: request.id } } };
    expect(await send('gate1')).toMatchObject(just);
    expect(await send('gate2')).toMatchObject(just);
    await deps.settle();
    expect(await send('gate1')).toMatchObject({ ok: false, refusal: { type: 'wrongPhase' } });
  });

  it('undoes the steps about the paper when it is sent back, and asks anew in a new round', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate2');
    await press(deps, 'chef-omsorg', request.id, choose(choice('backToInvestigation'), 'Tallene'));
    expect(deps.stores.steps.get('p1:investigationOwner')?.value.done).toBe(false);
    expect(deps.stores.steps.get('p1:benefitClarification')?.value.done).toBe(true);
    const again = await sendGateRequest(deps, actor('consultant'), {
      projectId: 'p1',
      gate: 'gate2',
    });
    expect(again).toMatchObject({ ok: false, refusal: { type: 'notReady' } });
  });

  it.each(['chef-social', 'consultant', 'owner', 'lead', 'direktor', 'stranger', 'nobody'])(
    'lets %s change nothing',
    async (who) => {
      const deps = testDeps();
      const request = await asked(deps, 'gate1');
      const before = deps.writes.count;
      const result = await press(deps, who, request.id, choose(choice('stop'), 'Fordi jeg vil'));
      expect(result).toMatchObject({ type: 'refused', refusal: { type: 'notYours' } });
      expect(deps.writes.count).toBe(before);
    },
  );

  it('tells a late press who decided, and a repeated one the same as the first', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    await press(deps, 'chef-omsorg', request.id, choose(choice('investigate')));
    const writes = deps.writes.count;
    const again = await press(deps, 'chef-omsorg', request.id, choose(choice('investigate')));
    const late = await press(
      deps,
      'chef-omsorg',
      request.id,
      choose(choice('stop'), 'Alligevel ikke'),
    );
    expect(again.type).toBe('repeated');
    expect(late).toMatchObject({ type: 'refused', refusal: { type: 'alreadyEnded' } });
    expect(deps.writes.count).toBe(writes);
  });

  it('counts one of two presses at the same moment', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    const results = await Promise.all([
      answerRequest(deps, actor('chef-omsorg'), {
        requestId: request.id,
        given: choose(choice('investigate')),
      }),
      answerRequest(deps, actor('chef-omsorg'), {
        requestId: request.id,
        given: choose(choice('stop'), 'Nej tak'),
      }),
    ]);
    await deps.settle();
    expect(results.map((result) => result.type).sort()).toEqual(['ended', 'refused']);
    expect(deps.stores.decisions.all()).toHaveLength(1);
  });

  it('asks and is answered while the request stays open', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    await press(deps, 'chef-omsorg', request.id, { type: 'ask', comment: 'Hvem betaler driften?' });
    expect(waitingFor(deps, 'lead').map((one) => one.waits)).toEqual(['reply']);
    const [question] = deps.stores.statements.all();
    const input = { requestId: request.id, question: question?.value.id ?? '', text: 'Omsorg.' };
    expect((await replyToQuestion(deps, actor('stranger'), input)).type).toBe('refused');
    expect((await replyToQuestion(deps, actor('lead'), input)).type).toBe('said');
    expect((await replyToQuestion(deps, actor('lead'), input)).type).toBe('repeated');
    await deps.settle();
    expect(waitingFor(deps, 'chef-omsorg').map((one) => one.waits)).toEqual(['answer']);
    const kinds = deps.stores.messages.all().map((row) => row.value.kind);
    expect(kinds).toEqual(['ask', 'question', 'reply']);
  });

  it('makes one question of a question delivered twice', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    const ask: Given = { type: 'ask', comment: 'Hvem betaler driften?' };
    const results = [
      await press(deps, 'chef-omsorg', request.id, ask, 0),
      await press(deps, 'chef-omsorg', request.id, ask, 0),
    ];
    expect(results.map((result) => result.type)).toEqual(['said', 'repeated']);
    expect(deps.stores.statements.all()).toHaveLength(1);
  });
});

describe('money', () => {
  it('may be asked for when the pool is short, but not spent', async () => {
    const deps = testDeps();
    const shares = [{ pool: 'area:omsorg', ore: 300_000_00 }] as const;
    const request = await asked(deps, 'gate1', { askOre: 300_000_00, shares });
    expect(available(deps, 'area:omsorg')).toBe(200_000_00);
    const yes = await press(deps, 'chef-omsorg', request.id, choose(choice('investigate')));
    expect(yes).toMatchObject({ type: 'refused', refusal: { type: 'poolShort' } });
    const pool = await deps.stores.pools.read('2026:area:omsorg');
    if (pool) await deps.stores.pools.update(pool, { budgetOre: 400_000_00 });
    const now = await press(deps, 'chef-omsorg', request.id, choose(choice('investigate')));
    expect(now.type).toBe('ended');
    expect(available(deps, 'area:omsorg')).toBe(100_000_00);
  });

  it('goes to the common pool when the chef says so, and lead and consultant take it from there', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    await press(deps, 'chef-omsorg', request.id, { type: 'toCommonPool', comment: 'Søg den' });
    expect(openRequestOf(deps, 'p1')).toBeUndefined();
    expect(available(deps, 'area:omsorg')).toBe(200_000_00);
    expect(projectIn(deps)?.phase).toBe('idea');
  });

  it('asks the chefgruppe anew when the funding changes while it is open', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    const row = deps.stores.projects.get('p1');
    await editProject(deps, actor('consultant'), {
      id: 'p1',
      revision: row?.etag ?? '',
      changes: { shares: [{ pool: 'common', ore: 85_000_00 }] },
    });
    await deps.settle();
    expect(deps.stores.decisions.get(request.id)?.value.ending).toBe('askedAnew');
    const next = openRequestOf(deps, 'p1');
    expect(next).toMatchObject({ round: 2, decider: { type: 'chefgruppe' }, previous: request.id });
    expect(available(deps, 'area:omsorg')).toBe(200_000_00);
    expect(available(deps, 'common')).toBe((1_372_000 - 85_000) * 100);
  });

  it('never reserves more than there is, however many ask at once', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    const ids = Array.from({ length: 20 }, (_, n) => `q${n}`);
    for (const id of ids) {
      const base = deps.stores.projects.get('p1')?.value;
      if (base) deps.stores.projects.put({ ...base, id });
      for (const step of deps.stores.steps.where('projectId', 'p1'))
        deps.stores.steps.put({ ...step.value, id: `${id}:${step.value.code}`, projectId: id });
    }
    await Promise.all(
      ids.map((projectId) =>
        sendGateRequest(deps, actor('consultant'), { projectId, gate: 'gate1' }),
      ),
    );
    await deps.settle();
    const balance = balanceIn(deps.stores, '2026:area:omsorg');
    expect(balance.reservedOre).toBe(170_000_00);
    expect(deps.stores.requests.all()).toHaveLength(20);
  });
});

describe('a project on the shelf', () => {
  it.each(['raw', 'backlog', 'pipeline'] as const)(
    'is at work when %s is sent to a gate',
    async (status) => {
      const deps = testDeps();
      await asked(deps, 'gate1', { status });
      expect(projectIn(deps)).toMatchObject({ status: 'active', phase: 'idea' });
      const history = await historyOf(deps, 'p1');
      expect(history.entries.map((entry) => entry.cause)).toContain('p1-gate1-1:started');
    },
  );
});

describe('several chefs', () => {
  const shared = {
    shares: [
      { pool: 'area:omsorg' as const, ore: 45_000_00 },
      { pool: 'area:sundhed' as const, ore: 40_000_00 },
    ],
  };

  it('decide together', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1', shared);
    const first = await press(deps, 'chef-omsorg', request.id, choose(choice('investigate')));
    const second = await press(deps, 'chef-sundhed', request.id, choose(choice('investigate')), 1);
    expect([first.type, second.type]).toEqual(['said', 'ended']);
    expect(projectIn(deps)?.phase).toBe('investigation');
  });

  it('differ and lift it by themselves', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1', { ...shared, verySmall: true });
    await press(deps, 'chef-omsorg', request.id, choose(choice('investigate')));
    await press(deps, 'chef-sundhed', request.id, choose(choice('fastTrack'), 'Kendt løsning'), 1);
    expect(deps.stores.decisions.get(request.id)?.value.ending).toBe('lifted');
    expect(openRequestOf(deps, 'p1')?.decider.type).toBe('chefgruppe');
  });
});

describe('the chefgruppe', () => {
  const common = { shares: [{ pool: 'common' as const, ore: 85_000_00 }] };

  it('decides when all three say the same, whatever order and however often', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1', common);
    for (const who of ['chef-social', 'chef-social', 'chef-sundhed', 'chef-omsorg'])
      await press(deps, who, request.id, choose(choice('investigate')), 0);
    expect(projectIn(deps)?.phase).toBe('investigation');
    expect(deps.stores.statements.all()).toHaveLength(3);
  });

  it('leaves a difference to the meeting, whose decision a consultant records', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1', common);
    await press(deps, 'chef-social', request.id, choose(choice('investigate')));
    const early = await recordMeetingDecision(deps, actor('consultant'), {
      requestId: request.id,
      choice: choice('investigate'),
      ...{ comment: '', noted: [] },
    });
    expect(early).toMatchObject({ refusal: { type: 'notWaitingForMeeting' } });
    await press(deps, 'chef-omsorg', request.id, choose(choice('stop'), 'Ikke i år'), 1);
    expect(deps.stores.decisions.all()).toHaveLength(0);
    const input = {
      ...{ requestId: request.id, choice: choice('investigate'), comment: 'På mødet' },
      noted: [{ seat: 'omsorg', text: ' Vi mangler folk om aftenen. ' }],
    };
    expect((await recordMeetingDecision(deps, actor('digitek'), input)).type).toBe('refused');
    const ended = await recordMeetingDecision(deps, actor('consultant'), input);
    expect(ended).toMatchObject({
      type: 'ended',
      view: {
        state: {
          decision: { noted: [{ seat: 'omsorg', text: 'Vi mangler folk om aftenen.' }] },
        },
      },
    });
    await deps.settle();
    expect(projectIn(deps)?.phase).toBe('investigation');
  });

  it('is never decided against a known difference that is neither changed nor noted', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1', common);
    await press(deps, 'chef-social', request.id, choose(choice('investigate')));
    await press(deps, 'chef-omsorg', request.id, choose(choice('stop'), 'Ikke i år'), 1);
    const record = (text: string | null) =>
      recordMeetingDecision(deps, actor('consultant'), {
        ...{ requestId: request.id, choice: choice('investigate'), comment: '' },
        noted: text === null ? [] : [{ seat: 'omsorg', text }],
      });
    const refusal = { type: 'differs', seats: ['omsorg'] };
    expect(await record(null)).toMatchObject({ type: 'refused', refusal });
    expect(await record(' - ')).toMatchObject({ type: 'refused', refusal });
    expect(deps.stores.decisions.all()).toHaveLength(0);
    // Changed by whose it is, there is nothing to note; a note of nobody's difference is left out.
    await press(deps, 'chef-omsorg', request.id, { type: 'meeting', comment: '' }, 2);
    const ended = await record('Vi mangler folk om aftenen.');
    expect(ended).toMatchObject({ type: 'ended', view: { state: { decision: { noted: [] } } } });
  });

  it('is put on the agenda when a member is missing', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1', common);
    await putOnAgenda(deps, actor('consultant'), { requestId: request.id, comment: '' });
    await deps.settle();
    expect(waitingFor(deps, 'chef-social')).toEqual([]);
    const recorded = await recordMeetingDecision(deps, actor('chef-social'), {
      requestId: request.id,
      choice: choice('investigate'),
      ...{ comment: '', noted: [] },
    });
    expect(recorded.type).toBe('ended');
  });

  it('ignores a position delivered again after it was changed', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1', common);
    await press(deps, 'chef-social', request.id, choose(choice('stop'), 'Nej, ikke nu'), 0);
    await press(deps, 'chef-social', request.id, choose(choice('investigate')), 1);
    await press(deps, 'chef-social', request.id, choose(choice('stop'), 'Nej, ikke nu'), 0);
    expect(deps.stores.statements.all().at(-1)?.value.outcome).toBe('investigate');
    expect(deps.stores.statements.all()).toHaveLength(2);
  });
});

describe('steering', () => {
  it('withdraws a request once, with a word why', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    const bare = { requestId: request.id, comment: '' };
    expect(await withdrawRequest(deps, actor('consultant'), bare)).toMatchObject({
      refusal: { type: 'reasonMissing' },
    });
    const input = { requestId: request.id, comment: 'Budgettet er forkert' };
    expect((await withdrawRequest(deps, actor('chef-omsorg'), input)).type).toBe('refused');
    expect((await withdrawRequest(deps, actor('consultant'), input)).type).toBe('ended');
    await deps.settle();
    const late = await press(deps, 'chef-omsorg', request.id, choose(choice('investigate')));
    expect(late).toMatchObject({ type: 'refused', refusal: { type: 'alreadyEnded' } });
    const again = await sendGateRequest(deps, actor('consultant'), {
      projectId: 'p1',
      gate: 'gate1',
    });
    expect(again).toMatchObject({ ok: true, value: { round: 2 } });
  });

  it('sends a request on to the chefgruppe', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    await rerouteRequest(deps, actor('consultant'), {
      requestId: request.id,
      to: 'chefgruppe',
      comment: 'Chefen er på orlov',
    });
    await deps.settle();
    expect(openRequestOf(deps, 'p1')).toMatchObject({
      decider: { type: 'chefgruppe' },
      why: { type: 'rerouted' },
    });
  });

  it('lifts to the chefgruppe at once', async () => {
    const deps = testDeps();
    const request = await asked(deps, 'gate1');
    await press(deps, 'chef-omsorg', request.id, { type: 'lift', comment: '' });
    expect(openRequestOf(deps, 'p1')).toMatchObject({
      decider: { type: 'chefgruppe' },
      why: { type: 'lifted', by: 'Chef, Omsorg' },
    });
  });

  it('sends one request when two send at once', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    const send = (who: string) =>
      sendGateRequest(deps, actor(who), { projectId: 'p1', gate: 'gate1' });
    const results = await Promise.all([send('consultant'), send('digitek')]);
    await deps.settle();
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(deps.stores.requests.all()).toHaveLength(1);
  });
});

describe('a process that dies', () => {
  const finalPicture = (deps: TestDeps) => ({
    projects: deps.stores.projects.all().map((row) => ({ ...row.value, lastChange: null })),
    steps: deps.stores.steps.all().map((row) => [row.value.id, row.value.done]),
    requests: deps.stores.requests.all().map((row) => [row.value.id, row.value.closedAt !== null]),
    statements: deps.stores.statements.all().map((row) => row.value.outcome),
    decisions: deps.stores.decisions.all().map((row) => [row.value.id, row.value.outcome]),
    ledger: deps.stores.ledger.all().map((row) => [row.value.cause, row.value.ore]),
    messages: deps.stores.messages
      .all()
      .map((row) => row.value.id)
      .sort(),
    history: deps.stores.history
      .all()
      .map((row) => row.value.cause)
      .sort(),
  });

  const stories = {
    'one chef says yes': {
      more: {},
      gate: 'gate1',
      who: ['chef-omsorg'],
      given: choice('investigate'),
    },
    'one chef sends it back': {
      more: {},
      gate: 'gate2',
      who: ['chef-omsorg'],
      given: choice('backToInvestigation'),
    },
    'operate and rethink': {
      more: {},
      gate: 'gate3',
      who: ['chef-omsorg'],
      given: choice('operate', { rethink: true }),
    },
    'the chefgruppe agrees': {
      more: { shares: [{ pool: 'common' as const, ore: 85_000_00 }] },
      gate: 'gate1',
      who: ['chef-social', 'chef-sundhed', 'chef-omsorg'],
      given: choice('investigate'),
    },
  } as const;

  const play = async (deps: TestDeps, story: (typeof stories)[keyof typeof stories]) => {
    await sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate: story.gate });
    await deps.settle();
    for (const [revision, who] of story.who.entries())
      await press(deps, who, `p1-${story.gate}-1`, choose(story.given, 'Derfor'), revision);
  };

  it.each(Object.entries(stories))(
    'between any two writes, and a new one finishes: %s',
    async (_what, story) => {
      const whole = testDeps();
      aWorld(whole, story.gate, story.more);
      await play(whole, story);
      const expected = finalPicture(whole);
      expect(whole.writes.count).toBeGreaterThan(8);

      for (const when of ['failBefore', 'failAfter'] as const)
        for (let at = 0; at < whole.writes.count; at += 1) {
          const dying = testDeps();
          aWorld(dying, story.gate, story.more);
          dying.writes[when] = at;
          await play(dying, story).catch(() => undefined);
          await dying.settle();

          dying.writes.failBefore = Number.POSITIVE_INFINITY;
          dying.writes.failAfter = Number.POSITIVE_INFINITY;
          const next = { ...testDeps(dying.stores), writes: dying.writes };
          await sweep(next, 'start');
          await next.settle();
          await play(next, story);
          await next.settle();
          await sweep(next, 'start');
          await next.settle();
          expect(finalPicture(next), `${when} ${at}: ${whole.writes.names[at]}`).toEqual(expected);

          const entries = next.stores.history.where('subject', 'p1').map((row) => row.value);
          expect(chainFaultOf(entries, next.hashOf)).toBeNull();
          const writes = next.writes.count;
          await sweep(next, 'start');
          await next.settle();
          expect(next.writes.count, 'replaying everything changes nothing').toBe(writes);
        }
    },
  );
});

describe('a project without gates that wants money', () => {
  it.each([
    ['grant', '', 'grantedOre', 85_000_00],
    ['refuse', 'Ikke i år', 'grantedOre', 0],
  ] as const)('gets one decision: %s', async (outcome, comment, field, expected) => {
    const deps = testDeps();
    const request = await asked(deps, 'funding');
    expect(request.decider).toEqual({ type: 'chef', seats: ['omsorg'] });
    const result = await press(deps, 'chef-omsorg', request.id, choose(choice(outcome), comment));
    expect(result.type).toBe('ended');
    expect(balanceIn(deps.stores, '2026:area:omsorg')[field]).toBe(expected);
    expect(balanceIn(deps.stores, '2026:area:omsorg').reservedOre).toBe(0);
    expect(projectIn(deps)).toMatchObject({ phase: 'trial', status: 'active', askOre: null });
  });

  it('passes no gates, and a DigiTek project asks for no funding', async () => {
    const skal = testDeps();
    aWorld(skal, 'gate3', { type: 'skal' });
    const gate = { projectId: 'p1', gate: 'gate3' } as const;
    expect(await sendGateRequest(skal, actor('consultant'), gate)).toMatchObject({
      refusal: { type: 'wrongPhase' },
    });
    const digitek = testDeps();
    aWorld(digitek, 'gate1');
    const funding = { projectId: 'p1', gate: 'funding' } as const;
    expect(await sendGateRequest(digitek, actor('consultant'), funding)).toMatchObject({
      refusal: { type: 'wrongPhase' },
    });
  });

  it('needs no more than whose it is, what for, how much and from where', async () => {
    const deps = testDeps();
    aWorld(deps, 'funding', { askOre: null, purpose: '' });
    const sent = await sendGateRequest(deps, actor('consultant'), {
      projectId: 'p1',
      gate: 'funding',
    });
    expect(sent).toMatchObject({
      refusal: { type: 'notReady', missing: [{ type: 'purpose' }, { type: 'amount' }] },
    });
  });
});
