import { received } from '#shared/words/requests/cards.ts';
import { pause, until } from '../worlds/processes/processes.ts';
import type { World } from '../worlds/processes/world.ts';
import { decisionOf } from './truths.ts';

const beatMs = 50;

/** Everybody there has had a turn: each server and the tenant has answered once more. */
export const beat = async (world: World): Promise<void> => {
  await Promise.all([
    pause(beatMs),
    world.tenant.get('clock'),
    ...world.servers.map((server) => server.isHealthy()),
  ]);
};

/** Waits until so many beats in a row pass without a write, or until it is over. */
export const untilStill = async (
  world: World,
  beats: number,
  isOver: () => boolean = () => false,
): Promise<void> => {
  let seenAt = world.ambush.lastSeenAt;
  for (let still = 0; still < beats && !isOver(); ) {
    await beat(world);
    still = seenAt === world.ambush.lastSeenAt ? still + 1 : 0;
    seenAt = world.ambush.lastSeenAt;
  }
};

/** Nothing that is done again changes anything: a new start looks at everything and writes nothing. */
export const quietFaults = async (world: World, ms: number): Promise<readonly string[]> => {
  const before = await world.eyes.look();
  await world.killServers();
  await world.startServers();
  for (const server of world.servers)
    await until(async () => (await server.measure('digitek_sweeps_total')) > 0);
  await pause(ms);
  const after = await world.eyes.look();
  return [...after.etags]
    .filter(([row, etag]) => before.etags.get(row) !== etag)
    .map(([row]) => `I5 ${row} was written in a quiet time`);
};

const requestPattern = /kp\d{5}-gate\d-\d+/;

type SeenCard = { readonly requestId: string; readonly by: string; readonly text: string };

/** Every card of a request as each person sees it now. */
const cardsSeen = async (world: World): Promise<readonly SeenCard[]> => {
  const cards: SeenCard[] = [];
  for (const { upn, name } of world.cast.rows) {
    const seen = await world.tenant.chatsOf(upn);
    for (const { card } of seen.conversations.flatMap((one) => one.activities)) {
      const text = JSON.stringify(card ?? '');
      const requestId = requestPattern.exec(text)?.[0];
      if (requestId !== undefined) cards.push({ requestId, by: name, text });
    }
  }
  return cards;
};

const isPromise = ({ text }: SeenCard): boolean => text.includes(received.title);

/**
 * No card that anybody sees says that something is decided when the lists do not have it (I4), and
 * what is on its way when it is promised is shown when it has come.
 */
export const cardFaults = async (world: World): Promise<readonly string[]> => {
  let cards = await cardsSeen(world);
  await until(async () => {
    cards = await cardsSeen(world);
    return !cards.some(isPromise);
  }, 250);
  const picture = await world.eyes.look();
  const untrue = cards.filter(
    ({ text, requestId }) => /✓ Besluttet|Stoppet ·/.test(text) && !decisionOf(picture, requestId),
  );
  return [
    ...untrue.map(({ by, requestId }) => `I4 ${by} sees ${requestId} decided`),
    ...cards.filter(isPromise).map(({ by, requestId }) => `${by} still waits for ${requestId}`),
  ];
};
