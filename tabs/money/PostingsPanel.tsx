import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Ref, RefObject } from 'react';
import type { EconomyReply, PostingReply } from '#shared/contract/economy.ts';
import type { Area } from '#shared/domain/area.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { formatKr, formatKroner } from '#shared/words/money.ts';
import {
  correctLabel,
  countText,
  leftInPoolText,
  moneyWords,
  shownText,
} from '#shared/words/screens/economyPage.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { isFiltered, type MoneyFilter, noMoneyFilter } from './moneyAddress.ts';
import { usePanelStyles } from './moneyStyles.ts';
import { AfterCell, KindCell, nameOf, restOf, WhatCell, WhatName } from './PostingCells.tsx';
import { PostingFilters } from './PostingFilters.tsx';
import { mayCorrect, type ProjectChoice, poolOf } from './shapeMoney.ts';
import { useRows } from './useRows.ts';

const useStyles = makeStyles({
  table: { tableLayout: 'fixed' },
  cell: { verticalAlign: 'top' },
  blank: { padding: 0, border: 'none' },
  small: {
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '3px 12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  under: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  whole: { gridColumn: '1 / -1', overflowWrap: 'anywhere' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '0 4px', margin: '0 -8px' },
  empty: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px 12px' },
});

export type PostingsProps = {
  readonly reply: EconomyReply;
  readonly areas: readonly Area[];
  readonly wide: boolean;
  readonly filter: MoneyFilter;
  readonly projects: readonly ProjectChoice[];
  readonly page: RefObject<HTMLElement | null>;
  readonly onFilter: (filter: MoneyFilter) => void;
  readonly onCorrect: (posting: PostingReply) => void;
};

type RowProps = PostingsProps & {
  readonly posting: PostingReply;
  readonly place: number;
  readonly measure: Ref<HTMLTableRowElement> & Ref<HTMLLIElement>;
};

const PoolCell = ({ reply, areas, posting }: RowProps) => {
  const shared = usePanelStyles();
  return (
    <span className={shared.named}>
      <AreaMark areas={areas} area={poolOf(reply, posting.poolRow)?.pool.area} />
      {posting.poolTitle}
    </span>
  );
};

const CorrectButton = ({ reply, posting, onCorrect }: RowProps) => {
  return reply.mayEnter && mayCorrect(posting) ? (
    <Button
      data-correct={posting.id}
      size="small"
      appearance="subtle"
      aria-label={correctLabel(nameOf(posting), posting.ore)}
      onClick={() => onCorrect(posting)}
    >
      {moneyWords.correct}
    </Button>
  ) : null;
};

const WideRow = (props: RowProps) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { posting } = props;
  const cell = mergeClasses(shared.td, styles.cell);
  const number = mergeClasses(cell, shared.number);
  return (
    <tr ref={props.measure} data-index={props.place} aria-rowindex={props.place + 2}>
      <td className={cell}>{shortDayText(posting.at)}</td>
      <td className={cell}>
        <KindCell kind={posting.kind} />
      </td>
      <td className={cell}>
        <WhatCell posting={posting} />
      </td>
      <td className={cell}>
        <PoolCell {...props} />
      </td>
      <td className={number}>{formatKroner(posting.ore)}</td>
      <td className={number}>
        <AfterCell posting={posting} />
      </td>
      {props.reply.mayEnter && (
        <td className={number}>
          <CorrectButton {...props} />
        </td>
      )}
    </tr>
  );
};

const columnsOf = (mayEnter: boolean) =>
  [
    ['date', '66px'],
    ['kind', '118px'],
    ['what', undefined],
    ['pool', '128px'],
    ['amount', '92px'],
    ['after', '116px'],
    ...(mayEnter ? [['act', '62px'] as const] : []),
  ] as const;

type ColumnName = ReturnType<typeof columnsOf>[number][0];

const isNumber = (name: ColumnName): boolean => name === 'amount' || name === 'after';

const Blank = ({ height, wide }: { readonly height: number; readonly wide: number }) => {
  const styles = useStyles();
  return height === 0 ? null : (
    <tbody aria-hidden="true">
      <tr>
        <td className={styles.blank} colSpan={wide} style={{ height: `${height}px` }} />
      </tr>
    </tbody>
  );
};

