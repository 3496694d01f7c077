import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Throttle, unitsPerMinuteIn } from '../../infra/tenant/throttle.ts';
import { asAdmin, GraphUnderTest, surroundings } from '../worlds/tenant/graphHarness.ts';

const graph = new GraphUnderTest();
beforeAll(() => graph.start());
afterAll(() => graph.stop());

describe('limits of lists', () => {
  it('answers at most twelve lookups a query, Created by and Modified by included', async () => {
    const people = Array.from({ length: 11 }, (_, n) => ({ name: `P${n}`, personOrGroup: {} }));
    const list = await graph.aList('People', people);
    const all = await graph.get(`${list}/items?$expand=fields`);
    expect(all.status).toBe(400);
    expect(all.body.error.message).toContain('lookup column threshold');
    expect((await graph.get(`${list}/items?$expand=fields($select=P1,P2)`)).status).toBe(200);
  });

  it('has at most twenty indexes in a list', async () => {
    const list = await graph.aList(
      'Indexed',
      Array.from({ length: 20 }, (_, n) => ({ name: `I${n}`, text: {}, indexed: true })),
    );
    const more = await graph.post(
      `${list}/columns`,
      { name: 'I20', text: {}, indexed: true },
      { authorization: asAdmin },
    );
    expect(more.status).toBe(400);
    const names = (await graph.get(`${list}/columns`)).body.value;
    expect(names.some((one: { name: string }) => one.name === 'I20')).toBe(false);
  });

  it('takes a column and its values away, and gives a new item the default values', async () => {
    const list = await graph.aList('Defaults', [
      { name: 'State', choice: { choices: ['open'] }, defaultValue: { value: 'open' } },
      { name: 'Gone', text: {}, indexed: true },
    ]);
    const made = await graph.post(`${list}/items`, { fields: { Gone: 'x' } });
    expect(made.body.fields).toMatchObject({ State: 'open', Gone: 'x' });
    await graph.delete(`${list}/columns/Gone`, { authorization: asAdmin });
    const read = await graph.get(`${list}/items/${made.body.id}?$expand=fields`);
    expect(read.body.fields.Gone).toBeUndefined();
    expect((await graph.post(`${list}/items`, { fields: { Gone: 'y' } })).status).toBe(400);
  });
});

describe('who did it', () => {
  it('is the application with app-only access, and the person with delegated access', async () => {
    const list = await graph.aList('Actors');
    const byApp = await graph.post(`${list}/items`, { fields: { Key: 'app' } });
    expect(byApp.body.createdBy).toEqual({
      application: { id: expect.any(String), displayName: 'Server' },
    });
    const chef = surroundings.people[0];
    const claims = {
      roles: [],
      appid: 'teams',
      oid: chef.id,
      scp: 'Sites.ReadWrite.All User.Read',
    };
    const authorization = `Bearer ${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    const address = `${list}/items/${byApp.body.id}`;
    await graph.patch(`${address}/fields`, { Amount: 1 }, { authorization });
    const read = await graph.get(address);
    expect(read.body.lastModifiedBy.user).toMatchObject({ id: chef.id, displayName: chef.name });
    expect(read.body.createdBy.application).toBeDefined();
  });
});

describe('the throttle', () => {
  it('opens again with the next minute, counts refused calls, and keeps apps apart', () => {
    let now = 1_000_000;
    const throttle = new Throttle(
      () => 10,
      () => now,
    );
    expect(throttle.charge('a', 8)).toEqual({
      allowed: true,
      headers: {
        'RateLimit-Limit': '10',
        'RateLimit-Remaining': '2',
        'RateLimit-Reset': '60',
      },
    });
    now += 20_000;
    expect(throttle.charge('a', 5)).toMatchObject({
      allowed: false,
      headers: { 'Retry-After': '40', 'RateLimit-Remaining': '0' },
    });
    expect(throttle.charge('a', 1).allowed).toBe(false);
    expect(throttle.charge('b', 5)).toEqual({ allowed: true, headers: {} });
    now += 40_000;
    expect(throttle.charge('a', 5).allowed).toBe(true);
  });

  it('takes its limit from the environment, and refuses nonsense there', () => {
    expect(unitsPerMinuteIn({})).toBeGreaterThan(100_000);
    expect(unitsPerMinuteIn({ TENANT_RU_PER_MINUTE: '1250' })).toBe(1250);
    expect(() => unitsPerMinuteIn({ TENANT_RU_PER_MINUTE: 'many' })).toThrow(
      'TENANT_RU_PER_MINUTE',
    );
  });
});
