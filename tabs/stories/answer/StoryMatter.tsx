import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { isWaiting, type StoryNow, type Version } from '#shared/domain/stories/now.ts';
import type { StoryEvent } from '#shared/domain/stories/story.ts';
import { questionOf, whyYouText } from '#shared/words/stories/answers.ts';
import {
  answerByText,
  overdueText,
  pictureName,
  storyPageWords,
} from '#shared/words/stories/page.ts';
import { storyKindNames } from '#shared/words/stories/stories.ts';
import { sameValue } from '../../remote/keepSame.ts';
import { useAnswerStyles } from '../../shell/answerStyles.ts';
import { projectHash } from '../../shell/route.ts';
import { ChangedText } from '../Compared.tsx';
import { FactSheet } from '../kinds/Press.tsx';
import { useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { PostPreview } from '../publish/PostPreview.tsx';
import { MaterialList } from '../write/Materials.tsx';

const useStyles = makeStyles({
  facts: { display: 'flex', flexDirection: 'column', gap: '2px' },
});

/** What the answer rests on beside the words: who is seen, and where the consent lies. */
const PictureFacts = ({ now }: { readonly now: StoryNow }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <div className={styles.facts}>
      {now.version.pictures.map(({ id, alt, people, consent }, place) => (
        <p key={id} className={page.quiet}>
          {pictureName(place)}: {alt}
          {people && ` ${storyPageWords.consentInPlace}: ${consent}`}
        </p>
      ))}
    </div>
  );
};

const OnlyChange = ({ base, version }: { readonly base: Version; readonly version: Version }) => {
  const page = usePageStyles();
  return (
    <>
      <ChangedText before={base.text} after={version.text} />
      {!sameValue(base.pictures, version.pictures) && (
        <p className={page.said}>{storyPageWords.picturesChanged}</p>
      )}
      {!sameValue(base.files, version.files) && (
        <p className={page.said}>{storyPageWords.filesChanged}</p>
      )}
    </>
  );
};

const Whole = ({ now }: { readonly now: StoryNow }) => {
  const page = usePageStyles();
  const { version, kind } = now;
  if (kind === 'microStory')
    return (
      <>
        <PostPreview {...version} whole />
        <PictureFacts now={now} />
      </>
    );
  return (
    <>
      <div className={page.paper} dir="auto">
        {version.text}
      </div>
      {version.files.length > 0 && <MaterialList files={version.files} />}
      {version.pictures.length > 0 && <PostPreview text="" pictures={version.pictures} />}
      <PictureFacts now={now} />
    </>
  );
};

/** The chef's own words, when they are what the author has answered. */
const suggestionBefore = ({ kind, ask, events }: StoryNow): StoryEvent | null => {
  if (kind !== 'microStory' || ask === null) return null;
  const answers = ['approved', 'suggested', 'accepted'];
  const last = events.filter(({ seq, kind: one }) => seq < ask.seq && answers.includes(one)).at(-1);
  return last?.kind === 'suggested' ? last : null;
};

const SinceSuggestion = ({ now }: { readonly now: StoryNow }) => {
  const page = usePageStyles();
  const suggestion = suggestionBefore(now);
  if (suggestion === null || suggestion.text === now.version.text) return null;
  return (
    <section className={page.section} aria-label={storyPageWords.sinceSuggestion}>
      <h2 className={page.head}>{storyPageWords.sinceSuggestion}</h2>
      <ChangedText before={suggestion.text} after={now.version.text} />
    </section>
  );
};

/** The kind of story, and the project it is about. */
const Kicker = () => {
  const { now, project } = useStory().reply.view;
  const page = usePageStyles();
  return (
    <span className={useAnswerStyles().kicker}>
      {storyKindNames[now.kind]}
      {project && (
        <>
          {' · '}
          <a className={page.link} href={projectHash(project.id)}>
            {project.title}
          </a>
        </>
      )}
    </span>
  );
};

/** When an answer is due, or was. */
const Due = () => {
  const { now, at, overdue } = useStory().reply.view;
  const page = usePageStyles();
  if (!isWaiting(now) || !now.ask) return null;
  const text = overdue ? overdueText : answerByText;
  return <p className={`${page.said} ${page.strong}`}>{text(now.ask.dueAt, at)}</p>;
};

/** Only what is different from what was said OK to, or the whole text on demand. */
const ChangeOrWhole = ({ base, now }: { readonly base: Version; readonly now: StoryNow }) => {
  const [whole, setWhole] = useState(false);
  return (
    <>
      {whole ? <Whole now={now} /> : <OnlyChange base={base} version={now.version} />}
      <div>
        <Button appearance="subtle" onClick={() => setWhole(!whole)}>
          {whole ? storyPageWords.onlyChange : storyPageWords.wholeText}
        </Button>
      </div>
    </>
  );
};

const WhyYou = () => {
  const { reader, view } = useStory().reply;
  return (
    <p className={usePageStyles().quiet}>
      {whyYouText(reader, view.areas)}
      {view.now.kind === 'microStory' && ` ${storyPageWords.nobodyPublishes}`}
    </p>
  );
};

/** What whoever is asked reads: the question, until when, and the exact text. */
export const StoryMatter = () => {
  const styles = useAnswerStyles();
  const page = usePageStyles();
  const { reply } = useStory();
  const { now, project } = reply.view;
  const base = now.ask?.base ?? null;
  const words = now.ask?.comment ?? '';
  return (
    <div className={styles.box}>
      <Kicker />
      <h1 className={styles.question}>{questionOf(now)}</h1>
      {project?.title !== now.about.title && <p className={page.said}>{now.about.title}</p>}
      <Due />
      {words !== '' && <blockquote className={page.words}>»{words}«</blockquote>}
      {base === null && <SinceSuggestion now={now} />}
      {base ? <ChangeOrWhole base={base} now={now} /> : <Whole now={now} />}
      {now.kind === 'press' && <FactSheet />}
      {reply.reader.answers && <WhyYou />}
    </div>
  );
};
