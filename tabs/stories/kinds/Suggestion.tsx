import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { TrackedText } from '../Compared.tsx';
import { Doubts, useDoubts } from '../Doubts.tsx';
import { useStory } from '../onStory.tsx';
import { Problems } from '../Problems.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { usePress } from '../usePress.ts';
import { draftOf, hindrancesOfDraft } from '../write/storyDraft.ts';

/** The chef's own words as a tracked change: used as they are, or answered. */
export const Suggestion = ({ onAnswer }: { readonly onAnswer: () => void }) => {
  const page = usePageStyles();
  const { reply, move } = useStory();
  const { busy, problems, press } = usePress();
  const [whole, setWhole] = useState(false);
  const { now } = reply.view;
  const draft = draftOf(now);
  const content = { ...draft.content, text: now.suggestion?.text ?? '' };
  const doubts = useDoubts(hindrancesOfDraft(reply, { ...draft, content }));
  if (now.suggestion === null) return null;
  const { suggestion, version, revision } = now;
  return (
    <section className={page.section} aria-label={storyPageWords.suggestionTitle}>
      <h2 className={page.head}>
        {suggestion.byName}: {storyPageWords.suggestionTitle}
      </h2>
      {whole ? (
        <div className={page.paper} dir="auto">
          {suggestion.text}
        </div>
      ) : (
        <TrackedText before={version.text} after={suggestion.text} />
      )}
      {reply.moves.includes('accepted') && (
        <>
          <p className={page.quiet}>{storyPageWords.suggestionHint}</p>
          <Doubts {...doubts} />
          <Problems problems={problems} />
          <div className={page.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void press(() => move({ type: 'accepted', revision, ...doubts.said }))}
            >
              {storyPageWords.useSuggestion}
            </Button>
            <Button onClick={onAnswer}>{storyPageWords.answerSuggestion}</Button>
            <Button appearance="subtle" onClick={() => setWhole(!whole)}>
              {whole ? storyPageWords.onlyChange : storyPageWords.wholeText}
            </Button>
          </div>
        </>
      )}
    </section>
  );
};
