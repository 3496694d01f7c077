import { expect, it } from 'vitest';
import { bookOf } from '#shared/domain/book.ts';
import { dayOf } from '#shared/domain/day.ts';
import { until } from '../worlds/processes/processes.ts';
import { World } from '../worlds/processes/world.ts';
import { eachOf, untilKnown } from './play.ts';
import { faultsIn } from './truths.ts';

const pool = 'area:omsorg';
const projects = 50;
/** 100,000 kr. are enough for four of them. */
const budgetOre = 100_000_00;
const eachOre = 25_000_00;

const postingsIn = async (world: World, row: string) =>
  (await world.eyes.look()).ledger.filter((posting) => posting.poolRow === row);

/** The pool holds exactly the last 100,000 kr. */
const leaveTheLast = async (world: World, row: string): Promise<void> => {
  const held = await world.stores.pools.read(row);
  if (!held) throw new Error(`${row} is not there`);
  await world.stores.pools.update(held, { budgetOre });
};

it('never reserves more than there is: 50 requests for the last 100.000 kr., two servers', async () => {
  const world = await World.open({ name: 'last-money', areas: 'three', servers: 2 });
  try {
    const row = `${dayOf(Date.now()).slice(0, 4)}:${pool}`;
    await leaveTheLast(world, row);
    const made = await world.addProjects(projects, 'gate1', () => ({
      leadArea: 'omsorg',
      areas: ['omsorg'],
      askOre: eachOre,
      shares: [{ pool, ore: eachOre }],
    }));
    const ids = made.map((project) => project.id);
    await untilKnown(world, ids);
    const [asker] = world.cast.askers;
    const statuses: number[] = [];
    await eachOf(ids, projects, async (id, at) => {
      const path = `/api/projects/${id}/requests`;
      const sent = await world.api(asker?.upn ?? '', 'POST', path, { gate: 'gate1' }, at % 2);
      statuses.push(sent.status);
    });
    expect(new Set(statuses)).toEqual(new Set([201]));
    const covered = budgetOre / eachOre;
    await until(async () => (await postingsIn(world, row)).length >= covered, 100);
    const asked = await until(
      async () => (await world.eyes.look()).messages.length >= projects,
      250,
    );
    expect(asked, 'everybody is asked, short or not').toBe(true);

    const postings = await postingsIn(world, row);
    expect(postings.map((posting) => posting.kind)).toEqual(Array(covered).fill('reserved'));
    expect(postings.map((posting) => posting.seq)).toEqual([1, 2, 3, 4]);
    expect(bookOf(postings).balance(budgetOre)).toMatchObject({
      reservedOre: budgetOre,
      availableOre: 0,
    });
    const faults = faultsIn(await world.eyes.look(), world.seeds.values());
    expect(faults.filter((fault) => !fault.includes(':reserved:'))).toEqual([]);
    expect(faults).toHaveLength(projects - covered);
  } finally {
    await world.close();
  }
});
