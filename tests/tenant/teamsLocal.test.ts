import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCard, chef, TeamsWorld } from '../worlds/tenant/teamsWorld.ts';

let world: TeamsWorld;

beforeAll(async () => {
  world = await TeamsWorld.start();
});

afterAll(() => world?.close());

beforeEach(() => world.quiet());

describe('the local calls', () => {
  it('answer bad input in words and go on', async () => {
    for (const [name, body] of [
      ['press', '{"user":1}'],
      ['press', 'no json'],
      ['say', '{"user":"nobody@viborg.example","text":"x"}'],
      ['clock', '{"at":"i morgen"}'],
      ['server', '{"url":"javascript:alert(1)"}'],
      ['faults', '{"fault":"nonsense"}'],
    ] as const) {
      const response = await fetch(`${world.tenant.url}/local/${name}`, { method: 'POST', body });
      expect([400, 404]).toContain(response.status);
      expect(await response.json()).toHaveProperty('error.message');
    }
    expect((await fetch(`${world.tenant.url}/local/constructor`)).status).toBe(404);
  });

  it('move the clock of the whole tenant, and tell it with each answer', async () => {
    await world.post('clock', { at: '2027-01-04T08:00:00Z' });
    const response = await fetch(`${world.tenant.url}/local/people`);
    expect(response.headers.get('x-local-clock')).toMatch(/^2027-01-04T08:00/);
    await world.post('clock', { at: null });
    expect((await fetch(`${world.tenant.url}/local/people`)).headers.has('x-local-clock')).toBe(
      false,
    );
  });

  it('play trouble on the Connector: refused, and stored but said to have failed', async () => {
    await world.post('faults', { fault: 'blocked-by-user', user: chef.upn });
    expect((await world.createFor(chef.id)).status).toBe(403);
    const before = (await world.activitiesOf(chef.upn)).length;
    const { id } = await world.createFor(chef.id);
    await world.post('faults', { fault: '502-but-stored', workload: 'connector' });
    const path = `${encodeURIComponent(id)}/activities`;
    const sent = await world.connector('POST', path, { type: 'message', text: 'Gemt' });
    expect(sent.status).toBe(502);
    expect((await world.activitiesOf(chef.upn)).length).toBe(before + 1);
  });
});

it('keeps chats, views, clock and secrets when the process ends', async () => {
  const { activityId } = await world.sendCard(chef.id, aCard('Husk mig'));
  const before = world.config['CLIENT_SECRET'];
  await world.post('clock', { at: '2027-01-04T08:00:00Z' });
  await world.restart();
  expect(world.config['CLIENT_SECRET']).toBe(before);
  expect(world.tenant.parts.clock.iso()).toMatch(/^2027-01-04T08:00/);
  expect(await world.cardTextOf(chef.upn, activityId)).toBe('Husk mig');
});