const WideTable = (props: PostingsProps) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { postings, mayEnter } = props.reply;
  const rows = useRows(
    props.page,
    postings.map((posting) => posting.id),
    57,
  );
  const columns = columnsOf(mayEnter);
  return (
    <table
      className={mergeClasses(shared.table, styles.table)}
      aria-rowcount={props.reply.found + 1}
    >
      <caption className={shared.hidden}>{moneyWords.postings}</caption>
      <colgroup>
        {columns.map(([name, width]) => (
          <col key={name} style={width === undefined ? {} : { width }} />
        ))}
      </colgroup>
      <thead ref={rows.top as Ref<HTMLTableSectionElement>}>
        <tr aria-rowindex={1}>
          {columns.map(([name]) => (
            <th
              key={name}
              scope="col"
              className={mergeClasses(shared.th, isNumber(name) && shared.number)}
            >
              {name === 'act' ? (
                <span className={shared.hidden}>{moneyWords[name]}</span>
              ) : (
                moneyWords[name]
              )}
            </th>
          ))}
        </tr>
      </thead>
      <Blank height={rows.before} wide={columns.length} />
      <tbody>
        {rows.items.map(({ index, key }) => {
          const posting = postings[index];
          return posting ? (
            <WideRow
              key={String(key)}
              {...props}
              posting={posting}
              place={index}
              measure={rows.measure}
            />
          ) : null;
        })}
      </tbody>
      <Blank height={rows.after} wide={columns.length} />
    </table>
  );
};

/** Two lines: what and how much, then the pool, the date and what was left. */
const SmallRow = (props: RowProps) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { posting } = props;
  return (
    <li ref={props.measure} data-index={props.place} className={styles.small}>
      <WhatName posting={posting} />
      <span className={mergeClasses(shared.number, shared.strong)}>{formatKr(posting.ore)}</span>
      <span className={mergeClasses(styles.whole, styles.under)}>
        <KindCell kind={posting.kind} />
        <PoolCell {...props} />
        <span>{shortDayText(posting.at)}</span>
        <span className={shared.push} />
        <CorrectButton {...props} />
      </span>
      <span className={mergeClasses(styles.whole, shared.quiet)}>
        <span className={mergeClasses(posting.afterOre < 0 && shared.missing)}>
          {leftInPoolText(posting.afterOre)}
        </span>
        {` · ${restOf(posting)}`}
      </span>
    </li>
  );
};

const SmallList = (props: PostingsProps) => {
  const shared = usePanelStyles();
  const { postings } = props.reply;
  const rows = useRows(
    props.page,
    postings.map((posting) => posting.id),
    84,
  );
  return (
    <ul
      ref={rows.top as Ref<HTMLUListElement>}
      className={shared.plainList}
      style={{ paddingTop: `${rows.before}px`, paddingBottom: `${rows.after}px` }}
    >
      {rows.items.map(({ index, key }) => {
        const posting = postings[index];
        return posting ? (
          <SmallRow
            key={String(key)}
            {...props}
            posting={posting}
            place={index}
            measure={rows.measure}
          />
        ) : null;
      })}
    </ul>
  );
};

const Nothing = ({ filter, onFilter }: PostingsProps) => {
  const styles = useStyles();
  if (!isFiltered(filter)) return <span>{moneyWords.none}</span>;
  return (
    <div className={styles.empty} role="status">
      {moneyWords.emptyFilter}
      <Button size="small" onClick={() => onFilter({ ...noMoneyFilter, year: filter.year })}>
        {moneyWords.clearFilter}
      </Button>
    </div>
  );
};

/** Every posting behind the figures, newest first, with what its pool had left after it. */
export const PostingsPanel = (props: PostingsProps) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { postings, found } = props.reply;
  return (
    <section className={shared.panel} aria-labelledby="money-postings">
      <div className={shared.head}>
        <h2 id="money-postings" className={shared.title}>
          {moneyWords.postings}
        </h2>
        <span className={shared.quiet}>
          {countText(found)} · {moneyWords.neverEdited}
        </span>
        <span className={shared.push} />
        <span className={styles.filters}>
          <PostingFilters {...props} />
        </span>
      </div>
      {found === 0 && <Nothing {...props} />}
      {found > 0 && (props.wide ? <WideTable {...props} /> : <SmallList {...props} />)}
      {postings.length < found && (
        <p className={shared.quiet}>{shownText(postings.length, found)}</p>
      )}
    </section>
  );
};
