import { makeStyles } from '@fluentui/react-components';
import { Fragment, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Area } from '#shared/domain/area.ts';
import type { Column } from '#shared/domain/board.ts';
import type { Looking } from '#shared/domain/boardLooking.ts';
import { gateAfter } from '#shared/domain/gates.ts';
import { CardColumn, headHeight } from './CardColumn.tsx';
import { DoorStrip } from './DoorStrip.tsx';
import type { BoardShape } from './shapeBoard.ts';
import { textWidth } from './textWidth.ts';
import { onDragStart } from './useDrop.ts';
import { type Pitch, pitchFor, sameWindow, scrollFor, type Window, windowOf } from './windowOf.ts';

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'auto',
    scrollbarGutter: 'stable',
    outlineStyle: 'none',
  },
  grid: {
    display: 'grid',
    gap: '8px',
    padding: '0 6px 20px 2px',
    minHeight: '100%',
  },
});

/** Below this the days are short; below the other the amount goes too. */
const tightColumn = 220;
const narrowColumn = 190;

/** A door's strip, a little wider where text runs wider; one that only counts is narrower. */
const stripWidth = (counts: boolean): number =>
  Math.round((counts ? 64 : 92) * Math.min(1.12, textWidth()));

const gridOf = (strip: number): string =>
  ['', '', '', ''].map(() => 'minmax(150px, 1fr)').join(` ${strip}px `);

type Box = { readonly height: number; readonly column: number };

/** The scroller's size, and how wide a column is in it. */
const useBox = (ref: RefObject<HTMLDivElement | null>, strip: number): Box => {
  const [box, setBox] = useState<Box>({ height: 900, column: 240 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = (): void =>
      setBox((before) => {
        const height = element.clientHeight;
        const column = Math.floor((element.clientWidth - 3 * strip - 6 * 8 - 8) / 4);
        return before.height === height && before.column === column ? before : { height, column };
      });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, strip]);
  return box;
};

const rootFontSize = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

export type WideBoardProps = {
  readonly shape: BoardShape;
  readonly areas: readonly Area[];
  readonly looking: Looking;
  readonly focusedId: string | null;
  readonly onShowWaiting: () => void;
  /** The doors say how many wait, and nothing of whom; so the board finds room beside something. */
  readonly doorsCount?: boolean;
  readonly onCard: (id: string, to: Column) => void;
  /** Filled in by the board: how to bring a row into sight. */
  readonly reveal: RefObject<((row: number) => void) | null>;
};

/** Which rows are in sight. */
const useWindow = (
  scroller: RefObject<HTMLDivElement | null>,
  height: number,
  step: number,
  shape: BoardShape,
) => {
  const [window, setWindow] = useState<Window>(() => windowOf(0, height, step));

  const look = (): void => {
    const element = scroller.current;
    if (!element) return;
    const next = windowOf(element.scrollTop - headHeight, element.clientHeight, step);
    setWindow((before) => (sameWindow(before, next) ? before : next));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height or order shows other rows.
  useLayoutEffect(look, [height, shape]);
  return { window, look };
};

/** Brings a row into sight. */
const revealIn =
  (scroller: RefObject<HTMLDivElement | null>, pitch: Pitch) =>
  (row: number): void => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = scrollFor(row, pitch, element.scrollTop, element.clientHeight, headHeight);
  };

/** Four rooms with three doors between them, in one scroll. */
export const WideBoard = (props: WideBoardProps) => {
  const { shape, areas, looking, focusedId, onShowWaiting, onCard, doorsCount = false } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const strip = stripWidth(doorsCount);
  const box = useBox(scroller, strip);
  const pitch = pitchFor(rootFontSize());
  const { window, look } = useWindow(scroller, box.height, pitch.step, shape);

  props.reveal.current = revealIn(scroller, pitch);
  const firstFilled = shape.columns.findIndex((column) => column.cards.length > 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a shortcut for the cards' menu.
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={look}
      onDragStart={onDragStart}
      data-board
    >
      <div className={styles.grid} style={{ gridTemplateColumns: gridOf(strip) }}>
        {shape.columns.map((column, place) => {
          const gate = gateAfter(column.column);
          return (
            <Fragment key={column.column}>
              <CardColumn
                shape={column}
                areas={areas}
                looking={looking}
                window={window}
                pitch={pitch}
                tight={box.column / textWidth() < tightColumn}
                narrow={box.column < narrowColumn}
                focusedId={focusedId}
                firstStop={place === firstFilled}
                onCard={onCard}
              />
              {gate && (
                <DoorStrip
                  gate={gate}
                  queue={shape.queues[gate]}
                  counts={doorsCount}
                  areas={areas}
                  looking={looking}
                  onMore={onShowWaiting}
                  onCard={onCard}
                />
              )}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
};
