import { useMemo, useRef } from 'react';
import { laterBy, monthNo } from '#shared/domain/plan/month.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import { movedBy, type Planned, stretchedBy } from '#shared/domain/plan/planned.ts';

type Edge = 'whole' | 'start' | 'end';

type Held = {
  readonly row: PlanRow;
  readonly from: Planned;
  readonly edge: Edge;
  readonly x: number;
  readonly monthWidth: number;
  by: number;
};

const shiftedStart = (from: Planned, by: number): Planned => ({
  ...from,
  start: laterBy(from.start, Math.min(by, monthNo(from.end) - monthNo(from.start))),
});

const dragged = ({ from, edge }: Held, by: number): Planned => {
  if (edge === 'whole') return movedBy(from, by);
  return edge === 'end' ? stretchedBy(from, by) : shiftedStart(from, by);
};

/**
 * A bar follows the pointer by whole months. What is left behind on Esc, or when the pointer is
 * taken from us, is where it stood.
 */
export const useDrag = (months: number, edit: (row: PlanRow, to: Planned) => void) => {
  const held = useRef<Held | null>(null);
  return useMemo(() => {
    const letGo = (): Held | null => {
      const was = held.current;
      held.current = null;
      return was;
    };
    return {
      take: (row: PlanRow, from: Planned, event: React.PointerEvent<HTMLElement>): void => {
        const track = event.currentTarget.closest('[data-track]')?.getBoundingClientRect();
        if (event.button !== 0 || !track) return;
        const edge = (event.target as HTMLElement).dataset['edge'] as Edge | undefined;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = {
          ...{ row, from, edge: edge ?? 'whole', x: event.clientX, by: 0 },
          monthWidth: track.width / months,
        };
      },
      move: (event: React.PointerEvent<HTMLElement>): void => {
        const now = held.current;
        if (!now) return;
        const by = Math.round((event.clientX - now.x) / now.monthWidth);
        if (by === now.by) return;
        now.by = by;
        edit(now.row, dragged(now, by));
      },
      /** Whether it went anywhere. */
      drop: (): boolean => (letGo()?.by ?? 0) !== 0,
      /** Esc in the middle of it. */
      cancel: (): boolean => {
        const was = letGo();
        if (was) edit(was.row, was.from);
        return was !== null;
      },
    };
  }, [months, edit]);
};

export type OnDrag = ReturnType<typeof useDrag>;
