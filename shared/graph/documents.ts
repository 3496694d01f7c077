import { minutesFolder, paperFolder } from '#shared/lists/documents.ts';
import type { DocumentPlace, Documents } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import { Drive, foundIn, isTaken } from './drive.ts';
import { type Call, faultOf, isDone, isOpen } from './reply.ts';
import type { Site } from './site.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A file is longer under way than a row. */
const timeoutMs = 20_000;

const namesOf = ({ projectId, name }: DocumentPlace): readonly string[] =>
  projectId === null ? [minutesFolder, name] : [paperFolder, projectId, name];

/** The Word documents of papers, as files of the library. */
export class DocumentLibrary implements Documents {
  readonly #client: GraphClient;
  readonly #drive: Drive;

  constructor(client: GraphClient, site: Site) {
    this.#client = client;
    this.#drive = new Drive(client, site);
  }

  /** Never over another file: a version has a name of its own, and what has it is that version. */
  async put(place: DocumentPlace, bytes: Uint8Array): Promise<string> {
    const call: Call = {
      method: 'PUT',
      path: `${await this.#drive.pathOf(namesOf(place))}:/content?@microsoft.graph.conflictBehavior=fail`,
      headers: { 'Content-Type': wordType },
      // The official client sends the whole memory behind any other kind of bytes.
      body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      units: 2,
      priority: 'write',
      timeoutMs,
    };
    const reply = await this.#client.send(call);
    const link = foundIn(reply)?.link;
    if (link !== undefined) return link;
    if (reply.status === 404) this.#drive.forget();
    if (!isTaken(reply) && !isOpen(reply) && !isDone(reply)) throw faultOf(reply, call);
    const found = await this.#drive.find(namesOf(place));
    if (found === undefined) throw faultOf(reply, call);
    return found.link;
  }
}
