import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, readConfig, readProvisioner } from '../../bot/config.ts';
import { startServer } from '../../bot/start.ts';
import { provision } from '../../infra/lists/provision.ts';
import { startTenant } from '../../infra/tenant/tenant.ts';

const readAll = async (url: string, token: string, times: number): Promise<void> => {
  for (let at = 0; at < times; at += 1)
    for (const path of ['/api/me', '/api/board', '/api/requests?waitingFor=me']) {
      const response = await fetch(`${url}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await response.arrayBuffer();
    }
};

/** Calls that reach Graph while people open the board, with the lists in memory and no polling. */
export const graphCallsOfOpens = async (opens: number): Promise<number> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const tenant = await startTenant({ port: 0, dataDir, serverUrl: 'http://127.0.0.1:9' });
  try {
    const environment = (await (await fetch(`${tenant.url}/local/config`)).json()) as Environment;
    const read = readConfig({ ...environment, PORT: '0' });
    if (!read.ok) throw new Error(read.faults.join());
    const identity = readProvisioner(read.config, environment);
    await provision({ ...read.config, ...identity }, { apply: true, say: () => undefined });
    // Nobody asks for the tab's own files here, so that it need not be built.
    const tabFolder = join(dataDir, 'tab');
    await mkdir(tabFolder);
    await writeFile(join(tabFolder, 'index.html'), '<!doctype html>');
    const server = await startServer(read.config, { version: 'bench', tabFolder });
    try {
      await server.wired.mirror.load();
      const user = encodeURIComponent('konsulent@viborg.example');
      const answer = await fetch(`${tenant.url}/local/token?user=${user}`);
      const { token } = (await answer.json()) as { readonly token: string };
      await readAll(server.url, token, 1);
      server.wired.mirror.stop();
      await server.wired.settled();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const before = server.wired.limiter.counts.sent;
      await readAll(server.url, token, opens);
      return server.wired.limiter.counts.sent - before;
    } finally {
      await server.stop();
    }
  } finally {
    await tenant.close();
    await rm(dataDir, { recursive: true, force: true });
  }
};
