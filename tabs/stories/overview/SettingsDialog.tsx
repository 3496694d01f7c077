import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { CommunicationReply } from '#shared/contract/stories.ts';
import { standsStill } from '#shared/words/screens/rules.ts';
import { settingsWords, storiesWords } from '#shared/words/stories/overview.ts';
import type { Failed } from '../../remote/api.ts';
import { useApi } from '../../remote/RemoteContext.tsx';
import { DialogForm, OverPage } from '../../shell/FormDialog.tsx';
import { useClosing } from '../../shell/useClosing.ts';
import { rebased } from '../../typed/rebased.ts';
import {
  type CountField,
  readSettings,
  type SettingsDraft,
  settingsDraftOf,
} from './settingsDraft.ts';

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: '10px 14px',
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    '> legend': { padding: '0 0 6px', fontWeight: tokens.fontWeightSemibold },
  },
  input: { minWidth: 0 },
});

type GroupProps = {
  readonly draft: SettingsDraft;
  readonly onDraft: (change: Partial<SettingsDraft>) => void;
};

const Counts = ({
  fields,
  draft,
  onDraft,
}: GroupProps & { readonly fields: readonly CountField[] }) => {
  const styles = useStyles();
  return fields.map((field) => (
    <Field key={field} label={settingsWords[field]}>
      <Input
        className={styles.input}
        type="number"
        min={1}
        max={60}
        value={draft[field]}
        onChange={(_, data) => onDraft({ [field]: data.value })}
      />
    </Field>
  ));
};

const Times = ({ draft, onDraft }: GroupProps) => {
  const styles = useStyles();
  return (['dueTime', 'nudgeTime'] as const).map((field) => (
    <Field key={field} label={settingsWords[field]}>
      <Input
        className={styles.input}
        type="time"
        value={draft[field]}
        onChange={(_, data) => onDraft({ [field]: data.value })}
      />
    </Field>
  ));
};

const lists = [
  ['closingDays', settingsWords.closingHint],
  ['blockedWords', settingsWords.wordsHint],
  ['organisations', settingsWords.organisationsHint],
] as const;

const Lists = ({ draft, onDraft }: GroupProps) =>
  lists.map(([field, hint]) => (
    <Field key={field} label={settingsWords[field]} hint={hint}>
      <Textarea
        value={draft[field]}
        rows={4}
        resize="vertical"
        onChange={(_, data) => onDraft({ [field]: data.value })}
      />
    </Field>
  ));

const currentIn = (failed: Failed): CommunicationReply | null => {
  const { body } = failed;
  const held = typeof body === 'object' && body !== null && 'current' in body ? body.current : null;
  return failed.status === 409 ? (held as CommunicationReply | null) : null;
};

type SettingsProps = {
  readonly settings: CommunicationReply;
  readonly onSaved: () => void;
  readonly onClose: () => void;
  readonly onClosed: () => void;
};

const SettingsForm = ({ settings, onSaved, onClose, onClosed }: SettingsProps) => {
  useClosing(onClosed);
  const styles = useStyles();
  const api = useApi();
  const [draft, setDraft] = useState(() => settingsDraftOf(settings));
  const [seen, setSeen] = useState(settings);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const onFailed = (failed: Failed): void => {
    const current = currentIn(failed);
    setProblem(current ? `${failed.message} ${standsStill}` : failed.message);
    if (!current) return;
    // What others have changed is put in; saving again is a choice made on what is there now.
    const [before, now] = [settingsDraftOf(seen), settingsDraftOf(current)];
    setDraft((written) => rebased(before, written, now));
    setSeen(current);
  };

  const save = async (): Promise<void> => {
    const read = readSettings(draft, seen.revision);
    if (!read.ok) return setProblem(read.problem);
    setBusy(true);
    setProblem('');
    const sent = await api.send(at('PATCH /api/settings/communication'), read.body);
    setBusy(false);
    if (sent.type === 'failed') onFailed(sent);
    else onSaved();
  };

  const props = {
    draft,
    onDraft: (change: Partial<SettingsDraft>) => setDraft({ ...draft, ...change }),
  };
  return (
    <DialogForm
      title={settingsWords.title}
      problem={problem}
      cancel={storiesWords.cancel}
      save={busy ? settingsWords.saving : settingsWords.save}
      busy={busy}
      onSave={() => void save()}
      onClose={onClose}
    >
      <fieldset className={styles.group}>
        <legend>{settingsWords.goals}</legend>
        <Counts fields={['storiesAMonth', 'articlesAQuarter']} {...props} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{settingsWords.due}</legend>
        <Counts fields={['storyDays', 'articleDays', 'pressDays']} {...props} />
        <Times {...props} />
      </fieldset>
      <Lists {...props} />
    </DialogForm>
  );
};

/** What the consultants set for stories, in plain fields and one line each. */
export const SettingsDialog = ({ open, ...props }: SettingsProps & { readonly open: boolean }) => (
  <OverPage open={open} onClose={props.onClose}>
    <SettingsForm {...props} />
  </OverPage>
);
