import { at } from '#shared/contract/at.ts';
import type { ChainReply, PostChainEdit } from '#shared/contract/chain.ts';
import type { ChainGiven } from '#shared/domain/chain/edit.ts';
import { createHeldQueue, type HeldQueue } from '../held/heldQueue.ts';
import { browserStore, type Held, orInMemory } from '../held/heldStore.ts';
import { aloneAs, sentAs } from '../held/sentAs.ts';
import { editsWaiting } from '../held/waiting.ts';
import type { Api, Reply } from '../remote/api.ts';

/** An edit that is on its way. The key is made here, so that it is one edit however often it is sent. */
export type Pending = { readonly key: string; readonly given: ChainGiven; readonly at: string };

export type QueuedEdit = Held & Pending & { readonly projectId: string };

export type ChainQueue = HeldQueue<QueuedEdit> & {
  /** The newest edit of a project's chain that this tab has seen. */
  readonly saw: (projectId: string, revision: number) => void;
  /** Told how the chain is, with each answer. */
  readonly onAnswer: (projectId: string, listener: (reply: ChainReply) => void) => () => void;
};

const againAfterMs = 2_000;

const hasCurrent = (body: unknown): body is { readonly current: ChainReply } =>
  typeof body === 'object' && body !== null && 'current' in body;

const currentIn = (reply: Reply<ChainReply>): ChainReply | null => {
  if (reply.type === 'done') return reply.value;
  return reply.type === 'failed' && hasCurrent(reply.body) ? reply.body.current : null;
};

const created = (api: Api, byId: string): ChainQueue => {
  const seen = new Map<string, number>();
  const listeners = new Map<string, (reply: ChainReply) => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const queue = createHeldQueue<QueuedEdit>({
    store: orInMemory(browserStore<QueuedEdit>('digitek-chain', 'edits')),
    ...{ byId, alone: aloneAs('digitek-chain'), told: editsWaiting.tell },
    sendOne: async ({ projectId, key, given }) => {
      const body = { key, seen: seen.get(projectId) ?? 0, given } as PostChainEdit;
      const reply = await api.send(at('POST /api/projects/:id/chain', { id: projectId }), body);
      const current = currentIn(reply);
      if (current) {
        seen.set(projectId, current.revision);
        listeners.get(projectId)?.(current);
      }
      return sentAs(reply, () => null);
    },
  });
  /** Tried again while something waits, on whatever page one is. */
  const send = async (): Promise<void> => {
    await queue.send().catch(() => undefined);
    const waits = queue.state().items.some(({ refused }) => refused === '');
    if (!waits || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void send();
    }, againAfterMs);
  };
  window.addEventListener('online', () => void send());
  return {
    ...queue,
    send,
    saw: (projectId, revision) => {
      seen.set(projectId, Math.max(revision, seen.get(projectId) ?? 0));
    },
    onAnswer: (projectId, listener) => {
      listeners.set(projectId, listener);
      return () => {
        if (listeners.get(projectId) === listener) listeners.delete(projectId);
      };
    },
  };
};

const made = new WeakMap<Api, Map<string, ChainQueue>>();

/** One for each who signs in: the page of a chain and the shell send the same. */
export const chainQueueOf = (api: Api, byId: string): ChainQueue => {
  const known = made.get(api) ?? new Map<string, ChainQueue>();
  made.set(api, known);
  const queue = known.get(byId) ?? created(api, byId);
  known.set(byId, queue);
  return queue;
};
