import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ApprovalLine } from '#shared/contract/approvals.ts';
import { at } from '#shared/contract/at.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { approvalPageWords } from '#shared/words/approvals/page.ts';
import { hourMoment } from '#shared/words/dates.ts';
import { useProject } from '../project/editing.tsx';
import { go } from '../shell/route.ts';

const useStyles = makeStyles({
  state: {
    flexBasis: '100%',
    paddingLeft: '30px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  problem: { color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 },
});

const openState = (line: ApprovalLine, owner: string): string => {
  if (line.hasOpenQuestion) return approvalPageWords.ownerAsks(owner);
  const text = line.overdue ? approvalPageWords.late : approvalPageWords.waits;
  return text(owner, hourMoment(line.dueAt ?? ''));
};

/** How it goes with the owner's approval, in a sentence; '' when nothing has happened yet. */
const stateOf = (line: ApprovalLine, owner: string): string => {
  const { answer } = line;
  if (line.isOpen) return openState(line, owner);
  if (!line.hasPaper) return approvalPageWords.missingPaper;
  if (answer?.kind === 'sentBack')
    return approvalPageWords.sentBack(answer.byName, answer.at, answer.comment);
  if (line.hadYes) return approvalPageWords.changed;
  return line.mayBeAsked ? approvalPageWords.sendHint(hourMoment(line.wouldBeDueAt)) : '';
};

/** The owner's approval on the project's page: who it waits for, and the way on. */
export const OwnersWord = ({ line }: { readonly line: ApprovalLine }) => {
  const styles = useStyles();
  const { act, reply } = useProject();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const hash = hashOf({ type: 'decide', requestId: matterIdOf('approval', line.id) });
  const ask = async (): Promise<void> => {
    setBusy(true);
    const asked = await act(at('POST /api/approvals/:id/moves', { id: line.id }), {
      type: 'asked',
      revision: line.revision,
    });
    setBusy(false);
    setProblem(asked.type === 'refused' ? asked.message : '');
    if (asked.type === 'saved' && line.answers) go(hash);
  };
  const label = line.dueAt === null ? approvalPageWords.askOwner : approvalPageWords.askAgain;
  const state = stateOf(line, reply.project.ownerName);
  return (
    <>
      {state !== '' && <span className={styles.state}>{state}</span>}
      {line.waits !== null && (
        <Button size="small" appearance="primary" onClick={() => go(hash)}>
          {approvalPageWords.see}
        </Button>
      )}
      {line.mayBeAsked && (
        <Button size="small" disabledFocusable={busy} onClick={() => void ask()}>
          {line.answers ? approvalPageWords.see : label}
        </Button>
      )}
      {problem !== '' && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </>
  );
};
