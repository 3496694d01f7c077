import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentPlace } from '#shared/useCases/ports.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
beforeAll(async () => {
  site = await startSite();
});
afterEach(() => site.trouble());
afterAll(() => site.close());

let made = 0;
const aPlace = (projectId: string | null = 'p1'): DocumentPlace => {
  made += 1;
  return { projectId, name: `Idébeskrivelse ${made}.docx` };
};

type Kept = { readonly size: number; readonly cTag: string; readonly webUrl: string };

const fileAt = async ({ projectId, name }: DocumentPlace): Promise<Kept> => {
  const { client, site: address } = site.connect();
  const folders = projectId === null ? ['Kvartalsstatus'] : ['Papirer', projectId];
  const path = [...folders, name].map(encodeURIComponent).join('/');
  const drive = `${await address.pathOf('Documents')}/drive/root:/${path}`;
  return (await client.get(drive, 1)) as Kept;
};

describe("a paper's Word document in the library", () => {
  it.each(['p1', null])('lies in the folder of its project, or of the minutes (%s)', async (id) => {
    const place = aPlace(id);
    const link = await site.connect().documents.put(place, randomBytes(900));
    expect(await fileAt(place)).toMatchObject({ size: 900, webUrl: link });
  });

  it('stays as it was when it is put again, and when three put it at once', async () => {
    const place = aPlace();
    const links = await Promise.all(
      [1, 2, 3].map((length) => site.connect().documents.put(place, randomBytes(length))),
    );
    const before = await fileAt(place);
    expect(new Set(links)).toEqual(new Set([before.webUrl]));
    expect(await site.connect().documents.put(place, randomBytes(50))).toBe(before.webUrl);
    expect(await fileAt(place)).toMatchObject({ size: before.size, cTag: before.cTag });
  });

  it.each(['504-but-stored', '502-but-stored', 'reset-but-stored', '504', 'reset'])(
    'is stored once when the answer is a %s',
    async (fault) => {
      const place = aPlace();
      site.trouble({ fault, method: 'PUT', path: 'Papirer' });
      const link = await site.connect().documents.put(place, randomBytes(10));
      site.trouble();
      const kept = await fileAt(place);
      expect(kept).toMatchObject({ webUrl: link, size: 10 });
      expect(kept.cTag).toMatch(/,1"$/);
    },
  );

  it('that could not be stored is a fault that says nobody knows', async () => {
    const place = aPlace();
    site.trouble({ fault: '504', method: 'PUT', path: 'Papirer', times: 9 });
    await expect(site.connect().documents.put(place, randomBytes(10))).rejects.toMatchObject({
      ...{ code: 'graph.unavailable', context: { outcome: 'unknown' } },
    });
  });

  it('that Graph refuses is a fault that says it was not done', async () => {
    site.trouble({ fault: '403', method: 'PUT', path: 'Papirer' });
    await expect(site.connect().documents.put(aPlace(), randomBytes(10))).rejects.toMatchObject({
      code: 'graph.denied',
    });
  });

  it('needs the library, and says which is missing', async () => {
    const bare = await startSite({ lists: false });
    try {
      await expect(bare.connect().documents.put(aPlace(), randomBytes(10))).rejects.toMatchObject({
        context: { problem: 'listMissing', list: 'Documents' },
      });
    } finally {
      await bare.close();
    }
  });
});
