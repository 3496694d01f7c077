import { defaultAreas } from '#shared/domain/area.ts';
import { areaPool, seededPools } from '#shared/domain/funding.ts';
import type { GateRequest } from '#shared/domain/request.ts';
import type { GraphClient } from '#shared/graph/client.ts';
import { createStores } from '#shared/graph/stores.ts';
import { reserveFor } from '#shared/useCases/ledger/pools.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { aProject, aRequest, people } from '../builders/request.ts';
import {
  activityOf,
  botId,
  type Channel,
  issuer,
  openChannel,
  tokenOf,
} from '../worlds/bot/channel.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { aConversation, botOver } from './botOver.ts';
import { cpuEach } from './cpu.ts';
import { emptyAdapter } from './emptyAdapter.ts';
import { atMost, type BenchLine, type BenchRow, ratioOf, type Size } from './row.ts';
import { startTenantBeside, type TenantBeside } from './tenantBeside.ts';

const amounts = {
  full: { turns: 40, pairs: 9, first: 200 },
  small: { turns: 1, pairs: 1, first: 1 },
} as const satisfies Record<Size, unknown>;

/** So many matters, each with its money reserved, that wait for the same chef. */
const filled = async (tenant: TenantBeside, channel: Channel, many: number) => {
  const graph = createStores(tenant.config);
  const deps: Deps = { ...testDeps(), stores: graph.stores, later: () => undefined };
  const requests = Array.from({ length: many }, (_, index): GateRequest => {
    const projectId = `p${index}`;
    const shares = [{ pool: areaPool('omsorg'), ore: 100 }];
    return aRequest({ id: `${projectId}-gate1-1`, projectId, askOre: 100, shares });
  });
  await graph.mirror.load();
  const { stores } = graph;
  await stores.people.insertMany(people);
  await stores.pools.insertMany(seededPools(2026, defaultAreas));
  await stores.conversations.insert(aConversation(channel));
  await stores.projects.insertMany(requests.map(({ projectId: id }) => aProject({ id })));
  await stores.requests.insertMany(requests);
  for (const request of requests)
    if (!(await reserveFor(deps, request))) throw new Error('The money was not reserved');
  return { deps, requests, client: graph.client };
};

const pressOn = (channel: Channel, { id }: GateRequest): string => {
  const data = { requestId: id, revision: 0, outcome: 'investigate', comment: '' };
  const value = { action: { type: 'Action.Execute', verb: 'choose', data }, trigger: 'manual' };
  return JSON.stringify(
    activityOf(channel, { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value }),
  );
};

/** How many calls that may change something went out; a batch counts as one that does. */
const writesOf = async (client: GraphClient, work: () => Promise<void>): Promise<number> => {
  const usual = client.send.bind(client);
  let writes = 0;
  client.send = (call, ...more) => {
    if (call.method !== 'GET') writes += 1;
    return usual(call, ...more);
  };
  try {
    await work();
  } finally {
    client.send = usual;
  }
  return writes;
};

/** P12: a decision from the press to its receipt, with the lists behind Graph. */
const wholeDecision = async (size: Size): Promise<readonly BenchRow[]> => {
  const { turns, pairs, first } = amounts[size];
  const [tenant, channel] = [await startTenantBeside(), await openChannel()];
  try {
    const many = turns * (pairs + 1) + first + 1;
    const { deps, requests, client } = await filled(tenant, channel, many);
    const bot = botOver(channel, deps, 'Du besluttede');
    const empty = emptyAdapter({ ...channel, botId, issuer });
    const authorization = `Bearer ${await tokenOf(channel)}`;
    const waiting = requests.map((request) => pressOn(channel, request));
    const [same = ''] = waiting;
    const decide = async (): Promise<void> => bot(authorization, waiting.pop() ?? '');
    const commits = await writesOf(client, decide);
    // A server that has stood for a while: its code is compiled.
    await cpuEach(first, decide);
    await cpuEach(first, () => empty(authorization, same));
    const value = await ratioOf(
      () => cpuEach(turns, decide),
      () => cpuEach(turns, () => empty(authorization, same)),
      pairs,
    );
    return [
      atMost({
        ...{ id: 'P12', what: 'commits of a decision till its receipt' },
        ...{ value: commits, gate: 1, aim: 1, unit: 'calls' },
      }),
      atMost({
        ...{ id: 'P12', what: 'CPU of a decision till its receipt, against the empty adapter' },
        ...{ value, gate: 3, aim: 2, unit: '×' },
      }),
    ];
  } finally {
    await channel.close();
    await tenant.close();
  }
};

export async function* benchDecision(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'P12', measure: () => wholeDecision(size) };
}
