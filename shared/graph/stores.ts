import { lists } from '#shared/lists/all.ts';
import type { List } from '#shared/lists/list.ts';
import type { Stores } from '#shared/useCases/ports.ts';
import { GraphActivityFeed } from './activityFeed.ts';
import { GraphClient } from './client.ts';
import { DocumentLibrary } from './documents.ts';
import { PictureLibrary } from './files.ts';
import { Limiter } from './limiter.ts';
import { ListMirror } from './listMirror.ts';
import { ListSource } from './listSource.ts';
import { GraphMailboxes } from './mailboxes.ts';
import { Mirror } from './mirror.ts';
import { Site, type SiteAddress } from './site.ts';
import { GraphLog, GraphTable } from './table.ts';
import { realTiming, type Timing } from './timing.ts';
import { type Credential, createTokenSource, type TokenSource } from './token.ts';
import { FileLibrary } from './uploads.ts';
import { Directory } from './users.ts';

export type GraphConfig = {
  /** `https://graph.microsoft.com` */
  readonly graphUrl: string;
  /** `https://login.microsoftonline.com` */
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  readonly site: SiteAddress;
  /** What the tenant's licences allow an app (platform C4); 1,250 is the least. */
  readonly unitsPerMinute: number;
};

/** What a test, or another clock, may put in place of the usual. */
export type GraphOptions = {
  readonly token?: TokenSource;
  readonly timing?: Timing;
  readonly now?: () => string;
  readonly pageSize?: number;
  readonly timeoutMs?: number;
  readonly backoffMs?: number;
  /** How long what somebody waits for may wait for its turn at Graph. */
  readonly patienceMs?: number;
  readonly budget?: { readonly units: number; readonly perMs: number };
  readonly onFault?: (fault: unknown) => void;
};

export type Connected = {
  readonly client: GraphClient;
  readonly limiter: Limiter;
  readonly site: Site;
};

export type GraphStores = Connected & {
  readonly stores: StoresInGraph;
  readonly mirror: Mirror;
  readonly directory: Directory;
  readonly pictures: PictureLibrary;
  readonly documents: DocumentLibrary;
  readonly files: FileLibrary;
  readonly mailboxes: GraphMailboxes;
  readonly feed: GraphActivityFeed;
};

/** The stores of the use cases, which here can also insert in bulk. */
export type StoresInGraph = {
  readonly [K in keyof Stores]: Stores[K] extends { read(id: string): Promise<infer R> }
    ? Bulk<Stores[K], Exclude<R, undefined>>
    : never;
};
type Bulk<S, R> = R extends { readonly value: infer T extends { readonly id: string } }
  ? S & Pick<GraphTable<T>, 'insertMany'>
  : never;

const concurrency = 8;
/** The lists behind the board. */
export const watched: readonly (keyof Stores)[] = [
  'projects',
  'requests',
  'statements',
  'decisions',
  'steps',
  'storyEvents',
];

/** Microsoft's own resource, or that of the other cloud; the local tenant plays Microsoft's. */
const audienceOf = (graphUrl: string): string =>
  graphUrl.startsWith('https:') ? graphUrl.replace(/\/+$/, '') : 'https://graph.microsoft.com';

export const connect = (config: GraphConfig, options: GraphOptions = {}): Connected => {
  const timing = options.timing ?? realTiming;
  const { units, perMs } = options.budget ?? { units: config.unitsPerMinute, perMs: 60_000 };
  const limiter = new Limiter(timing, { units, perMs, concurrency });
  const patience = options.patienceMs ?? 30_000;
  const client = new GraphClient({
    graphUrl: config.graphUrl,
    token: options.token ?? createTokenSource({ ...config, audience: audienceOf(config.graphUrl) }),
    limiter,
    timing,
    patienceMs: { write: patience, read: patience, background: Number.POSITIVE_INFINITY },
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    ...(options.backoffMs === undefined ? {} : { backoffMs: options.backoffMs }),
  });
  return { client, limiter, site: new Site(client, config.site) };
};

/** Nothing is asked of Graph before `mirror.load()`. */
export const createStores = (config: GraphConfig, options: GraphOptions = {}): GraphStores => {
  const connected = connect(config, options);
  const { client, site } = connected;
  const mirror = new Mirror({
    client,
    timing: options.timing ?? realTiming,
    now: options.now ?? (() => new Date().toISOString()),
    watched,
    ...(options.onFault ? { onFault: options.onFault } : {}),
  });
  const table = <T extends { readonly id: string }>(name: string, list: List<T>): GraphTable<T> => {
    const source = new ListSource(list, client, site);
    const pageSize = options.pageSize ?? 999;
    const changed = () => mirror.tell([name]);
    const held = new ListMirror({ list, source, client, site, pageSize, changed });
    mirror.add(name, held);
    return new GraphTable(source, held);
  };
  const { history, paperContents, ...kept } = lists;
  const tables = Object.entries(kept).map(([name, list]) => [
    name,
    table(name, list as List<{ readonly id: string }>),
  ]);
  const stores = {
    ...Object.fromEntries(tables),
    history: new GraphLog(new ListSource(history, client, site)),
    paperContents: new GraphLog(new ListSource(paperContents, client, site)),
  } as StoresInGraph;
  const pictures = new PictureLibrary(client, site);
  const documents = new DocumentLibrary(client, site);
  const files = new FileLibrary(client, site, options.timing ?? realTiming);
  const feed = new GraphActivityFeed(client);
  const directory = new Directory(client);
  const mailboxes = new GraphMailboxes(client);
  return { ...connected, stores, mirror, directory, pictures, documents, files, mailboxes, feed };
};
