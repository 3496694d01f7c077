import {
  createHeldQueue,
  type HeldQueue,
  type HeldState,
  type Sent,
} from '../../held/heldQueue.ts';
import type { NoteStore, QueuedNote } from './noteStore.ts';

export type { Sent } from '../../held/heldQueue.ts';

export type Sending = {
  readonly note: (note: QueuedNote) => Promise<Sent<unknown>>;
  /** What the picture is called from then on. */
  readonly picture: (picture: Blob) => Promise<Sent<string>>;
};

export type Draft = Pick<QueuedNote, 'visitId' | 'text' | 'group'> & {
  readonly picture: Blob | null;
};

export type Kept = 'kept' | 'keptWithoutPicture' | 'noRoom';

export type QueueState = Omit<HeldState<QueuedNote>, 'items'> & {
  /** In the order they are sent. */
  readonly notes: readonly QueuedNote[];
  /** Pictures that the server would not have, while it took their notes. */
  readonly picturesLost: number;
};

export type NoteQueue = Pick<HeldQueue<QueuedNote>, 'subscribe' | 'send' | 'takeBack'> & {
  readonly state: () => QueueState;
  readonly keep: (draft: Draft) => Promise<Kept>;
};

type Parts = {
  readonly store: NoteStore;
  readonly sending: Sending;
  readonly byId: string;
  readonly newKey: () => string;
  readonly now: () => string;
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly told?: (waiting: number) => void;
};

/** The same state as long as what it is made of is the same. */
const shownOf = () => {
  let from: HeldState<QueuedNote> | null = null;
  let shown: QueueState = { notes: [], isOffline: false, sent: 0, picturesLost: 0 };
  return (held: HeldState<QueuedNote>, picturesLost: number): QueueState => {
    if (from === held && shown.picturesLost === picturesLost) return shown;
    const { items: notes, isOffline, sent } = held;
    from = held;
    shown = { notes, isOffline, sent, picturesLost };
    return shown;
  };
};

/** Observations, each with its picture before it. */
export const createNoteQueue = (parts: Parts): NoteQueue => {
  const { store, sending, byId, newKey, now, alone, told } = parts;
  const shown = shownOf();
  let picturesLost = 0;

  /** The picture first: a note names it. One that the server will not have costs the note nothing. */
  const prepared = async (note: QueuedNote): Promise<QueuedNote | null> => {
    if (note.picture === null) return note;
    const sent = await sending.picture(note.picture);
    if (sent.type === 'later') return null;
    const pictureId = sent.type === 'done' ? sent.value : null;
    const kept = { ...note, picture: null, pictureId };
    await store.put(kept);
    if (pictureId === null) picturesLost += 1;
    return kept;
  };

  const held = createHeldQueue<QueuedNote>({
    ...{ store, byId, alone, prepared, sendOne: sending.note },
    ...(told ? { told } : {}),
  });

  const add = ({ visitId, text, group }: Draft, picture: Blob | null): Promise<boolean> =>
    held.keep({
      ...{ byId, visitId, text, group, picture, key: newKey(), notedAt: now() },
      ...{ pictureId: null, refused: '' },
    });

  return {
    state: () => shown(held.state(), picturesLost),
    subscribe: held.subscribe,
    keep: async (draft) => {
      if (await add(draft, draft.picture)) return 'kept';
      if (draft.picture === null) return 'noRoom';
      return (await add(draft, null)) ? 'keptWithoutPicture' : 'noRoom';
    },
    send: held.send,
    takeBack: held.takeBack,
  };
};
