import type { Held, HeldStore } from './heldStore.ts';

/** What came of sending: it is there; the server cannot be asked now; it will not have it. */
export type Sent<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'later' }
  | { readonly type: 'refused'; readonly message: string };

export type HeldState<T> = {
  /** In the order they are sent. */
  readonly items: readonly T[];
  /** The server did not answer the last time it was asked. */
  readonly isOffline: boolean;
  /** Rises with each that the server has taken: who shows what it has looks again. */
  readonly sent: number;
};

export type HeldQueue<T extends Held> = {
  readonly state: () => HeldState<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** False: there is no room. */
  readonly keep: (item: Omit<T, 'number'>) => Promise<boolean>;
  /** Sends what waits, in its order; stops where the server cannot be asked. */
  readonly send: () => Promise<void>;
  /** Takes one back that the server would not have: what was written is the writer's again. */
  readonly takeBack: (number: number) => Promise<void>;
};

export type HeldParts<T extends Held> = {
  readonly store: HeldStore<T>;
  readonly byId: string;
  readonly sendOne: (item: T) => Promise<Sent<unknown>>;
  /** What has to go before it; null where the server cannot be asked. */
  readonly prepared?: (item: T) => Promise<T | null>;
  /** One tab of the device sends at a time; without it the server still takes each once. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly told?: (waiting: number) => void;
};

const later = { type: 'later' } as const;

/** Nothing is certain to be kept before it is written down, and nothing goes before the server has it. */
// Long: one small machine; its parts turn on the same state, and are short each.
export const createHeldQueue = <T extends Held>(parts: HeldParts<T>): HeldQueue<T> => {
  const { store, byId, sendOne, alone, told } = parts;
  const before = parts.prepared ?? (async (item: T) => item);
  const listeners = new Set<() => void>();
  let state: HeldState<T> = { items: [], isOffline: false, sent: 0 };
  let running: Promise<void> | null = null;
  let again = false;

  const set = (part: Partial<HeldState<T>>): void => {
    state = { ...state, ...part };
    told?.(state.items.length);
    for (const listener of listeners) listener();
  };

  const mine = async (): Promise<readonly T[]> =>
    (await store.all()).filter((item) => item.byId === byId);

  const look = async (): Promise<void> => set({ items: await mine() });

  /** Whether the next may be sent. */
  const goes = async (item: T): Promise<boolean> => {
    const ready = await before(item);
    const sent = ready ? await sendOne(ready) : later;
    if (sent.type === 'later' || !ready) {
      set({ isOffline: true });
      return false;
    }
    if (sent.type === 'refused') await store.put({ ...ready, refused: sent.message });
    else await store.remove(ready.number);
    set({ isOffline: false, sent: state.sent + (sent.type === 'done' ? 1 : 0) });
    return true;
  };

  const sendWaiting = async (): Promise<void> => {
    const waiting = (await mine()).filter(({ refused }) => refused === '');
    for (const item of waiting) {
      if (!(await goes(item))) return;
      await look();
    }
  };

  const sendAll = async (): Promise<void> => {
    do {
      again = false;
      await sendWaiting();
    } while (again);
    await look();
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep: async (item) => {
      try {
        await store.add(item);
      } catch {
        // There is no room: what can be kept is the answer.
        return false;
      }
      await look();
      return true;
    },
    send: async () => {
      again = true;
      running ??= alone(sendAll).finally(() => {
        running = null;
      });
      await running;
    },
    takeBack: async (number) => {
      await store.remove(number);
      await look();
    },
  };
};
