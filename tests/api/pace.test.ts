import { describe, expect, it } from 'vitest';
import type { PaceReply } from '#shared/contract/pace.ts';
import type { Project } from '#shared/domain/project.ts';
import { asked, later, said, vouching } from '../builders/approval.ts';
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

  it('is the other answers too, each kind by itself: times only where there are enough, what waits and what is late', async () => {
    const world = anApiWorld();
    const { stores } = world.deps;
    const answer = (id: string, hours: number): void => {
      const open = asked(vouching('ideaOwner', { id }));
      stores.approvals.put(...said(later(open, hours), 'approved').now.events);
    };
    world.deps.clock.at = '2026-12-08T09:14:00Z';
    for (const [nth, id] of ['a', 'b', 'c', 'd'].entries()) answer(id, 24 * nth);
    const pace = async (kind: string) => (await read(world)).asks.find((one) => one.kind === kind);
    expect(await pace('approval')).toEqual({
      ...{ kind: 'approval', answered: { count: 4, middle: null, longest: null } },
      ...{ waiting: { count: 0, longest: null }, late: 0 },
    });
    // Monday to the Monday after; a question before it is no answer.
    const open = asked(vouching('ideaOwner', { id: 'e' }));
    const questioned = said(later(open, 24), 'question');
    stores.approvals.put(...questioned.now.events);
    stores.projects.put(questioned.project);
    stores.steps.put(questioned.paper);
    expect(await pace('approval')).toMatchObject({
      ...{ answered: { count: 4 }, waiting: { count: 1, longest: 11 }, late: 1 },
    });
    const answered = said(later(questioned, 24 * 6), 'approved').now.events;
    stores.approvals.put(...answered.slice(questioned.now.revision));
    expect(await pace('approval')).toMatchObject({
      ...{ answered: { count: 5, middle: 2, longest: 5 }, waiting: { count: 0 }, late: 0 },
    });
    // What lies more than a year back is not told.
    world.deps.clock.at = '2027-12-08T09:14:00Z';
    expect(await pace('approval')).toBeUndefined();
    expect(await pace('visit')).toBeUndefined();
  });

  it('is for everybody, and a project says its own', async () => {
    const world = anApiWorld();
    expect((await world.call('GET', '/api/pace', { as: 'nobody' })).status).toBe(200);
    const { body } = await world.call('GET', '/api/projects/p1', { as: 'nobody' });
    expect(body.pace).toMatchObject({ here: { phase: 'idea' }, usualMonths: 3, before: [] });
  });
});
