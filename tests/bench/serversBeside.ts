import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Load, runLoad } from './load.ts';

/** Servers to compare, in a process of its own that tells its CPU whenever it is asked by a line. */
export class ServersBeside {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: Interface;
  readonly #waiting: ((line: string) => void)[] = [];

  constructor(script: string, ...args: readonly string[]) {
    const file = fileURLToPath(new URL(script, import.meta.url));
    this.#child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#lines = createInterface(this.#child.stdout);
    this.#lines.on('line', (line) => this.#waiting.shift()?.(line));
  }

  line(): Promise<string> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The CPU used so far, or what it has of the machine's memory. */
  async #figure(asked: '' | 'memory'): Promise<number> {
    const answer = this.line();
    this.#child.stdin.write(`${asked}\n`);
    return Number(await answer);
  }

  /** Bytes; only some servers tell. */
  memory(): Promise<number> {
    return this.#figure('memory');
  }

  /** Microseconds of CPU for a number of the same request. */
  async costOf(load: Omit<Load, 'connections'>): Promise<number> {
    const before = await this.#figure('');
    await runLoad({ ...load, connections: 4 });
    return (await this.#figure('')) - before;
  }

  stop(): void {
    this.#child.stdin.end();
  }
}
