import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HistoryEntry, historyKinds } from '#shared/domain/history.ts';
import type { Step } from '#shared/domain/steps.ts';
import type { GraphStores } from '#shared/graph/stores.ts';
import type { Row } from '#shared/useCases/ports.ts';
import { isLong } from '../builders/long.ts';
import { aStep, itemsAtSource, keysAtSource, patience } from '../worlds/graph/graphRows.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
let graph: GraphStores;
let count = 0;
const nextKey = (): string => {
  count += 1;
  return `s${count}`;
};

if (isLong) vi.setConfig({ testTimeout: patience });

beforeAll(async () => {
  site = await startSite();
});
beforeEach(async () => {
  site.trouble();
  graph = site.connect();
  await graph.mirror.load();
});
afterAll(() => site.close());

const timesAtSource = async (key: string): Promise<number> =>
  (await keysAtSource(site, 'Steps')).filter((one) => one === key).length;

/** Every way a write can end without its answer. */
const lost = [
  '504-but-stored',
  '502-but-stored',
  'reset-but-stored',
  '504',
  'reset',
  '503',
] as const;

describe('an insert', () => {
  it('is in memory when it returns', async () => {
    const step = aStep(nextKey(), { note: 'æøå "\'' });
    const { row } = await graph.stores.steps.insert(step);
    expect(graph.stores.steps.get(step.id)).toEqual(row);
    expect(row.value).toEqual(step);
  });

  it('of a key that is taken gives the row that holds it', async () => {
    const step = aStep(nextKey());
    await graph.stores.steps.insert(step);
    const again = await site.connect().stores.steps.insert({ ...step, note: 'another' });
    expect(again.type).toBe('exists');
    expect(again.row.value).toEqual(step);
  });

  it('finds the row by another unique column when the key is free', async () => {
    const entry: HistoryEntry = {
      id: nextKey(),
      subject: 'p1',
      seq: 1,
      cause: `cause'of ${count}`,
      kind: historyKinds[0],
      byId: '',
      byName: '',
      at: '2026-11-22T09:00:00Z',
      before: '',
      after: '',
      previousHash: '',
      hash: '',
    };
    await graph.stores.history.insert(entry);
    const again = await graph.stores.history.insert({ ...entry, id: nextKey() });
    expect(again.type).toBe('exists');
    expect(again.row.value.id).toBe(entry.id);
  });

  it('of two at once is won by exactly one', async () => {
    const other = site.connect();
    for (let i = 0; i < 20; i += 1) {
      const key = nextKey();
      const both = await Promise.all([
        graph.stores.steps.insert(aStep(key, { note: 'a' })),
        other.stores.steps.insert(aStep(key, { note: 'b' })),
      ]);
      expect(both.map((one) => one.type).sort()).toEqual(['exists', 'inserted']);
      expect(both[0]?.row).toEqual(both[1]?.row);
    }
  });

  it.each(lost)('whose answer is lost (%s) is there once, and says inserted', async (fault) => {
    const times = isLong ? 1_000 : 20;
    for (let i = 0; i < times; i += 1) {
      const key = nextKey();
      site.trouble({ fault, method: 'POST', path: '/items$', retryAfter: null });
      const { type, row } = await graph.stores.steps.insert(aStep(key));
      expect([type, row.value.id]).toEqual(['inserted', key]);
    }
    site.trouble();
    const keys = await keysAtSource(site, 'Steps');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength((await graph.stores.steps.readWhere('projectId', 'p1')).length);
  });

  it('that gets no answer in time is looked for, and not said again when it is there', async () => {
    const key = nextKey();
    const hasty = site.connect({ timeoutMs: 500 });
    site.trouble({ fault: 'latency', ms: 1_500, method: 'POST', path: '/items$' });
    expect((await hasty.stores.steps.insert(aStep(key))).row.value.id).toBe(key);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await timesAtSource(key)).toBe(1);
  });

  it('that is never answered is reported as unknown, not as done', async () => {
    site.trouble({ fault: '504', method: 'POST', path: '/items$', times: 1_000 });
    await expect(graph.stores.steps.insert(aStep(nextKey()))).rejects.toMatchObject({
      code: 'graph.unavailable',
      context: { outcome: 'unknown' },
    });
  });

  it('that the list cannot hold is a fault before anything is sent', async () => {
    const before = graph.limiter.counts.sent;
    const long = aStep(nextKey(), { responsible: 'x'.repeat(256) });
    await expect(graph.stores.steps.insert(long)).rejects.toMatchObject({ code: 'row.invalid' });
    expect(graph.limiter.counts.sent).toBe(before);
  });

  it('without the right to is denied', async () => {
    site.trouble({ fault: '403', method: 'POST', path: '/items$' });
    await expect(graph.stores.steps.insert(aStep(nextKey()))).rejects.toMatchObject({
      code: 'graph.denied',
    });
  });
});

