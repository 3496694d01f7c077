import { describe, expect, it } from 'vitest';
import type { QuarterGiven } from '#shared/domain/quarter/rules.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { quarterPage, quartersPage } from '#shared/useCases/pages/quarterPage.ts';
import { yearPage } from '#shared/useCases/pages/yearPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { moveQuarter } from '#shared/useCases/quarter/moveQuarter.ts';
import { planQuarter } from '#shared/useCases/quarter/planQuarter.ts';
import {
  quarterDays,
  quarterIds,
  quarterIn,
  quarterViewNamed,
  quarterViewOf,
} from '#shared/useCases/quarter/quarters.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { viewOf } from '#shared/useCases/requests/views.ts';
import { rulesOf } from '#shared/useCases/settings/editRules.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const day = '2027-01-14';
const other = '2027-01-19';

const aQuarter = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate1', { shares: [{ pool: 'common', ore: 85_000_00 }] });
  const value = JSON.stringify([day, '2027-04-15']);
  deps.stores.settings.put({ id: 'quarterlyStatusDays', value, lastChange: null });
  return deps;
};

const did = async (deps: TestDeps, who: string, given: QuarterGiven, on = day, seen?: number) => {
  const revision = seen ?? quarterIn(deps.stores, day).revision;
  const by = actorOf(deps, who, who);
  const result = await moveQuarter(deps, by, on, { seen: revision, given });
  await deps.settle();
  return result.type === 'refused' ? result.refusal.type : result.type;
};

const moves = (deps: TestDeps, to: string, who = 'consultant', seen?: number) =>
  did(deps, who, { type: 'reschedule', day: to }, day, seen);

const packsTo = (deps: TestDeps): readonly string[] =>
  deps.stores.messages
    .all()
    .filter(({ value }) => value.kind === 'quarterPack')
    .map(({ value: { about, to } }) => `${about} ${to.type === 'person' ? to.id : ''}`)
    .sort();

