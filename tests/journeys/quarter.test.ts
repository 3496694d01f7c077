import { describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import { decisionsIn, grantedIn, prioritiesSaid } from '#shared/domain/quarter/minutes.ts';
import {
  type AgendaOrder,
  usualOrder,
  withKindMoved,
  withSectionMoved,
} from '#shared/domain/quarter/order.ts';
import type { QuarterGiven } from '#shared/domain/quarter/rules.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { quarterPage } from '#shared/useCases/pages/quarterPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { moveQuarter } from '#shared/useCases/quarter/moveQuarter.ts';
import { planQuarter } from '#shared/useCases/quarter/planQuarter.ts';
import { quarterIn, quarterViewOf } from '#shared/useCases/quarter/quarters.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { putOnAgenda, recordMeetingDecision } from '#shared/useCases/requests/steerRequest.ts';
import { viewOf } from '#shared/useCases/requests/views.ts';
import { editRules, rulesOf } from '#shared/useCases/settings/editRules.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { moveVisit } from '#shared/useCases/visits/moveVisit.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { typedVisit, visitId } from '../builders/visit.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const day = '2027-01-14';
const chefs = ['chef-social', 'chef-sundhed', 'chef-omsorg'];
const common = { shares: [{ pool: 'common', ore: 85_000_00 }] } as const;

/** A world with a meeting planned, and a project that the common pool pays for, before gate 1. */
const aQuarter = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate1', { ...common, recommendedPriority: 'high' });
  const value = JSON.stringify([day, '2027-04-15']);
  deps.stores.settings.put({ id: 'quarterlyStatusDays', value, lastChange: null });
  return deps;
};

const nowIn = (deps: TestDeps) => quarterIn(deps.stores, day);

const did = async (
  deps: TestDeps,
  who: string,
  given: QuarterGiven,
  seen = nowIn(deps).revision,
) => {
  const result = await moveQuarter(deps, actorOf(deps, who, who), day, { seen, given });
  await deps.settle();
  return result;
};

const sent = async (deps: TestDeps): Promise<string> => {
  const result = await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.id;
};

const answered = async (deps: TestDeps, who: string, outcome: 'investigate' | 'stop') => {
  const given = {
    type: 'choose',
    choice: choice(outcome),
    comment: 'Derfor siger vi det',
  } as const;
  await answerRequest(deps, actor(who), { requestId: 'p1-gate1-1', given, revision: 9 });
  await deps.settle();
};

const decided = (deps: TestDeps, who = 'consultant') =>
  recordMeetingDecision(deps, actor(who), {
    ...{ requestId: 'p1-gate1-1', choice: choice('investigate'), comment: 'Begynd i ét distrikt' },
    noted: [{ seat: 'omsorg', text: 'Aftenvagten er ikke aftalt' }],
  });

/** The meeting as it goes: begun, a gate decided against one, a priority, a line, ended. */
const held = async (deps: TestDeps): Promise<void> => {
  await sent(deps);
  await answered(deps, 'chef-social', 'investigate');
  await answered(deps, 'chef-omsorg', 'stop');
  await did(deps, 'consultant', { type: 'begin', present: 'Chefgruppen' });
  await decided(deps);
  await deps.settle();
  await did(deps, 'chef-social', {
    ...{ type: 'prioritise', projectId: 'p1', priority: 'medium', why: 'Lille målgruppe' },
  });
  await did(deps, 'consultant', { type: 'note', point: 'pools', text: 'Puljen rækker året ud' });
  await did(deps, 'consultant', { type: 'end' });
};

const signedBy = async (deps: TestDeps, who: string, version = 1) =>
  did(deps, who, { type: 'approve', version });

const namesOf = (deps: TestDeps): readonly string[] => [...deps.documents.files.keys()];

/** How many minutes wait for somebody. */
const waitsFor = (deps: TestDeps, id: string): number =>
  mattersWaitingFor(deps, id).filter(({ type }) => type === 'quarter').length;

const toldOf = (deps: TestDeps): readonly string[] =>
  deps.stores.messages
    .all()
    .filter(({ value }) => value.quarterId === day)
    .map(({ value }) => `${value.kind} ${value.to.type === 'person' ? value.to.id : ''}`)
    .sort();

