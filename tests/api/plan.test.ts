import { describe, expect, it } from 'vitest';
import type { PlanReply } from '#shared/contract/plan.ts';
import { columnsOf } from '#shared/domain/plan/planned.ts';
import { planFrom } from '../builders/importing.ts';
import { aPlan } from '../builders/plan.ts';
import { anApiWorld, aProject } from '../worlds/api/apiWorld.ts';

const was = aPlan('2027-01', '2027-03', 60);
const later = aPlan('2027-04', '2027-06', 60);
const body = { moves: [{ id: 'p1', seen: was, to: later }], added: [] };

const aWorld = () => anApiWorld(columnsOf(was));

describe('the plan over HTTP', () => {
  it.each(['consultant', 'chef-omsorg', 'leder', 'direktor', 'nobody'])(
    'is read by everybody: %s',
    async (as) => {
      const { status, body: reply } = await aWorld().call('GET', '/api/plan', { as });
      expect(status).toBe(200);
      expect((reply as PlanReply).rows).toMatchObject([{ id: 'p1', plan: was }]);
    },
  );

  it('tells what pools have left to those who see pools, and to nobody else', async () => {
    const world = aWorld();
    const pools = async (as: string) =>
      ((await world.call('GET', '/api/plan', { as })).body as PlanReply).pools.length;
    expect(await pools('chef-omsorg')).toBeGreaterThan(0);
    expect(await pools('leder')).toBe(0);
  });

  it('is drawn anew when something changed, also for who asked before', async () => {
    const world = aWorld();
    await world.call('GET', '/api/plan', { as: 'consultant' });
    const saved = await world.call('POST', '/api/plan', { as: 'consultant', body });
    expect(saved).toMatchObject({ status: 200, body: { changed: 1 } });
    expect(saved.body.told).toBeGreaterThan(0);
    const after = await world.call('GET', '/api/plan', { as: 'nobody' });
    expect(after.body.rows[0].plan).toEqual(later);
  });

  it.each(['chef-omsorg', 'owner', 'leder', 'communications', 'direktor', 'nobody'])(
    'is not saved by %s',
    async (as) => {
      const world = aWorld();
      expect((await world.call('POST', '/api/plan', { as, body })).status).toBe(403);
      expect(world.deps.stores.projects.get('p1')?.value.planStart).toBe('2027-01-01');
    },
  );

  it('that others have changed is said with the time and what they moved', async () => {
    const world = aWorld();
    await world.call('POST', '/api/plan', { as: 'digitek', body });
    const elsewhere = {
      ...body,
      moves: [{ id: 'p1', seen: was, to: aPlan('2027-02', '2027-04', 60) }],
    };
    const { status, body: reply } = await world.call('POST', '/api/plan', {
      ...{ as: 'consultant', body: elsewhere },
    });
    expect(status).toBe(409);
    expect(reply.error).toMatchObject({
      code: 'changed',
      message: 'Planen er ændret kl.\u00a010.14. Regn igen.',
      details: [{ message: aProject().title }],
    });
  });

  it.each([
    ['a month there is none of', { start: '2027-13', end: '2027-14', hours: 1 }, 422],
    ['an end before the start', { start: '2027-05', end: '2027-04', hours: 1 }, 422],
    ['hours below nothing', { ...later, hours: -1 }, 400],
    ['half hours', { ...later, hours: 1.5 }, 400],
    ['a day', { ...later, start: '2027-04-01' }, 400],
    ['something more', { ...later, phase: 'trial' }, 400],
  ])('%s is refused', async (_, to, status) => {
    const world = aWorld();
    const wrong = { moves: [{ id: 'p1', seen: was, to }], added: [] };
    expect((await world.call('POST', '/api/plan', { as: 'consultant', body: wrong })).status).toBe(
      status,
    );
  });

  it('a new SKAL project with a number like a person’s in its title is refused as any idea is', async () => {
    const added = {
      ...{ key: 'abcdef01', title: 'Sag 010190-1234', area: 'social', due: '2027-04-01' },
      plan: later,
    };
    const refused = await aWorld().call('POST', '/api/plan', {
      ...{ as: 'consultant', body: { moves: [], added: [added] } },
    });
    expect([refused.status, refused.body.error.code]).toEqual([422, 'personNumber']);
  });

  it('the owner and the lead propose, and DigiTek says no', async () => {
    const world = aWorld();
    const propose = { type: 'propose', moves: body.moves, why: 'Ferie' };
    const proposed = await world.call('POST', '/api/plan/proposals', {
      as: 'owner',
      body: propose,
    });
    expect(proposed.body.plan.rows[0]).toMatchObject({ plan: was, proposal: { why: 'Ferie' } });
    const others = await world.call('POST', '/api/plan/proposals', { as: 'leder', body: propose });
    expect(others.status).toBe(403);
    const decline = { type: 'decline', id: 'p1', why: '' };
    const no = await world.call('POST', '/api/plan/proposals', { as: 'leder', body: decline });
    expect(no.status).toBe(403);
    await world.call('POST', '/api/plan/proposals', { as: 'consultant', body: decline });
    expect(world.deps.stores.projects.get('p1')?.value.planProposal).toBeNull();
  });

  it('nobody changes the plan through the project: by that door it is no field', async () => {
    const world = aWorld();
    const { revision } = (await world.call('GET', '/api/projects/p1', { as: 'consultant' })).body;
    const patched = await world.call('PATCH', '/api/projects/p1', {
      ...{ as: 'consultant', body: { revision, changes: { planStart: '2027-05-01' } } },
    });
    expect(patched.status).toBe(400);
  });
});

