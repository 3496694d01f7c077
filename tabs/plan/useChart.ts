import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { rowsToMount } from '../board/CardColumn.tsx';
import { sameWindow, type Window } from '../board/windowOf.ts';
import type { ChartRow } from './shapePlan.ts';

export const rowHeight = 30;
/** Mounted above and below what is in sight. */
const beyond = 6;
/** Before there is a chart to measure. */
const likelyHeight = 720;

const windowFor = (top: number, seen: number): Window => ({
  from: Math.max(0, Math.floor(top / rowHeight) - beyond),
  to: Math.ceil((top + seen) / rowHeight) + beyond,
});

/** Rows are equally tall, so which are in sight is arithmetic, however many there are. */
const useInSight = (scroller: RefObject<HTMLDivElement | null>, rows: readonly ChartRow[]) => {
  const [window, setWindow] = useState(() => windowFor(0, likelyHeight));
  const look = useCallback((): void => {
    const element = scroller.current;
    if (!element) return;
    const next = windowFor(element.scrollTop, element.clientHeight);
    setWindow((before) => (sameWindow(before, next) ? before : next));
  }, [scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be more or fewer.
  useLayoutEffect(look, [look, rows]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, look]);
  return { window, look };
};

const targetIn = (scroller: HTMLElement | null, key: string): HTMLElement | undefined =>
  [...(scroller?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])].find(
    ({ dataset }) => dataset['stop'] === key,
  );

/** Clear of the head above, and of the edge below. */
const reveal = (element: HTMLElement, at: number, head: number): void => {
  const top = at * rowHeight;
  const lowest = top + head + rowHeight - element.clientHeight;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (lowest > element.scrollTop) element.scrollTop = lowest;
};

/** Which rows are mounted, which of them Tab stops at, and how another gets the focus. */
export const useChart = (rows: readonly ChartRow[], head: number) => {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const places = useMemo(() => new Map(rows.map(({ key }, at) => [key, at])), [rows]);
  const at = focused === null ? -1 : (places.get(focused) ?? -1);
  const { window, look } = useInSight(scroller, rows);
  useLayoutEffect(() => {
    const element =
      wanted.current === null ? undefined : targetIn(scroller.current, wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });
  return {
    scroller,
    look,
    /** The one Tab stops at; the first until another was chosen. */
    stop: Math.max(0, at),
    mounted: rowsToMount(rows.length, window, at),
    placeOf: (key: string): number => places.get(key) ?? -1,
    focusRow: (place: number): void => {
      const row = rows[Math.max(0, Math.min(place, rows.length - 1))];
      if (!row) return;
      wanted.current = row.key;
      if (scroller.current) reveal(scroller.current, places.get(row.key) ?? 0, head);
      setFocused(row.key);
    },
    onFocus: (target: EventTarget): void => {
      const stop = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null;
      const key = stop?.dataset['stop'];
      if (key !== undefined) setFocused(key);
    },
  };
};

export type OnChart = ReturnType<typeof useChart>;
