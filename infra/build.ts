import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { rootFrom } from './root.ts';

const root = rootFrom(import.meta.url);

/** Milliseconds of the newest file below a folder; 0 when there is none. */
const newestBelow = (folder: string): number => {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestBelow(path) : statSync(path).mtimeMs);
  }
  return newest;
};

const builtAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isStale = (built: string, sources: readonly string[]): boolean => {
  const at = builtAt(join(root, built));
  return at === 0 || sources.some((source) => newestBelow(join(root, source)) > at);
};

/** The server as one file, so that a process starts fast; packages stay outside it. */
export const buildServer = async (): Promise<void> => {
  await build({
    absWorkingDir: root,
    entryPoints: ['bot/main.ts'],
    outfile: 'dist/server/main.js',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
    alias: { '#shared': join(root, 'shared') },
  });
};

/** The tab as static files in dist/tab. */
const buildTab = async (): Promise<void> => {
  const vite = await import('vite');
  // Whatever else runs here: what is built is what people get, without React's checks for developers.
  process.env['NODE_ENV'] = 'production';
  await vite.build({
    configFile: join(root, 'tabs/vite.config.ts'),
    logLevel: 'warn',
  });
};

/** Builds what is missing or older than its source. */
export const buildIfStale = async (): Promise<void> => {
  if (isStale('dist/tab/index.html', ['tabs', 'shared'])) await buildTab();
  if (isStale('dist/server/main.js', ['bot', 'shared'])) await buildServer();
};

const isMain = pathToFileURL(process.argv[1] ?? '').href === import.meta.url;
if (isMain) {
  await buildTab();
  await buildServer();
}
