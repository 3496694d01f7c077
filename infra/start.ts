import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { BoardReply, MeReply } from '#shared/contract/api.ts';
import { startWords as words } from '#shared/words/server/start.ts';
import { type Config, type Environment, readConfig, readProvisioner } from '../bot/config.ts';
import { type Wired, wire } from '../bot/wiring.ts';
import { buildIfStale } from './build.ts';
import { provision } from './lists/provision.ts';
import { rootFrom } from './root.ts';
import { isLoaded, loadSample } from './sample/load.ts';

const root = rootFrom(import.meta.url);
const port = Number(process.env['PORT'] ?? 3978);
const tenantPort = Number(process.env['TENANT_PORT'] ?? 3979);
const tenantUrl = `http://127.0.0.1:${tenantPort}`;
const serverUrl = `http://127.0.0.1:${port}`;
/** What ends says so at once; this is for what neither comes nor ends, on a machine that does other work. */
const longestWaitSeconds = 300;

const children = new Map<string, ChildProcess>();
let stopping = false;

/** Ends the children first, and this process when they are gone. */
const stop = (code: number): void => {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children.values()) child.kill('SIGTERM');
  const last = setTimeout(() => {
    for (const child of children.values()) child.kill('SIGKILL');
  }, 5_000);
  last.unref();
};

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  stop(1);
  throw new Stopped();
};

class Stopped extends Error {}

const isFree = (wanted: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

const checkPorts = async (): Promise<void> => {
  if (!(await isFree(tenantPort))) fail(words.portTaken(tenantPort, 'TENANT_PORT'));
  if (!(await isFree(port))) fail(words.portTaken(port, 'PORT'));
};

type Child = { readonly name: string; readonly args: readonly string[]; readonly env: Environment };

const begin = ({ name, args, env }: Child): void => {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...env },
    // Log lines of the server are for a log, not for the screen of whoever takes a first look.
    stdio: ['ignore', process.env['LOGS'] === undefined ? 'ignore' : 'inherit', 'inherit'],
  });
  children.set(name, child);
  child.on('exit', (code, signal) => {
    children.delete(name);
    if (stopping) return;
    process.stderr.write(`${words.childEnded(name, signal ?? code ?? 0)}\n`);
    stop(1);
  });
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Not there yet.
    return false;
  }
};

const waitFor = async (name: string, url: string): Promise<void> => {
  const until = Date.now() + longestWaitSeconds * 1_000;
  while (!(await answers(url))) {
    if (stopping) throw new Stopped();
    if (Date.now() > until) fail(words.notReady(name, longestWaitSeconds));
    await pause(100);
  }
};

const startTenant = async (): Promise<Environment> => {
  console.log(words.tenant);
  begin({
    name: words.names.tenant,
    args: ['--import', 'tsx', 'infra/tenant/main.ts'],
    env: { TENANT_PORT: String(tenantPort), SERVER_URL: serverUrl },
  });
  await waitFor(words.names.tenant, `${tenantUrl}/local/config`);
  const given = (await (await fetch(`${tenantUrl}/local/config`)).json()) as Environment;
  return { ...given, PORT: String(port) };
};

const makeLists = async (config: Config, environment: Environment): Promise<void> => {
  console.log(words.provisioning);
  const provisioner = { ...config, ...readProvisioner(config, environment) };
  await provision(provisioner, { apply: true, say: () => undefined });
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The first requests are sent when Teams has told the bot where the chefgruppe talks. */
const waitForChats = async (wired: Wired): Promise<void> => {
  const until = Date.now() + longestWaitSeconds * 1_000;
  const isThere = () =>
    wired.stores.conversations.all().some((row) => row.value.kind === 'groupChat');
  while (!isThere() && Date.now() < until) {
    await pause(250);
    await wired.mirror.refreshNow();
  }
};

const fillSample = async (config: Config): Promise<void> => {
  const wired = wire(config);
  await wired.mirror.load();
  if (isLoaded(wired)) return;
  console.log(words.sample);
  await waitForChats(wired);
  const documents = `https://${config.site.host}${config.site.path}/Documents/Eksempel`;
  await loadSample(wired, join(root, 'infra/sample/projects.csv'), documents);
};

const asConsultant = async <T>(path: string): Promise<T> => {
  const user = encodeURIComponent('konsulent@viborg.example');
  const { token } = (await (await fetch(`${tenantUrl}/local/token?user=${user}`)).json()) as {
    readonly token: string;
  };
  const headers = { authorization: `Bearer ${token}` };
  return (await (await fetch(`${serverUrl}${path}`, { headers })).json()) as T;
};

/** Not before the consultant sees the portfolio is there anything to open. */
const waitForPortfolio = async (): Promise<void> => {
  const until = Date.now() + longestWaitSeconds * 1_000;
  for (;;) {
    const me = await asConsultant<MeReply>('/api/me');
    const board = await asConsultant<BoardReply>('/api/board');
    if (me.roles.length > 0 && board.projects.length > 0) return;
    if (Date.now() > until) fail(words.notReady(words.names.server, longestWaitSeconds));
    await pause(200);
  }
};

const startServer = async (environment: Environment): Promise<void> => {
  console.log(words.server);
  begin({
    name: words.names.server,
    args: ['--enable-source-maps', 'dist/server/main.js'],
    env: environment,
  });
  await waitFor(words.names.server, `${serverUrl}/health`);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

/** npm does not always pass a signal on; when whoever started us is gone, so are we. */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop(0);
}, 1_000).unref();

try {
  await checkPorts();
  console.log(words.building);
  await buildIfStale();
  const environment = await startTenant();
  const read = readConfig(environment);
  if (!read.ok) fail(read.faults.join('\n'));
  else {
    // The local tenant does not mind a bulk load; a real one is never filled with a sample.
    const config = { ...read.config, unitsPerMinute: 100_000 };
    await makeLists(config, environment);
    await startServer(environment);
    await fillSample(config);
    await waitForPortfolio();
  }
  console.log(words.ready(`${tenantUrl}/`));
} catch (thrown) {
  if (!(thrown instanceof Stopped)) {
    console.error(thrown);
    stop(1);
  }
}
