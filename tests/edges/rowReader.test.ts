import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lists } from '#shared/lists/all.ts';
import { type Column, text } from '#shared/lists/column.ts';
import type { List } from '#shared/lists/list.ts';
import { carefulReader, type Entry, quickReader } from '#shared/lists/rowReader.ts';
import { listsAfterAWeek } from '../wire/aWeek.ts';

type AnyRow = { readonly id: string };
type Loose = Readonly<Record<string, unknown>>;

const names = Object.keys(lists) as (keyof typeof lists)[];
const stores = await listsAfterAWeek();

const entriesOf = (list: List<AnyRow>): readonly Entry[] =>
  (Object.entries(list.columns) as [string, Column<unknown>][]).map(([property, column]) => ({
    property,
    field: list.fieldOf(property as 'id'),
    column,
  }));

/** What a hand, another program or a fault of the service may leave in a field. */
const strange = fc.constantFrom<unknown>(
  ...[undefined, null, '', ' ', 0, 1, 4, 1.5, Number.NaN, -1, true, false, {}, [], { LookupId: 3 }],
  ...[
    'x'.repeat(255),
    'x'.repeat(256),
    'x'.repeat(64_000),
    '[]',
    '{}',
    '["a"]',
    '[1]',
    '[',
    'null',
  ],
  ...['2026-11-22', '22-11-2026', '2026-02-30', '2026-11-22T09:00:00Z', '2026-02-30T09:00:00Z'],
  ...['2026-02-29T09:00:00Z', '2026-13-01T09:00:00Z', '2026-11-22T24:00:00Z'],
  ...['2026-11-22T09:00:00.123Z', '2026-11-22T09:00:00+01:00', '2026-11-22T09:60:00Z', 'yesterday'],
  ...['idea', 'digitek', 'skal', 'veryHigh', '__proto__', 'toString'],
);

describe.each(names)('a row of %s', (name) => {
  const list = lists[name] as unknown as List<AnyRow>;
  const entries = entriesOf(list);
  const [quick, careful] = [quickReader(entries), carefulReader(entries)];
  const written = stores[name].all().map(({ value }) => list.toFields(value) as Loose);
  const fields = entries.map(({ field }) => field);

  it('is read quickly when it is as the product writes it', () => {
    expect(written).not.toEqual([]);
    for (const row of written) expect({ ok: true, row: quick(row) }).toEqual(careful(row));
  });

  it('is read quickly as it is read carefully, or not at all', () => {
    const changed = fc.record({
      row: fc.constantFrom(...written),
      by: fc.dictionary(fc.constantFrom(...fields, '@odata.etag', 'LinkTitle'), strange),
      without: fc.subarray(fields, { maxLength: 3 }),
      turned: fc.boolean(),
    });
    fc.assert(
      fc.property(changed, ({ row, by, without, turned }) => {
        const all = Object.entries({ ...row, ...by }).filter(([field]) => !without.includes(field));
        const told = Object.fromEntries(turned ? all.reverse() : all);
        const [read, expected] = [quick(told), careful(told)];
        expect(read).toEqual(expected.ok ? expected.row : null);
        const parsed = list.fromFields(told);
        if (!expected.ok) expect(parsed).toEqual(expected);
        else expect(parsed.ok).toBe(true);
      }),
      { seed: 20_261_129, numRuns: 300 },
    );
  });
});

it('takes a name for a name, whatever is in it', () => {
  const strangeNames = ['"];throw 1;//', '\\', '\u2028', '__proto__x', 'constructor'];
  const entries = strangeNames.map((name) => ({
    ...{ property: name, field: `${name}!` },
    column: text(name) as Column<unknown>,
  }));
  const told = Object.fromEntries(entries.map(({ field }, at) => [field, `told ${at}`]));
  const row = Object.fromEntries(entries.map(({ property }, at) => [property, `told ${at}`]));
  expect(quickReader(entries)(told)).toEqual(row);
});
