import { Button, Field, Textarea } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import type { StoryReply } from '#shared/contract/stories.ts';
import {
  answerByText,
  lacksText,
  savedFirstText,
  sendLabel,
  storyPageWords,
} from '#shared/words/stories/page.ts';
import { hindranceText } from '#shared/words/stories/stories.ts';
import { seatName } from '#shared/words/words.ts';
import { TypedBefore } from '../../typed/TypedBefore.tsx';
import { useTyped } from '../../typed/useTyped.ts';
import { Doubts, useDoubts } from '../Doubts.tsx';
import { chefNameFor, mayMove, useStory } from '../onStory.tsx';
import { Problems } from '../Problems.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { usePress } from '../usePress.ts';
import { hindrancesOfDraft } from './storyDraft.ts';
import type { Drafting } from './useDraft.ts';

const whoIsAsked = (reply: StoryReply, { draft }: Drafting): string => {
  const { kind } = reply.view.now;
  if (kind !== 'microStory')
    return draft.about.lederName === '' ? 'lederen' : draft.about.lederName;
  const { area } = draft.about;
  if (area === null) return 'chefen';
  return chefNameFor(reply, area) || seatName(reply.view.areas, area);
};

/** Sends what is on the screen: saved first when it is not, and then the question is asked. */
export const SendPanel = ({
  drafting,
  onSent,
}: {
  readonly drafting: Drafting;
  readonly onSent?: (() => void) | undefined;
}) => {
  const page = usePageStyles();
  const { reply, move } = useStory();
  const { now, at } = reply.view;
  const [comment, setComment, typing] = useTyped(['send-story', now.id, now.state], '');
  const { busy, problems, press } = usePress();
  const lacksId = useId();
  const doubts = useDoubts(hindrancesOfDraft(reply, drafting.draft));
  const hindrances = doubts.left;
  const lacks = hindrances.length > 0;
  const who = whoIsAsked(reply, drafting);
  const send = async (): Promise<void> => {
    if (lacks) return;
    const moved = await press(async () => {
      const revision = await drafting.save();
      return revision === null ? null : move({ type: 'asked', revision, comment, ...doubts.said });
    });
    if (moved?.type !== 'done') return;
    typing.forget();
    onSent?.();
  };
  // Saved first, it may be sent from where that leads; a leder who writes along sends nothing.
  const mayAsk = mayMove(reply, 'asked') || (drafting.dirty && now.state !== 'writing');
  if (!mayAsk) return null;
  return (
    <section className={page.section} aria-label={sendLabel(now.state, who)}>
      <TypedBefore typing={typing} />
      <Field label={storyPageWords.comment}>
        <Textarea
          value={comment}
          maxLength={2_000}
          rows={2}
          onChange={(_, data) => setComment(data.value)}
        />
      </Field>
      <Doubts {...doubts} />
      <Problems problems={problems} />
      <div className={page.buttons}>
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={lacks || busy || drafting.busy || drafting.conflict !== null}
          aria-describedby={lacksId}
          onClick={() => void send()}
        >
          {drafting.dirty ? `${savedFirstText} ${who}` : sendLabel(now.state, who)}
        </Button>
        <span id={lacksId} className={page.quiet}>
          {lacks ? lacksText(hindrances.map(hindranceText)) : answerByText(reply.dueAt, at)}
        </span>
      </div>
    </section>
  );
};
