import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Step } from '#shared/domain/steps.ts';
import type { GraphStores } from '#shared/graph/stores.ts';
import { lists } from '#shared/lists/all.ts';
import { Fault, type Row } from '#shared/useCases/ports.ts';
import { isLong } from '../builders/long.ts';
import { aStep, itemsAtSource, patience } from '../worlds/graph/graphRows.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
let count = 0;
const nextKey = (): string => {
  count += 1;
  return `m${count}`;
};

/** Every list but the history and the papers' contents is asked for, twenty in a batch. */
const batches = Math.ceil((Object.keys(lists).length - 2) / 20);

beforeAll(async () => {
  site = await startSite();
});
beforeEach(() => site.trouble());
afterAll(() => site.close());

const loaded = async (options = {}): Promise<GraphStores> => {
  const graph = site.connect(options);
  await graph.mirror.load();
  return graph;
};

/** What the source holds, read item by item and parsed by the same declaration. */
const truth = async (): Promise<{ rows: readonly Row<Step>[]; aside: readonly string[] }> => {
  const items = await itemsAtSource(site, 'Steps');
  const rows: Row<Step>[] = [];
  const aside: string[] = [];
  for (const item of items) {
    const parsed = lists.steps.fromFields(item.fields);
    if (parsed.ok) rows.push({ value: parsed.value, seq: Number(item.id), etag: item.eTag });
    else aside.push(item.id);
  }
  return { rows, aside };
};

const expectTrue = async (graph: GraphStores): Promise<void> => {
  const { rows, aside } = await truth();
  expect(graph.stores.steps.all()).toEqual(rows);
  expect(graph.mirror.setAside().map((one) => one.itemId)).toEqual(aside);
  for (const projectId of ['p1', 'p2', 'p3'])
    expect(graph.stores.steps.where('projectId', projectId)).toEqual(
      rows.filter((row) => row.value.projectId === projectId),
    );
  for (const row of rows) expect(graph.stores.steps.get(row.value.id)).toEqual(row);
};

const send = async (
  graph: GraphStores,
  method: 'PATCH' | 'DELETE',
  seq: number,
  body?: unknown,
) => {
  const list = await graph.site.pathOf('Steps');
  const path = `${list}/items/${seq}${method === 'PATCH' ? '/fields' : ''}`;
  return graph.client.send({ method, path, body, units: 2, priority: 'write' });
};

type Event =
  | { readonly type: 'insert' | 'ownInsert'; readonly project: string }
  | { readonly type: 'edit' | 'ownEdit'; readonly at: number; readonly note: string }
  | { readonly type: 'spoil' | 'mend' | 'move' | 'delete'; readonly at: number }
  | { readonly type: 'refresh' | 'lostToken' | 'deaf' };

const at = fc.nat(1_000);
const events = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constantFrom('insert' as const, 'ownInsert' as const),
      project: fc.constantFrom('p1', 'p2', 'p3'),
    }),
    fc.record({
      type: fc.constantFrom('edit' as const, 'ownEdit' as const),
      at,
      note: fc.string({ unit: 'grapheme', maxLength: 40 }),
    }),
    fc.record({
      type: fc.constantFrom('spoil' as const, 'mend' as const, 'move' as const, 'delete' as const),
      at,
    }),
    fc.record({ type: fc.constantFrom('refresh' as const, 'lostToken' as const, 'deaf' as const) }),
  ),
  { minLength: 5, maxLength: 25 },
);

/** One thing that happens: to the source, by somebody else or by us, or between us and it. */
const happen = async (event: Event, graph: GraphStores, other: GraphStores): Promise<void> => {
  const seqs = (): readonly number[] => other.stores.steps.all().map((row) => row.seq);
  const pick = (n: number): number | undefined => seqs()[n % Math.max(1, seqs().length)];
  switch (event.type) {
    case 'insert':
      await other.stores.steps.insert(aStep(nextKey(), { projectId: event.project }));
      return;
    case 'ownInsert':
      await graph.stores.steps.insert(aStep(nextKey(), { projectId: event.project }));
      return;
    case 'edit':
    case 'ownEdit': {
      const by = event.type === 'edit' ? other : graph;
      const rows = by.stores.steps.all();
      const row = rows[event.at % Math.max(1, rows.length)];
      if (row) await by.stores.steps.update(row, { note: event.note }).catch(unlessSpoiled);
      return;
    }
    case 'refresh':
      return graph.mirror.refreshNow();
    case 'lostToken':
      site.trouble({ fault: '410', path: `${await graph.site.pathOf('Steps')}/items/delta` });
      await graph.mirror.refreshNow();
      site.trouble();
      return;
    case 'deaf':
      site.trouble(
        { fault: '504', path: 'batch', times: 3 },
        { fault: '429', retryAfter: '0.01', path: 'delta' },
      );
      await graph.mirror.refreshNow();
      site.trouble();
      return;
    default: {
      const seq = pick(event.at);
      if (seq === undefined) return;
      if (event.type === 'delete') await send(other, 'DELETE', seq);
      else await send(other, 'PATCH', seq, handEdits[event.type](event.at));
    }
  }
};

