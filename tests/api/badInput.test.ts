import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#shared/contract/routes.ts';
import { type ApiWorld, anApiWorld } from '../worlds/api/apiWorld.ts';

const at = (url: string): string =>
  url
    .replace('/api/projects/:id', '/api/projects/p1')
    .replace('/api/requests/:id', '/api/requests/p1-gate1-1')
    .replace(':code', 'ideaMeeting');

const writing = Object.keys(routes)
  .map((route) => route.split(' ') as [string, string])
  .filter(([method]) => method !== 'GET');

const wellSaid = (answer: { body: { error?: { code?: unknown; message?: unknown } } }): void => {
  expect(typeof answer.body.error?.code).toBe('string');
  // A Danish sentence: a capital, a full stop, and nothing of the machinery.
  expect(answer.body.error?.message).toMatch(/^[A-ZÆØÅ].*\.$/);
  expect(JSON.stringify(answer.body)).not.toMatch(/at \w+ \(|node_modules|Error:|undefined|zod/i);
};

describe('bad input', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = anApiWorld();
    await world.call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
  });

  const raw: readonly (readonly [string, string])[] = [
    ['nothing at all', ''],
    ['half an object', '{"title":'],
    ['a text', '"hej"'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an unknown field', '{"hvadsomhelst":1}'],
    ['a prototype', '{"__proto__":{"roles":["consultant"]},"title":"x"}'],
    ['a constructor', '{"constructor":{"prototype":{}},"title":"x"}'],
    ['bytes that are no text', '\u0000\u0001\u0002'],
  ];

  it.each(
    writing.flatMap(([method, url]) =>
      raw.map(([name, body]) => [method, url, name, body] as const),
    ),
  )('%s %s: %s', async (method, url, _name, body) => {
    const before = world.deps.writes.count;
    const answer = await world.call(method, at(url), { as: 'consultant', raw: body });
    expect([400, 404, 411, 413, 415, 422]).toContain(answer.status);
    wellSaid(answer);
    expect(world.deps.writes.count).toBe(before);
  });

  /** A document may be far larger, and has its own limit. */
  const words = writing.filter(([, url]) => !url.endsWith('/files'));

  it.each(words)('%s %s: a body of more than 200 KB', async (method, url) => {
    const answer = await world.call(method, at(url), {
      as: 'consultant',
      body: { title: 'x'.repeat(210_000) },
    });
    expect(answer.status).toBe(413);
    wellSaid(answer);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'image/png'])(
    'a body that says it is %s',
    async (type) => {
      const answer = await world.call('POST', '/api/projects', {
        as: 'consultant',
        raw: 'title=x',
        headers: { 'content-type': type },
      });
      expect([400, 415]).toContain(answer.status);
      wellSaid(answer);
    },
  );

  const nonsense = [
    '%00',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    "'%20or%201=1",
    '%F0%9F%92%A9',
    'x'.repeat(200),
    '__proto__',
    'constructor',
    'p1%27%20eq%20null',
  ];
  it.each(nonsense)('an id that is %s', async (id) => {
    for (const url of [
      `/api/projects/${id}`,
      `/api/requests/${id}`,
      `/api/projects/${id}/history`,
    ]) {
      const answer = await world.call('GET', url, { as: 'consultant' });
      expect([400, 404, 414]).toContain(answer.status);
      wellSaid(answer);
    }
  });

  it.each(['/api/projects/%', '/api/%zz', '/api/requests/%c3%28'])(
    'an address that cannot be decoded: %s',
    async (url) => {
      const answer = await world.call('GET', url, { as: 'consultant' });
      expect([400, 404]).toContain(answer.status);
      wellSaid(answer);
    },
  );

  it('an address nobody has, and a method nobody answers', async () => {
    const nowhere = await world.call('GET', '/api/nowhere', { as: 'consultant' });
    expect(nowhere.status).toBe(404);
    wellSaid(nowhere);
    const wrong = await world.call('DELETE', '/api/projects/p1', { as: 'consultant' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers['allow']).toBe('GET, PATCH');
    wellSaid(wrong);
  });

  it('a query with words nobody knows', async () => {
    const answer = await world.call('GET', '/api/requests?waitingFor=dig', { as: 'consultant' });
    expect(answer.status).toBe(400);
    wellSaid(answer);
  });

  it('amounts that are none', async () => {
    const { body: page } = await world.call('GET', '/api/projects/p1', { as: 'consultant' });
    for (const askOre of [-1, 1.5, 1e15, '100', Number.MAX_SAFE_INTEGER + 1, true]) {
      const answer = await world.call('PATCH', '/api/projects/p1', {
        as: 'consultant',
        body: { revision: page.revision, changes: { askOre } },
      });
      expect(answer.status).toBe(400);
      wellSaid(answer);
    }
  });

  it('the phase, which only a gate moves', async () => {
    const { body: page } = await world.call('GET', '/api/projects/p1', { as: 'consultant' });
    const answer = await world.call('PATCH', '/api/projects/p1', {
      as: 'consultant',
      body: { revision: page.revision, changes: { phase: 'operation' } },
    });
    expect([answer.status, answer.body.error.code]).toEqual([422, 'phaseByGate']);
    expect(world.deps.stores.projects.get('p1')?.value.phase).toBe('idea');
  });

  it('anything at all: no call breaks the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writing), fc.json(), async ([method, url], body) => {
        const answer = await world.call(method, at(url), { as: 'nobody', raw: body });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
  });
});