describe('a kvartalsstatus is moved to another day', () => {
  it('by a consultant, to a working day to come that is nobody else’s, until it has begun', async () => {
    const deps = aQuarter();
    expect(await moves(deps, other, 'digitek')).toBe('notAllowed');
    expect(await moves(deps, other, 'chef-omsorg')).toBe('notAllowed');
    expect(await moves(deps, 'i morgen')).toBe('notADay');
    expect(await moves(deps, '2020-01-15')).toBe('past');
    expect(await moves(deps, '2027-01-16')).toBe('notAWorkday');
    expect(await moves(deps, '2027-04-15')).toBe('taken');
    expect(await moves(deps, day)).toBe('taken');
    expect(await moves(deps, other)).toBe('done');
    await did(deps, 'consultant', { type: 'begin', present: 'Chefgruppen' });
    expect(await moves(deps, '2027-01-20')).toBe('begun');
  });

  it('and its agenda comes along, by its new address and by its old one', async () => {
    const deps = aQuarter();
    await did(deps, 'consultant', { type: 'add', title: 'Besøg i Aarhus', minutes: 4 });
    await moves(deps, other);
    for (const address of [day, other]) {
      const view = quarterViewOf(deps, address);
      const page = view && quarterPage(deps, actor('consultant'), view);
      expect(page).toMatchObject({ id: day, day: other, movedFrom: day, mayReschedule: true });
      expect(page?.points.map(({ title }) => title)).toContain('Besøg i Aarhus');
      expect(page?.minutes.day).toBe(other);
    }
    expect(await did(deps, 'consultant', { type: 'send' }, other)).toBe('done');
    expect(quarterDays(deps)).toEqual([other, '2027-04-15']);
    expect(quartersPage(deps, actor('consultant'))).toMatchObject({ next: other });
    expect(yearPage(deps, 2027).quarters.map((one) => one.day)).toEqual([other, '2027-04-15']);
    expect(yearPage(deps, 2027).nextMeeting).toBe(other);
    expect(rulesOf(deps).others.quarterlyStatusDays).toEqual([other, '2027-04-15']);
  });

  it('and the day it was moved from can get another, which has its own name', async () => {
    const deps = aQuarter();
    await did(deps, 'consultant', { type: 'add', title: 'Besøg i Aarhus', minutes: 4 });
    await moves(deps, other);
    expect(await planQuarter(deps, actor('consultant'), day)).toMatchObject({
      value: [day, other, '2027-04-15'],
    });
    // Twice, and on another server: one.
    expect((await planQuarter(beside(deps), actor('consultant'), day)).ok).toBe(true);
    expect(quarterIds(deps)).toEqual(expect.arrayContaining([day, `${day}.2`]));
    expect(quarterDays(deps)).toEqual([day, other, '2027-04-15']);
    const pageOn = (address: string) => {
      const view = quarterViewOf(deps, address);
      return view && quarterPage(deps, actor('consultant'), view);
    };
    expect(pageOn(day)).toMatchObject({ id: `${day}.2`, movedAway: [other], movedFrom: null });
    expect(pageOn(day)?.points.map(({ title }) => title)).not.toContain('Besøg i Aarhus');
    expect(pageOn(other)).toMatchObject({ id: day, movedAway: [] });
    // A press by name is on the meeting of that name, wherever it is now; a card's is, too.
    expect(await did(deps, 'consultant', { type: 'send' })).toBe('done');
    expect(pageOn(other)?.sent).not.toBeNull();
    expect(pageOn(day)?.sent).toBeNull();
    expect(quarterViewNamed(deps, day)?.now.day).toBe(other);
    const teams = new FakeTeams();
    await deliver(deps, teams);
    const [card] = teams.chatOf('chef-omsorg');
    expect(card?.notice.type === 'quarter' && card.notice.view.now.day).toBe(other);
    // Held, it is not the other that was held.
    expect(await did(deps, 'consultant', { type: 'begin', present: 'Alle' }, `${day}.2`, 0)).toBe(
      'done',
    );
    expect(quarterIn(deps.stores, day).began).toBeNull();
    // And it is moved itself, onto no day that is another's.
    expect(await moves(deps, day)).toBe('taken');
  });

  it('and one moved to a day and on again leaves that day free', async () => {
    const deps = aQuarter();
    await moves(deps, other);
    await moves(deps, '2027-01-20');
    expect((await planQuarter(deps, actor('consultant'), other)).ok).toBe(true);
    expect(quarterDays(deps)).toEqual([other, '2027-01-20', '2027-04-15']);
    expect(quarterViewOf(deps, other)?.now).toMatchObject({ id: `${other}.2`, revision: 0 });
  });

  it.each([
    ['beside the old one', [day, other, '2027-04-15']],
    ['instead of it', [other, '2027-04-15']],
  ])('and is one meeting, also when somebody types its new day %s', async (_, typed) => {
    const deps = aQuarter();
    await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
    await moves(deps, other);
    const value = JSON.stringify(typed);
    deps.stores.settings.put({ id: 'quarterlyStatusDays', value, lastChange: null });
    for (const one of [deps, beside(deps)]) {
      expect(quarterDays(one)).toEqual([other, '2027-04-15']);
      expect(quarterViewOf(one, other)?.now.id).toBe(day);
      expect(rulesOf(one).others.quarterlyStatusDays).toEqual([other, '2027-04-15']);
      expect(viewOf(one, 'p1-gate1-1')?.statusDay).toBe(other);
    }
    // Moved on, it leaves nothing behind on the day that was typed.
    await moves(deps, '2027-01-20');
    expect(quarterDays(deps)).toEqual(['2027-01-20', '2027-04-15']);
  });

  it('back again, too', async () => {
    const deps = aQuarter();
    await moves(deps, other);
    expect(await moves(deps, day)).toBe('done');
    expect(quarterDays(deps)).toEqual([day, '2027-04-15']);
    expect(quarterViewOf(deps, day)?.now).toMatchObject({ day, movedFrom: other });
    expect(quarterViewOf(deps, other)).toBeUndefined();
  });

  it('and each of the chefgruppe is told once, whoever presses twice, on however many servers', async () => {
    const deps = aQuarter();
    await did(deps, 'consultant', { type: 'send' });
    const seen = quarterIn(deps.stores, day).revision;
    const both = await Promise.all([
      moves(deps, other, 'consultant', seen),
      moves(beside(deps), other, 'consultant', seen),
    ]);
    expect([...both].sort()).toEqual(['done', 'repeated']);
    expect(await moves(deps, other, 'consultant', seen)).toBe('repeated');
    await tellByClock(beside(deps));
    const chefs = ['chef-omsorg', 'chef-social', 'chef-sundhed'];
    expect(packsTo(deps)).toEqual([
      ...chefs.map((one) => `1 ${one}`),
      ...chefs.map((one) => `2 ${one}`),
    ]);
    const teams = new FakeTeams();
    await deliver(deps, teams);
    // What was not sent yet says the old day no more.
    expect(teams.seenBy('chef-omsorg')).toEqual(['quarterPack 2']);
  });

  it.each([1, 2, 3, 4])(
    'and of two that are moved to one day in the same moment one gets it (%i)',
    async (round) => {
      const deps = aQuarter();
      const second = '2027-04-15';
      const revision = (id: string) => quarterIn(deps.stores, id).revision;
      const on = (world: TestDeps, id: string, to = other, seen = revision(id)) =>
        did(world, 'consultant', { type: 'reschedule', day: to }, id, seen);
      // The day may have had a meeting before, which has been moved on.
      if (round > 2) {
        await on(deps, day);
        await on(deps, day, '2027-01-20');
      }
      const seen = [revision(day), revision(second)] as const;
      const next = beside(deps);
      const both = () =>
        Promise.all(
          round % 2 === 0
            ? [on(deps, day, other, seen[0]), on(next, second, other, seen[1])]
            : [on(deps, second, other, seen[1]), on(next, day, other, seen[0])],
        );
      expect((await both()).sort()).toEqual(['done', 'taken']);
      expect(quarterDays(deps).filter((one) => one === other)).toEqual([other]);
      expect(quarterDays(deps)).toHaveLength(2);
      // Delivered again, each press has the same answer.
      expect((await both()).sort()).toEqual(['repeated', 'taken']);
    },
  );

  it('and the card of a hearing says the new day', async () => {
    const deps = aQuarter();
    await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
    await deps.settle();
    const teams = new FakeTeams();
    await deliver(deps, teams);
    const dayOnCard = () => {
      const [card] = teams.chatOf('chefgruppe');
      const notice = card?.notice;
      return notice?.type === 'request' ? notice.view.statusDay : null;
    };
    expect(dayOnCard()).toBe(day);
    await moves(deps, other);
    await deliver(deps, teams);
    expect(dayOnCard()).toBe(other);
    expect(viewOf(deps, 'p1-gate1-1')?.statusDay).toBe(other);
  });

  it('is finished by another server, wherever the first one died', async () => {
    await expectSameAfterKills({
      world: aQuarter,
      play: async (deps) => {
        await did(deps, 'consultant', { type: 'send' }, day, 0);
        await moves(deps, other, 'consultant', 1);
      },
      stateOf: (deps) => ({
        events: quarterIn(deps.stores, day).events.map(({ kind }) => kind),
        days: quarterDays(deps),
        told: packsTo(deps),
      }),
      kind: 'quarter',
      subject: `quarter:${day}`,
    });
    const deps = aQuarter();
    await moves(deps, other);
    await sweep(deps, 'later');
    const { entries } = await historyOf(deps, `quarter:${day}`);
    expect(entries.map(({ kind }) => kind)).toEqual(['quarter']);
  });
});
