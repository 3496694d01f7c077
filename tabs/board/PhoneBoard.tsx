import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { Fragment, type TouchEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Area } from '#shared/domain/area.ts';
import { columns } from '#shared/domain/board.ts';
import type { Looking } from '#shared/domain/boardLooking.ts';
import { gateAfter } from '#shared/domain/gates.ts';
import { formatKr } from '#shared/words/money.ts';
import {
  bannerText,
  boardWords,
  columnCountText,
  queueLine,
  sumWords,
  waitText,
} from '#shared/words/screens/board.ts';
import { columnNames, gateLabels, shortColumnNames } from '#shared/words/words.ts';
import { Door } from '../drawing/marks.tsx';
import { CardList } from './CardColumn.tsx';
import type { BoardShape } from './shapeBoard.ts';
import { pitchFor, sameWindow, type Window, windowOf } from './windowOf.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  scroller: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '0 12px 12px' },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '8px',
    flexWrap: 'wrap',
    padding: '8px 4px',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  sums: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '0 12px',
    width: '100%',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  sum: { margin: 0, textAlign: 'right' },
  figure: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  banner: {
    display: 'flex',
    alignItems: 'center',
    gap: '14px',
    width: '100%',
    minHeight: '56px',
    marginBottom: '10px',
    padding: '8px 12px',
    textAlign: 'left',
    fontFamily: 'inherit',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bannerText: { flexGrow: 1, minWidth: 0, fontSize: tokens.fontSizeBase200 },
  bannerHead: {
    display: 'block',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
  },
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    padding: '6px 8px calc(6px + env(safe-area-inset-bottom))',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  phase: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    minHeight: '52px',
    border: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    padding: '2px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 3px ${tokens.colorCompoundBrandBackground}`,
  },
  phaseCount: {
    display: 'block',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
  },
  gate: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '14px',
  },
});

type PhoneBoardProps = {
  readonly shape: BoardShape;
  readonly areas: readonly Area[];
  readonly looking: Looking;
};

const swipe = 60;

/** A sideways swipe goes to the room beside; up and down is scrolling. */
const useSwipe = (onStep: (step: 1 | -1) => void) => {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: (event: TouchEvent): void => {
      const touch = event.touches[0];
      start.current = touch ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: (event: TouchEvent): void => {
      const touch = event.changedTouches[0];
      if (!touch || !start.current) return;
      const x = touch.clientX - start.current.x;
      const y = touch.clientY - start.current.y;
      if (Math.abs(x) > swipe && Math.abs(x) > 2 * Math.abs(y)) onStep(x < 0 ? 1 : -1);
    },
  };
};

const GateBanner = ({
  shape,
  areas,
  looking,
  place,
  onOpen,
}: PhoneBoardProps & { place: number; onOpen: () => void }) => {
  const styles = useStyles();
  const column = columns[place];
  const gate = column ? gateAfter(column) : null;
  if (!gate) return null;
  const queue = shape.queues[gate];
  const said = queue.slice(0, 2).flatMap((project) => {
    const waiting = project.waitingFor;
    const days = waiting?.type === 'gate' ? looking.daysSince(waiting.since) : 0;
    return waitText(waiting, areas, days, false) ?? [];
  });
  const waits = queue.length > 0;
  return (
    <button
      type="button"
      className={mergeClasses(styles.banner, !waits && styles.quiet)}
      onClick={onOpen}
      disabled={!waits}
    >
      <Door state={waits ? 'ajar' : 'closed'} height={36} />
      <span className={styles.bannerText}>
        <span className={styles.bannerHead}>{bannerText(gate, queue.length)}</span>
        {queueLine(said)}
      </span>
      {waits && <ChevronRightRegular fontSize={20} />}
    </button>
  );
};

const PhaseBar = ({
  shape,
  place,
  onPlace,
}: {
  shape: BoardShape;
  place: number;
  onPlace: (place: number) => void;
}) => {
  const styles = useStyles();
  return (
    <nav className={styles.foot} aria-label={boardWords.phases}>
      {shape.columns.map(({ column, cards }, index) => {
        const gate = gateAfter(column);
        const queue = gate ? shape.queues[gate].length : 0;
        return (
          <Fragment key={column}>
            <button
              type="button"
              className={mergeClasses(styles.phase, index === place && styles.here)}
              aria-current={index === place ? 'true' : undefined}
              onClick={() => onPlace(index)}
            >
              <span className={styles.phaseCount}>{cards.length}</span>
              {shortColumnNames[column]}
            </button>
            {gate && (
              <span className={styles.gate} title={gateLabels[gate]}>
                <Door state={queue > 0 ? 'ajar' : 'closed'} height={24} />
                {queue}
              </span>
            )}
          </Fragment>
        );
      })}
    </nav>
  );
};

/** One room at a time, with the doors at the thumb. */
export const PhoneBoard = (props: PhoneBoardProps & { readonly onShowWaiting: () => void }) => {
  const { shape, areas, looking, onShowWaiting } = props;
  const styles = useStyles();
  const [place, setPlace] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const pitch = pitchFor(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const [window, setWindow] = useState<Window>(() => windowOf(0, 900, pitch.step));
  const look = (): void => {
    const element = scroller.current;
    if (!element) return;
    const next = windowOf(element.scrollTop - 110, element.clientHeight, pitch.step);
    setWindow((before) => (sameWindow(before, next) ? before : next));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room starts at its top.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
    look();
  }, [place]);
  const goTo = (next: number): void => setPlace(Math.max(0, Math.min(columns.length - 1, next)));
  const swipes = useSwipe((step) => goTo(place + step));
  const current = shape.columns[place];
  if (!current) return null;
  const count = columnCountText(current.cards.length, current.total);
  return (
    <div className={styles.page}>
      <div ref={scroller} className={styles.scroller} onScroll={look} data-board {...swipes}>
        <header className={styles.head}>
          <h2 className={styles.name}>{columnNames[current.column]}</h2>
          <span className={styles.count}>
            <span className={styles.figure}>{count.figure}</span> {count.rest}
          </span>
          <dl className={styles.sums}>
            <dt>{sumWords.ask}</dt>
            <dd className={styles.sum}>{formatKr(current.askOre)}</dd>
            <dt>{sumWords.budget}</dt>
            <dd className={styles.sum}>{formatKr(current.budgetOre)}</dd>
          </dl>
        </header>
        <GateBanner {...props} place={place} onOpen={onShowWaiting} />
        <CardList
          shape={current}
          areas={areas}
          looking={looking}
          window={window}
          pitch={pitch}
          tight={false}
          narrow={false}
          focusedId={null}
          firstStop
        />
      </div>
      <PhaseBar shape={shape} place={place} onPlace={goTo} />
    </div>
  );
};
