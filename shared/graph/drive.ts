import { documents } from '#shared/lists/documents.ts';
import { Fault } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import { type Call, faultOf, isDone, type Reply } from './reply.ts';
import type { Site } from './site.ts';

/** Somebody else has the name, or SharePoint is still busy with the file (platform C3, C10). */
export const isTaken = (reply: Reply): boolean => [409, 412, 423].includes(reply.status);

export type FoundFile = { readonly link: string; readonly size: number };

const fileIn = ({ webUrl, size }: Reply['body']): FoundFile | undefined =>
  typeof webUrl === 'string' && webUrl !== '' ? { link: webUrl, size: Number(size) } : undefined;

/** Where a file lies, as an answer says it; undefined when it says nothing of a file. */
export const foundIn = (reply: Reply): FoundFile | undefined =>
  isDone(reply) ? fileIn(reply.body) : undefined;

/** The library's files, by folders and name. SharePoint makes the folders with the first file. */
export class Drive {
  readonly #client: GraphClient;
  readonly #site: Site;
  #id: Promise<string> | undefined;

  constructor(client: GraphClient, site: Site) {
    this.#client = client;
    this.#site = site;
  }

  async pathOf(names: readonly string[]): Promise<string> {
    this.#id ??= this.#askForId().catch((cause: unknown) => {
      this.#id = undefined;
      throw cause;
    });
    return `/drives/${await this.#id}/root:/${names.map(encodeURIComponent).join('/')}`;
  }

  /** Undefined when there is no such file. */
  async find(names: readonly string[]): Promise<FoundFile | undefined> {
    const path = `${await this.pathOf(names)}?$select=id,webUrl,size`;
    const call: Call = { method: 'GET', path, units: 1, priority: 'write' };
    const reply = await this.#client.send(call);
    if (reply.status === 404) return undefined;
    if (!isDone(reply)) throw faultOf(reply, call);
    return foundIn(reply);
  }

  /** The library is gone, or was made anew: the next one asks where it is. */
  forget(): void {
    this.#id = undefined;
    this.#site.forget();
  }

  async #askForId(): Promise<string> {
    const drive = await this.#client.get(`${await this.#site.pathOf(documents.name)}/drive`, 1);
    const id = drive['id'];
    if (typeof id !== 'string') throw new Fault('graph.rejected', { problem: 'driveMissing' });
    return id;
  }
}
