import { useEffect, useLayoutEffect, useRef, useState } from 'react';
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

let floats: boolean | null = null;
/** The same for all columns that are drawn in one go: the page is looked through once. */
const somethingFloatsNow = (): boolean => {
  if (floats === null) {
    floats = somethingFloats();
    queueMicrotask(() => {
      floats = null;
    });
  }
  return floats;
};

/**
 * Never under somebody's hands: while a card or a row has the focus, or a menu hangs on one, what
 * goes away goes away, as the focus and a screen reader expect.
 */
const nobodyHoldsAny = (): boolean =>
  !document.activeElement?.closest('[data-board], [data-list]') && !somethingFloatsNow();

/** A key for each of what is mounted, so that React changes elements instead of making new ones. */
export const useSlots = (ids: readonly string[]): Slots => {
  const before = useRef<Slots>(new Map());
  const slots = slotsFor(before.current, ids, nobodyHoldsAny());
  useLayoutEffect(() => {
    before.current = slots;
  });
  return slots;
};

/** A press is no click when its element has moved in the page before it is let go. */
const isPressed = (): boolean =>
  document.querySelector(':is([data-board], [data-list]) :active') !== null;

const restMs = 200;

/** Whether what is shown has been the same for a moment, with nothing pressed; at first it has. */
const useAtRest = (shown: string): boolean => {
  const [still, setStill] = useState(shown);
  useEffect(() => {
    if (still === shown) return;
    const look = (): void => {
      if (isPressed()) timer = setTimeout(look, restMs);
      else setStill(shown);
    };
    let timer = setTimeout(look, restMs);
    return () => clearTimeout(timer);
  }, [still, shown]);
  return still === shown;
};

/** The elements as they stood in the page, less those that are gone, and the new ones behind. */
export const standingIn = (
  before: readonly number[],
  wanted: readonly number[],
): readonly number[] => {
  const left = new Set(wanted);
  return [...before.filter((slot) => left.delete(slot)), ...left];
};

/**
 * What is mounted, each with its element, in the order they stand in the page. While it moves, the
 * elements stay where they are, for to move one is to draw it anew; as soon as it is at rest they
 * stand as they are read.
 */
export const useStanding = (ids: readonly string[]): readonly (readonly [string, number])[] => {
  const before = useRef<readonly number[]>([]);
  const slots = useSlots(ids);
  const isRead = useAtRest(ids.join()) || !(nobodyHoldsAny() || isPressed());
  const wanted = [...slots.values()];
  const order = isRead ? wanted : standingIn(before.current, wanted);
  useLayoutEffect(() => {
    before.current = order;
  });
  const bySlot = new Map([...slots].map(([id, slot]) => [slot, id]));
  return order.map((slot) => [bySlot.get(slot) ?? '', slot] as const);
};
