import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { isReason } from '#shared/domain/gates.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { storyRefusalText } from '#shared/words/stories/stories.ts';
import { TypedBefore } from '../../typed/TypedBefore.tsx';
import { useIsTyped, useTyped } from '../../typed/useTyped.ts';
import { mayMove, useStory } from '../onStory.tsx';
import { Problems } from '../Problems.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { usePress } from '../usePress.ts';

const words = {
  stopped: { button: storyPageWords.stop, why: storyPageWords.stopWhy },
  closed: { button: storyPageWords.close, why: storyPageWords.closeWhy },
} as const;

/** The author stops a story, or closes an enquiry, with a reason. */
export const EndForm = ({ type }: { readonly type: 'stopped' | 'closed' }) => {
  const page = usePageStyles();
  const { reply, move } = useStory();
  const place = [type, reply.view.now.id];
  const [open, setOpen] = useState(useIsTyped(...place));
  const [comment, setComment, typing] = useTyped(place, '');
  const { busy, problems, say, press } = usePress();
  if (!mayMove(reply, type)) return null;
  if (!open)
    return (
      <div>
        <Button appearance="subtle" onClick={() => setOpen(true)}>
          {words[type].button}
        </Button>
      </div>
    );
  const close = (): void => {
    typing.forget();
    setOpen(false);
  };
  const send = async (): Promise<void> => {
    if (!isReason(comment)) {
      say([storyRefusalText({ type: 'reasonRequired' })]);
      return;
    }
    const moved = await press(() => move({ type, ask: null, comment }));
    if (moved?.type === 'done') close();
  };
  return (
    <section className={page.form} aria-label={words[type].button}>
      <TypedBefore typing={typing} />
      <Field label={words[type].why}>
        <Textarea
          autoFocus
          value={comment}
          maxLength={2_000}
          onChange={(_, data) => setComment(data.value)}
        />
      </Field>
      <Problems problems={problems} />
      <div className={page.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
          {words[type].button}
        </Button>
        <Button onClick={close}>{storyPageWords.cancel}</Button>
      </div>
    </section>
  );
};
