import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BoardReply, ProjectReply, SendAgainReply } from '#shared/contract/api.ts';
import type { AreaId } from '#shared/domain/area.ts';
import type { Project } from '#shared/domain/project.ts';
import { defaultRhythm } from '#shared/domain/rhythm.ts';
import { type Environment, readConfig, readProvisioner } from '../../bot/config.ts';
import { type RunningServer, startServer } from '../../bot/start.ts';
import { wire } from '../../bot/wiring.ts';
import { provision } from '../../infra/lists/provision.ts';
import { startTenant, type Tenant } from '../../infra/tenant/tenant.ts';
import { allSteps, aReadyProject } from '../builders/portfolio.ts';
import { castOf, poolsOf } from '../worlds/processes/cast.ts';
import type { Account } from '../worlds/processes/tenantSide.ts';
import { forgetTokens } from '../worlds/tenant/forgetTokens.ts';

/* Two servers over one tenant, by HTTP and Teams' own answers. */

const anyTime = { ...defaultRhythm, asks: 'anyTime' };

/** What comes at all comes in half a minute of a machine that does nothing else. */
const patience = { timeout: 170_000, interval: 100 };
const consultants = ['konsulent', 'konsulent2'];

let folder: string;
let tenant: Tenant;
let servers: readonly RunningServer[];
let accounts: readonly Account[];
let addProject: (project: Project) => Promise<void>;
let made = 0;

const upnOf = (alias: string): string => `${alias}@viborg.example`;
const idOf = (alias: string): string =>
  accounts.find(({ upn }) => upn === upnOf(alias))?.id ?? alias;

