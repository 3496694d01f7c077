import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { Project } from '#shared/domain/project.ts';
import { registerApi } from '../../../bot/api/api.ts';
import type { Freshness } from '../../../bot/api/context.ts';
import { SigningKeys } from '../../../bot/api/signingKeys.ts';
import { TabTokens } from '../../../bot/api/tabToken.ts';
import { registerHealth } from '../../../bot/http/health.ts';
import { Metrics } from '../../../bot/http/metrics.ts';
import { registerPictures } from '../../../bot/http/pictures.ts';
import { createServer } from '../../../bot/http/server.ts';
import { allSteps, aReadyProject, furnish } from '../../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../memory/memoryStores.ts';
import { FakeTeams } from '../memory/teams.ts';

export const tenantId = '3c9e5f10-7d24-4b86-a1f8-0e2d6b9c4a75';
export const clientId = '6f1d2b60-8a43-4c1e-9d57-2e0b7c94a1f3';
export const authorityUrl = 'https://login.example';
export const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

const tokenConfig = {
  tenantId,
  clientId,
  botId: clientId,
  authorityUrl,
  publicUrl: 'https://portefolje.example',
};

/** The object ids behind the names that the tests call people by. */
const ids: Readonly<Record<string, string>> = {
  'chef-social': '00000000-0000-4000-8000-000000000001',
  'chef-sundhed': '00000000-0000-4000-8000-000000000002',
  'chef-omsorg': '00000000-0000-4000-8000-000000000003',
  consultant: '00000000-0000-4000-8000-000000000004',
  digitek: '00000000-0000-4000-8000-000000000005',
  owner: '00000000-0000-4000-8000-000000000006',
  lead: '00000000-0000-4000-8000-000000000007',
  direktor: '00000000-0000-4000-8000-000000000008',
  leder: '00000000-0000-4000-8000-000000000009',
  communications: '00000000-0000-4000-8000-00000000000a',
  nobody: '00000000-0000-4000-8000-00000000000b',
  it: '00000000-0000-4000-8000-00000000000c',
};

export const idOf = (name: string): string => ids[name] ?? name;

const keyId = 'k1';
export const signingKey = await generateKeyPair('RS256', { extractable: true });
export const publicJwk = { ...(await exportJWK(signingKey.publicKey)), kid: keyId, use: 'sig' };

const seconds = (): number => Math.floor(Date.now() / 1_000);

export const goodClaims = (name: string): JWTPayload => ({
  aud: clientId,
  iss: `${authorityUrl}/${tenantId}/v2.0`,
  azp: teamsWeb,
  name,
  oid: idOf(name),
  scp: 'access_as_user',
  tid: tenantId,
  ver: '2.0',
  iat: seconds(),
  nbf: seconds(),
  exp: seconds() + 3_600,
});

export const goodHeader = { alg: 'RS256', kid: keyId, typ: 'JWT' };

export const sign = (
  claims: JWTPayload,
  header: Record<string, unknown> = goodHeader,
  key: CryptoKey = signingKey.privateKey,
): Promise<string> => new SignJWT(claims).setProtectedHeader({ ...header, alg: 'RS256' }).sign(key);

const tokens = new Map<string, Promise<string>>();

/** A good token of somebody's, signed once: it is good for an hour. */
const tokenOf = (name: string): Promise<string> => {
  const token = tokens.get(name) ?? sign(goodClaims(name));
  tokens.set(name, token);
  return token;
};

export type Fetched = { count: number; fail: boolean };

/** Keys that come from the test instead of a network, and how often they were asked for. */
export const testKeys = (fetched: Fetched, now?: () => number): SigningKeys =>
  new SigningKeys(
    `${authorityUrl}/${tenantId}/discovery/v2.0/keys`,
    async () => {
      fetched.count += 1;
      if (fetched.fail) throw new TypeError('fetch failed');
      return Response.json({ keys: [publicJwk] });
    },
    now,
  );

