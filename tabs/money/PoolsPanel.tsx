import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import type { EconomyReply, PoolLineReply } from '#shared/contract/economy.ts';
import type { Area } from '#shared/domain/area.ts';
import type { Ore } from '#shared/domain/money.ts';
import { formatKroner } from '#shared/words/money.ts';
import { yearNotOpened } from '#shared/words/pools.ts';
import {
  beyondText,
  changeLabel,
  leftInPoolText,
  moneyWords,
  poolHeads,
  poolRowName,
  shortHelpText,
  shortPoolText,
  yearWords,
} from '#shared/words/screens/economyPage.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { BudgetEdit } from './BudgetEdit.tsx';
import { usePanelStyles } from './moneyStyles.ts';
import { MeterLegend, PoolMeter } from './PoolMeter.tsx';
import {
  type BarKind,
  budgetShareOf,
  isNotOpened,
  missingOf,
  shortPools,
  totalsOf,
} from './shapeMoney.ts';

const useStyles = makeStyles({
  name: { width: '1%', whiteSpace: 'nowrap' },
  bar: { width: '46%', minWidth: '180px', verticalAlign: 'middle' },
  edit: {
    minWidth: '24px',
    width: '24px',
    height: '24px',
    padding: 0,
    margin: '-4px 2px -4px 0',
    verticalAlign: 'middle',
    color: tokens.colorNeutralForeground3,
  },
  figure: { verticalAlign: 'middle' },
  more: { display: 'block' },
  beyond: {
    display: 'block',
    marginTop: '3px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
  },
  short: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '6px 10px',
    marginTop: '12px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
  },
  triangle: { display: 'inline-flex', color: tokens.colorStatusDangerForeground1 },
  shortText: { flexGrow: 1, flexBasis: '260px' },
  small: {
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '9px',
  },
  ends: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

type Props = {
  readonly reply: EconomyReply;
  readonly areas: readonly Area[];
  readonly wide: boolean;
  /** The row whose budget is being changed. */
  readonly editing: string;
  readonly onEdit: (poolRow: string) => void;
  readonly onSaved: (reply: EconomyReply, said: string) => void;
  readonly onSee: (poolRow: string) => void;
  readonly onOpenYear: () => void;
};

type Inside = Props & { readonly budgetShare: number };

const EditButton = ({ line, onEdit }: { line: PoolLineReply; onEdit: (row: string) => void }) => {
  const styles = useStyles();
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.edit}
      icon={<EditRegular fontSize={16} />}
      data-budget={line.pool.id}
      aria-label={changeLabel(line.pool.title)}
      onClick={() => onEdit(line.pool.id)}
    />
  );
};

/** What is left; below nothing in red, with a triangle and the minus. */
const Left = ({
  ore,
  words = formatKroner,
}: {
  readonly ore: Ore;
  readonly words?: (ore: Ore) => string;
}) => {
  const shared = usePanelStyles();
  if (ore >= 0) return <>{words(ore)}</>;
  return (
    <span className={mergeClasses(shared.alarm, shared.missing)}>
      <Sits size={14} />
      {words(ore)}
    </span>
  );
};

const PoolName = ({ line, areas }: { line: PoolLineReply; areas: readonly Area[] }) => {
  const shared = usePanelStyles();
  return (
    <span className={mergeClasses(shared.named, shared.strong)}>
      <AreaMark areas={areas} area={line.pool.area} />
      {line.pool.title}
    </span>
  );
};

const Numbers = ({ ores, className }: { readonly ores: readonly Ore[]; className?: string }) => {
  const shared = usePanelStyles();
  return (
    <>
      {ores.map((ore, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns stand still.
        <td key={place} className={mergeClasses(shared.td, shared.number, className)}>
          {formatKroner(ore)}
        </td>
      ))}
    </>
  );
};

