import { GraphClient } from '#shared/graph/client.ts';
import { Limiter } from '#shared/graph/limiter.ts';
import { createStores, type GraphStores } from '#shared/graph/stores.ts';
import { realTiming } from '#shared/graph/timing.ts';
import { lists } from '#shared/lists/all.ts';
import { fakeGraph } from '../worlds/graph/fakeGraph.ts';
import { boardLooks } from '../worlds/memory/boardLooks.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { startDeltaService } from './deltaServiceBeside.ts';
import { largePortfolio } from './largePortfolio.ts';
import { neighbours } from './neighbours.ts';
import { atLeast, atMost, type BenchLine, type BenchRow, ratioOf, type Size } from './row.ts';

/** P2, P3, P4, P5, P9, P10, P24 and P30 of the goals. */
export async function* benchGraph(size: Size): AsyncGenerator<BenchLine> {
  const many = amounts[size];
  const service = await startDeltaService();
  const { url } = service;
  try {
    yield { id: 'P2', measure: async () => [await coldSync(url, many)] };
    yield { id: 'P3', measure: () => refreshCalls(url, many) };
    yield { id: 'P4', measure: async () => [await refreshCpu(url, many)] };
    yield { id: 'P4', measure: async () => [await boardCpu(url, many)] };
    yield { id: 'P9', measure: async () => [await pages(url, many)] };
    yield { id: 'P10', measure: async () => [await batches(url, many)] };
    yield { id: 'P24', measure: () => validation(url, many) };
    yield { id: 'P5', measure: () => storm(many) };
    yield { id: 'P30', measure: async () => [await neighbours(many.reads, many.pairs)] };
  } finally {
    service.stop();
  }
}

const amounts = {
  full: {
    ...{ cold: 5_000, small: 500, large: 50_000, refreshes: 20, times: 20, pairs: 15 },
    ...{ rows: 5_000, calls: 800, perMs: 2_000, reads: 20 },
  },
  small: {
    ...{ cold: 400, small: 20, large: 60, refreshes: 1, times: 1, pairs: 1 },
    ...{ rows: 200, calls: 150, perMs: 100, reads: 5 },
  },
} as const satisfies Record<Size, unknown>;

type Amounts = (typeof amounts)[Size];

const token = async (): Promise<string> => 'token';

/** A mirror of the site with so many projects. */
const storesOf = (url: string, size: number, pageSize: number): GraphStores =>
  createStores(
    {
      graphUrl: url,
      authorityUrl: url,
      tenantId: '',
      clientId: '',
      credential: { type: 'secret', secret: '' },
      site: { host: String(size), path: '/sites/digitek' },
      unitsPerMinute: 1e9,
    },
    { token, pageSize },
  );

const loaded = async (url: string, size: number, pageSize: number): Promise<GraphStores> => {
  const graph = storesOf(url, size, pageSize);
  await graph.mirror.load();
  const found = graph.stores.projects.all().length;
  if (found !== size) throw new Error(`${found} of ${size} projects are there`);
  return graph;
};

const coldSync = async (url: string, { cold: size }: Amounts): Promise<BenchRow> => {
  const pageSize = 200;
  const graph = await loaded(url, size, pageSize);
  // The other lists come in the same first call.
  const value = graph.limiter.counts.sent - Math.ceil(size / pageSize);
  const what = `Graph calls of a cold sync of ${size} at ${pageSize} a page, above N/s`;
  return atMost({ id: 'P2', what, value, gate: 4, aim: 1, unit: 'calls' });
};

/** Every list but the history and the papers' contents is asked for, twenty in a batch. */
const batchesARound = Math.ceil((Object.keys(lists).length - 2) / 20);

const refreshCalls = async (
  url: string,
  { small, large }: Amounts,
): Promise<readonly BenchRow[]> => {
  const rows: BenchRow[] = [];
  for (const size of [small, large]) {
    const graph = await loaded(url, size, 999);
    const [before, version] = [graph.limiter.counts.sent, graph.mirror.version];
    await graph.mirror.refreshNow();
    if (graph.mirror.version === version) throw new Error('the refresh brought nothing');
    const value = graph.limiter.counts.sent - before;
    const what = `Graph calls of a refresh with 10 changes, N = ${size}`;
    rows.push(atMost({ id: 'P3', what, value, gate: batchesARound, aim: 1, unit: 'calls' }));
  }
  return rows;
};

