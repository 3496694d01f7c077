import { describe, expect, it } from 'vitest';
import type { MessageKind } from '#shared/domain/message.ts';
import type { VisitGiven } from '#shared/domain/visits/given.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { planOf } from '#shared/useCases/pages/planPage.ts';
import { historyOf, projectPage } from '#shared/useCases/pages/projectPage.ts';
import { visitReplyOf, visitsPage } from '#shared/useCases/pages/visitsPage.ts';
import { yearPage } from '#shared/useCases/pages/yearPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { visitSubject } from '#shared/useCases/visits/followVisit.ts';
import { keepNote } from '#shared/useCases/visits/keepNote.ts';
import { moveVisit } from '#shared/useCases/visits/moveVisit.ts';
import { visitViewOf } from '#shared/useCases/visits/visits.ts';
import { findingsIn, visitById } from '#shared/useCases/visits/visitsHeld.ts';
import { aReadyProject, furnish } from '../builders/portfolio.ts';
import { typedVisit, visitId } from '../builders/visit.ts';
import { behind } from '../worlds/memory/behind.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const aWorldOfUnits = (): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.clock.at = '2026-08-03T09:00:00Z';
  return deps;
};

const did = async (deps: TestDeps, by: string, given: VisitGiven) => {
  const result = await moveVisit(deps, actorOf(deps, by, by), visitId, given);
  await deps.settle();
  return result;
};
const plans = (deps: TestDeps, more = {}) =>
  did(deps, 'consultant', { type: 'planned', revision: 0, terms: typedVisit(more) });
const nowIn = (deps: TestDeps) => visitById(deps.stores, visitId);
const asks = (deps: TestDeps, by = 'consultant') =>
  did(deps, by, { type: 'asked', revision: nowIn(deps).told });
const answers = (deps: TestDeps, by = 'owner') =>
  did(deps, by, {
    ...{ type: 'answered', ask: nowIn(deps).ask?.seq ?? 0, revision: nowIn(deps).told },
    ...{ answer: 'yes', day: null, comment: '' },
  });
const told = (deps: TestDeps): readonly (readonly [MessageKind, string])[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => [value.kind, value.to.type === 'person' ? value.to.id : value.to.type]);
const waits = (deps: TestDeps, who: string) => mattersWaitingFor(deps, who).map(({ type }) => type);
const at = async (deps: TestDeps, moment: string): Promise<void> => {
  deps.clock.at = moment;
  for (let round = 0; round < 3; round += 1) {
    await tellByClock(deps);
    await deps.settle();
  }
};
const noteKey = (number: number): string =>
  `4e550617-8293-4ea5-9fb6-${String(number).padStart(12, '0')}`;
const notes = (deps: Deps, number: number, more = {}, by = 'consultant') =>
  keepNote(deps, actorOf(deps, by, by), visitId, {
    ...{ key: noteKey(number), number, text: `Note ${number}`, group: 'Uro', picture: null },
    notedAt: `2026-09-07T08:00:${String(number % 60).padStart(2, '0')}Z`,
    ...more,
  });
const replyTo = (deps: TestDeps, by: string) => {
  const view = visitViewOf(deps, visitId);
  if (!view) throw new RangeError(visitId);
  return visitReplyOf(deps, view, actorOf(deps, by, by));
};
const chooses = async (deps: TestDeps, group = 'Uro') => {
  const seen = findingsIn(deps.stores, nowIn(deps)).groups.find(({ name }) => name === group);
  return did(deps, 'consultant', {
    ...{ type: 'valued', group, seen: seen?.seq ?? 0, name: group, value: 'high' },
    ...{ effort: 'low', isChosen: true, comment: '' },
  });
};

/** Another server, whose lists tell it of nothing that the first has written. */
const lateServer = (deps: TestDeps) => {
  const other = beside(deps);
  const stores = { ...deps.stores, visits: behind(deps.stores.visits) };
  return { ...other, stores, settle: () => other.settle() };
};

