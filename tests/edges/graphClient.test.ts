import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Call } from '#shared/graph/reply.ts';
import { isLong } from '../builders/long.ts';
import { fakeGraph, type Said, type Told } from '../worlds/graph/fakeGraph.ts';

type Fake = Awaited<ReturnType<typeof fakeGraph>>;
const open: Fake[] = [];
const start = async (answer: (told: Told) => Said | Promise<Said>): Promise<Fake> => {
  const fake = await fakeGraph(answer);
  open.push(fake);
  return fake;
};
afterEach(async () => {
  for (const fake of open.splice(0)) await fake.close();
});

const get: Call = { method: 'GET', path: '/sites/a', units: 1, priority: 'read' };
const post: Call = { ...get, method: 'POST', body: { a: 1 } };
const patch: Call = { ...post, method: 'PATCH', headers: { 'If-Match': '"g,1"' } };
const ok = { status: 200, body: { fine: true } } as const;

/** Says the lines one after the other, and the last one from then on. */
const script = (...lines: readonly Said[]) => {
  let at = 0;
  return (): Said => {
    const said = lines[Math.min(at, lines.length - 1)];
    at += 1;
    return said ?? ok;
  };
};

describe('the client', () => {
  it('sends the token over http, and says who is calling', async () => {
    const fake = await start(() => ok);
    await fake.client().client.ask(patch);
    expect(fake.told[0]?.headers).toMatchObject({
      authorization: 'Bearer token',
      'user-agent': 'NONISV|ViborgKommune|DigiTekPortefolje/1.0',
      'if-match': '"g,1"',
      'content-type': 'application/json',
    });
    expect(fake.told[0]?.url).toBe('/v1.0/sites/a');
  });

  it('asks for a new token once when the one it has is refused', async () => {
    const fake = await start((told) =>
      told.headers.authorization === 'Bearer fresh' ? ok : { status: 401 },
    );
    expect((await fake.client().client.send(get)).status).toBe(200);
    expect(fake.told).toHaveLength(2);
    const closed = await start(() => ({ status: 401 }));
    await expect(closed.client().client.ask(get)).rejects.toMatchObject({ code: 'graph.denied' });
    expect(closed.told).toHaveLength(2);
  });

  it.each([503, 504, 502, 500, 'reset'] as const)(
    'asks again after %s, a few times',
    async (how) => {
      const bad: Said = how === 'reset' ? how : { status: how };
      const fake = await start(script(bad, bad, ok));
      expect((await fake.client().client.send(get)).status).toBe(200);
      const down = await start(() => bad);
      await expect(down.client().client.ask(get)).rejects.toMatchObject({
        code: 'graph.unavailable',
      });
      expect(down.told).toHaveLength(4);
    },
  );

  it.each([503, 504, 502, 500, 'reset'] as const)(
    'never says a POST again after %s',
    async (how) => {
      const fake = await start(() => (how === 'reset' ? how : { status: how }));
      const { client } = fake.client();
      const reply = await client.send(post);
      expect(reply.status).toBe(how === 'reset' ? 0 : how);
      expect(fake.told).toHaveLength(1);
      await expect(client.ask(post)).rejects.toMatchObject({ context: { outcome: 'unknown' } });
    },
  );

  it('says a POST again when it was refused for its speed, because then nothing was done', async () => {
    const fake = await start(script({ status: 429, headers: { 'Retry-After': '0.05' } }, ok));
    expect((await fake.client().client.send(post)).status).toBe(200);
    expect(fake.told).toHaveLength(2);
  });

  it('says of a repeated write that an earlier attempt may have been done', async () => {
    const fake = await start(script({ status: 504 }, { status: 412 }));
    expect(await fake.client().client.send(patch)).toMatchObject({ status: 412, doubtful: true });
    const sure = await start(() => ({ status: 412 }));
    expect(await sure.client().client.send(patch)).toMatchObject({ status: 412, doubtful: false });
  });

  it('takes an answer that is cut off, or is no JSON, for none', async () => {
    const html = await start(() => ({ status: 200, body: 'not an object' }));
    expect((await html.client().client.send(post)).status).toBe(0);
  });

  it('waits no longer than it was told to', async () => {
    const fake = await start(() => new Promise<Said>(() => undefined));
    const reply = await fake.client({ timeoutMs: 50 }).client.send(post);
    expect(reply.status).toBe(0);
  });

  it('follows no link that leads away from Graph', async () => {
    const fake = await start(() => ({
      status: 200,
      body: { value: [1], '@odata.nextLink': 'https://elsewhere.example/v1.0/sites' },
    }));
    const read = async () => {
      for await (const one of fake.client().client.pages('/sites', 1)) expect(one).toBe(1);
    };
    await expect(read()).rejects.toMatchObject({ code: 'graph.rejected' });
    expect(fake.told).toHaveLength(1);
  });

  it('reads page after page', async () => {
    const fake = await start((told) => {
      const at = Number(/skip=(\d)/.exec(told.url)?.[1] ?? 0);
      const next = `${fake.url}/v1.0/sites?$skip=${at + 1}&$top=1`;
      return { status: 200, body: { value: [at], ...(at < 3 ? { '@odata.nextLink': next } : {}) } };
    });
    const all: unknown[] = [];
    for await (const one of fake.client().client.pages('/sites', 1)) all.push(one);
    expect(all).toEqual([0, 1, 2, 3]);
  });
});

