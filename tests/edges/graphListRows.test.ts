import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '#shared/domain/steps.ts';
import type { Item } from '#shared/graph/item.ts';
import { ListRows } from '#shared/graph/listRows.ts';
import { lists } from '#shared/lists/all.ts';
import { aStep } from '../worlds/graph/graphRows.ts';

const item = (seq: number, revision: number, step: Partial<Step> = {}, fields = {}): Item => ({
  seq,
  etag: `"guid-${seq},${revision}"`,
  deleted: false,
  hand: 'none',
  fields: { ...lists.steps.toFields(aStep(`k${seq}`, step)), ...fields },
});
const gone = (seq: number): Item => ({ seq, etag: '', deleted: true, hand: 'none', fields: {} });
const keys = (rows: ListRows<Step>): readonly string[] => rows.all().map((row) => row.value.id);

describe('the rows of a list in memory', () => {
  it('end the same however often and in whatever order a delta tells them', () => {
    const told = fc.array(
      fc.record({ seq: fc.integer({ min: 1, max: 8 }), revision: fc.integer({ min: 1, max: 5 }) }),
    );
    fc.assert(
      fc.property(told, (history) => {
        const rows = new ListRows(lists.steps);
        const newest = new Map<number, number>();
        for (const { seq, revision } of history) {
          rows.apply(item(seq, revision, { note: `r${revision}`, projectId: `p${revision % 2}` }));
          newest.set(seq, Math.max(revision, newest.get(seq) ?? 0));
        }
        const expected = [...newest].sort(([a], [b]) => a - b);
        expect(rows.all().map((row) => [row.seq, row.value.note])).toEqual(
          expected.map(([seq, revision]) => [seq, `r${revision}`]),
        );
        for (const odd of [0, 1])
          expect(rows.where('projectId', `p${odd}`).map((row) => row.seq)).toEqual(
            expected.filter(([, revision]) => revision % 2 === odd).map(([seq]) => seq),
          );
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });

  it('do not raise a deleted row from an old word about it, unless the source says so', () => {
    const rows = new ListRows(lists.steps);
    rows.apply(item(1, 3));
    expect(rows.apply(gone(1))).toBe('changed');
    expect(rows.apply(item(1, 2))).toBe('doubtful');
    expect(rows.apply(item(1, 3))).toBe('doubtful');
    expect(keys(rows)).toEqual([]);
    expect(rows.apply(item(1, 3), true)).toBe('changed');
    expect(keys(rows)).toEqual(['k1']);
  });

  it('set the later of two rows with one key aside, and bring it forward when the first goes', () => {
    const rows = new ListRows(lists.steps);
    rows.apply(item(5, 1, { id: 'same' }));
    rows.apply(item(3, 1, { id: 'same' }));
    rows.apply(item(9, 1, { id: 'same' }));
    expect(rows.get('same')?.seq).toBe(3);
    expect(rows.setAside().map((one) => [one.itemId, one.problem])).toEqual([
      ['5', 'duplicate'],
      ['9', 'duplicate'],
    ]);
    rows.apply(item(3, 2, { id: 'other' }));
    expect(rows.get('same')?.seq).toBe(5);
    rows.apply(gone(5));
    expect(rows.get('same')?.seq).toBe(9);
    expect(rows.setAside()).toEqual([]);
  });

  it('lend a list that does not change under whoever holds it', () => {
    const rows = new ListRows(lists.steps);
    rows.apply(item(1, 1));
    const held = rows.all();
    rows.apply(item(2, 1));
    rows.apply(gone(1));
    expect(held.map((row) => row.seq)).toEqual([1]);
    expect(rows.all().map((row) => row.seq)).toEqual([2]);
  });

  it('leave out every kind of nonsense and keep the rest (R10)', () => {
    const nonsense = [
      { Key: null },
      { Key: 7 },
      { Key: 'x'.repeat(256) },
      { Code: 'unknown' },
      { Code: '<script>alert(1)</script>' },
      { Minutes: 'five' },
      { DoneAt: 'yesterday' },
      { Due: '22-11-2026' },
      { Note: 'x'.repeat(1_000_000) },
      { Note: { LookupId: 3 } },
      { ProjectId: null },
      { Key: 'k1' },
    ];
    const rows = new ListRows(lists.steps);
    for (let seq = 1; seq <= 5_000; seq += 1) {
      const bad = seq > 4_000 ? nonsense[seq % nonsense.length] : {};
      rows.apply(item(seq, 1, {}, bad));
    }
    expect(rows.all()).toHaveLength(4_000);
    expect(rows.setAside()).toHaveLength(1_000);
    expect(rows.setAside().every((one) => one.field !== '' && one.problem !== '')).toBe(true);
  });
});