describe('a kvartalsstatus', () => {
  it('is planned on a working day that is to come, by a consultant, once', async () => {
    const deps = aQuarter();
    const plan = async (who: string, wanted: string) => {
      const result = await planQuarter(deps, actor(who), wanted);
      return result.ok ? result.value.length : result.refusal.type;
    };
    expect(await plan('digitek', '2027-07-01')).toBe('notAllowed');
    expect(await plan('consultant', '2027-02-30')).toBe('notADay');
    expect(await plan('consultant', '2020-01-15')).toBe('past');
    expect(await plan('consultant', '2027-01-16')).toBe('notAWorkday');
    expect(await plan('consultant', '2027-07-01')).toBe(3);
    expect(await plan('consultant', '2027-07-01')).toBe(3);
  });

  it('has what waits on its agenda, and no other day has a meeting', async () => {
    const deps = aQuarter();
    await sent(deps);
    const view = quarterViewOf(deps, day);
    expect(view?.points.map(({ key }) => key)).toEqual([
      ...['request:p1-gate1-1', 'priorities', 'pools'],
    ]);
    expect(quarterViewOf(deps, '2027-01-15')).toBeUndefined();
    const given = { seen: 0, given: { type: 'send' } } as const;
    const elsewhere = await moveQuarter(deps, actor('consultant'), '2027-01-15', given);
    expect(elsewhere.type).toBe('unknown');
  });

  it('has late visits and a year that is behind on it, with their numbers, and no others', async () => {
    const deps = aQuarter();
    const keys = () => quarterViewOf(deps, day)?.points.map(({ key }) => key);
    expect(keys()).not.toContain('visits');
    deps.clock.at = '2026-08-03T09:00:00Z';
    const terms = typedVisit();
    await moveVisit(deps, actorOf(deps, 'consultant', ''), visitId, {
      ...{ type: 'planned', revision: 0, terms },
    });
    deps.clock.at = '2026-09-30T12:00:00Z';
    const factsNow = () => {
      const view = quarterViewOf(deps, day);
      const page = view && quarterPage(deps, actor('consultant'), view);
      return page?.points.find(({ key }) => key === 'visits')?.facts;
    };
    expect(factsNow()).toMatchObject({
      type: 'visits',
      late: [{ unit: terms.unit, step: 'expectations', since: '2026-08-17' }],
      behind: [{ year: 2026, done: 0, goal: 4, due: 2 }],
    });
    // In the first quarter the year before is told of; then it is the new year's own.
    deps.clock.at = '2027-01-14T09:00:00Z';
    expect(factsNow()).toMatchObject({ late: [{ unit: terms.unit }] });
    await did(deps, 'consultant', { type: 'send' });
    expect(nowIn(deps).sent?.points.map(({ key }) => key)).toContain('visits');
  });

  it('follows the order that is set, until somebody makes the agenda', async () => {
    const deps = aQuarter();
    await sent(deps);
    const sections = () => quarterViewOf(deps, day)?.points.map(({ key }) => key);
    const order = async (value: AgendaOrder) => {
      const seen = rulesOf(deps).values;
      const values = { ...seen, agendaOrder: value };
      expect((await editRules(deps, actor('consultant'), { seen, values })).ok).toBe(true);
    };
    await order(withSectionMoved(withKindMoved(usualOrder, 'pools', -1), 'money', -1));
    const moneyFirst = ['pools', 'priorities', 'request:p1-gate1-1'];
    expect(sections()).toEqual(moneyFirst);
    await did(deps, 'consultant', { type: 'time', point: 'pools', minutes: 7 });
    await order(usualOrder);
    expect(sections()).toEqual(moneyFirst);
    // Another server, which hears of it from the lists alone, says the same.
    expect(quarterViewOf(beside(deps), day)?.points.map(({ key }) => key)).toEqual(moneyFirst);
    // The next one follows what is set now.
    expect(quarterViewOf(deps, '2027-04-15')?.points.map(({ key }) => key)).toEqual([
      ...['request:p1-gate1-1', 'priorities', 'pools'],
    ]);
    await did(deps, 'consultant', { type: 'begin', present: 'Chefgruppen' });
    await did(deps, 'consultant', { type: 'end' });
    expect(sections()).toEqual(moneyFirst);
  });

  it('tells why each gate is there', async () => {
    const deps = aQuarter();
    await sent(deps);
    const whyNow = () => {
      const view = quarterViewOf(deps, day);
      const page = view && quarterPage(deps, actor('consultant'), view);
      const facts = page?.points[0]?.facts;
      return facts?.type === 'request' ? [facts.why, facts.answered, facts.by] : [];
    };
    expect(whyNow()).toEqual(['waiting', 0, '']);
    await answered(deps, 'chef-social', 'investigate');
    expect(whyNow()).toEqual(['waiting', 1, '']);
    await answered(deps, 'chef-omsorg', 'stop');
    expect(whyNow()).toEqual(['differ', 2, '']);
    await answered(deps, 'chef-omsorg', 'investigate');
    await putOnAgenda(deps, actor('consultant'), { requestId: 'p1-gate1-1', comment: '' });
    expect(whyNow()).toEqual(['wish', 2, 'Konsulent, DigiTek']);
  });

  it('sends its agenda to each chef once, and again when it was put right', async () => {
    const deps = aQuarter();
    await sent(deps);
    await did(deps, 'digitek', { type: 'send' });
    await tellByClock(deps);
    expect(toldOf(deps)).toEqual(chefs.map((id) => `quarterPack ${id}`).sort());
    await did(deps, 'digitek', { type: 'time', point: 'pools', minutes: 9 });
    const view = quarterViewOf(deps, day);
    expect(view && quarterPage(deps, actor('digitek'), view).sent?.isOther).toBe(true);
    await did(deps, 'digitek', { type: 'send' });
    expect(toldOf(deps)).toHaveLength(6);
  });
});

