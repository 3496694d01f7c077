import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rootFrom } from '../../../infra/root.ts';

const root = rootFrom(import.meta.url);

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** Nothing that comes at all takes this long, however busy the machine. */
export const patienceMs = 4 * 60_000;

/** Asks again and again until it is so; false when it never comes. */
export const until = async (
  isSo: () => boolean | Promise<boolean>,
  everyMs = 50,
): Promise<boolean> => {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) return false;
    await pause(everyMs);
  }
  return true;
};

const running = new Set<ChildProcess>();
const endAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};
process.once('exit', endAll);
// A test that is given up is ended from outside, and its processes must not outlive it.
process.once('disconnect', endAll);
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    endAll();
    process.exit(1);
  });

export type Started = {
  readonly pid: number;
  /** Ends it with this signal and waits until it is gone. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  readonly hasEnded: () => boolean;
  /** What it has said last. */
  readonly lastWords: () => string;
};

/** A process of its own, whose words go to a file. */
export const start = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  logFile: string,
): Started => {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = createWriteStream(logFile, { flags: 'a' });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.pipe(said, { end: false });
    stream?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString('utf8')).slice(-2_000);
    });
  }
  running.add(child);
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      ended = true;
      running.delete(child);
      said.end();
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    end: (signal) => {
      if (!ended) child.kill(signal);
      return gone;
    },
    hasEnded: () => ended,
    lastWords: () => words,
  };
};

/** Waits until it answers here; one that ends before that says why at once. */
export const untilReady = async (started: Started, url: string): Promise<void> => {
  const isReady = async () => started.hasEnded() || (await statusOf(url)) === 200;
  await until(isReady);
  if (started.hasEnded()) throw new Error(`It ended before it was ready:\n${started.lastWords()}`);
  if ((await statusOf(url)) !== 200)
    throw new Error(`It did not become ready:\n${started.lastWords()}`);
};

/** Answers of a child over HTTP; undefined while nobody is there. */
export const statusOf = async (url: string): Promise<number | undefined> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(20_000) })).status;
  } catch {
    // Nobody listens yet, or no longer.
    return undefined;
  }
};
