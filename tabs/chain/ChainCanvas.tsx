import { Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import {
  memo,
  type PointerEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type ChainColumn,
  type ChainLink,
  chainColumns,
  columnAt,
} from '#shared/domain/chain/chain.ts';
import {
  boxOf,
  columnAtX,
  type Drawing,
  type DrawnLink,
  type Frame,
  frameIn,
  rowAt,
  sizeOf,
} from '#shared/domain/chain/drawing.ts';
import { rowStep } from '#shared/domain/chain/place.ts';
import { softHyphen } from '#shared/domain/picture/ink.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { columnNames, columnQuestions, columnUnder, lackText } from '#shared/words/chain/words.ts';
import { ChainBox } from './ChainBox.tsx';
import { ChainLines } from './ChainLines.tsx';
import { moveTo, staysPut } from './moveLink.ts';
import { type OnChain, onPlaceFocus, type ShownLink, useChain } from './onChain.tsx';
import { onChainKey } from './useChainKeys.ts';

const useStyles = makeStyles({
  scroller: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heads: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    height: 'calc(68px * var(--large, 1))',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    position: 'absolute',
    top: 'calc(9px * var(--large, 1))',
    ':hover button': { opacity: 1 },
    ':focus-within button': { opacity: 1 },
  },
  name: {
    margin: 0,
    fontSize: 'calc(14px * var(--large, 1))',
    lineHeight: 'calc(20px * var(--large, 1))',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  under: {
    display: 'block',
    fontSize: 'calc(12px * var(--large, 1))',
    lineHeight: 'calc(16px * var(--large, 1))',
    color: tokens.colorNeutralForeground3,
  },
  here: { color: tokens.colorBrandForeground1 },
  plus: {
    position: 'absolute',
    top: 'calc(17px * var(--large, 1))',
    right: 0,
    minWidth: '24px',
    opacity: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  plusHere: { opacity: 1 },
  picture: { position: 'relative', minHeight: 'calc(130px * var(--large, 1))' },
  row: { display: 'contents' },
  empty: {
    position: 'absolute',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    padding: '6px 9px',
    color: tokens.colorNeutralForeground3,
    fontSize: 'calc(12px * var(--large, 1))',
    lineHeight: 'calc(16px * var(--large, 1))',
    border: `1px dashed ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  question: {
    position: 'absolute',
    fontSize: 'calc(12px * var(--large, 1))',
    lineHeight: 'calc(16px * var(--large, 1))',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusWarningForeground3,
    pointerEvents: 'none',
  },
  drop: {
    position: 'absolute',
    boxSizing: 'border-box',
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    pointerEvents: 'none',
  },
});

/** How large the text is at a wall. */
const wallScale = 2;

/** As wide as there is room for. */
const useFrame = (scale: number) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(1_080);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => setRoom(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const frame = useMemo(() => frameIn(room, scale), [room, scale]);
  return { scroller, frame };
};

type HeadProps = {
  readonly column: ChainColumn;
  readonly left: number;
  readonly width: number;
  readonly isHere: boolean;
  /** Left out for whoever only reads. */
  readonly onNew: OnChain['onDoing'] | undefined;
};

const Head = memo(({ column, left, width, isHere, onNew }: HeadProps) => {
  const styles = useStyles();
  return (
    <div className={styles.head} style={{ left, width }}>
      <div>
        <h2 className={mergeClasses(styles.name, isHere && styles.here)}>{columnNames[column]}</h2>
        <span className={styles.under}>{columnUnder[column]}</span>
      </div>
      {onNew && (
        <Tooltip content={chainWords.addTo(column)} relationship="label">
          <Button
            className={mergeClasses(styles.plus, isHere && styles.plusHere)}
            size="small"
            appearance="subtle"
            icon={<AddRegular />}
            tabIndex={-1}
            onClick={() => onNew({ type: 'new', column, from: null })}
          />
        </Tooltip>
      )}
    </div>
  );
});

const Heads = ({ frame, width }: { readonly frame: Frame; readonly width: number }) => {
  const styles = useStyles();
  const on = useChain();
  return (
    <div className={styles.heads} style={{ width }}>
      {chainColumns.map((column, at) => (
        <Head
          key={column}
          column={column}
          left={frame.left + at * frame.pitch}
          width={frame.width}
          isHere={on.mayEdit && on.column === column}
          onNew={on.mayEdit ? on.onDoing : undefined}
        />
      ))}
    </div>
  );
};

/** Where nobody has written anything: a place for the keyboard, and a word how to begin. */
const EmptyColumn = ({
  column,
  frame,
}: {
  readonly column: ChainColumn;
  readonly frame: Frame;
}) => {
  const styles = useStyles();
  const on = useChain();
  const { x, y } = boxOf({ column, row: 0 }, frame);
  const isHere = on.chosen === null && on.column === column;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's keys are on the grid.
    // biome-ignore lint/a11y/useSemanticElements: boxes stand where the chain says, not in a table.
    <div
      role="gridcell"
      aria-label={`${chainWords.emptyColumn(column)}. ${on.mayEdit ? chainWords.emptyKey : ''}`}
      data-place={column}
      tabIndex={isHere ? 0 : -1}
      className={styles.empty}
      style={{ transform: `translate(${x}px, ${y}px)`, width: frame.width, height: frame.height }}
      onClick={() => on.onFocus(null, column)}
      onDoubleClick={() => on.mayEdit && on.onDoing({ type: 'new', column, from: null })}
    >
      {on.mayEdit ? columnQuestions[column] : chainWords.empty}
    </div>
  );
};

/** Those that lead to nothing, and have room beside them for the question that mends it. */
const withRoom = (on: OnChain): readonly DrawnLink[] =>
  [...on.links.values()]
    .filter(
      ({ link, lacks }) =>
        lacks.some(({ type }) => type === 'toNothing') &&
        ![...on.links.values()].some(
          ({ link: other }) =>
            columnAt(other.column) === columnAt(link.column) + 1 &&
            Math.abs(other.row - link.row) < rowStep,
        ),
    )
    .map(({ drawn }) => drawn);

const Question = ({ drawn, frame }: { readonly drawn: DrawnLink; readonly frame: Frame }) => {
  const styles = useStyles();
  const { x, y } = boxOf(drawn, frame);
  return (
    <span
      className={styles.question}
      aria-hidden="true"
      style={{
        transform: `translate(${x + frame.pitch}px, ${y + frame.height / 2 + 8}px)`,
        width: frame.width,
      }}
    >
      {lackText(drawn.column, { type: 'toNothing' })}
    </span>
  );
};

type Spot = { readonly column: ChainColumn; readonly row: number };

type Drag = { readonly id: string; readonly spot: Spot | null };

const leastDrag = 8;

/** Where a box that is drawn by the pointer is to stand; null as long as it has hardly moved. */
const spotAt = (
  { link, ...shown }: ShownLink,
  by: { readonly x: number; readonly y: number },
  frame: Frame,
): Spot => {
  const { x, y } = boxOf(link, frame);
  return {
    column: staysPut(shown) ? link.column : columnAtX(x + frame.width / 2 + by.x, frame),
    row: rowAt(y + frame.height / 2 + by.y, frame),
  };
};

const letGo = (on: OnChain, { id, column, row }: ChainLink, spot: Spot): void => {
  if (spot.column !== column) moveTo(on, id, spot.column, spot.row);
  else if (spot.row !== row) on.editing.give({ type: 'arranged', rows: { [id]: spot.row } });
};

/** A box is drawn about in the picture; where it is let go is where it stands. */
const useDrag = (on: OnChain, frame: Frame) => {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(on);
  latest.current = on;
  const onPress = useCallback(
    (
      id: string,
      { button, clientX, clientY, currentTarget, pointerType }: PointerEvent<HTMLElement>,
    ) => {
      const shown = latest.current.links.get(id);
      if (button !== 0 || !shown) return;
      const { link } = shown;
      latest.current.onFocus(id, link.column);
      const isMouse = pointerType === 'mouse';
      if (!latest.current.mayEdit || !isMouse) return;
      const element = currentTarget;
      let spot: Spot | null = null;
      const onMove = (event: globalThis.PointerEvent): void => {
        const by = { x: event.clientX - clientX, y: event.clientY - clientY };
        const isDrawn = spot !== null || Math.hypot(by.x, by.y) >= leastDrag;
        spot = isDrawn ? spotAt(shown, by, frame) : null;
        setDrag({ id, spot });
      };
      const onUp = (): void => {
        element.ownerDocument.removeEventListener('pointermove', onMove);
        setDrag(null);
        if (spot) letGo(latest.current, link, spot);
      };
      element.ownerDocument.addEventListener('pointermove', onMove);
      element.ownerDocument.addEventListener('pointerup', onUp, { once: true });
    },
    [frame],
  );
  const onOpen = useCallback((id: string) => {
    if (latest.current.mayEdit) latest.current.onDoing({ type: 'edit', id });
  }, []);
  return { drag, onPress, onOpen };
};

const DropPlace = ({ drag, frame }: { readonly drag: Drag; readonly frame: Frame }) => {
  const styles = useStyles();
  if (!drag.spot) return null;
  const { x, y } = boxOf(drag.spot, frame);
  return (
    <div
      className={styles.drop}
      style={{ transform: `translate(${x}px, ${y}px)`, width: frame.width, height: frame.height }}
    />
  );
};

const Boxes = ({ drawing, frame }: { readonly drawing: Drawing; readonly frame: Frame }) => {
  const styles = useStyles();
  const on = useChain();
  const { drag, onPress, onOpen } = useDrag(on, frame);
  return (
    <>
      {chainColumns.map((column) => {
        const links = drawing.links
          .filter((link) => link.column === column)
          .sort((a, b) => a.row - b.row);
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: its cells are.
          // biome-ignore lint/a11y/useSemanticElements: boxes stand where the chain says, not in a table.
          <div key={column} role="row" aria-label={columnNames[column]} className={styles.row}>
            {links.length === 0 && <EmptyColumn column={column} frame={frame} />}
            {links.map((drawn) => (
              <ChainBox
                key={drawn.id}
                drawn={drawn}
                name={on.links.get(drawn.id)?.name ?? drawn.title.replaceAll(softHyphen, '')}
                box={boxOf(drawn, frame)}
                frame={frame}
                isChosen={drawn.id === on.chosen && on.look.compare === null}
                isStop={drawn.id === on.chosen}
                onPress={onPress}
                onOpen={onOpen}
              />
            ))}
          </div>
        );
      })}
      {drag && <DropPlace drag={drag} frame={frame} />}
    </>
  );
};

/** What is seen: the chain as it is, an earlier version, or two beside each other. */
export const ChainCanvas = ({ drawing }: { readonly drawing: Drawing }) => {
  const styles = useStyles();
  const on = useChain();
  const isWall = on.look.as === 'workshop';
  const { scroller, frame } = useFrame(isWall ? wallScale : 1);
  const size = useMemo(() => sizeOf(drawing.links, frame), [drawing, frame]);
  const loose = useMemo(() => (on.mayEdit ? withRoom(on) : []), [on]);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{ ['--large' as string]: isWall ? wallScale : 1 }}
      data-surface="picture"
    >
      <Heads frame={frame} width={size.width} />
      {/* biome-ignore lint/a11y/useSemanticElements: boxes stand where the chain says, not in a table. */}
      <div
        role="grid"
        aria-label={chainWords.canvas}
        aria-description={on.mayEdit ? chainWords.canvasHint : undefined}
        className={styles.picture}
        style={size}
        onKeyDown={(event) => onChainKey(on, event)}
        onFocus={onPlaceFocus(on, 'picture')}
      >
        <ChainLines
          drawing={drawing}
          frame={frame}
          chosen={on.look.compare ? null : on.chosen}
          loose={loose}
        />
        <Boxes drawing={drawing} frame={frame} />
        {loose.map((drawn) => (
          <Question key={drawn.id} drawn={drawn} frame={frame} />
        ))}
      </div>
    </div>
  );
};
