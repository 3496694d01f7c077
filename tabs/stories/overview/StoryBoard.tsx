import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarRegular, CheckmarkRegular } from '@fluentui/react-icons';
import type { StoriesReply, StoryLine } from '#shared/contract/stories.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Area } from '#shared/domain/area.ts';
import type { StoryFilter } from '#shared/domain/stories/looking.ts';
import {
  boardWords,
  columnTitles,
  dueText,
  emptyColumns,
  overdueText,
  plannedText,
  publishedText,
  shortKindNames,
  sinceText,
} from '#shared/words/stories/overview.ts';
import { stateText } from '#shared/words/stories/stories.ts';
import { areaName, seatName } from '#shared/words/words.ts';
import { AreaMark, Door, Sits } from '../../drawing/marks.tsx';
import { usePanelStyles } from '../../money/moneyStyles.ts';
import { storyHash } from '../../shell/route.ts';
import { Empty } from './Empty.tsx';
import { lookOf, lookQuery } from './overviewAddress.ts';
import { useOverviewStyles } from './overviewStyles.ts';
import { type Column, columnsOf, publishedDays } from './shapeStories.ts';

const useStyles = makeStyles({
  board: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    alignItems: 'start',
    gap: '12px',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  head: { display: 'flex', alignItems: 'baseline', gap: '8px', minHeight: '22px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  card: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: '3px',
    padding: '9px 12px 10px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    minWidth: 0,
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  mine: {
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
  },
  cardTitle: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  meta: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    paddingTop: '3px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0, marginTop: '1px' },
  bold: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

const whomOf = (areas: readonly Area[], line: StoryLine): string => {
  if (line.waitsFor === 'leder') return line.lederName;
  return line.area === null ? '' : seatName(areas, line.area);
};

/** Whom it waits for and how long, or what it says about itself. */
const Waits = ({ line, areas }: { readonly line: StoryLine; readonly areas: readonly Area[] }) => {
  const styles = useStyles();
  const shared = useOverviewStyles();
  const { dueAt, waitsFor, overdue, kind, state } = line;
  if (dueAt === null || waitsFor === null)
    return line.column === 'draft' && state !== 'draft' ? (
      <span className={mergeClasses(styles.meta, styles.bold)}>{stateText(kind, state)}</span>
    ) : null;
  if (overdue)
    return (
      <span className={mergeClasses(styles.meta, shared.sits)}>
        <Sits size={14} />
        <span>
          {whomOf(areas, line)} · {overdueText(dueAt)}
        </span>
      </span>
    );
  return (
    <span className={styles.meta}>
      <span className={styles.icon}>
        <Door state="ajar" height={15} />
      </span>
      <span>
        <span className={styles.bold}>{whomOf(areas, line)}</span> · {dueText(dueAt)}
      </span>
    </span>
  );
};

const When = ({ line, day }: { readonly line: StoryLine; readonly day: string | undefined }) => {
  const styles = useStyles();
  if (line.column === 'published' && day !== undefined)
    return (
      <span className={styles.meta}>
        <CheckmarkRegular className={styles.icon} fontSize={14} aria-hidden="true" />
        {publishedText(day)}
      </span>
    );
  if (line.plannedFor !== null && line.column !== 'stopped')
    return (
      <span className={styles.meta}>
        <CalendarRegular className={styles.icon} fontSize={14} aria-hidden="true" />
        {plannedText(line.plannedFor)}
      </span>
    );
  return <span className={styles.meta}>{sinceText(line.since)}</span>;
};

type CardProps = {
  readonly line: StoryLine;
  readonly areas: readonly Area[];
  readonly day: string | undefined;
};

const StoryCard = ({ line, areas, day }: CardProps) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const overview = useOverviewStyles();
  return (
    <a
      href={storyHash(line.id)}
      className={mergeClasses(styles.card, line.waitsForMe && styles.mine)}
    >
      <span className={overview.area}>
        <AreaMark areas={areas} area={line.area} />
        <span>
          {areaName(areas, line.area)} · {shortKindNames[line.kind]}
        </span>
      </span>
      <span className={styles.cardTitle}>{line.title}</span>
      {line.projectTitle !== '' && line.projectTitle !== line.title && (
        <span className={shared.quiet}>{line.projectTitle}</span>
      )}
      {line.waitsForMe && (
        <span className={mergeClasses(styles.meta, styles.bold)}>{boardWords.waitsForYou}</span>
      )}
      <Waits line={line} areas={areas} />
      <When line={line} day={day} />
    </a>
  );
};

type BoardProps = {
  readonly reply: StoriesReply;
  readonly filter: StoryFilter;
  readonly narrowed: boolean;
  readonly onClear: () => void;
};

const BoardColumnView = ({
  column: { column, lines },
  reply,
  days,
}: {
  readonly column: Column;
  readonly reply: StoriesReply;
  readonly days: ReadonlyMap<string, string>;
}) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const id = `column-${column}`;
  return (
    <section className={styles.column} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {columnTitles[column]}
        </h2>
        <span className={shared.quiet}>{lines.length}</span>
      </div>
      {lines.length === 0 && <span className={shared.quiet}>{emptyColumns[column]}</span>}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.id}>
            <StoryCard line={line} areas={reply.areas} day={days.get(line.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const NoStories = ({ narrowed, onClear }: Pick<BoardProps, 'narrowed' | 'onClear'>) => {
  const shared = usePanelStyles();
  const untold = hashOf({ type: 'stories', query: lookQuery({ ...lookOf(''), view: 'untold' }) });
  return (
    <div className={shared.panel}>
      <Empty
        narrowed={narrowed}
        text={boardWords.empty}
        help={boardWords.emptyHelp}
        onClear={onClear}
      />
      {!narrowed && <a href={untold}>{boardWords.seeUntold}</a>}
    </div>
  );
};

/** Draft · with the chef or leder · OK · published · stopped. */
export const StoryBoard = ({ reply, filter, narrowed, onClear }: BoardProps) => {
  const styles = useStyles();
  const columns = columnsOf(reply.stories, filter);
  const days = publishedDays(reply.register);
  if (columns.every(({ lines }) => lines.length === 0))
    return <NoStories narrowed={narrowed} onClear={onClear} />;
  return (
    <div className={styles.board}>
      {columns.map((column) => (
        <BoardColumnView key={column.column} column={column} reply={reply} days={days} />
      ))}
    </div>
  );
};
