import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Area } from '#shared/domain/area.ts';
import type { BoardProject, Column } from '#shared/domain/board.ts';
import { type Looking, waitedDays } from '#shared/domain/boardLooking.ts';
import { formatKr } from '#shared/words/money.ts';
import { boardWords, columnCountText, sumWords } from '#shared/words/screens/board.ts';
import { columnNames, tightColumnNames } from '#shared/words/words.ts';
import { Card } from './Card.tsx';
import type { ColumnShape } from './shapeBoard.ts';
import { useStanding } from './slots.ts';
import { useDrop } from './useDrop.ts';
import type { Pitch, Window } from './windowOf.ts';

export const headHeight = 64;

const useStyles = makeStyles({
  column: { position: 'relative', minWidth: 0, borderRadius: tokens.borderRadiusXLarge },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}` },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    height: `${headHeight}px`,
    padding: '4px 4px 0',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  first: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  sums: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  count: {
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  figure: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  sum: { margin: 0, textAlign: 'right', whiteSpace: 'nowrap' },
  list: { position: 'relative' },
  row: { display: 'contents' },
  empty: {
    margin: 0,
    padding: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The rows in sight, and the focused one wherever it is, so that focus is never lost. */
export const rowsToMount = (
  count: number,
  window: Window,
  focusedRow: number,
): readonly number[] => {
  const to = Math.min(count, window.to);
  const rows: number[] = [];
  if (focusedRow >= 0 && focusedRow < window.from) rows.push(focusedRow);
  for (let row = window.from; row < to; row += 1) rows.push(row);
  if (focusedRow >= to && focusedRow < count) rows.push(focusedRow);
  return rows;
};

export const ColumnHead = ({ shape, tight }: { shape: ColumnShape; tight: boolean }) => {
  const styles = useStyles();
  const count = columnCountText(shape.cards.length, shape.total);
  return (
    <header className={styles.head}>
      <div className={styles.first}>
        <h2 className={styles.name}>{(tight ? tightColumnNames : columnNames)[shape.column]}</h2>
        <span className={styles.count}>
          <span className={styles.figure}>{count.figure}</span> {tight ? count.tight : count.rest}
        </span>
      </div>
      <dl className={styles.sums}>
        <dt className={styles.label}>{sumWords.ask}</dt>
        <dd className={styles.sum}>{formatKr(shape.askOre)}</dd>
        <dt className={styles.label}>{sumWords.budget}</dt>
        <dd className={styles.sum}>{formatKr(shape.budgetOre)}</dd>
      </dl>
    </header>
  );
};

type CardsProps = {
  readonly shape: ColumnShape;
  readonly areas: readonly Area[];
  readonly looking: Looking;
  readonly window: Window;
  readonly pitch: Pitch;
  readonly tight: boolean;
  readonly narrow: boolean;
  readonly focusedId: string | null;
  /** The board's one tab stop while no card is focused. */
  readonly firstStop: boolean;
};

type Mounted = ReadonlyMap<string, { readonly row: number; readonly project: BoardProject }>;

const mountedOf = (cards: readonly BoardProject[], rows: readonly number[]): Mounted =>
  new Map(
    rows.flatMap((row) => {
      const project = cards[row];
      return project ? [[project.id, { row, project }] as const] : [];
    }),
  );

export const CardList = memo((props: CardsProps) => {
  const { shape, areas, looking, window, pitch, tight, narrow, focusedId, firstStop } = props;
  const styles = useStyles();
  const { cards } = shape;
  const focusedRow = focusedId === null ? -1 : cards.findIndex((card) => card.id === focusedId);
  const mounted = mountedOf(cards, rowsToMount(cards.length, window, focusedRow));
  const standing = useStanding([...mounted.keys()]);
  if (cards.length === 0) return <p className={styles.empty}>{boardWords.emptyColumn}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a windowed list says its size itself.
    <div role="list" className={styles.list} style={{ height: cards.length * pitch.step }}>
      {standing.map(([id, slot]) => {
        const shown = mounted.get(id);
        if (!shown) return null;
        const { row, project } = shown;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the list around it.
          <div
            key={slot}
            role="listitem"
            aria-setsize={cards.length}
            aria-posinset={row + 1}
            className={styles.row}
          >
            <Card
              project={project}
              areas={areas}
              days={waitedDays(project, looking)}
              tight={tight}
              narrow={narrow}
              top={row * pitch.step}
              height={pitch.card}
              focusable={focusedId === null ? firstStop && row === 0 : row === focusedRow}
            />
          </div>
        );
      })}
    </div>
  );
});

type ColumnProps = CardsProps & {
  /** A card was let go in this room. */
  readonly onCard: (id: string, to: Column) => void;
};

export const CardColumn = (props: ColumnProps) => {
  const styles = useStyles();
  const { column } = props.shape;
  const drop = useDrop((id) => props.onCard(id, column));
  return (
    <section
      className={mergeClasses(styles.column, drop.over && styles.over)}
      aria-label={columnNames[column]}
      data-column={column}
      {...drop.handlers}
    >
      <ColumnHead shape={props.shape} tight={props.tight} />
      <CardList {...props} />
    </section>
  );
};
