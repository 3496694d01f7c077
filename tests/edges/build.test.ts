import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { builtIn, isStale } from '../../infra/build.ts';

const what = { output: 'dist/tab/index.html', sources: ['tabs', 'package-lock.json'] };

describe('what is built', () => {
  let folder: string;
  const write = (path: string, at: number): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
    utimesSync(join(folder, path), at, at);
  };
  const build = (): Promise<void> =>
    builtIn(folder, what, async () => write(what.output, Date.now() / 1_000));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'built-'));
    write('tabs/main.tsx', 1_000);
    write('package-lock.json', 1_000);
    return () => rmSync(folder, { recursive: true });
  });

  it('is built once', async () => {
    expect(isStale(folder, what)).toBe(true);
    await build();
    expect(isStale(folder, what)).toBe(false);
  });

  it('is built again after it was cut off, though its files are there', async () => {
    const cutOff = builtIn(folder, what, async () => {
      write(what.output, Date.now() / 1_000);
      throw new Error('cut off');
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect(isStale(folder, what)).toBe(true);
  });

  it('is built again when its files are gone, or a source has changed, also while it was built', async () => {
    await build();
    rmSync(join(folder, 'dist/tab'), { recursive: true });
    expect(isStale(folder, what)).toBe(true);
    await build();
    write('tabs/board/Card.tsx', Date.now() / 1_000 + 60);
    expect(isStale(folder, what)).toBe(true);
    const later = Date.now() / 1_000 + 120;
    await builtIn(folder, what, async () => {
      write(what.output, later);
      write('tabs/main.tsx', later);
    });
    expect(isStale(folder, what)).toBe(true);
  });
});
