import { Button, makeStyles } from '@fluentui/react-components';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { measureOf } from '#shared/domain/stories/linkedIn.ts';
import { remarksOn } from '#shared/domain/stories/plainLanguage.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { useMedia } from '../../shell/useMedia.ts';
import { useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { PostPreview } from '../publish/PostPreview.tsx';
import { Hindrances, type OnShow, Remarks } from './Advice.tsx';
import { Meter } from './Meter.tsx';
import { hindrancesOfDraft } from './storyDraft.ts';
import type { Drafting } from './useDraft.ts';
import { WritingField } from './WritingField.tsx';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.15fr) minmax(0, 1fr)',
    gap: '20px 32px',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

const labels = {
  microStory: storyPageWords.text,
  description: storyPageWords.descriptionReady,
  press: storyPageWords.enquiry,
} as const;

const useLabel = (): string => {
  const { kind, state } = useStory().reply.view.now;
  if (kind !== 'article') return labels[kind];
  return ['draft', 'topicLeder', 'topicChef'].includes(state)
    ? storyPageWords.topic
    : storyPageWords.material;
};

/** The text with its meter, what is in the way and what could be said more plainly. */
export const TextEditor = ({ drafting }: { readonly drafting: Drafting }) => {
  const page = usePageStyles();
  const { reply } = useStory();
  const { kind } = reply.view.now;
  const { draft } = drafting;
  const { text } = draft.content;
  // What is said about the text may come a moment later than the letters.
  const judged = useDeferredValue(draft);
  const field = useRef<HTMLTextAreaElement>(null);
  const meterId = useId();
  const label = useLabel();
  const isPost = kind === 'microStory';
  const measure = useMemo(() => measureOf(text), [text]);
  const hindrances = useMemo(() => hindrancesOfDraft(reply, judged), [reply, judged]);
  const remarks = useMemo(
    () => (kind === 'press' ? [] : remarksOn(judged.content.text, isPost ? 'linkedIn' : 'page')),
    [judged.content.text, kind, isPost],
  );
  const isFresh = judged.content.text === text;
  const onShow: OnShow = ({ at, length }) => {
    field.current?.focus();
    field.current?.setSelectionRange(at, at + length);
  };
  return (
    <div className={page.section}>
      <WritingField
        label={label}
        value={text}
        fieldRef={field}
        describedBy={isPost ? meterId : undefined}
        hindrances={isFresh ? hindrances : []}
        remarks={isFresh ? remarks : []}
        fold={isPost ? measure.fold : null}
        onText={(changed) => drafting.change({ text: changed })}
      />
      {isPost && <Meter measure={measure} id={meterId} />}
      <Hindrances hindrances={hindrances} title={storyPageWords.inTheWay} onShow={onShow} />
      {kind !== 'press' && <Remarks remarks={remarks} onShow={onShow} />}
    </div>
  );
};

type Side = 'text' | 'preview';
const sides: readonly (readonly [Side, string])[] = [
  ['text', storyPageWords.text],
  ['preview', storyPageWords.preview],
];

/** Writing and preview beside each other; on a phone one at a time. */
export const PostEditor = ({ drafting }: { readonly drafting: Drafting }) => {
  const styles = useStyles();
  const page = usePageStyles();
  const narrow = useMedia('(max-width: 860px)');
  const [shown, setShown] = useState<Side>('text');
  const preview = (
    <section className={page.section} aria-label={storyPageWords.preview}>
      {!narrow && <h2 className={page.head}>{storyPageWords.preview}</h2>}
      <PostPreview {...drafting.draft.content} />
    </section>
  );
  if (narrow)
    return (
      <div className={page.section}>
        <div className={page.buttons}>
          {sides.map(([side, name]) => (
            <Button
              key={side}
              appearance={shown === side ? 'primary' : 'secondary'}
              aria-pressed={shown === side}
              onClick={() => setShown(side)}
            >
              {name}
            </Button>
          ))}
        </div>
        {shown === 'text' ? <TextEditor drafting={drafting} /> : preview}
      </div>
    );
  return (
    <div className={styles.both}>
      <TextEditor drafting={drafting} />
      {preview}
    </div>
  );
};
