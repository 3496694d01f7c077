/** Something that the server does not have yet, as it lies on the device. */
export type Held = {
  /** The device's own number: it only ever rises. */
  readonly number: number;
  /** Whose it is: another who signs in here sends none of theirs. */
  readonly byId: string;
  /** Made once, here: whatever is sent again is there once. */
  readonly key: string;
  /** Why the server will not have it; '' = it has not said so. */
  readonly refused: string;
};

/** Where it lies until the server has it. */
export type HeldStore<T extends Held> = {
  /** Throws when there is no room, or nothing can be kept here. */
  readonly add: (item: Omit<T, 'number'>) => Promise<T>;
  /** In the order they were written. */
  readonly all: () => Promise<readonly T[]>;
  readonly put: (item: T) => Promise<void>;
  readonly remove: (number: number) => Promise<void>;
};

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const opened = (database: string, name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(name, { keyPath: 'number', autoIncrement: true });
  };
  return settled(request);
};

/** Done is what is written down: a request that went well may be undone with all of its transaction. */
const written = async <T>(
  open: IDBDatabase,
  name: string,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const transaction = open.transaction(name, 'readwrite', { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
  const [result] = await Promise.all([settled(work(transaction.objectStore(name))), ended]);
  return result;
};

/** The browser's own database: what lies there is there when the tab is opened again. */
export const browserStore = <T extends Held>(database: string, name: string): HeldStore<T> => {
  let known: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => {
    known ??= opened(database, name).catch((cause: unknown) => {
      // Whoever tries again tries anew.
      known = null;
      throw cause;
    });
    return known;
  };
  return {
    add: async (item) => {
      const number = Number(await written(await open(), name, (store) => store.add(item)));
      return { ...item, number } as T;
    },
    all: async () => {
      const store = (await open()).transaction(name).objectStore(name);
      return (await settled(store.getAll())) as readonly T[];
    },
    put: async (item) => {
      await written(await open(), name, (store) => store.put(item));
    },
    remove: async (number) => {
      await written(await open(), name, (store) => store.delete(number));
    },
  };
};

/** What finds no room there is kept as long as the tab is open; its numbers are below nought. */
export const orInMemory = <T extends Held>(store: HeldStore<T>): HeldStore<T> => {
  const rows = new Map<number, T>();
  let last = 0;
  return {
    add: (item) =>
      store.add(item).catch(() => {
        last -= 1;
        const kept = { ...item, number: last } as T;
        rows.set(last, kept);
        return kept;
      }),
    all: async () => [...(await store.all().catch(() => [])), ...rows.values()],
    put: async (item) => {
      if (item.number < 0) rows.set(item.number, item);
      else await store.put(item);
    },
    remove: async (number) => {
      if (number < 0) rows.delete(number);
      else await store.remove(number);
    },
  };
};
