import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { BenchRow } from './row.ts';

/** The release whose figures stand beside today's. Moved on with each release. */
export const lastRelease = '2026-11';

/** A figure that means the same on any machine: a ratio, a count or a size, never a time. */
export type Kept = Pick<BenchRow, 'id' | 'what' | 'value' | 'unit'>;

const times: readonly string[] = ['ms', 'µs', 's'];

export const keptOf = (rows: readonly BenchRow[]): readonly Kept[] =>
  rows
    .filter(({ unit }) => !times.includes(unit))
    .map(({ id, what, value, unit }) => ({ id, what, value: Number(value.toPrecision(3)), unit }));

const fileOf = (release: string): URL => new URL(`release-${release}.json`, import.meta.url);

/** The figures of the last release; none where they were never kept. */
export const lastFigures = async (): Promise<readonly Kept[]> => {
  const file = fileOf(lastRelease);
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as readonly Kept[]) : [];
};

/** What a release leaves; written once, when it is made. */
export const keepFigures = async (release: string, rows: readonly BenchRow[]): Promise<void> =>
  writeFile(fileOf(release), `${JSON.stringify(keptOf(rows), null, 2)}\n`);
