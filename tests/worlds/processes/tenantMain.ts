import { startTenant } from '../../../infra/tenant/tenant.ts';

/* The local tenant as `npm run tenant` starts it, but without the page that nobody looks at here. */

const read = (name: string): string => process.env[name] ?? '';

const tenant = await startTenant({
  port: Number(read('TENANT_PORT')),
  dataDir: read('DATA_DIR'),
  serverUrl: read('SERVER_URL'),
  publicUrl: read('TENANT_PUBLIC_URL'),
});
console.log(tenant.url);

process.once('SIGTERM', () => {
  tenant.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
