import { readFileSync } from 'node:fs';
import { configWords as words } from '#shared/words/server/config.ts';

export type Credential =
  | { readonly type: 'secret'; readonly secret: string }
  /** A PEM file that holds both the certificate and its private key. */
  | { readonly type: 'certificate'; readonly path: string }
  | { readonly type: 'managedIdentity'; readonly clientId: string };

export type BotType = 'SingleTenant' | 'UserAssignedMsi' | 'MultiTenant';

export type Config = {
  readonly port: number;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  readonly botId: string;
  readonly botType: BotType;
  readonly site: { readonly host: string; readonly path: string };
  readonly publicUrl: string;
  readonly graphUrl: string;
  readonly authorityUrl: string;
  readonly botAuthorityUrl: string;
  readonly botOpenIdUrl: string;
  readonly botIssuer: string;
  readonly botServiceHosts: readonly string[];
  /** The app id in the organisation's catalogue, for links into Teams. */
  readonly teamsAppId: string;
  /** Origins beside Microsoft's own that may frame the tab; only for the local tenant. */
  readonly teamsOrigins: readonly string[];
  /** Resource units a minute that the Graph client allows itself. */
  readonly unitsPerMinute: number;
  /** Every address is on this machine: the clock follows the local tenant's. */
  readonly local: boolean;
};

export type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] };

const botTypes: readonly BotType[] = ['SingleTenant', 'UserAssignedMsi', 'MultiTenant'];
const microsoftServiceHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

const isGuid = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

export const isLoopback = (url: URL): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);

/** Reads settings one by one and remembers everything that is wrong with them. */
class Reader {
  readonly faults: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  optional(name: string): string {
    return this.#environment[name]?.trim() ?? '';
  }

  required(name: keyof typeof words.what): string {
    const value = this.optional(name);
    if (value === '') this.faults.push(words.missing(name, words.what[name]));
    return value;
  }

  guid(name: 'TENANT_ID' | 'CLIENT_ID' | 'BOT_ID'): string {
    const value = this.required(name);
    if (value !== '' && !isGuid(value)) this.faults.push(words.notId(name));
    return value.toLowerCase();
  }

  address(name: string, fallback: string): string {
    const given = this.optional(name) || fallback;
    if (given === '') return '';
    const url = urlOf(given);
    if (!url || !/^https?:$/.test(url.protocol)) this.faults.push(words.notAddress(name));
    else if (url.protocol === 'http:' && !isLoopback(url)) this.faults.push(words.notHttps(name));
    return given.replace(/\/+$/, '');
  }

  addresses(name: string): readonly string[] {
    return this.#listed(name).map((one) => {
      const url = urlOf(one);
      if (!url || !/^https?:$/.test(url.protocol)) this.faults.push(words.notAddress(name));
      else if (url.protocol === 'http:' && !isLoopback(url)) this.faults.push(words.notHttps(name));
      return url?.origin ?? one;
    });
  }

  hosts(name: string, fallback: readonly string[]): readonly string[] {
    const given = this.#listed(name);
    if (given.some((host) => !/^[a-z0-9.[\]:-]+$/i.test(host)))
      this.faults.push(words.notHosts(name));
    return given.length > 0 ? given.map((host) => host.toLowerCase()) : fallback;
  }

  wholeNumber(name: string, fallback: number, least: number, most: number): number {
    const given = this.optional(name);
    if (given === '') return fallback;
    const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.faults.push(least === 0 ? words.notPort(name) : words.notPositive(name));
    return fallback;
  }

  #listed(name: string): readonly string[] {
    return this.optional(name)
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  }
}

