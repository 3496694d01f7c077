/** An observation that the server does not have yet, as it lies on the device. */
export type QueuedNote = {
  /** The device's own number: it only ever rises. */
  readonly number: number;
  /** Whose it is: another who signs in here sends none of theirs. */
  readonly byId: string;
  readonly visitId: string;
  /** Made once, here: whatever is sent again is there once. */
  readonly key: string;
  readonly text: string;
  readonly group: string;
  readonly notedAt: string;
  readonly picture: Blob | null;
  /** The picture, once it has been sent. */
  readonly pictureId: string | null;
  /** Why the server will not have it; '' = it has not said so. */
  readonly refused: string;
};

/** Where observations lie until the server has them. */
export type NoteStore = {
  /** Throws when there is no room, or nothing can be kept here. */
  readonly add: (note: Omit<QueuedNote, 'number'>) => Promise<QueuedNote>;
  /** In the order they were written. */
  readonly all: () => Promise<readonly QueuedNote[]>;
  readonly put: (note: QueuedNote) => Promise<void>;
  readonly remove: (number: number) => Promise<void>;
};

const database = 'digitek360';
const notes = 'notes';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(notes, { keyPath: 'number', autoIncrement: true });
  };
  return settled(request);
};

/** Done is what is written down: a request that went well may be undone with all of its transaction. */
const written = async <T>(
  open: IDBDatabase,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const transaction = open.transaction(notes, 'readwrite', { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
  const [result] = await Promise.all([settled(work(transaction.objectStore(notes))), ended]);
  return result;
};

/** The browser's own database: what lies there is there when the tab is opened again. */
export const browserNotes = (): NoteStore => {
  let known: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => {
    known ??= opened().catch((cause: unknown) => {
      // Whoever tries again tries anew.
      known = null;
      throw cause;
    });
    return known;
  };
  return {
    add: async (note) => {
      const number = Number(await written(await open(), (store) => store.add(note)));
      return { ...note, number };
    },
    all: async () => {
      const store = (await open()).transaction(notes).objectStore(notes);
      return (await settled(store.getAll())) as readonly QueuedNote[];
    },
    put: async (note) => {
      await written(await open(), (store) => store.put(note));
    },
    remove: async (number) => {
      await written(await open(), (store) => store.delete(number));
    },
  };
};
