import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, type Environment, readConfig, readProvisioner } from '../../bot/config.ts';
import { provision } from '../../infra/lists/provision.ts';
import { freePort } from '../worlds/freePort.ts';
import { start, untilReady } from '../worlds/processes/processes.ts';

export type TenantBeside = {
  readonly url: string;
  readonly config: Config;
  readonly close: () => Promise<void>;
};

/** Makes the lists on the site of the local tenant that is there; the config for whoever talks to it. */
export const withLists = async (url: string): Promise<Config> => {
  const environment = (await (await fetch(`${url}/local/config`)).json()) as Environment;
  const read = readConfig({ ...environment, PORT: '0' });
  if (!read.ok) throw new Error(read.faults.join());
  const identity = readProvisioner(read.config, environment);
  await provision({ ...read.config, ...identity }, { apply: true, say: () => undefined });
  return read.config;
};

/** A local tenant with the lists on its site, in a process of its own: what it costs is not counted here. */
export const startTenantBeside = async (): Promise<TenantBeside> => {
  const folder = mkdtempSync(join(tmpdir(), 'digitek-tenant-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = start(
    ['--import', 'tsx', 'tests/worlds/processes/tenantMain.ts'],
    {
      ...{ TENANT_PORT: String(port), TENANT_PUBLIC_URL: url, DATA_DIR: folder },
      SERVER_URL: 'http://127.0.0.1:9',
    },
    join(folder, 'said.log'),
  );
  const close = async (): Promise<void> => {
    await started.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(started, `${url}/local/config`);
    return { url, config: await withLists(url), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
};
