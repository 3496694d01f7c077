import { describe, expect, it } from 'vitest';
import type { BoardReply } from '#shared/contract/api.ts';
import type { EconomyReply } from '#shared/contract/economy.ts';
import { type ApiWorld, anApiWorld } from '../worlds/api/apiWorld.ts';

const march = '2027-03-01T09:00:00Z';

const send = (world: ApiWorld) =>
  world.call('POST', '/api/projects/p1/requests', { as: 'consultant', body: { gate: 'gate1' } });

const answer = (world: ApiWorld, outcome: string, comment = '') =>
  world.call('POST', '/api/requests/p1-gate1-1/answer', {
    as: 'chef-omsorg',
    body: { outcome, comment },
  });

const open = (world: ApiWorld, year: number, as = 'consultant') =>
  world.call('POST', '/api/economy/years', { as, body: { year } });

const economyNow = async (world: ApiWorld): Promise<EconomyReply> =>
  (await world.call('GET', '/api/economy', { as: 'consultant' })).body;

describe('a year that nobody has opened', () => {
  it('is told apart from a pool that is short, before and at the answer', async () => {
    const world = anApiWorld();
    world.deps.clock.at = march;
    const notOpened = { pool: 'area:omsorg', year: 2027, notOpened: true, missingOre: 85_000_00 };
    const page = await world.call('GET', '/api/projects/p1', { as: 'lead' });
    expect(page.body.pools).toMatchObject([notOpened]);
    const sent = await send(world);
    expect(sent.status).toBe(201);
    expect(sent.body.view.pools).toMatchObject([notOpened]);
    await world.deps.settle();
    const refused = await answer(world, 'investigate');
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'yearNotOpened' } } });
    expect(refused.body.error.message).toMatch(/^2027 er ikke åbnet endnu\. Svaret er ikke gemt\./);
    expect((await answer(world, 'stop', 'Vi har ikke råd')).status).toBe(200);
    await world.deps.settle();
  });

  it('says so on the money page, and is opened by a press, however often', async () => {
    const world = anApiWorld();
    world.deps.clock.at = march;
    expect(await economyNow(world)).toMatchObject({
      ...{ year: 2027, thisYear: 2027, years: [2026], pools: [] },
      nextYear: { year: 2027 },
    });
    expect((await open(world, 2027, 'chef-omsorg')).status).toBe(403);
    const both = await Promise.all([open(world, 2027), open(world, 2027)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const { pools, fixed, nextYear } = await economyNow(world);
    expect([pools.length, fixed.lines.length, nextYear?.year]).toEqual([4, 5, 2028]);
    const later = await open(world, 2029);
    expect(later).toMatchObject({ status: 422, body: { error: { code: 'notAYearToOpen' } } });
    expect(later.body.error.message).toBe('Kun 2027 og 2028 kan åbnes nu.');
    await world.deps.settle();
  });

  it('counts nothing as short in an earlier year, whose figures stay as they were', async () => {
    const world = anApiWorld();
    await send(world);
    await world.deps.settle();
    world.deps.clock.at = march;
    const { body } = await world.call('GET', '/api/economy?year=2026', { as: 'consultant' });
    const line = body.pools.find((one: { pool: { id: string } }) =>
      one.pool.id.endsWith('area:omsorg'),
    );
    expect(line).toMatchObject({ shortOre: 0, balance: { reservedOre: 85_000_00 } });
  });
});

describe('the board', () => {
  const boardNow = async (world: ApiWorld): Promise<BoardReply> =>
    (await world.call('GET', '/api/board', { as: 'direktor' })).body;

  it('says why a project sits and since when, from the day it does', async () => {
    const world = anApiWorld();
    await send(world);
    await world.deps.settle();
    const first = await world.call('GET', '/api/board', { as: 'direktor' });
    expect(first.body.projects[0]).not.toHaveProperty('stuck');
    world.deps.clock.at = '2026-12-08T08:00:00Z';
    const board = await boardNow(world);
    expect(board.projects[0]).toMatchObject({
      waitingFor: { type: 'gate', pending: ['omsorg'] },
      stuck: { why: 'gate', since: '2026-11-23T09:14:00Z' },
    });
    const seen = await world.call('GET', '/api/board', {
      as: 'direktor',
      headers: { 'if-none-match': String(first.headers['etag']) },
    });
    expect(seen.status).toBe(200);
  });

  it('measures by limits that the consultant changes', async () => {
    const world = anApiWorld();
    const { stuckLimits: seen } = await boardNow(world);
    expect(seen).toEqual({ gate: 10, question: 5, somebody: 14, phase: 120 });
    const change = (as: string, body: unknown) =>
      world.call('PATCH', '/api/settings/stuck', { as, body });
    const limits = { ...seen, gate: 2 };
    expect((await change('digitek', { seen, limits })).status).toBe(403);
    expect((await change('consultant', { seen, limits: { ...limits, phase: 0 } })).status).toBe(
      422,
    );
    expect(await change('consultant', { seen, limits })).toMatchObject({
      status: 200,
      body: limits,
    });
    expect((await boardNow(world)).stuckLimits).toEqual(limits);
    expect(await change('consultant', { seen, limits: { ...seen, gate: 3 } })).toMatchObject({
      status: 409,
      body: { current: limits, error: { code: 'changed' } },
    });
    await world.deps.settle();
  });
});
