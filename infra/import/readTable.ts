import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { defaultImportWords } from '#shared/domain/importWords.ts';
import { importWords } from '#shared/words/server/import.ts';
import { rootFrom } from '../root.ts';
import { limits } from './limits.ts';
import type { Wanted } from './readBytes.ts';
import type { Read } from './table.ts';

const root = rootFrom(import.meta.url);

/** The reader as one script, made once: a thread cannot take our TypeScript as it is. */
const scriptOf = async (): Promise<string> => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'infra/import/readWorker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
    alias: { '#shared': join(root, 'shared') },
  });
  return outputFiles[0]?.text ?? '';
};

let script: Promise<string> | undefined;

export type Bounds = { readonly readMs: number; readonly heapMb: number };

/** A thread with the reader in it, that holds up nobody until it is asked. */
const startedReader = async ({ heapMb }: Bounds): Promise<Worker> => {
  script ??= scriptOf();
  const worker = new Worker(await script, {
    eval: true,
    // What is read is kept, so room for the young saves moving it again and again.
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 48 },
  });
  await once(worker, 'message');
  worker.unref();
  return worker;
};

let waiting: Promise<Worker> | undefined;

/** Gets a reader ready while something else is waited for. */
export const prepareReader = async (): Promise<void> => {
  waiting ??= startedReader(limits);
  await waiting;
};

const readerFor = (bounds: Bounds): Promise<Worker> => {
  const ready = bounds === limits ? waiting : undefined;
  if (ready) waiting = undefined;
  return ready ?? startedReader(bounds);
};

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const refused = (problem: string): Read => ({ ok: false, problem });

/**
 * Reads a file in a thread of its own, within limits of time and memory: some small and valid files
 * would keep any reader busy for minutes. Then the file is refused with what to do instead.
 */
export const readTable = async (
  bytes: Uint8Array,
  wanted: Wanted = { words: defaultImportWords, withHidden: false },
  bounds: Bounds = limits,
): Promise<Read> => {
  const late = new AbortController();
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    worker = await readerFor(bounds);
    worker.ref();
    timer = setTimeout(() => late.abort(), bounds.readMs);
    worker.postMessage({ bytes, wanted });
    const [read] = (await once(worker, 'message', { signal: late.signal })) as [string];
    return JSON.parse(read) as Read;
  } catch (thrown) {
    if (late.signal.aborted) return refused(importWords.tooSlow);
    if (isOutOfMemory(thrown)) return refused(importWords.tooMuch);
    throw thrown;
  } finally {
    clearTimeout(timer);
    void worker?.terminate();
  }
};
