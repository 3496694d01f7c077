import type { Scheduler } from 'fast-check';
import type { MemoryStores } from './memoryStores.ts';

const asked = ['read', 'readWhere', 'readBetween', 'insert', 'update'] as const;

type Call = (...given: readonly unknown[]) => Promise<unknown>;

/** From now on every call to a list waits for its turn, and the scheduler says whose it is. */
export const inTurns = (stores: MemoryStores, turns: Scheduler): void => {
  for (const [list, table] of Object.entries(stores)) {
    const calls = table as unknown as Record<string, Call>;
    for (const name of asked) {
      const call = calls[name]?.bind(table);
      if (!call) continue;
      calls[name] = async (...given) => {
        await turns.schedule(Promise.resolve(), `${list}.${name}`);
        return call(...given);
      };
    }
  }
};
