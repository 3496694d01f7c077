import { documents, minutesFolder, paperFolder } from '#shared/lists/documents.ts';
import { type DocumentPlace, type Documents, Fault } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import { type Call, faultOf, isDone, isOpen, type Reply } from './reply.ts';
import type { Site } from './site.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A file is longer under way than a row. */
const timeoutMs = 20_000;

/** Somebody else has the name, or SharePoint is still busy with the file (platform C3, C10). */
const isTaken = (reply: Reply): boolean => [409, 412, 423].includes(reply.status);

const linkIn = (reply: Reply): string | undefined => {
  const link = reply.body['webUrl'];
  return typeof link === 'string' && link !== '' ? link : undefined;
};

/** The Word documents of papers, as files of the library. */
export class DocumentLibrary implements Documents {
  readonly #client: GraphClient;
  readonly #site: Site;
  #drive: Promise<string> | undefined;

  constructor(client: GraphClient, site: Site) {
    this.#client = client;
    this.#site = site;
  }

  /** Never over another file: a version has a name of its own, and what has it is that version. */
  async put(place: DocumentPlace, bytes: Uint8Array): Promise<string> {
    const call = await this.#putCall(place, bytes);
    const reply = await this.#client.send(call);
    const link = isDone(reply) ? linkIn(reply) : undefined;
    if (link !== undefined) return link;
    // The library itself is gone, or was made anew: the next one asks where it is.
    if (reply.status === 404) this.#forget();
    if (!isTaken(reply) && !isOpen(reply) && !isDone(reply)) throw faultOf(reply, call);
    const found = await this.#linkOf(place);
    if (found === undefined) throw faultOf(reply, call);
    return found;
  }

  /** Where a document lies; undefined when it does not. */
  async #linkOf(place: DocumentPlace) {
    const path = `${await this.#pathOf(place)}?$select=id,webUrl`;
    const call: Call = { method: 'GET', path, units: 1, priority: 'write' };
    const reply = await this.#client.send(call);
    if (reply.status === 404) return undefined;
    if (!isDone(reply)) throw faultOf(reply, call);
    return linkIn(reply);
  }

  async #putCall(place: DocumentPlace, bytes: Uint8Array): Promise<Call> {
    return {
      method: 'PUT',
      path: `${await this.#pathOf(place)}:/content?@microsoft.graph.conflictBehavior=fail`,
      headers: { 'Content-Type': wordType },
      // The official client sends the whole memory behind any other kind of bytes.
      body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      units: 2,
      priority: 'write',
      timeoutMs,
    };
  }

  /** SharePoint makes the folders when the first file is put there. */
  async #pathOf({ projectId, name }: DocumentPlace) {
    this.#drive ??= this.#askForDrive().catch((cause: unknown) => {
      this.#drive = undefined;
      throw cause;
    });
    const folders = projectId === null ? [minutesFolder] : [paperFolder, projectId];
    const path = [...folders, name].map(encodeURIComponent).join('/');
    return `/drives/${await this.#drive}/root:/${path}`;
  }

  async #askForDrive(): Promise<string> {
    const drive = await this.#client.get(`${await this.#site.pathOf(documents.name)}/drive`, 1);
    const id = drive['id'];
    if (typeof id !== 'string') throw new Fault('graph.rejected', { problem: 'driveMissing' });
    return id;
  }

  #forget(): void {
    this.#drive = undefined;
    this.#site.forget();
  }
}