describe('what was throttled', () => {
  const forms: readonly [string, () => Record<string, string>, number][] = [
    ['seconds', () => ({ 'Retry-After': '1' }), 1_000],
    ['decimals', () => ({ 'Retry-After': '0.3' }), 300],
    ['a date', () => ({ 'Retry-After': new Date(Date.now() + 2_000).toUTCString() }), 1_000],
    ['nothing', () => ({}), 3],
    ['a later reset', () => ({ 'Retry-After': '0.1', 'RateLimit-Reset': '0.4' }), 400],
  ];

  it.each(forms)('is not asked again before the time: %s (R7)', async (_form, headers, least) => {
    for (const status of [429, 503]) {
      let until = 0;
      const early: number[] = [];
      const fake = await start((told) => {
        if (until === 0) {
          until = told.at + least;
          return { status, headers: headers() };
        }
        if (told.at < until) early.push(until - told.at);
        return ok;
      });
      const { client, limiter } = fake.client();
      await client.send(get);
      await Promise.all(Array.from({ length: 20 }, () => client.send(get)));
      expect(early).toEqual([]);
      expect(limiter.counts.throttled).toBe(1);
    }
  });

  it('keeps everybody away, not only the one that was told', async () => {
    let closedUntil = 0;
    let early = 0;
    const fake = await start((told) => {
      if (told.url.endsWith('/loud') && closedUntil === 0) {
        closedUntil = told.at + 400;
        return { status: 429, headers: { 'Retry-After': '0.4' } };
      }
      if (told.at < closedUntil) early += 1;
      return ok;
    });
    const { client, limiter } = fake.client();
    const loud = client.send({ ...get, path: '/loud' });
    await expect.poll(() => limiter.counts.throttled, { interval: 5 }).toBe(1);
    await Promise.all([loud, ...Array.from({ length: 30 }, () => client.send(get))]);
    expect(early).toBe(0);
  });

  it('is given up at once when the wait is longer than the patience', async () => {
    const fake = await start(() => ({ status: 429, headers: { 'Retry-After': '600' } }));
    const { client } = fake.client({ patienceMs: 60_000 });
    const began = performance.now();
    await expect(client.ask(post)).rejects.toMatchObject({
      code: 'graph.throttled',
      context: { outcome: 'notSent' },
    });
    await expect(client.ask(get)).rejects.toMatchObject({ code: 'graph.throttled' });
    expect(fake.told).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

type Part = { id: string; method: string; url: string; body?: { value: number } };

describe('a batch', () => {
  it('has every part done exactly once, or reported, whatever parts are refused (R6)', async () => {
    const trouble = fc.constantFrom(200, 200, 200, 429, 412, 503, 424);
    const parts = fc.array(fc.tuple(fc.constantFrom('GET' as const, 'PATCH' as const), trouble), {
      minLength: 1,
      maxLength: 20,
    });
    const done: number[] = [];
    let plan: readonly (readonly ['GET' | 'PATCH', number])[] = [];
    const fake = await start((told) => {
      if (!told.url.endsWith('/$batch')) {
        done.push(Number(told.url.split('/').at(-1)));
        return ok;
      }
      const { requests } = told.body as { requests: readonly Part[] };
      const responses = requests.map(({ id, url }) => {
        const status = plan[Number(url.split('/').at(-1))]?.[1] ?? 200;
        if (status === 200) done.push(Number(url.split('/').at(-1)));
        const headers = status === 429 ? { 'Retry-After': '0.001' } : {};
        return { id, status, headers, body: { at: url } };
      });
      return { status: 200, body: { responses: responses.reverse() } };
    });
    const { client } = fake.client();
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        plan = given;
        done.length = 0;
        const calls = given.map(([method], at) => ({ ...get, method, path: `/items/${at}` }));
        const replies = await client.batch(calls);
        const reported = given.flatMap(([, status], at) => (status === 412 ? [at] : []));
        expect([...done].sort((a, b) => a - b)).toEqual(
          given.map((_, at) => at).filter((at) => !reported.includes(at)),
        );
        for (const [at, reply] of replies.entries())
          expect(reply.status).toBe(reported.includes(at) ? 412 : 200);
      }),
      { seed: 20_261_122, numRuns: isLong ? 1_000 : 100 },
    );
  });

  it('gives answers back in the order asked, and none for a part that was left out', async () => {
    const fake = await start((told) => {
      const { requests } = told.body as { requests: readonly Part[] };
      const responses = requests
        .filter(({ id }) => id !== '1')
        .map(({ id, url }) => ({ id, status: 200, body: { url } }));
      return { status: 200, body: { responses: responses.reverse() } };
    });
    const calls = [0, 1, 2].map((at) => ({ ...post, path: `/items/${at}` }));
    const replies = await fake.client().client.batch(calls);
    expect(replies.map((reply) => [reply.status, reply.body['url']])).toEqual([
      [200, '/items/0'],
      [0, undefined],
      [200, '/items/2'],
    ]);
    expect(fake.told).toHaveLength(1);
  });
});
