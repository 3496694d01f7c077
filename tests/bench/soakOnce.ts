import { createStores } from '#shared/graph/stores.ts';
import { aDecision, aProject, aRequest, people } from '../builders/request.ts';
import { goodClaims, sign } from '../worlds/api/apiWorld.ts';
import { activityOf, openChannel, tokenOf } from '../worlds/bot/channel.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { pause } from '../worlds/processes/processes.ts';
import { apiOver } from './apiOver.ts';
import { aConversation, botOver } from './botOver.ts';
import { largePortfolio } from './largePortfolio.ts';

/*
 * What a server does with people at it, as fast as it can, in a process of its own: so many turns, and
 * the heap after them, several times. Nothing of it makes a row, so nothing should stay.
 */

const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new Error('Start with --expose-gc');

// What the server says of each stranger is not for whoever reads the figures here.
console.log = () => undefined;

const [graphUrl = '', first = '', times = '', turns = ''] = process.argv.slice(2);
const megabyte = 1_024 * 1_024;
const deadlineMs = 2_500;

const deps = testDeps(largePortfolio(500));
deps.stores.people.put(...people);
deps.stores.projects.put(aProject());
deps.stores.requests.put(aRequest());
deps.stores.decisions.put(aDecision());
const channel = await openChannel();
deps.stores.conversations.put(aConversation(channel));

/** The lists as they are kept up to date: ten of five hundred projects have changed each time. */
const { mirror } = createStores(
  {
    ...{ graphUrl, authorityUrl: graphUrl, tenantId: '', clientId: '', unitsPerMinute: 1e9 },
    credential: { type: 'secret', secret: '' },
    site: { host: '500', path: '/sites/digitek' },
  },
  { token: async () => 'token' },
);
await mirror.load();

const bot = botOver(channel, deps, 'Du besluttede');
const authorization = `Bearer ${await tokenOf(channel)}`;
const data = { requestId: aRequest().id, revision: 0, outcome: 'investigate', comment: '' };
const value = { action: { type: 'Action.Execute', verb: 'choose', data }, trigger: 'manual' };
const press = activityOf(channel, {
  ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value },
});

let turn = 0;
/** A board that is made anew costs so much more than all else, that here it is so now and then. */
const app = apiOver(deps, () => Math.floor(turn / 30));
const headers = { authorization: `Bearer ${await sign(goodClaims('consultant'))}` };
const paths = ['/api/me', '/api/board', '/api/requests?waitingFor=me', '/api/projects/P0001'];

/** One that presses again, one that looks about, one whom nobody knows, and the lists' own round. */
const oneTurn = async (): Promise<void> => {
  await bot(authorization, JSON.stringify(press));
  for (const url of paths) {
    const { statusCode } = await app.inject({ url, headers });
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`);
  }
  const stranger = await app.inject({ url: '/api/me', headers: { authorization: 'Bearer x' } });
  if (stranger.statusCode !== 401) throw new Error(`a stranger was told ${stranger.statusCode}`);
  await mirror.refreshNow();
};

const take = async (turns: number): Promise<void> => {
  const last = turn + turns;
  for (; turn < last; turn += 1) await oneTurn();
  await deps.settle();
};

const heapNow = async (): Promise<number> => {
  // A press that was answered in time leaves the clock that would have said that it was not.
  await pause(deadlineMs);
  for (let time = 0; time < 3; time += 1) collect();
  return process.memoryUsage().heapUsed / megabyte;
};

// What is filled once, as caches are, and what is compiled, is so in the first turns.
await take(Number(first));
const heaps = [await heapNow()];
for (let time = 0; time < Number(times); time += 1) {
  await take(Number(turns));
  heaps.push(await heapNow());
}
process.stdout.write(JSON.stringify({ heaps }), () => process.exit(0));