describe('an update', () => {
  const aRow = async (): Promise<Row<Step>> =>
    (await graph.stores.steps.insert(aStep(nextKey()))).row;

  it('of a row that somebody changed shows how it stands, and changes nothing', async () => {
    const row = await aRow();
    await site.connect().stores.steps.update(row, { note: 'first' });
    const late = await graph.stores.steps.update(row, { note: 'second' });
    expect(late.type).toBe('changed');
    expect(late).toMatchObject({ row: { value: { note: 'first' } } });
    expect(graph.stores.steps.get(row.value.id)?.value.note).toBe('first');
  });

  it('clears what is set to nothing', async () => {
    const { row } = await graph.stores.steps.insert(
      aStep(nextKey(), { due: '2026-12-01', minutes: 5 }),
    );
    const updated = await graph.stores.steps.update(row, { due: null, minutes: null });
    expect(updated).toMatchObject({
      type: 'updated',
      row: { value: { due: null, minutes: null } },
    });
    const fresh = await site.connect().stores.steps.read(row.value.id);
    expect(fresh?.value).toEqual({ ...row.value, due: null, minutes: null });
  });

  it('of a row that is gone says so', async () => {
    const row = await aRow();
    const path = `${await graph.site.pathOf('Steps')}/items/${row.seq}`;
    await graph.client.send({ method: 'DELETE', path, units: 2, priority: 'write' });
    expect(await graph.stores.steps.update(row, { note: 'x' })).toEqual({ type: 'gone' });
    expect(graph.stores.steps.get(row.value.id)).toBeUndefined();
    expect(await graph.stores.steps.read(row.value.id)).toBeUndefined();
  });

  it.each(lost)('whose answer is lost (%s) is done once', async (fault) => {
    const row = await aRow();
    let now = row;
    const times = isLong ? 1_000 : 20;
    for (let i = 0; i < times; i += 1) {
      site.trouble({ fault, method: 'PATCH', path: '/fields$', retryAfter: null });
      const updated = await graph.stores.steps.update(now, { note: `n${i}` });
      if (updated.type !== 'updated') throw new Error(updated.type);
      now = updated.row;
    }
    site.trouble();
    const item = (await itemsAtSource(site, 'Steps')).find((one) => one.id === String(row.seq));
    expect(item?.eTag).toBe(now.etag);
    expect(item?.eTag).toMatch(new RegExp(`,${times + 1}"$`));
  });

  it('that was done, but changed by somebody before we saw, is reported as changed', async () => {
    const row = await aRow();
    site.trouble({ fault: '504-but-stored', method: 'PATCH', path: '/fields$' });
    const slow = site.connect({ backoffMs: 3_000 }).stores.steps.update(row, { note: 'mine' });
    const look = async () => (await site.connect().stores.steps.readWhere('id', row.value.id))[0];
    await expect.poll(async () => (await look())?.value.note).toBe('mine');
    const seen = await look();
    if (!seen) throw new Error('the row is lost');
    await site.connect().stores.steps.update(seen, { note: 'theirs' });
    expect(await slow).toMatchObject({ type: 'changed', row: { value: { note: 'theirs' } } });
  });

  it('of eight at once is won by exactly one, and the others see who', async () => {
    const clients = Array.from({ length: 8 }, () => site.connect());
    for (let i = 0; i < (isLong ? 100 : 5); i += 1) {
      const row = await aRow();
      const all = await Promise.all(
        clients.map((one, n) => one.stores.steps.update(row, { note: `by ${n}` })),
      );
      const won = all.filter((one) => one.type === 'updated');
      expect(won).toHaveLength(1);
      for (const one of all) expect(one).toMatchObject({ row: won[0]?.row ?? {} });
    }
  });
});

