import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { Area } from '#shared/domain/area.ts';
import { boardWords, ideaWords } from '#shared/words/screens/board.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';
import { go, projectHash } from '../shell/route.ts';

type Draft = { readonly title: string; readonly purpose: string; readonly leadArea: string };

/** Stores the idea and goes to it; without a name, or when it could not be stored, says so. */
const useSaving = (draft: Draft, onClose: () => void) => {
  const api = useApi();
  const [problem, setProblem] = useState('');
  const [nameMissing, setNameMissing] = useState(false);
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    if (draft.title.trim() === '') {
      setNameMissing(true);
      return;
    }
    setSaving(true);
    const reply = await api.send(at('POST /api/projects'), {
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
  return { problem, nameMissing, named: () => setNameMissing(false), saving, save };
};

/** A new idea needs a name and nothing else; what was typed stays when it could not be saved. */
export const NewIdea = ({ areas, onClose }: { areas: readonly Area[]; onClose: () => void }) => {
  const [draft, setDraft] = useState<Draft>({ title: '', purpose: '', leadArea: '' });
  const { problem, nameMissing, named, saving, save } = useSaving(draft, onClose);
  return (
    <OverPage open onClose={onClose}>
      <DialogForm
        title={ideaWords.title}
        problem={problem}
        cancel={ideaWords.cancel}
        save={ideaWords.save}
        busy={saving}
        onSave={() => void save()}
        onClose={onClose}
      >
        <span>{ideaWords.intro}</span>
        <Field
          label={ideaWords.name}
          hint={ideaWords.nameHint}
          {...(nameMissing ? { validationMessage: ideaWords.nameMissing } : {})}
        >
          <Input
            value={draft.title}
            maxLength={255}
            onChange={(_, data) => {
              named();
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
      </DialogForm>
    </OverPage>
  );
};
