import { browserStore, type Held, type HeldStore } from '../../held/heldStore.ts';

/** An observation that the server does not have yet, as it lies on the device. */
export type QueuedNote = Held & {
  readonly visitId: string;
  readonly text: string;
  readonly group: string;
  readonly notedAt: string;
  readonly picture: Blob | null;
  /** The picture, once it has been sent. */
  readonly pictureId: string | null;
};

/** Where observations lie until the server has them. */
export type NoteStore = HeldStore<QueuedNote>;

export const browserNotes = (): NoteStore => browserStore<QueuedNote>('digitek360', 'notes');
