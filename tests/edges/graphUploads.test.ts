import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { largestAtOnce, pieceBytes } from '#shared/graph/uploads.ts';
import type { FilePlace, SentFile } from '#shared/useCases/ports.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
beforeAll(async () => {
  site = await startSite();
});
afterEach(() => site.trouble());
afterAll(() => site.close());

let made = 0;
const aPlace = (): FilePlace => {
  made += 1;
  return { projectId: 'p1', code: 'draftContract', name: `aftale ${made} 100%.pdf` };
};

const partBytes = 64 * 1_024;

/** Bytes as a request brings them; `ahead` is the most that was read and not yet with the service. */
const aSending = (bytes: Buffer, size = bytes.length) => {
  let read = 0;
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (; read < bytes.length; ) {
      const part = bytes.subarray(read, read + partBytes);
      read += part.length;
      yield part;
    }
  }
  const file: SentFile = { size, type: 'application/pdf', parts: parts() };
  return { file, read: () => read };
};

const contentAt = async (place: FilePlace): Promise<Buffer> => {
  const { client, site: address } = site.connect();
  const path = ['Dokumenter', place.projectId, place.code, place.name].map(encodeURIComponent);
  const drive = `${await address.pathOf('Documents')}/drive/root:/${path.join('/')}:/content`;
  const reply = await client.send({
    ...{ method: 'GET', path: drive, units: 1, priority: 'read', bytesUpTo: 100_000_000 },
  });
  return Buffer.from(reply.bytes ?? []);
};

const expectThere = async (place: FilePlace, bytes: Buffer): Promise<void> => {
  expect((await contentAt(place)).equals(bytes)).toBe(true);
};

describe('a document in the library', () => {
  it.each([1, largestAtOnce, largestAtOnce + 1, 2 * pieceBytes, 2 * pieceBytes + 1])(
    'of %i bytes comes back byte for byte, with where people open it',
    async (size) => {
      const bytes = randomBytes(size);
      const place = aPlace();
      const { files } = site.connect();
      const stored = await files.put(place, aSending(bytes).file);
      expect(stored).toMatchObject({ type: 'stored', link: expect.stringMatching(/^https:/) });
      await expectThere(place, bytes);
      expect(await files.find(place)).toMatchObject({ size });
    },
  );

  it('is never held whole: one piece at a time, whole steps of 320 KiB', async () => {
    const bytes = randomBytes(5 * pieceBytes + 1_000);
    const { file, read } = aSending(bytes);
    const heldBefore: number[] = [];
    let sent = 0;
    const { client, files } = site.connect();
    const send = client.send.bind(client);
    client.send = async (call, ...more) => {
      const range = /^bytes (\d+)-(\d+)/.exec(String(call.headers?.['Content-Range'] ?? ''));
      if (range) heldBefore.push(read() - sent);
      const reply = await send(call, ...more);
      if (range) {
        const length = Number(range[2]) + 1 - Number(range[1]);
        sent += length;
        expect(sent === bytes.length || length % 327_680 === 0).toBe(true);
      }
      return reply;
    };
    expect(await files.put(aPlace(), file)).toMatchObject({ type: 'stored' });
    expect(heldBefore).toHaveLength(6);
    expect(Math.max(...heldBefore)).toBeLessThanOrEqual(pieceBytes + partBytes);
  });

  it.each(['504', '504-but-stored', '502-but-stored', 'reset', 'reset-but-stored'])(
    'goes on from where the service has come to, when a piece is answered by a %s',
    async (fault) => {
      for (const after of [0, 1, 2]) {
        const bytes = randomBytes(2 * pieceBytes + 777);
        const place = aPlace();
        site.trouble({ fault, method: 'PUT', path: '_upload', after, times: 1 });
        const stored = await site.connect().files.put(place, aSending(bytes).file);
        expect(stored.type).toBe('stored');
        site.trouble();
        await expectThere(place, bytes);
      }
    },
  );

  it('goes on within a piece of which the service took a part', async () => {
    const bytes = randomBytes(2 * pieceBytes + 5);
    const place = aPlace();
    const { client, files } = site.connect();
    const send = client.send.bind(client);
    const ranges: string[] = [];
    client.send = (call, ...more) => {
      const range = String(call.headers?.['Content-Range'] ?? '');
      if (range !== '') ranges.push(range);
      if (!range.startsWith(`bytes ${pieceBytes}-`)) return send(call, ...more);
      const part = 327_680;
      const headers = {
        'Content-Range': `bytes ${pieceBytes}-${pieceBytes + part - 1}/${bytes.length}`,
        'Content-Length': String(part),
      };
      return send({ ...call, headers, body: (call.body as Buffer).subarray(0, part) }, ...more);
    };
    expect((await files.put(place, aSending(bytes).file)).type).toBe('stored');
    expect(ranges).toHaveLength(4);
    await expectThere(place, bytes);
  });

  it('waits when it is throttled', async () => {
    const bytes = randomBytes(pieceBytes + largestAtOnce);
    const place = aPlace();
    site.trouble({ fault: '429', method: 'PUT', path: '_upload', times: 2, retryAfter: '0.05' });
    expect((await site.connect().files.put(place, aSending(bytes).file)).type).toBe('stored');
    await expectThere(place, bytes);
  });

  const forgetSessions = () => site.tenant.parts.store.run('DELETE FROM uploads');

  it('whose session ran out before anything came has a new one', async () => {
    const bytes = randomBytes(2 * pieceBytes);
    const place = aPlace();
    const { client, files } = site.connect();
    const send = client.send.bind(client);
    let lost = 0;
    client.send = (call, ...more) => {
      if (lost === 0 && call.headers?.['Content-Range'] !== undefined) {
        lost += 1;
        forgetSessions();
      }
      return send(call, ...more);
    };
    expect((await files.put(place, aSending(bytes).file)).type).toBe('stored');
    expect(lost).toBe(1);
    await expectThere(place, bytes);
  });

  it('whose session ran out halfway says so, and is nowhere', async () => {
    const place = aPlace();
    const { client, files } = site.connect();
    const send = client.send.bind(client);
    client.send = (call, ...more) => {
      if (String(call.headers?.['Content-Range']).startsWith(`bytes ${pieceBytes}-`))
        forgetSessions();
      return send(call, ...more);
    };
    const bytes = randomBytes(3 * pieceBytes);
    expect(await files.put(place, aSending(bytes).file)).toEqual({ type: 'lost' });
    expect(await files.find(place)).toBeUndefined();
  });

  it.each([100, 3 * pieceBytes])(
    'of %i bytes that says it is longer or shorter than it is, is nowhere',
    async (size) => {
      const { files } = site.connect();
      for (const said of [size - 1, size + 1]) {
        const place = aPlace();
        const file = { ...aSending(randomBytes(size)).file, size: said };
        expect(await files.put(place, file)).toEqual({ type: 'cutShort' });
        expect(await files.find(place)).toBeUndefined();
      }
      expect(site.tenant.parts.store.all('SELECT id FROM uploads')).toEqual([]);
    },
  );

  it('whose sender goes away leaves nothing behind', async () => {
    const place = aPlace();
    const { files } = site.connect();
    async function* parts(): AsyncGenerator<Uint8Array> {
      yield randomBytes(2 * pieceBytes);
      throw new Error('the browser closed');
    }
    const file = { size: 9 * pieceBytes, type: 'application/pdf', parts: parts() };
    await expect(files.put(place, file)).rejects.toThrow('the browser closed');
    expect(await files.find(place)).toBeUndefined();
    expect(site.tenant.parts.store.all('SELECT id FROM uploads')).toEqual([]);
  });

  it.each([10, largestAtOnce + 10])(
    'of %i bytes never takes the place of another, also of two sent at once by two servers',
    async (size) => {
      const place = aPlace();
      const [one, other] = [randomBytes(size), randomBytes(size + 1)];
      const [first, second] = await Promise.all([
        site.connect().files.put(place, aSending(one).file),
        site.connect().files.put(place, aSending(other).file),
      ]);
      expect([first.type, second.type].sort()).toEqual(['stored', 'taken']);
      await expectThere(place, first.type === 'stored' ? one : other);
      const third = await site.connect().files.put(place, aSending(randomBytes(size)).file);
      expect(third).toEqual({ type: 'taken' });
    },
  );
});

