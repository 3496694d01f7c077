import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export type TabSize = {
  readonly first: number;
  readonly largestLazy: number;
  readonly all: number;
};

const staticImport = /(?:from|import)\s*"\.\/([^"]+\.js)"/g;

/** A file and everything it needs before it can run; what is imported later is not among it. */
const withImports = (folder: string, file: string, found: Set<string>): Set<string> => {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(join(folder, file), 'utf8');
  for (const match of code.matchAll(staticImport))
    if (match[1] !== undefined) withImports(folder, match[1], found);
  return found;
};

/** KB of gzipped JavaScript: what the board needs, the largest part fetched later, and all. */
export const tabSizeOf = (dist: string): TabSize => {
  const folder = join(dist, 'assets');
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const entry = /src="[^"]*\/assets\/([^"]+\.js)"/.exec(html)?.[1];
  if (entry === undefined) throw new Error('index.html names no script');
  const first = withImports(folder, entry, new Set());
  const sizes = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, kb: gzipSync(readFileSync(join(folder, file))).length / 1024 }));
  const sum = (files: readonly { readonly kb: number }[]): number =>
    files.reduce((total, { kb }) => total + kb, 0);
  const lazy = sizes.filter(({ file }) => !first.has(file));
  return {
    first: sum(sizes.filter(({ file }) => first.has(file))),
    largestLazy: Math.max(0, ...lazy.map(({ kb }) => kb)),
    all: sum(sizes),
  };
};
