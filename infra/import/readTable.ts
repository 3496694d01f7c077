import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { defaultImportWords } from '#shared/domain/importWords.ts';
import { importWords } from '#shared/messages/import.ts';
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

/** Gets the reader ready while something else is waited for. */
export const prepareReader = (): Promise<string> => {
  script ??= scriptOf();
  return script;
};

export type Bounds = { readonly readMs: number; readonly heapMb: number };

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads a file in a thread of its own, within limits of time and memory: some small and valid files
 * would keep any reader busy for minutes. Then the file is refused with what to do instead.
 */
export const readTable = async (
  bytes: Uint8Array,
  wanted: Wanted = { words: defaultImportWords, withHidden: false },
  bounds: Bounds = limits,
): Promise<Read> => {
  const code = await prepareReader();
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, {
      eval: true,
      workerData: { bytes, wanted },
      resourceLimits: { maxOldGenerationSizeMb: bounds.heapMb },
    });
    const end = (read: Read): void => {
      clearTimeout(timer);
      resolve(read);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ ok: false, problem: importWords.tooSlow }), bounds.readMs);
    worker.once('message', (read: Read) => end(read));
    worker.once('error', (error) => {
      clearTimeout(timer);
      if (isOutOfMemory(error)) resolve({ ok: false, problem: importWords.tooMuch });
      else reject(error);
    });
  });
};
