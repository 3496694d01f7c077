import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastReply } from '#shared/contract/past.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import { choice } from '#shared/domain/gates.ts';
import { nextDay } from '#shared/domain/workday.ts';
import { boardOf } from '#shared/useCases/pages/board.ts';
import { pastPage } from '#shared/useCases/pages/pastPage.ts';
import { createProject, editProject } from '#shared/useCases/projects/editProject.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { runsOf } from '../builders/long.ts';
import { actor, allSteps, aReadyProject, aWorld } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const consultant = actor('consultant');

const past = async (deps: TestDeps, day: string): Promise<Omit<PastReply, 'asOf'>> => {
  const page = await pastPage(deps, day);
  if (!page.ok) throw new Error(page.refusal.type);
  return page.value;
};

/** A card without what it has become since. */
const asThen = ({ became: _, ...card }: BoardProject): BoardProject => card;

const revisionOf = (deps: TestDeps, id: string): string => deps.stores.projects.get(id)?.etag ?? '';

const edit = async (deps: TestDeps, id: string, changes: object, reason = ''): Promise<void> => {
  await editProject(deps, consultant, { id, revision: revisionOf(deps, id), changes, reason });
  await deps.settle();
};

type Act = (deps: TestDeps) => Promise<unknown>;

const openOf = (deps: TestDeps) =>
  deps.stores.requests
    .all()
    .map(({ value }) => value)
    .findLast(({ id }) => !deps.stores.decisions.get(id));

const answer =
  (type: 'investigate' | 'stop'): Act =>
  (deps) =>
    answerRequest(deps, actor('chef-omsorg'), {
      requestId: openOf(deps)?.id ?? '',
      given: { type: 'choose', choice: choice(type), comment: 'Det giver mening nu' },
    });

const skal = aReadyProject('gate1', {
  ...{ id: 'p2', title: 'Fælles sprog', type: 'skal', phase: 'investigation' },
  ...{ recommendedOutcome: null, recommendedPriority: null },
});

const acts: Readonly<Record<string, Act>> = {
  titled: (deps) => edit(deps, 'p1', { title: `Nøglefri ${deps.clock.day()}` }),
  waits: (deps) => edit(deps, 'p1', { waitsFor: `Leverandør ${deps.clock.day()}` }),
  waitsNot: (deps) => edit(deps, 'p1', { waitsFor: '' }),
  ranked: (deps) => edit(deps, 'p1', { recommendedPriority: 'low' }),
  rankedHigh: (deps) => edit(deps, 'p1', { recommendedPriority: 'high' }),
  priced: (deps) => edit(deps, 'p1', { askOre: 12_000_00 }),
  moved: (deps) => edit(deps, 'p2', { phase: 'trial' }, 'Klar til at prøve'),
  shelved: (deps) => edit(deps, 'p2', { status: 'stopped' }, 'Loven er ændret'),
  ticked: (deps) =>
    tickStep(deps, consultant, { projectId: 'p1', code: 'ideaDescription', done: true }),
  unticked: (deps) =>
    tickStep(deps, consultant, { projectId: 'p1', code: 'ideaDescription', done: false }),
  asked: (deps) => sendGateRequest(deps, consultant, { projectId: 'p1', gate: 'gate1' }),
  forward: answer('investigate'),
  stopped: answer('stop'),
  idea: (deps) => createProject(deps, consultant, { title: `Idé ${deps.clock.day()}` }),
};

const aTurn = fc.record({
  acts: fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 1, maxLength: 4 }),
  days: fc.constantFrom(1, 1, 3, 20, 45, 130),
});

const begun = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate1');
  deps.stores.projects.put(skal);
  deps.stores.steps.put(...allSteps('p2', 'gate1'));
  return deps;
};

const daysOn = (day: string, count: number): string => {
  let on = day;
  for (let passed = 0; passed < count; passed += 1) on = nextDay(on);
  return on;
};

