import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createStores,
  type GraphConfig,
  type GraphOptions,
  type GraphStores,
} from '#shared/graph/stores.ts';
import { provision } from '../../../infra/lists/provision.ts';
import { serverEnvironment } from '../../../infra/tenant/local/config.ts';
import { startTenant, type Tenant } from '../../../infra/tenant/tenant.ts';

/** A local tenant with the product's lists on its site, and a config for whoever talks to it. */
export type GraphSite = {
  readonly tenant: Tenant;
  readonly config: GraphConfig;
  /** The identity that may make lists. */
  readonly provisioner: GraphConfig;
  readonly connect: (options?: GraphOptions) => GraphStores;
  /** Scripted trouble; what came before is over. */
  readonly trouble: (...scripts: readonly Readonly<Record<string, unknown>>[]) => void;
  readonly close: () => Promise<void>;
};

export const startSite = async (
  options: { lists: boolean } = { lists: true },
): Promise<GraphSite> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'graph-site-'));
  const tenant = await startTenant({ port: 0, dataDir, serverUrl: 'http://127.0.0.1:9' });
  const env = serverEnvironment(tenant.parts.keys, tenant.url, 'http://127.0.0.1:9');
  const [host = '', path = ''] = (env['SITE'] ?? '').split(':');
  const configFor = (prefix: '' | 'PROVISION_'): GraphConfig => ({
    graphUrl: tenant.url,
    authorityUrl: tenant.url,
    tenantId: env['TENANT_ID'] ?? '',
    clientId: env[`${prefix}CLIENT_ID`] ?? '',
    credential: { type: 'secret', secret: env[`${prefix}CLIENT_SECRET`] ?? '' },
    site: { host, path },
    unitsPerMinute: 10_000_000,
  });
  if (options.lists)
    await provision(configFor('PROVISION_'), { apply: true, say: () => undefined });
  const config = configFor('');
  return {
    tenant,
    config,
    provisioner: configFor('PROVISION_'),
    connect: (graph = {}) => createStores(config, { backoffMs: 5, ...graph }),
    trouble: (...scripts) => {
      tenant.parts.faults.clear();
      for (const script of scripts) tenant.parts.faults.add(script);
    },
    close: async () => {
      await tenant.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
