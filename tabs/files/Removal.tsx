import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { fileWords } from '#shared/words/files/words.ts';
import type { Removed } from '../project/editing.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';
import { focusBack } from '../shell/focusBack.ts';
import { useClosing } from '../shell/useClosing.ts';

const useStyles = makeStyles({
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** What is asked before something is taken off a step. */
type Question = {
  /** What is taken off, as it stands in the question. */
  readonly what: string;
  /** What becomes of it. */
  readonly text: string;
  readonly remove: () => Promise<Removed>;
  readonly onRemoved?: () => void;
  /** Where the focus goes when its own button is gone from the page. */
  readonly home: () => HTMLElement | null;
};

const RemovalContext = createContext<((question: Question) => void) | null>(null);

type FormProps = Pick<Question, 'what' | 'text' | 'remove'> & {
  readonly onRemoved: (show: () => void) => void;
  readonly onClose: () => void;
  readonly onClosed: () => void;
};

const RemovalForm = ({ what, text, remove, onRemoved, onClose, onClosed }: FormProps) => {
  useClosing(onClosed);
  const styles = useStyles();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const onSave = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    const removed = await remove();
    setBusy(false);
    if (removed.type === 'refused') setProblem(removed.message);
    else onRemoved(removed.show);
  };
  return (
    <DialogForm
      title={fileWords.removeTitle(what)}
      problem={problem}
      cancel={fileWords.keep}
      save={busy ? fileWords.removing : fileWords.removeYes}
      busy={busy}
      onSave={() => void onSave()}
      onClose={onClose}
    >
      <p className={styles.text}>{text}</p>
    </DialogForm>
  );
};

type AskedProps = { readonly question: Question; readonly onGone: () => void };

/** The question, while it is asked: it closes first, and then the page changes under it. */
const Asked = ({ question, onGone }: AskedProps) => {
  const [opener] = useState(() => document.activeElement);
  const [isOpen, setOpen] = useState(true);
  const isGone = useRef(false);
  const removed = useRef<(() => void) | null>(null);
  const close = (): void => setOpen(false);
  const tell = (show: () => void): void => {
    show();
    requestAnimationFrame(() => {
      question.onRemoved?.();
      question.home()?.focus();
    });
  };
  const onRemoved = (show: () => void): void => {
    // Somebody let the question go while it was on its way: it is removed all the same.
    if (isGone.current) tell(show);
    else {
      removed.current = show;
      close();
    }
  };
  const onClosed = (): void => {
    isGone.current = true;
    focusBack(opener?.isConnected ? opener : question.home());
    onGone();
    if (removed.current) tell(removed.current);
  };
  return (
    <OverPage open={isOpen} onClose={close}>
      <RemovalForm {...question} {...{ onRemoved, onClosed }} onClose={close} />
    </OverPage>
  );
};

/**
 * Where the question is asked: beside the page and not in the line that it is about, because that
 * line may go meanwhile, by the answer itself or by somebody else. An open dialog that goes with its
 * line keeps the page from screen readers, and nobody is told what became of the press.
 */
export const RemovalPlace = ({ children }: { readonly children: ReactNode }) => {
  const [asked, setAsked] = useState<{ readonly question: Question; readonly nth: number } | null>(
    null,
  );
  const ask = useCallback(
    (question: Question) => setAsked((last) => ({ question, nth: (last?.nth ?? 0) + 1 })),
    [],
  );
  const goneOf = (nth: number) => () => setAsked((now) => (now?.nth === nth ? null : now));
  return (
    <RemovalContext value={ask}>
      {children}
      {asked && <Asked key={asked.nth} question={asked.question} onGone={goneOf(asked.nth)} />}
    </RemovalContext>
  );
};

type Props = Question & {
  /** Why it stays; empty when it may go. */
  readonly why: string;
};

/** The way to take something off a step, asked once; or why it stays. */
export const Removal = ({ why, ...question }: Props) => {
  const styles = useStyles();
  const ask = useContext(RemovalContext);
  if (why !== '') return <span className={styles.why}>{why}</span>;
  return (
    <Button
      size="small"
      appearance="transparent"
      icon={<DeleteRegular />}
      aria-label={fileWords.remove(question.what)}
      title={fileWords.remove(question.what)}
      onClick={() => ask?.(question)}
    />
  );
};
