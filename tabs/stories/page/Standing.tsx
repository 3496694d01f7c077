import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isWaiting, type StoryNow } from '#shared/domain/stories/now.ts';
import type { StoryEvent } from '#shared/domain/stories/story.ts';
import {
  answerByText,
  approvalText,
  askedName,
  overdueText,
  storyPageWords,
  waitingText,
} from '#shared/words/stories/page.ts';
import { stateText } from '#shared/words/stories/stories.ts';
import { chefNameFor, mayMove, useStory } from '../onStory.tsx';
import { Problems } from '../Problems.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { usePress } from '../usePress.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  overdue: {
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  state: { fontWeight: tokens.fontWeightSemibold },
});

const AskAgain = () => {
  const page = usePageStyles();
  const { reply, move } = useStory();
  const { busy, problems, press } = usePress();
  const [asked, setAsked] = useState(false);
  const { now } = reply.view;
  if (!reply.view.overdue || !mayMove(reply, 'asked') || asked) return null;
  const ask = async (): Promise<void> => {
    const moved = await press(() =>
      move({ type: 'asked', revision: now.revision, comment: now.ask?.comment ?? '' }),
    );
    setAsked(moved?.type === 'done');
  };
  return (
    <>
      <Problems problems={problems} />
      <div className={page.buttons}>
        <Button disabledFocusable={busy} onClick={() => void ask()}>
          {storyPageWords.askAgain}
        </Button>
      </div>
    </>
  );
};

/** With whom it lies, since when, and until when an answer is expected. */
const Waiting = () => {
  const page = usePageStyles();
  const { reply } = useStory();
  const { now, areas, at, overdue } = reply.view;
  const { ask } = now;
  if (!isWaiting(now) || ask === null) return null;
  const who = askedName(now, areas, chefNameFor(reply, ask.seat));
  return (
    <>
      <span>{waitingText(who, ask.at)}</span>
      <span className={page.strong}>
        {overdue ? overdueText(ask.dueAt, at) : `${answerByText(ask.dueAt, at)}.`}
      </span>
      {overdue && now.kind !== 'press' && <span>{storyPageWords.overdueText}</span>}
    </>
  );
};

/** What was said with the newest answer, or when it ended. */
const saidLast = ({ answer, events }: StoryNow): StoryEvent | null => {
  const last = events.at(-1);
  const ended = last?.kind === 'stopped' || last?.kind === 'closed' ? last : null;
  const said = ended ?? answer;
  return said === null || said.comment === '' ? null : said;
};

/** How the story stands, in words. */
export const Standing = () => {
  const styles = useStyles();
  const page = usePageStyles();
  const { now, areas, overdue } = useStory().reply.view;
  const said = saidLast(now);
  if (!isWaiting(now) && !now.approval && !said)
    return (
      <p className={page.quiet} role="status">
        {stateText(now.kind, now.state)}
      </p>
    );
  return (
    <div className={mergeClasses(styles.box, overdue && styles.overdue)} role="status">
      <span className={styles.state}>{stateText(now.kind, now.state)}</span>
      <Waiting />
      {now.approval && <span>{approvalText(now.approval, areas)}</span>}
      {said && (
        <blockquote className={page.words}>
          {said.byName}: »{said.comment}«
        </blockquote>
      )}
      <AskAgain />
    </div>
  );
};
