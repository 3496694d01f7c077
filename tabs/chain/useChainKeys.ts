import { type KeyboardEvent, useEffect } from 'react';
import {
  type Chain,
  type ChainColumn,
  type ChainLink,
  chainColumns,
  columnAt,
  inColumn,
} from '#shared/domain/chain/chain.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { moveAside } from './moveLink.ts';
import { type OnChain, useChain } from './onChain.tsx';

/** The one that stands nearest in height. */
const nearest = (links: readonly ChainLink[], row: number): ChainLink | undefined =>
  [...links].sort((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row))[0];

type Step = { readonly id: string | null; readonly column: ChainColumn };

/** A column is stepped into at the height one comes from; an empty one at its own place. */
const intoColumn = (chain: Chain, column: ChainColumn, row: number): Step => ({
  id: nearest(inColumn(chain, column), row)?.id ?? null,
  column,
});

/** Along an arrow, where there is one; else to the next column. */
const sideways = (on: OnChain, by: 1 | -1): Step | null => {
  const here = on.chosen === null ? undefined : on.links.get(on.chosen);
  const row = here?.link.row ?? 0;
  const along = here && nearest(by === 1 ? here.to : here.from, row);
  if (along) return { id: along.id, column: along.column };
  const column = chainColumns[columnAt(on.column) + by];
  return column ? intoColumn(on.chain, column, row) : null;
};

const inOwnColumn = (on: OnChain, by: number): Step | null => {
  const links = inColumn(on.chain, on.column);
  const at = links.findIndex(({ id }) => id === on.chosen);
  const next = links[Math.min(links.length - 1, Math.max(0, at + by))];
  return next ? { id: next.id, column: on.column } : null;
};

const steps: Readonly<Record<string, (on: OnChain) => Step | null>> = {
  ArrowRight: (on) => sideways(on, 1),
  ArrowLeft: (on) => sideways(on, -1),
  ArrowDown: (on) => inOwnColumn(on, 1),
  ArrowUp: (on) => inOwnColumn(on, -1),
  Home: (on) => inOwnColumn(on, -Number.MAX_SAFE_INTEGER),
  End: (on) => inOwnColumn(on, Number.MAX_SAFE_INTEGER),
};

/** The column a new link after this one belongs in. */
export const columnAfter = (column: ChainColumn): ChainColumn =>
  chainColumns[columnAt(column) + 1] ?? column;

/** Begins a new link: after the chosen one, or beside it in its column. */
export const beginNew = (on: OnChain, isBeside: boolean): void => {
  const isAfter = !isBeside && on.chosen !== null && on.column !== 'purpose';
  on.onDoing({
    type: 'new',
    column: isAfter ? columnAfter(on.column) : on.column,
    from: isAfter ? on.chosen : null,
  });
};

const editing: Readonly<Record<string, (on: OnChain, isShift: boolean) => boolean>> = {
  Enter: (on) => open(on, 'edit'),
  f: (on) => open(on, 'connect'),
  m: (on) => open(on, 'move'),
  Delete: (on) => open(on, 'remove'),
  n: (on, isShift) => {
    beginNew(on, isShift || on.look.as === 'workshop');
    return true;
  },
};

const open = (on: OnChain, type: 'edit' | 'connect' | 'move' | 'remove'): boolean => {
  if (on.chosen !== null) on.onDoing({ type, id: on.chosen });
  else if (type === 'edit') beginNew(on, true);
  return true;
};

/** Changes places with its neighbour above or below. */
export const moveInColumn = (on: OnChain, by: 1 | -1): void => {
  const links = inColumn(on.chain, on.column);
  const at = links.findIndex(({ id }) => id === on.chosen);
  const [here, other] = [links[at], links[at + by]];
  if (here && other)
    on.editing.give({ type: 'arranged', rows: { [here.id]: other.row, [other.id]: here.row } });
};

const moves: Readonly<Record<string, (on: OnChain) => void>> = {
  ArrowUp: (on) => moveInColumn(on, -1),
  ArrowDown: (on) => moveInColumn(on, 1),
  ArrowLeft: (on) => moveAside(on, -1),
  ArrowRight: (on) => moveAside(on, 1),
};

/** At the edge too the key is ours: the browser would go a page back. */
const moved = (on: OnChain, { altKey, key }: KeyboardEvent): boolean => {
  const move = moves[key];
  if (!altKey || !move) return false;
  if (on.mayEdit) move(on);
  return true;
};

const stepped = (on: OnChain, { key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
  const step = steps[key];
  if (!step || altKey || ctrlKey || metaKey) return false;
  const to = step(on);
  if (to) on.onFocus(to.id, to.column);
  return true;
};

const edited = (
  on: OnChain,
  { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
): boolean => {
  if (altKey || ctrlKey || metaKey || !on.mayEdit) return false;
  const edit = editing[key.length === 1 ? key.toLowerCase() : key];
  return edit ? edit(on, shiftKey) : false;
};

/** The keys of the picture, and of the text beside it. */
export const onChainKey = ({ now }: OnChain, event: KeyboardEvent): void => {
  const on = now();
  if (moved(on, event) || stepped(on, event) || edited(on, event)) event.preventDefault();
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export const undo = (on: OnChain): void =>
  on.onSay(on.editing.undo() ? chainWords.undone : chainWords.nothingToUndo);

export const redo = (on: OnChain): void => {
  if (on.editing.redo()) on.onSay(chainWords.redone);
};

const askedBy = (event: globalThis.KeyboardEvent): 'undo' | 'redo' | null => {
  if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : null;
};

/** Ctrl+Z takes back what one did last, wherever one is; in a field it is the field's own. */
export const useUndoKeys = (): void => {
  const on = useChain();
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const asked = on.mayEdit ? askedBy(event) : null;
      if (asked === null) return;
      event.preventDefault();
      if (asked === 'undo') undo(on);
      else redo(on);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [on]);
};
