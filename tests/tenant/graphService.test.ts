import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { handleFaults } from '../../infra/tenant/faults.ts';
import {
  adminApp,
  asAdmin,
  bearer,
  GraphUnderTest,
  serverApp,
  surroundings,
} from '../worlds/tenant/graphHarness.ts';

const graph = new GraphUnderTest();
let list = '';

beforeAll(async () => {
  await graph.start();
  list = await graph.aList();
});
afterAll(() => graph.stop());
afterEach(() => graph.faults.clear());

const add = (key: string) => graph.post(`${list}/items`, { fields: { Key: key } });
const find = async (key: string): Promise<number> =>
  (await graph.get(`${list}/items?$filter=fields/Key eq '${key}'`)).body.value.length;
const part = (id: string, more: object) => ({
  id,
  method: 'POST',
  url: `${list}/items`,
  headers: { 'Content-Type': 'application/json' },
  ...more,
});

describe('errors and headers', () => {
  it('speaks as Graph does when it says no', async () => {
    const answer = await graph.get(`${list}/items/999999`, { 'client-request-id': 'mine-1' });
    expect(answer.status).toBe(404);
    expect(answer.body.error.code).toBe('itemNotFound');
    expect(answer.body.error.innerError['client-request-id']).toBe('mine-1');
    expect(answer.body.error.innerError['request-id']).toBe(answer.headers.get('request-id'));
    expect(answer.headers.get('client-request-id')).toBe('mine-1');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-ms-ags-diagnostic')).toContain('ServerInfo');
  });

  it.each([
    ['malformed JSON', 'POST', 'items', '{"fields":', 400],
    ['JSON that is no object', 'POST', 'items', '[1]', 400],
    ['no body', 'POST', 'items', undefined, 400],
    ['a property that is not there', 'POST', 'items', '{"felter":{}}', 400],
    ['a wrong method', 'PUT', 'items', '{}', 405],
    ['an unknown segment', 'GET', 'things', undefined, 400],
    ['a badly encoded address', 'GET', 'items/%E0%A4%A', undefined, 400],
    ['an option that is not one', 'GET', 'items?$nope=1', undefined, 400],
    ['an option given twice', 'GET', 'items?$top=1&$top=2', undefined, 400],
    ['items/$count, which does not exist', 'GET', 'items/$count', undefined, 404],
  ])('answers %s', async (_, method, path, body, status) => {
    const answer = await graph.send(method, `${list}/${path}`, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toBeTypeOf('string');
  });

  it('refuses a body over 4 MB, another version, and a caller without a token', async () => {
    const big = JSON.stringify({ fields: { Note: 'x'.repeat(4 * 1024 * 1024) } });
    expect((await graph.send('POST', `${list}/items`, big)).status).toBe(413);
    expect((await graph.get(graph.base.replace('v1.0', 'v7/me'))).status).toBe(400);
    const stranger = await graph.get(list, { authorization: '' });
    expect(stranger.status).toBe(401);
    expect(stranger.body.error.code).toBe('InvalidAuthenticationToken');
  });
});

describe('$batch', () => {
  it('answers every part, in another order, and takes addresses with and without a slash', async () => {
    const answer = await graph.post(graph.base.replace('/v1.0', '/$batch'), {
      requests: [
        part('a', { body: { fields: { Key: 'batch-a' } } }),
        part('b', { url: `${list}/items`.slice(1), body: { fields: { Key: 'batch-a' } } }),
        { id: 'c', method: 'GET', url: `/v1.0${list}/items/999999` },
        { id: 'd', method: 'GET', url: `${list}/items?$filter=fields/Key eq 'batch-a'` },
      ],
    });
    expect(answer.status).toBe(200);
    const byId = new Map(answer.body.responses.map((one: { id: string }) => [one.id, one]));
    const status = (id: string) => (byId.get(id) as { status: number }).status;
    expect(['a', 'b', 'c', 'd'].map(status)).toEqual([201, 400, 404, 200]);
    expect(answer.body.responses.map((one: { id: string }) => one.id)).not.toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(await find('batch-a')).toBe(1);
  });

  it('fails what depends on a failure, and only that', async () => {
    const answer = await graph.post('/$batch', {
      requests: [
        { id: '1', method: 'GET', url: `${list}/items/999999` },
        part('2', { dependsOn: ['1'], body: { fields: { Key: 'never' } } }),
        part('3', { dependsOn: ['2'], body: { fields: { Key: 'never' } } }),
        part('4', { body: { fields: { Key: 'still' } } }),
      ],
    });
    const status = Object.fromEntries(
      answer.body.responses.map((one: { id: string; status: number }) => [one.id, one.status]),
    );
    expect(status).toEqual({ 1: 404, 2: 424, 3: 424, 4: 201 });
    expect(await find('never')).toBe(0);
  });

  it.each([
    [
      '21 parts',
      Array.from({ length: 21 }, (_, n) => ({ id: `${n}`, method: 'GET', url: '/users' })),
    ],
    ['no parts', []],
    ['the same id twice', [1, 2].map(() => ({ id: 'x', method: 'GET', url: '/users' }))],
    [
      'ids that differ only in case',
      ['x', 'X'].map((id) => ({ id, method: 'GET', url: '/users' })),
    ],
    ['a body without a type', [{ id: '1', method: 'POST', url: '/x', body: {} }]],
    [
      'an absolute address',
      [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' }],
    ],
    ['a dependency on nothing', [{ id: '1', method: 'GET', url: '/users', dependsOn: ['9'] }]],
  ])('refuses %s', async (_, requests) => {
    expect((await graph.post('/$batch', { requests })).status).toBe(400);
  });

  it('finds a dependency whatever its case', async () => {
    const answer = await graph.post('/$batch', {
      requests: [
        { id: 'First', method: 'GET', url: '/nowhere' },
        { id: 'second', method: 'GET', url: '/users', dependsOn: ['first'] },
      ],
    });
    const { responses } = answer.body as { responses: { id: string; status: number }[] };
    expect(responses.find(({ id }) => id === 'second')?.status).toBe(424);
  });

  it('gives each part its own 429, and leaves the others be', async () => {
    graph.faults.add({
      fault: '429',
      path: 'items$',
      method: 'POST',
      times: 2,
      after: 1,
      retryAfter: '2.5',
    });
    const answer = await graph.post('/$batch', {
      requests: ['1', '2', '3', '4'].map((id) =>
        part(id, { body: { fields: { Key: `own-${id}` } } }),
      ),
    });
    const limited = answer.body.responses.filter((one: { status: number }) => one.status === 429);
    expect(limited.map((one: { id: string }) => one.id).sort()).toEqual(['2', '3']);
    expect(limited[0].headers['Retry-After']).toBe('2.5');
    expect(await find('own-4')).toBe(1);
    expect(await find('own-2')).toBe(0);
  });
});

describe('faults', () => {
  it('stores and then answers 504', async () => {
    graph.faults.add({ fault: '504-but-stored', method: 'POST', path: '/items$' });
    expect((await add('stored')).status).toBe(504);
    expect(await find('stored')).toBe(1);
    expect((await add('stored')).status).toBe(400);
  });

  it('answers 504 and has stored nothing', async () => {
    graph.faults.add({ fault: '504', method: 'POST' });
    expect((await add('lost')).status).toBe(504);
    expect(await find('lost')).toBe(0);
  });

  it('breaks the connection before or after storing', async () => {
    graph.faults.add({ fault: 'reset', method: 'POST' });
    await expect(add('reset')).rejects.toThrow();
    expect(await find('reset')).toBe(0);
    graph.faults.add({ fault: 'reset-but-stored', method: 'POST' });
    await expect(add('reset-stored')).rejects.toThrow();
    expect(await find('reset-stored')).toBe(1);
    graph.faults.add({ fault: 'reset-but-stored', method: 'POST', path: '/items$' });
    const requests = ['1', '2'].map((id) => part(id, { body: { fields: { Key: `cut-${id}` } } }));
    await expect(graph.post('/$batch', { requests })).rejects.toThrow();
    expect([await find('cut-1'), await find('cut-2')]).toEqual([1, 0]);
  });

  it('gives any Retry-After, holds until it is over, and counts who came early', async () => {
    graph.faults.add({ fault: '429', times: 1, retryAfter: '1.5', hold: true });
    const first = await graph.get(list);
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1.5']);
    expect((await graph.get(list)).status).toBe(429);
    // Whoever asks before it is over makes it longer.
    graph.clock.at += 1_700;
    expect((await graph.get(list)).status).toBe(200);
    expect(graph.faults.list()[0]).toMatchObject({ hits: 2, early: 1 });
    graph.faults.clear();
    graph.faults.add({ fault: '503', retryAfter: null });
    const missing = await graph.get(list);
    expect([missing.status, missing.headers.get('retry-after')]).toEqual([503, null]);
  });

  it('can make an ETag stale, a delta expire, and a call slow', async () => {
    graph.faults.add({ fault: '412', method: 'PATCH' });
    const made = await add('fault-412');
    const fields = `${list}/items/${made.body.id}/fields`;
    expect((await graph.patch(fields, { Amount: 1 })).status).toBe(412);
    expect((await graph.patch(fields, { Amount: 1 })).status).toBe(200);
    graph.faults.add({ fault: '410', path: 'delta' });
    const expired = await graph.get(`${list}/items/delta`);
    expect(expired.status).toBe(410);
    expect(expired.headers.get('location')).toMatch(/delta$/);
    graph.faults.add({ fault: 'latency', ms: 120 });
    const start = performance.now();
    expect((await graph.get(list)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  it('reads scripts strictly and says in words what is wrong', () => {
    const refused = (body: unknown) => handleFaults(graph.faults, 'POST', body);
    expect(refused({ fault: '429', colour: 1 }).status).toBe(400);
    expect(JSON.stringify(refused({ fault: 'fire' }).body)).toContain('504-but-stored');
    expect(refused({ fault: '429', path: '(' }).status).toBe(400);
    expect(refused({ fault: '429', times: -1 }).status).toBe(400);
    expect(refused([{ fault: '429' }, {}]).status).toBe(400);
    expect(graph.faults.list()).toEqual([]);
    expect(refused({ scripts: [{ fault: '429' }], limits: { ruPerMinute: 5 } }).status).toBe(201);
    expect(graph.faults.ruPerMinute).toBe(5);
    expect(handleFaults(graph.faults, 'DELETE', undefined).status).toBe(200);
    expect(graph.faults.ruPerMinute).toBeUndefined();
  });
});

describe('permissions', () => {
  const roles = (granted: string[], appid?: string) => ({ authorization: bearer(granted, appid) });
  const site = () => list.split('/lists/')[0] ?? '';
  const readItems = (headers: Record<string, string>) => graph.get(`${list}/items`, headers);

  it('lets the server app write items with Sites.Selected, and not make lists or columns', async () => {
    expect((await add('allowed')).status).toBe(201);
    const made = await graph.post(`${site()}/lists`, { displayName: 'No' });
    expect(made.status).toBe(403);
    expect(made.body.error.code).toBe('accessDenied');
    expect((await graph.post(`${list}/columns`, { name: 'No', text: {} })).status).toBe(403);
    expect((await graph.delete(list)).status).toBe(403);
  });

  it('asks for the permission that the public table names', async () => {
    expect((await readItems(roles([]))).status).toBe(403);
    expect((await readItems(roles(['Sites.Selected'], 'somebody-else'))).status).toBe(403);
    expect((await readItems(roles(['Sites.Read.All'], 'somebody-else'))).status).toBe(200);
    const write = { fields: { Key: 'readonly' } };
    expect((await graph.post(`${list}/items`, write, roles(['Sites.Read.All']))).status).toBe(403);
    const column = { name: 'ByWrite', text: {} };
    expect(
      (await graph.post(`${list}/columns`, column, roles(['Sites.ReadWrite.All']))).status,
    ).toBe(403);
    expect((await graph.get('/users', roles(['Sites.FullControl.All']))).status).toBe(403);
    expect((await graph.get('/users', roles(['User.ReadBasic.All']))).status).toBe(200);
  });

  it('keeps the site grants as data that an administrator changes', async () => {
    const grants = `${site()}/permissions`;
    expect((await graph.get(grants)).status).toBe(403);
    const before = await graph.get(grants, { authorization: asAdmin });
    expect(before.body.value.map((one: { roles: string[] }) => one.roles[0]).sort()).toEqual([
      'fullcontrol',
      'write',
    ]);
    const granted = await graph.post(
      grants,
      {
        roles: ['read'],
        grantedToIdentities: [{ application: { id: 'reader', displayName: 'R' } }],
      },
      { authorization: asAdmin },
    );
    expect(granted.status).toBe(201);
    const reader = roles(['Sites.Selected'], 'reader');
    expect((await readItems(reader)).status).toBe(200);
    expect((await graph.post(`${list}/items`, { fields: {} }, reader)).status).toBe(403);
    await graph.delete(`${grants}/${granted.body.id}`, { authorization: asAdmin });
    expect((await readItems(reader)).status).toBe(403);
    expect(adminApp.clientId).not.toBe(serverApp.clientId);
  });
});

describe('resource units', () => {
  it('charges reads, writes and parts of a batch, and says 429 until the window is over', async () => {
    const app = { authorization: bearer(['Sites.ReadWrite.All'], 'counted') };
    graph.faults.ruPerMinute = 20;
    expect((await graph.get(`${list}/items`, app)).headers.get('ratelimit-limit')).toBeNull();
    await graph.post(
      '/$batch',
      {
        requests: ['1', '2', '3', '4', '5', '6', '7'].map((id) => ({
          id,
          method: 'GET',
          url: `${list}/items`,
        })),
      },
      app,
    );
    const near = await graph.get(list, app);
    expect(near.headers.get('ratelimit-remaining')).toBe('3');
    expect((await graph.get(`${list}/items`, app)).status).toBe(200);
    expect((await graph.get(list, app)).status).toBe(200);
    const over = await graph.get(list, app);
    expect(over.status).toBe(429);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    const other = { authorization: bearer(['Sites.Read.All'], 'somebody-else-again') };
    expect((await graph.get(list, other)).status).toBe(200);
  });
});

describe('people and Teams', () => {
  const [chef, without] = surroundings.people;

  it('finds people by id, by name, and by filter', async () => {
    expect((await graph.get('/users')).body.value).toHaveLength(2);
    expect((await graph.get(`/users/${chef.upn}`)).body.id).toBe(chef.id);
    const few = await graph.get(`/users/${chef.id}?$select=id,mail`);
    expect(Object.keys(few.body)).toEqual(['@odata.context', 'mail', 'id']);
    const found = await graph.get(
      `/users?$filter=mail eq '${chef.upn}' or userPrincipalName eq '${chef.upn}'`,
    );
    expect(found.body.value.map((one: { id: string }) => one.id)).toEqual([chef.id]);
    expect((await graph.get('/users/nobody@kommune.example')).status).toBe(404);
    expect((await graph.get("/users?$filter=mail like 'x'")).status).toBe(400);
  });

  it('sends to the activity feed of those who have the app, and to no other', async () => {
    const send = (id: string, body: object) =>
      graph.post(`/users/${id}/teamwork/sendActivityNotification`, body);
    const body = {
      topic: { source: 'text', value: 'Gate 1', webUrl: 'https://teams.microsoft.com/l/entity/x' },
      activityType: 'gateAsked',
      previewText: { content: 'Du er spurgt' },
      templateParameters: [{ name: 'project', value: 'P' }],
    };
    expect((await send(chef.id, body)).status).toBe(204);
    expect(graph.teams.notified.at(-1)?.notification.activityType).toBe('gateAsked');
    expect((await send(without.id, body)).status).toBe(403);
    expect((await send(chef.id, { ...body, topic: { source: 'text', value: 'x' } })).status).toBe(
      400,
    );
    expect(graph.teams.notified).toHaveLength(1);
  });

  it('installs the app once', async () => {
    const headers = { authorization: bearer(['TeamsAppInstallation.ReadWriteSelfForUser.All']) };
    const apps = `/users/${without.id}/teamwork/installedApps`;
    const bind = {
      'teamsApp@odata.bind': `${graph.base}/appCatalogs/teamsApps/${surroundings.teamsAppId}`,
    };
    expect((await graph.post(apps, bind)).status).toBe(403);
    expect((await graph.post(apps, bind, headers)).status).toBe(201);
    expect((await graph.post(apps, bind, headers)).status).toBe(409);
    const listed = await graph.get(`${apps}?$expand=teamsApp`, headers);
    expect(listed.body.value[0].teamsApp.id).toBe(surroundings.teamsAppId);
    expect((await graph.delete(`${apps}/${listed.body.value[0].id}`, headers)).status).toBe(204);
    graph.teams.installed.delete(without.id);
  });
});

describe('subscriptions', () => {
  it('asks the receiver first, then tells it of changes without their data', async () => {
    const told: string[] = [];
    let echo = true;
    const receiver = createServer((req: IncomingMessage, res) => {
      const token = new URL(req.url ?? '/', 'http://x').searchParams.get('validationToken');
      let text = '';
      req.on('data', (data) => {
        text += String(data);
      });
      req.on('end', () => {
        if (token === null) told.push(text);
        res.writeHead(200, { 'content-type': 'text/plain' });
        res.end(echo ? token : 'no');
      });
    });
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
    const { port } = receiver.address() as AddressInfo;
    const body = {
      changeType: 'updated',
      notificationUrl: `http://127.0.0.1:${port}/hook`,
      resource: list.slice(1),
      expirationDateTime: new Date(graph.clock.at + 3_600_000).toISOString(),
      clientState: 'secret',
    };
    const post = (more: object) => graph.post('/subscriptions', { ...body, ...more });
    expect((await post({ notificationUrl: 'https://elsewhere.example/' })).status).toBe(400);
    expect((await post({ changeType: 'created' })).status).toBe(400);
    expect(
      (await post({ expirationDateTime: new Date(graph.clock.at + 31 * 86_400_000).toISOString() }))
        .status,
    ).toBe(400);
    echo = false;
    expect((await post({})).status).toBe(400);
    echo = true;
    const made = await post({});
    expect(made.status).toBe(201);
    const arrives = once(receiver, 'request');
    await add('subscribed');
    await arrives;
    await expect.poll(() => told.length).toBe(1);
    const notification = JSON.parse(told[0] ?? '').value[0];
    expect(notification).toMatchObject({ clientState: 'secret', changeType: 'updated' });
    expect(told[0]).not.toContain('subscribed');
    expect((await graph.delete(`/subscriptions/${made.body.id}`)).status).toBe(204);
    expect((await graph.get(`/subscriptions/${made.body.id}`)).status).toBe(404);
    receiver.closeAllConnections();
    await new Promise<void>((done) => receiver.close(() => done()));
  });
});

describe('the store', () => {
  it('has everything after a restart', async () => {
    await add('kept');
    const delta = await graph.get(`${list}/items/delta?token=latest`);
    const link = new URL(delta.body['@odata.deltaLink']);
    await graph.restart();
    expect(await find('kept')).toBe(1);
    expect((await add('kept')).status).toBe(400);
    await add('later');
    const path = `${link.pathname.replace('/v1.0', '')}${link.search}`;
    expect((await graph.get(path)).body.value).toHaveLength(1);
  });
});
