import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleServer } from '../../infra/build.ts';
import { rootFrom } from '../../infra/root.ts';
import { serverEnvironment } from '../../infra/tenant/local/config.ts';
import { aProject, aRequest, chefs } from '../builders/request.ts';
import {
  activityOf,
  botId,
  type Channel,
  issuer,
  openChannel,
  tokenOf,
} from '../worlds/bot/channel.ts';
import { freePort } from '../worlds/freePort.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';
import { pause, type Started, start } from '../worlds/processes/processes.ts';
import { atMost, type BenchLine, type BenchRow, ratioOf, type Size } from './row.ts';

const root = rootFrom(import.meta.url);
const amounts = { full: { pairs: 9 }, small: { pairs: 1 } } as const satisfies Record<
  Size,
  unknown
>;

type Programs = { readonly ours: string; readonly empty: string };

/** Ours as the server is built for people; the empty adapter as its makers start it, packages beside it. */
const programs = async (): Promise<Programs> => {
  const folder = join(root, 'dist/bench/start');
  const [ours, empty] = [join(folder, 'ours.js'), join(folder, 'empty.js')];
  await bundleServer(root, ours);
  await build({
    ...{ absWorkingDir: root, entryPoints: ['tests/bench/emptyBot.ts'], outfile: empty },
    ...{ bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' },
    logLevel: 'warning',
    alias: { '#shared': join(root, 'shared') },
  });
  // Nobody asks for the tab's own files here, so that it need not be built.
  mkdirSync(join(folder, 'dist/tab'), { recursive: true });
  writeFileSync(join(folder, 'dist/tab/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'package.json'), '{"version":"0.0.0","type":"module"}');
  return { ours, empty };
};

/** A chef looks at a matter that waits for them: it must be read from the lists before it is drawn. */
const fill = async (site: GraphSite): Promise<void> => {
  const { stores } = site.connect();
  await stores.people.insert(chefs.omsorg);
  await stores.projects.insert(aProject());
  await stores.requests.insert(aRequest());
};

const refresh = {
  action: {
    type: 'Action.Execute',
    verb: 'refresh',
    data: { requestId: aRequest().id, revision: 0, comment: '' },
  },
  trigger: 'manual',
};

type Asked = { readonly authorization: string; readonly raw: string };

const askedOf = async (channel: Channel, tenantId: string): Promise<Asked> => {
  const activity = activityOf(channel, {
    ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value: refresh },
    conversation: { id: 'a:1personal', tenantId, conversationType: 'personal' },
    channelData: { tenant: { id: tenantId } },
  });
  return { authorization: `Bearer ${await tokenOf(channel)}`, raw: JSON.stringify(activity) };
};

const isUp = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
};

const untilUp = async (started: Started, url: string): Promise<void> => {
  while (!(await isUp(url))) {
    if (started.hasEnded()) throw new Error(`It ended at once:\n${started.lastWords()}`);
    await pause(5);
  }
};

type Starting = {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly asked: Asked;
  /** What the answer says. */
  readonly says: string;
  readonly logFile: string;
};

/** Milliseconds from nothing running to the first invoke answered as it should be. */
const toFirstAnswer = async ({ file, env, asked, says, logFile }: Starting): Promise<number> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const from = performance.now();
  const started = start([file], { ...env, PORT: String(port) }, logFile);
  try {
    await untilUp(started, url);
    const answer = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { authorization: asked.authorization, 'content-type': 'application/json' },
      body: asked.raw,
    });
    const text = await answer.text();
    const took = performance.now() - from;
    if (!answer.ok || !text.includes(says)) throw new Error(`It said ${answer.status}: ${text}`);
    return took;
  } finally {
    await started.end('SIGKILL');
  }
};

/** P14: from the start until somebody is answered, with the lists read in between. */
const firstAnswer = async (size: Size): Promise<readonly BenchRow[]> => {
  const [site, channel] = [await startSite(), await openChannel()];
  const logs = mkdtempSync(join(tmpdir(), 'digitek-start-'));
  try {
    await fill(site);
    const { ours, empty } = await programs();
    const env = {
      ...serverEnvironment(site.tenant.parts.keys, site.tenant.url, 'http://127.0.0.1:9'),
      ...{ BOT_ID: botId, BOT_ISSUER: issuer, BOT_OPENID_URL: channel.openIdUrl },
      BOT_SERVICE_HOSTS: channel.host,
    };
    const asked = await askedOf(channel, site.config.tenantId);
    const starting = { env, asked, logFile: join(logs, 'said.log') };
    const value = await ratioOf(
      () => toFirstAnswer({ ...starting, file: ours, says: aProject().title }),
      () => toFirstAnswer({ ...starting, file: empty, says: '200' }),
      amounts[size].pairs,
    );
    const what = 'start to the first invoke answered, lists read, against the empty adapter';
    return [atMost({ id: 'P14', what, value, gate: 2.5, aim: 1.5, unit: '×' })];
  } finally {
    await channel.close();
    await site.close();
    rmSync(logs, { recursive: true, force: true });
  }
};

export async function* benchStart(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'P14', measure: () => firstAnswer(size) };
}