const cpuOf = async (work: () => Promise<void>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

const refreshCpu = async (url: string, many: Amounts): Promise<BenchRow> => {
  const [large, small] = [await loaded(url, many.large, 999), await loaded(url, many.small, 999)];
  const refresh = (graph: GraphStores) => () =>
    cpuOf(async () => {
      for (let i = 0; i < many.refreshes; i += 1) await graph.mirror.refreshNow();
    });
  for (let i = 0; i < 3; i += 1) await Promise.all([refresh(large)(), refresh(small)()]);
  const value = await ratioOf(refresh(large), refresh(small), many.pairs);
  const sizes = `N = ${many.large.toLocaleString('en')} against N = ${many.small}`;
  const what = `CPU of a refresh with 10 changes, ${sizes}`;
  return atMost({ id: 'P4', what, value, gate: 2, aim: 1.2, unit: '×' });
};

/** The board anew for whoever looks, after each refresh; the refresh itself is not counted. */
const boardCpu = async (url: string, many: Amounts): Promise<BenchRow> => {
  const drawing = async (size: number) => {
    const { stores, mirror } = await loaded(url, size, 999);
    const look = boardLooks({ ...testDeps(), stores }, () => mirror.version);
    look();
    return async (): Promise<number> => {
      let used = 0;
      for (let i = 0; i < many.refreshes; i += 1) {
        await mirror.refreshNow();
        used += await cpuOf(async () => void look());
      }
      return used;
    };
  };
  const [large, small] = [await drawing(many.large), await drawing(many.small)];
  const value = await ratioOf(large, small, many.pairs);
  const sizes = `N = ${many.large.toLocaleString('en')} against N = ${many.small}`;
  const what = `CPU of the board after a refresh with 10 changes, ${sizes}`;
  return atMost({ id: 'P4', what, value, gate: 5, aim: 1.5, unit: '×' });
};

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

const clientOf = (url: string): GraphClient => {
  const limiter = new Limiter(realTiming, { units: 1e9, perMs: 60_000, concurrency: 8 });
  const patienceMs = { write: 60_000, read: 60_000, background: 60_000 };
  return new GraphClient({ graphUrl: url, token, limiter, timing: realTiming, patienceMs });
};

const pagePath = '/sites/500/lists/Projects/items';

const pageOf = async (url: string): Promise<string> =>
  (await fetch(`${url}/v1.0${pagePath}`)).text();

const headers = { Authorization: 'Bearer token' };

const repeated = (work: () => Promise<unknown>, times: number) => () =>
  timeOf(async () => {
    for (let i = 0; i < times; i += 1) await work();
  });

/** The same page with and without our layer, in turns. */
const pages = async (url: string, { times, pairs }: Amounts): Promise<BenchRow> => {
  const client = clientOf(url);
  const bare = async () => (await fetch(`${url}/v1.0${pagePath}`, { headers })).json();
  const ours = () => client.get(pagePath, 2);
  const value = await ratioOf(repeated(bare, times), repeated(ours, times), pairs);
  const what = 'pages of 200, rate against bare fetch';
  return atLeast({ id: 'P9', what, value, gate: 0.85, aim: 1.2, unit: '×' });
};

/** The same twenty calls with and without our layer, in turns. */
const batches = async (url: string, { times, pairs }: Amounts): Promise<BenchRow> => {
  const client = clientOf(url);
  const path = '/sites/500/lists/Steps/items/delta?token=on';
  const calls = Array.from(
    { length: 20 },
    () => ({ method: 'GET', path, units: 1, priority: 'read' }) as const,
  );
  const requests = calls.map((call, at) => ({ id: String(at), method: 'GET', url: call.path }));
  const body = JSON.stringify({ requests });
  const json = { ...headers, 'Content-Type': 'application/json' };
  const bare = async () =>
    (await fetch(`${url}/v1.0/$batch`, { method: 'POST', body, headers: json })).json();
  const ours = () => client.batch(calls);
  const value = await ratioOf(repeated(ours, times), repeated(bare, times), pairs);
  const what = '20 calls in a $batch, time against bare fetch';
  return atMost({ id: 'P10', what, value, gate: 1.8, aim: 1.2, unit: '×' });
};

/** Reading the rows of such a page, all of them kept, against parsing its text. */
const reading = async (page: string, { rows, pairs }: Amounts): Promise<number> => {
  const { value: items } = JSON.parse(page) as { value: { fields: Record<string, unknown> }[] };
  const times = rows / items.length;
  const kept: unknown[] = [];
  const read = (): void => {
    for (const { fields } of items) {
      const parsed = lists.projects.fromFields(fields);
      if (!parsed.ok) throw new Error('a row is refused');
      kept.push(parsed.value);
    }
  };
  const parse = async () => JSON.parse(page);
  const ours = repeated(async () => read(), times);
  return ratioOf(
    () => {
      kept.length = 0;
      return ours();
    },
    repeated(parse, times),
    pairs,
  );
};

/** As many different projects, and as Graph tells them: what is empty is not told. */
const variedPage = (rows: number): string => {
  const told = largePortfolio(rows)
    .projects.all()
    .map(({ value, seq }) => {
      const fields = Object.entries(lists.projects.toFields(value));
      return {
        id: String(seq),
        fields: Object.fromEntries(fields.filter(([, field]) => field !== null && field !== '')),
      };
    });
  return JSON.stringify({ value: told });
};

const validation = async (url: string, many: Amounts): Promise<readonly BenchRow[]> => {
  const goal = { id: 'P24', aim: 0.15, unit: '×' };
  const whole = await reading(await pageOf(url), many);
  const varied = await reading(variedPage(many.rows), many);
  return [
    atMost({
      ...goal,
      what: `reading ${many.rows} rows of all columns against JSON.parse of the same`,
      value: whole,
      gate: 0.3,
    }),
    atMost({
      ...goal,
      what: 'the same of varied rows, what is empty left out',
      value: varied,
      gate: 0.6,
    }),
  ];
};

/**
 * 800 calls at once against a service that takes 100 units a window, throttled calls included. A
 * window is a thirtieth of SharePoint's minute: in a shorter one the calls themselves are what is
 * measured.
 */
const storm = async ({ calls, perMs }: Amounts): Promise<readonly BenchRow[]> => {
  const units = 100;
  let window = { start: Number.NEGATIVE_INFINITY, used: 0 };
  const fake = await fakeGraph(({ at }) => {
    if (at - window.start >= perMs) window = { start: at, used: 0 };
    window.used += 1;
    if (window.used <= units) return { status: 200, body: {} };
    const wait = (window.start + perMs - at) / 1000;
    return { status: 429, headers: { 'Retry-After': wait.toFixed(3) } };
  });
  const { client, limiter } = fake.client({ units, perMs, patienceMs: 600_000 });
  const before = performance.now();
  const ends = await Promise.allSettled(
    Array.from({ length: calls }, () => client.get('/sites/a', 1)),
  );
  const took = performance.now() - before;
  await fake.close();
  const failed = ends.filter((end) => end.status === 'rejected').length;
  const wasted = (100 * limiter.counts.throttled) / calls;
  const ideal = took / ((calls / units - 1) * perMs);
  const storm = `of ${calls} calls against 100 units a window`;
  return [
    atMost({ id: 'P5', what: `wasted ${storm}`, value: wasted, gate: 1, aim: 0, unit: '%' }),
    atMost({ id: 'P5', what: `failed ${storm}`, value: failed, gate: 0, aim: 0, unit: 'calls' }),
    atMost({
      id: 'P5',
      what: `time ${storm}, against the ideal`,
      value: ideal,
      gate: 1.15,
      aim: 1.05,
      unit: '×',
    }),
  ];
};
