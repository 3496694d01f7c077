import type { SqlRow, SqlValue } from '../../store/store.ts';
import type { Context } from '../wire/context.ts';
import type { Column } from './columns.ts';
import type { Condition } from './filter.ts';

/** Room for item numbers and change numbers of one list within one integer key. */
export const span = 2 ** 32;

export interface ItemRow {
  readonly key: number;
  readonly change: number;
  readonly guid: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly head: string;
  readonly fields: string;
}

const selection = 'i.key, i.change, i.guid, i.version, i.deleted, i.head, i.fields';

function itemFrom(row: SqlRow): ItemRow {
  return {
    key: Number(row[0]),
    change: Number(row[1]),
    guid: String(row[2]),
    version: Number(row[3]),
    deleted: row[4] === 1,
    head: String(row[5]),
    fields: String(row[6]),
  };
}

export function itemByKey(context: Context, key: number): ItemRow | undefined {
  const row = context.store.get(
    `SELECT ${selection} FROM items i WHERE i.key = ? AND i.deleted = 0`,
    key,
  );
  return row === undefined ? undefined : itemFrom(row);
}

export function itemsAfter(
  context: Context,
  list: number,
  after: number,
  limit: number,
): readonly ItemRow[] {
  return context.store
    .all(
      `SELECT ${selection} FROM items i
       WHERE i.key > ? AND i.key < ? AND i.deleted = 0 ORDER BY i.key LIMIT ?`,
      list * span + after,
      (list + 1) * span,
      limit,
    )
    .map(itemFrom);
}

/** Changes in their own order. Tombstones up to `baseline` are left out: who asks never saw them. */
export function changesAfter(
  context: Context,
  list: number,
  after: number,
  baseline: number,
  limit: number,
): readonly ItemRow[] {
  return context.store
    .all(
      `SELECT ${selection} FROM items i
       WHERE i.change > ? AND i.change < ? AND (i.deleted = 0 OR i.change > ?)
       ORDER BY i.change LIMIT ?`,
      list * span + after,
      (list + 1) * span,
      list * span + baseline,
      limit,
    )
    .map(itemFrom);
}

const comparisons = { eq: '=', ne: '<>', lt: '<', gt: '>', le: '<=', ge: '>=' } as const;

/** Items of a list that fulfil conditions on one indexed column, by item number. */
export function itemsWhere(
  context: Context,
  list: number,
  column: Column,
  conditions: readonly Condition[],
  page: { readonly after: number; readonly limit: number },
): readonly ItemRow[] {
  const query =
    column.name === 'ID'
      ? byNumber(list, conditions)
      : conditions.every(mayBeEmpty)
        ? byAbsence(list, column, conditions)
        : byCell(list, column, conditions, page.after);
  return context.store
    .all(
      `${query.sql} AND i.key > ? AND i.deleted = 0 ORDER BY ${query.order} LIMIT ?`,
      ...query.values,
      list * span + page.after,
      page.limit,
    )
    .map(itemFrom);
}

interface Built {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  readonly order: string;
}

function mayBeEmpty(condition: Condition): boolean {
  return (
    (condition.operator === 'ne' && condition.value !== undefined) ||
    (condition.operator === 'eq' && condition.value === undefined)
  );
}

function byNumber(list: number, conditions: readonly Condition[]): Built {
  const parts = conditions.map((condition) => {
    if (condition.operator === 'startswith' || condition.value === undefined) return '0 = ?';
    return `i.key ${comparisons[condition.operator]} ?`;
  });
  return {
    sql: `SELECT ${selection} FROM items i WHERE i.key < ? AND ${parts.join(' AND ')}`,
    values: [(list + 1) * span, ...conditions.map((one) => list * span + Number(one.value ?? 0))],
    order: 'i.key',
  };
}

function byAbsence(list: number, column: Column, conditions: readonly Condition[]): Built {
  const parts = conditions.map(
    (condition) =>
      `NOT EXISTS (SELECT 1 FROM cells c WHERE c.col = ? AND c.item = i.key - ?
       ${condition.value === undefined ? '' : 'AND c.value = ?'})`,
  );
  return {
    sql: `SELECT ${selection} FROM items i WHERE i.key < ? AND ${parts.join(' AND ')}`,
    values: [
      (list + 1) * span,
      ...conditions.flatMap((one) => [
        column.seq,
        list * span,
        ...(one.value === undefined ? [] : [one.value]),
      ]),
    ],
    order: 'i.key',
  };
}

/** The start of the page stands in the index's own terms, so that a late page costs no more. */
function byCell(
  list: number,
  column: Column,
  conditions: readonly Condition[],
  after: number,
): Built {
  const parts = conditions.map(cellCondition);
  return {
    sql: `SELECT ${selection} FROM cells c CROSS JOIN items i ON i.key = c.item + ?
          WHERE c.col = ? AND c.item > ? AND ${parts.map((part) => part.sql).join(' AND ')}`,
    values: [list * span, column.seq, after, ...parts.flatMap((part) => part.values)],
    order: 'c.item',
  };
}

function cellCondition(condition: Condition): { sql: string; values: readonly SqlValue[] } {
  const { operator, value } = condition;
  if (operator === 'startswith') {
    const prefix = String(value);
    return { sql: 'c.value >= ? AND c.value < ?', values: [prefix, `${prefix}\u{10ffff}`] };
  }
  if (value === undefined) return { sql: operator === 'ne' ? '1' : '0', values: [] };
  return { sql: `c.value ${comparisons[operator]} ?`, values: [value] };
}
