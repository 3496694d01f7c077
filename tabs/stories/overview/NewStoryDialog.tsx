import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { PostStory, StoriesReply } from '#shared/contract/stories.ts';
import { newStoryWords, storiesWords } from '#shared/words/stories/overview.ts';
import { DialogForm, OverPage } from '../../shell/FormDialog.tsx';
import { useClosing } from '../../shell/useClosing.ts';
import type { WrittenKind } from './OverviewHead.tsx';
import { useCreate } from './useCreate.ts';

const longestTitle = 120;

type Draft = { readonly projectId: string; readonly title: string };

const storyOf = (kind: WrittenKind, { projectId, title }: Draft): Omit<PostStory, 'key'> => ({
  kind,
  projectId: projectId === '' ? null : projectId,
  ...(title.trim() === '' ? {} : { title: title.trim() }),
});

const problemOf = ({ projectId, title }: Draft): string =>
  title.trim() === '' && projectId === '' ? newStoryWords.headlineMissing : '';

type NewProps = {
  readonly kind: WrittenKind;
  readonly projects: StoriesReply['projects'];
  readonly onClose: () => void;
  readonly onClosed: () => void;
};

type FieldsProps = {
  readonly kind: WrittenKind;
  readonly draft: Draft;
  readonly problem: string;
  readonly projects: StoriesReply['projects'];
  readonly onDraft: (change: Partial<Draft>) => void;
};

const Fields = ({ kind, draft, problem, projects, onDraft }: FieldsProps) => (
  <>
    <Field label={newStoryWords.project} hint={newStoryWords.projectHint[kind]}>
      <Select value={draft.projectId} onChange={(_, data) => onDraft({ projectId: data.value })}>
        <option value="">{newStoryWords.noProject}</option>
        {projects.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
    <Field
      label={newStoryWords.headline}
      hint={newStoryWords.headlineHint}
      {...(problem === '' ? {} : { validationMessage: problem })}
    >
      <Input
        value={draft.title}
        maxLength={longestTitle}
        autoComplete="off"
        onChange={(_, data) => onDraft({ title: data.value })}
      />
    </Field>
  </>
);

const NewForm = ({ kind, projects, onClose, onClosed }: NewProps) => {
  useClosing(onClosed);
  const creating = useCreate();
  const [draft, setDraft] = useState<Draft>({ projectId: '', title: '' });
  const [problem, setProblem] = useState('');
  const busy = creating.busy !== null;

  const onSave = (): void => {
    const found = problemOf(draft);
    setProblem(found);
    if (found === '') void creating.create(storyOf(kind, draft));
  };

  return (
    <DialogForm
      title={newStoryWords.kinds[kind]}
      problem={creating.problem}
      cancel={storiesWords.cancel}
      save={busy ? newStoryWords.beginning : newStoryWords.begin}
      busy={busy}
      onSave={onSave}
      onClose={onClose}
    >
      <Fields
        kind={kind}
        draft={draft}
        problem={problem}
        projects={projects}
        onDraft={(change) => {
          setDraft({ ...draft, ...change });
          setProblem('');
        }}
      />
    </DialogForm>
  );
};

/** Begins a story; what it is to say is written on its own page. */
export const NewStoryDialog = ({ open, ...props }: NewProps & { readonly open: boolean }) => (
  <OverPage open={open} onClose={props.onClose}>
    <NewForm {...props} />
  </OverPage>
);
