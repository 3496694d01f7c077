import { describe, expect, it } from 'vitest';
import { columnsOf, type Planned } from '#shared/domain/plan/planned.ts';
import type { Project } from '#shared/domain/project.ts';
import { morningNow } from '#shared/useCases/matters/morningMatter.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { savePlan } from '#shared/useCases/plan/savePlan.ts';
import { newsText } from '#shared/words/plan/news.ts';
import { aPlan } from '../builders/plan.ts';
import { actor, aReadyProject, furnish } from '../builders/portfolio.ts';
import { beside } from '../worlds/memory/kills.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

/* Whoever must know that the plan was saved is told: once, a day at most, and in hours. */

const was = aPlan('2027-01', '2027-03', 60);
const later = aPlan('2027-04', '2027-06', 60);

/** A Tuesday at 10.00 in Copenhagen. */
const tuesday = '2026-11-24T09:00:00Z';

const aWorld = (more: Partial<Project> = {}): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.clock.at = tuesday;
  deps.stores.projects.put(
    ...['a', 'b'].map((id) =>
      aReadyProject('gate1', { id, title: `Projekt ${id}`, ...columnsOf(was), ...more }),
    ),
  );
  return deps;
};

type Saving = { readonly seen?: Planned; readonly to?: Planned; readonly by?: string };

const saves = async (deps: TestDeps, ids: readonly string[], saving: Saving = {}) => {
  const { seen = was, to = later, by = 'consultant' } = saving;
  const moves = ids.map((id) => ({ id, seen, to }));
  const saved = await savePlan(deps, actor(by), { moves, added: [] }, '');
  await deps.settle();
  return saved;
};

const at = async (deps: TestDeps, moment: string, ...others: readonly TestDeps[]) => {
  deps.clock.at = moment;
  for (const server of [deps, ...others]) await tellByClock(server);
};

const toldOf = (deps: TestDeps): readonly string[] =>
  deps.stores.messages
    .all()
    .filter(({ value: { kind } }) => kind === 'planMoved' || kind === 'morning')
    .map(({ value: { kind, about, to } }) =>
      [kind, about, to.type === 'person' ? to.id : to.type].join(' '),
    )
    .sort();

const planOnly = (deps: TestDeps) => toldOf(deps).filter((one) => one.startsWith('planMoved'));
const told = (day: string) =>
  ['chef-omsorg', 'lead', 'owner'].map((id) => `planMoved ${day} ${id}`);

const newsSeenBy = (teams: FakeTeams, who: string) =>
  teams
    .chatOf(who)
    .flatMap(({ notice }) => (notice.type === 'plan' ? [notice.news] : []))
    .map((news) =>
      news.map((one) => `${one.project.id} ${newsText(one)}`.replaceAll('\u00a0', ' ')),
    );

