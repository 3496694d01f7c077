import type { SqlRow } from '../../store/store.ts';
import { itemNotFound } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';

export interface ListRow {
  readonly seq: number;
  readonly guid: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: string;
  readonly hidden: boolean;
  readonly created: string;
  readonly modified: string;
  readonly createdBy: string;
  readonly modifiedBy: string;
  readonly version: number;
  readonly lastItem: number;
  readonly lastChange: number;
  readonly itemCount: number;
}

const selection = `seq, guid, name, displayName, description, template, hidden, created, modified,
  createdBy, modifiedBy, version, lastItem, lastChange, itemCount`;

function listFrom(row: SqlRow): ListRow {
  const text = (at: number) => String(row[at]);
  const number = (at: number) => Number(row[at]);
  return {
    seq: number(0),
    guid: text(1),
    name: text(2),
    displayName: text(3),
    description: text(4),
    template: text(5),
    hidden: row[6] === 1,
    created: text(7),
    modified: text(8),
    createdBy: text(9),
    modifiedBy: text(10),
    version: number(11),
    lastItem: number(12),
    lastChange: number(13),
    itemCount: number(14),
  };
}

/** By id, or by name or title. */
export function findList(context: Context, wanted: string): ListRow {
  const key = wanted.toLowerCase();
  const row =
    context.store.get(`SELECT ${selection} FROM lists WHERE guid = ?`, key) ??
    context.store.get(
      `SELECT ${selection} FROM lists WHERE displayKey = ? OR nameKey = ? ORDER BY displayKey = ? DESC`,
      key,
      key,
      key,
    );
  if (row === undefined) throw itemNotFound('The specified list was not found');
  return listFrom(row);
}

export function listBySeq(context: Context, seq: number): ListRow {
  const row = context.store.get(`SELECT ${selection} FROM lists WHERE seq = ?`, seq);
  if (row === undefined) throw itemNotFound('The specified list was not found');
  return listFrom(row);
}

export function allLists(context: Context): readonly ListRow[] {
  return context.store.all(`SELECT ${selection} FROM lists ORDER BY seq`).map(listFrom);
}
