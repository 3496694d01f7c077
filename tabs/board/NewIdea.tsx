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
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { Area } from '#shared/domain/area.ts';
import { boardWords, ideaWords } from '#shared/messages/board.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { go, projectHash } from '../shell/route.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

type Draft = { readonly title: string; readonly purpose: string; readonly leadArea: string };

/** A new idea needs a name and nothing else; what was typed stays when it could not be saved. */
export const NewIdea = ({ areas, onClose }: { areas: readonly Area[]; onClose: () => void }) => {
  const styles = useStyles();
  const api = useApi();
  const [draft, setDraft] = useState<Draft>({ title: '', purpose: '', leadArea: '' });
  const [problem, setProblem] = useState('');
  const [nameMissing, setNameMissing] = useState(false);
  const [saving, setSaving] = useState(false);

  const save = async (): Promise<void> => {
    if (draft.title.trim() === '') {
      setNameMissing(true);
      return;
    }
    setSaving(true);
    const reply = await api.send<ProjectReply>('POST', '/api/projects', {
      title: draft.title,
      purpose: draft.purpose,
      leadArea: draft.leadArea === '' ? null : draft.leadArea,
    });
    setSaving(false);
    if (reply.type === 'failed') setProblem(reply.message);
    else if (reply.type === 'done') {
      onClose();
      go(projectHash(reply.value.project.id));
    }
  };

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={onSubmit}>
          <DialogBody>
            <DialogTitle>{ideaWords.title}</DialogTitle>
            <DialogContent className={styles.fields}>
              <span>{ideaWords.intro}</span>
              {problem !== '' && (
                <MessageBar intent="error">
                  <MessageBarBody>{problem}</MessageBarBody>
                </MessageBar>
              )}
              <Field
                label={ideaWords.name}
                hint={ideaWords.nameHint}
                {...(nameMissing ? { validationMessage: ideaWords.nameMissing } : {})}
              >
                <Input
                  value={draft.title}
                  maxLength={255}
                  onChange={(_, data) => {
                    setNameMissing(false);
                    setDraft({ ...draft, title: data.value });
                  }}
                />
              </Field>
              <Field label={ideaWords.purpose} hint={ideaWords.purposeHint}>
                <Textarea
                  value={draft.purpose}
                  maxLength={255}
                  onChange={(_, data) => setDraft({ ...draft, purpose: data.value })}
                />
              </Field>
              <Field label={ideaWords.area}>
                <Select
                  value={draft.leadArea}
                  onChange={(_, data) => setDraft({ ...draft, leadArea: data.value })}
                >
                  <option value="">{boardWords.across}</option>
                  {areas.map((area) => (
                    <option key={area.id} value={area.id}>
                      {area.name}
                    </option>
                  ))}
                </Select>
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{ideaWords.cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={saving}>
                {ideaWords.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};
