import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { type About, emptyAbout } from '#shared/domain/stories/story.ts';
import { pressTextOf, pressTitleOf, storyPageWords } from '#shared/words/stories/page.ts';
import type { Api } from '../../remote/api.ts';
import { useApi, useLive } from '../../remote/RemoteContext.tsx';
import { DialogForm, OverPage } from '../../shell/FormDialog.tsx';
import { useMe } from '../../shell/Looking.tsx';
import { go, storyHash } from '../../shell/route.ts';
import { useClosing } from '../../shell/useClosing.ts';
import { TypedBefore } from '../../typed/TypedBefore.tsx';
import { useTyped } from '../../typed/useTyped.ts';
import { startStory } from '../startStory.ts';
import { LederField } from '../write/AboutFields.tsx';

type Enquiry = {
  readonly medium: string;
  readonly contact: string;
  readonly question: string;
  readonly projectId: string | null;
  readonly leder: Pick<About, 'lederId' | 'lederName'>;
};

type Stored = { readonly id: string } | { readonly problem: string };

/** Stores the enquiry, and asks the leder at once when there is one. */
const store = async (api: Api, key: string, enquiry: Enquiry): Promise<Stored> => {
  const { medium, contact, question, projectId, leder } = enquiry;
  const made = await startStory(api, {
    ...{ key, projectId },
    kind: 'press',
    title: pressTitleOf(medium.trim()).slice(0, 120),
    text: pressTextOf(medium.trim(), contact.trim(), question.trim()),
    ...(leder.lederId === null ? {} : { lederId: leder.lederId }),
  });
  if (made.type !== 'done')
    return { problem: made.type === 'failed' ? made.message : storyPageWords.notSaved };
  const { now } = made.value.view;
  // Whatever stands in the way of asking is said on the page, where it can be put right.
  if (now.state === 'draft' && now.about.lederId !== null)
    await api.send(at('POST /api/stories/:id/moves', { id: now.id }), {
      type: 'asked',
      revision: now.revision,
      comment: '',
    });
  return { id: now.id };
};

const ProjectField = ({
  projectId,
  onProject,
}: {
  readonly projectId: string | null;
  readonly onProject: (id: string | null) => void;
}) => {
  const { state } = useLive(at('GET /api/board'));
  const projects = state.type === 'ready' ? state.value.projects : [];
  const ordered = [...projects].sort((a, b) => a.title.localeCompare(b.title, 'da'));
  return (
    <Field label={storyPageWords.project}>
      <Select
        value={projectId ?? ''}
        onChange={(_, data) => onProject(data.value === '' ? null : data.value)}
      >
        <option value="">{storyPageWords.noProject}</option>
        {ordered.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
};

type PressProps = {
  readonly projectId: string | null;
  readonly onClose: () => void;
  /** It is gone, after having faded. */
  readonly onClosed?: () => void;
};

/** Stores the enquiry once, under a key of its own, however often it is sent. */
const useLogging = (enquiry: Enquiry, onClose: () => void) => {
  const api = useApi();
  const { may } = useMe();
  const [key] = useState(() => crypto.randomUUID());
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const onSave = async (): Promise<void> => {
    if (running.current) return;
    if (enquiry.medium.trim() === '' || enquiry.question.trim() === '') {
      setProblem(storyPageWords.pressNeeds);
      return;
    }
    running.current = true;
    setBusy(true);
    const stored = await store(api, key, enquiry);
    running.current = false;
    setBusy(false);
    if ('problem' in stored) {
      setProblem(stored.problem);
      return;
    }
    onClose();
    if (may.includes('seeStories')) go(storyHash(stored.id));
  };
  return { busy, problem, onSave };
};

const PressForm = ({ projectId, onClose, onClosed = () => undefined }: PressProps) => {
  useClosing(onClosed);
  const start: Enquiry = {
    ...{ medium: '', contact: '', question: '', projectId },
    leder: { lederId: null, lederName: '' },
  };
  const [enquiry, setEnquiry, typing] = useTyped(['press', projectId ?? ''], start, {
    like: { ...start, projectId: null },
  });
  const close = (): void => {
    typing.forget();
    onClose();
  };
  const change = (part: Partial<Enquiry>): void => setEnquiry({ ...enquiry, ...part });
  const { medium, contact, question, leder } = enquiry;
  const { busy, problem, onSave } = useLogging(enquiry, close);
  const label = leder.lederId === null ? storyPageWords.pressLog : storyPageWords.pressSend;

  return (
    <DialogForm
      title={storyPageWords.pressTitle}
      problem={problem}
      cancel={storyPageWords.cancel}
      save={busy ? storyPageWords.saving : label}
      busy={busy}
      onSave={() => void onSave()}
      onClose={close}
    >
      <TypedBefore typing={typing} />
      <Field label={storyPageWords.medium} required>
        <Input
          value={medium}
          maxLength={90}
          onChange={(_, data) => change({ medium: data.value })}
        />
      </Field>
      <Field label={storyPageWords.contact}>
        <Input
          value={contact}
          maxLength={200}
          onChange={(_, data) => change({ contact: data.value })}
        />
      </Field>
      <Field label={storyPageWords.question} required>
        <Textarea
          value={question}
          maxLength={5_000}
          rows={4}
          onChange={(_, data) => change({ question: data.value })}
        />
      </Field>
      <ProjectField projectId={enquiry.projectId} onProject={(id) => change({ projectId: id })} />
      <LederField
        about={{ ...emptyAbout, ...enquiry.leder }}
        onAbout={({ lederId = null, lederName = '' }) => change({ leder: { lederId, lederName } })}
      />
    </DialogForm>
  );
};

/** Logs a press enquiry; the leder gets the facts of the project on a card. */
export const PressDialog = ({ open, ...props }: PressProps & { readonly open: boolean }) => (
  <OverPage open={open} onClose={props.onClose}>
    <PressForm {...props} />
  </OverPage>
);