describe('a document that is removed from the library', () => {
  it('is gone, once and again, and one that never was is gone too', async () => {
    const place = aPlace();
    const { files } = site.connect();
    await files.put(place, aSending(randomBytes(100)).file);
    for (const time of [1, 2]) expect([time, await files.remove(place)]).toEqual([time, 'gone']);
    expect(await files.find(place)).toBeUndefined();
    expect(await files.remove(aPlace())).toBe('gone');
  });

  it.each([
    [423, 'busy'],
    [403, 'kept'],
  ] as const)('stays where SharePoint answers %i', async (status, why) => {
    const place = aPlace();
    const { client, files } = site.connect();
    await files.put(place, aSending(randomBytes(100)).file);
    const send = client.send.bind(client);
    client.send = async (call, ...more) =>
      call.method === 'DELETE'
        ? { status, headers: new Headers(), body: {}, doubtful: false }
        : send(call, ...more);
    expect(await files.remove(place)).toBe(why);
    client.send = send;
    expect(await files.find(place)).toBeDefined();
  });

  it('whose answer was lost is looked for', async () => {
    const place = aPlace();
    const { client, files } = site.connect();
    await files.put(place, aSending(randomBytes(100)).file);
    const send = client.send.bind(client);
    client.send = async (call, ...more) => {
      const reply = await send(call, ...more);
      return call.method === 'DELETE'
        ? { status: 0, headers: new Headers(), body: {}, doubtful: true }
        : reply;
    };
    expect(await files.remove(place)).toBe('gone');
    client.send = async (call, ...more) =>
      call.method === 'DELETE'
        ? { status: 503, headers: new Headers(), body: {}, doubtful: true }
        : send(call, ...more);
    const there = aPlace();
    await files.put(there, aSending(randomBytes(100)).file);
    await expect(files.remove(there)).rejects.toMatchObject({
      ...{ code: 'graph.unavailable', context: { outcome: 'unknown' } },
    });
  });
});
