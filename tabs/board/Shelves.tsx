import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useMemo, useRef, useState } from 'react';
import type { Area } from '#shared/domain/area.ts';
import { type BoardProject, type Shelf, shelves } from '#shared/domain/board.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import { areaName, statusNames } from '#shared/words/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { projectHash } from '../shell/route.ts';

const useStyles = makeStyles({
  pane: { overflowY: 'auto', overflowX: 'hidden', position: 'relative', minWidth: 0 },
  inner: { position: 'relative' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 6px 0 5px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: 0,
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  text: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  head: {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    padding: '0 6px 7px 4px',
    border: 'none',
    background: 'none',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    textAlign: 'left',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    padding: '0 6px 2px 4px',
  },
  count: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

type Row =
  | { readonly type: 'head'; readonly shelf: Shelf; readonly top: number; readonly height: number }
  | {
      readonly type: 'item';
      readonly project: BoardProject;
      readonly top: number;
      readonly height: number;
    };

/** A name of more letters than this takes two lines in the list; nothing is measured. */
const lettersOnALine = 18;
const quietShelves: readonly Shelf[] = ['closed', 'stopped'];

const headHeightOf = (shelf: Shelf, top: number): number =>
  quietShelves.includes(shelf) ? 24 : top === 0 ? 34 : 46;

/** The reading list as rows with their places: heads, and the names on the shelves that are open. */
export const rowsOfShelves = (
  contents: Readonly<Record<Shelf, readonly BoardProject[]>>,
  opened: ReadonlySet<Shelf>,
): { readonly rows: readonly Row[]; readonly height: number } => {
  const rows: Row[] = [];
  let top = 0;
  for (const shelf of shelves) {
    if (shelf === 'closed') top += 14;
    const height = headHeightOf(shelf, top);
    rows.push({ type: 'head', shelf, top, height });
    top += height;
    if (!opened.has(shelf)) continue;
    for (const project of contents[shelf]) {
      const tall = project.title.length > lettersOnALine ? 43 : 27;
      rows.push({ type: 'item', project, top, height: tall });
      top += tall;
    }
  }
  return { rows, height: top };
};

/** The rows in sight: their places only rise, so the first is found by halving. */
export const rowsInSight = (rows: readonly Row[], from: number, to: number): readonly Row[] => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && row.top + row.height < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < rows.length && (rows[end]?.top ?? 0) <= to) end += 1;
  return rows.slice(low, end);
};

const Item = ({ row, areas }: { row: Extract<Row, { type: 'item' }>; areas: readonly Area[] }) => {
  const styles = useStyles();
  const { project } = row;
  return (
    <a
      className={styles.row}
      style={{ top: row.top, height: row.height }}
      href={projectHash(project.id)}
      aria-label={`${project.title}, ${areaName(areas, project.area)}`}
      title={project.title.length > 2 * lettersOnALine ? project.title : undefined}
    >
      <AreaMark areas={areas} area={project.area} size={9} />
      <span className={styles.text}>{project.title}</span>
    </a>
  );
};

type ShelvesProps = {
  readonly contents: Readonly<Record<Shelf, readonly BoardProject[]>>;
  readonly areas: readonly Area[];
  readonly height: number;
  readonly width: number | undefined;
  readonly className?: string;
};

/** What waits outside the phases, as a narrow list to read; not columns of cards. */
export const Shelves = memo(({ contents, areas, height, width, className }: ShelvesProps) => {
  const styles = useStyles();
  const [opened, setOpened] = useState<ReadonlySet<Shelf>>(new Set(['raw', 'backlog', 'pipeline']));
  const [top, setTop] = useState(0);
  const pane = useRef<HTMLElement>(null);
  const { rows, height: full } = useMemo(() => rowsOfShelves(contents, opened), [contents, opened]);
  const toggle = (shelf: Shelf): void => {
    const next = new Set(opened);
    if (!next.delete(shelf)) next.add(shelf);
    setOpened(next);
  };
  // Whole steps, so that scrolling draws anew only now and then.
  const onScroll = (): void => setTop(Math.floor((pane.current?.scrollTop ?? 0) / 160) * 160);
  return (
    <nav
      ref={pane}
      className={mergeClasses(styles.pane, className)}
      {...(width === undefined ? {} : { style: { width } })}
      aria-label={boardWords.shelf}
      onScroll={onScroll}
    >
      <div className={styles.inner} style={{ height: full }}>
        {rowsInSight(rows, top - 160, top + height + 320).map((row) =>
          row.type === 'item' ? (
            <Item key={row.project.id} row={row} areas={areas} />
          ) : (
            <button
              key={row.shelf}
              type="button"
              className={mergeClasses(
                styles.head,
                quietShelves.includes(row.shelf) && styles.quiet,
              )}
              style={{ top: row.top, height: row.height }}
              aria-expanded={opened.has(row.shelf)}
              onClick={() => toggle(row.shelf)}
            >
              <span>{statusNames[row.shelf]}</span>
              <span className={styles.count}>{contents[row.shelf].length}</span>
            </button>
          ),
        )}
      </div>
    </nav>
  );
});
