import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PictureLibrary, pictureIdOf } from '#shared/graph/files.ts';
import { Site } from '#shared/graph/site.ts';
import { connect } from '#shared/graph/stores.ts';
import { aJpeg, aPng } from '../builders/pictures.ts';
import { fakeGraph } from '../worlds/graph/fakeGraph.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
let pictures: PictureLibrary;

beforeAll(async () => {
  site = await startSite();
  pictures = site.connect().pictures;
});
afterEach(() => site.trouble());
afterAll(() => site.close());

const aNewPng = () => {
  const bytes = aPng(4, 3, randomBytes(12));
  return { bytes, id: pictureIdOf(bytes, 'image/png') };
};

/** The folder as Graph shows it: names, and how often each was written. */
const folder = async (): Promise<ReadonlyMap<string, { eTag: string; cTag: string }>> => {
  const { client, site: address } = site.connect();
  const drive = `${await address.pathOf('Documents')}/drive`;
  const { value } = await client.get(`${drive}/root:/Historier:/children`, 2);
  const files = value as { name: string; eTag: string; cTag: string }[];
  return new Map(files.map((file) => [file.name, file]));
};

const handPut = async (id: string, bytes: Buffer): Promise<void> => {
  const { client, site: address } = site.connect();
  const drive = `${await address.pathOf('Documents')}/drive`;
  await client.ask({
    method: 'PUT',
    path: `${drive}/root:/Historier/${id}:/content`,
    headers: { 'Content-Type': 'image/png' },
    body: bytes,
    units: 2,
    priority: 'write',
  });
};

