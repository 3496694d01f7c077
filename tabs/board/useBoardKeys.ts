import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { BoardShape } from './shapeBoard.ts';
import { singleKeysOn } from './singleKeys.ts';

type Place = { readonly column: number; readonly row: number };

/** Where the arrows lead: up and down in a column, across the doors to the next column with cards. */
export const placeAfter = (lengths: readonly number[], from: Place, key: string): Place | null => {
  const clamp = (column: number, row: number): Place => ({
    column,
    row: Math.max(0, Math.min(row, (lengths[column] ?? 1) - 1)),
  });
  const across = (step: number): Place | null => {
    for (let column = from.column + step; column >= 0 && column < lengths.length; column += step)
      if ((lengths[column] ?? 0) > 0) return clamp(column, from.row);
    return null;
  };
  switch (key) {
    case 'ArrowDown':
      return clamp(from.column, from.row + 1);
    case 'ArrowUp':
      return clamp(from.column, from.row - 1);
    case 'Home':
      return clamp(from.column, 0);
    case 'End':
      return clamp(from.column, Number.MAX_SAFE_INTEGER);
    case 'PageDown':
      return clamp(from.column, from.row + 5);
    case 'PageUp':
      return clamp(from.column, from.row - 5);
    case 'ArrowRight':
      return across(1);
    case 'ArrowLeft':
      return across(-1);
    default:
      return null;
  }
};

const placeOf = (shape: BoardShape, id: string): Place | null => {
  for (const [column, { cards }] of shape.columns.entries()) {
    const row = cards.findIndex((card) => card.id === id);
    if (row >= 0) return { column, row };
  }
  return null;
};

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const focusFirst = (selector: string): void =>
  document.querySelector<HTMLElement>(selector)?.focus();

export type BoardKeys = {
  readonly shape: BoardShape;
  readonly focusedId: string | null;
  /** Brings a card into sight and gives it focus. */
  readonly focusCard: (id: string, row: number) => void;
  readonly openMenu: (id: string) => void;
  readonly newIdea: () => void;
  readonly showKeys: () => void;
};

const goTo = ({ shape, focusCard }: BoardKeys, place: Place | null): boolean => {
  const id = place ? shape.columns[place.column]?.cards[place.row]?.id : undefined;
  if (id === undefined || !place) return false;
  focusCard(id, place.row);
  return true;
};

/** Back to the same card; when it is filtered away, to the first there is. */
const backToCard = (keys: BoardKeys): void => {
  const { shape, focusedId } = keys;
  const same = focusedId === null ? null : placeOf(shape, focusedId);
  const filled = shape.columns.findIndex((column) => column.cards.length > 0);
  goTo(keys, same ?? { column: filled, row: 0 });
};

/** What single keys do, on the board and on the list. */
export type SingleKeys = {
  /** Back to the same card or row. */
  readonly back: () => void;
  /** A digit; `afterG` = G was pressed just before. Left out where there are no phases side by side. */
  readonly digit?: (digit: number, afterG: boolean) => void;
  readonly newIdea: () => void;
  readonly showKeys: () => void;
};

type Single = (keys: SingleKeys) => void;

const goBack: Single = (keys) => keys.back();

const singles: Readonly<Record<string, Single>> = {
  '/': () => focusFirst('[data-search]'),
  f: () => focusFirst('[data-filter]'),
  v: () => focusFirst('[data-view][aria-pressed="true"]'),
  n: (keys) => keys.newIdea(),
  '?': (keys) => keys.showKeys(),
};

export const withModifier = (
  event: Pick<globalThis.KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>,
) => event.ctrlKey || event.metaKey || event.altKey;

export const somethingFloats = (): boolean =>
  document.querySelector('[role="dialog"], [role="menu"]') !== null;

const singleFor = (key: string, afterG: boolean): Single | undefined =>
  /^[1-4]$/.test(key) ? (keys) => keys.digit?.(Number(key), afterG) : singles[key];

/** Single keys work anywhere on the page, never in a field. */
export const useSingleKeys = (keys: SingleKeys): void => {
  const latest = useRef(keys);
  latest.current = keys;
  const afterG = useRef(false);
  useEffect(() => {
    const letter = (event: globalThis.KeyboardEvent): Single | undefined => {
      if (isTyping(event.target) || !singleKeysOn()) return undefined;
      const key = event.key.toLowerCase();
      const act = singleFor(key, afterG.current);
      afterG.current = key === 'g';
      return act;
    };
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (withModifier(event) || event.defaultPrevented || somethingFloats()) return;
      const act = event.key === 'Escape' ? goBack : letter(event);
      if (!act) return;
      // Escape too: a search field would empty itself, and what was looked for stays.
      event.preventDefault();
      act(latest.current);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};

export const opensMenu = (key: string): boolean => /^(?:m|M|ContextMenu)$/.test(key);

/** Arrows work on cards; a digit goes to a phase, or to a gate's queue after G. */
export const useBoardKeys = (keys: BoardKeys): ((event: KeyboardEvent) => void) => {
  useSingleKeys({
    back: () => backToCard(keys),
    digit: (digit, afterG) => {
      if (afterG) focusFirst(`[data-gate="gate${digit}"] a`);
      else goTo(keys, { column: digit - 1, row: 0 });
    },
    newIdea: keys.newIdea,
    showKeys: keys.showKeys,
  });
  return (event) => {
    const target = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined;
    if (target === undefined || withModifier(event)) return;
    if (opensMenu(event.key)) {
      event.preventDefault();
      keys.openMenu(target);
      return;
    }
    const from = placeOf(keys.shape, target);
    const lengths = keys.shape.columns.map((column) => column.cards.length);
    if (from && goTo(keys, placeAfter(lengths, from, event.key))) event.preventDefault();
  };
};
