import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ChainReply } from '#shared/contract/chain.ts';
import type { ChainGiven } from '#shared/domain/chain/edit.ts';
import type { Live } from '../remote/live.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { chainQueueOf, type Pending, type QueuedEdit } from './chainQueue.ts';

export type RefusedEdit = { readonly edit: Pending; readonly why: string };

/** What is written down on the device outlives the tab; only of what is not yet the browser asks. */
const useLeaving = (isLost: boolean): void => {
  const left = useRef(isLost);
  left.current = isLost;
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent): void => {
      if (left.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', onClose);
    return () => window.removeEventListener('beforeunload', onClose);
  }, []);
};

const useHeld = (id: string) => {
  const api = useApi();
  const me = useMe();
  const queue = useMemo(() => chainQueueOf(api, me.id), [api, me.id]);
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  const items = useMemo(
    () => state.items.filter(({ projectId }) => projectId === id),
    [state.items, id],
  );
  return { queue, items, isOffline: state.isOffline };
};

const refusedIn = (items: readonly QueuedEdit[]): QueuedEdit | undefined =>
  items.find(({ refused }) => refused !== '');

/** One after another, so that what is done first is saved first. */
export const useSending = (id: string, live: Live<ChainReply>, seen: number) => {
  const me = useMe();
  const { queue, items, isOffline } = useHeld(id);
  // What was done just now is drawn at once, and then written down.
  const [fresh, setFresh] = useState<readonly Pending[]>([]);
  useEffect(() => queue.saw(id, seen), [queue, id, seen]);
  useEffect(() => queue.onAnswer(id, (reply) => live.put(reply)), [queue, id, live]);
  useEffect(() => {
    void queue.send();
  }, [queue]);
  const push = useCallback(
    (given: ChainGiven): string => {
      const edit = { key: crypto.randomUUID(), given, at: new Date().toISOString() };
      setFresh((before) => [...before, edit]);
      void queue.keep({ ...edit, projectId: id, byId: me.id, refused: '' }).then(() => {
        setFresh((before) => before.filter(({ key }) => key !== edit.key));
        void queue.send();
      });
      return edit.key;
    },
    [queue, id, me.id],
  );
  const pending = useMemo<readonly Pending[]>(() => {
    const keys = new Set(items.map(({ key }) => key));
    return [
      ...items.filter(({ refused }) => refused === ''),
      ...fresh.filter(({ key }) => !keys.has(key)),
    ];
  }, [items, fresh]);
  const no = refusedIn(items);
  const refused = useMemo<RefusedEdit | null>(
    () => (no ? { edit: no, why: no.refused } : null),
    [no],
  );
  const onRefusedSeen = useCallback(() => {
    if (no) void queue.takeBack(no.number);
  }, [queue, no]);
  useLeaving(fresh.length > 0 || items.some(({ number }) => number < 0));
  return { pending, push, offline: isOffline && pending.length > 0, refused, onRefusedSeen };
};
