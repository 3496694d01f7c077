import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, type Environment, readConfig } from '../../../bot/config.ts';
import { startServer } from '../../../bot/start.ts';
import type { Wired } from '../../../bot/wiring.ts';
import { startTenant } from '../../../infra/tenant/tenant.ts';
import { TenantSide } from '../processes/tenantSide.ts';
import { forgetTokens } from '../tenant/forgetTokens.ts';

/** The local tenant over a folder, and a server over the tenant, both in this process. */
export type TenantWorld = {
  readonly wired: Wired;
  readonly local: TenantSide;
  readonly call: (alias: string, method: string, path: string, body?: unknown) => Promise<Called>;
  readonly close: () => Promise<void>;
};

type Called = { readonly status: number; readonly text: string };

/** What has to be there before a server reads the lists. */
type Prepare = (config: Config, environment: Environment, local: TenantSide) => Promise<void>;

export const upnOf = (alias: string): string => `${alias}@viborg.example`;

const configOf = (environment: Environment): Config => {
  const read = readConfig({ ...environment, PORT: '0' });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return { ...read.config, unitsPerMinute: 100_000 };
};

/** Both begin at this moment of the tenant's clock. */
export const tenantWorldAt = async (
  dataDir: string,
  at: string,
  prepare: Prepare = async () => undefined,
): Promise<TenantWorld> => {
  forgetTokens();
  const tabFolder = mkdtempSync(join(tmpdir(), 'no-tab-'));
  const tenant = await startTenant({ port: 0, dataDir, serverUrl: 'http://127.0.0.1:9' });
  tenant.parts.clock.set(at);
  const local = new TenantSide(tenant.url);
  await local.post('limits', { connector: 'none' });
  const environment = (await local.get('config')) as Environment;
  const config = configOf(environment);
  await prepare(config, environment, local);
  const server = await startServer(config, { version: 'test', tabFolder });
  await server.wired.mirror.load();
  await local.post('server', { urls: [server.url] });
  return {
    wired: server.wired,
    local,
    call: async (alias, method, path, body) => {
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await local.tokenOf(upnOf(alias))}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, text: await response.text() };
    },
    close: async () => {
      await server.stop();
      await tenant.close();
      rmSync(tabFolder, { recursive: true, force: true });
    },
  };
};
