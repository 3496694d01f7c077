import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type MouseEvent, memo, useMemo, useState } from 'react';
import type { BoardView, ListShape, SortKey, Sort as SortOrder } from '#shared/domain/boardList.ts';
import { type BoardFilter, type Looking, noFilter } from '#shared/domain/boardLooking.ts';
import { formatKroner } from '#shared/words/money.ts';
import { boardWords, projectsText } from '#shared/words/screens/board.ts';
import { endedText, groupName, listColumns, listWords } from '#shared/words/screens/boardList.ts';
import type { Overlay } from '../board/BoardOverlays.tsx';
import { useSlots } from '../board/slots.ts';
import { opensMenu, useSingleKeys, withModifier } from '../board/useBoardKeys.ts';
import { go, projectHash } from '../shell/route.ts';
import { Cell, HeadCell, RowGroup, StillRow } from './cells.tsx';
import { GroupRow, ProjectRow, type RowPlace, SmallSums } from './ListRow.tsx';
import { type ListRow, type ListRows, rowActFor, rowsOf } from './listRows.ts';
import { footRow, headRow, rowHeightFor, smallFootRow, useListStyles } from './listStyles.ts';
import { useRowFocus } from './useRowFocus.ts';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    padding: '0 20px 14px',
    '@media (max-width: 719px)': { padding: 0 },
  },
  scroller: {
    minHeight: 0,
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 719px)': { border: 'none', borderRadius: 0 },
  },
  wide: { minWidth: '1010px' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    height: `${headRow}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
  },
  body: { position: 'relative' },
  // The sums stick to the foot of what scrolls, not to the foot of their own group.
  sums: { display: 'contents' },
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    minHeight: `${footRow}px`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  footSmall: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    minHeight: `${smallFootRow}px`,
    whiteSpace: 'normal',
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: 'inherit',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  sorted: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  empty: { display: 'flex', alignItems: 'center', gap: '10px', padding: '12px 16px' },
});

const headOrder: readonly SortKey[] = [
  'title',
  'area',
  'waits',
  'lead',
  'priority',
  'tek',
  'risk',
  'ask',
  'budget',
];

const isNumber = (by: SortKey): boolean => by === 'ask' || by === 'budget';

type HeadProps = {
  readonly by: SortKey;
  readonly sort: SortOrder;
  readonly onSort: (by: SortKey) => void;
};

const Head = ({ by, sort, onSort }: HeadProps) => {
  const styles = useStyles();
  const shared = useListStyles();
  const here = sort.by === by;
  const Arrow = sort.down ? ArrowDownRegular : ArrowUpRegular;
  return (
    <HeadCell
      sorted={here ? (sort.down ? 'descending' : 'ascending') : 'none'}
      className={isNumber(by) ? shared.number : ''}
    >
      <button
        type="button"
        className={mergeClasses(styles.sort, here && styles.sorted)}
        onClick={() => onSort(by)}
      >
        {listColumns[by]}
        {here && <Arrow fontSize={12} aria-hidden="true" />}
      </button>
    </HeadCell>
  );
};

type ListGridProps = {
  readonly shape: ListShape;
  readonly view: BoardView;
  readonly looking: Looking;
  readonly isPhone: boolean;
  readonly onSort: (by: SortKey) => void;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly onMenu: (menu: Omit<Extract<Overlay, { type: 'menu' }>, 'type'>) => void;
  readonly newIdea: () => void;
  readonly showKeys: () => void;
};

/** How far a page is by key. */
const rowsAPage = 12;

/** Kept while the person is elsewhere in the tab, so that coming back finds the same groups shut. */
let keptFolded: ReadonlySet<string> = new Set();

const useFolded = (): readonly [ReadonlySet<string>, (key: string) => void] => {
  const [folded, setFolded] = useState(keptFolded);
  const toggle = (key: string): void => {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    keptFolded = next;
    setFolded(next);
  };
  return [folded, toggle];
};

/** A button inside a row keeps its own keys. */
const isRow = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.dataset['row'] !== undefined;

const rowAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

const Ended = ({ shape, view, onFilter }: Pick<ListGridProps, 'shape' | 'view' | 'onFilter'>) =>
  shape.ended === 0 ? null : (
    <span>
      {' '}
      {endedText(shape.ended)}{' '}
      <Button
        size="small"
        appearance="transparent"
        onClick={() => onFilter({ ...view.filter, place: 'ended' })}
      >
        {listWords.showEnded}
      </Button>
    </span>
  );

const Foot = (props: ListGridProps & { readonly index: number }) => {
  const { shape, isPhone, index } = props;
  const styles = useStyles();
  const shared = useListStyles();
  const count = (
    <span className={shared.bold}>{`${listWords.total} ${projectsText(shape.shown)}`}</span>
  );
  const place = mergeClasses(shared.row, shared.fixed, styles.foot, !isPhone && styles.wide);
  return isPhone ? (
    <StillRow index={index} className={mergeClasses(place, styles.footSmall)}>
      <Cell names>
        {count}
        <span className={shared.quiet}>
          <Ended {...props} />
        </span>
      </Cell>
      <Cell>
        <SmallSums {...shape} />
      </Cell>
    </StillRow>
  ) : (
    <StillRow index={index} className={place}>
      <Cell names wide={7}>
        {count}{' '}
        <span className={shared.quiet}>
          {listWords.neverAdded}
          <Ended {...props} />
        </span>
      </Cell>
      <Cell number className={shared.bold}>
        {formatKroner(shape.askOre)}
      </Cell>
      <Cell number className={shared.bold}>
        {formatKroner(shape.budgetOre)}
      </Cell>
    </StillRow>
  );
};

/** What is pressed, by mouse or key, becomes one of a few acts. */
const useActs = (
  rows: ListRows,
  props: ListGridProps,
  fold: (key: string) => void,
  focusRow: (index: number) => void,
) => {
  const open = (row: ListRow): void => {
    if (row.type === 'group') fold(row.key);
    else go(projectHash(row.project.id));
  };
  const placeOf = (target: EventTarget): number => {
    const key = rowAt(target)?.dataset['row'];
    return key === undefined ? -1 : rows.indexOf(key);
  };
  const showMenu = (at: number, target: HTMLElement): boolean => {
    const row = rows.at(at);
    if (row?.type !== 'project') return false;
    props.onMenu({ project: row.project, target });
    return true;
  };
  const onKey = (at: number, key: string, target: HTMLElement): boolean => {
    const row = rows.at(at);
    if (!row) return false;
    if (opensMenu(key)) return showMenu(at, target);
    const act = rowActFor(rows, at, key, rowsAPage);
    if (act?.type === 'go') focusRow(act.to);
    else if (act?.type === 'fold') fold(row.key);
    else if (act?.type === 'open') open(row);
    return act !== null;
  };
  return {
    onClick: (event: MouseEvent): void => {
      const row = rows.at(placeOf(event.target));
      const onLink = event.target instanceof Element && event.target.closest('a') !== null;
      if (row && !onLink) open(row);
    },
    onContextMenu: (event: MouseEvent): void => {
      const target = rowAt(event.target);
      if (target && showMenu(placeOf(event.target), target)) event.preventDefault();
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const at = isRow(event.target) ? placeOf(event.target) : -1;
      if (at < 0 || withModifier(event)) return;
      if (onKey(at, event.key, event.target as HTMLElement)) event.preventDefault();
    },
  };
};

const rootFontSize = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

const Heads = ({ sort, onSort }: Pick<HeadProps, 'sort' | 'onSort'>) => {
  const styles = useStyles();
  const shared = useListStyles();
  return (
    <RowGroup className={mergeClasses(styles.head, styles.wide)}>
      <StillRow
        index={1}
        className={mergeClasses(shared.row, shared.fixed)}
        style={{ height: headRow }}
      >
        {headOrder.map((by) => (
          <Head key={by} by={by} sort={sort} onSort={onSort} />
        ))}
      </StillRow>
    </RowGroup>
  );
};

const NothingPasses = ({ onClear }: { readonly onClear: () => void }) => (
  <RowGroup>
    <StillRow index={2} className={useStyles().empty}>
      <Cell>
        {boardWords.emptyFilter}{' '}
        <Button size="small" onClick={onClear}>
          {boardWords.clearFilter}
        </Button>
      </Cell>
    </StillRow>
  </RowGroup>
);

type OneRowProps = Pick<ListGridProps, 'view' | 'looking'> & {
  readonly row: ListRow;
  readonly place: RowPlace;
};

const OneRow = ({ row, place, view, looking }: OneRowProps) =>
  row.type === 'group' ? (
    <GroupRow
      {...place}
      group={row.group}
      open={row.open}
      name={groupName(view.grouping, row.group, looking.names)}
    />
  ) : (
    <ProjectRow
      {...place}
      project={row.project}
      looking={looking}
      grouped={view.grouping !== 'none'}
      saysPlace={view.grouping !== 'phase'}
    />
  );

/** What a screen reader is told: all rows and columns, also those that are not mounted. */
const gridRole = (hasHeads: boolean, rows: number, isPhone: boolean) => ({
  role: hasHeads ? 'treegrid' : 'grid',
  'aria-label': listWords.list,
  'aria-rowcount': rows + 2,
  'aria-colcount': isPhone ? 2 : headOrder.length,
});

/** The rows to draw, and which element shows each project. */
const useMounted = (rows: ListRows, indices: readonly number[]) => {
  const mounted = indices.flatMap((index) => {
    const row = rows.at(index);
    return row ? [{ index, row }] : [];
  });
  const slots = useSlots(mounted.flatMap(({ row }) => (row.type === 'project' ? [row.key] : [])));
  return { mounted, slots };
};

/**
 * The rows in sight, however many there are: one stop for Tab, and arrows from row to row. Not drawn
 * at a key in the search before it is known what passes.
 */
export const ListGrid = memo((props: ListGridProps) => {
  const { shape, view, looking, isPhone, onSort, onFilter } = props;
  const styles = useStyles();
  const [folded, fold] = useFolded();
  const hasHeads = view.grouping !== 'none';
  const rows = useMemo(
    () => rowsOf(shape.groups, folded, hasHeads),
    [shape.groups, folded, hasHeads],
  );
  const height = rowHeightFor(rootFontSize(), isPhone);
  const head = isPhone ? 0 : headRow;
  const focus = useRowFocus(rows, { height, head, foot: isPhone ? smallFootRow : footRow });
  const { mounted, slots } = useMounted(rows, focus.mounted);
  const acts = useActs(rows, props, fold, focus.focusRow);
  useSingleKeys({
    back: focus.back,
    newIdea: props.newIdea,
    showKeys: props.showKeys,
  });
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is a grid's; keys work on its rows. */}
      <div
        {...gridRole(hasHeads, rows.count, isPhone)}
        {...acts}
        ref={focus.scroller}
        className={styles.scroller}
        data-list
        onFocus={(event) => focus.onFocus(event.target)}
        onScroll={focus.onScroll}
      >
        {!isPhone && <Heads sort={view.sort} onSort={onSort} />}
        <RowGroup
          className={mergeClasses(styles.body, !isPhone && styles.wide)}
          style={{ height: focus.total }}
        >
          {mounted.map(({ index, row }) => {
            const place = {
              rowKey: row.key,
              index: index + 2,
              top: index * height,
              height,
              focusable: index === focus.stop,
              isPhone,
            };
            const key = slots.get(row.key) ?? row.key;
            return <OneRow key={key} {...{ row, place, view, looking }} />;
          })}
        </RowGroup>
        {shape.shown === 0 && <NothingPasses onClear={() => onFilter(noFilter)} />}
        <RowGroup className={styles.sums}>
          <Foot {...props} index={rows.count + 2} />
        </RowGroup>
      </div>
    </div>
  );
});
