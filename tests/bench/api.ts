import { graphCallsOfOpens } from './boardOpens.ts';
import { overloaded } from './overload.ts';
import { atMost, type BenchLine, ratioOf, type Size } from './row.ts';
import { ServersBeside } from './serversBeside.ts';

type Facts = {
  readonly ours: string;
  readonly bare: string;
  readonly token: string;
  readonly etag: string;
  readonly packedBytes: number;
};

const amounts = {
  full: { projects: 5_000, opens: 50, requests: 600, pairs: 11, halfOpen: 1_000 },
  small: { projects: 50, opens: 2, requests: 8, pairs: 1, halfOpen: 10 },
} as const satisfies Record<Size, unknown>;

/** P1, P6, P7, P8 and R22 of the goals. */
export async function* benchApi(size: Size): AsyncGenerator<BenchLine> {
  const { projects, opens, requests, pairs, halfOpen } = amounts[size];
  const thousands = projects.toLocaleString('en');
  yield {
    id: 'P1',
    measure: async () => [
      atMost({
        ...{ id: 'P1', what: `Graph calls in ${opens} board opens`, unit: 'calls' },
        ...{ value: await graphCallsOfOpens(opens), gate: 0, aim: 0 },
      }),
    ],
  };
  const servers = new ServersBeside('boardServer.ts', String(projects));
  try {
    const { ours, bare, token, etag, packedBytes } = JSON.parse(await servers.line()) as Facts;
    const asked = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, deflate, br' };
    const known = { ...asked, 'if-none-match': etag };
    const cost =
      (url: string, status: number, headers = asked) =>
      () =>
        servers.costOf({ url, headers, amount: requests, status });
    yield {
      id: 'P6',
      measure: async () => [
        atMost({
          ...{
            id: 'P6',
            what: `first board payload, ${thousands} projects, as a browser asks for it`,
            unit: 'KB',
          },
          ...{ value: packedBytes / 1_024, gate: 250, aim: 120 },
        }),
        atMost({
          ...{ id: 'P6', what: 'bytes a project, as a browser asks for it', unit: 'B' },
          ...{ value: packedBytes / projects, gate: 50, aim: 24 },
        }),
      ],
    };
    yield {
      id: 'P7',
      measure: async () => [
        atMost({
          ...{ id: 'P7', what: 'CPU of GET /api/board against bare node:http', unit: '×' },
          value: await ratioOf(cost(`${ours}/api/board`, 200), cost(`${bare}/`, 200), pairs),
          ...{ gate: 2.2, aim: 1.3 },
        }),
      ],
    };
    const unchanged = cost(`${ours}/api/board`, 304, known);
    yield {
      id: 'P8',
      measure: async () => [
        atMost({
          ...{ id: 'P8', what: 'CPU of an unchanged board against an empty reply', unit: '×' },
          value: await ratioOf(unchanged, cost(`${bare}/empty`, 304), pairs),
          ...{ gate: 2.6, aim: 1.5 },
        }),
      ],
    };
    yield {
      id: 'R22',
      measure: async () => {
        const open = { url: `${ours}/api/board`, headers: asked, amount: requests, status: 200 };
        return [await overloaded(servers, { ...open, connections: 4 }, halfOpen)];
      },
    };
  } finally {
    servers.stop();
  }
}
