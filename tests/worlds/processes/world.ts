import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gate } from '#shared/domain/gates.ts';
import type { Project } from '#shared/domain/project.ts';
import { defaultRhythm } from '#shared/domain/rhythm.ts';
import { lists } from '#shared/lists/all.ts';
import { readConfig, readProvisioner } from '../../../bot/config.ts';
import { type Wired, wire } from '../../../bot/wiring.ts';
import { provision } from '../../../infra/lists/provision.ts';
import { allSteps, aReadyProject } from '../../builders/portfolio.ts';
import { freePort } from '../freePort.ts';
import { Ambush } from './ambush.ts';
import { type Cast, castOf, inTurn, poolsOf } from './cast.ts';
import { Eyes } from './eyes.ts';
import { KnownItems } from './labels.ts';
import { patienceMs, type Started, start, until, untilReady } from './processes.ts';
import { programs } from './programs.ts';
import { ServerSide } from './serverSide.ts';
import { type Account, TenantSide } from './tenantSide.ts';
import { Turns } from './turns.ts';

export type WorldOptions = {
  readonly name: string;
  readonly areas: 'three' | 'many';
  readonly servers?: number;
  /** The programs of the servers, in their order, where they are not all today's. */
  readonly programs?: readonly string[];
};

/** A chef's amount, small enough that no pool of the tests runs dry. */
export const askedOre = 100_00;

type Json = Readonly<Record<string, unknown>>;

/** As many worlds at a time as cores: any more only keep each other waiting. */
const turns = new Turns(availableParallelism());

/** A tenant, its lists, its people, and servers that can be killed: real processes over real HTTP. */
export class World {
  readonly name: string;
  readonly folder: string;
  readonly known: KnownItems;
  readonly ambush: Ambush;
  readonly servers: readonly ServerSide[];
  readonly tenant: TenantSide;
  readonly eyes: Eyes;
  readonly cast: Cast;
  /** The projects as they were put in. */
  readonly seeds = new Map<string, Project>();
  readonly #environment: Record<string, string>;
  readonly #process: Started;
  readonly #wired: Wired;
  readonly #tokens = new Map<string, string>();
  #made = 0;

  private constructor(parts: {
    name: string;
    folder: string;
    known: KnownItems;
    ambush: Ambush;
    servers: readonly ServerSide[];
    tenant: TenantSide;
    eyes: Eyes;
    cast: Cast;
    environment: Record<string, string>;
    process: Started;
    wired: Wired;
  }) {
    this.name = parts.name;
    this.folder = parts.folder;
    this.known = parts.known;
    this.ambush = parts.ambush;
    this.servers = parts.servers;
    this.tenant = parts.tenant;
    this.eyes = parts.eyes;
    this.cast = parts.cast;
    this.#environment = parts.environment;
    this.#process = parts.process;
    this.#wired = parts.wired;
  }

  static async open(options: WorldOptions): Promise<World> {
    await turns.enter();
    const opened: (() => Promise<void>)[] = [];
    try {
      return await World.#begin(options, opened);
    } catch (cause) {
      for (const close of opened) await close();
      turns.leave();
      throw cause;
    }
  }

