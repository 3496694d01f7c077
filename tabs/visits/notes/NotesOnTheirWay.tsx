import { useNoteQueue } from './useNoteQueue.ts';

/** Sends what was noted without a net, wherever in the tab one is. */
export const NotesOnTheirWay = () => {
  useNoteQueue();
  return null;
};
