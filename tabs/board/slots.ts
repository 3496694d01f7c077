import { useLayoutEffect, useRef } from 'react';
import { somethingFloats } from './useBoardKeys.ts';

/** Which mounted element shows what. */
export type Slots = ReadonlyMap<string, number>;

/**
 * What was mounted keeps its element. What is new takes over an element that shows nothing any more
 * when that is allowed, which saves making it: at a key in the search nearly every card is another.
 */
export const slotsFor = (before: Slots, ids: readonly string[], mayReuse: boolean): Slots => {
  const wanted = new Set(ids);
  const free: number[] = [];
  let next = 0;
  for (const [id, slot] of before) {
    next = Math.max(next, slot + 1);
    if (mayReuse && !wanted.has(id)) free.push(slot);
  }
  free.sort((a, b) => b - a);
  const slots = new Map<string, number>();
  for (const id of ids) {
    const slot = before.get(id) ?? free.pop() ?? next;
    next = Math.max(next, slot + 1);
    slots.set(id, slot);
  }
  return slots;
};

/**
 * Never under somebody's hands: while a card or a row has the focus, or a menu hangs on one, what
 * goes away goes away, as the focus and a screen reader expect.
 */
const nobodyHoldsAny = (): boolean =>
  !document.activeElement?.closest('[data-board], [data-list]') && !somethingFloats();

/** A key for each of what is mounted, so that React changes elements instead of making new ones. */
export const useSlots = (ids: readonly string[]): Slots => {
  const before = useRef<Slots>(new Map());
  const slots = slotsFor(before.current, ids, nobodyHoldsAny());
  useLayoutEffect(() => {
    before.current = slots;
  });
  return slots;
};
