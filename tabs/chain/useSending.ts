import { useCallback, useEffect, useRef, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { ChainReply, PostChainEdit } from '#shared/contract/chain.ts';
import type { ChainGiven } from '#shared/domain/chain/edit.ts';
import type { Failed, Reply } from '../remote/api.ts';
import type { Live } from '../remote/live.ts';
import { useApi } from '../remote/RemoteContext.tsx';

/** An edit that is on its way. The key is made here, so that it is one edit however often it is sent. */
export type Pending = { readonly key: string; readonly given: ChainGiven; readonly at: string };

export type RefusedEdit = { readonly edit: Pending; readonly why: string };

const againAfterMs = 2_000;

/** Nobody answered, or only to say that it is not now: it is tried again. */
const isLater = ({ status }: Failed): boolean => status === 0 || status === 429 || status >= 500;

const hasCurrent = (body: unknown): body is { readonly current: ChainReply } =>
  typeof body === 'object' && body !== null && 'current' in body;

const currentIn = (reply: Reply<ChainReply>): ChainReply | null => {
  if (reply.type === 'done') return reply.value;
  return reply.type === 'failed' && hasCurrent(reply.body) ? reply.body.current : null;
};

/** Left with something unsent: it goes all the same, in its order; the browser asks before it closes. */
const useLeaving = (pending: readonly Pending[], send: (edit: Pending) => Promise<unknown>) => {
  const left = useRef({ pending, send });
  left.current = { pending, send };
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent): void => {
      if (left.current.pending.length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', onClose);
    return () => {
      window.removeEventListener('beforeunload', onClose);
      const sendAll = async (): Promise<void> => {
        for (const edit of left.current.pending) await left.current.send(edit);
      };
      void sendAll();
    };
  }, []);
};

/** One after another, so that what is done first is saved first. */
export const useSending = (id: string, live: Live<ChainReply>, seen: number) => {
  const api = useApi();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [offline, setOffline] = useState(false);
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<RefusedEdit | null>(null);
  const latest = useRef(seen);
  latest.current = seen;
  const [first] = pending;
  const send = useCallback(
    ({ key, given }: Pending) => {
      const body = { key, seen: latest.current, given } as PostChainEdit;
      return api.send(at('POST /api/projects/:id/chain', { id }), body);
    },
    [api, id],
  );
  const take = useCallback(
    (edit: Pending, reply: Reply<ChainReply>): void => {
      setOffline(false);
      const current = currentIn(reply);
      if (current) live.put(current);
      if (reply.type === 'failed') setRefused({ edit, why: reply.message });
      setPending((before) => before.filter(({ key }) => key !== edit.key));
    },
    [live],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a try is one more attempt at the same.
  useEffect(() => {
    if (!first) return;
    let isOver = false;
    const again = (): void => {
      setOffline(true);
      setTimeout(() => !isOver && setTries((count) => count + 1), againAfterMs);
    };
    void send(first).then((reply) => {
      if (isOver) return;
      if (reply.type === 'failed' && isLater(reply)) again();
      else take(first, reply);
    });
    return () => {
      isOver = true;
    };
  }, [first, tries, send, take]);
  useLeaving(pending, send);
  return { pending, setPending, offline, refused, setRefused };
};