describe('the plan is saved', () => {
  it('and its owner, lead and chef are told in one message, however many Gem there were', async () => {
    const deps = aWorld();
    await saves(deps, ['a']);
    await at(deps, '2026-11-24T09:05:00Z');
    // More may come: it is not told yet.
    expect(planOnly(deps)).toEqual([]);
    await saves(deps, ['b']);
    await at(deps, '2026-11-24T09:16:00Z', beside(deps));
    await at(deps, '2026-11-24T09:17:00Z', beside(deps));
    expect(planOnly(deps)).toEqual(told('2026-11-24'));
    const teams = new FakeTeams();
    await deliver(deps, teams);
    expect(newsSeenBy(teams, 'owner')).toEqual([
      [
        'a flytter 1 kvartal. Nu april til juni 2027',
        'b flytter 1 kvartal. Nu april til juni 2027',
      ],
    ]);
  });

  it('and whoever saved it is not told what they did', async () => {
    const deps = aWorld({ leadId: 'consultant' });
    await saves(deps, ['a']);
    await at(deps, '2026-11-24T09:30:00Z');
    expect(planOnly(deps)).toEqual([
      ...['chef-omsorg', 'owner'].map((id) => `planMoved 2026-11-24 ${id}`),
    ]);
  });

  it('and the chef whose pool is asked in another year is told, and all of them of the common pool', async () => {
    const nextYear = aPlan('2028-04', '2028-06', 60);
    const asked = { askOre: 10_000_00, hoursDigitek: 60 };
    const area = aWorld({ ...asked, shares: [{ pool: 'area:social', ore: 10_000_00 }] });
    await saves(area, ['a'], { to: nextYear });
    await at(area, '2026-11-24T09:30:00Z');
    expect(planOnly(area).map((one) => one.split(' ')[2])).toEqual([
      ...['chef-omsorg', 'chef-social', 'lead', 'owner'],
    ]);
    const common = aWorld({ ...asked, shares: [{ pool: 'common', ore: 10_000_00 }] });
    await saves(common, ['a'], { to: nextYear });
    await at(common, '2026-11-24T09:30:00Z');
    expect(planOnly(common).map((one) => one.split(' ')[2])).toEqual([
      ...['chef-omsorg', 'chef-social', 'chef-sundhed', 'lead', 'owner'],
    ]);
  });

  it('twice on a day, and the second time is told the next morning', async () => {
    const deps = aWorld();
    await saves(deps, ['a']);
    await at(deps, '2026-11-24T09:30:00Z');
    const teams = new FakeTeams();
    await deliver(deps, teams);
    deps.clock.at = '2026-11-24T12:00:00Z';
    await saves(deps, ['a'], { seen: later, to: was });
    await saves(deps, ['b']);
    await at(deps, '2026-11-24T13:00:00Z');
    expect(planOnly(deps)).toEqual(told('2026-11-24'));
    await at(deps, '2026-11-25T07:05:00Z', beside(deps));
    await at(deps, '2026-11-25T12:00:00Z', beside(deps));
    expect(planOnly(deps)).toEqual([...told('2026-11-24'), ...told('2026-11-25')].sort());
    await deliver(deps, teams);
    expect(newsSeenBy(teams, 'owner')).toEqual([
      ['a flytter 1 kvartal. Nu april til juni 2027'],
      [
        'a flytter 1 kvartal tidligere. Nu januar til marts 2027',
        'b flytter 1 kvartal. Nu april til juni 2027',
      ],
    ]);
  });

  it('and moved back before anybody was told, nobody is', async () => {
    const deps = aWorld();
    await saves(deps, ['a']);
    deps.clock.at = '2026-11-24T09:04:00Z';
    await saves(deps, ['a'], { seen: later, to: was });
    await at(deps, '2026-11-24T10:00:00Z');
    expect(planOnly(deps)).toEqual([]);
  });

  it('on a Saturday evening, and they hear of it on Monday, from where it stood on Friday', async () => {
    const deps = aWorld();
    deps.clock.at = '2026-11-28T19:00:00Z';
    await saves(deps, ['a']);
    await at(deps, '2026-11-28T20:00:00Z');
    deps.clock.at = '2026-11-29T19:00:00Z';
    await saves(deps, ['a'], { seen: later, to: aPlan('2027-07', '2027-09', 60) });
    await at(deps, '2026-11-30T06:30:00Z');
    expect(planOnly(deps)).toEqual([]);
    await at(deps, '2026-11-30T07:01:00Z');
    expect(planOnly(deps)).toEqual(told('2026-11-30'));
    const teams = new FakeTeams();
    await deliver(deps, teams);
    expect(newsSeenBy(teams, 'lead')).toEqual([
      ['a flytter 2 kvartaler. Nu juli til september 2027'],
    ]);
  });

  it('and whoever has a morning’s message has it there, and in no message more', async () => {
    const deps = aWorld();
    deps.stores.projects.put(
      aReadyProject('gate1', {
        ...{ id: 'c', nextStep: 'Ring til IT', nextStepDue: '2026-11-24', leadId: 'lead' },
      }),
    );
    deps.clock.at = '2026-11-24T19:00:00Z';
    await saves(deps, ['a']);
    await at(deps, '2026-11-25T07:01:00Z', beside(deps));
    expect(toldOf(deps)).toContain('morning 2026-11-25 lead');
    expect(planOnly(deps)).not.toContain('planMoved 2026-11-25 lead');
    expect(planOnly(deps)).toContain('planMoved 2026-11-25 owner');
    expect(morningNow(deps, '2026-11-25', 'lead').plan.map(({ project }) => project.id)).toEqual([
      'a',
    ]);
    await at(deps, '2026-11-25T12:00:00Z');
    await at(deps, '2026-11-26T07:01:00Z');
    expect(planOnly(deps)).not.toContain('planMoved 2026-11-26 lead');
    // And it says the same when it is opened later.
    expect(morningNow(deps, '2026-11-25', 'lead').plan).toHaveLength(1);
  });

  it('cut off after any write, another server tells it, each once', async () => {
    const whole = aWorld();
    await saves(whole, ['a', 'b']);
    const writes = whole.writes.count;
    for (let write = 0; write < writes; write += 1) {
      const deps = aWorld();
      deps.writes.failAfter = write;
      await saves(deps, ['a', 'b']).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      await deps.settle().catch(() => undefined);
      deps.writes.failAfter = Number.POSITIVE_INFINITY;
      const next = beside(deps);
      await saves(next, ['a', 'b']);
      await at(next, '2026-11-24T09:30:00Z', deps);
      expect({ write, told: planOnly(next) }).toEqual({ write, told: told('2026-11-24') });
    }
  });

  it('and what somebody types in the list, or proposes, is told nobody', async () => {
    const deps = aWorld();
    const row = deps.stores.projects.get('a');
    if (row) await deps.stores.projects.update(row, columnsOf(later));
    await at(deps, '2026-11-24T09:30:00Z');
    expect(planOnly(deps)).toEqual([]);
  });
});
