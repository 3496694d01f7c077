import { columnsOf } from '../rows/columns.ts';
import type { ItemRow } from '../rows/itemRows.ts';
import type { ListRow } from '../rows/listRows.ts';
import type { Call, JsonObject } from '../wire/call.ts';
import { invalidRequest, selected } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';

/** How an item is answered. */
export interface ItemView {
  /** Whether its fields stand in the answer. */
  readonly fields: boolean;
  /** Only these fields. */
  readonly pick?: readonly string[];
  /** Hidden columns come only when they are named (platform C1). */
  readonly without?: readonly string[];
  /** Only these properties of the item itself. */
  readonly select?: readonly string[];
}

const mostLookups = 12;

export function viewIn(context: Context, call: Call, list: ListRow): ItemView {
  const expanded = call.query.expand(['fields', 'driveItem']);
  const pick = expanded.get('fields');
  const select = call.query.select();
  const columns = columnsOf(context, list.seq);
  const lookups = columns.filter(
    (column) =>
      (column.facet === 'personOrGroup' || column.facet === 'lookup') &&
      (pick === undefined || pick.includes(column.key) || pick.includes(column.name)),
  );
  if (expanded.has('fields') && lookups.length > mostLookups) {
    // At most 12 lookups a query, the two of Created by and Modified by included (platform C2).
    throw invalidRequest(
      `The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold (${mostLookups}).`,
    );
  }
  const hidden = columns.filter((column) => column.hidden).map((column) => column.key);
  return {
    fields: expanded.has('fields') || (select?.includes('fields') ?? false),
    ...(pick === undefined ? {} : { pick }),
    ...(hidden.length === 0 || pick !== undefined ? {} : { without: hidden }),
    ...(select === undefined ? {} : { select }),
  };
}

/** An item's JSON, spliced from stored text wherever the view allows it. */
export function itemText(row: Pick<ItemRow, 'head' | 'fields'>, view: ItemView): string {
  const head = view.select === undefined ? row.head : selectedHead(row.head, view.select);
  if (!view.fields) return `{${head}}`;
  return `{${head}${head === '' ? '' : ','}"fields":${fieldsText(row, view)}}`;
}

function selectedHead(head: string, select: readonly string[]): string {
  return JSON.stringify(selected(JSON.parse(`{${head}}`) as JsonObject, select)).slice(1, -1);
}

export function fieldsText(row: Pick<ItemRow, 'fields'>, view: ItemView): string {
  if (view.pick === undefined && view.without === undefined) return row.fields;
  const fields = JSON.parse(row.fields) as JsonObject;
  if (view.pick !== undefined) return JSON.stringify(picked(fields, view.pick));
  for (const key of view.without ?? []) delete fields[key];
  return JSON.stringify(fields);
}

function picked(fields: JsonObject, names: readonly string[]): JsonObject {
  const result: JsonObject = { '@odata.etag': fields['@odata.etag'] };
  for (const name of names) {
    const value = fields[name] ?? fields[`${name}LookupId`];
    if (value !== undefined) result[name] = value;
  }
  return result;
}
