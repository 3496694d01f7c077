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

/** An item as it was read: what it says, or why it says nothing. */
type Held = { readonly etag: string; readonly value?: unknown; readonly problem?: string };
type Watched = {
  readonly name: ListName;
  readonly id: string;
  link: string;
  readonly items: Map<number, Held>;
  /** The values in order, until something changes. */
  values: readonly unknown[] | undefined;
};
type Body = Readonly<Record<string, unknown>>;
type Part = { readonly id: string; readonly status: number; readonly body: Body };

/** What a $batch may hold. */
const mostParts = 20;

/** Looks at the lists as anybody with the right could: items by delta, and nothing kept from us. */
export class Eyes {
  readonly #url: string;
  readonly #environment: Environment;
  readonly #known: KnownItems;
  #token = '';
  #lists: Watched[] = [];
  /** The last picture, until something changes: what was found out about it need not be again. */
  #seen: Picture | undefined;

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
      return { name, id, link, items: new Map(), values: undefined };
    });
  }

  listId(name: ListName): string {
    return this.#lists.find((one) => one.name === name)?.id ?? '';
  }

  /** Everything that changed, in as few calls as Graph takes. */
  async look(): Promise<Picture> {
    let behind: readonly Watched[] = this.#lists;
    while (behind.length > 0)
      behind = [...(await this.#readOn(behind.slice(0, mostParts))), ...behind.slice(mostParts)];
    this.#seen ??= this.#picture();
    return this.#seen;
  }

  #picture(): Picture {
    const unread: string[] = [];
    const etags = new Map<string, string>();
    for (const list of this.#lists)
      for (const [seq, item] of list.items) {
        etags.set(`${list.name}/${seq}`, item.etag);
        if (item.problem) unread.push(`${list.name}/${seq}: ${item.problem}`);
      }
    const rows = this.#lists.map((list) => [list.name, valuesOf(list)] as const);
    return { ...(Object.fromEntries(rows) as unknown as Rows), unread, etags };
  }

  /** Asks once for each list; those that have more to tell are asked again. */
  async #readOn(asked: readonly Watched[]): Promise<readonly Watched[]> {
    const requests = asked.map((list) => ({
      id: list.name,
      method: 'GET',
      url: list.link.slice(list.link.indexOf('/v1.0') + '/v1.0'.length),
    }));
    const { responses } = await this.#call('/v1.0/$batch', { requests });
    const behind: Watched[] = [];
    for (const { id, status, body } of responses as readonly Part[]) {
      const list = asked.find((one) => one.name === id);
      if (!list || status !== 200) throw new Error(`${id}: ${status} ${JSON.stringify(body)}`);
      for (const item of body['value'] as readonly Body[]) this.#take(list, item);
      const next = body['@odata.nextLink'];
      list.link = String(next ?? body['@odata.deltaLink']);
      if (next !== undefined) behind.push(list);
    }
    return behind;
  }

  #take(list: Watched, item: Body): void {
    const seq = Number(item['id']);
    list.values = undefined;
    this.#seen = undefined;
    if (item['deleted']) {
      list.items.delete(seq);
      return;
    }
    const fields = (item['fields'] ?? {}) as Body;
    const declared = lists[list.name] as unknown as List<{ readonly id: string }>;
    const parsed = declared.fromFields(fields);
    const etag = String(item['eTag'] ?? item['@odata.etag']);
    list.items.set(
      seq,
      parsed.ok
        ? { etag, value: parsed.value }
        : { etag, problem: `${parsed.field} ${parsed.problem}` },
    );
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

  #get(path: string): Promise<Body> {
    return this.#call(path);
  }

  async #call(path: string, body?: Body): Promise<Body> {
    for (let tries = 0; ; tries += 1) {
      const answer = await fetch(`${this.#url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (answer.ok) return (await answer.json()) as Body;
      if (answer.status !== 401 || tries > 0)
        throw new Error(`${answer.status} ${path}: ${await answer.text()}`);
      this.#token = await this.#askForToken();
    }
  }
}

const valuesOf = (list: Watched): readonly unknown[] => {
  list.values ??= [...list.items]
    .sort(([a], [b]) => a - b)
    .flatMap(([, item]) => (item.problem ? [] : [item.value]));
  return list.values;
};
