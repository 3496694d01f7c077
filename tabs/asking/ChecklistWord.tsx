import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { useProject } from '../project/editing.tsx';
import { go } from '../shell/route.ts';

const useStyles = makeStyles({
  state: {
    flexBasis: '100%',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  indented: { paddingLeft: '30px' },
  problem: { color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 },
});

type Saved = Awaited<ReturnType<ReturnType<typeof useProject>['act']>>;

type Ask = { readonly label: string; readonly send: () => Promise<Saved> };

type Props = {
  /** How it goes, in a sentence; '' when there is nothing to say. */
  readonly state: string;
  /** Where it is answered. */
  readonly hash: string;
  readonly see: string;
  /** Something of it waits for the reader. */
  readonly waits: boolean;
  /** The reader is the one who is asked: whoever looks is asked by it. */
  readonly answers: boolean;
  /** Puts the question; null when the reader may not, or not now. */
  readonly ask: Ask | null;
  /** Others who could be asked, folded behind one word. */
  /** Asking is the one thing to do now. */
  readonly isNext?: boolean;
  readonly others?: { readonly label: string; readonly asks: readonly Ask[] };
};

/** Somebody's word in the checklist of a project: who it waits for, and the way on. */
export const ChecklistWord = (props: Props) => {
  const { state, hash, see, waits, answers, ask, others, isNext = false } = props;
  const styles = useStyles();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const onAsk = async (send: () => Promise<Saved>): Promise<void> => {
    setBusy(true);
    const asked = await send();
    setBusy(false);
    setProblem(asked.type === 'refused' ? asked.message : '');
    if (asked.type === 'saved' && answers) go(hash);
  };
  return (
    <>
      {state !== '' && (
        <span className={mergeClasses(styles.state, !isNext && styles.indented)}>{state}</span>
      )}
      {waits && (
        <Button size="small" appearance="primary" onClick={() => go(hash)}>
          {see}
        </Button>
      )}
      {ask && (
        <Button
          size="small"
          appearance={isNext ? 'primary' : 'secondary'}
          disabledFocusable={busy}
          onClick={() => void onAsk(ask.send)}
        >
          {answers ? see : ask.label}
        </Button>
      )}
      {others && others.asks.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton size="small" disabledFocusable={busy}>
              {others.label}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.asks.map(({ label, send }) => (
                <MenuItem key={label} onClick={() => void onAsk(send)}>
                  {label}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {problem !== '' && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </>
  );
};