export type Answered = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back.
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly raw: Buffer;
};

export type Ask = {
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Sent as it is. */
  readonly raw?: string | Buffer;
};

/** A route as the server has it. */
export type Served = { readonly method: string; readonly url: string };

export type ApiWorld = {
  /** Every route of the server; those that only say "wrong method" too. */
  readonly served: readonly Served[];
  readonly deps: TestDeps;
  readonly teams: FakeTeams;
  readonly app: FastifyInstance;
  readonly fetched: Fetched;
  readonly freshness: { -readonly [K in keyof Freshness]: Freshness[K] };
  readonly call: (method: string, url: string, ask?: Ask) => Promise<Answered>;
};

const bodyIn = (raw: Buffer): unknown => {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    // Not JSON: the test looks at `raw`.
    return null;
  }
};

const furnishWithIds = (deps: TestDeps): void => {
  furnish(deps.stores);
  const known = [...deps.stores.people.rows.values()].map((row) => row.value);
  deps.stores.people.rows.clear();
  for (const person of known)
    if (ids[person.id]) deps.stores.people.put({ ...person, id: idOf(person.id) });
  const [some] = known;
  if (some)
    deps.stores.people.put(
      { ...some, id: idOf('leder'), name: 'Leder', roles: ['leder'], area: null },
      { ...some, id: idOf('communications'), roles: ['communications'], area: null },
    );
};

/** A project ready for gate 1, with its people known by their object ids. */
export const aProject = (more: Partial<Project> = {}): Project =>
  aReadyProject('gate1', { ownerId: idOf('owner'), leadId: idOf('lead'), ...more });

/** The API over lists in memory, with real tokens really checked. */
export const anApiWorld = (more: Partial<Project> = {}): ApiWorld => {
  const deps = testDeps();
  furnishWithIds(deps);
  const project = aProject(more);
  deps.stores.projects.put(project);
  deps.stores.steps.put(...allSteps(project.id, 'gate1'));
  const freshness = {
    version: () => deps.writes.count,
    asOf: () => deps.clock.now(),
    ready: () => true,
    stale: () => false,
    setAside: () => [{ list: 'Projects', itemId: '7', field: 'Phase', problem: 'notChoice' }],
    touch: () => undefined,
  };
  const teams = new FakeTeams();
  const app = createServer({ teamsOrigins: [] });
  const served: Served[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    served.push(...[method].flat().map((one) => ({ method: one, url })));
  });
  const fetched = { count: 0, fail: false };
  registerHealth(app, { freshness, metrics: new Metrics(), version: '0' });
  registerPictures(app, deps.pictures);
  registerApi(
    app,
    { deps, freshness, messenger: teams },
    new TabTokens(tokenConfig, testKeys(fetched)),
  );
  const call: ApiWorld['call'] = async (method, url, ask = {}) => {
    const token = ask.as === undefined ? undefined : await tokenOf(ask.as);
    const payload = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
    const response = await app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...ask.headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    await deps.settle();
    const { statusCode, headers, rawPayload } = response;
    return { status: statusCode, headers, raw: rawPayload, body: bodyIn(rawPayload) };
  };
  return { served, deps, teams, app, fetched, freshness, call };
};

/** A world in which nothing was written is the next test's too: a new one takes 30 ms to start. */
export class Untouched<K> {
  readonly #worlds = new Map<K, { readonly world: ApiWorld; readonly writes: number }>();
  readonly #make: (key: K) => ApiWorld | Promise<ApiWorld>;

  constructor(make: (key: K) => ApiWorld | Promise<ApiWorld>) {
    this.#make = make;
  }

  async of(key: K): Promise<ApiWorld> {
    const known = this.#worlds.get(key);
    if (known && known.world.deps.writes.count === known.writes) return known.world;
    const world = await this.#make(key);
    this.#worlds.set(key, { world, writes: world.deps.writes.count });
    return world;
  }
}
