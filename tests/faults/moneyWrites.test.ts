import { expect, it } from 'vitest';
import { bookOf } from '#shared/domain/book.ts';
import { dayOf } from '#shared/domain/day.ts';
import { until } from '../worlds/processes/processes.ts';
import { World } from '../worlds/processes/world.ts';
import { eachOf } from './play.ts';

const pool = 'area:omsorg';
const purchases = 24;
const ore = 100_00;

/** One purchase at one of two servers; a server that is gone or fails gives 0 or its status. */
const buy = async (world: World, row: string, number: number, at: number): Promise<number> => {
  const [asker] = world.cast.askers;
  const body = {
    type: 'purchase',
    key: `purchase-${number}`,
    poolRow: row,
    text: `Indkøb nummer ${number}`,
    ore,
  };
  const sent = world.api(asker?.upn ?? '', 'POST', '/api/economy/postings', body, at);
  return sent.then(
    (reply) => reply.status,
    () => 0,
  );
};

const everyPurchase = Array.from({ length: purchases }, (_, number) => number);

it('enters each purchase once: pressed twice on two servers, answers lost, servers killed', async () => {
  const world = await World.open({ name: 'money-writes', areas: 'three', servers: 2 });
  try {
    const row = `${dayOf(Date.now()).slice(0, 4)}:${pool}`;
    await world.tenant.trouble({ fault: '504-but-stored', method: 'POST', times: 12 });
    const first = eachOf(everyPurchase, 8, async (number) => {
      await Promise.all([buy(world, row, number, 0), buy(world, row, number, 1)]);
    });
    // In the midst of it: some are there, and others are on their way.
    const writes = () => world.servers.reduce((sum, { outbound }) => sum + outbound.writes, 0);
    const before = writes();
    await until(() => writes() >= before + purchases / 2, 5);
    await world.killServers();
    await first;
    await world.tenant.endTrouble();
    await world.startServers();
    const statuses = await Promise.all(
      everyPurchase.map((number) => buy(world, row, number, number % 2)),
    );
    expect(new Set(statuses)).toEqual(new Set([201]));

    const postings = (await world.eyes.look()).ledger.filter((one) => one.poolRow === row);
    const keys = postings.map((posting) => posting.cause).sort();
    expect(keys).toEqual(everyPurchase.map((number) => `entry:purchase-${number}`).sort());
    expect(postings.map((posting) => posting.seq)).toEqual(postings.map((_, at) => at + 1));
    expect(bookOf(postings).balance(0).spentOre).toBe(purchases * ore);

    const [asker] = world.cast.askers;
    const year = { year: Number(dayOf(Date.now()).slice(0, 4)) + 1 };
    const opened = await Promise.all(
      [0, 1, 0, 1].map((at) => world.api(asker?.upn ?? '', 'POST', '/api/economy/years', year, at)),
    );
    expect(opened.map((reply) => reply.status)).toEqual([201, 201, 201, 201]);
    const ids = (await world.stores.pools.readWhere('id', `${year.year}:${pool}`)).length;
    expect(ids).toBe(1);
  } finally {
    await world.close();
  }
});
