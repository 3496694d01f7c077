import { useCallback, useEffect, useRef, useState } from 'react';
import { boardQueryOf, boardViewIn } from '#shared/contract/boardAddress.ts';
import type { BoardView } from '#shared/domain/boardList.ts';
import { boardHash, go, rewrite } from '../shell/route.ts';

/** Browsers refuse an address that is written at every key. */
const writtenAfterMs = 300;

export type OnView = (view: BoardView) => void;

/**
 * What is shown, as the address has it. The screen follows at once; the address a moment after the
 * last key, and before the person can leave: whoever presses a link has left the field first.
 */
export const useBoardView = (
  as: BoardView['as'],
  query: string,
): { readonly view: BoardView; readonly onView: OnView; readonly settle: () => void } => {
  const [view, setView] = useState(() => boardViewIn(as, query));
  const known = useRef(`${as}?${query}`);
  const unwritten = useRef<{ readonly view: BoardView; readonly timer: number } | null>(null);

  const settle = useCallback((): void => {
    if (!unwritten.current) return;
    const { view: latest, timer } = unwritten.current;
    window.clearTimeout(timer);
    unwritten.current = null;
    known.current = `${latest.as}?${boardQueryOf(latest)}`;
    rewrite(boardHash(latest));
  }, []);

  useEffect(() => {
    const address = `${as}?${query}`;
    if (address === known.current) return;
    known.current = address;
    setView(boardViewIn(as, query));
  }, [as, query]);

  useEffect(
    () => () => {
      if (unwritten.current) window.clearTimeout(unwritten.current.timer);
    },
    [],
  );

  const onView = useCallback(
    (next: BoardView): void => {
      if (unwritten.current) window.clearTimeout(unwritten.current.timer);
      const typing = next.filter.text !== view.filter.text;
      unwritten.current = { view: next, timer: window.setTimeout(settle, writtenAfterMs) };
      setView(next);
      if (next.as !== view.as) {
        window.clearTimeout(unwritten.current.timer);
        unwritten.current = null;
        known.current = `${next.as}?${boardQueryOf(next)}`;
        go(boardHash(next));
      } else if (!typing) settle();
    },
    [view, settle],
  );
  return { view, onView, settle };
};