const local = async (path: string, body?: unknown, method = 'POST'): Promise<unknown> => {
  const response = await fetch(`${tenant.url}/local/${path}`, {
    ...(body === undefined ? { method: method === 'DELETE' ? method : 'GET' } : { method }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
};

const api = async <T>(
  alias: string,
  method: string,
  path: string,
  body?: unknown,
  at = 0,
): Promise<T> => {
  const { token } = (await local(`token?user=${upnOf(alias)}`)) as { token: string };
  const response = await fetch(`${servers[at]?.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

type Seen = { readonly conversations: readonly { readonly activities: readonly unknown[] }[] };

/** Messages in somebody's chats that hold these words, as they see them. */
const cardsOf = async (alias: string, words: string): Promise<readonly string[]> => {
  const { conversations } = (await local(`chats?user=${upnOf(alias)}&refresh=false`)) as Seen;
  return conversations
    .flatMap(({ activities }) => activities)
    .map((one) => JSON.stringify(one))
    .filter((one) => one.includes(words));
};

const feedOf = async (alias: string): Promise<readonly { readonly title: string }[]> => {
  const { notifications } = (await local(`activity?user=${upnOf(alias)}`)) as {
    notifications: readonly { readonly title: string }[];
  };
  return notifications;
};

type Asked = { readonly projectId: string; readonly title: string };

/** A gate is sent at one of the servers; nobody waits for what follows. */
const ask = async (leadArea: AreaId, at = 0): Promise<Asked> => {
  made += 1;
  const [id, title] = [`d${made}`, `Leveringsprøve nummer ${made}`];
  await addProject(
    aReadyProject('gate1', {
      ...{ id, title, leadArea, areas: [leadArea], askOre: 0, shares: [] },
      ...{ ownerId: idOf('nattevagten'), leadId: idOf('digitek1') },
    }),
  );
  await api('konsulent', 'POST', `/api/projects/${id}/requests`, { gate: 'gate1' }, at);
  return { projectId: id, title };
};

/** What one server wrote, the other has too, without the pause between two looks. */
const freshen = (): Promise<unknown> =>
  Promise.all(servers.map(({ wired }) => wired.mirror.refreshNow()));

const pageOf = ({ projectId }: Asked, at: number): Promise<ProjectReply> =>
  api('konsulent', 'GET', `/api/projects/${projectId}`, undefined, at);

/** Both consultants have one card about the person that names the matter; both pages say so. */
const toldTo = async (asked: Asked, name: string, why: string): Promise<void> => {
  await vi.waitFor(async () => {
    await freshen();
    for (const alias of consultants) {
      const cards = (await cardsOf(alias, `${name} får ikke sine kort`)).filter((card) =>
        card.includes(asked.title),
      );
      expect(cards).toHaveLength(1);
    }
    for (const at of [0, 1])
      expect((await pageOf(asked, at)).unreached).toMatchObject([{ name, why, holdsUp: true }]);
  }, patience);
};

const seenOnce = async (alias: string, asked: Asked): Promise<void> => {
  await vi.waitFor(async () => expect(await cardsOf(alias, asked.title)).toHaveLength(1), patience);
  await vi.waitFor(async () => {
    await freshen();
    for (const at of [0, 1]) expect((await pageOf(asked, at)).unreached).toEqual([]);
  }, patience);
  expect(await cardsOf(alias, asked.title)).toHaveLength(1);
};

/** The consultants' cards about an outage that is over say so in their place. */
const nobodyOut = async (name: string): Promise<void> => {
  await vi.waitFor(async () => {
    for (const alias of consultants)
      expect(await cardsOf(alias, `${name} får ikke sine kort`)).toEqual([]);
  }, patience);
};

beforeAll(async () => {
  forgetTokens();
  folder = await mkdtemp(join(tmpdir(), 'delivery-'));
  tenant = await startTenant({ port: 0, dataDir: folder, serverUrl: 'http://127.0.0.1:9' });
  await local('limits', { connector: 'none' });
  accounts = (await local('people')) as Account[];
  const environment = (await local('config')) as Environment;
  const read = readConfig({ ...environment, PORT: '0' });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const config = { ...read.config, unitsPerMinute: 100_000 };
  const identity = readProvisioner(config, environment);
  await provision({ ...config, ...identity }, { apply: true, say: () => undefined });
  const wired = wire(config);
  await wired.mirror.load();
  // Somebody without the app, and somebody who shuts the bot out, are chefs here.
  const cast = castOf(accounts, 'three');
  const chefs: Readonly<Record<string, string>> = { social: 'uden.app', sundhed: 'blokerer' };
  const rows = cast.rows.map((row) => {
    const alias = row.area === null ? undefined : chefs[row.area];
    const account = accounts.find(({ upn }) => alias !== undefined && upn === upnOf(alias));
    return account ? { ...row, id: account.id, name: account.name, upn: account.upn } : row;
  });
  await wired.stores.people.insertMany(rows);
  await wired.stores.pools.insertMany(poolsOf(Number(wired.deps.clock.day().slice(0, 4)), cast));
  await wired.stores.settings.insertMany([
    { id: 'areas', value: JSON.stringify(cast.areas), lastChange: null },
    // By this machine's clock, which may stand at any hour.
    { id: 'rhythm', value: JSON.stringify(anyTime), lastChange: null },
  ]);
  addProject = async (project) => {
    await wired.stores.steps.insertMany(allSteps(project.id, 'gate1'));
    await wired.stores.projects.insertMany([project]);
    await freshen();
  };
  servers = await Promise.all(
    [0, 1].map(() => startServer(config, { version: 'test', tabFolder: folder })),
  );
  await Promise.all(servers.map(({ wired: { mirror } }) => mirror.load()));
  await local('server', { urls: servers.map(({ url }) => url) });
  // The first call that anybody makes lets Teams tell of the installs that no server has heard of.
  await vi.waitFor(
    async () => expect(await cardsOf('chef.omsorg', 'Hej og velkommen')).toHaveLength(1),
    patience,
  );
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await tenant.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a chef whom Teams refuses', () => {
  const writesBlocked = '{"subCode":"MessageWritesBlocked","details":null,"errorCode":209}';
  it.each([
    ['blocked', { fault: 'blocked-by-user' }],
    ['blocked', { fault: '403', code: 'Forbidden', message: writesBlocked }],
    ['notInstalled', { fault: 'not-in-roster' }],
    ['disabled', { fault: '403', code: 'BotDisabledByAdmin' }],
    ['unknownPerson', { fault: 'conversation-gone' }],
  ])('is told of as %s, and gets the card once when it is sent again: %o', async (why, fault) => {
    const user = upnOf('chef.omsorg');
    await local('faults', { workload: 'connector', user, times: 1_000, ...fault });
    const asked = await ask('omsorg', made % 2);
    await toldTo(asked, 'Chef, Omsorg', why);
    const { projects } = await api<BoardReply>('konsulent', 'GET', '/api/board');
    expect(projects.find(({ id }) => id === asked.projectId)?.waitingFor).toMatchObject({
      unreached: true,
    });
    await local('faults', undefined, 'DELETE');
    const path = `/api/people/${idOf('chef.omsorg')}/send-again`;
    const pressed = await Promise.all(
      [0, 1].map((at) => api<SendAgainReply>('konsulent2', 'POST', path, {}, at)),
    );
    for (const { outcome } of pressed) expect(outcome).not.toBe('still');
    await seenOnce('chef.omsorg', asked);
    await nobodyOut('Chef, Omsorg');
  });

  it('whose conversation is gone gets another one at once', async () => {
    const user = upnOf('chef.omsorg');
    await local('faults', { fault: 'conversation-gone', method: 'POST', path: 'activities', user });
    const asked = await ask('omsorg');
    await seenOnce('chef.omsorg', asked);
  });
});

describe('somebody without the app', () => {
  const name = 'Leder, aktivitetscentret';

  it('gets what waits when they add it, and again after they took it away', async () => {
    const first = await ask('social');
    await toldTo(first, name, 'notInstalled');
    expect(await feedOf('uden.app')).toEqual([]);
    await local('install', { user: upnOf('uden.app') });
    await seenOnce('uden.app', first);
    await nobodyOut(name);

    await local('uninstall', { user: upnOf('uden.app') });
    await toldTo(first, name, 'notInstalled');
    const second = await ask('social', 1);
    await toldTo(second, name, 'notInstalled');
    await local('install', { user: upnOf('uden.app') });
    await seenOnce('uden.app', first);
    await seenOnce('uden.app', second);
    await nobodyOut(name);
  });
});

describe('somebody who has blocked the bot', () => {
  const name = 'Leder, sundhedshuset';

  it('is told in the activity feed, and gets the card soon after the block is lifted', async () => {
    const asked = await ask('sundhed');
    await toldTo(asked, name, 'blocked');
    await vi.waitFor(async () => expect(await feedOf('blokerer')).toHaveLength(1), patience);
    expect((await feedOf('blokerer'))[0]?.title).toContain(asked.title);
    await freshen();
    expect((await pageOf(asked, 1)).unreached).toMatchObject([{ inFeed: true }]);
    await local('unblock', { user: upnOf('blokerer') });
    await seenOnce('blokerer', asked);
    await nobodyOut(name);
    expect(await feedOf('blokerer')).toHaveLength(1);
  });

  it('sees what waits with mine, whatever happened to the card, and sees it once', async () => {
    await local('block', { user: upnOf('blokerer') });
    const asked = await ask('sundhed', 1);
    await toldTo(asked, name, 'blocked');
    const { requests } = await api<{ requests: readonly unknown[] }>(
      ...(['blokerer', 'GET', '/api/requests?waitingFor=me'] as const),
    );
    expect(JSON.stringify(requests)).toContain(asked.title);
    await local('unblock', { user: upnOf('blokerer') });
    await local('say', { user: upnOf('blokerer'), text: 'mine' });
    await seenOnce('blokerer', asked);
  });
});
