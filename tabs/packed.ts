import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The last step takes twice as long for a fiftieth less. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };

/**
 * Beside each file of text that is built, the same as Brotli and as gzip: packed once and well, and
 * a server that starts need not (bot/http/tabFiles.ts).
 */
export const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  writeBundle: {
    order: 'post',
    handler: ({ dir = '' }, bundle) => {
      for (const name of Object.keys(bundle)) {
        if (!['.js', '.css', '.svg'].includes(extname(name))) continue;
        const path = join(dir, name);
        const content = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  },
});