describe('a picture in the library', () => {
  it('is named by the hash of its bytes, and comes back byte for byte', async () => {
    const jpeg = aJpeg(40, 30);
    const id = pictureIdOf(jpeg, 'image/jpeg');
    expect(id).toBe(`${createHash('sha256').update(jpeg).digest('hex')}.jpg`);
    await pictures.put(id, jpeg, 'image/jpeg');
    const read = await pictures.read(id);
    expect(read?.type).toBe('image/jpeg');
    expect(Buffer.from(read?.bytes ?? []).equals(jpeg)).toBe(true);
  });

  it('may be 4 MB, and a part of a larger memory', async () => {
    const memory = randomBytes(5 * 1_024 * 1_024);
    const bytes = memory.subarray(700, 700 + 4 * 1_024 * 1_024);
    const id = pictureIdOf(bytes, 'image/jpeg');
    await pictures.put(
      id,
      new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
      'image/jpeg',
    );
    expect((await pictures.read(id))?.bytes.length).toBe(bytes.length);
  });

  it('that nobody put there is not there', async () => {
    expect(await pictures.read(`${'0'.repeat(64)}.png`)).toBeUndefined();
  });

  it('put twice, or by three at once, is one file in one version', async () => {
    const { bytes, id } = aNewPng();
    const others = [site.connect().pictures, site.connect().pictures, pictures];
    await Promise.all(others.map((each) => each.put(id, bytes, 'image/png')));
    const before = (await folder()).get(id);
    expect(before?.cTag).toMatch(/,1"$/);
    await pictures.put(id, bytes, 'image/png');
    expect((await folder()).get(id)?.eTag).toBe(before?.eTag);
  });

  it.each(['504-but-stored', '502-but-stored', 'reset-but-stored'])(
    'is stored once when the answer is a %s',
    async (fault) => {
      const { bytes, id } = aNewPng();
      site.trouble({ fault, method: 'PUT', path: 'Historier' });
      await pictures.put(id, bytes, 'image/png');
      site.trouble();
      expect((await folder()).get(id)?.cTag).toMatch(/,1"$/);
      expect(await pictures.read(id)).toBeDefined();
    },
  );

  it('counts as stored when no attempt was answered and it is there', async () => {
    const { bytes, id } = aNewPng();
    site.trouble({ fault: '504-but-stored', method: 'PUT', path: 'Historier', times: 9 });
    await pictures.put(id, bytes, 'image/png');
    site.trouble();
    expect((await folder()).get(id)?.cTag).toMatch(/,1"$/);
  });

  it('that could not be stored is a fault that says so', async () => {
    const { bytes, id } = aNewPng();
    site.trouble({ fault: '504', method: 'PUT', path: 'Historier', times: 9 });
    await expect(pictures.put(id, bytes, 'image/png')).rejects.toMatchObject({
      code: 'graph.unavailable',
      context: { outcome: 'unknown' },
    });
    site.trouble({ fault: '503', method: 'GET', path: 'Historier', times: 9, retryAfter: null });
    await expect(pictures.read(id)).rejects.toMatchObject({ code: 'graph.unavailable' });
    site.trouble();
    await pictures.put(id, bytes, 'image/png');
  });

  it('that was changed by hand is not shown, and put right when it is put again', async () => {
    const { bytes, id } = aNewPng();
    await pictures.put(id, bytes, 'image/png');
    await handPut(id, aPng(9, 9));
    expect(await pictures.read(id)).toBeUndefined();
    await pictures.put(id, bytes, 'image/png');
    expect(Buffer.from((await pictures.read(id))?.bytes ?? []).equals(bytes)).toBe(true);
    await handPut(id, randomBytes(5 * 1_024 * 1_024));
    expect(await pictures.read(id)).toBeUndefined();
  });

  it('waits for its turn when the tenant is throttled', async () => {
    const { bytes, id } = aNewPng();
    site.trouble({ fault: '429', method: 'PUT', path: 'Historier', times: 2, retryAfter: '0.05' });
    await pictures.put(id, bytes, 'image/png');
    expect((await folder()).has(id)).toBe(true);
  });

  it('needs the library, and says which is missing', async () => {
    const bare = await startSite({ lists: false });
    try {
      await expect(bare.connect().pictures.read(aNewPng().id)).rejects.toMatchObject({
        code: 'graph.rejected',
        context: { problem: 'listMissing', list: 'Documents' },
      });
    } finally {
      await bare.close();
    }
  });
});

describe('what Microsoft may do that the local tenant does not', () => {
  it('send the reader to another host, which never sees the token', async () => {
    const bytes = aPng(2, 2);
    const id = pictureIdOf(bytes, 'image/png');
    const seen: unknown[] = [];
    const store = createServer((req, res) => {
      seen.push(req.headers.authorization);
      res.end(bytes);
    });
    await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
    const there = `http://127.0.0.1:${(store.address() as AddressInfo).port}/download`;
    const graph = await fakeGraph(({ url }) => {
      if (url.includes('/content')) return { status: 302, headers: { Location: there } };
      if (url.includes('/lists?'))
        return { status: 200, body: { value: [{ id: 'l', name: 'Documents' }] } };
      return { status: 200, body: { id: 'x' } };
    });
    const { client } = graph.client();
    const pictures = new PictureLibrary(client, new Site(client, { host: 'h', path: '/sites/s' }));
    expect((await pictures.read(id))?.bytes.length).toBe(bytes.length);
    expect(seen).toEqual([undefined]);
    expect(graph.told.at(-1)).toMatchObject({
      method: 'GET',
      url: `/v1.0/drives/x/root:/Historier/${id}:/content`,
      headers: { authorization: 'Bearer token' },
    });
    store.closeAllConnections();
    await new Promise((resolve) => store.close(resolve));
    await graph.close();
  });

  it.each([409, 412, 423])('be busy with the file just after it came (%i)', async (status) => {
    const bytes = aPng(2, 2);
    const id = pictureIdOf(bytes, 'image/png');
    let busy = 2;
    const graph = await fakeGraphWith((method) => {
      if (method === 'GET') return 404;
      busy -= 1;
      return busy >= 0 ? status : 201;
    });
    await graph.pictures.put(id, bytes, 'image/png');
    expect(graph.puts().map(({ url }) => url.split('=')[1])).toEqual([
      'fail',
      'replace',
      'replace',
    ]);
    await graph.close();
  });

  it('say no for good', async () => {
    const bytes = aPng(2, 2);
    const graph = await fakeGraphWith((method) => (method === 'GET' ? 404 : 423));
    await expect(
      graph.pictures.put(pictureIdOf(bytes, 'image/png'), bytes, 'image/png'),
    ).rejects.toMatchObject({ code: 'graph.rejected', context: { status: 423 } });
    expect(graph.puts()).toHaveLength(3);
    await graph.close();
  });
});

/** A Graph that answers what is asked of the file itself with a bare status. */
const fakeGraphWith = async (content: (method: string) => number) => {
  const puts: { url: string }[] = [];
  const server = createServer((req, res) => {
    const { method = '', url = '' } = req;
    req.resume().on('end', () => {
      const isFile = url.includes('/content');
      if (isFile && method === 'PUT') puts.push({ url });
      const body = url.includes('/lists?')
        ? { value: [{ id: 'l', name: 'Documents' }] }
        : { id: 'x' };
      res.writeHead(isFile ? content(method) : 200, { 'content-type': 'application/json' });
      res.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = { ...site.config, graphUrl: address };
  const { client, site: at } = connect(config, { token: async () => 'token', backoffMs: 5 });
  return {
    pictures: new PictureLibrary(client, at),
    puts: () => puts,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
