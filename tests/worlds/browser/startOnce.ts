import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { buildIfStale } from '../../../infra/build.ts';
import { rootFrom } from '../../../infra/root.ts';
import { freePort } from '../freePort.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly worlds: readonly Addresses[];
  }
}

export type Addresses = { readonly hostUrl: string; readonly serverUrl: string };

const longestStartMs = 15 * 60_000;

/** All that a process has said until now. */
const listenTo = (child: ChildProcess): (() => string) => {
  let said = '';
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return () => said;
};

/** Settles when the start command says that a person can open the page. */
const ready = (child: ChildProcess, said: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`Not ready in time:\n${said()}`)),
      longestStartMs,
    );
    child.stdout?.on('data', () => {
      if (!said().includes('Klar: ')) return;
      clearTimeout(late);
      resolve();
    });
    child.once('exit', (code) =>
      reject(new Error(`The start command ended (${code}):\n${said()}`)),
    );
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

export type Started = Addresses & {
  readonly said: () => string;
  readonly close: () => Promise<void>;
};

/** The real start command: own ports, own data, own end. */
export const start = async (): Promise<Started> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'browser-world-'));
  const [port, tenantPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/start.ts'], {
    cwd: rootFrom(import.meta.url),
    env: {
      ...process.env,
      PORT: String(port),
      TENANT_PORT: String(tenantPort),
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listenTo(child);
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(child, said);
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    said,
    hostUrl: `http://127.0.0.1:${tenantPort}`,
    serverUrl: `http://127.0.0.1:${port}`,
    close,
  };
};

/** A world for each file that runs at the same time, for all that run in its place after it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildIfStale();
  const side = Array.from({ length: project.config.maxWorkers });
  const worlds = await Promise.all(side.map(() => start()));
  project.provide(
    'worlds',
    worlds.map(({ hostUrl, serverUrl }) => ({ hostUrl, serverUrl })),
  );
  return async () => {
    await Promise.all(worlds.map(({ close }) => close()));
  };
}

/** The world of the files that run in this one's place. */
export const sharedWorld = (): Addresses => {
  const world = inject('worlds')[Number(process.env['VITEST_POOL_ID']) - 1];
  if (!world) throw new Error('This place has no world.');
  return world;
};
