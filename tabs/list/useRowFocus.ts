import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { ListRow } from './listRows.ts';

/** Kept while the person is elsewhere in the tab, so that coming back finds the same row. */
let kept: { readonly key: string; readonly top: number } | null = null;

type Sizes = { readonly height: number; readonly head: number; readonly foot: number };

const elementOf = (scroller: HTMLElement | null, key: string): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;

/** Nobody has put the focus anywhere: the page has just been come to. */
const nothingHasFocus = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** The rows that are mounted, with the one at `at` among them wherever the rest is scrolled to. */
const useRowsInSight = (
  rows: readonly ListRow[],
  scroller: RefObject<HTMLDivElement | null>,
  at: number,
  { height, head, foot }: Sizes,
) => {
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.key ?? index,
    initialOffset: kept?.top ?? 0,
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
    scrollPaddingEnd: foot,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        at < 0
          ? defaultRangeExtractor(range)
          : [...new Set([...defaultRangeExtractor(range), at])].sort((a, b) => a - b),
      [at],
    ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height moves every row.
  useLayoutEffect(() => virtualizer.measure(), [height]);
  return virtualizer;
};

/** Remembers, as the list is left, where it was left. */
const useKept = (scroller: RefObject<HTMLDivElement | null>, focused: string | null): void => {
  const latest = useRef(focused);
  latest.current = focused;
  useLayoutEffect(() => {
    const element = scroller.current;
    return () => {
      const key = latest.current;
      kept = key === null ? null : { key, top: element?.scrollTop ?? 0 };
    };
  }, [scroller]);
};

/** Which rows are mounted, which of them Tab stops at, and how another one gets the focus. */
export const useRowFocus = (rows: readonly ListRow[], sizes: Sizes) => {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [focused, setFocused] = useState(kept?.key ?? null);
  const at = focused === null ? -1 : rows.findIndex((row) => row.key === focused);
  const stop = Math.max(0, at);

  const virtualizer = useRowsInSight(rows, scroller, at, sizes);

  const giveFocus = (): void => {
    const element = wanted.current === null ? null : elementOf(scroller.current, wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  };
  useLayoutEffect(giveFocus);

  const focusRow = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    wanted.current = row.key;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    setFocused(row.key);
    giveFocus();
  };

  // Come back from a project: to the row it was opened from.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list is come to.
  useLayoutEffect(() => {
    if (!kept) return;
    if (scroller.current) scroller.current.scrollTop = kept.top;
    if (at >= 0 && nothingHasFocus()) focusRow(at);
  }, []);

  useKept(scroller, focused);

  return {
    scroller,
    stop,
    total: virtualizer.getTotalSize(),
    items: virtualizer.getVirtualItems(),
    focusRow,
    /** From a field to the row that was left, or to the first. */
    back: () => focusRow(stop),
    onFocus: (target: EventTarget): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
      const key = row?.dataset['row'];
      if (key !== undefined) setFocused(key);
    },
  };
};
