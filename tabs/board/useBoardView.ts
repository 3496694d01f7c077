import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardReply } from '#shared/contract/api.ts';
import { boardQueryOf, boardViewIn } from '#shared/contract/boardAddress.ts';
import type { BoardView } from '#shared/domain/boardList.ts';
import type { Looking } from '#shared/domain/boardLooking.ts';
import { boardHash, rewrite } from '../shell/route.ts';

/** Browsers refuse an address that is written at every key. */
const writtenAfterMs = 300;

export type OnView = (view: BoardView) => void;

/** What rooms and list draw from: the same board, looked at in two ways. */
export type ShownProps = {
  readonly board: BoardReply;
  readonly looking: Looking;
  readonly stale: boolean;
  readonly view: BoardView;
  readonly onView: OnView;
};

const addressOf = ({ as, ...view }: BoardView): string => `${as}?${boardQueryOf(view)}`;

/**
 * What is shown, as the address has it. The screen follows at once; the address a moment after the
 * last key, and before the person can leave: whoever presses a link has left the field first.
 */
export const useBoardView = (
  as: BoardView['as'],
  query: string,
): { readonly view: BoardView; readonly onView: OnView; readonly settle: () => void } => {
  const [view, setView] = useState(() => boardViewIn(as, query));
  /** The address as we wrote or read it last: another one was set by somebody else. */
  const known = useRef(`${as}?${query}`);
  const unwritten = useRef<BoardView | null>(null);
  const timer = useRef(0);

  const settle = useCallback((): void => {
    window.clearTimeout(timer.current);
    if (!unwritten.current) return;
    known.current = addressOf(unwritten.current);
    rewrite(boardHash(unwritten.current));
    unwritten.current = null;
  }, []);

  useEffect(() => {
    const address = `${as}?${query}`;
    if (address === known.current) return;
    known.current = address;
    unwritten.current = null;
    setView(boardViewIn(as, query));
  }, [as, query]);

  useEffect(() => () => window.clearTimeout(timer.current), []);

  const onView = useCallback(
    (next: BoardView): void => {
      setView(next);
      unwritten.current = next;
      window.clearTimeout(timer.current);
      if (next.filter.text === view.filter.text) settle();
      else timer.current = window.setTimeout(settle, writtenAfterMs);
    },
    [view.filter.text, settle],
  );
  return { view, onView, settle };
};