const siteOf = (read: Reader): Config['site'] => {
  const given = read.required('SITE');
  const found = /^([a-z0-9.-]+):(\/[^\s:?#]+)$/i.exec(given);
  if (given !== '' && !found) read.faults.push(words.notSite('SITE'));
  return { host: found?.[1] ?? '', path: found?.[2] ?? '' };
};

const botTypeOf = (read: Reader): BotType => {
  const given = read.optional('BOT_TYPE') || 'SingleTenant';
  // The SDK turns an unknown type into MultiTenant without a word (platform A2).
  const known = botTypes.find((type) => type.toLowerCase() === given.toLowerCase());
  if (!known) read.faults.push(words.unknownBotType(given));
  return known ?? 'SingleTenant';
};

/** A certificate that cannot be used is said at the start, not at the first call. */
const certificateAt = (read: Reader, path: string): Credential => {
  try {
    const pem = readFileSync(path, 'utf8');
    if (!/-----BEGIN CERTIFICATE-----/.test(pem) || !/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem))
      read.faults.push(words.notCertificate(path));
  } catch {
    read.faults.push(words.noCertificate(path));
  }
  return { type: 'certificate', path };
};

const credentialOf = (read: Reader, prefix: '' | 'PROVISION_'): Credential => {
  const names = ['CLIENT_SECRET', 'CLIENT_CERTIFICATE_PATH', 'MANAGED_IDENTITY_CLIENT_ID'] as const;
  const given = names.filter((name) => read.optional(prefix + name) !== '');
  const [name] = given;
  if (name === undefined) read.faults.push(words.noCredential);
  if (given.length > 1) read.faults.push(words.twoCredentials(given.join(', ')));
  const value = name === undefined ? '' : read.optional(prefix + name);
  if (name === 'CLIENT_CERTIFICATE_PATH') return certificateAt(read, value);
  if (name === 'MANAGED_IDENTITY_CLIENT_ID') return { type: 'managedIdentity', clientId: value };
  return { type: 'secret', secret: value };
};

const isLocal = (addresses: readonly string[]): boolean =>
  addresses.every((address) => {
    const url = urlOf(address);
    return url !== null && isLoopback(url);
  });

/** The server's settings, or everything that is wrong with them at once. */
export const readConfig = (environment: Environment = process.env): ConfigResult => {
  const read = new Reader(environment);
  const addresses = {
    graphUrl: read.address('GRAPH_URL', 'https://graph.microsoft.com'),
    authorityUrl: read.address('AUTHORITY_URL', 'https://login.microsoftonline.com'),
    botAuthorityUrl: read.address('BOT_AUTHORITY_URL', 'https://login.microsoftonline.com'),
    botOpenIdUrl: read.address(
      'BOT_OPENID_URL',
      'https://login.botframework.com/v1/.well-known/openidconfiguration',
    ),
  };
  read.required('PUBLIC_URL');
  const config: Config = {
    port: read.wholeNumber('PORT', 3978, 0, 65_535),
    tenantId: read.guid('TENANT_ID'),
    clientId: read.guid('CLIENT_ID'),
    credential: credentialOf(read, ''),
    botId: read.guid('BOT_ID'),
    botType: botTypeOf(read),
    site: siteOf(read),
    publicUrl: read.address('PUBLIC_URL', ''),
    ...addresses,
    botIssuer: read.optional('BOT_ISSUER') || 'https://api.botframework.com',
    botServiceHosts: read.hosts('BOT_SERVICE_HOSTS', microsoftServiceHosts),
    teamsAppId: read.optional('TEAMS_APP_ID') || read.optional('CLIENT_ID'),
    teamsOrigins: read.addresses('TEAMS_ORIGINS'),
    unitsPerMinute: read.wholeNumber('UNITS_PER_MINUTE', 1_200, 1, 100_000),
    local: isLocal(Object.values(addresses)),
  };
  return read.faults.length === 0 ? { ok: true, config } : { ok: false, faults: read.faults };
};

/** The identity that makes lists, when it is another than the server's own. */
export const readProvisioner = (
  config: Config,
  environment: Environment = process.env,
): Pick<Config, 'clientId' | 'credential'> => {
  const read = new Reader(environment);
  const clientId = read.optional('PROVISION_CLIENT_ID');
  if (clientId === '') return { clientId: config.clientId, credential: config.credential };
  return { clientId, credential: credentialOf(read, 'PROVISION_') };
};

/** The settings of a command, or its end: every fault in plain words and exit code 78. */
export const configOrExit = (environment: Environment = process.env): Config => {
  const result = readConfig(environment);
  if (result.ok) return result.config;
  const lines = [words.heading(result.faults.length), ...result.faults.map((one) => `  - ${one}`)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(78);
};
