import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { pictureName, storyPageWords } from '#shared/words/stories/page.ts';
import { mayMove, useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { CopyText } from '../publish/CopyText.tsx';
import { PostPreview } from '../publish/PostPreview.tsx';
import { Publications, PublishForm } from '../publish/Publish.tsx';
import { AboutFields } from '../write/AboutFields.tsx';
import { PicturesField } from '../write/PicturesField.tsx';
import { ChangeWarning, SaveBar } from '../write/SaveBar.tsx';
import { SendPanel } from '../write/SendPanel.tsx';
import { type Draft, draftOf, hindrancesOfDraft } from '../write/storyDraft.ts';
import { PostEditor } from '../write/TextEditor.tsx';
import { useDraft } from '../write/useDraft.ts';
import { EndForm } from './EndForm.tsx';
import { Suggestion } from './Suggestion.tsx';

const useStyles = makeStyles({
  pictures: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  picture: { width: '132px', display: 'flex', flexDirection: 'column', gap: '4px' },
  thumb: {
    width: '132px',
    height: '99px',
    objectFit: 'cover',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type EditorProps = {
  readonly start?: Draft | undefined;
  readonly answering?: boolean;
  readonly onClose?: (() => void) | undefined;
};

/** Writing: text beside its preview, pictures, who is asked, save and send. */
const Editor = ({ start, answering = false, onClose }: EditorProps) => {
  const page = usePageStyles();
  const { reply } = useStory();
  const drafting = useDraft(start);
  const { draft, change } = drafting;
  return (
    <>
      {answering && <p className={page.said}>{storyPageWords.answeringSuggestion}</p>}
      <ChangeWarning />
      <PostEditor drafting={drafting} />
      <PicturesField
        pictures={draft.content.pictures}
        hindrances={hindrancesOfDraft(reply, draft)}
        onPictures={drafting.changePictures}
      />
      <AboutFields reply={reply} about={draft.about} onAbout={(about) => change({ about })} />
      <SendPanel drafting={drafting} onSent={onClose} />
      <SaveBar drafting={drafting} onSaved={onClose}>
        {onClose && (
          <Button
            appearance="subtle"
            onClick={() => {
              drafting.undo();
              onClose();
            }}
          >
            {storyPageWords.stopEditing}
          </Button>
        )}
      </SaveBar>
    </>
  );
};

const Downloads = () => {
  const styles = useStyles();
  const page = usePageStyles();
  const { pictures } = useStory().reply.view.now.version;
  if (pictures.length === 0) return null;
  return (
    <ul className={`${page.bare} ${styles.pictures}`}>
      {pictures.map(({ id, alt }, place) => (
        <li key={id} className={styles.picture}>
          <img className={styles.thumb} src={`/pictures/${id}`} alt={alt} />
          <a
            className={page.link}
            href={`/pictures/${id}`}
            download={`billede-${place + 1}${id.slice(id.lastIndexOf('.'))}`}
            aria-label={`${storyPageWords.downloadPicture}: ${pictureName(place)}`}
          >
            <ArrowDownloadRegular aria-hidden="true" /> {storyPageWords.downloadPicture}
          </a>
          <span className={page.quiet}>{alt}</span>
        </li>
      ))}
    </ul>
  );
};

/** Signed off: the exact text to copy, the pictures to fetch, and where it was put. */
const Ready = () => {
  const page = usePageStyles();
  const { now } = useStory().reply.view;
  return (
    <section className={page.section} aria-label={storyPageWords.readyTitle}>
      <h2 className={page.head}>{storyPageWords.readyTitle}</h2>
      <p className={page.said}>{storyPageWords.readyText(now.version.pictures.length)}</p>
      <CopyText text={now.version.text} />
      <Downloads />
      <PublishForm />
    </section>
  );
};

const Preview = () => {
  const page = usePageStyles();
  const { version } = useStory().reply.view.now;
  return (
    <section className={page.section} aria-label={storyPageWords.preview}>
      <h2 className={page.head}>{storyPageWords.preview}</h2>
      <PostPreview {...version} />
    </section>
  );
};

/** The author's side of a micro-story, in whatever state it is. */
export const MicroStory = () => {
  const { reply } = useStory();
  const { now } = reply.view;
  const mayEdit = mayMove(reply, 'saved');
  const [editing, setEditing] = useState<number | null>(null);
  const close = (): void => setEditing(null);
  if (mayEdit && now.state === 'draft') return <DraftStory />;
  if (mayEdit && editing !== null)
    return (
      <>
        <Editor
          start={
            now.suggestion && editing === now.suggestion.seq
              ? { ...draftOf(now), content: { ...draftOf(now).content, text: now.suggestion.text } }
              : undefined
          }
          answering={now.suggestion !== null}
          onClose={close}
        />
        <EndForm type="stopped" />
      </>
    );
  const isReady = now.state === 'approved' || now.state === 'published';
  return (
    <>
      <Suggestion onAnswer={() => setEditing(now.suggestion?.seq ?? 0)} />
      {isReady && mayMove(reply, 'published') && <Ready />}
      <Publications />
      <Preview />
      {mayEdit && now.suggestion === null && (
        <div>
          <Button icon={<EditRegular />} onClick={() => setEditing(0)}>
            {storyPageWords.edit}
          </Button>
        </div>
      )}
      <EndForm type="stopped" />
    </>
  );
};

const DraftStory = () => (
  <>
    <Editor />
    <EndForm type="stopped" />
  </>
);
