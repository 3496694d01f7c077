import type { ItemRow } from '../rows/itemRows.ts';
import { changesAfter, span } from '../rows/itemRows.ts';
import type { ListRow } from '../rows/listRows.ts';
import type { Call, Reply } from '../wire/call.ts';
import { GraphError, isObject, json, Query } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { itemsMetadata } from './items.ts';
import type { ItemView } from './itemView.ts';
import { itemText, viewIn } from './itemView.ts';
import { eTagOf } from './itemWrites.ts';

/** How long a delta link stays good. Microsoft promises no length; a quarter later it is gone. */
const lifeMs = 60 * 24 * 3600 * 1000;

/** Where a reader stands in a list's order of changes. */
interface Place {
  /** The list; a token of another list is not valid here. */
  readonly l: string;
  /** The last change seen. */
  readonly s: number;
  /** Tombstones up to this change are left out. */
  readonly b: number;
  /** When the token was given. */
  readonly t: number;
  /** The query options that go with it. */
  readonly q: string;
}

export function getDelta(context: Context, call: Call, list: ListRow, inPath?: string): Reply {
  call.query.refuse('count', 'search', 'skip', 'orderby', 'filter');
  const token = inPath ?? call.query.get('token') ?? call.query.get('skiptoken');
  const place = placeOf(context, call, list, token);
  if (token === 'latest') return deltaReply(context, call, list, [], `"@odata.deltaLink"`, place);
  const query = optionsOf(call, place);
  const view = viewIn(context, query, list);
  const top = query.query.top(200, 5000);
  const found = changesAfter(context, list.seq, place.s, place.b, top + 1);
  const page = found.slice(0, top);
  const last = page.at(-1);
  const values = page.map((row) => changeText(context, list, row, view));
  if (found.length > top && last !== undefined) {
    const next = { ...place, s: last.change - list.seq * span };
    return deltaReply(context, call, list, values, `"@odata.nextLink"`, next);
  }
  // Everything up to this change has been told, tombstones included from here on.
  const end = { ...place, s: list.lastChange, b: list.lastChange };
  return deltaReply(context, call, list, values, `"@odata.deltaLink"`, end);
}

function deltaReply(
  context: Context,
  call: Call,
  list: ListRow,
  values: readonly string[],
  relation: string,
  place: Place,
): Reply {
  const given: Place = { ...place, t: context.clock.now() };
  const token = Buffer.from(JSON.stringify(given)).toString('base64url');
  const link = JSON.stringify(`${addressOf(context, call, list)}?token=${token}`);
  const metadata = JSON.stringify(itemsMetadata(context, call, list));
  return json(
    200,
    `{"@odata.context":${metadata},${relation}:${link},"value":[${values.join(',')}]}`,
  );
}

const addressOf = (context: Context, call: Call, list: ListRow): string =>
  `${call.base}/sites/${context.site.id}/lists/${list.guid}/items/delta`;

/** The caller's own options, or those that the token carries from the first call. */
function optionsOf(call: Call, place: Place): Call {
  const named = (['select', 'expand', 'top'] as const).some(
    (option) => call.query.get(option) !== undefined,
  );
  if (named || place.q === '') return call;
  return { ...call, query: new Query(place.q) };
}

function placeOf(context: Context, call: Call, list: ListRow, token: string | undefined): Place {
  const options = new URLSearchParams();
  for (const option of ['select', 'expand', 'top'] as const) {
    const value = call.query.get(option);
    if (value !== undefined) options.set(`$${option}`, value);
  }
  const start: Place = {
    l: list.guid,
    s: 0,
    b: list.lastChange,
    t: context.clock.now(),
    q: options.toString(),
  };
  if (token === undefined || token === '') return start;
  if (token === 'latest') return { ...start, s: list.lastChange };
  const place = readToken(token);
  const age = context.clock.now() - (place?.t ?? 0);
  if (place === undefined || place.l !== list.guid || place.s > list.lastChange || age > lifeMs) {
    throw startOver(context, call, list);
  }
  return options.size === 0 ? place : { ...place, q: options.toString() };
}

function readToken(token: string): Place | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { l, s, b, t, q } = value;
  const numbers = [s, b, t].every((one) => Number.isSafeInteger(one) && Number(one) >= 0);
  if (!numbers || typeof l !== 'string' || typeof q !== 'string') return undefined;
  return { l, s: Number(s), b: Number(b), t: Number(t), q };
}

/** 410 with the address to start over from (platform C1). */
export function startOver(context: Context, call: Call, list: ListRow): GraphError {
  return new GraphError(410, 'resyncRequired', 'Resync required. Replace any local items.', {
    headers: { Location: addressOf(context, call, list) },
    innerCode: 'resyncChangesApplyDifferences',
  });
}

function changeText(context: Context, list: ListRow, row: ItemRow, view: ItemView): string {
  if (!row.deleted) return itemText(row, view);
  return JSON.stringify({
    eTag: eTagOf(row.guid, row.version),
    id: String(row.key - list.seq * span),
    parentReference: { id: list.guid, siteId: context.site.id },
    deleted: { state: 'deleted' },
  });
}
