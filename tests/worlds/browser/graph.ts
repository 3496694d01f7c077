import { createHash } from 'node:crypto';

type Fields = Record<string, unknown>;

/** The lists as anybody with the right sees them: over Graph, past the product. */
export class Graph {
  private readonly url: string;
  private site = '';
  private token = '';

  constructor(url: string) {
    this.url = url;
  }

  /** Rows of a list whose indexed field has a value, as SharePoint keeps them. */
  async rows(list: string, field: string, value: string): Promise<readonly Fields[]> {
    await this.enter();
    const filter = encodeURIComponent(`fields/${field} eq '${value}'`);
    const path = `/v1.0/sites/${this.site}/lists/${list}/items?$expand=fields&$filter=${filter}`;
    const { value: items } = await this.get<{ value: { fields: Fields }[] }>(path);
    return items.map(({ fields }) => fields);
  }

  async row(list: string, key: string): Promise<Fields> {
    const [row] = await this.rows(list, 'Key', key);
    if (!row) throw new Error(`${list} has no row ${key}.`);
    return row;
  }

  /** A subject's chain, with the hashes reckoned again from what is stored. */
  async history(subject: string): Promise<{
    readonly kinds: readonly string[];
    readonly holds: boolean;
  }> {
    const rows = [...(await this.rows('History', 'Subject', subject))].sort(
      (a, b) => Number(a['Seq']) - Number(b['Seq']),
    );
    let previous = '0'.repeat(64);
    const holds = rows.every((row, place) => {
      const linked = row['PreviousHash'] === previous && Number(row['Seq']) === place + 1;
      previous = String(row['Hash']);
      return linked && previous === hashOf(row);
    });
    return { kinds: rows.map((row) => String(row['Kind'])), holds };
  }

  private async enter(): Promise<void> {
    if (this.site !== '') return;
    const config = (await (await fetch(`${this.url}/local/config`)).json()) as Record<
      string,
      string
    >;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: config['CLIENT_ID'] ?? '',
      client_secret: config['CLIENT_SECRET'] ?? '',
      scope: 'https://graph.microsoft.com/.default',
    });
    const answer = await fetch(`${this.url}/${config['TENANT_ID']}/oauth2/v2.0/token`, {
      method: 'POST',
      body: form,
    });
    this.token = ((await answer.json()) as { access_token: string }).access_token;
    this.site = (await this.get<{ id: string }>(`/v1.0/sites/${config['SITE']}`)).id;
  }

  private async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

const sealed = ['PreviousHash', 'Subject', 'Seq', 'Cause', 'Kind', 'ById', 'ByName', 'At'];

const hashOf = (row: Fields): string =>
  createHash('sha256')
    .update(
      JSON.stringify([...sealed.map((name) => row[name]), row['Before'] ?? '', row['After'] ?? '']),
    )
    .digest('hex');