/** Writing to a row that somebody made nonsense of in the meantime is refused, and rightly. */
const unlessSpoiled = (cause: unknown): void => {
  if (!(cause instanceof Fault) || cause.code !== 'row.invalid') throw cause;
};

/** Histories begin with a dozen rows at most, so that the thousandth costs no more than the first. */
const keepFew = async (): Promise<void> => {
  const { client, site: ids } = site.connect();
  const list = await ids.pathOf('Steps');
  const calls = (await itemsAtSource(site, 'Steps'))
    .slice(12)
    .map(
      ({ id }) =>
        ({ method: 'DELETE', path: `${list}/items/${id}`, units: 2, priority: 'write' }) as const,
    );
  for (let from = 0; from < calls.length; from += 20)
    await client.batch(calls.slice(from, from + 20));
};

/** What people do in the list itself. */
const handEdits = {
  spoil: () => ({ Code: 'noget helt andet' }),
  mend: () => ({ Code: 'evaluation' }),
  move: (n: number) => ({ ProjectId: `p${1 + (n % 3)}` }),
} as const;

describe('the mirror', () => {
  it(
    'holds what the source holds after any history (R8)',
    async () => {
      await fc.assert(
        fc.asyncProperty(events, fc.constantFrom(1, 2, 7, 50, 999), async (history, pageSize) => {
          await keepFew();
          const graph = await loaded({ pageSize });
          const other = await loaded();
          for (const event of history) await happen(event, graph, other);
          await graph.mirror.refreshNow();
          await expectTrue(graph);
        }),
        { numRuns: isLong ? 1_000 : 25, seed: 20_261_122 },
      );
    },
    patience,
  );

  it('reads everything once more per expired token, and keeps the old rows meanwhile', async () => {
    const graph = await loaded({ pageSize: 5 });
    await graph.stores.steps.insertMany(Array.from({ length: 20 }, () => aStep(nextKey())));
    await graph.mirror.refreshNow();
    const rows = graph.stores.steps.all().length;
    const reads: number[] = [];
    const watch = setInterval(() => reads.push(graph.stores.steps.all().length), 1);
    const version = graph.mirror.version;
    site.trouble({ fault: '410', path: `${await graph.site.pathOf('Steps')}/items/delta` });
    const before = graph.limiter.counts.sent;
    await graph.mirror.refreshNow();
    clearInterval(watch);
    const sent = graph.limiter.counts.sent - before;
    expect(reads.every((one) => one === rows)).toBe(true);
    const pages = Math.ceil((await itemsAtSource(site, 'Steps')).length / 5);
    expect(sent).toBeLessThanOrEqual(1 + pages + 1);
    expect(graph.mirror.version).toBe(version);
  });

  it('lets go of what was deleted while its place was lost, and of nothing that it wrote itself', async () => {
    const graph = await loaded({ pageSize: 3 });
    const made = await graph.stores.steps.insertMany(
      Array.from({ length: 10 }, () => aStep(nextKey())),
    );
    await graph.mirror.refreshNow();
    for (const { row } of made.slice(0, 4)) await send(graph, 'DELETE', row.seq);
    site.trouble({ fault: '410', path: `${await graph.site.pathOf('Steps')}/items/delta` });
    const own = aStep(nextKey());
    await Promise.all([graph.mirror.refreshNow(), graph.stores.steps.insert(own)]);
    expect(graph.stores.steps.get(own.id)?.value).toEqual(own);
    for (const { row } of made.slice(0, 4))
      expect(graph.stores.steps.get(row.value.id)).toBeUndefined();
    await expectTrue(graph);
  });

  it('loads a list in its pages and hardly more (P2), and stays fresh in a call for every twenty (P3)', async () => {
    const graph = await loaded({ pageSize: 100 });
    await graph.stores.steps.insertMany(Array.from({ length: 400 }, () => aStep(nextKey())));
    const fresh = site.connect({ pageSize: 100 });
    await fresh.mirror.load();
    const rows = fresh.stores.steps.all().length;
    // The site, its lists, a batch for every twenty, and the further pages of this one.
    expect(fresh.limiter.counts.sent).toBeLessThanOrEqual(2 + batches + Math.ceil(rows / 100));
    const before = fresh.limiter.counts.sent;
    await fresh.mirror.refreshNow();
    expect(fresh.limiter.counts.sent - before).toBe(batches);
    for (const row of graph.stores.steps.all().slice(0, 10))
      await graph.stores.steps.update(row, { note: 'k' });
    const again = fresh.limiter.counts.sent;
    await fresh.mirror.refreshNow();
    expect(fresh.limiter.counts.sent - again).toBe(batches);
    await expectTrue(fresh);
  });

  it('says that something is new only when something is', async () => {
    const graph = await loaded();
    const told: string[] = [];
    const stop = graph.mirror.onChange((changed) => told.push([...changed].join()));
    const [version, steps] = [graph.mirror.version, graph.mirror.versionOf('steps')];
    await graph.mirror.refreshNow();
    expect(graph.mirror.version).toBe(version);
    await site.connect().stores.steps.insert(aStep(nextKey()));
    await graph.mirror.refreshNow();
    expect([graph.mirror.version, graph.mirror.versionOf('steps')]).toEqual([
      version + 1,
      steps + 1,
    ]);
    const { row } = await graph.stores.steps.insert(aStep(nextKey()));
    await graph.mirror.refreshNow();
    expect(graph.mirror.versionOf('steps')).toBe(steps + 2);
    await graph.stores.steps.read(row.value.id);
    expect(told).toEqual(['steps', 'steps']);
    stop();
    await graph.stores.steps.update(row, { note: 'x' });
    expect(told).toHaveLength(2);
  });

  it('has one round at a time, and one waiting for all who ask meanwhile', async () => {
    const graph = await loaded();
    const before = graph.limiter.counts.sent;
    const first = graph.mirror.refreshNow();
    const second = graph.mirror.refreshNow();
    expect(graph.mirror.refreshNow()).toBe(second);
    await first;
    // The second has begun, so it may have missed what happens now.
    const third = graph.mirror.refreshNow();
    expect(third).not.toBe(second);
    await Promise.all([second, third]);
    expect(graph.limiter.counts.sent - before).toBe(3 * batches);
  });

  it('keeps the old picture while Graph is down, says since when, and comes back by itself', async () => {
    let now = '2026-11-22T09:00:00Z';
    const faults: unknown[] = [];
    const graph = await loaded({
      now: () => now,
      timeoutMs: 200,
      onFault: (fault: unknown) => faults.push(fault),
    });
    const rows = graph.stores.steps.all().length;
    site.trouble({ fault: 'reset', times: 10_000 });
    now = '2026-11-22T09:01:00Z';
    graph.mirror.start({ watchedMs: 5, idleMs: 1 });
    await expect.poll(() => faults.length).toBeGreaterThan(1);
    expect(graph.stores.steps.all()).toHaveLength(rows);
    expect(graph.mirror.asOf).toBe('2026-11-22T09:00:00Z');
    expect(graph.mirror.staleSince).toBe('2026-11-22T09:01:00Z');
    site.trouble();
    now = '2026-11-22T09:02:00Z';
    // A round that began before may be the first to succeed.
    await expect.poll(() => graph.mirror.asOf).toBe('2026-11-22T09:02:00Z');
    expect(graph.mirror.staleSince).toBeUndefined();
    graph.mirror.stop();
  });

  it('asks often only while somebody looks', async () => {
    const graph = await loaded();
    graph.mirror.start({ watchedMs: 10, idleMs: 60_000 });
    const quiet = graph.limiter.counts.sent;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(graph.limiter.counts.sent).toBe(quiet);
    await site.connect().stores.steps.insert(aStep('seen-by-somebody'));
    graph.mirror.touch();
    await expect.poll(() => graph.stores.steps.get('seen-by-somebody')).toBeDefined();
    graph.mirror.stop();
  });

  it(
    'sets aside exactly the rows that make no sense, says why, and takes them back when mended (R10)',
    async () => {
      const graph = await loaded();
      const [good, bad] = isLong ? [4_000, 1_000] : [400, 100];
      const made = await graph.stores.steps.insertMany(
        Array.from({ length: good + bad }, () => aStep(nextKey())),
      );
      const spoils = [
        { Key: null },
        { Code: '<b>evaluation</b>' },
        { Due: 'i morgen' },
        { Minutes: 1.5 },
        { ProjectId: '' },
      ];
      const before = (await truth()).aside.length;
      const spoiled = made.slice(0, bad).map((one) => one.row.seq);
      for (const [n, seq] of spoiled.entries()) await send(graph, 'PATCH', seq, spoils[n % 5]);
      await graph.mirror.refreshNow();
      await expectTrue(graph);
      const aside = graph.mirror.setAside().filter((one) => spoiled.includes(Number(one.itemId)));
      expect(aside).toHaveLength(bad);
      expect(graph.mirror.setAside()).toHaveLength(before + bad);
      expect(aside.slice(0, 5).map((one) => [one.list, one.field, one.problem])).toEqual([
        ['Steps', 'Key', 'missing'],
        ['Steps', 'Code', 'notChoice'],
        ['Steps', 'Due', 'notDay'],
        ['Steps', 'Minutes', 'notNumber'],
        ['Steps', 'ProjectId', 'missing'],
      ]);
      await send(graph, 'PATCH', spoiled[1] ?? 0, { Code: 'evaluation' });
      await graph.mirror.refreshNow();
      expect(graph.mirror.setAside()).toHaveLength(before + bad - 1);
    },
    patience,
  );
});
