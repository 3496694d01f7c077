import { type PointerEvent, useEffect, useRef, useState } from 'react';

/** The row that is held, and the place it would be let go at: 0 is before the first. */
export type Dragged = { readonly key: string; readonly to: number };

/** Where the pointer is among the rows: after each whose middle it has passed. */
const placeIn = (list: Element, y: number): number =>
  [...list.children].filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 2;
  }).length;

/**
 * Rows of one list taken by their handle and let go elsewhere in it: by mouse, pen or finger. Nothing
 * has happened on Esc, or when the pointer is taken from us.
 */
export const useRowDrag = (
  keys: readonly string[],
  drop: (key: string, before: string) => void,
) => {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const letGo = (): void => setDragged(null);
  const isHeld = dragged !== null;
  useEffect(() => {
    if (!isHeld) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDragged(null);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [isHeld]);
  const take = (key: string, event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged({ key, to: keys.indexOf(key) });
  };
  const follow = (event: PointerEvent<HTMLElement>): void => {
    if (!dragged || !list.current) return;
    const to = placeIn(list.current, event.clientY);
    if (to === dragged.to) return;
    setDragged({ ...dragged, to });
    // A long list comes along.
    list.current.children[Math.min(to, keys.length - 1)]?.scrollIntoView({ block: 'nearest' });
  };
  const put = (): void => {
    letGo();
    const at = dragged ? keys.indexOf(dragged.key) : -1;
    // On either side of itself it stands where it stood.
    if (!dragged || at < 0 || dragged.to === at || dragged.to === at + 1) return;
    drop(dragged.key, keys[dragged.to] ?? '');
  };
  const handleOf = (key: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => take(key, event),
    onPointerMove: follow,
    onPointerUp: put,
    onPointerCancel: letGo,
  });
  return { list, dragged, handleOf };
};