const Row = ({ line, ...props }: Inside & { readonly line: PoolLineReply }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { balance, shortOre, pool } = line;
  return (
    <>
      <tr>
        <th scope="row" className={mergeClasses(shared.td, styles.name)}>
          <PoolName line={line} areas={props.areas} />
        </th>
        <td className={mergeClasses(shared.td, styles.bar)}>
          <PoolMeter line={line} budgetShare={props.budgetShare} />
          {shortOre > 0 && <span className={styles.beyond}>{beyondText(shortOre)}</span>}
        </td>
        <td className={mergeClasses(shared.td, shared.number)}>
          {props.reply.mayChange && props.editing !== pool.id && (
            <EditButton line={line} onEdit={props.onEdit} />
          )}
          <span className={styles.figure}>{formatKroner(balance.budgetOre)}</span>
        </td>
        <Numbers
          ores={[balance.spentOre, balance.grantedOre, balance.reservedOre, balance.releasedOre]}
        />
        <td className={mergeClasses(shared.td, shared.number, shared.strong)}>
          <Left ore={balance.availableOre} />
        </td>
      </tr>
      {props.editing === pool.id && (
        <tr>
          <td colSpan={8}>
            <BudgetEdit
              line={line}
              name={pool.title}
              onSaved={props.onSaved}
              onClose={() => props.onEdit('')}
            />
          </td>
        </tr>
      )}
    </>
  );
};

const Heads = () => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const head = mergeClasses(shared.th, shared.number);
  return (
    <thead>
      <tr>
        <th scope="col" className={shared.th}>
          <span className={shared.hidden}>{moneyWords.pool}</span>
        </th>
        <td className={shared.th} />
        <th scope="col" className={head}>
          {poolHeads.budget}
        </th>
        <th scope="col" className={head}>
          {poolHeads.spent}
        </th>
        <th scope="col" className={head}>
          {poolHeads.granted} <span className={styles.more}>{poolHeads.grantedMore}</span>
        </th>
        <th scope="col" className={head}>
          {poolHeads.reserved}
        </th>
        <th scope="col" className={head}>
          {poolHeads.released}
        </th>
        <th scope="col" className={head}>
          {poolHeads.left}
        </th>
      </tr>
    </thead>
  );
};

