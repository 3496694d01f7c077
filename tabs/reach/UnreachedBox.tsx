import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { Unreached } from '#shared/domain/reach.ts';
import { causeText, helpText, reachWords } from '#shared/words/screens/reach.ts';
import { Sits } from '../drawing/marks.tsx';
import { useApi } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: '10px',
    padding: '12px 16px',
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  icon: { color: tokens.colorStatusWarningForeground1, display: 'inline-flex', paddingTop: '3px' },
  text: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0, flexGrow: 1 },
  head: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { margin: 0, maxWidth: '72ch', overflowWrap: 'break-word' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  small: {
    margin: 0,
    maxWidth: '72ch',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  act: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center' },
});

type Pressing = { readonly type: 'idle' } | { readonly type: 'busy' } | Receipt;
type Receipt = { readonly type: 'said'; readonly message: string };

const SendAgain = ({ one, onSent }: { readonly one: Unreached; readonly onSent: Said }) => {
  const styles = useStyles();
  const api = useApi();
  const [pressing, setPressing] = useState<Pressing>({ type: 'idle' });
  const busy = pressing.type === 'busy';
  const press = async (): Promise<void> => {
    if (busy) return;
    setPressing({ type: 'busy' });
    const reply = await api.send(at('POST /api/people/:id/send-again', { id: one.id }), {});
    const message =
      reply.type === 'done' ? reply.value.message : reply.type === 'failed' ? reply.message : '';
    setPressing({ type: 'said', message });
    onSent(message);
  };
  return (
    <div className={styles.act}>
      <Button size="small" disabledFocusable={busy} onClick={() => void press()}>
        {busy ? reachWords.sending : reachWords.sendAgain}
      </Button>
      <span role="status">{pressing.type === 'said' && pressing.message}</span>
    </div>
  );
};

type Said = (message: string) => void;

const One = ({ one, onSent }: { readonly one: Unreached; readonly onSent: Said }) => {
  const styles = useStyles();
  const maySend = useMe().may.includes('sendAgain');
  return (
    <section className={styles.box} aria-label={reachWords.cannotOf(one.name)}>
      <span className={styles.icon}>
        <Sits />
      </span>
      <div className={styles.text}>
        <h3 className={styles.head}>{reachWords.cannotOf(one.name)}</h3>
        <p className={styles.line}>{causeText(one)}</p>
        <p className={styles.line}>
          <span className={styles.strong}>{reachWords.helps}</span> {helpText[one.why]}
        </p>
        <p className={styles.small}>{reachWords.meanwhile(one.why, one.inFeed)}</p>
        {maySend && <SendAgain one={one} onSent={onSent} />}
      </div>
    </section>
  );
};

type UnreachedBoxProps = {
  readonly unreached: readonly Unreached[];
  readonly onChanged: () => void;
};

/** Whom a matter waits for and who cannot be reached: why, what helps, and a way to try again. */
export const UnreachedBox = ({ unreached, onChanged }: UnreachedBoxProps) => {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const onSent = (message: string): void => {
    setSaid(message);
    onChanged();
  };
  return (
    <>
      {unreached.map((one) => (
        <One key={one.id} one={one} onSent={onSent} />
      ))}
      {/* The box goes when the message has come, and its receipt with it. */}
      {unreached.length === 0 && said !== '' && (
        <p className={styles.line} role="status">
          {said}
        </p>
      )}
    </>
  );
};
