import type { Posting } from '#shared/domain/funding.ts';
import { createStores, type GraphStores } from '#shared/graph/stores.ts';
import { createTokenSource } from '#shared/graph/token.ts';
import { lists } from '#shared/lists/all.ts';
import { largePortfolio } from './largePortfolio.ts';
import { type Load, runLoad } from './load.ts';
import { atLeast, atMost, type BenchLine, type BenchRow, ratioOf, type Size } from './row.ts';
import { ServersBeside } from './serversBeside.ts';
import { withLists } from './tenantBeside.ts';

const amounts = {
  full: { reads: 100, writes: 400, batches: 50, pairs: 9 },
  small: { reads: 2, writes: 2, batches: 1, pairs: 1 },
} as const satisfies Record<Size, unknown>;

type Amounts = (typeof amounts)[Size];
type Facts = { readonly tenant: string; readonly floor: string };

/** As many as keep one process busy. */
const connections = 4;
const pageSize = 200;
const partsOfBatch = 20;

let posted = 0;

/** The next posting of a pool, as it goes over the wire: what a decision writes most of. */
const nextRow = (): { readonly fields: unknown } => {
  posted += 1;
  const posting: Posting = {
    ...{ id: `2026:common:${posted}`, cause: `r${posted}:reserved`, poolRow: '2026:common' },
    ...{ seq: posted, kind: 'reserved', ore: 45_000_00, projectId: 'P0001', requestId: 'r1' },
    ...{ corrects: null, text: '', by: 'Konsulent, DigiTek', at: '2026-11-22T10:00:00Z' },
  };
  const fields = Object.entries(lists.ledger.toFields(posting));
  return { fields: Object.fromEntries(fields.filter(([, value]) => value !== null)) };
};

const nextBatch = (path: string): string => {
  const headers = { 'Content-Type': 'application/json' };
  const requests = Array.from({ length: partsOfBatch }, (_, at) => ({
    ...{ id: String(at), method: 'POST', url: path, headers, body: nextRow() },
  }));
  return JSON.stringify({ requests });
};

const audience = 'https://graph.microsoft.com';

type Graph = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly projects: string;
  readonly ledger: string;
};

const accessTo = async (url: string, graph: GraphStores, token: string): Promise<Graph> => ({
  url: `${url}/v1.0`,
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  projects: await graph.site.pathOf(lists.projects.name),
  ledger: await graph.site.pathOf(lists.ledger.name),
});

const millisecondsOf = async (load: Load): Promise<number> => {
  const before = performance.now();
  await runLoad(load);
  return performance.now() - before;
};

/** The CPU of a page, against the same bytes from where they lie. */
const reading = async (
  servers: ServersBeside,
  { url, headers, projects }: Graph,
  floor: string,
  { reads, pairs }: Amounts,
): Promise<BenchRow> => {
  const page = `${url}${projects}/items?$expand=fields&$top=${pageSize}`;
  const answer = await fetch(page, { headers });
  const bytes = await answer.text();
  const found = (JSON.parse(bytes) as { value: unknown[] }).value.length;
  if (found !== pageSize) throw new Error(`The page holds ${found}: ${bytes.slice(0, 500)}`);
  await fetch(floor, { method: 'PUT', body: bytes });
  const load = { headers, amount: reads, status: 200 };
  const value = await ratioOf(
    () => servers.costOf({ ...load, url: page }),
    () => servers.costOf({ ...load, url: floor }),
    pairs,
  );
  const what = 'local tenant: CPU of a page of 200, against bytes that lie ready';
  return atMost({ id: 'P25', what, value, gate: 60, aim: 30, unit: '×' });
};

/** How fast rows are written, against a file with a line a row; both have them on the disk first. */
const writing = async (
  { url, headers, ledger }: Graph,
  floor: string,
  { writes, batches, pairs }: Amounts,
): Promise<readonly BenchRow[]> => {
  const path = `${ledger}/items`;
  const one = { headers, amount: writes, connections, status: 201 };
  const many = { headers, amount: batches, connections, status: 200 };
  const row = () => JSON.stringify(nextRow());
  const batch = () => nextBatch(path);
  return [
    atLeast({
      ...{ id: 'P25', what: 'local tenant: rows a second, 20 a call, against a file' },
      value: await ratioOf(
        () => millisecondsOf({ ...many, url: `${floor}/batch`, body: batch }),
        () => millisecondsOf({ ...many, url: `${url}/$batch`, body: batch }),
        pairs,
      ),
      ...{ gate: 0.15, aim: 0.3, unit: '×' },
    }),
    atLeast({
      ...{ id: 'P25', what: 'local tenant: rows a second, one a call, against a file' },
      value: await ratioOf(
        () => millisecondsOf({ ...one, url: `${floor}/row`, body: row }),
        () => millisecondsOf({ ...one, url: `${url}${path}`, body: row }),
        pairs,
      ),
      ...{ gate: 0.6, aim: 1, unit: '×' },
    }),
  ];
};

/** P25: what the local tenant costs, so that what runs on it measures ours and not it. */
export async function* benchEmulator(size: Size): AsyncGenerator<BenchLine> {
  const many = amounts[size];
  const servers = new ServersBeside('emulatorServer.ts');
  try {
    const { tenant, floor } = JSON.parse(await servers.line()) as Facts;
    const config = await withLists(tenant);
    const graph = createStores(config);
    const projects = largePortfolio(pageSize).projects.all();
    await graph.stores.projects.insertMany(projects.map(({ value }) => value));
    const access = await accessTo(
      tenant,
      graph,
      await createTokenSource({ ...config, audience })(),
    );
    yield { id: 'P25', measure: async () => [await reading(servers, access, floor, many)] };
    yield { id: 'P25', measure: () => writing(access, floor, many) };
  } finally {
    servers.stop();
  }
}
