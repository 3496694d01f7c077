import { fileFolder } from '#shared/lists/documents.ts';
import type { FilePlace, Files, SentFile, Stored, Unremoved } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import { Drive, foundIn, isTaken } from './drive.ts';
import { piecesOf } from './pieces.ts';
import { type Call, faultOf, isDone, isOpen, type Reply } from './reply.ts';
import type { Site } from './site.ts';
import { pause, type Timing } from './timing.ts';

/** Every piece but the last is a multiple of this (platform C3). */
const step = 320 * 1_024;
/** What is held of a file at any time: ten steps, and nothing else of it. */
export const pieceBytes = 10 * step;
/** Up to here a file is one call. */
export const largestAtOnce = 4 * 1_024 * 1_024;
const timeoutMs = 60_000;
const mostAttempts = 5;
const backoffMs = 400;

/** Where the pieces go; another address when the first ran out before anything came. */
type Session = { url: string };
type Piece = { readonly start: number; readonly bytes: Uint8Array; readonly total: number };
/** What became of a piece: the next one may come, all is there, or the session is no more. */
type Sent = { readonly type: 'next' } | Stored;

const namesOf = ({ projectId, code, name }: FilePlace): readonly string[] => [
  fileFolder,
  projectId,
  code,
  name,
];

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The first byte the service still wants; null when it does not say. */
const nextIn = ({ body }: Reply): number | null => {
  const ranges = body['nextExpectedRanges'];
  const first = Array.isArray(ranges) ? Number.parseInt(String(ranges[0]), 10) : Number.NaN;
  return Number.isNaN(first) ? null : first;
};

/** What a service that wants the byte `next` has of a piece. */
const comeTo = (next: number | null, { start, bytes }: Piece): Sent | number => {
  if (next === null) return 0;
  if (next >= start + bytes.length) return { type: 'next' };
  // It has less than was sent before this piece, and that is no longer here.
  return next < start ? { type: 'lost' } : next - start;
};

/** All of a small file; undefined when it is not as long as was said. */
const wholeOf = async (file: SentFile): Promise<Buffer | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of file.parts) {
    size += part.length;
    if (size > file.size) return undefined;
    parts.push(part);
  }
  return size === file.size ? Buffer.concat(parts) : undefined;
};

const isGone = (reply: Reply): boolean => reply.status === 404 || reply.status === 410;

/** Documents that people send, as files of the library, piece by piece. */
export class FileLibrary implements Files {
  readonly #client: GraphClient;
  readonly #drive: Drive;
  readonly #timing: Timing;

  constructor(client: GraphClient, site: Site, timing: Timing) {
    this.#client = client;
    this.#drive = new Drive(client, site);
    this.#timing = timing;
  }

  find(place: FilePlace): Promise<{ readonly link: string; readonly size: number } | undefined> {
    return this.#drive.find(namesOf(place));
  }

  /** SharePoint lays what is deleted in its recycle bin (platform C3). */
  async remove(place: FilePlace): Promise<'gone' | Unremoved> {
    const path = await this.#drive.pathOf(namesOf(place));
    const call: Call = { method: 'DELETE', path, units: 2, priority: 'write', timeoutMs };
    const reply = await this.#client.send(call);
    if (isDone(reply) || isGone(reply)) return 'gone';
    if (isTaken(reply)) return 'busy';
    if (reply.status === 403) return 'kept';
    if (isOpen(reply) && !(await this.find(place))) return 'gone';
    return this.#fail(reply, call);
  }

  put(place: FilePlace, file: SentFile): Promise<Stored> {
    return file.size <= largestAtOnce ? this.#putWhole(place, file) : this.#putPieces(place, file);
  }