describe('a DigiTek 360', () => {
  it('links a group to a project there is: no new idea, each leads to the other, also when it is gone', async () => {
    const deps = aWorldOfUnits();
    await plans(deps);
    await asks(deps);
    await answers(deps);
    deps.stores.projects.put(aReadyProject('gate2', { title: 'Ro om aftenen' }));
    await notes(deps, 1);
    await chooses(deps);
    const link = { type: 'becameIdea', group: 'Uro', projectId: 'p1' } as const;
    expect((await did(deps, 'consultant', link)).type).toBe('done');
    expect((await did(deps, 'consultant', link)).type).toBe('repeated');
    expect(deps.stores.projects.all()).toHaveLength(1);
    expect(replyTo(deps, 'stranger').groups).toMatchObject([
      { name: 'Uro', became: { title: 'Ro om aftenen', phase: 'investigation' } },
    ]);
    const page = projectPage(deps, actorOf(deps, 'stranger', 'stranger'), 'p1');
    expect(page?.visit?.id).toBe(visitId);
    expect(page?.project.origin).toBeNull();
    // Deleted in the list by hand, it is not made anew.
    deps.stores.projects.rows.delete('p1');
    await sweep(beside(deps), 'start');
    expect(deps.stores.projects.all()).toEqual([]);
  });

  it('is planned, agreed with the leder, noted in, and becomes an idea with its origin', async () => {
    const deps = aWorldOfUnits();
    await plans(deps);
    expect(told(deps)).toEqual([]);
    await asks(deps);
    expect(told(deps)).toEqual([['visitAsk', 'owner']]);
    expect(waits(deps, 'owner')).toEqual(['visit']);
    await answers(deps);
    expect(waits(deps, 'owner')).toEqual([]);
    expect(told(deps)).toEqual(
      expect.arrayContaining([
        ['visitTold', 'consultant'],
        ['visitTold', 'digitek'],
      ]),
    );
    await notes(deps, 1, { text: 'Borgeren i stue 4 råbte.' });
    await chooses(deps);
    const idea = { type: 'becameIdea', group: 'Uro' } as const;
    expect((await did(deps, 'consultant', idea)).type).toBe('done');
    expect((await did(deps, 'consultant', idea)).type).toBe('repeated');
    expect((await did(deps, 'digitek', idea)).type).toBe('refused');
    const [project] = deps.stores.projects.all().map(({ value }) => value);
    expect(deps.stores.projects.all()).toHaveLength(1);
    expect(project).toMatchObject({
      ...{ title: 'Uro', origin: 'digitek360', leadArea: 'omsorg', status: 'raw', phase: 'idea' },
      createdById: 'consultant',
    });
    // An idea is read by everybody: nothing that was noted is in it, nor in its history.
    expect(JSON.stringify(project)).not.toContain('stue 4');
    const { entries, holds } = await historyOf(deps, project?.id ?? '');
    expect([entries.map(({ kind }) => kind), holds]).toEqual([['created'], true]);
    expect(JSON.stringify(entries)).not.toContain('stue 4');
    const page = projectPage(deps, actorOf(deps, 'stranger', 'stranger'), project?.id ?? '');
    expect(page?.visit).toEqual({ id: visitId, unit: 'Aktivitetscenter Æblegården', day: null });
    expect(replyTo(deps, 'stranger').groups).toMatchObject([
      { name: 'Uro', count: 1, became: { title: 'Uro', phase: 'idea', decided: null } },
    ]);
  });

  it('shows what was noted to the team and the unit’s leder, and to nobody else', async () => {
    const deps = aWorldOfUnits();
    await plans(deps);
    await notes(deps, 1);
    for (const by of ['consultant', 'lead', 'owner'])
      expect(replyTo(deps, by).notes).toHaveLength(1);
    for (const by of ['chef-omsorg', 'direktor', 'stranger'])
      expect([
        replyTo(deps, by).notes,
        JSON.stringify(replyTo(deps, by)).includes('Note 1'),
      ]).toEqual([null, false]);
    expect((await notes(deps, 2, {}, 'owner')).type).toBe('refused');
    const { entries } = await historyOf(deps, visitSubject(visitId));
    expect(JSON.stringify(entries)).not.toContain('Note 1');
  });

  it('waits for its leder with a clock: nudged, late, reminded by hand, and then answered', async () => {
    const deps = aWorldOfUnits();
    await plans(deps);
    await asks(deps);
    await at(deps, '2026-08-10T07:30:00Z');
    expect(told(deps)).toContainEqual(['visitNudge', 'owner']);
    await at(deps, '2026-08-10T14:30:00Z');
    expect(told(deps)).toContainEqual(['visitOverdue', 'consultant']);
    expect(visitsPage(deps, actorOf(deps, 'consultant', '')).visits).toMatchObject([
      { overdue: true, state: 'asked' },
    ]);
    deps.clock.at = '2026-08-11T08:00:00Z';
    await asks(deps, 'digitek');
    expect(told(deps).filter(([kind]) => kind === 'visitAsk')).toHaveLength(2);
    await answers(deps);
    expect(nowIn(deps).word).toMatchObject({ answer: 'yes', byId: 'owner' });
    expect(waits(deps, 'owner')).toEqual([]);
  });

  it('that is called off waits for nobody', async () => {
    const deps = aWorldOfUnits();
    await plans(deps);
    await asks(deps);
    const { told: revision } = nowIn(deps);
    await did(deps, 'digitek', { type: 'withdrawn', revision, comment: 'Enheden lukker.' });
    expect(waits(deps, 'owner')).toEqual([]);
    expect((await answers(deps)).type).toBe('refused');
    // What was noted without a net comes all the same.
    expect((await notes(deps, 1)).type).toBe('done');
  });

  it('stands in the year, and takes the team’s hours of the plan', async () => {
    const deps = aWorldOfUnits();
    await plans(deps);
    await asks(deps);
    await answers(deps);
    expect(yearPage(deps, 2026).visits).toMatchObject([{ day: '2026-09-07', isDone: false }]);
    expect(planOf(deps).settings.studies).toEqual([
      { start: '2026-08', end: '2026-09', hours: 40 },
    ]);
    deps.clock.at = '2026-09-08T09:00:00Z';
    const held = { type: 'stepped', step: 'practice', seen: 0, day: '2026-09-07' } as const;
    await did(deps, 'consultant', { ...held, done: true });
    expect(yearPage(deps, 2026).visits).toMatchObject([{ isDone: true }]);
    const { years } = visitsPage(deps, actorOf(deps, 'stranger', ''));
    expect(years.map(({ year, done }) => [year, done])).toEqual([
      [2025, 0],
      [2026, 1],
      [2027, 0],
    ]);
  });
});

