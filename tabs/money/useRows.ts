import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export type Rows = {
  /** Stands where the rows begin, or right above them; it does not move as they scroll. */
  readonly top: RefObject<HTMLElement | null>;
  readonly items: readonly { readonly index: number; readonly key: string | number | bigint }[];
  /** Pixels that stand for the rows before and after those that are mounted. */
  readonly before: number;
  readonly after: number;
  readonly measure: (row: HTMLElement | null) => void;
};

/** Only the rows in sight are mounted; the page itself is what scrolls. */
export const useRows = (
  page: RefObject<HTMLElement | null>,
  keys: readonly string[],
  estimate: number,
): Rows => {
  const top = useRef<HTMLElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    if (!page.current || !top.current) return;
    const from = page.current.getBoundingClientRect().top - page.current.scrollTop;
    setMargin(Math.round(top.current.getBoundingClientRect().top - from));
  });
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: keys.length,
    getScrollElement: () => page.current,
    estimateSize: () => estimate,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 8,
    scrollMargin: margin,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    top,
    items,
    before: first ? Math.max(0, first.start - margin) : 0,
    after: last ? Math.max(0, virtualizer.getTotalSize() - (last.end - margin)) : 0,
    measure: virtualizer.measureElement,
  };
};