  /** `opened`: how to end what has been started, in case the rest does not come up. */
  static async #begin(options: WorldOptions, opened: (() => Promise<void>)[]): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), `faults-${options.name}-`));
    const known = new KnownItems();
    const ambush = new Ambush();
    const { server: ours, tenant: tenantFile } = await programs();
    const bundles = options.programs ?? Array.from({ length: options.servers ?? 1 }, () => ours);
    const servers = bundles.map(
      (bundle, at) => new ServerSide({ bundle, folder, name: `server${at}`, known, ambush }),
    );
    opened.push(...servers.map((server) => () => server.close()));
    for (const server of servers) await server.prepare();
    const { url, process } = await startTenant(tenantFile, folder, servers);
    opened.push(() => process.end('SIGTERM'));
    const tenant = new TenantSide(url);
    const environment = (await tenant.get('config')) as Record<string, string>;
    await tenant.post('limits', { connector: 'none' });
    await tenant.post('server', { urls: servers.map((server) => server.url) });
    const cast = castOf((await tenant.get('people')) as Account[], options.areas);
    const wired = await furnish({ ...environment, GRAPH_URL: url, PORT: '0' }, cast);
    const eyes = new Eyes(url, environment, known);
    await eyes.open();
    const given = { folder, known, ambush, servers, tenant, eyes, cast };
    const world = new World({ ...given, environment, process, wired, name: options.name });
    await world.startServers();
    await world.#untilMet();
    return world;
  }

  /** When the first of them began. */
  async startServers(): Promise<number> {
    const began = performance.now();
    await Promise.all(this.servers.map((server) => server.start(this.#environment)));
    return began;
  }

  /** `kill -9` for every server at once. */
  async killServers(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.kill()));
    this.ambush.drop();
  }

  /** `kill -9` for one, and another of its build in its place. */
  async replaceServer(at: number): Promise<void> {
    await this.server(at).kill();
    await this.server(at).start(this.#environment);
  }

  server(at = 0): ServerSide {
    const server = this.servers[at];
    if (!server) throw new RangeError(`there is no server ${at}`);
    return server;
  }

  /** Projects that have all that their gate rests on. */
  async addProjects(count: number, gate: Gate, more: (at: number) => Partial<Project>) {
    const first = this.#made + 1;
    this.#made += count;
    const projects = Array.from({ length: count }, (_, i) => this.#ready(first + i, gate, more));
    await this.#wired.stores.steps.insertMany(
      projects.flatMap((project) => allSteps(project.id, gate)),
    );
    await this.#wired.stores.projects.insertMany(projects);
    for (const project of projects) this.seeds.set(project.id, project);
    return projects;
  }

  /** A call of the tab's API as this person, at this server. */
  async api(user: string, method: string, path: string, body?: Json, at = 0): Promise<Response> {
    const known = this.#tokens.get(user) ?? (await this.tenant.tokenOf(user));
    this.#tokens.set(user, known);
    return fetch(`${this.server(at).url}${path}`, {
      method,
      headers: { authorization: `Bearer ${known}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(patienceMs),
    });
  }

  /** Lets the harness write rows by hand, as people do in SharePoint. */
  get stores(): Wired['stores'] {
    return this.#wired.stores;
  }

  /** Writes into rows what no column of ours would let through, as other programs may. */
  async patch(list: 'projects', rows: readonly { seq: number; fields: Json }[]): Promise<void> {
    const { client, site } = this.#wired;
    const path = await site.pathOf(lists[list].name);
    for (let at = 0; at < rows.length; at += 20) {
      const calls = rows.slice(at, at + 20).map(({ seq, fields }) => ({
        method: 'PATCH' as const,
        path: `${path}/items/${seq}/fields`,
        body: fields,
        units: 2,
        priority: 'write' as const,
      }));
      const refused = (await client.batch(calls)).find((reply) => reply.status !== 200);
      if (refused) throw new Error(JSON.stringify(refused.body));
    }
  }

  async close(): Promise<void> {
    this.ambush.drop();
    for (const server of this.servers) await server.close();
    await this.#process.end('SIGTERM');
    turns.leave();
    if (process.env['KEEP_FAULTS'] === undefined)
      rmSync(this.folder, { recursive: true, force: true });
  }

  #ready(number: number, gate: Gate, more: (at: number) => Partial<Project>): Project {
    const chef = inTurn(this.cast.chefs, number);
    const area = chef.area ?? '';
    const lead = inTurn(this.cast.leads, number);
    const owner = inTurn(this.cast.owners, number);
    const id = `kp${String(number).padStart(5, '0')}`;
    return aReadyProject(gate, {
      id,
      title: `Projekt ${id}`,
      leadArea: area,
      areas: [area],
      leadId: lead.id,
      leadName: lead.name,
      ownerId: owner.id,
      ownerName: owner.name,
      askOre: askedOre,
      shares: [{ pool: `area:${area}`, ore: askedOre }],
      ...more(number),
    });
  }

  /** Teams has told the bot of everybody who has the app. */
  async #untilMet(): Promise<void> {
    const people = new Set(this.cast.rows.map((row) => row.id));
    const met = await until(async () => {
      const { conversations } = await this.eyes.look();
      const chats = new Set(conversations.map((one) => one.personId));
      return (
        [...people].every((id) => chats.has(id)) &&
        conversations.some((one) => one.kind === 'groupChat')
      );
    }, 250);
    if (!met) throw new Error('The bot was not told of everybody.');
  }
}

const startTenant = async (
  file: string,
  folder: string,
  servers: readonly ServerSide[],
): Promise<{ url: string; process: Started }> => {
  const [first] = servers;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  for (const server of servers) server.outbound.target = url;
  const process = start(
    [file],
    {
      TENANT_PORT: String(port),
      TENANT_PUBLIC_URL: first?.graphUrl ?? url,
      DATA_DIR: join(folder, 'data'),
      SERVER_URL: first?.url ?? '',
    },
    join(folder, 'tenant.log'),
  );
  await untilReady(process, `${url}/local/config`);
  return { url, process };
};

/** Makes the lists with the product's own provisioning and puts people, pools and settings in. */
const furnish = async (environment: Record<string, string>, cast: Cast): Promise<Wired> => {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const config = { ...read.config, unitsPerMinute: 100_000 };
  const provisioner = { ...config, ...readProvisioner(read.config, environment) };
  await provision(provisioner, { apply: true, say: () => undefined });
  const wired = wire(config);
  await wired.mirror.load();
  const year = Number(wired.deps.clock.day().slice(0, 4));
  await wired.stores.people.insertMany(cast.rows);
  await wired.stores.pools.insertMany(poolsOf(year, cast));
  await wired.stores.settings.insertMany([
    { id: 'areas', value: JSON.stringify(cast.areas), lastChange: null },
    // These worlds go by this machine's clock, which may stand at any hour.
    {
      ...{ id: 'rhythm', lastChange: null },
      value: JSON.stringify({ ...defaultRhythm, asks: 'anyTime' }),
    },
  ]);
  return wired;
};
