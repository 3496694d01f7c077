import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const sourceDir = join(dirname(fileURLToPath(import.meta.url)), 'page');

/** Where the built host page lies. */
export const hostDir = join(sourceDir, '../../../../dist/host');

/** Bundles the host page: one script, one stylesheet, one document. */
export async function buildHost(): Promise<void> {
  await mkdir(hostDir, { recursive: true });
  await build({
    entryPoints: [join(sourceDir, 'main.ts'), join(sourceDir, 'host.css')],
    outdir: hostDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await copyFile(join(sourceDir, 'index.html'), join(hostDir, 'index.html'));
}

/** Builds the page when it is missing or older than its source. */
export async function buildHostIfStale(): Promise<void> {
  const built = await newestIn(hostDir, 'oldest');
  if (built === undefined || built < ((await newestIn(sourceDir, 'newest')) ?? 0)) {
    await buildHost();
  }
}

async function newestIn(dir: string, which: 'newest' | 'oldest'): Promise<number | undefined> {
  try {
    const names = await readdir(dir);
    const times = await Promise.all(
      names.map(async (name) => (await stat(join(dir, name))).mtimeMs),
    );
    if (times.length === 0) return undefined;
    return which === 'newest' ? Math.max(...times) : Math.min(...times);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}
