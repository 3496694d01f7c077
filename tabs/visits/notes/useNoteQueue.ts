import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { at } from '#shared/contract/at.ts';
import { aloneAs, sentAs } from '../../held/sentAs.ts';
import { notesWaiting } from '../../held/waiting.ts';
import type { Api } from '../../remote/api.ts';
import { useApi } from '../../remote/RemoteContext.tsx';
import { useMe } from '../../shell/Looking.tsx';
import { createNoteQueue, type NoteQueue, type QueueState } from './noteQueue.ts';
import { browserNotes } from './noteStore.ts';

const wholeSeconds = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

const alone = aloneAs('digitek360-notes');

const made = new WeakMap<Api, Map<string, NoteQueue>>();

/** One for each who signs in: the page of notes and the shell send the same. */
const queueOf = (api: Api, byId: string): NoteQueue => {
  const known = made.get(api) ?? new Map<string, NoteQueue>();
  made.set(api, known);
  const found = known.get(byId);
  if (found) return found;
  const queue = createNoteQueue({
    ...{ store: browserNotes(), byId, alone, now: wholeSeconds, told: notesWaiting.tell },
    newKey: () => crypto.randomUUID(),
    sending: {
      note: async ({ visitId, key, number, text, group, pictureId, notedAt }) => {
        const body = { key, number, text, group, picture: pictureId, notedAt };
        return sentAs(
          await api.send(at('POST /api/visits/:id/notes', { id: visitId }), body),
          () => null,
        );
      },
      picture: async (picture) =>
        sentAs(await api.send(at('POST /api/stories/pictures'), picture), ({ id }) => id),
    },
  });
  known.set(byId, queue);
  return queue;
};

const retryMs = 4_000;

/** What lies on the device, and sends it as soon as it can be sent. */
export const useNoteQueue = (): { readonly queue: NoteQueue; readonly state: QueueState } => {
  const api = useApi();
  const me = useMe();
  const queue = useMemo(() => queueOf(api, me.id), [api, me.id]);
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  useEffect(() => {
    // A device that keeps nothing has nothing to send either.
    const send = (): void => void queue.send().catch(() => undefined);
    send();
    const timer = setInterval(() => {
      if (queue.state().notes.some(({ refused }) => refused === '')) send();
    }, retryMs);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [queue]);
  return { queue, state };
};