  async #putWhole(place: FilePlace, file: SentFile): Promise<Stored> {
    const body = await wholeOf(file);
    if (!body) return { type: 'cutShort' };
    const call: Call = {
      method: 'PUT',
      path: `${await this.#drive.pathOf(namesOf(place))}:/content?@microsoft.graph.conflictBehavior=fail`,
      headers: { 'Content-Type': file.type },
      body,
      units: 2,
      priority: 'write',
      timeoutMs,
    };
    const reply = await this.#client.send(call);
    const found = foundIn(reply);
    if (found) return { type: 'stored', link: found.link };
    if (reply.status === 404) this.#drive.forget();
    // Only an attempt whose answer was lost may have been ours.
    if (isTaken(reply) && !reply.doubtful) return { type: 'taken' };
    const mayBeThere = isTaken(reply) || isOpen(reply) || isDone(reply);
    const there = mayBeThere ? await this.#storedAt(place, file.size) : undefined;
    return there ?? this.#fail(reply, call);
  }

  async #putPieces(place: FilePlace, file: SentFile): Promise<Stored> {
    const session = await this.#begin(place);
    if (!session) return { type: 'taken' };
    let ended: Stored = { type: 'cutShort' };
    try {
      ended = await this.#sendAll(session, place, file);
      return ended;
    } finally {
      // Half a file is given up; whether the service hears of it changes nothing.
      if (ended.type === 'cutShort') await this.#client.send(sessionCall(session, 'DELETE'));
    }
  }

  async #sendAll(session: Session, place: FilePlace, file: SentFile): Promise<Stored> {
    let start = 0;
    for await (const bytes of piecesOf(file.parts, pieceBytes)) {
      const piece = { start, bytes, total: file.size };
      if (start + bytes.length > file.size) return { type: 'cutShort' };
      const sent = await this.#sendOrAnew(session, piece, place);
      if (sent.type !== 'next') return sent;
      start += bytes.length;
    }
    return { type: 'cutShort' };
  }

  /** Before anything is there a new session has all that the old one had. */
  async #sendOrAnew(session: Session, piece: Piece, place: FilePlace): Promise<Sent> {
    const sent = await this.#send(session, piece, place);
    if (sent.type !== 'lost' || piece.start > 0) return sent;
    const anew = await this.#begin(place);
    if (!anew) return { type: 'taken' };
    session.url = anew.url;
    return this.#send(session, piece, place);
  }

  /** Undefined when the name is taken. */
  async #begin(place: FilePlace): Promise<Session | undefined> {
    const call: Call = {
      method: 'POST',
      path: `${await this.#drive.pathOf(namesOf(place))}:/createUploadSession`,
      body: { item: { '@microsoft.graph.conflictBehavior': 'fail' } },
      units: 2,
      priority: 'write',
      // A session nobody uses is nothing: the service forgets it.
      repeatable: true,
    };
    const reply = await this.#client.send(call);
    const url = reply.body['uploadUrl'];
    if (isDone(reply) && typeof url === 'string') return { url };
    if (reply.status === 404) this.#drive.forget();
    return isTaken(reply) ? undefined : this.#fail(reply, call);
  }

  /** Until the service has the whole piece, from wherever it says that it has come. */
  async #send(session: Session, piece: Piece, place: FilePlace): Promise<Sent> {
    let call = pieceCall(session, piece, 0);
    for (let attempt = 1; ; attempt += 1) {
      const reply = await this.#client.send(call);
      const come = await this.#come(reply, session, piece, place);
      if (typeof come === 'object') return come;
      if (attempt === mostAttempts) return this.#fail(reply, call);
      call = pieceCall(session, piece, come);
      if (reply.status !== 202) await pause(this.#timing, backoffMs * 2 ** (attempt - 1));
    }
  }

  /** How far a piece has come after an answer: where in it to go on, or what became of it. */
  async #come(
    reply: Reply,
    session: Session,
    piece: Piece,
    place: FilePlace,
  ): Promise<Sent | number> {
    const done = await this.#after(reply, piece, place);
    if (done) return done;
    const next = nextIn(reply) ?? (await this.#nextOf(session));
    return next === 'gone' ? this.#goneAfter(piece, place) : comeTo(next, piece);
  }

  /** What an answer says by itself; null when the session has to be asked. */
  async #after(reply: Reply, piece: Piece, place: FilePlace): Promise<Sent | null> {
    const found = foundIn(reply);
    if (found) return { type: 'stored', link: found.link };
    if (isGone(reply)) return this.#goneAfter(piece, place);
    return reply.status === 409 ? { type: 'taken' } : null;
  }

  /** A session is gone when it ran out, and when its last piece came and only the answer was lost. */
  async #goneAfter({ start, bytes, total }: Piece, place: FilePlace): Promise<Sent> {
    const isLast = start + bytes.length === total;
    const stored = isLast ? await this.#storedAt(place, total) : undefined;
    return stored ?? { type: 'lost' };
  }

  async #nextOf(session: Session): Promise<number | null | 'gone'> {
    const reply = await this.#client.send(sessionCall(session, 'GET'));
    return isGone(reply) ? 'gone' : nextIn(reply);
  }

  /** The name was free, and is ours alone: what has it, whole, is what was sent. */
  async #storedAt(place: FilePlace, size: number): Promise<Stored | undefined> {
    const found = await this.find(place);
    return found?.size === size ? { type: 'stored', link: found.link } : undefined;
  }

  #fail(reply: Reply, call: Call): never {
    throw faultOf(reply, call);
  }
}

const sessionCall = ({ url }: Session, method: 'GET' | 'DELETE'): Call => ({
  method,
  path: '/uploadSession',
  elsewhere: url,
  units: 1,
  priority: 'write',
});

const pieceCall = ({ url }: Session, { start, bytes, total }: Piece, from: number): Call => ({
  method: 'PUT',
  path: '/uploadSession',
  elsewhere: url,
  headers: {
    'Content-Range': `bytes ${start + from}-${start + bytes.length - 1}/${total}`,
    'Content-Length': String(bytes.length - from),
  },
  body: asBuffer(bytes.subarray(from)),
  units: 2,
  priority: 'write',
  // Where the service has come to is asked before a piece goes out again.
  repeatable: false,
  timeoutMs,
});
