import { type DragEvent, useState } from 'react';

const kind = 'application/x-project';

export const onDragStart = (event: DragEvent): void => {
  const card = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined;
  if (card === undefined) return;
  event.dataTransfer.setData(kind, card);
  event.dataTransfer.effectAllowed = 'link';
};

/** A place where a card may be let go; what it means is for the board to say. */
export const useDrop = (
  onCard: (id: string) => void,
): {
  readonly over: boolean;
  readonly handlers: Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>;
} => {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(kind)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      },
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        const id = event.dataTransfer.getData(kind);
        if (id !== '') onCard(id);
      },
    },
  };
};
