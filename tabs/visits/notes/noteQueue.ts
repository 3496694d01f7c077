import type { NoteStore, QueuedNote } from './noteStore.ts';

/** What came of sending: it is there; the server cannot be asked now; it will not have it. */
export type Sent<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'later' }
  | { readonly type: 'refused'; readonly message: string };

export type Sending = {
  readonly note: (note: QueuedNote) => Promise<Sent<unknown>>;
  /** What the picture is called from then on. */
  readonly picture: (picture: Blob) => Promise<Sent<string>>;
};

export type Draft = Pick<QueuedNote, 'visitId' | 'text' | 'group'> & {
  readonly picture: Blob | null;
};

export type Kept = 'kept' | 'keptWithoutPicture' | 'noRoom';

export type QueueState = {
  /** In the order they are sent. */
  readonly notes: readonly QueuedNote[];
  /** The server did not answer the last time it was asked. */
  readonly isOffline: boolean;
  /** Rises with each that the server has taken: who shows what it has looks again. */
  readonly sent: number;
  /** Pictures that the server would not have, while it took their notes. */
  readonly picturesLost: number;
};

export type NoteQueue = {
  readonly state: () => QueueState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly keep: (draft: Draft) => Promise<Kept>;
  /** Sends what waits, in its order; stops where the server cannot be asked. */
  readonly send: () => Promise<void>;
  /** Takes one back that the server would not have: what was written is the writer's again. */
  readonly takeBack: (number: number) => Promise<void>;
};

type Parts = {
  readonly store: NoteStore;
  readonly sending: Sending;
  readonly byId: string;
  readonly newKey: () => string;
  readonly now: () => string;
  /** One tab of the device sends at a time; without it the server still takes each once. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly told?: (waiting: number) => void;
};

/** Nothing is certain to be kept before it is written down, and nothing goes before the server has it. */
// Long: one small machine; its parts turn on the same state, and are short each.
export const createNoteQueue = (parts: Parts): NoteQueue => {
  const { store, sending, byId, newKey, now, alone, told } = parts;
  const listeners = new Set<() => void>();
  let state: QueueState = { notes: [], isOffline: false, sent: 0, picturesLost: 0 };
  let running: Promise<void> | null = null;
  let again = false;

  const set = (part: Partial<QueueState>): void => {
    state = { ...state, ...part };
    told?.(state.notes.length);
    for (const listener of listeners) listener();
  };

  const mine = async (): Promise<readonly QueuedNote[]> =>
    (await store.all()).filter((note) => note.byId === byId);

  const look = async (): Promise<void> => set({ notes: await mine() });

  /** The picture first: a note names it. One that the server will not have costs the note nothing. */
  const withPicture = async (note: QueuedNote): Promise<QueuedNote | null> => {
    if (note.picture === null) return note;
    const sent = await sending.picture(note.picture);
    if (sent.type === 'later') return null;
    const pictureId = sent.type === 'done' ? sent.value : null;
    const kept = { ...note, picture: null, pictureId };
    await store.put(kept);
    if (pictureId === null) set({ picturesLost: state.picturesLost + 1 });
    return kept;
  };

  /** Whether the next may be sent. */
  const sendOne = async (note: QueuedNote): Promise<boolean> => {
    const ready = await withPicture(note);
    const sent = ready ? await sending.note(ready) : ({ type: 'later' } as const);
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
    for (const note of waiting) {
      if (!(await sendOne(note))) return;
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

  const send = async (): Promise<void> => {
    again = true;
    running ??= alone(sendAll).finally(() => {
      running = null;
    });
    await running;
  };

  const add = async (draft: Draft, picture: Blob | null): Promise<boolean> => {
    const { visitId, text, group } = draft;
    try {
      await store.add({
        ...{ byId, visitId, text, group, picture, key: newKey(), notedAt: now() },
        ...{ pictureId: null, refused: '' },
      });
      return true;
    } catch {
      // There is no room: what can be kept is the answer.
      return false;
    }
  };

  const keptAs = async (draft: Draft): Promise<Kept> => {
    if (await add(draft, draft.picture)) return 'kept';
    if (draft.picture === null) return 'noRoom';
    return (await add(draft, null)) ? 'keptWithoutPicture' : 'noRoom';
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep: async (draft) => {
      const kept = await keptAs(draft);
      if (kept !== 'noRoom') await look();
      return kept;
    },
    send,
    takeBack: async (number) => {
      await store.remove(number);
      await look();
    },
  };
};
