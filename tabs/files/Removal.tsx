import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { fileWords } from '#shared/words/files/words.ts';
import type { Saved } from '../project/editing.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';

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
  readonly remove: () => Promise<Saved>;
  /** Where the focus goes when its button is gone with it. */
  readonly onRemoved: () => void;
};

type AskProps = Omit<Props, 'why'> & { readonly onClose: () => void };

const Asking = ({ what, text, remove, onRemoved, onClose }: AskProps) => {
  const styles = useStyles();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const onSave = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    const removed = await remove();
    setBusy(false);
    if (removed.type === 'refused') return setProblem(removed.message);
    onClose();
    // Its line is gone by now, and the question with it: the focus goes where it can be.
    requestAnimationFrame(onRemoved);
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

/** The way to take something off a step, asked once; or why it stays. */
export const Removal = ({ why, ...props }: Props) => {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  if (why !== '') return <span className={styles.why}>{why}</span>;
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        icon={<DeleteRegular />}
        aria-label={fileWords.remove(props.what)}
        title={fileWords.remove(props.what)}
        onClick={() => setOpen(true)}
      />
      {open && (
        <OverPage open onClose={() => setOpen(false)}>
          <Asking {...props} onClose={() => setOpen(false)} />
        </OverPage>
      )}
    </>
  );
};
