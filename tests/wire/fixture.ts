import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/*
 * What is on the wire today, held whole. A change that is meant is written down with
 * `npx vitest run --project quick tests/wire -u`, and read in the diff before it is committed.
 */

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
};

/** As JSON whose fields stand in the order of the alphabet: no reader of the wire minds theirs. */
export const written = (value: unknown): string => `${JSON.stringify(sorted(value), null, 1)}\n`;

export const pathOf = (name: string): string =>
  fileURLToPath(new URL(`fixtures/${name}.json`, import.meta.url));

/** Compares with the fixture of this name, whole. */
export const expectHeld = (name: string, value: unknown): Promise<void> =>
  expect(written(value)).toMatchFileSnapshot(pathOf(name));