describe('the meeting and its minutes', () => {
  it('come to one decision, a priority in the portfolio, and minutes that equal the lists', async () => {
    const deps = aQuarter();
    await held(deps);
    const minutes = quarterViewOf(deps, day)?.minutes;
    if (!minutes) throw new Error('There are no minutes.');
    expect(decisionsIn(minutes)).toEqual([deps.stores.decisions.get('p1-gate1-1')?.value]);
    expect(decisionsIn(minutes)[0]?.noted).toEqual([
      { seat: 'omsorg', text: 'Aftenvagten er ikke aftalt' },
    ]);
    expect(grantedIn(minutes)).toBe(85_000_00);
    expect(prioritiesSaid(minutes)).toMatchObject([{ before: null, priority: 'medium' }]);
    expect(deps.stores.projects.get('p1')?.value).toMatchObject({
      ...{ phase: 'investigation', decidedPriority: 'medium' },
    });
    expect(minutes.points.find(({ point }) => point.key === 'pools')?.lines).toMatchObject([
      { text: 'Puljen rækker året ud' },
    ]);
  });

  it('leave what stayed open to the next meeting', async () => {
    const deps = aQuarter();
    const id = await sent(deps);
    const meets = () => viewOf(deps, id)?.statusDay;
    expect(meets()).toBe(day);
    await did(deps, 'consultant', { type: 'begin', present: 'Chefgruppen' });
    expect(meets()).toBe(day);
    await did(deps, 'consultant', { type: 'end' });
    expect(meets()).toBe('2027-04-15');
  });

  it('leave out what was decided before it began or after it ended', async () => {
    const deps = aQuarter();
    await sent(deps);
    await putOnAgenda(deps, actor('consultant'), { requestId: 'p1-gate1-1', comment: '' });
    await did(deps, 'consultant', { type: 'begin', present: 'Chefgruppen' });
    await did(deps, 'consultant', { type: 'end' });
    deps.clock.at = '2027-01-14T12:00:00Z';
    await decided(deps);
    await deps.settle();
    const [gate] = quarterViewOf(deps, day)?.minutes.points ?? [];
    expect(gate?.gate).toMatchObject({ decision: null });
  });

  it('are signed by three chefs, filed once, and wait for nobody then', async () => {
    const deps = aQuarter();
    await held(deps);
    expect(chefs.map((id) => waitsFor(deps, id))).toEqual([1, 1, 1]);
    await signedBy(deps, 'chef-social');
    expect(chefs.map((id) => waitsFor(deps, id))).toEqual([0, 1, 1]);
    await did(deps, 'chef-omsorg', { type: 'propose', version: 1, text: 'Vi sagde to distrikter' });
    await did(deps, 'consultant', {
      ...{ type: 'correct', point: 'request:p1-gate1-1', text: 'To distrikter først' },
    });
    expect(chefs.map((id) => waitsFor(deps, id))).toEqual([1, 1, 1]);
    for (const id of chefs) await signedBy(deps, id, 2);
    expect(chefs.map((id) => waitsFor(deps, id))).toEqual([0, 0, 0]);
    expect(nowIn(deps)).toMatchObject({ version: 2 });
    expect(nowIn(deps).link).toMatch(/^https/);
    expect(namesOf(deps)).toEqual([`Kvartalsstatus/Referat ${day} version 2.docx`]);
    expect(
      (await did(deps, 'consultant', { type: 'correct', point: 'pools', text: 'Mere' })).type,
    ).toBe('refused');
    expect(toldOf(deps).filter((one) => one.startsWith('quarterMinutes'))).toHaveLength(6);
    expect(toldOf(deps).filter((one) => !one.startsWith('quarterMinutes'))).toEqual([
      ...['quarterProposal consultant', 'quarterSigned consultant'],
    ]);
    const { entries, holds } = await historyOf(deps, `quarter:${day}`);
    expect(holds).toBe(true);
    expect(entries).toHaveLength(nowIn(deps).events.length);
  });

  it('a priority changed by hand afterwards stands, also after a server that begins', async () => {
    const deps = aQuarter();
    await held(deps);
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { decidedPriority: 'low' });
    const begun = { ...beside(deps), stores: { ...deps.stores } };
    await sweep(begun, 'start');
    await begun.settle();
    expect(deps.stores.projects.get('p1')?.value.decidedPriority).toBe('low');
  });

  it('reach each chef as one card, drawn again when somebody signs', async () => {
    const deps = aQuarter();
    const teams = new FakeTeams();
    await held(deps);
    for (let round = 0; round < 3; round += 1) {
      await deliver(deps, teams);
      await deps.settle();
    }
    const shown = () =>
      chefs.map((id) => teams.seenBy(id).filter((one) => one.startsWith('quarterM')));
    expect(shown().map(({ length }) => length)).toEqual([1, 1, 1]);
    await signedBy(deps, 'chef-social');
    await deliver(deps, teams);
    expect(shown().map(({ length }) => length)).toEqual([1, 1, 1]);
    const [card] = teams
      .chatOf('chef-omsorg')
      .filter(({ message }) => message.kind === 'quarterMinutes');
    expect(card?.notice).toMatchObject({ view: { now: { approvals: [{ seat: 'social' }] } } });
  });
});

