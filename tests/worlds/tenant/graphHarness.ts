import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessClaims, VerifyAccess } from '../../../infra/tenant/entra/verify.ts';
import { Faults } from '../../../infra/tenant/faults.ts';
import { createGraph } from '../../../infra/tenant/graph/server.ts';
import type {
  ActivityNotification,
  TeamsApps,
} from '../../../infra/tenant/graph/wire/surroundings.ts';
import type { Store } from '../../../infra/tenant/store/store.ts';
import { openStore } from '../../../infra/tenant/store/store.ts';
import { keepAliveMs } from '../../../infra/tenant/tenant.ts';

export const serverApp = { clientId: '11111111-1111-4111-8111-111111111111', name: 'Server' };
export const adminApp = { clientId: '22222222-2222-4222-8222-222222222222', name: 'Admin' };

export const surroundings = {
  tenantId: '99999999-9999-4999-8999-999999999999',
  site: { hostname: 'kommune.sharepoint.example', path: '/sites/digitek', displayName: 'DigiTek' },
  people: [
    { id: 'aaaaaaaa-0000-4000-8000-000000000001', upn: 'chef@kommune.example', name: 'Chef' },
    { id: 'aaaaaaaa-0000-4000-8000-000000000002', upn: 'uden@kommune.example', name: 'Uden app' },
  ],
  serverApp,
  provisioningApp: adminApp,
  teamsAppId: '33333333-3333-4333-8333-333333333333',
} as const;

export const siteAddress = `${surroundings.site.hostname}:${surroundings.site.path}`;

/** The header of a caller: who it is and what its token holds. A real token is checked elsewhere. */
export function bearer(roles: readonly string[], appid: string = serverApp.clientId): string {
  return `Bearer ${Buffer.from(JSON.stringify({ roles, appid })).toString('base64url')}`;
}

export const asServer = bearer(['Sites.Selected', 'User.ReadBasic.All', 'TeamsActivity.Send.User']);
export const asAdmin = bearer(['Sites.FullControl.All'], adminApp.clientId);

const fakeVerify: VerifyAccess = (authorization) => {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    const refused = { status: 401, code: 'InvalidAuthenticationToken', message: 'Empty.' } as const;
    return Promise.resolve(refused);
  }
  const claims = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as AccessClaims;
  return Promise.resolve({ ...claims, aud: 'graph', tid: surroundings.tenantId });
};

export class FakeTeams implements TeamsApps {
  readonly installed = new Set<string>([surroundings.people[0].id]);
  readonly notified: { userId: string; notification: ActivityNotification }[] = [];
  isInstalled(userId: string): boolean {
    return this.installed.has(userId);
  }
  install(userId: string): void {
    this.installed.add(userId);
  }
  uninstall(userId: string): void {
    this.installed.delete(userId);
  }
  notify(userId: string, notification: ActivityNotification): void {
    this.notified.push({ userId, notification });
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever Graph answers.
  readonly body: any;
}

export class GraphUnderTest {
  readonly dir: string;
  readonly faults = new Faults(() => this.clock.at);
  readonly teams = new FakeTeams();
  readonly clock = { at: Date.parse('2026-11-22T09:30:15Z'), now: (): number => this.clock.at };
  store: Store;
  base = '';
  #server: Server | undefined;
  readonly #ruPerMinute: number;

  constructor(ruPerMinute = 10_000_000) {
    this.dir = mkdtempSync(join(tmpdir(), 'tenant-graph-'));
    this.store = openStore(this.dir);
    this.#ruPerMinute = ruPerMinute;
  }

  async start(): Promise<this> {
    const graph = createGraph({
      store: this.store,
      clock: this.clock,
      verify: fakeVerify,
      faults: this.faults,
      organisation: surroundings,
      teams: this.teams,
      ruPerMinute: this.#ruPerMinute,
    });
    const server = createServer((req, res) => {
      const parts: Buffer[] = [];
      req.on('data', (part: Buffer) => parts.push(part));
      req.on('end', () => void graph(req, res, Buffer.concat(parts)));
    });
    server.keepAliveTimeout = keepAliveMs;
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    this.#server = server;
    this.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
    return this;
  }

  async #close(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
    this.#server = undefined;
    this.store.close();
  }

  /** A new process on the same folder, as after a restart. */
  async restart(): Promise<void> {
    await this.#close();
    this.store = openStore(this.dir);
    await this.start();
  }

  async stop(): Promise<void> {
    await this.#close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const url = path.startsWith('http') ? path : `${this.base}${path}`;
    const answer = await fetch(url, {
      method,
      headers: { authorization: asServer, 'content-type': 'application/json', ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  patch(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PATCH', path, body, headers);
  }

  delete(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** A list to test with; the address of it. */
  async aList(
    displayName = 'Projects',
    columns: readonly object[] = usualColumns,
  ): Promise<string> {
    const site = await this.get(`/sites/${siteAddress}`);
    const made = await this.post(
      `/sites/${site.body.id}/lists`,
      { displayName, columns, list: { template: 'genericList' } },
      { authorization: asAdmin },
    );
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return `/sites/${site.body.id}/lists/${made.body.id}`;
  }
}

export const usualColumns = [
  { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
  { name: 'Phase', choice: { choices: ['idea', 'trial'] }, indexed: true },
  { name: 'Amount', number: {}, indexed: true },
  { name: 'Note', text: { allowMultipleLines: true } },
  { name: 'Plain', text: {} },
  { name: 'Active', boolean: {} },
  { name: 'Due', dateTime: { format: 'dateTime' }, indexed: true },
  { name: 'Owner', personOrGroup: {} },
  { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
  { name: 'Secret', text: {}, hidden: true },
];
