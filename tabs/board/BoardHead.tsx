import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AddRegular,
  ArrowSyncRegular,
  BoardRegular,
  SearchRegular,
  TextBulletListLtrRegular,
} from '@fluentui/react-icons';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Area } from '#shared/domain/area.ts';
import type { BoardView } from '#shared/domain/boardList.ts';
import { type BoardFilter, type Counts, views } from '#shared/domain/boardLooking.ts';
import { priorities } from '#shared/domain/priority.ts';
import { ideaOrigins, projectTypes } from '#shared/domain/project.ts';
import { asideText, boardWords, updatedText, viewNames } from '#shared/words/screens/board.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { originNames, priorityNames, typeNames } from '#shared/words/words.ts';
import { Door } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { type Choice, Pick } from '../shell/Pick.tsx';
import { boardHash } from '../shell/route.ts';

/** One line of tools, and just room for it. */
const narrow = '@media (min-width: 1180px) and (max-width: 1399px)';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '10px 18px',
    padding: '14px 20px 0',
    '@media (max-width: 719px)': { padding: '8px 16px 0', gap: '2px 14px' },
  },
  sentence: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '4px 16px',
    flexGrow: 1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  fact: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '7px',
    fontSize: tokens.fontSizeBase300,
  },
  figure: { fontWeight: tokens.fontWeightSemibold },
  sits: { color: tokens.colorStatusWarningForeground1 },
  fresh: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  aside: { fontSize: tokens.fontSizeBase200, color: tokens.colorBrandForegroundLink },
  tools: {
    paddingTop: '10px',
    paddingBottom: '8px',
    gap: '8px 6px',
    // One line where there is room for one: what is chosen gives way, and is said in full when pointed at.
    '@media (min-width: 1180px)': { flexWrap: 'nowrap' },
  },
  views: {
    display: 'flex',
    gap: '2px',
    flexGrow: 1,
    overflowX: 'auto',
    padding: '2px',
    '@media (min-width: 1180px)': { flexShrink: 0 },
  },
  view: {
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    padding: '5px 12px',
    [narrow]: { padding: '5px 8px' },
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--pointed-on-grey)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  count: {
    marginLeft: '7px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  search: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 8px 0 10px',
    height: '32px',
    minWidth: '170px',
    [narrow]: { minWidth: '120px', flexShrink: 2 },
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  input: {
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    width: '100%',
    minWidth: 0,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    '::-webkit-search-cancel-button': { cursor: 'pointer' },
  },
  shownAs: {
    display: 'inline-flex',
    flexShrink: 0,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  as: {
    display: 'grid',
    placeItems: 'center',
    width: '36px',
    height: '30px',
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 719px)': { width: '38px', height: '38px' },
  },
  asChosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    boxShadow: `inset 0 -2px ${tokens.colorCompoundBrandBackground}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  key: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '0 5px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

type SentenceProps = {
  readonly title: string;
  readonly waiting: number;
  readonly stuck: number;
  readonly asOf: string;
  readonly stale: boolean;
  /** Rows that could not be read; 0 for those who may not see them. */
  readonly setAside: number;
  readonly onNewIdea: (() => void) | null;
};

/** The pages that the board leads to. */
const WaysOn = ({ setAside }: Pick<SentenceProps, 'setAside'>) => {
  const { may } = useMe();
  const styles = useStyles();
  return (
    <>
      {setAside > 0 && (
        <a className={styles.aside} href={hashOf({ type: 'aside' })}>
          {asideText(setAside)}
        </a>
      )}
      {may.includes('changeSettings') && (
        <a className={styles.aside} href={hashOf({ type: 'settings' })}>
          {placeNames.settings}
        </a>
      )}
      <a
        className={styles.aside}
        href={hashOf({ type: 'past', query: '' })}
        title={placeNames.pastTitle}
      >
        {placeNames.past}
      </a>
      <a
        className={styles.aside}
        href={hashOf({ type: 'lessons', query: '' })}
        title={placeNames.lessonsTitle}
      >
        {placeNames.lessons}
      </a>
      <a className={styles.aside} href={hashOf({ type: 'pace' })} title={placeNames.paceTitle}>
        {placeNames.pace}
      </a>
      <a
        className={styles.aside}
        href={hashOf({ type: 'tekCloud' })}
        title={placeNames.tekCloudTitle}
      >
        {placeNames.tekCloud}
      </a>
    </>
  );
};

/** The sentence of the day, in figures. */
export const BoardSentence = (props: SentenceProps) => {
  const { title, waiting, stuck, asOf, stale, setAside, onNewIdea } = props;
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <div className={styles.sentence}>
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.fact}>
          <Door state={waiting > 0 ? 'ajar' : 'closed'} height={17} />
          <span className={styles.figure}>{waiting}</span> {boardWords.atGate}
        </span>
        {stuck > 0 && (
          <span className={mergeClasses(styles.fact, styles.sits)}>
            <span className={styles.figure}>{stuck}</span> {boardWords.stuck}
          </span>
        )}
      </div>
      <WaysOn setAside={setAside} />
      {!stale && (
        <span className={styles.fresh}>
          <ArrowSyncRegular fontSize={15} /> {updatedText(asOf)}
        </span>
      )}
      {onNewIdea && (
        <Button appearance="primary" icon={<AddRegular />} onClick={onNewIdea}>
          {boardWords.newIdea}
        </Button>
      )}
    </div>
  );
};

export type FilterProps = {
  readonly filter: BoardFilter;
  readonly areas: readonly Area[];
  readonly onFilter: (filter: BoardFilter) => void;
};

/** The board shows every place side by side, and has no field for a person: it drops those two. */
const viewAs = (view: BoardView, as: BoardView['as']): BoardView =>
  as === 'list'
    ? { ...view, as }
    : { ...view, as, filter: { ...view.filter, place: '', person: '' } };

/** Board or list: the same projects under the same filters, so each is a link to the other. */
export const ShownAs = ({ view }: { readonly view: BoardView }) => {
  const styles = useStyles();
  const shown = [
    { as: 'board', name: boardWords.asBoard, icon: <BoardRegular fontSize={18} /> },
    { as: 'list', name: boardWords.asList, icon: <TextBulletListLtrRegular fontSize={18} /> },
  ] as const;
  return (
    <nav className={styles.shownAs} aria-label={boardWords.shownAs}>
      {shown.map(({ as, name, icon }) => (
        <a
          key={as}
          href={boardHash(viewAs(view, as))}
          aria-label={name}
          aria-current={view.as === as ? 'true' : undefined}
          title={name}
          className={mergeClasses(styles.as, view.as === as && styles.asChosen)}
        >
          {icon}
        </a>
      ))}
    </nav>
  );
};

export type ViewsProps = Omit<FilterProps, 'areas'> & {
  readonly inView: Counts;
};

export const Picks = ({ filter, areas, onFilter }: FilterProps) => (
  <>
    <Pick
      onBoard
      label={boardWords.area}
      value={filter.area}
      choices={[
        ['', boardWords.area],
        ...areas.map((area): Choice => [area.id, area.name]),
        ['across', boardWords.across],
      ]}
      onChange={(area) => onFilter({ ...filter, area })}
    />
    <Pick
      onBoard
      label={boardWords.type}
      value={filter.type}
      choices={[
        ['', boardWords.type],
        ...projectTypes.map((type): Choice => [type, typeNames[type]]),
      ]}
      onChange={(type) => onFilter({ ...filter, type })}
    />
    <Pick
      onBoard
      label={boardWords.origin}
      value={filter.origin}
      choices={[
        ['', boardWords.originShort],
        ...ideaOrigins.map((origin): Choice => [origin, boardWords.from(originNames[origin])]),
      ]}
      onChange={(word) =>
        onFilter({ ...filter, origin: ideaOrigins.find((one) => one === word) ?? '' })
      }
    />
    <Pick
      onBoard
      label={boardWords.priority}
      value={filter.priority}
      choices={[
        ['', boardWords.priority],
        ...[...priorities].reverse().map((priority): Choice => [priority, priorityNames[priority]]),
      ]}
      onChange={(priority) => onFilter({ ...filter, priority })}
    />
  </>
);

export const Search = ({ filter, onFilter }: Omit<FilterProps, 'areas'>) => {
  const styles = useStyles();
  return (
    <label className={styles.search}>
      <SearchRegular fontSize={18} aria-hidden="true" />
      <input
        className={styles.input}
        type="search"
        data-search
        // As little as it needs on the board's one line; elsewhere it grows.
        size={12}
        aria-label={boardWords.search}
        placeholder={boardWords.search}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      {filter.text === '' && (
        <span className={styles.key} aria-hidden="true">
          /
        </span>
      )}
    </label>
  );
};

/** The views, as questions, each with how many it holds. */
export const Views = ({ filter, inView, onFilter }: ViewsProps) => {
  const styles = useStyles();
  return (
    <fieldset className={styles.views} style={{ border: 'none', margin: 0, minWidth: 0 }}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          data-view
          aria-pressed={filter.view === view}
          className={mergeClasses(styles.view, filter.view === view && styles.chosen)}
          onClick={() => onFilter({ ...filter, view })}
        >
          {viewNames[view]}
          <span className={styles.count}>{inView[view]}</span>
        </button>
      ))}
    </fieldset>
  );
};

/** The views, then what narrows them, then how they are shown. */
export const BoardTools = ({
  view,
  inView,
  areas,
  onFilter,
}: Omit<FilterProps, 'filter'> & Pick<ViewsProps, 'inView'> & { readonly view: BoardView }) => {
  const styles = useStyles();
  const { filter } = view;
  return (
    <div className={mergeClasses(styles.line, styles.tools)}>
      <Views filter={filter} inView={inView} onFilter={onFilter} />
      <Picks filter={filter} areas={areas} onFilter={onFilter} />
      <Search filter={filter} onFilter={onFilter} />
      <ShownAs view={view} />
    </div>
  );
};
