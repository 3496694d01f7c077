import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Area } from '#shared/domain/area.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import { boardWords, columnCountText, sumText } from '#shared/messages/board.ts';
import { columnNames, tightColumnNames } from '#shared/messages/words.ts';
import { Card } from './Card.tsx';
import type { ColumnShape, Looking } from './shapeBoard.ts';
import type { Pitch, Window } from './windowOf.ts';

export const headHeight = 46;

const useStyles = makeStyles({
  column: { position: 'relative', minWidth: 0 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    height: `${headHeight}px`,
    padding: '4px 4px 0',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  count: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  figure: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
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
      <h2 className={styles.name}>{(tight ? tightColumnNames : columnNames)[shape.column]}</h2>
      <div className={styles.count}>
        <span>
          <span className={styles.figure}>{count.figure}</span> {count.rest}
        </span>
        <span>{sumText(shape.sumOre)}</span>
      </div>
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

/** How long what the card says has lasted. */
const daysOf = (project: BoardProject, looking: Looking): number => {
  const waiting = project.waitingFor;
  if (project.stuck) return looking.daysSince(project.stuck.since);
  return waiting?.type === 'gate' || waiting?.type === 'somebody'
    ? looking.daysSince(waiting.since)
    : 0;
};

export const CardList = memo((props: CardsProps) => {
  const { shape, areas, looking, window, pitch, tight, narrow, focusedId, firstStop } = props;
  const styles = useStyles();
  const { cards } = shape;
  const focusedRow = focusedId === null ? -1 : cards.findIndex((card) => card.id === focusedId);
  if (cards.length === 0) return <p className={styles.empty}>{boardWords.emptyColumn}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a windowed list says its size itself.
    <div role="list" className={styles.list} style={{ height: cards.length * pitch.step }}>
      {rowsToMount(cards.length, window, focusedRow).map((row) => {
        const project = cards[row];
        return (
          project && (
            // biome-ignore lint/a11y/useSemanticElements: see the list around it.
            <div
              key={project.id}
              role="listitem"
              aria-setsize={cards.length}
              aria-posinset={row + 1}
              className={styles.row}
            >
              <Card
                project={project}
                areas={areas}
                days={daysOf(project, looking)}
                tight={tight}
                narrow={narrow}
                top={row * pitch.step}
                height={pitch.card}
                focusable={focusedId === null ? firstStop && row === 0 : row === focusedRow}
              />
            </div>
          )
        );
      })}
    </div>
  );
});

export const CardColumn = (props: CardsProps & { readonly className?: string }) => {
  const styles = useStyles();
  return (
    <section
      className={mergeClasses(styles.column, props.className)}
      aria-label={columnNames[props.shape.column]}
    >
      <ColumnHead shape={props.shape} tight={props.tight} />
      <CardList {...props} />
    </section>
  );
};
