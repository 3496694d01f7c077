import { buildHostIfStale } from './host/build.ts';
import { startTenant } from './tenant.ts';

const port = Number(process.env['TENANT_PORT'] ?? 3979);
const dataDir = process.env['DATA_DIR'] ?? '.data';
const serverUrl = process.env['SERVER_URL'] ?? 'http://127.0.0.1:3978';

await buildHostIfStale();
const publicUrl = process.env['TENANT_PUBLIC_URL'];
const tenant = await startTenant({ port, dataDir, serverUrl, publicUrl });
console.log(`Lokal tenant: ${tenant.url}/`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    tenant.close().then(
      () => process.exit(0),
      (cause: unknown) => {
        console.error(cause);
        process.exit(1);
      },
    );
  });
}
