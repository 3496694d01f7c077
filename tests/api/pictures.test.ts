import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may } from '#shared/domain/permissions.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { Fault, type Pictures } from '#shared/useCases/ports.ts';
import { registerPictures } from '../../bot/http/pictures.ts';
import { type Limits, RecentPictures } from '../../bot/http/recentPictures.ts';
import { createServer } from '../../bot/http/server.ts';
import { aJpeg, aPng } from '../builders/pictures.ts';
import { type ApiWorld, anApiWorld, goodClaims, idOf, sign } from '../worlds/api/apiWorld.ts';

const megabyte = 1_024 * 1_024;
const address = '/api/stories/pictures';

let world: ApiWorld;
let base: string;
beforeAll(async () => {
  world = anApiWorld();
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`;
});
afterAll(() => world.app.close());

type Answer = { status: number; body: Record<string, unknown>; sentence: string; code: string };

const post = async (body: Buffer, type = 'image/png', as = 'digitek'): Promise<Answer> => {
  const response = await fetch(`${base}${address}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await sign(goodClaims(as))}`, 'content-type': type },
    body: new Uint8Array(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  const { message = '', code = '' } = (answer['error'] ?? {}) as Record<string, string>;
  return { status: response.status, body: answer, sentence: message, code };
};

/** A real PNG with a text of zeros that makes it as large as wanted. */
const aPngOf = (bytes: number): Buffer => {
  const empty = aPng(2, 2, Buffer.alloc(0));
  return aPng(2, 2, Buffer.alloc(bytes - empty.length));
};

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('sending a picture', () => {
  it('answers with its name and size, and it is at that address for anybody who knows it', async () => {
    const png = aPng(320, 200);
    const sent = await post(png);
    const id = `${hashOf(png)}.png`;
    expect(sent).toMatchObject({
      status: 201,
      body: { id, width: 320, height: 200, bytes: png.length },
    });
    const shown = await fetch(`${base}/pictures/${id}`);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-length')).toBe(String(png.length));
    expect(shown.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true);
    const head = await fetch(`${base}/pictures/${id}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('takes a JPEG, and turns the size as the camera says', async () => {
    const flat = aJpeg(400, 300);
    expect((await post(flat, 'image/jpeg')).body).toMatchObject({
      id: `${hashOf(flat)}.jpg`,
      width: 400,
      height: 300,
    });
    expect((await post(aJpeg(400, 300, 6), 'image/jpeg')).body).toMatchObject({
      width: 300,
      height: 400,
    });
  });

  it('twice, or two at once, is one picture', async () => {
    const png = aPng(5, 5);
    const both = await Promise.all([post(png), post(png)]);
    const again = await post(png);
    for (const answer of [...both, again])
      expect(answer).toMatchObject({ status: 201, body: { id: `${hashOf(png)}.png` } });
  });

  it('takes exactly 4 MB', async () => {
    expect(await post(aPngOf(4 * megabyte))).toMatchObject({
      status: 201,
      body: { bytes: 4 * megabyte },
    });
  });

  const refused: readonly (readonly [string, () => Buffer, string, number, string])[] = [
    ['nothing', () => Buffer.alloc(0), 'image/png', 400, 'empty'],
    ['4 MB and a byte', () => aPngOf(4 * megabyte + 1), 'image/png', 413, 'tooLarge'],
    ['9 MB', () => aPngOf(9 * megabyte), 'image/png', 413, 'tooLarge'],
    ['a JPEG that says PNG', () => aJpeg(2, 2), 'image/png', 415, 'notThatType'],
    ['a PNG that says JPEG', () => aPng(2, 2), 'image/jpeg', 415, 'notThatType'],
    ['a page', () => Buffer.from('<!doctype html><script>'), 'image/png', 415, 'notThatType'],
    [
      'a drawing with code',
      () => Buffer.from('<svg onload="x()"/>'),
      'image/jpeg',
      415,
      'notThatType',
    ],
    ['a page that says so', () => Buffer.from('<!doctype html>'), 'text/html', 415, 'wrongType'],
    ['SVG', () => Buffer.from('<svg/>'), 'image/svg+xml', 415, 'wrongType'],
    ['GIF', () => Buffer.from('GIF89a'), 'image/gif', 415, 'wrongType'],
    ['JSON', () => Buffer.from('{}'), 'application/json', 415, 'wrongType'],
    ['text', () => Buffer.from('hej'), 'text/plain', 415, 'wrongType'],
    ['the beginning of a JPEG', () => aJpeg(2, 2).subarray(0, 20), 'image/jpeg', 422, 'unreadable'],
    ['a PNG cut in its header', () => aPng(2, 2).subarray(0, 17), 'image/png', 422, 'unreadable'],
    ['a PNG of no size', () => aPng(0, 5), 'image/png', 422, 'unreadable'],
    ['too many points', () => aPng(8_001, 2), 'image/png', 422, 'tooManyPixels'],
    ['too many points upwards', () => aJpeg(2, 8_001), 'image/jpeg', 422, 'tooManyPixels'],
  ];
  it.each(refused)('refuses %s in a sentence', async (_name, bytes, type, status, code) => {
    const answer = await post(bytes(), type);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.sentence).toMatch(/^[A-ZÆØÅ].*\.$/);
  });

  it('says how large it is, how large it may be, and what to do', async () => {
    expect((await post(aPngOf(9 * megabyte))).sentence).toBe(
      'Billedet fylder 9 MB. Der er plads til 4 MB. Gør det mindre, og vælg det igen.',
    );
    expect((await post(aPngOf(4 * megabyte + 1))).sentence).toMatch(/^Billedet fylder 4,1 MB\./);
  });

  it('takes 8,000 points, and reads the worst of headers in no time', async () => {
    expect((await post(aPng(8_000, 1))).status).toBe(201);
    const worst = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(4 * megabyte - 4)]);
    const began = performance.now();
    expect((await post(worst, 'image/jpeg')).code).toBe('unreadable');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it.each(['consultant', 'digitek', 'communications', 'leder', 'owner', 'chef-social', 'nobody'])(
    'is for those who write stories (%s)',
    async (as) => {
      const allowed = may(actorOf(world.deps, idOf(as), as), 'writeStory');
      expect((await post(aPng(3, 3), 'image/png', as)).status).toBe(allowed ? 201 : 403);
    },
  );

  it('is for nobody without a name, however much is sent', async () => {
    const response = await fetch(`${base}${address}`, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: new Uint8Array(9 * megabyte),
    });
    expect(response.status).toBe(401);
  });

  it('leaves the other addresses to JSON', async () => {
    const response = await fetch(`${base}/api/projects`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await sign(goodClaims('digitek'))}`,
        'content-type': 'image/png',
      },
      body: new Uint8Array(aPng(2, 2)),
    });
    expect(response.status).toBe(415);
  });
});

describe('the address of a picture', () => {
  it.each([
    `${'a'.repeat(63)}.png`,
    `${'A'.repeat(64)}.png`,
    `${'a'.repeat(64)}.svg`,
    `${'a'.repeat(64)}.png.html`,
    `${'a'.repeat(64)}`,
    `..%2f${'a'.repeat(64)}.png`,
    '%00',
    '__proto__',
  ])('%s is nowhere, and nobody is asked', async (id) => {
    const answer = await pictureServer(async () => {
      throw new Error('asked');
    }).inject(`/pictures/${id}`);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([404, 'no-store']);
  });

  it('that is well formed and unknown is nowhere', async () => {
    const answer = await pictureServer(async () => undefined).inject(
      `/pictures/${'a'.repeat(64)}.png`,
    );
    expect(answer.statusCode).toBe(404);
    expect(answer.json().error.message).toBe('Billedet findes ikke.');
  });

  it('is 503 while Graph is down, and not remembered', async () => {
    let down = true;
    const app = pictureServer(async () => {
      if (down) throw new Fault('graph.unavailable');
      return { bytes: aPng(1, 1), type: 'image/png' };
    });
    const at = `/pictures/${'a'.repeat(64)}.png`;
    const answer = await app.inject(at);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.headers['cache-control']).toBe('no-store');
    down = false;
    expect((await app.inject(at)).statusCode).toBe(200);
  });
});

type Read = Pictures['read'];

const pictureServer = (read: Read) => {
  const app = createServer({ teamsOrigins: [] });
  registerPictures(app, { read });
  return app;
};

describe('the pictures shown last', () => {
  const counted = (limits: Partial<Limits>, sizeOf = (_id: string): number | undefined => 10) => {
    const asked: string[] = [];
    const recent = new RecentPictures(
      {
        read: async (id) => {
          asked.push(id);
          await new Promise((resolve) => setImmediate(resolve));
          const size = sizeOf(id);
          return size === undefined ? undefined : { bytes: Buffer.alloc(size), type: 'image/png' };
        },
      },
      limits,
    );
    return { recent, asked };
  };

  it('are fetched once for all who look, at once or later', async () => {
    const { recent, asked } = counted({});
    await Promise.all([recent.read('a'), recent.read('a'), recent.read('a')]);
    await recent.read('a');
    expect(asked).toEqual(['a']);
  });

  it('are let go in the order they were last looked at, and never fill more than they may', async () => {
    const { recent, asked } = counted({ mostBytes: 30 });
    for (const id of ['a', 'b', 'c', 'a', 'd', 'a', 'c', 'b']) await recent.read(id);
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'b']);
  });

  it('may be larger than all there is room for', async () => {
    const { recent, asked } = counted({ mostBytes: 30 }, () => 31);
    expect((await recent.read('a'))?.bytes.length).toBe(31);
    await recent.read('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('keep those who guess from using up Graph, and from the pictures that are kept', async () => {
    let now = 0;
    const { recent, asked } = counted({ missesPerMinute: 5, now: () => now }, (id) =>
      id.startsWith('no') ? undefined : 10,
    );
    await recent.read('kept');
    const guesses = Array.from({ length: 50 }, (_, at) => recent.read(`no${at}`));
    const ends = await Promise.allSettled(guesses);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(45);
    expect(asked).toHaveLength(6);
    await expect(recent.read('another')).rejects.toMatchObject({ code: 'graph.throttled' });
    expect(await recent.read('kept')).toBeDefined();
    now += 61_000;
    expect(await recent.read('another')).toBeDefined();
  });
});
