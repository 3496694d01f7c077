import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { fileWords } from '#shared/words/files/words.ts';
import type { Removed } from '../project/editing.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';
import { focusBack } from '../shell/focusBack.ts';
import { useClosing } from '../shell/useClosing.ts';

const useStyles = makeStyles({
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

type Props = {
  /** What is taken off, as it stands in the question. */
  readonly what: string;
  /** What becomes of it. */
  readonly text: string;
  /** Why it stays; empty when it may go. */
  readonly why: string;
  readonly remove: () => Promise<Removed>;
  /** It is gone from the page, and its button with it: the focus goes somewhere else. */
  readonly onRemoved: () => void;
};

type FormProps = Pick<Props, 'what' | 'text' | 'remove'> & {
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

/** The question, while it is asked: it closes first, and then the page changes under it. */
const Asked = ({ onGone, onRemoved, ...props }: Omit<Props, 'why'> & { onGone: () => void }) => {
  const [opener] = useState(() => document.activeElement);
  const [isOpen, setOpen] = useState(true);
  const [show, setShow] = useState<(() => void) | null>(null);
  const onClosed = (): void => {
    focusBack(opener);
    onGone();
    if (show === null) return;
    show();
    requestAnimationFrame(onRemoved);
  };
  return (
    <OverPage open={isOpen} onClose={() => setOpen(false)}>
      <RemovalForm
        {...props}
        onClose={() => setOpen(false)}
        onRemoved={(shown) => {
          setShow(() => shown);
          setOpen(false);
        }}
        onClosed={onClosed}
      />
    </OverPage>
  );
};

/** The way to take something off a step, asked once; or why it stays. */
export const Removal = ({ why, ...props }: Props) => {
  const styles = useStyles();
  const [isAsked, setAsked] = useState(false);
  if (why !== '') return <span className={styles.why}>{why}</span>;
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        icon={<DeleteRegular />}
        aria-label={fileWords.remove(props.what)}
        title={fileWords.remove(props.what)}
        onClick={() => setAsked(true)}
      />
      {isAsked && <Asked {...props} onGone={() => setAsked(false)} />}
    </>
  );
};
