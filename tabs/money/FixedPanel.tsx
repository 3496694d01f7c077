import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, EditRegular, InfoRegular } from '@fluentui/react-icons';
import type { EconomyReply } from '#shared/contract/economy.ts';
import { formatKroner } from '#shared/words/money.ts';
import { economySheet } from '#shared/words/screens/economy.ts';
import { changeLabel, kronerInText, moneyWords } from '#shared/words/screens/economyPage.ts';
import { BudgetEdit } from './BudgetEdit.tsx';
import { usePanelStyles } from './moneyStyles.ts';

const useStyles = makeStyles({
  cell: { padding: '6px 0' },
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
  difference: {
    display: 'flex',
    justifyContent: 'space-between',
    margin: '4px -10px 0',
    padding: '7px 9px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  differs: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  why: { display: 'flex', gap: '8px', marginTop: '12px' },
});

type Props = {
  readonly reply: EconomyReply;
  readonly editing: string;
  readonly onEdit: (poolRow: string) => void;
  readonly onSaved: (reply: EconomyReply, said: string) => void;
};

type Line = EconomyReply['fixed']['lines'][number];

const LineRow = ({ line, reply, editing, onEdit, onSaved }: Props & { readonly line: Line }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { pool } = line;
  if (editing === pool.id)
    return (
      <tr>
        <td colSpan={2} className={mergeClasses(shared.td, styles.cell)}>
          <BudgetEdit line={line} name={pool.title} onSaved={onSaved} onClose={() => onEdit('')} />
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row" className={mergeClasses(shared.td, styles.cell)}>
        {pool.title}
      </th>
      <td className={mergeClasses(shared.td, styles.cell, shared.number)}>
        {reply.mayChange && (
          <Button
            appearance="subtle"
            size="small"
            className={styles.edit}
            icon={<EditRegular fontSize={16} />}
            data-budget={pool.id}
            aria-label={changeLabel(pool.title)}
            onClick={() => onEdit(pool.id)}
          />
        )}
        <span className={styles.figure}>{formatKroner(pool.budgetOre)}</span>
      </td>
    </tr>
  );
};

/** The two totals: both are shown, and neither is made to fit. */
const Sums = ({ fixed }: { readonly fixed: EconomyReply['fixed'] }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  return (
    <tfoot>
      {(
        [
          [economySheet.computed, fixed.computedOre],
          [economySheet.stated, fixed.statedOre],
        ] as const
      ).map(([name, ore], place) => (
        <tr key={name}>
          <th
            scope="row"
            className={mergeClasses(
              shared.td,
              styles.cell,
              place === 0 && mergeClasses(shared.totals, shared.strong),
            )}
          >
            {name}
          </th>
          <td
            className={mergeClasses(
              shared.td,
              styles.cell,
              shared.number,
              shared.strong,
              place === 0 && shared.totals,
            )}
          >
            {formatKroner(ore)}
          </td>
        </tr>
      ))}
    </tfoot>
  );
};

/** The fixed expenses as they are written, with the total they give and the one that is stated. */
export const FixedPanel = (props: Props) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { fixed, year } = props.reply;
  const differs = fixed.differenceOre !== 0;
  return (
    <section className={shared.panel} aria-labelledby="money-fixed">
      <div className={shared.head}>
        <h2 id="money-fixed" className={shared.title}>
          {moneyWords.fixed}
        </h2>
        <span className={shared.quiet}>{kronerInText(year)}</span>
      </div>
      <table className={shared.table}>
        <caption className={shared.hidden}>{moneyWords.fixed}</caption>
        <thead className={shared.hidden}>
          <tr>
            <th scope="col">{moneyWords.line}</th>
            <th scope="col">{moneyWords.amount}</th>
          </tr>
        </thead>
        <tbody>
          {fixed.lines.map((line) => (
            <LineRow key={line.pool.id} {...props} line={line} />
          ))}
        </tbody>
        <Sums fixed={fixed} />
      </table>
      <div className={mergeClasses(styles.difference, differs && styles.differs)}>
        <span>{economySheet.difference}</span>
        <span className={shared.number}>{formatKroner(fixed.differenceOre)}</span>
      </div>
      <div className={mergeClasses(styles.why, shared.quiet)}>
        {differs ? (
          <InfoRegular fontSize={16} aria-hidden="true" />
        ) : (
          <CheckmarkRegular fontSize={16} aria-hidden="true" />
        )}
        <span>{differs ? moneyWords.doNotAgree : moneyWords.agree}</span>
      </div>
    </section>
  );
};
