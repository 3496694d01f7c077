import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';
import type { Runtime } from './runtimes.ts';

/** Where the program is, or why there is none to be had here. */
export type Brought = { readonly node: string } | { readonly why: string };

/** What npm complains of, without its codes and the place of its log. */
const complaintOf = (output: string): string =>
  /^npm error (?!code |errno |syscall )(.+)$/m.exec(output)?.[1] ?? output.trim();

const packed = async (name: string, into: string): Promise<{ file: string } | { why: string }> => {
  const { code, output } = await run(
    'npm',
    ['pack', '--loglevel=error', '--ignore-scripts', '--pack-destination', into, name],
    { cwd: into },
  );
  const said = output.trimEnd().split('\n');
  return code === 0 ? { file: join(into, said.at(-1) ?? '') } : { why: complaintOf(output) };
};

/** Out of a package only what is run: the rest is headers and manuals, and takes longer to write. */
const unpack = async (file: string, into: string): Promise<void> => {
  const { code, output } = await run('tar', ['-xzf', file, '-C', into, 'package/bin/node'], {
    cwd: into,
  });
  if (code !== 0) throw new Error(`${file}: ${output}`);
};

const check = async (file: string, expected: string): Promise<void> => {
  const digest = createHash('sha512')
    .update(await readFile(file))
    .digest('base64');
  if (`sha512-${digest}` !== expected) throw new Error(`${file} is not the package it was.`);
};

/**
 * A Node from the registry, kept until the next `npm ci`. It is the package that the registry's
 * `node` would choose; that one installs by a script, and for one version at a time.
 */
export const bring = async (root: string, { version, integrity }: Runtime): Promise<Brought> => {
  const { platform, arch } = process;
  const expected = platform === 'linux' ? integrity[arch] : undefined;
  if (expected === undefined) return { why: `none is known for ${platform} on ${arch}` };
  const kept = join(root, 'node_modules/.cache/node');
  const folder = join(kept, version);
  const node = join(folder, 'package/bin/node');
  if (existsSync(node)) return { node };
  await mkdir(kept, { recursive: true });
  const making = await mkdtemp(join(kept, 'making-'));
  try {
    const pack = await packed(`node-linux-${arch}@${version}`, making);
    if ('why' in pack) return pack;
    await check(pack.file, expected);
    await unpack(pack.file, making);
    await rm(pack.file);
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
    return { node };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
};
