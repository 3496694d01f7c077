import { Button } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { mayMove, useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { CopyText } from '../publish/CopyText.tsx';
import { Publications, PublishForm } from '../publish/Publish.tsx';
import { AboutFields } from '../write/AboutFields.tsx';
import { FilesField, MaterialList } from '../write/Materials.tsx';
import { PicturesField } from '../write/PicturesField.tsx';
import { ChangeWarning, SaveBar } from '../write/SaveBar.tsx';
import { SendPanel } from '../write/SendPanel.tsx';
import { hindrancesOfDraft } from '../write/storyDraft.ts';
import { TextEditor } from '../write/TextEditor.tsx';
import { useDraft } from '../write/useDraft.ts';
import { EndForm } from './EndForm.tsx';
import { Stages } from './Stages.tsx';

const Editor = ({ onClose }: { readonly onClose?: () => void }) => {
  const { reply } = useStory();
  const { state } = reply.view.now;
  const drafting = useDraft();
  const { draft, change } = drafting;
  const isMaterial = !['draft', 'topicLeder', 'topicChef'].includes(state);
  return (
    <>
      <ChangeWarning />
      <TextEditor drafting={drafting} />
      {(isMaterial || draft.content.files.length > 0) && (
        <FilesField files={draft.content.files} onFiles={(files) => change({ files })} />
      )}
      {isMaterial && (
        <PicturesField
          pictures={draft.content.pictures}
          hindrances={hindrancesOfDraft(reply, draft)}
          onPictures={drafting.changePictures}
        />
      )}
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

const Read = () => {
  const page = usePageStyles();
  const { now } = useStory().reply.view;
  const { text, files } = now.version;
  return (
    <section className={page.section} aria-label={storyPageWords.text}>
      <div className={page.paper} dir="auto">
        {text}
      </div>
      {files.length > 0 && <MaterialList files={files} />}
    </section>
  );
};

/** An article or report: the topic first, then the material, each past leder and chef. */
export const Article = () => {
  const page = usePageStyles();
  const { reply } = useStory();
  const { now } = reply.view;
  const [editing, setEditing] = useState(false);
  const mayEdit = mayMove(reply, 'saved');
  const isOpen = mayEdit && (now.state === 'draft' || now.state === 'writing');
  const isReady = mayMove(reply, 'published');
  return (
    <>
      <Stages />
      {isOpen && <Editor key={now.state} />}
      {!isOpen && mayEdit && editing && <Editor onClose={() => setEditing(false)} />}
      {!isOpen && !editing && <Read />}
      {isReady && !editing && (
        <section className={page.section} aria-label={storyPageWords.sentOut}>
          <CopyText text={now.version.text} />
          <PublishForm />
        </section>
      )}
      <Publications />
      {!isOpen && mayEdit && !editing && (
        <div>
          <Button icon={<EditRegular />} onClick={() => setEditing(true)}>
            {storyPageWords.edit}
          </Button>
        </div>
      )}
      <EndForm type="stopped" />
    </>
  );
};
