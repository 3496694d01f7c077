import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../freePort.ts';
import type { Ambush } from './ambush.ts';
import type { KnownItems } from './labels.ts';
import { type Started, start, statusOf, untilReady } from './processes.ts';
import { Relay } from './relay.ts';

type Environment = Readonly<Record<string, string>>;

/** One server process behind its proxies; when it dies another takes its place at the same address. */
export class ServerSide {
  readonly inbound: Relay;
  readonly outbound: Relay;
  /** Where the world reaches it. */
  url = '';
  graphUrl = '';
  startedAt = 0;
  starts = 0;
  readonly #bundle: string;
  readonly #logFile: string;
  #port = 0;
  #process: Started | undefined;

  constructor(parts: {
    bundle: string;
    folder: string;
    name: string;
    known: KnownItems;
    ambush: Ambush;
  }) {
    mkdirSync(parts.folder, { recursive: true });
    this.#bundle = parts.bundle;
    this.#logFile = join(parts.folder, `${parts.name}.log`);
    const { known, ambush } = parts;
    this.inbound = new Relay({ known, ambush, inbound: true });
    this.outbound = new Relay({ known, ambush });
  }

  async prepare(): Promise<void> {
    this.#port = await freePort();
    this.inbound.target = `http://127.0.0.1:${this.#port}`;
    this.url = await this.inbound.listen();
    this.graphUrl = await this.outbound.listen();
  }

  /** Starts it and waits until it can answer; how long that took. */
  async start(environment: Environment): Promise<number> {
    this.startedAt = performance.now();
    this.starts += 1;
    this.#process = start(
      [this.#bundle],
      {
        ...environment,
        PORT: String(this.#port),
        GRAPH_URL: this.graphUrl,
        UNITS_PER_MINUTE: '100000',
      },
      this.#logFile,
    );
    await untilReady(this.#process, `http://127.0.0.1:${this.#port}/health`);
    return performance.now() - this.startedAt;
  }

  /** One of the figures that it counts. */
  async measure(name: string): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.#port}/metrics`)).text();
    if (!text.includes(`# TYPE ${name} `)) throw new Error(`the server does not count ${name}`);
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.slice(name.length) ?? 0);
  }

  async isHealthy(): Promise<boolean> {
    return (await statusOf(`http://127.0.0.1:${this.#port}/health`)) === 200;
  }

  get hasDied(): boolean {
    return this.#process?.hasEnded() ?? true;
  }

  /** `kill -9`: nothing of it is told, to nobody. */
  async kill(): Promise<void> {
    await this.#process?.end('SIGKILL');
  }

  async close(): Promise<void> {
    await this.#process?.end('SIGTERM');
    await this.inbound.close();
    await this.outbound.close();
  }
}
