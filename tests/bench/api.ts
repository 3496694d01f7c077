import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { graphCallsOfOpens } from './boardOpens.ts';
import { runLoad } from './load.ts';
import { atMost, type BenchRow, ratioOf } from './row.ts';

type Facts = {
  readonly ours: string;
  readonly bare: string;
  readonly token: string;
  readonly etag: string;
  readonly zippedBytes: number;
};

const projects = 5_000;
const opens = 50;
const requests = 600;
const pairs = 11;

class BoardServers {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: Interface;
  readonly #waiting: ((line: string) => void)[] = [];

  constructor() {
    const script = fileURLToPath(new URL('./boardServer.ts', import.meta.url));
    this.#child = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#lines = createInterface(this.#child.stdout);
    this.#lines.on('line', (line) => this.#waiting.shift()?.(line));
  }

  line(): Promise<string> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async cpu(): Promise<number> {
    const answer = this.line();
    this.#child.stdin.write('\n');
    return Number(await answer);
  }

  /** Microseconds of CPU for a number of the same request. */
  async costOf(url: string, headers: Record<string, string>, wanted: number): Promise<number> {
    const before = await this.cpu();
    await runLoad({ url, headers, amount: requests, connections: 4, status: wanted });
    return (await this.cpu()) - before;
  }

  stop(): void {
    this.#child.stdin.end();
  }
}

/** P1, P6, P7 and P8 of the goals. */
export const benchApi = async (): Promise<readonly BenchRow[]> => {
  const calls = await graphCallsOfOpens(opens);
  const servers = new BoardServers();
  try {
    const { ours, bare, token, etag, zippedBytes } = JSON.parse(await servers.line()) as Facts;
    const authorization = `Bearer ${token}`;
    const asked = { authorization, 'accept-encoding': 'gzip' };
    const board = () => servers.costOf(`${ours}/api/board`, asked, 200);
    const bytes = () => servers.costOf(`${bare}/`, asked, 200);
    const unchanged = () =>
      servers.costOf(`${ours}/api/board`, { ...asked, 'if-none-match': etag }, 304);
    const empty = () => servers.costOf(`${bare}/empty`, asked, 304);
    return [
      atMost({
        id: 'P1',
        what: `Graph calls in ${opens} board opens`,
        value: calls,
        gate: 0,
        aim: 0,
        unit: 'calls',
      }),
      atMost({
        id: 'P6',
        what: 'first board payload, 5,000 projects, gzip',
        value: zippedBytes / 1_024,
        gate: 250,
        aim: 120,
        unit: 'KB',
      }),
      atMost({
        id: 'P6',
        what: 'bytes a project, gzip',
        value: zippedBytes / projects,
        gate: 50,
        aim: 24,
        unit: 'B',
      }),
      atMost({
        id: 'P7',
        what: 'CPU of GET /api/board against bare node:http',
        value: await ratioOf(board, bytes, pairs),
        gate: 3,
        aim: 1.3,
        unit: '×',
      }),
      atMost({
        id: 'P8',
        what: 'CPU of an unchanged board against an empty reply',
        value: await ratioOf(unchanged, empty, pairs),
        gate: 3,
        aim: 1.5,
        unit: '×',
      }),
    ];
  } finally {
    servers.stop();
  }
};
