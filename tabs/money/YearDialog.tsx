import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { EconomyReply } from '#shared/contract/economy.ts';
import type { Pool } from '#shared/domain/funding.ts';
import { sumOf } from '#shared/domain/money.ts';
import { formatKr } from '#shared/words/money.ts';
import { moneyWords, yearWords } from '#shared/words/screens/economyPage.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { OverPage } from '../shell/FormDialog.tsx';
import { useClosing } from '../shell/useClosing.ts';
import { usePanelStyles } from './moneyStyles.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  cell: { padding: '5px 0' },
});

const totalOf = (pools: readonly Pool[]) => sumOf(pools.map((pool) => pool.budgetOre));

const Group = ({ pools, total }: { readonly pools: readonly Pool[]; readonly total: string }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  if (pools.length === 0) return null;
  const name = mergeClasses(shared.td, styles.cell);
  return (
    <tbody>
      {pools.map((pool) => (
        <tr key={pool.id}>
          <th scope="row" className={name}>
            {pool.title}
          </th>
          <td className={mergeClasses(name, shared.number)}>{formatKr(pool.budgetOre)}</td>
        </tr>
      ))}
      <tr>
        <th scope="row" className={mergeClasses(name, shared.totals, shared.strong)}>
          {total}
        </th>
        <td className={mergeClasses(name, shared.totals, shared.number, shared.strong)}>
          {formatKr(totalOf(pools))}
        </td>
      </tr>
    </tbody>
  );
};

type YearProps = {
  readonly next: NonNullable<EconomyReply['nextYear']>;
  readonly onOpened: (reply: EconomyReply) => void;
  readonly onClose: () => void;
  /** It is gone, after having faded. */
  readonly onClosed: () => void;
};

const YearPlan = ({ next, onOpened, onClose, onClosed }: YearProps) => {
  useClosing(onClosed);
  const styles = useStyles();
  const shared = usePanelStyles();
  const api = useApi();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const reply = await api.send(at('POST /api/economy/years'), { year: next.year });
    setBusy(false);
    if (reply.type === 'failed') setProblem(reply.message);
    else if (reply.type === 'done') onOpened(reply.value);
  };
  return (
    <DialogBody>
      <DialogTitle>{yearWords.title(next.year)}</DialogTitle>
      <DialogContent className={styles.content}>
        <span>{yearWords.does(next.pools.length, next.year)}</span>
        {problem !== '' && (
          <MessageBar intent="error">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        )}
        <table className={shared.table}>
          <Group
            pools={next.pools.filter((pool) => pool.kind !== 'fixed')}
            total={yearWords.pools}
          />
          <Group
            pools={next.pools.filter((pool) => pool.kind === 'fixed')}
            total={yearWords.fixed}
          />
        </table>
        <span>{yearWords.nothingMoved}</span>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{moneyWords.close}</Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void open()}>
          {yearWords.open(next.year)}
        </Button>
      </DialogActions>
    </DialogBody>
  );
};

/** A new year is one press that shows first what it will do. */
export const YearDialog = ({ open, ...props }: YearProps & { readonly open: boolean }) => (
  <OverPage open={open} onClose={props.onClose}>
    <YearPlan {...props} />
  </OverPage>
);
