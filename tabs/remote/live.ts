import type { Failed, ReadReply } from './api.ts';
import { keepSame } from './keepSame.ts';

/** What is known of something on the server. `ready` keeps the last known picture, however old. */
export type Remote<T> =
  | { readonly type: 'loading' }
  | { readonly type: 'ready'; readonly value: T; readonly trouble: Failed | null }
  | { readonly type: 'failed'; readonly failure: Failed };

export type Live<T> = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => Remote<T>;
  /** Asks again at once. */
  readonly refresh: () => void;
  /** Puts in what a write answered with, so that the screen does not wait for the next look. */
  readonly put: (value: T) => void;
};

/** Lets what did not change stay the same object, so that only what changed is drawn again. */
export type Merge<T> = (before: T, after: T) => T;

export type Looking<T, C = never> = {
  readonly merge?: Merge<T>;
  readonly every?: number;
  /** What is had, with what became of it since. */
  readonly follow?: (before: T, change: C) => T;
};

const visibleEvery = 1_000;
const hiddenEvery = 15_000;
const longestPause = 15_000;

const pauseAfter = (faults: number, hidden: boolean, every: number): number => {
  if (hidden) return hiddenEvery;
  return faults === 0 ? every : Math.min(longestPause, visibleEvery * 2 ** faults);
};

/** Looks again each second while somebody watches, and keeps what it saw last. */
// Long: one small machine; its parts turn on the same eight variables, and are short each.
export const createLive = <T, C = never>(
  ask: (etag: string) => Promise<ReadReply<T, C>>,
  { merge = keepSame, every = visibleEvery, follow }: Looking<T, C> = {},
): Live<T> => {
  const listeners = new Set<() => void>();
  let state: Remote<T> = { type: 'loading' };
  let etag = '';
  let faults = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let askAgain = false;
  let version = 0;

  const set = (next: Remote<T>): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const take = (value: T): void => keep(state.type === 'ready' ? merge(state.value, value) : value);

  const keep = (kept: T): void => {
    const isNews = state.type !== 'ready' || state.value !== kept || state.trouble !== null;
    if (isNews) set({ type: 'ready', value: kept, trouble: null });
  };

  const fail = (failure: Failed): void => {
    faults += 1;
    if (state.type === 'ready' && failure.status !== 404 && failure.status !== 403)
      set({ ...state, trouble: failure });
    else set({ type: 'failed', failure });
  };

  const recover = (): void => {
    if (state.type === 'ready' && state.trouble) set({ ...state, trouble: null });
  };

  const hear = (reply: Exclude<ReadReply<T, C>, Failed>): void => {
    if (reply.type === 'unchanged') {
      recover();
      return;
    }
    etag = reply.etag;
    if (reply.type === 'done') take(reply.value);
    else if (state.type === 'ready' && follow) keep(follow(state.value, reply.change));
  };

  const look = async (): Promise<void> => {
    const asked = version;
    const reply = await ask(state.type === 'ready' ? etag : '');
    // Something newer was put in while we asked: this answer may be from before it.
    if (asked !== version) return;
    if (reply.type === 'failed') return fail(reply);
    faults = 0;
    hear(reply);
  };

  const turn = async (): Promise<void> => {
    clearTimeout(timer);
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    await look();
    asking = false;
    if (listeners.size === 0) return;
    const pause = askAgain ? 0 : pauseAfter(faults, document.hidden, every);
    askAgain = false;
    timer = setTimeout(() => void turn(), pause);
  };

  const onVisible = (): void => {
    if (!document.hidden) void turn();
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        document.addEventListener('visibilitychange', onVisible);
        void turn();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        document.removeEventListener('visibilitychange', onVisible);
      };
    },
    state: () => state,
    refresh: () => void turn(),
    put: (value) => {
      version += 1;
      etag = '';
      take(value);
    },
  };
};
