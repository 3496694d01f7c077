import type { WrittenField } from '#shared/contract/papers.ts';
import {
  emptyValue,
  type PaperValue,
  sameValue,
  writtenValue,
} from '#shared/domain/papers/paper.ts';

/** What became of sending a field. */
export type FieldSent =
  | { readonly type: 'kept'; readonly revision: string }
  | { readonly type: 'clash'; readonly current: WrittenField | null }
  | { readonly type: 'refused'; readonly message: string }
  /** Nobody answered: it is sent again. */
  | { readonly type: 'failed' };

/** What somebody has typed in a field and that is not known to be stored. */
export type Typed = {
  readonly value: PaperValue;
  readonly state: 'typed' | 'sending' | 'failed' | 'refused' | 'clash';
  readonly problem: string;
  /** Somebody else's text, when they were first. */
  readonly theirs: WrittenField | null;
};

export type Drafts = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly all: () => ReadonlyMap<string, Typed>;
  /** Typed on what the writer saw: that is what it is stored on. */
  readonly type: (field: string, value: PaperValue, seen: WrittenField | undefined) => void;
  /** Sends what is typed at once; resolves when nothing is under way. */
  readonly flush: () => Promise<void>;
  readonly keepMine: (field: string) => void;
  readonly takeTheirs: (field: string) => void;
};

/** A closed tab loses what was typed in the last second at most. */
export const saveAfterMs = 800;
export const againAfterMs = 3_000;

export const unwritten = 'none';

type Send = (field: string, revision: string, value: PaperValue) => Promise<FieldSent>;

/**
 * Keeps what is typed until it is stored. A field is sent a moment after the first key, one sending
 * at a time; what is typed meanwhile goes with the next, on the revision the last one came to.
 */
// Long: one small machine; its parts turn on the same three maps, and are short each.
export const createDrafts = (send: Send): Drafts => {
  const listeners = new Set<() => void>();
  const revisions = new Map<string, string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const underway = new Map<string, Promise<void>>();
  let typed: ReadonlyMap<string, Typed> = new Map();

  const set = (field: string, next: Typed | null): void => {
    const map = new Map(typed);
    if (next) map.set(field, next);
    else map.delete(field);
    typed = map;
    for (const listener of listeners) listener();
  };

  const plan = (field: string, ms: number): void => {
    if (timers.has(field)) return;
    timers.set(
      field,
      setTimeout(() => void sendNow(field), ms),
    );
  };

  const settle = (field: string, value: PaperValue, sent: FieldSent): void => {
    const now = typed.get(field);
    if (!now) return;
    switch (sent.type) {
      case 'kept':
        revisions.set(field, sent.revision);
        if (sameValue(now.value, value)) {
          revisions.delete(field);
          set(field, null);
        } else {
          set(field, { ...now, state: 'typed' });
          plan(field, saveAfterMs);
        }
        return;
      case 'clash':
        set(field, { ...now, state: 'clash', theirs: sent.current });
        return;
      case 'refused':
        set(field, { ...now, state: 'refused', problem: sent.message });
        return;
      case 'failed':
        set(field, { ...now, state: 'failed' });
        plan(field, againAfterMs);
    }
  };

  const sendNow = (field: string): Promise<void> => {
    clearTimeout(timers.get(field));
    timers.delete(field);
    const before = underway.get(field);
    if (before) return before.then(() => sendNow(field));
    const now = typed.get(field);
    if (!now || (now.state !== 'typed' && now.state !== 'failed')) return Promise.resolve();
    set(field, { ...now, state: 'sending' });
    const sending = send(field, revisions.get(field) ?? unwritten, now.value).then((sent) => {
      underway.delete(field);
      settle(field, now.value, sent);
    });
    underway.set(field, sending);
    return sending;
  };

  /** While it is under way, or waits for a choice, what is typed more goes with what comes then. */
  const typeMore = (field: string, now: Typed, value: PaperValue): void => {
    const isHeld = now.state === 'sending' || now.state === 'clash';
    set(field, { ...now, value, state: isHeld ? now.state : 'typed', problem: '' });
    if (!isHeld) plan(field, saveAfterMs);
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: () => typed,
    type: (field, value, seen) => {
      const now = typed.get(field);
      if (now) return typeMore(field, now, value);
      if (sameValue(value, seen ? writtenValue(seen) : emptyValue)) return;
      revisions.set(field, seen?.revision ?? unwritten);
      set(field, { value, state: 'typed', problem: '', theirs: null });
      plan(field, saveAfterMs);
    },
    flush: async () => {
      await Promise.all([...typed.keys()].map(sendNow));
      await Promise.all(underway.values());
    },
    keepMine: (field) => {
      const now = typed.get(field);
      if (!now) return;
      revisions.set(field, now.theirs?.revision ?? unwritten);
      set(field, { ...now, state: 'typed', theirs: null });
      void sendNow(field);
    },
    takeTheirs: (field) => {
      revisions.delete(field);
      set(field, null);
    },
  };
};
