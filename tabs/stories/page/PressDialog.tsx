import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import type { BoardReply } from '#shared/contract/api.ts';
import type { StoryReply } from '#shared/contract/stories.ts';
import { type About, emptyAbout } from '#shared/domain/stories/story.ts';
import { pressTextOf, pressTitleOf, storyPageWords } from '#shared/messages/storyPage.ts';
import type { Api } from '../../remote/api.ts';
import { useApi, useLive } from '../../remote/RemoteContext.tsx';
import { useMe } from '../../shell/Looking.tsx';
import { go, storyHash } from '../../shell/route.ts';
import { LederField } from './AboutFields.tsx';
import { Problems } from './Problems.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `0 ${tokens.spacingHorizontalXXS} ${tokens.spacingVerticalXXS}`,
    // As wide as the dialog, however long a project's name is.
    '& select': { minWidth: 0, width: '100%' },
  },
});

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
  const made = await api.send<StoryReply>('POST', '/api/stories', {
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
    await api.send<StoryReply>('POST', `/api/stories/${encodeURIComponent(now.id)}/moves`, {
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
  const { state } = useLive<BoardReply>('/api/board');
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

const PressForm = ({
  projectId,
  onClose,
}: {
  readonly projectId: string | null;
  readonly onClose: () => void;
}) => {
  const styles = useStyles();
  const api = useApi();
  const { may } = useMe();
  const [key] = useState(() => crypto.randomUUID());
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [enquiry, setEnquiry] = useState<Enquiry>({
    ...{ medium: '', contact: '', question: '', projectId },
    leder: { lederId: null, lederName: '' },
  });
  const change = (part: Partial<Enquiry>): void => setEnquiry({ ...enquiry, ...part });
  const { medium, contact, question, leder } = enquiry;
  const label = leder.lederId === null ? storyPageWords.pressLog : storyPageWords.pressSend;

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (running.current) return;
    if (medium.trim() === '' || question.trim() === '') {
      setProblems([storyPageWords.pressNeeds]);
      return;
    }
    running.current = true;
    setBusy(true);
    const stored = await store(api, key, enquiry);
    running.current = false;
    setBusy(false);
    if ('problem' in stored) {
      setProblems([stored.problem]);
      return;
    }
    onClose();
    if (may.includes('seeStories')) go(storyHash(stored.id));
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate>
      <DialogBody>
        <DialogTitle>{storyPageWords.pressTitle}</DialogTitle>
        <DialogContent className={styles.fields}>
          <Problems problems={problems} />
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
          <ProjectField
            projectId={enquiry.projectId}
            onProject={(id) => change({ projectId: id })}
          />
          <LederField
            about={{ ...emptyAbout, ...enquiry.leder }}
            onAbout={({ lederId = null, lederName = '' }) =>
              change({ leder: { lederId, lederName } })
            }
          />
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onClose}>{storyPageWords.cancel}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {busy ? storyPageWords.saving : label}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
};

type PressDialogProps = {
  readonly open: boolean;
  readonly projectId: string | null;
  readonly onClose: () => void;
};

/** Logs a press enquiry; the leder gets the facts of the project on a card. */
export const PressDialog = ({ open, projectId, onClose }: PressDialogProps) => (
  <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
    <DialogSurface>
      <PressForm projectId={projectId} onClose={onClose} />
    </DialogSurface>
  </Dialog>
);
