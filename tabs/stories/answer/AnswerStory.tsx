import { Button, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { PostMove, StoryReply } from '#shared/contract/stories.ts';
import { isReason } from '#shared/domain/gates.ts';
import { measureOf } from '#shared/domain/stories/linkedIn.ts';
import { answerWords, type StoryAnswer } from '#shared/words/stories/answers.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { useAnswerStyles } from '../../shell/answerStyles.ts';
import { TypedBefore } from '../../typed/TypedBefore.tsx';
import { type Place, useIsTyped, useTyped } from '../../typed/useTyped.ts';
import { type Moved, useStory } from '../onStory.tsx';
import { Problems } from '../Problems.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { usePress } from '../usePress.ts';
import { Hindrances } from '../write/Advice.tsx';
import { Meter } from '../write/Meter.tsx';
import { draftOf, hindrancesOfDraft } from '../write/storyDraft.ts';
import { WritingField } from '../write/WritingField.tsx';
import { answersFor } from './answersFor.ts';

type Given = { readonly answer: StoryAnswer; readonly ask: number; readonly words: string };

const moveOf = ({ answer, ask, words }: Given): PostMove =>
  answer === 'suggested'
    ? { type: answer, ask, text: words }
    : { type: answer, ask, comment: words };

const suggestPlace = ({ view: { now } }: StoryReply): Place => [
  ...['suggest', now.id, String(now.ask?.seq ?? 0)],
];

/** The text as the chef would like it; what would stop it is said while they write. */
const SuggestForm = ({
  busy,
  onSend,
  onBack,
}: {
  readonly busy: boolean;
  readonly onSend: (text: string, forget: () => void) => void;
  readonly onBack: () => void;
}) => {
  const page = usePageStyles();
  const { reply } = useStory();
  const draft = draftOf(reply.view.now);
  const [text, setText, typing] = useTyped(suggestPlace(reply), draft.content.text);
  const meterId = useId();
  const changed = { ...draft, content: { ...draft.content, text } };
  // A doubtful number is the author's to judge.
  const hindrances = hindrancesOfDraft(reply, changed).filter(({ type }) => type !== 'doubtful');
  const measure = measureOf(text);
  return (
    <>
      <TypedBefore typing={typing} />
      <WritingField
        label={storyPageWords.suggestedText}
        value={text}
        describedBy={meterId}
        hindrances={hindrances}
        fold={measure.fold}
        low
        onText={setText}
      />
      <Meter measure={measure} id={meterId} />
      <Hindrances hindrances={hindrances} title={storyPageWords.inTheWayHere} />
      <div className={page.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy || hindrances.length > 0}
          onClick={() => onSend(text, typing.forget)}
        >
          {storyPageWords.sendSuggestion}
        </Button>
        <Button
          onClick={() => {
            typing.forget();
            onBack();
          }}
        >
          {storyPageWords.cancel}
        </Button>
      </div>
    </>
  );
};

type ButtonsProps = {
  readonly answers: readonly StoryAnswer[];
  readonly busy: boolean;
  readonly onPress: (answer: StoryAnswer) => void;
};

const Buttons = ({ answers, busy, onPress }: ButtonsProps) => {
  const styles = useAnswerStyles();
  const { now } = useStory().reply.view;
  return (
    <div className={styles.buttons}>
      {answers.map((answer, place) => {
        const words = answerWords(now.kind, answer, now.ask?.base != null);
        return (
          <Button
            key={answer}
            className={styles.button}
            size="large"
            appearance={place === 0 ? 'primary' : 'secondary'}
            disabledFocusable={busy}
            onClick={() => onPress(answer)}
          >
            <span>
              <span className={styles.label}>{words.label}</span>
              <span className={styles.after}>{words.after}</span>
            </span>
          </Button>
        );
      })}
    </div>
  );
};

/** The answer that lacks words, and the words. */
type Typed = { readonly comment: string; readonly lacking: StoryAnswer | null };

/** The field waits until an answer needs it; what was typed stays until it is stored. */
const useAnswering = (onAnswered: (moved: Moved) => void) => {
  const { reply, move } = useStory();
  const { busy, problems, say, press } = usePress();
  const { now } = reply.view;
  const start: Typed = { comment: '', lacking: null };
  const [typed, setTyped, typing] = useTyped(['story', now.id, String(now.ask?.seq ?? 0)], start, {
    // An answer that was pressed and given no words waits for nobody.
    holds: ({ comment: words, lacking: one }) =>
      words.trim() !== '' && (one === null || answersFor(now).includes(one)),
  });
  const { comment, lacking } = typed;
  const setComment = (words: string): void => setTyped({ ...typed, comment: words });
  const setLacking = (one: StoryAnswer | null): void => setTyped({ ...typed, lacking: one });
  const [suggesting, setSuggesting] = useState(useIsTyped(...suggestPlace(reply)));

  const send = async (answer: StoryAnswer, words: string, forget: () => void): Promise<void> => {
    const moved = await press(() => move(moveOf({ answer, ask: now.ask?.seq ?? 0, words })));
    if (!moved || moved.type === 'refused') return;
    forget();
    onAnswered(moved);
  };
  const onPress = (answer: StoryAnswer): void => {
    const { asked, label } = answerWords(now.kind, answer, false);
    if (answer === 'suggested' && now.kind === 'microStory') setSuggesting(true);
    else if (asked !== '' && !isReason(comment)) {
      setLacking(answer);
      say(lacking === answer ? [storyPageWords.needWords(label)] : []);
    } else void send(answer, comment, typing.forget);
  };
  const back = (): void => {
    setLacking(null);
    setSuggesting(false);
    say([]);
  };
  return { busy, problems, comment, setComment, typing, lacking, suggesting, onPress, send, back };
};

type AnswerProps = { readonly onAnswered: (moved: Moved) => void };

/** The answers of whoever is asked; the same rule as on the card. */
export const AnswerStory = ({ onAnswered }: AnswerProps) => {
  const styles = useAnswerStyles();
  const page = usePageStyles();
  const { now } = useStory().reply.view;
  const answering = useAnswering(onAnswered);
  const { busy, comment, lacking } = answering;
  const answers = answersFor(now);
  const fieldId = useId();
  if (answering.suggesting)
    return (
      <section className={page.section} aria-label={storyPageWords.yourWords}>
        <Problems problems={answering.problems} />
        <SuggestForm
          busy={busy}
          onSend={(text, forget) => void answering.send('suggested', text, forget)}
          onBack={answering.back}
        />
      </section>
    );
  const asked = lacking === null ? '' : answerWords(now.kind, lacking, false).asked;
  return (
    <section className={page.section} aria-label={storyPageWords.yourWords}>
      {lacking !== null && (
        <div className={page.attention}>
          <TypedBefore typing={answering.typing} />
          <label htmlFor={fieldId}>{asked}</label>
          <Textarea
            autoFocus
            id={fieldId}
            className={styles.field}
            value={comment}
            maxLength={2_000}
            rows={3}
            onChange={(_, data) => answering.setComment(data.value)}
          />
        </div>
      )}
      <Problems problems={answering.problems} />
      <Buttons
        answers={lacking === null ? answers : [lacking]}
        busy={busy}
        onPress={answering.onPress}
      />
      {lacking !== null && (
        <div>
          <Button onClick={answering.back}>{storyPageWords.allAnswers}</Button>
        </div>
      )}
    </section>
  );
};

export const mayAnswer = ({ reader, view }: StoryReply): boolean =>
  reader.answers && answersFor(view.now).length > 0;
