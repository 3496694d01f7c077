import { fakeGraph } from '../worlds/graph/fakeGraph.ts';
import { atMost, type BenchRow, ratioOf } from './row.ts';

/** As many as there are in Denmark, each with a site, a budget and a limiter of its own. */
const municipalities = 98;

type Client = ReturnType<Awaited<ReturnType<typeof fakeGraph>>['client']>['client'];

/** Milliseconds of each of so many reads, one after the other. */
const readsOf = async (client: Client, site: number, reads: number): Promise<number[]> => {
  const took: number[] = [];
  for (let read = 0; read < reads; read += 1) {
    const before = performance.now();
    await client.get(`/sites/${site}`, 1);
    took.push(performance.now() - before);
  }
  return took;
};

const p95Of = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
};

/** Presses for an answer that never comes until it is told to stop; how often it was turned away. */
const pressing = async (client: Client, isOver: () => boolean): Promise<number> => {
  let refusals = 0;
  while (!isOver()) {
    const ends = await Promise.allSettled(
      Array.from({ length: 8 }, () => client.get('/sites/0', 1)),
    );
    refusals += ends.filter(({ status }) => status === 'rejected').length;
  }
  return refusals;
};

/**
 * P30: what the others wait when one municipality is given nothing, against what they wait when it
 * asks for nothing. A server has one municipality; here all share a process, which is the harder.
 */
export const neighbours = async (reads: number, pairs: number): Promise<BenchRow> => {
  const graph = await fakeGraph(({ url }) =>
    url.endsWith('/sites/0')
      ? { status: 429, headers: { 'Retry-After': '0.05' } }
      : { status: 200, body: {} },
  );
  try {
    const [throttled, ...others] = Array.from(
      { length: municipalities },
      () => graph.client({ patienceMs: 100 }).client,
    );
    const waits = async (): Promise<number> => {
      const took = await Promise.all(others.map((one, at) => readsOf(one, at + 1, reads)));
      return p95Of(took.flat());
    };
    const beside = async (): Promise<number> => {
      let over = false;
      const refused = throttled ? pressing(throttled, () => over) : Promise.resolve(0);
      const p95 = await waits();
      over = true;
      if ((await refused) === 0) throw new Error('Nobody was throttled');
      return p95;
    };
    const value = await ratioOf(beside, waits, pairs);
    const what = `p95 of ${municipalities - 1} municipalities' reads beside one that is throttled, against without it`;
    return atMost({ id: 'P30', what, value, gate: 1.3, aim: 1.05, unit: '×' });
  } finally {
    await graph.close();
  }
};
