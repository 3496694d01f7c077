import { type Config, configOrExit, type Environment } from '../bot/config.ts';

const tenantPort = process.env['TENANT_PORT'] ?? '3979';
const localConfig = `http://127.0.0.1:${tenantPort}/local/config`;

/** The local tenant's settings, when it runs and nothing else is set. */
const fromTenant = async (): Promise<Environment> => {
  try {
    const response = await fetch(localConfig, { signal: AbortSignal.timeout(2_000) });
    return response.ok ? ((await response.json()) as Environment) : {};
  } catch {
    // Nobody there: then the missing settings are what there is to say.
    return {};
  }
};

/** What a command runs against: the server's own environment, else the local tenant. */
export const commandEnvironment = async (): Promise<Environment> =>
  process.env['GRAPH_URL'] !== undefined || process.env['TENANT_ID'] !== undefined
    ? process.env
    : { ...process.env, ...(await fromTenant()) };

export const commandConfig = async (): Promise<Config> => configOrExit(await commandEnvironment());
