/** One write as it goes by: what it is a step of, and of which project. */
export type Write = { readonly label: string; readonly project: string | null };

type Fields = Readonly<Record<string, unknown>>;

/** Every project of these tests is called `kp00017`, and so is everything that belongs to it. */
const projectPattern = /kp\d{5}/;

/** What may only be called by a UUID, such as a DigiTek 360, has the number of its project in that. */
const uuidPattern = /fa0(\d{5})-0000-4000-8000/;
export const uuidOfProject = (project: string): string =>
  `fa0${project.slice(2)}-0000-4000-8000-000000000000`;

export const projectIn = (text: string): string | null => {
  const named = projectPattern.exec(text)?.[0];
  const [, number] = uuidPattern.exec(text) ?? [];
  return named ?? (number === undefined ? null : `kp${number}`);
};

/** Which project an item belongs to that a write names by its number alone. */
export class KnownItems {
  readonly #projects = new Map<string, string>();
  readonly #names = new Map<string, string>();

  nameList(id: string, name: string): void {
    this.#names.set(id.toLowerCase(), name);
  }

  nameOf(listId: string): string {
    return this.#names.get(listId.toLowerCase()) ?? listId;
  }

  note(listId: string, seq: string, project: string): void {
    this.#projects.set(`${listId.toLowerCase()}/${seq}`, project);
  }

  projectOf(listId: string, seq: string): string | null {
    return this.#projects.get(`${listId.toLowerCase()}/${seq}`) ?? null;
  }
}

const kindOf = (fields: Fields): string => {
  const kind = fields['Kind'];
  return typeof kind === 'string' ? kind : '';
};

const changeOf = (list: string, fields: Fields): string => {
  if (list !== 'Outbox') return '';
  if (typeof fields['State'] === 'string') return fields['State'];
  return 'ShownRevision' in fields ? 'shown' : 'claimed';
};

const itemPath = /\/lists\/([0-9a-f-]{36})\/items(?:\/(\d+))?/i;

const parsed = (text: string): Fields => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
};

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const graphWrite = (method: string, path: string, body: string, known: KnownItems): Write => {
  const [, listId = '', seq] = itemPath.exec(path) ?? [];
  const list = known.nameOf(listId);
  const sent = parsed(body);
  const fields = isObject(sent['fields']) ? sent['fields'] : sent;
  const project = projectIn(body) ?? (seq ? known.projectOf(listId, seq) : null);
  if (method !== 'POST') return { label: `${list}~${changeOf(list, fields)}`, project };
  return { label: `${list}+${kindOf(fields)}`, project };
};

/** The parts of a batch that write. */
const batchWrites = (body: string, known: KnownItems): readonly Write[] => {
  const { requests } = parsed(body);
  if (!Array.isArray(requests)) return [];
  return requests.filter(isObject).flatMap((part) => {
    const method = String(part['method']);
    const text = JSON.stringify(part['body'] ?? {});
    return method === 'GET' ? [] : [graphWrite(method, String(part['url']), text, known)];
  });
};

/** What a call writes, if it writes: to a list, or in Teams. Asking for a token is no write. */
export const writesIn = (
  method: string,
  path: string,
  body: string,
  known: KnownItems,
): readonly Write[] => {
  if (method === 'GET' || method === 'HEAD') return [];
  if (/\/\$batch/.test(path)) return batchWrites(body, known);
  if (itemPath.test(path)) return [graphWrite(method, path, body, known)];
  if (!path.startsWith('/connector/')) return [];
  return [{ label: method === 'PUT' ? 'card drawn anew' : 'card sent', project: projectIn(body) }];
};

/** Remembers what the tenant says a new item is called. */
export const noteCreated = (
  path: string,
  answer: string,
  project: string | null,
  known: KnownItems,
): void => {
  const [, listId = ''] = itemPath.exec(path) ?? [];
  const id = parsed(answer)['id'];
  if (project !== null && typeof id === 'string') known.note(listId, id, project);
};