describe('observations', () => {
  it('of two phones, sent again and again to two servers, are there once and in order', async () => {
    const deps = aWorldOfUnits();
    await plans(deps);
    const late = lateServer(deps);
    const servers: readonly Deps[] = [deps, late];
    for (let number = 1; number <= 200; number += 1) {
      const device = { text: `${number % 2 === 0 ? 'b' : 'a'} ${number}`, number };
      const second = Math.floor(number / 60);
      const notedAt = `2026-09-07T08:0${second}:${String(number % 60).padStart(2, '0')}Z`;
      const sent = { ...device, notedAt };
      // The answer is lost, and it is sent once more, to whichever server answers.
      await Promise.all(
        [0, 1].map((place) => notes(servers[(number + place) % 2] ?? deps, number, sent)),
      );
      await notes(servers[number % 2] ?? deps, number, sent);
    }
    const { notes: all, groups } = findingsIn(deps.stores, nowIn(deps));
    expect(all.map(({ text }) => Number(text.slice(2)))).toEqual(
      Array.from({ length: 200 }, (_, place) => place + 1),
    );
    expect(groups).toMatchObject([{ name: 'Uro', count: 200 }]);
    // The list of a visit's own events is not touched by them: no card is drawn anew.
    expect(nowIn(deps).revision).toBe(1);
  });

  it('that look like a person’s number are refused, and 20,000 characters are kept', async () => {
    const deps = aWorldOfUnits();
    await plans(deps);
    const text = `${'å'.repeat(19_990)} slut`;
    expect((await notes(deps, 1, { text })).type).toBe('done');
    expect(replyTo(deps, 'consultant').notes?.[0]?.text).toBe(text);
    deps.clock.at = '2026-09-07T09:00:00Z';
    expect(await notes(deps, 2, { text: '070761-4285 faldt' })).toMatchObject({
      refusal: { type: 'personNumber' },
    });
  });
});

describe('two servers', () => {
  it('plan, ask and choose once, whoever is first', async () => {
    const deps = aWorldOfUnits();
    const late = lateServer(deps);
    await plans(deps);
    const ask = { type: 'asked', revision: 1 } as const;
    const both = await Promise.all(
      [deps, late].map((one) => moveVisit(one, actorOf(one, 'consultant', ''), visitId, ask)),
    );
    expect(both.map(({ type }) => type).sort()).toEqual(['done', 'repeated']);
    await notes(deps, 1);
    await chooses(deps);
    const idea = { type: 'becameIdea', group: 'Uro' } as const;
    await Promise.all(
      [deps, late].map((one, place) =>
        moveVisit(one, actorOf(one, ['consultant', 'digitek'][place] ?? '', ''), visitId, idea),
      ),
    );
    await Promise.all([deps.settle(), late.settle()]);
    expect(deps.stores.projects.all()).toHaveLength(1);
    expect(told(deps).filter(([kind]) => kind === 'visitAsk')).toHaveLength(1);
  });

  it('come to the same when one is killed after any write', async () => {
    await expectSameAfterKills({
      world: aWorldOfUnits,
      play: async (deps) => {
        deps.clock.at = '2026-08-03T09:00:00Z';
        await plans(deps);
        await did(deps, 'consultant', { type: 'asked', revision: 1 });
        await did(deps, 'owner', {
          ...{ type: 'answered', ask: 2, revision: 2, answer: 'yes', day: null, comment: '' },
        });
        await notes(deps, 1);
        await did(deps, 'consultant', {
          ...{ type: 'valued', group: 'Uro', seen: 0, name: 'Uro', value: 'high' },
          ...{ effort: 'low', isChosen: true, comment: '' },
        });
        await did(deps, 'consultant', { type: 'becameIdea', group: 'Uro' });
        await sweep(deps, 'start');
        await deps.settle();
      },
      stateOf: (deps) => ({
        events: nowIn(deps).events.map(({ kind }) => kind),
        told: told(deps)
          .map(String)
          .filter((one) => one.startsWith('visit'))
          .sort(),
        ideas: deps.stores.projects.all().map(({ value }) => [value.id, value.origin]),
      }),
      ...{ kind: 'visit', subject: visitSubject(visitId) },
    });
  });
});
