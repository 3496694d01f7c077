import { pause } from './processes.ts';
import { toldIn } from './stories.ts';
import { decisionOf } from './truths.ts';
import type { World } from './world.ts';

/** Nothing that is done again changes anything: a new start looks at everything and writes nothing. */
export const quietFaults = async (world: World, ms: number): Promise<readonly string[]> => {
  const before = await world.eyes.look();
  await world.killServers();
  await world.startServers();
  await pause(ms);
  const after = await world.eyes.look();
  return [...after.etags]
    .filter(([row, etag]) => before.etags.get(row) !== etag)
    .map(([row]) => `I5 ${row} was written in a quiet time`);
};

const requestPattern = /kp\d{5}-gate\d-\d+/;

/** No card that anybody sees says that something is decided when the lists do not have it (I4). */
export const cardFaults = async (world: World): Promise<readonly string[]> => {
  const picture = await world.eyes.look();
  const faults: string[] = [];
  for (const person of world.cast.rows) {
    const seen = await world.tenant.chatsOf(person.upn);
    for (const { card } of seen.conversations.flatMap((one) => one.activities)) {
      const requestId = requestPattern.exec(JSON.stringify(card ?? ''))?.[0];
      if (!card || requestId === undefined) continue;
      const claims = /✓ Besluttet|Stoppet ·/.test(JSON.stringify(card));
      if (claims && !decisionOf(picture, requestId))
        faults.push(
          `I4 ${person.name} sees ${requestId} decided: ${toldIn({ shown: 'card', card })}`,
        );
    }
  }
  return faults;
};
