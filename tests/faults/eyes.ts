import { lists } from '#shared/lists/all.ts';
import type { List } from '#shared/lists/list.ts';
import type { KnownItems } from './labels.ts';
import { projectIn } from './labels.ts';

type Environment = Readonly<Record<string, string>>;
type ListName = keyof typeof lists;
type Rows = { readonly [K in ListName]: readonly ValueOf<K>[] };
type ValueOf<K extends ListName> = (typeof lists)[K] extends List<infer T> ? T : never;

/** What the lists hold, read through Graph by somebody who is not the product. */
export type Picture = Rows & {
  /** Rows that cannot be read, with the reason. */
  readonly unread: readonly string[];
  /** The ETag of every row: what changed when nothing should have. */
  readonly etags: ReadonlyMap<string, string>;
};

type Held = { readonly etag: string; readonly fields: Readonly<Record<string, unknown>> };
type Watched = {
  readonly name: ListName;
  readonly id: string;
  link: string;
  items: Map<number, Held>;
};
type Body = Readonly<Record<string, unknown>>;

/** Looks at the lists as anybody with the right could: items by delta, and nothing kept from us. */
export class Eyes {
  readonly #url: string;
  readonly #environment: Environment;
  readonly #known: KnownItems;
  #token = '';
  #lists: Watched[] = [];

  constructor(url: string, environment: Environment, known: KnownItems) {
    this.#url = url;
    this.#environment = environment;
    this.#known = known;
  }

  async open(): Promise<void> {
    this.#token = await this.#askForToken();
    const [host, path] = (this.#environment['SITE'] ?? '').split(':');
    const site = String((await this.#get(`/v1.0/sites/${host}:${path}`))['id']);
    const { value } = await this.#get(`/v1.0/sites/${site}/lists?$select=id,name`);
    const ids = new Map((value as { id: string; name: string }[]).map((one) => [one.name, one.id]));
    this.#lists = (Object.keys(lists) as ListName[]).map((name) => {
      const id = ids.get(lists[name].name);
      if (id === undefined) throw new Error(`The list ${lists[name].name} is missing.`);
      this.#known.nameList(id, lists[name].name);
      const link = `${this.#url}/v1.0/sites/${site}/lists/${id}/items/delta?$expand=fields&$top=999`;
      return { name, id, link, items: new Map() };
    });
  }

  listId(name: ListName): string {
    return this.#lists.find((one) => one.name === name)?.id ?? '';
  }

  async look(): Promise<Picture> {
    await Promise.all(this.#lists.map((list) => this.#readOn(list)));
    const unread: string[] = [];
    const etags = new Map<string, string>();
    const rows = this.#lists.map((list) => [list.name, this.#rowsOf(list, unread, etags)] as const);
    return { ...(Object.fromEntries(rows) as unknown as Rows), unread, etags };
  }

  #rowsOf(list: Watched, unread: string[], etags: Map<string, string>): readonly unknown[] {
    const declared = lists[list.name] as unknown as List<{ readonly id: string }>;
    return [...list.items]
      .sort(([a], [b]) => a - b)
      .flatMap(([seq, item]) => {
        etags.set(`${list.name}/${seq}`, item.etag);
        const parsed = declared.fromFields(item.fields);
        if (parsed.ok) return [parsed.value];
        unread.push(`${list.name}/${seq}: ${parsed.field} ${parsed.problem}`);
        return [];
      });
  }

  async #readOn(list: Watched): Promise<void> {
    for (;;) {
      const body = await this.#get(list.link);
      for (const item of body['value'] as readonly Body[]) this.#take(list, item);
      const next = body['@odata.nextLink'];
      list.link = String(next ?? body['@odata.deltaLink']);
      if (next === undefined) return;
    }
  }

  #take(list: Watched, item: Body): void {
    const seq = Number(item['id']);
    if (item['deleted']) {
      list.items.delete(seq);
      return;
    }
    const fields = (item['fields'] ?? {}) as Held['fields'];
    list.items.set(seq, { etag: String(item['eTag'] ?? item['@odata.etag']), fields });
    const project = projectIn(JSON.stringify([fields['Key'], fields['ProjectId']]));
    if (project !== null) this.#known.note(list.id, String(seq), project);
  }

  async #askForToken(): Promise<string> {
    const { TENANT_ID, CLIENT_ID, CLIENT_SECRET } = this.#environment;
    const answer = await fetch(`${this.#url}/${TENANT_ID}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: CLIENT_ID ?? '',
        client_secret: CLIENT_SECRET ?? '',
        scope: 'https://graph.microsoft.com/.default',
      }),
    });
    return String(((await answer.json()) as Body)['access_token']);
  }

  async #get(path: string): Promise<Body> {
    const url = path.startsWith('http') ? path : `${this.#url}${path}`;
    for (let tries = 0; ; tries += 1) {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${this.#token}` } });
      if (answer.ok) return (await answer.json()) as Body;
      if (answer.status !== 401 || tries > 0)
        throw new Error(`${answer.status} ${url}: ${await answer.text()}`);
      this.#token = await this.#askForToken();
    }
  }
}
