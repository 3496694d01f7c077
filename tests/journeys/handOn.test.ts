import { describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import { defaultStepTemplates } from '#shared/domain/stepTemplates.ts';
import { toldThisMorning } from '#shared/useCases/matters/morning.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { handOn, toHandOn, waysFor, waysToHandOn } from '#shared/useCases/requests/handOn.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { viewOf } from '#shared/useCases/requests/views.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { historyText } from '#shared/words/screens/history.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const first = 'p1-gate1-1';
const next = 'p1-gate1-2';
const why = 'Chefen er rejst, og ingen er kommet.';
const common = { shares: [{ pool: 'common', ore: 85_000_00 }] } as const;
const together = {
  shares: [
    { pool: 'area:omsorg', ore: 45_000_00 },
    { pool: 'area:social', ore: 40_000_00 },
  ],
} as const;

const asked = async (more: Parameters<typeof aWorld>[2] = {}): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1', more);
  await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  return deps;
};

/** The chef of an area has left, and nobody has come. */
const leaves = async (deps: TestDeps, id = 'chef-omsorg'): Promise<void> => {
  const row = deps.stores.people.get(id);
  if (row) await deps.stores.people.update(row, { roles: [], area: null });
};

const ways = (deps: TestDeps, id = first): readonly string[] => {
  const view = viewOf(deps, id);
  return view ? waysToHandOn(deps, view) : [];
};

const hands = async (deps: TestDeps, to: string, who = 'consultant', comment = why) => {
  const by = actorOf(deps, who, who);
  const result = await handOn(deps, by, { requestId: first, to, comment });
  await deps.settle();
  return result.type === 'refused' ? result.refusal.type : result.type;
};

const askedNow = (deps: TestDeps): readonly string[] =>
  deps.stores.messages
    .all()
    .filter(({ value }) => value.kind === 'ask' && value.requestId === next)
    .map(({ value: { to } }) => (to.type === 'person' ? to.id : to.type));

describe('a gate is handed on', () => {
  it('to whom the rule allows: one chef for another, else the chefgruppe, else its meeting', async () => {
    expect(ways(await asked())).toEqual(['chefgruppe', 'social', 'sundhed']);
    expect(ways(await asked(together))).toEqual(['chefgruppe']);
    const hearing = await asked(common);
    expect(ways(hearing)).toEqual(['agenda']);
    expect(await hands(hearing, 'agenda')).toBe('said');
    expect(ways(hearing)).toEqual([]);
    expect(await hands(hearing, 'social')).toBe('notForOneChef');
  });

  it('by the team, and never by the chef, whose own ways are to lift it or to name a deputy', async () => {
    const deps = await asked();
    const view = viewOf(deps, first);
    for (const who of ['chef-omsorg', 'owner', 'direktor', 'stranger']) {
      expect(view && waysFor(deps, actor(who), view), who).toEqual([]);
      expect(await hands(deps, 'social', who), who).toBe('notAllowed');
    }
    expect(deps.stores.decisions.all()).toEqual([]);
    expect(await hands(deps, 'social', 'digitek')).toBe('ended');
  });

  it('to nobody who is not there, and not without a word', async () => {
    const deps = await asked();
    await leaves(deps, 'chef-social');
    expect(ways(deps)).toEqual(['chefgruppe', 'sundhed']);
    expect(await hands(deps, 'social')).toBe('emptySeat');
    expect(await hands(deps, 'sundhed', 'consultant', '.')).toBe('reasonMissing');
    expect(await hands(deps, 'ukendt')).toBe('unknownArea');
    expect(await hands(deps, 'omsorg')).toBe('sameDecider');
  });

  it('once, however often it is pressed, and by one of two who press at once', async () => {
    const deps = await asked();
    expect(await hands(deps, 'social')).toBe('ended');
    expect(await hands(deps, 'social')).toBe('repeated');
    expect(await hands(deps, 'sundhed', 'digitek')).toBe('alreadyEnded');
    expect(askedNow(deps)).toEqual(['chef-social']);
    const both = await asked();
    const results = await Promise.all([
      hands(both, 'social', 'consultant'),
      hands(beside(both), 'sundhed', 'digitek'),
    ]);
    await both.settle();
    expect([...results].sort()).toEqual(['alreadyEnded', 'ended']);
    expect(both.stores.requests.all().map(({ value }) => value.id)).toEqual([first, next]);
    expect(askedNow(both)).toHaveLength(1);
  });

  it('and then the old one answers nothing, and the history says who, when, to whom and why', async () => {
    const deps = await asked();
    await hands(deps, 'social');
    const given = { type: 'choose', choice: choice('investigate'), comment: '' } as const;
    const late = await answerRequest(deps, actor('chef-omsorg'), { requestId: first, given });
    expect(late).toMatchObject({ type: 'refused', refusal: { type: 'alreadyEnded' } });
    const right = await answerRequest(deps, actor('chef-social'), { requestId: next, given });
    expect(right.type).toBe('ended');
    await deps.settle();
    const { entries } = await historyOf(deps, 'p1');
    const ended = entries.find(({ cause }) => cause === `${first}:ended`);
    const said =
      ended &&
      historyText(ended, { areas: viewOf(deps, next)?.areas ?? [], made: defaultStepTemplates });
    expect(said).toMatchObject({
      ...{ head: expect.stringMatching(/^Gate\s1: sendt videre til Chef, Social$/) },
      ...{ who: 'Konsulent, DigiTek', words: why },
    });
  });

  it('is finished by another server, wherever the first one died', async () => {
    const world = (): TestDeps => {
      const deps = testDeps();
      aWorld(deps, 'gate1');
      return deps;
    };
    await expectSameAfterKills({
      world,
      play: async (deps) => {
        await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
        await deps.settle();
        await hands(deps, 'social');
      },
      stateOf: (deps) => ({
        events: deps.stores.decisions.all().map(({ value }) => `${value.id} ${value.ending}`),
        open: deps.stores.requests
          .all()
          .filter(({ value }) => value.closedAt === null)
          .map(({ value }) => value.id),
        told: askedNow(deps),
      }),
      kind: 'ended',
    });
  });
});

describe('what nobody can answer', () => {
  it('is named to the consultant in the morning, and is first among what may be handed on', async () => {
    const deps = await asked();
    expect(toHandOn(deps)).toEqual([]);
    await leaves(deps);
    expect(toHandOn(deps).map(({ seats }) => seats)).toEqual([['omsorg']]);
    expect(toldThisMorning(deps, '2026-11-24')).not.toContain('consultant');
    deps.clock.at = '2026-11-25T07:10:00Z';
    await tellByClock(deps);
    const teams = new FakeTeams();
    await deliver(deps, teams);
    const [morning] = teams.chatOf('consultant').map(({ notice }) => notice);
    expect(morning).toMatchObject({
      type: 'morning',
      morning: { long: [{ unheld: ['omsorg'], whom: [] }] },
    });
    await hands(deps, 'chefgruppe');
    await sweep(deps, 'later');
    await deps.settle();
    expect(toHandOn(deps).map(({ view }) => view.request.id)).toEqual([next]);
    const by = actor('consultant');
    await handOn(deps, by, { requestId: next, to: 'agenda', comment: why });
    await deps.settle();
    expect(toHandOn(deps)).toEqual([]);
  });
});
