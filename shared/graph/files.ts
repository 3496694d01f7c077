import { createHash } from 'node:crypto';
import { documents } from '#shared/lists/documents.ts';
import { Fault, type Pictures, type PictureType } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import { type Call, faultOf, isDone, isOpen, type Reply } from './reply.ts';
import type { Site } from './site.ts';

const folder = 'Historier';
const mostAttempts = 3;
/** A file is longer under way than a row. */
const timeoutMs = 20_000;
/** Nothing larger is ever put there; what is has been put by hand. */
const mostBytes = 4 * 1_024 * 1_024;

const endings: Readonly<Record<PictureType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const typeOf = (id: string): PictureType => (id.endsWith('.png') ? 'image/png' : 'image/jpeg');

/** A picture is named by what it is, so the same one has one name and a name has one picture. */
export const pictureIdOf = (bytes: Uint8Array, type: PictureType): string =>
  `${hashOf(bytes)}.${endings[type]}`;

/** Somebody else has the name, or SharePoint is still busy with the file (platform C3, C10). */
const isTaken = (reply: Reply): boolean => [409, 412, 423].includes(reply.status);

/** The pictures of the stories, as files of the library. */
export class PictureLibrary implements Pictures {
  readonly #client: GraphClient;
  readonly #site: Site;
  #drive: Promise<string> | undefined;

  constructor(client: GraphClient, site: Site) {
    this.#client = client;
    this.#site = site;
  }

  /**
   * Never over another file at first: a name that is taken has these very bytes, unless somebody
   * has changed the file by hand, and then it is put right.
   */
  async put(id: string, bytes: Uint8Array, type: PictureType): Promise<void> {
    let attempt = 1;
    while (!(await this.#tryPut(id, bytes, type, attempt))) attempt += 1;
  }

  /** True when the picture stands there; false when its name is taken by something else. */
  async #tryPut(
    id: string,
    bytes: Uint8Array,
    type: PictureType,
    attempt: number,
  ): Promise<boolean> {
    const call = await this.#putCall(id, bytes, type, attempt === 1 ? 'fail' : 'replace');
    const reply = await this.#client.send(call);
    if (isDone(reply)) return true;
    // The library itself is gone, or was made anew: the next one asks where it is.
    if (reply.status === 404) this.#forget();
    if (!isTaken(reply) && !isOpen(reply)) throw faultOf(reply, call);
    if (await this.#isThere(id, reply)) return true;
    if (isOpen(reply) || attempt >= mostAttempts) throw faultOf(reply, call);
    return false;
  }

  /** Only what the name says: a file that was changed by hand is not the picture. */
  async read(id: string): Promise<{ bytes: Uint8Array; type: PictureType } | undefined> {
    const call: Call = {
      method: 'GET',
      path: await this.#pathOf(id),
      bytesUpTo: mostBytes,
      units: 1,
      priority: 'read',
      timeoutMs,
    };
    const reply = await this.#client.send(call);
    if (reply.status === 404) return undefined;
    if (!isDone(reply)) throw faultOf(reply, call);
    const { bytes } = reply;
    const type = typeOf(id);
    return bytes && pictureIdOf(bytes, type) === id ? { bytes, type } : undefined;
  }

  /** A failure to look leaves a write that may be done unknown. */
  async #isThere(id: string, written: Reply): Promise<boolean> {
    try {
      return (await this.read(id)) !== undefined;
    } catch (cause) {
      if (!(cause instanceof Fault) || !(isOpen(written) || written.doubtful)) throw cause;
      throw new Fault(cause.code, { ...cause.context, outcome: 'unknown' }, cause);
    }
  }

  async #putCall(
    id: string,
    bytes: Uint8Array,
    type: PictureType,
    behavior: 'fail' | 'replace',
  ): Promise<Call> {
    return {
      method: 'PUT',
      path: `${await this.#pathOf(id)}?@microsoft.graph.conflictBehavior=${behavior}`,
      headers: { 'Content-Type': type },
      // The official client sends the whole memory behind any other kind of bytes.
      body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      units: 2,
      priority: 'write',
      timeoutMs,
    };
  }

  /** SharePoint makes the folder when the first file is put there. */
  async #pathOf(id: string): Promise<string> {
    this.#drive ??= this.#askForDrive().catch((cause: unknown) => {
      this.#drive = undefined;
      throw cause;
    });
    return `/drives/${await this.#drive}/root:/${folder}/${id}:/content`;
  }

  async #askForDrive(): Promise<string> {
    const drive = await this.#client.get(`${await this.#site.pathOf(documents.name)}/drive`, 1);
    return String(drive['id']);
  }

  #forget(): void {
    this.#drive = undefined;
    this.#site.forget();
  }
}