/** The board as it stands when the day ends, and as any later look at that day must find it. */
const played = async (turns: readonly { acts: readonly string[]; days: number }[]) => {
  const deps = begun();
  const seen = new Map<string, readonly BoardProject[]>();
  for (const turn of turns) {
    const day = deps.clock.day();
    for (const act of turn.acts) {
      await acts[act]?.(deps);
      await deps.settle();
      deps.clock.pass(60_000);
    }
    seen.set(day, boardOf(deps));
    deps.clock.at = `${daysOn(day, turn.days)}T09:14:00Z`;
  }
  return { deps, seen };
};

describe('the board as it was', () => {
  it('is what it was when each day ended, whatever has happened since', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aTurn, { minLength: 1, maxLength: 8 }), async (turns) => {
        const { deps, seen } = await played(turns);
        for (const [day, board] of seen)
          expect([day, (await past(deps, day)).projects.map(asThen)]).toEqual([day, board]);
      }),
      { seed: 20_261_130, numRuns: runsOf({ daily: 60, long: 3_000 }) },
    );
  });

  it('says on each card what it has become, and to whom it is due', async () => {
    const { deps } = await played([
      { acts: ['titled'], days: 1 },
      { acts: ['shelved', 'idea', 'ranked'], days: 1 },
    ]);
    const { projects, changes, figuresThen, figuresNow } = await past(deps, '2026-11-23');
    expect(projects.map(({ id, became }) => [id, became])).toEqual([
      ['p1', { type: 'priority', priority: 'low' }],
      ['p2', { type: 'status', status: 'stopped' }],
    ]);
    expect(changes.map(({ kind, title, by }) => [kind, title, by])).toEqual([
      ['priority', 'Nøglefri 2026-11-23', 'Konsulent, DigiTek'],
      ['stopped', 'Fælles sprog', 'Konsulent, DigiTek'],
      ['created', 'Idé 2026-11-24', 'Konsulent, DigiTek'],
    ]);
    expect([figuresThen.projects, figuresNow.projects]).toEqual([2, 1]);
  });

  it('tells what was left in the pools then', async () => {
    const { deps } = await played([
      { acts: ['titled'], days: 1 },
      { acts: ['asked'], days: 1 },
    ]);
    const { figuresThen, figuresNow } = await past(deps, '2026-11-23');
    expect((figuresThen.leftOre ?? 0) - (figuresNow.leftOre ?? 0)).toBe(85_000_00);
  });

  it('knows of a change that has not reached the history yet', async () => {
    const deps = begun();
    const day = deps.clock.day();
    deps.clock.at = '2026-11-24T09:00:00Z';
    await editProject({ ...deps, later: () => undefined }, consultant, {
      ...{ id: 'p1', revision: revisionOf(deps, 'p1'), changes: { title: 'Et nyt navn' } },
    });
    expect(deps.stores.history.all()).toEqual([]);
    expect((await past(deps, day)).projects[0]?.title).toBe('Nøglefri hjemmepleje');
  });

  it('is the first day there is history of, where an earlier one is asked for', async () => {
    const { deps } = await played([{ acts: ['titled'], days: 1 }]);
    expect((await past(deps, '2020-01-01')).day).toBe('2026-09-01');
  });

  it('refuses what is no day, and a day that is not over', async () => {
    const { deps } = await played([{ acts: ['titled'], days: 1 }]);
    const refusals = await Promise.all(
      ['i går', '2026-02-30', deps.clock.day(), '2999-01-01'].map((day) => pastPage(deps, day)),
    );
    expect(refusals.map((one) => (one.ok ? 'shown' : one.refusal.type))).toEqual([
      'notADay',
      'notADay',
      'ahead',
      'ahead',
    ]);
  });

  it('says so while there is nothing to look back on', async () => {
    const deps = testDeps();
    await createProject(deps, consultant, { title: 'Den første' });
    expect(await pastPage(deps, '2026-11-01')).toMatchObject({ refusal: { type: 'tooNew' } });
  });
});
