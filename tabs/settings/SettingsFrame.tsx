import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Address, SendRoute } from '#shared/contract/at.ts';
import type { ReplyOf, SentTo } from '#shared/contract/routes.ts';
import { dropWords, standsStill } from '#shared/words/screens/rules.ts';
import type { Api, Failed, Reply } from '../remote/api.ts';
import { sameValue } from '../remote/keepSame.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { rebased } from '../typed/rebased.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Typing, useTyped } from '../typed/useTyped.ts';

/* What the pages of settings have in common. */

export const useSettingsStyles = makeStyles({
  page: { height: '100%', overflow: 'auto', padding: '24px 20px 0', boxSizing: 'border-box' },
  link: { color: tokens.colorBrandForegroundLink },
  title: {
    margin: '8px 0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  text: { maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '1080px' },
  group: {
    minWidth: 0,
    margin: 0,
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  legend: { padding: '0 6px', fontWeight: tokens.fontWeightSemibold },
  // The button, and what came of it, in sight however long the page is.
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  history: { maxWidth: '1080px', padding: '12px 0 24px' },
  head: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400 },
  list: { margin: 0, paddingLeft: '20px' },
  line: { padding: '2px 0', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type FrameProps = {
  readonly back: { readonly href: string; readonly name: string };
  readonly title: string;
  readonly intro: string;
  readonly isLoading: boolean;
  readonly children: ReactNode;
};

export const SettingsFrame = ({ back, title, intro, isLoading, children }: FrameProps) => {
  const styles = useSettingsStyles();
  return (
    <main className={styles.page} aria-busy={isLoading}>
      <a className={styles.link} href={back.href}>
        {back.name}
      </a>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{intro}</p>
      {children}
    </main>
  );
};

type Said = { readonly text: string; readonly intent: 'success' | 'error' };

type FootProps = {
  readonly said: Said | null;
  readonly busy: boolean;
  readonly words: { readonly save: string; readonly saving: string };
  readonly mayChange: boolean;
  readonly typing: Typing;
  readonly drop: (() => void) | null;
  readonly children?: ReactNode;
};

export const SaveFoot = ({ words, mayChange, typing, drop, children, ...foot }: FootProps) => {
  const styles = useSettingsStyles();
  const { said, busy } = foot;
  return (
    <div className={styles.foot}>
      {children}
      <TypedBefore typing={typing} />
      {said && (
        <MessageBar intent={said.intent}>
          <MessageBarBody>{said.text}</MessageBarBody>
        </MessageBar>
      )}
      {mayChange && (
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {busy ? words.saving : words.save}
          </Button>
          {drop && (
            <Button disabledFocusable={busy} onClick={drop}>
              {dropWords}
            </Button>
          )}
        </div>
      )}
    </div>
  );
};

/** What stands there now, when somebody else has saved since it was read. */
const currentIn = ({ status, body }: Failed): unknown =>
  status === 409 && typeof body === 'object' && body !== null && 'current' in body
    ? body.current
    : null;

type Drafted<R extends SendRoute, D> = {
  readonly draftOf: (reply: ReplyOf<R>) => D;
  /** What stands there now, of what a clash brings with it. */
  readonly clashOf: (current: unknown) => ReplyOf<R>;
  /** A draft, where what it starts with is no example of it: rows come and go by name. */
  readonly is?: (value: unknown) => value is D;
};

/**
 * What somebody makes of the settings, and its saving. It stays on the device until then. After a clash what others have changed is
 * put into the draft; saving again is then a choice made on what is there now.
 */
export const useSaving = <R extends SendRoute, D>(
  address: Address<R>,
  first: ReplyOf<R>,
  { draftOf, clashOf, is }: Drafted<R, D>,
) => {
  const api = useApi();
  const [seen, setSeen] = useState(first);
  const [draft, onDraft, typing] = useTyped(
    ['settings', address],
    draftOf(first),
    is ? { is } : {},
  );
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const see = (reply: ReplyOf<R>, from: D): void => {
    setSeen(reply);
    typing.saysNow(draftOf(reply));
    onDraft((written) => rebased(from, written, draftOf(reply)));
  };
  /** Whether it is saved. `from`: what the fields would say without what is not in the body. */
  const send = async (body: SentTo<R>, done: string, from: D = draft): Promise<boolean> => {
    setBusy(true);
    setSaid(null);
    const sent = await api.send(address, body);
    setBusy(false);
    if (sent.type === 'done') {
      see(sent.value, from);
      setSaid({ text: done, intent: 'success' });
      return true;
    }
    if (sent.type === 'failed') {
      const current = currentIn(sent);
      if (current !== null) see(clashOf(current), draftOf(seen));
      const text = current === null ? sent.message : `${sent.message} ${standsStill}`;
      setSaid({ text, intent: 'error' });
    }
    return false;
  };
  const drop = (): void => {
    typing.saysNow(draftOf(seen));
    onDraft(draftOf(seen));
    setSaid(null);
  };
  const isSaved = sameValue(draft, draftOf(seen));
  return { seen, draft, onDraft, send, said, busy, typing, drop: isSaved ? null : drop };
};

type ChangesProps<C> = {
  /** The same function at every drawing. */
  readonly read: (
    api: Api,
  ) => Promise<Reply<{ readonly changes: readonly C[] }> | { type: 'changed' }>;
  readonly words: { readonly historyTitle: string; readonly noHistory: string };
  readonly lineOf: (change: C) => ReactNode;
};

/** Who changed what, the latest first. Read once: it is drawn anew after a save. */
export const ChangesList = <C extends object>({ read, words, lineOf }: ChangesProps<C>) => {
  const styles = useSettingsStyles();
  const api = useApi();
  const [changes, setChanges] = useState<readonly C[] | string>([]);
  useEffect(() => {
    let isHere = true;
    void read(api).then((reply) => {
      if (!isHere) return;
      if (reply.type === 'done') setChanges(reply.value.changes);
      if (reply.type === 'failed') setChanges(reply.message);
    });
    return () => {
      isHere = false;
    };
  }, [api, read]);
  return (
    <section className={styles.history} aria-label={words.historyTitle}>
      <h2 className={styles.head}>{words.historyTitle}</h2>
      {typeof changes === 'string' && <p role="alert">{changes}</p>}
      {changes.length === 0 && <span className={styles.quiet}>{words.noHistory}</span>}
      {typeof changes !== 'string' && changes.length > 0 && (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li key={JSON.stringify(change)} className={styles.line}>
              {lineOf(change)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