describe('the plan as CSV', () => {
  const exported = async (more: Parameters<typeof anApiWorld>[0] = {}) => {
    const unnamed = { ownerName: '', leadName: '' };
    const world = anApiWorld({ ...columnsOf(was), ...unnamed, ...more });
    const { status, raw, headers } = await world.call('GET', '/api/plan/export', {
      as: 'consultant',
    });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    return { world, csv: raw.toString('utf8') };
  };

  it('is read back by the import as it was written: nothing changes', async () => {
    const { world, csv } = await exported({
      ...{ title: '=Titel; med "tegn"', flowUrl: 'https://flow.example/42' },
    });
    expect(csv).toContain('2027-01-01;2027-03-31;60');
    expect(csv).toContain('https://flow.example/42');
    expect(csv).not.toContain(';=Titel');
    const existing = world.deps.stores.projects.all().map(({ value }) => value);
    expect(planFrom(csv, { existing }).rows).toMatchObject([{ type: 'unchanged', id: 'p1' }]);
  });

  it('changed outside, the import changes the plan and nothing else', async () => {
    const { world, csv } = await exported();
    const existing = world.deps.stores.projects.all().map(({ value }) => value);
    const moved = csv.replace('2027-01-01;2027-03-31;60', 'april 2027;K3 2027;1.200 timer');
    expect(planFrom(moved, { existing }).rows).toMatchObject([
      {
        type: 'changed',
        changes: { planStart: '2027-04-01', planEnd: '2027-09-30', planHours: 1_200 },
      },
    ]);
  });

  it('a plan the wrong way round, or with one end, is left and said', async () => {
    const { world, csv } = await exported();
    const existing = world.deps.stores.projects.all().map(({ value }) => value);
    for (const cells of ['2027-05-01;2027-03-31;60', ';2027-03-31;60', 'snart;2027-03-31;60']) {
      const plan = planFrom(csv.replace('2027-01-01;2027-03-31;60', cells), { existing });
      expect(plan.rows).toMatchObject([{ type: 'unchanged' }]);
      expect(plan.unread.length).toBeGreaterThan(0);
    }
  });

  it('what is over is not planned by a list either', async () => {
    const { csv } = await exported();
    const existing = [aProject({ status: 'stopped' })];
    const [row] = planFrom(csv, { existing }).rows;
    expect(row?.type).not.toBe('changed');
    expect(row?.remarks).toContain('plan fra rettes ikke af en import');
  });
});

describe('the year over HTTP', () => {
  it('has twelve months of stories, four quarters of articles, and the meetings that are planned', async () => {
    const world = aWorld();
    await world.call('POST', '/api/quarters', { as: 'consultant', body: { day: '2027-01-14' } });
    const { status, body: year } = await world.call('GET', '/api/year/2027', { as: 'nobody' });
    expect(status).toBe(200);
    expect(year.quarters).toEqual([{ day: '2027-01-14', state: 'planned' }]);
    expect([year.stories.length, year.articles.length]).toEqual([12, 4]);
    expect(year).toMatchObject({
      nextMeeting: '2027-01-14',
      nextPools: { year: 2028, isOpened: false },
    });
    expect((await world.call('GET', '/api/year/2026', { as: 'nobody' })).body.quarters).toEqual([]);
  });

  it.each(['1999', '20260', 'nu', '2026-01'])('%s is no year', async (year) => {
    const { status } = await aWorld().call('GET', `/api/year/${year}`, { as: 'consultant' });
    expect(status).toBe(404);
  });
});
