import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import { staleSince } from '#shared/domain/stories/view.ts';
import { descriptionDraft } from '#shared/words/stories/draft.ts';
import { staleText, storyPageWords } from '#shared/words/stories/page.ts';
import { mayMove, useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { CopyText } from '../publish/CopyText.tsx';
import { Publications, PublishForm } from '../publish/Publish.tsx';
import { SaveBar } from '../write/SaveBar.tsx';
import { TextEditor } from '../write/TextEditor.tsx';
import { useDraft } from '../write/useDraft.ts';
import { EndForm } from './EndForm.tsx';

const Stale = () => {
  const page = usePageStyles();
  const { now, project } = useStory().reply.view;
  const stale = staleSince(now, project?.phase ?? null);
  if (stale === null) return null;
  return (
    <div className={page.attention} role="status">
      {staleText(stale, project?.phase ?? null)}
    </div>
  );
};

const Editor = () => {
  const page = usePageStyles();
  const { project, areas } = useStory().reply.view;
  const drafting = useDraft();
  return (
    <>
      <p className={page.quiet}>{storyPageWords.descriptionHint}</p>
      {!drafting.dirty && <CopyText text={drafting.draft.content.text} />}
      <TextEditor drafting={drafting} />
      <SaveBar drafting={drafting}>
        {project && (
          <Button
            icon={<ArrowSyncRegular />}
            onClick={() => drafting.change({ text: descriptionDraft(project, areas) })}
          >
            {storyPageWords.freshDraft}
          </Button>
        )}
      </SaveBar>
      {!drafting.dirty && <PublishForm />}
    </>
  );
};

/** What viborg.dk says of a project: copy-ready, and stale when the project has moved on. */
export const Description = () => {
  const page = usePageStyles();
  const { reply } = useStory();
  return (
    <>
      <Stale />
      {mayMove(reply, 'saved') ? (
        <Editor />
      ) : (
        <div className={page.paper} dir="auto">
          {reply.view.now.version.text}
        </div>
      )}
      <Publications />
      <EndForm type="stopped" />
    </>
  );
};
