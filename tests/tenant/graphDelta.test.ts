import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../worlds/tenant/graphHarness.ts';
import { GraphUnderTest } from '../worlds/tenant/graphHarness.ts';

const graph = new GraphUnderTest();
let list = '';
let lists = 0;

beforeAll(() => graph.start());
afterAll(() => graph.stop());
beforeEach(async () => {
  lists += 1;
  list = await graph.aList(`Delta ${lists}`);
});

const add = async (key: string): Promise<string> =>
  (await graph.post(`${list}/items`, { fields: { Key: key } })).body.id;

/** Follows a delta to its end: what it told, and where to go on. */
async function follow(
  url: string,
): Promise<{ items: Answer['body'][]; pages: number; link: string }> {
  const items: Answer['body'][] = [];
  let next = url;
  for (let pages = 1; ; pages += 1) {
    const page = await graph.get(next);
    expect(page.status).toBe(200);
    items.push(...page.body.value);
    if (page.body['@odata.deltaLink'] !== undefined) {
      return { items, pages, link: page.body['@odata.deltaLink'] };
    }
    next = page.body['@odata.nextLink'];
  }
}

function apply(mirror: Map<string, unknown>, items: readonly Answer['body'][]): void {
  for (const item of items) {
    if (item.deleted === undefined) mirror.set(item.id, item.fields);
    else mirror.delete(item.id);
  }
}

async function truth(): Promise<ReadonlyMap<string, unknown>> {
  const source = await graph.get(`${list}/items?$expand=fields&$top=5000`);
  return new Map(source.body.value.map((item: Answer['body']) => [item.id, item.fields]));
}

/** Numbers that look random and are the same in every run. */
function randomFrom(start: number): (below: number) => number {
  let seed = start;
  return (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
}

async function anyChange(
  random: (below: number) => number,
  alive: string[],
  key: string,
): Promise<void> {
  const id = alive[random(alive.length)];
  const kind = random(3);
  if (kind === 0 || id === undefined) alive.push(await add(key));
  else if (kind === 1) await graph.patch(`${list}/items/${id}/fields`, { Plain: key });
  else {
    await graph.delete(`${list}/items/${id}`);
    alive.splice(alive.indexOf(id), 1);
  }
}

describe('delta', () => {
  it('tells all items first, then only what changed, deletions included', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map(add));
    const first = await follow(`${list}/items/delta?$expand=fields`);
    expect(first.items.map((item) => item.fields.Key).sort()).toEqual(['a', 'b', 'c']);
    expect((await follow(first.link)).items).toEqual([]);
    await graph.patch(`${list}/items/${ids[0]}/fields`, { Amount: 5 });
    await graph.delete(`${list}/items/${ids[1]}`);
    const added = await add('d');
    const second = await follow(first.link);
    expect(second.items.map((item) => item.id)).toEqual([ids[0], ids[1], added]);
    expect(second.items[0].fields.Amount).toBe(5);
    expect(second.items[1].deleted).toEqual({ state: 'deleted' });
    expect((await follow(second.link)).items).toEqual([]);
    const again = await follow(first.link);
    expect(again.items).toHaveLength(3);
  });

  it('tells nobody about items that were gone before they came', async () => {
    const id = await add('gone');
    await graph.delete(`${list}/items/${id}`);
    expect((await follow(`${list}/items/delta`)).items).toEqual([]);
  });

  it('gives only a link for token=latest, and takes a token in the path', async () => {
    await add('before');
    const latest = await graph.get(`${list}/items/delta?token=latest`);
    expect(latest.body.value).toEqual([]);
    const link = new URL(latest.body['@odata.deltaLink']);
    const token = link.searchParams.get('token') ?? '';
    const id = await add('after');
    const inPath = await graph.get(`${list}/items/delta(token='${token}')?$expand=fields`);
    expect(inPath.body.value.map((item: { id: string }) => item.id)).toEqual([id]);
    expect(inPath.body.value[0].fields.Key).toBe('after');
  });

  it('loses nothing that changes or goes while somebody pages', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, (_, n) => add(`k${n}`)));
    const first = await graph.get(`${list}/items/delta?$top=7&$expand=fields`);
    expect(first.body.value).toHaveLength(7);
    const [told, alsoTold] = first.body.value as { id: string }[];
    const untold = ids.filter((id) =>
      first.body.value.every((one: { id: string }) => one.id !== id),
    );
    await graph.delete(`${list}/items/${told?.id}`);
    await graph.delete(`${list}/items/${untold[0]}`);
    await graph.patch(`${list}/items/${alsoTold?.id}/fields`, { Amount: 9 });
    await add('late');
    const rest = await follow(first.body['@odata.nextLink']);
    const mirror = new Map<string, unknown>();
    apply(mirror, [...first.body.value, ...rest.items]);
    expect(mirror).toEqual(await truth());
    expect(mirror.size).toBe(29);
  });

  it('follows any history at any page size to the same rows', async () => {
    const random = randomFrom(42);
    const mirror = new Map<string, unknown>();
    const alive: string[] = [];
    let link = `${list}/items/delta?$expand=fields&$top=3`;
    for (let round = 0; round < 25; round += 1) {
      for (let step = random(8); step > 0; step -= 1) {
        await anyChange(random, alive, `r${round}-${step}`);
      }
      const told = await follow(link);
      link = told.link;
      apply(mirror, told.items);
      expect(mirror).toEqual(await truth());
    }
  });

  it('answers 410 with the place to start over to a token it does not know, or that is old', async () => {
    await add('x');
    const { link } = await follow(`${list}/items/delta`);
    const other = await graph.aList(`Other ${lists}`);
    const foreign = link.replace(/\/lists\/[^/]+/, other.slice(other.indexOf('/lists/')));
    const nonsense = link.replace(/token=.*/, 'token=nonsense');
    for (const url of [nonsense, foreign]) {
      const gone = await graph.get(url);
      expect(gone.status).toBe(410);
      expect(gone.body.error.code).toBe('resyncRequired');
      expect(gone.headers.get('location')).toMatch(/\/items\/delta$/);
    }
    graph.clock.at += 61 * 24 * 3600 * 1000;
    const old = await graph.get(link);
    expect(old.status).toBe(410);
    expect((await graph.get(old.headers.get('location') ?? '')).body.value).toHaveLength(1);
  });
});