const WideTable = (props: Inside) => {
  const shared = usePanelStyles();
  const totals = totalsOf(props.reply.pools);
  const foot = mergeClasses(shared.td, shared.totals);
  return (
    <table className={shared.table}>
      <caption className={shared.hidden}>{moneyWords.pools}</caption>
      <Heads />
      <tbody>
        {props.reply.pools.map((line) => (
          <Row key={line.pool.id} {...props} line={line} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={mergeClasses(foot, shared.strong)}>
            {moneyWords.total}
          </th>
          <td className={foot} />
          <Numbers
            className={shared.totals}
            ores={[
              totals.budgetOre,
              totals.spentOre,
              totals.grantedOre,
              totals.reservedOre,
              totals.releasedOre,
            ]}
          />
          <td className={mergeClasses(foot, shared.number, shared.strong)}>
            <Left ore={totals.availableOre} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
};

/** Two lines and the bar: the name and what is left, then the rest. */
const SmallPool = ({ line, ...props }: Inside & { readonly line: PoolLineReply }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { balance, pool, shortOre } = line;
  const said: readonly (readonly [string, Ore])[] = [
    [poolHeads.budget, balance.budgetOre],
    [poolHeads.spent, balance.spentOre],
    [poolHeads.granted, balance.grantedOre],
    [poolHeads.reserved, balance.reservedOre],
    ...(balance.releasedOre > 0 ? [[poolHeads.released, balance.releasedOre] as const] : []),
  ];
  return (
    <li className={styles.small}>
      <div className={styles.ends}>
        <PoolName line={line} areas={props.areas} />
        <span className={mergeClasses(shared.number, shared.strong)}>
          <Left ore={balance.availableOre} words={leftInPoolText} />
        </span>
      </div>
      <PoolMeter line={line} budgetShare={props.budgetShare} />
      <div className={styles.ends}>
        <span className={styles.figures}>
          {said.map(([name, ore]) => (
            <span key={name}>
              {name} {formatKroner(ore)}
            </span>
          ))}
        </span>
        {props.reply.mayChange && props.editing !== pool.id && (
          <EditButton line={line} onEdit={props.onEdit} />
        )}
      </div>
      {shortOre > 0 && <span className={styles.beyond}>{beyondText(shortOre)}</span>}
      {props.editing === pool.id && (
        <BudgetEdit
          line={line}
          name={pool.title}
          onSaved={props.onSaved}
          onClose={() => props.onEdit('')}
        />
      )}
    </li>
  );
};

const SmallList = (props: Inside) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const totals = totalsOf(props.reply.pools);
  return (
    <ul className={shared.plainList}>
      {props.reply.pools.map((line) => (
        <SmallPool key={line.pool.id} {...props} line={line} />
      ))}
      <li className={mergeClasses(styles.small, shared.totals)}>
        <div className={styles.ends}>
          <span className={shared.strong}>{moneyWords.total}</span>
          <span className={mergeClasses(shared.number, shared.strong)}>
            <Left ore={totals.availableOre} words={leftInPoolText} />
          </span>
        </div>
      </li>
    </ul>
  );
};

const ShortPools = ({ reply, areas, onSee }: Props) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  return shortPools(reply.pools).map(({ line, missingOre }) => (
    <div key={line.pool.id} className={styles.short}>
      <span className={styles.triangle}>
        <Sits size={16} />
      </span>
      <span className={styles.shortText}>
        <span className={shared.strong}>
          {shortPoolText(poolRowName(areas, line.pool), missingOre)}
        </span>{' '}
        {shortHelpText(line.shortOre, line.balance.availableOre)}
      </span>
      <Button size="small" onClick={() => onSee(line.pool.id)}>
        {moneyWords.seePostings}
      </Button>
    </div>
  ));
};

/** The year has come and nobody has opened it: said, with the press that does it. */
const NotOpened = ({ reply, onOpenYear }: Props) => {
  const styles = useStyles();
  const { year, mayChange, nextYear } = reply;
  const opens = mayChange && nextYear?.year === year;
  return (
    <div className={styles.short}>
      <span className={styles.triangle}>
        <Sits size={16} />
      </span>
      <span className={styles.shortText}>
        {opens ? yearWords.yours(year) : yearNotOpened.text(year)}
      </span>
      {opens && (
        <Button appearance="primary" data-open-year onClick={onOpenYear}>
          {yearWords.open(year)}
        </Button>
      )}
    </div>
  );
};

const kindsShown = (lines: readonly PoolLineReply[]): readonly BarKind[] => {
  const usual: readonly BarKind[] = ['spent', 'granted', 'reserved', 'left'];
  return lines.some((line) => line.shortOre > 0 || missingOf(line) > 0)
    ? [...usual, 'beyond']
    : usual;
};

/** Every pool of the year: its bar, its figures, and in words who is short. */
export const PoolsPanel = (props: Props) => {
  const shared = usePanelStyles();
  const { pools } = props.reply;
  const inside = { ...props, budgetShare: budgetShareOf(pools) };
  return (
    <section className={shared.panel} aria-labelledby="money-pools">
      <div className={shared.head}>
        <h2 id="money-pools" className={shared.title}>
          {moneyWords.pools}
        </h2>
        <span className={shared.push} />
        {pools.length > 0 && <MeterLegend kinds={kindsShown(pools)} />}
      </div>
      {isNotOpened(props.reply) && <NotOpened {...props} />}
      {pools.length === 0 && !isNotOpened(props.reply) && <span>{moneyWords.noPools}</span>}
      {pools.length > 0 && (props.wide ? <WideTable {...inside} /> : <SmallList {...inside} />)}
      <ShortPools {...props} />
    </section>
  );
};
