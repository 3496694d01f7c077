import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
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

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const focusFirst = (selector: string): void =>
  document.querySelector<HTMLElement>(selector)?.focus();

export type BoardKeys = {
  readonly shape: BoardShape;
  readonly focusedId: string | null;
  readonly page: RefObject<HTMLElement | null>;
  /** Brings a card into sight and gives it focus. */
  readonly focusCard: (id: string, row: number) => void;
  readonly openMenu: (id: string) => void;
  readonly newIdea: () => void;
  readonly showKeys: () => void;
};

const cardAt = (shape: BoardShape, place: Place | null): string | null =>
  place ? (shape.columns[place.column]?.cards[place.row]?.id ?? null) : null;

/** Single keys work anywhere on the board, never in a field; arrows work on cards. */
export const useBoardKeys = (keys: BoardKeys): ((event: KeyboardEvent) => void) => {
  const latest = useRef(keys);
  latest.current = keys;
  const gateNext = useRef(false);

  const goTo = (place: Place | null): boolean => {
    const { shape, focusCard } = latest.current;
    const id = cardAt(shape, place);
    if (id === null || !place) return false;
    focusCard(id, place.row);
    return true;
  };

  useEffect(() => {
    const single: Record<string, () => void> = {
      '/': () => focusFirst('[data-search]'),
      f: () => focusFirst('[data-filter]'),
      v: () => focusFirst('[data-view][aria-pressed="true"]'),
      n: () => latest.current.newIdea(),
      '?': () => latest.current.showKeys(),
      g: () => {
        gateNext.current = true;
      },
    };
    const onDigit = (digit: number): void => {
      if (gateNext.current) focusFirst(`[data-gate="gate${digit}"] a`);
      else goTo({ column: digit - 1, row: 0 });
      gateNext.current = false;
    };
    const backToCard = (): void => {
      const { shape, focusedId } = latest.current;
      goTo(focusedId === null ? { column: 0, row: 0 } : placeOf(shape, focusedId));
    };
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (event.key === 'Escape') return backToCard();
      if (isTyping(event.target) || !singleKeysOn()) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const digit = Number(key);
      if (digit >= 1 && digit <= 4) return onDigit(digit);
      const act = single[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (event) => {
    const target = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined;
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { shape, openMenu } = latest.current;
    if (event.key === 'm' || event.key === 'M' || event.key === 'ContextMenu') {
      event.preventDefault();
      openMenu(target);
      return;
    }
    const from = placeOf(shape, target);
    const lengths = shape.columns.map((column) => column.cards.length);
    if (from && goTo(placeAfter(lengths, from, event.key))) event.preventDefault();
  };
};