describe('two who act at once', () => {
  it('on two servers each get a number of their own, and nothing is lost', async () => {
    const first = aQuarter();
    const second = beside(first);
    await sent(first);
    await did(first, 'consultant', { type: 'begin', present: 'Chefgruppen' });
    const seen = nowIn(first).revision;
    const lines = Array.from({ length: 8 }, (_, at) => `Linje nummer ${at}`);
    await Promise.all(
      lines.map((text, at) =>
        did(
          at % 2 === 0 ? first : second,
          at % 3 === 0 ? 'consultant' : 'chef-social',
          {
            ...{ type: 'note', point: 'pools', text },
          },
          seen,
        ),
      ),
    );
    const said = nowIn(first).events.filter(({ kind }) => kind === 'noted');
    expect(said.map(({ text }) => text).sort()).toEqual(lines);
    expect(nowIn(first).events.map(({ seq }) => seq)).toEqual(
      nowIn(first).events.map((_, at) => at + 1),
    );
  });

  it('the same press delivered three times is one event', async () => {
    const first = aQuarter();
    const second = beside(first);
    await held(first);
    const seen = nowIn(first).revision;
    const given = { type: 'approve', version: 1 } as const;
    await Promise.all([first, second, first].map((deps) => did(deps, 'chef-social', given, seen)));
    expect(nowIn(first).events.filter(({ kind }) => kind === 'approved')).toHaveLength(1);
  });
});

describe('killed at any write', () => {
  it('the minutes come to the same after the sweep and the same presses once more', () =>
    expectSameAfterKills({
      world: aQuarter,
      play: async (deps) => {
        await did(deps, 'consultant', { type: 'begin', present: 'Chefgruppen' }, 0);
        const said = { type: 'prioritise', projectId: 'p1', priority: 'low', why: '' } as const;
        await did(deps, 'consultant', said, 1);
        await did(deps, 'consultant', { type: 'end' }, 2);
        for (const [at, id] of chefs.entries())
          await did(deps, id, { type: 'approve', version: 1 }, 3 + at);
      },
      stateOf: (deps) => ({
        events: nowIn(deps).events.map(({ kind }) => kind),
        told: toldOf(deps),
        priority: deps.stores.projects.get('p1')?.value.decidedPriority,
        filed: namesOf(deps),
      }),
      kind: 'quarter',
      subject: `quarter:${day}`,
    }));
});
