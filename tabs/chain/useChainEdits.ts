import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ChainReply } from '#shared/contract/chain.ts';
import { type Chain, linkIn, textOf } from '#shared/domain/chain/chain.ts';
import { type ChainGiven, opFor } from '#shared/domain/chain/edit.ts';
import { after } from '#shared/domain/chain/op.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import type { Live } from '../remote/live.ts';
import { useMe } from '../shell/Looking.tsx';
import type { Pending } from './chainQueue.ts';
import { type RefusedEdit, useSending } from './useSending.ts';

/** An edit that was not saved, and why. */
export type Unsaved = { readonly given: ChainGiven; readonly text: string };

export type ChainEditing = {
  /** With what has been done here and is on its way. */
  readonly chain: Chain;
  readonly waiting: number;
  /** Nobody answers: what is done is kept, and sent in its order when somebody does. */
  readonly offline: boolean;
  readonly unsaved: Unsaved | null;
  readonly onUnsavedSeen: () => void;
  readonly give: (given: ChainGiven) => void;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

const wordsOf = (given: ChainGiven, chain: Chain): string => {
  if (given.type === 'added') return given.link.text;
  if (given.type === 'written') return given.text;
  const link = 'id' in given ? linkIn(chain, given.id) : undefined;
  return link ? textOf(link) : '';
};

const optimistic = (
  reply: Pick<ChainReply, 'links' | 'edges'>,
  pending: readonly Pending[],
  me: { readonly id: string; readonly name: string },
): Chain => {
  let chain: Chain = { links: reply.links, edges: reply.edges };
  for (const { key, given, at: when } of pending) {
    if (given.type === 'undone' || given.type === 'kept') continue;
    const made = opFor(chain, given, { key, byId: me.id, byName: me.name, at: when });
    if (made.ok) chain = after(chain, made.value);
  }
  return chain;
};

type Stacks = { readonly done: readonly string[]; readonly undone: readonly string[] };

/** What can be taken back, and what was: each by the key of the edit. */
const useStacks = (push: (given: ChainGiven) => string, refused: RefusedEdit | null) => {
  const [stacks, setStacks] = useState<Stacks>({ done: [], undone: [] });
  // What was refused is not there to be taken back.
  useEffect(() => {
    if (refused)
      setStacks(({ done, undone }) => ({
        done: done.filter((key) => key !== refused.edit.key),
        undone: undone.filter((key) => key !== refused.edit.key),
      }));
  }, [refused]);
  const give = useCallback(
    (given: ChainGiven): void => {
      const key = push(given);
      if (given.type !== 'kept') setStacks(({ done }) => ({ done: [...done, key], undone: [] }));
    },
    [push],
  );
  const undo = (): boolean => {
    const of = stacks.done.at(-1);
    if (of === undefined) return false;
    const key = push({ type: 'undone', of });
    setStacks(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, key] }));
    return true;
  };
  const redo = (): boolean => {
    const of = stacks.undone.at(-1);
    if (of === undefined) return false;
    const key = push({ type: 'undone', of });
    setStacks(({ done, undone }) => ({ done: [...done, key], undone: undone.slice(0, -1) }));
    return true;
  };
  return { give, undo, redo, canUndo: stacks.done.length > 0, canRedo: stacks.undone.length > 0 };
};

/** The chain as the editor sees it: every edit is there at once, and is sent in its order. */
export const useChainEdits = (reply: ChainReply, live: Live<ChainReply>): ChainEditing => {
  const me = useMe();
  const { id } = reply.project;
  const { pending, push, offline, refused, onRefusedSeen } = useSending(id, live, reply.revision);
  const { links, edges } = reply;
  const chain = useMemo(
    () => optimistic({ links, edges }, pending, me),
    [links, edges, pending, me],
  );
  const stacks = useStacks(push, refused);
  const unsaved = useMemo<Unsaved | null>(
    () =>
      refused && {
        given: refused.edit.given,
        text: chainWords.notSaved(wordsOf(refused.edit.given, chain), refused.why),
      },
    [refused, chain],
  );
  return {
    ...{ chain, offline, unsaved, ...stacks },
    waiting: pending.length,
    onUnsavedSeen: onRefusedSeen,
  };
};
