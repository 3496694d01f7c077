import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { rowsToMount } from '../board/CardColumn.tsx';
import { sameWindow, type Window } from '../board/windowOf.ts';
import type { ListRows } from './listRows.ts';

/** Kept while the person is elsewhere in the tab, so that coming back finds the same row. */
let kept: { readonly key: string; readonly top: number } | null = null;

type Sizes = { readonly height: number; readonly head: number; readonly foot: number };

const elementOf = (scroller: HTMLElement | null, key: string): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;

/** Nobody has put the focus anywhere: the page has just been come to. */
const nothingHasFocus = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** Mounted above and below what is in sight. */
const beyond = 8;
/** Before there is a list to measure. */
const likelyHeight = 900;

const windowFor = (top: number, seen: number, { height, head }: Sizes): Window => ({
  from: Math.max(0, Math.floor((top - head) / height) - beyond),
  to: Math.ceil((top - head + seen) / height) + beyond,
});

/** Rows are equally tall, so which of them are in sight is arithmetic, however many there are. */
const useRowsInSight = (
  scroller: RefObject<HTMLDivElement | null>,
  sizes: Sizes,
  rows: ListRows,
) => {
  const { height, head, foot } = sizes;
  const [window, setWindow] = useState(() => windowFor(kept?.top ?? 0, likelyHeight, sizes));
  const look = useCallback((): void => {
    const element = scroller.current;
    if (!element) return;
    const next = windowFor(element.scrollTop, element.clientHeight, { height, head, foot });
    setWindow((before) => (sameWindow(before, next) ? before : next));
  }, [scroller, height, head, foot]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be more or fewer.
  useLayoutEffect(look, [look, rows]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, look]);
  /** Scrolls no further than it takes: clear of the heads above and the sums below. */
  const reveal = (index: number): void => {
    const element = scroller.current;
    if (!element) return;
    const top = index * height;
    const lowest = top + head + height + foot - element.clientHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (lowest > element.scrollTop) element.scrollTop = lowest;
  };
  return { window, look, reveal };
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
export const useRowFocus = (rows: ListRows, sizes: Sizes) => {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [focused, setFocused] = useState(kept?.key ?? null);
  const at = useMemo(() => (focused === null ? -1 : rows.indexOf(focused)), [rows, focused]);
  const stop = Math.max(0, at);

  const { window, look, reveal } = useRowsInSight(scroller, sizes, rows);

  const giveFocus = (): void => {
    const element = wanted.current === null ? null : elementOf(scroller.current, wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  };
  useLayoutEffect(giveFocus);

  const focusRow = (index: number): void => {
    const row = rows.at(index);
    if (!row) return;
    wanted.current = row.key;
    reveal(index);
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
    onScroll: look,
    total: rows.count * sizes.height,
    /** The row that Tab stops at is among them wherever the rest is scrolled to. */
    mounted: rowsToMount(rows.count, window, at),
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
