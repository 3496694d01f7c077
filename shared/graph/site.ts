import { Fault } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';

export type SiteAddress = {
  /** `viborg.sharepoint.com` */
  readonly host: string;
  /** `/sites/digitek` */
  readonly path: string;
};

type ListIds = ReadonlyMap<string, string>;

/** The site's id and its lists' ids, asked for once; names are what the code knows. */
export class Site {
  readonly #client: GraphClient;
  readonly #address: SiteAddress;
  #id: Promise<string> | undefined;
  #lists: Promise<ListIds> | undefined;

  constructor(client: GraphClient, address: SiteAddress) {
    this.#client = client;
    this.#address = address;
  }

  id(): Promise<string> {
    const { host, path } = this.#address;
    this.#id ??= this.#client.get(`/sites/${host}:/${path.replace(/^\/+/, '')}`, 1).then(
      (site) => String(site['id']),
      (cause: unknown) => {
        this.#id = undefined;
        throw cause;
      },
    );
    return this.#id;
  }

  /** `/sites/{id}/lists/{id}` of a list by its internal name. */
  async pathOf(name: string): Promise<string> {
    const ids = await this.#listIds();
    const id = ids.get(name);
    if (id === undefined) {
      this.forget();
      throw new Fault('graph.rejected', { problem: 'listMissing', list: name });
    }
    return `/sites/${await this.id()}/lists/${id}`;
  }

  /** Lists were made, or removed and made again: ask anew. */
  forget(): void {
    this.#lists = undefined;
  }

  #listIds(): Promise<ListIds> {
    this.#lists ??= this.#askForLists().catch((cause: unknown) => {
      this.#lists = undefined;
      throw cause;
    });
    return this.#lists;
  }

  async #askForLists(): Promise<ListIds> {
    const ids = new Map<string, string>();
    const path = `/sites/${await this.id()}/lists?$select=id,name`;
    for await (const list of this.#client.pages(path, 2)) {
      const { id, name } = list as { id: string; name: string };
      ids.set(name, id);
    }
    return ids;
  }
}
