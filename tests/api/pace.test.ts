import { describe, expect, it } from 'vitest';
import type { PaceReply } from '#shared/contract/pace.ts';
import type { Project } from '#shared/domain/project.ts';
import { aReadyProject } from '../builders/portfolio.ts';
import { aDecision, aRequest } from '../builders/request.ts';
import { type ApiWorld, anApiWorld } from '../worlds/api/apiWorld.ts';

const read = async (world: ApiWorld, as = 'consultant'): Promise<PaceReply> =>
  (await world.call('GET', '/api/pace', { as })).body;

const daysAgo = (world: ApiWorld, days: number): string =>
  new Date(Date.parse(world.deps.clock.now()) - days * 86_400_000)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');

const put = (world: ApiWorld, id: string, more: Partial<Project>): void =>
  world.deps.stores.projects.put({ ...aReadyProject('gate1'), id, title: id, ...more });

const phase = ({ phases }: PaceReply, name: string) => phases.find((one) => one.phase === name);
const gate = ({ gates }: PaceReply, name: string) => gates.find((one) => one.gate === name);

describe('how long things take', () => {
  it('is each project in its phase, beside what is usual there', async () => {
    const world = anApiWorld({ phase: 'trial', phaseSince: daysAgo(anApiWorld(), 10) });
    put(world, 'p2', { phase: 'idea', status: 'active', phaseSince: daysAgo(world, 200) });
    put(world, 'p3', { phase: 'idea', status: 'backlog', phaseSince: daysAgo(world, 900) });
    const reply = await read(world);
    expect(phase(reply, 'idea')).toMatchObject({
      ...{ usualMonths: 3, over: 1 },
      now: { count: 1, middle: 200, longest: 200 },
    });
    expect(reply.longest.map(({ id, days }) => [id, days])).toEqual([['p2', 200]]);
    expect(phase(reply, 'trial')).toMatchObject({ over: 0, now: { count: 1 } });
  });

  it('is what went on in the last year, by the history', async () => {
    const world = anApiWorld({ phase: 'idea', phaseSince: daysAgo(anApiWorld(), 40) });
    const at = daysAgo(world, 5);
    await world.deps.stores.history.insert({
      ...{ id: 'p1:1', subject: 'p1', seq: 1, cause: 'moved:1', kind: 'moved', at },
      ...{ byId: '', byName: '', previousHash: '', hash: '' },
      before: JSON.stringify({ phase: 'idea', phaseSince: daysAgo(world, 40) }),
      after: JSON.stringify({ phase: 'investigation', phaseSince: at }),
    });
    expect(phase(await read(world), 'idea')?.wentOn).toEqual({ count: 1, middle: 35 });
  });

  it('is the answers of a year from the first asking on, and what waits; never whose', async () => {
    const world = anApiWorld();
    const { stores } = world.deps;
    const first = aRequest({ id: 'p1-gate1-1', askedAt: daysAgo(world, 30), closedAt: 'x' });
    const next = aRequest({
      ...{ id: 'p1-gate1-2', askedAt: daysAgo(world, 9), previous: first.id, closedAt: 'x' },
    });
    const open = aRequest({ id: 'p9-gate2-1', gate: 'gate2', askedAt: daysAgo(world, 14) });
    stores.requests.put(first, next, open);
    stores.decisions.put({ ...aDecision(first), ending: 'lifted', at: daysAgo(world, 9) });
    stores.decisions.put({ ...aDecision(next), at: daysAgo(world, 2) });
    const reply = await read(world);
    const answered = gate(reply, 'gate1')?.answered;
    expect(answered?.count).toBe(1);
    // Four weeks of five days, holidays apart.
    expect(answered?.longest).toBeGreaterThan(14);
    expect(answered?.longest).toBeLessThanOrEqual(20);
    expect(gate(reply, 'gate2')?.waiting.count).toBe(1);
    const said = JSON.stringify(reply);
    for (const { value } of stores.people.all()) {
      expect(said).not.toContain(value.id);
      expect(said).not.toContain(value.name);
    }
    expect(said).not.toMatch(/omsorg|sundhed|social/);
  });

  it('is for everybody, and a project says its own', async () => {
    const world = anApiWorld();
    expect((await world.call('GET', '/api/pace', { as: 'nobody' })).status).toBe(200);
    const { body } = await world.call('GET', '/api/projects/p1', { as: 'nobody' });
    expect(body.pace).toMatchObject({ here: { phase: 'idea' }, usualMonths: 3, before: [] });
  });
});
