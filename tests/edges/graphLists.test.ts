import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListSource } from '#shared/graph/listSource.ts';
import { type Connected, connect } from '#shared/graph/stores.ts';
import { lists } from '#shared/lists/all.ts';
import { type Column, longestLine } from '#shared/lists/column.ts';
import type { List } from '#shared/lists/list.ts';
import { isLong } from '../builders/long.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
let connected: Connected;

beforeAll(async () => {
  site = await startSite();
  connected = connect(site.config);
});
afterAll(() => site.close());

type AnyRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Danish, quotes, emoji, all of it on one line, trimmed as SharePoint likes it. */
const line = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replaceAll(/[\r\n\u2028\u2029\p{Cc}]/gu, ' ').trim())
  .filter((text) => text.length <= longestLine);
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString());

/** A value of a column, as wide as its kind allows, found by asking the column itself. */
const valuesOf = (column: Column<unknown>): fc.Arbitrary<unknown> => {
  const raw = rawOf(column);
  return raw.map((field) => read(column, field)).filter((value) => value !== unreadable);
};

const unreadable = Symbol('unreadable');
const read = (column: Column<unknown>, field: unknown): unknown => {
  try {
    return column.fromField(field);
  } catch {
    return unreadable;
  }
};

const nested = [
  '[]',
  '["a","ø"]',
  '[1,2]',
  '["chef"]',
  '[{"pool":"common","ore":12}]',
  '[{"pool":"area:social","ore":5}]',
  '{"type":"chef","seats":["social"]}',
  '{"type":"noMoney","leadArea":"social"}',
  '{"link":"https://a.example/ø","version":"3","minutes":null}',
  '{"type":"chefgruppe"}',
  '[{"id":"a","teamsUserId":"29:b"}]',
  '{"type":"project","id":"x","changes":[]}',
];

const rawOf = (column: Column<unknown>): fc.Arbitrary<unknown> => {
  switch (column.facet.type) {
    case 'text':
      return fc.oneof(line, fc.constantFrom('2026-12-24', null));
    case 'note':
      return fc.oneof(line, fc.string({ maxLength: 300 }), fc.constantFrom(...nested, null));
    case 'number':
      return fc.oneof(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), fc.constant(null));
    case 'boolean':
      return fc.boolean();
    case 'dateTime':
      return fc.oneof(moment, fc.constant(null));
    case 'choice':
      return fc.constantFrom(...column.facet.choices, null);
  }
};

describe.each(Object.entries(lists))('the list %s', (_name, declared) => {
  const list = declared as unknown as List<AnyRow>;
  const columns = Object.entries(list.columns) as [string, Column<unknown>][];
  let count = 0;

  /** Every column that can be filled by chance; unique ones count up. */
  const rows = fc
    .record(Object.fromEntries(columns.map(([property, column]) => [property, valuesOf(column)])))
    .map((row) => {
      count += 1;
      const uniques = columns.filter(([, column]) => column.unique && column.facet.type === 'text');
      const keys = uniques.map(([property]) => [property, `${property}'ø ${count}`]);
      // Any priority is possible in a SKAL project only.
      const type = 'type' in row && list.name === 'Projects' ? { type: 'skal' } : {};
      // A unit says when it started, and why it was given up.
      const said =
        list.name === 'SpreadUnits' ? { startedOn: '2026-11-23', reason: 'Nej tak' } : {};
      return { ...row, ...type, ...said, ...Object.fromEntries(keys) } as AnyRow;
    });

  it('comes back from SharePoint as it was sent', async () => {
    const source = new ListSource(list, connected.client, connected.site);
    const many = fc.sample(rows, { numRuns: isLong ? 500 : 40, seed: 20_261_122 });
    const ids = columns.find(([property]) => property === 'id')?.[1].facet.type;
    // A key out of a closed set is there once each.
    const sent = ids === 'choice' ? [...new Map(many.map((row) => [row.id, row])).values()] : many;
    const inserted = await source.insertMany(sent);
    expect(inserted.map((one) => one.type)).toEqual(sent.map(() => 'inserted'));
    for (const [at, { row }] of inserted.entries()) {
      const item = await source.item(row.seq);
      const parsed = list.fromFields(item?.fields ?? {});
      expect(parsed).toEqual({ ok: true, value: sent[at] });
      expect(item?.etag).toBe(row.etag);
    }
  });
});
