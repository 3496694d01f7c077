import { randomBytes } from 'node:crypto';
import { listBySeq } from '../rows/listRows.ts';
import type { Call, Reply } from '../wire/call.ts';
import {
  bodyOf,
  GraphError,
  invalidRequest,
  isObject,
  itemNotFound,
  json,
  noContent,
} from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { actorOf } from '../wire/context.ts';
import type { Entry } from './driveItems.ts';
import { checkedDownload, entryByNumber, entryJson } from './driveItems.ts';
import type { ConflictBehavior } from './driveWrites.ts';
import { behaviorIn, demandFree, placeFor, putFile } from './driveWrites.ts';

const lifeMs = 24 * 3_600_000;
/** Every piece but the last is a multiple of this (platform C3). */
const step = 327_680;
const mostPiece = 60 * 1024 * 1024;

export function postUploadSession(context: Context, call: Call, from: Entry, path: string): Reply {
  const body = call.body.length === 0 ? {} : bodyOf(call);
  const item = isObject(body['item']) ? body['item'] : {};
  const behavior = behaviorIn(item['@microsoft.graph.conflictBehavior'], 'fail');
  const id = randomBytes(24).toString('base64url');
  const expires = Date.now() + lifeMs;
  context.store.write(() => {
    const place = placeFor(context, call, from, path);
    if (behavior === 'fail') demandFree(context, place);
    context.store.run(
      `INSERT INTO uploads (id, list, parent, name, behavior, expires, received, actor)
       VALUES (?, ?, ?, ?, ?, ?, 0, ?)`,
      id,
      place.parent.list.seq,
      place.parent.number,
      place.name,
      behavior,
      expires,
      actorOf(context, call.claims),
    );
  });
  return json(200, {
    '@odata.context': `${call.base}/$metadata#microsoft.graph.uploadSession`,
    uploadUrl: `${call.base}/_upload/${id}`,
    expirationDateTime: new Date(expires).toISOString(),
    nextExpectedRanges: ['0-'],
  });
}

interface Upload {
  readonly id: string;
  readonly list: number;
  readonly parent: number;
  readonly name: string;
  readonly behavior: string;
  readonly expires: number;
  readonly received: number;
  readonly actor: string;
}

function findUpload(context: Context, id: string): Upload {
  const row = context.store.get(
    `SELECT list, parent, name, behavior, expires, received, actor FROM uploads WHERE id = ?`,
    id,
  );
  if (row === undefined || Number(row[4]) < Date.now()) {
    throw itemNotFound('The upload session was not found.');
  }
  return {
    id,
    list: Number(row[0]),
    parent: Number(row[1]),
    name: String(row[2]),
    behavior: String(row[3]),
    expires: Number(row[4]),
    received: Number(row[5]),
    actor: String(row[6]),
  };
}

/** Addresses that carry their own right: a download, or one upload session. */
export function ownAddress(context: Context, call: Call): Reply | undefined {
  const [kind, id] = call.segments;
  if (call.segments.length !== 2 || id === undefined) return undefined;
  if (kind === '_download' && call.method === 'GET') {
    return contentReply(context, checkedDownload(context, id, call.query.get('tempauth')));
  }
  if (kind !== '_upload') return undefined;
  // Its address is its right; whoever sends a token along is refused (platform C3).
  if (call.header('authorization') !== undefined)
    throw new GraphError(401, 'unauthenticated', 'An upload session takes no token.');
  if (call.method === 'PUT') return putPiece(context, call, findUpload(context, id));
  if (call.method === 'DELETE') return cancel(context, findUpload(context, id));
  if (call.method === 'GET') return json(200, statusOf(findUpload(context, id)));
  return undefined;
}

export function contentReply(context: Context, key: number): Reply {
  const row = context.store.get(
    'SELECT c.content, f.mime FROM fileContents c JOIN files f ON f.key = c.key WHERE c.key = ?',
    key,
  );
  const [content, mime] = row ?? [];
  if (!Buffer.isBuffer(content)) throw itemNotFound('The file was not found.');
  return { status: 200, body: content, headers: { 'Content-Type': String(mime) } };
}

const statusOf = (upload: Upload) => ({
  expirationDateTime: new Date(upload.expires).toISOString(),
  nextExpectedRanges: [`${upload.received}-`],
});

function cancel(context: Context, upload: Upload): Reply {
  forget(context, upload.id);
  return noContent;
}

function forget(context: Context, id: string): void {
  context.store.write(() => {
    context.store.run('DELETE FROM uploads WHERE id = ?', id);
    context.store.run('DELETE FROM uploadChunks WHERE upload = ?', id);
  });
}

function putPiece(context: Context, call: Call, upload: Upload): Reply {
  const range = rangeIn(call, upload);
  return context.store.write(() => {
    context.store.run(
      'INSERT INTO uploadChunks (upload, start, content) VALUES (?, ?, ?)',
      upload.id,
      range.start,
      call.body,
    );
    if (range.end + 1 === range.total) return finish(context, call, upload);
    const received = range.end + 1;
    context.store.run('UPDATE uploads SET received = ? WHERE id = ?', received, upload.id);
    return json(202, statusOf({ ...upload, received }));
  });
}

function rangeIn(call: Call, upload: Upload): { start: number; end: number; total: number } {
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(call.header('content-range') ?? '');
  if (match === null) throw invalidRequest('Content-Range is missing or malformed.');
  const [start, end, total] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (end - start + 1 !== call.body.length || end >= total) {
    throw invalidRequest('Content-Range does not fit the length of the piece.');
  }
  const last = end + 1 === total;
  if (call.body.length > mostPiece || (!last && call.body.length % step !== 0)) {
    throw invalidRequest(`A piece must be a multiple of ${step} bytes and under 60 MiB.`);
  }
  if (start !== upload.received) {
    throw new GraphError(416, 'invalidRange', 'The pieces must come in order.');
  }
  return { start, end, total };
}

function finish(context: Context, call: Call, upload: Upload): Reply {
  const pieces = context.store
    .all('SELECT content FROM uploadChunks WHERE upload = ? ORDER BY start', upload.id)
    .map((row) => row[0] as Buffer);
  const parent = entryByNumber(context, listBySeq(context, upload.list), upload.parent);
  const put = putFile(
    context,
    call,
    { parent, name: upload.name },
    {
      content: Buffer.concat(pieces),
      mime: 'application/octet-stream',
      behavior: upload.behavior as ConflictBehavior,
      by: upload.actor,
    },
  );
  forget(context, upload.id);
  return json(put.created ? 201 : 200, entryJson(context, put.entry, call.base));
}