describe('many inserts at once', () => {
  const allOnce = async (steps: readonly Step[]): Promise<void> => {
    const keys = await keysAtSource(site, 'Steps');
    for (const step of steps) expect(keys.filter((key) => key === step.id)).toHaveLength(1);
  };
  const some = (n: number): readonly Step[] => Array.from({ length: n }, () => aStep(nextKey()));

  it('go 20 a call', async () => {
    const steps = some(60);
    const before = graph.limiter.counts.sent;
    const inserted = await graph.stores.steps.insertMany(steps);
    expect(graph.limiter.counts.sent - before).toBe(3);
    expect(inserted.map((one) => one.row.value)).toEqual(steps);
    await allOnce(steps);
  });

  it('say which were there already, also among themselves', async () => {
    const [one, two] = some(2);
    if (!one || !two) throw new Error('too few');
    await graph.stores.steps.insert(one);
    const inserted = await graph.stores.steps.insertMany([{ ...one, note: 'new' }, two, two]);
    expect(inserted.map((each) => each.type).sort()).toEqual(['exists', 'exists', 'inserted']);
    await allOnce([one, two]);
  });

  it.each(['429', '503', '504', '504-but-stored', 'reset', 'reset-but-stored'] as const)(
    'are each done once when parts are answered %s (R6)',
    async (fault) => {
      for (let i = 0; i < (isLong ? 150 : 6); i += 1) {
        const steps = some(1 + ((i * 7) % 20));
        const after = i % 3;
        // Parts, not the call around them; never so often that one of them is given up.
        site.trouble({
          fault,
          path: '/items$',
          after,
          times: 1 + (i % Math.max(1, steps.length - after + 2)),
          retryAfter: fault === '429' ? '0.02' : null,
        });
        const inserted = await graph.stores.steps.insertMany(steps);
        site.trouble();
        expect(inserted.map((one) => one.row.value.id)).toEqual(steps.map((step) => step.id));
        await allOnce(steps);
      }
    },
  );

  it('are each done once when the whole call is lost', async () => {
    for (const fault of ['504', 'reset', '429', '504-but-stored', 'reset-but-stored']) {
      const steps = some(20);
      site.trouble({ fault, path: 'batch', retryAfter: '0.05' });
      await graph.stores.steps.insertMany(steps);
      await allOnce(steps);
    }
  });
});

describe('what is read by time', () => {
  const at = (day: string): string => `2026-0${day}T10:00:00Z`;

  it('is what lies between, the first moment with it and the last without, in order', async () => {
    const { history } = graph.stores;
    const entry = (day: string) => ({
      ...{
        id: `time:${day}`,
        subject: 'time',
        seq: 1,
        cause: `time:${day}`,
        kind: 'edited' as const,
      },
      ...{ byId: 'a', byName: 'A', at: at(day), before: '{}', after: '{}' },
      ...{ previousHash: '', hash: '' },
    });
    await history.insertMany(['1-31', '2-01', '2-28', '3-01'].map(entry));
    const found = await history.readBetween('at', at('2-01'), at('3-01'));
    const mine = found.map(({ value }) => value.id).filter((id) => id.startsWith('time:'));
    expect(mine).toEqual(['time:2-01', 'time:2-28']);
  });
});
