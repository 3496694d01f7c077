import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { PostStory, StoriesReply } from '#shared/contract/stories.ts';
import { newStoryWords, storiesWords } from '#shared/messages/storiesPage.ts';
import { useClosing } from '../../money/useClosing.ts';
import { DialogForm, OverPage } from '../../shell/FormDialog.tsx';
import type { NewKind } from './OverviewHead.tsx';
import { useCreate } from './useCreate.ts';

const longestTitle = 120;

type Draft = { readonly projectId: string; readonly title: string; readonly question: string };

const storyOf = (kind: NewKind, { projectId, title, question }: Draft): Omit<PostStory, 'key'> => ({
  kind,
  projectId: projectId === '' ? null : projectId,
  ...(title.trim() === '' ? {} : { title: title.trim() }),
  ...(kind === 'press' ? { text: question.trim() } : {}),
});

const problemOf = (kind: NewKind, { projectId, title }: Draft): string => {
  if (kind === 'press') return title.trim() === '' ? newStoryWords.pressMissing : '';
  return title.trim() === '' && projectId === '' ? newStoryWords.headlineMissing : '';
};

type NewProps = {
  readonly kind: NewKind;
  readonly projects: StoriesReply['projects'];
  readonly onClose: () => void;
  readonly onClosed: () => void;
};

type FieldsProps = {
  readonly kind: NewKind;
  readonly draft: Draft;
  readonly problem: string;
  readonly projects: StoriesReply['projects'];
  readonly onDraft: (change: Partial<Draft>) => void;
};

const Fields = ({ kind, draft, problem, projects, onDraft }: FieldsProps) => {
  const isPress = kind === 'press';
  const headline = (
    <Field
      label={isPress ? newStoryWords.pressHeadline : newStoryWords.headline}
      hint={isPress ? newStoryWords.pressHint : newStoryWords.headlineHint}
      {...(problem === '' ? {} : { validationMessage: problem })}
    >
      <Input
        value={draft.title}
        maxLength={longestTitle}
        autoComplete="off"
        onChange={(_, data) => onDraft({ title: data.value })}
      />
    </Field>
  );
  const project = (
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
  );
  if (!isPress)
    return (
      <>
        {project}
        {headline}
      </>
    );
  return (
    <>
      {headline}
      <Field label={newStoryWords.question}>
        <Textarea
          value={draft.question}
          resize="vertical"
          rows={4}
          maxLength={4_000}
          onChange={(_, data) => onDraft({ question: data.value })}
        />
      </Field>
      {project}
    </>
  );
};

const NewForm = ({ kind, projects, onClose, onClosed }: NewProps) => {
  useClosing(onClosed);
  const creating = useCreate();
  const [draft, setDraft] = useState<Draft>({ projectId: '', title: '', question: '' });
  const [problem, setProblem] = useState('');
  const busy = creating.busy !== null;

  const onSave = (): void => {
    const found = problemOf(kind, draft);
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
