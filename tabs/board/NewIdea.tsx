import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { Area } from '#shared/domain/area.ts';
import { boardWords, ideaWords } from '#shared/words/screens/board.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { OriginField } from '../project/OriginField.tsx';
import { useApi } from '../remote/RemoteContext.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';
import { focusBack } from '../shell/focusBack.ts';
import { useMe } from '../shell/Looking.tsx';
import { go, projectHash } from '../shell/route.ts';
import { useClosing } from '../shell/useClosing.ts';
import { useIsPhone } from '../shell/useMedia.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useTyped } from '../typed/useTyped.ts';
import { AlikeBeside, AlikeFolded } from './AlikeIdeas.tsx';
import { blankIdea, type IdeaDraft, isIdea, leaveDraft } from './ideaDraft.ts';
import { useAlike } from './useAlike.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  besides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
    columnGap: tokens.spacingHorizontalXL,
  },
});

/** What is sent of a draft: where it comes from, left out, the server says. */
const storedOf = ({ title, purpose, leadArea, origin, sourceUrl }: IdeaDraft) => ({
  ...{ title, purpose, leadArea: leadArea === '' ? null : leadArea },
  ...(origin === null ? {} : { origin }),
  ...(sourceUrl.trim() === '' ? {} : { sourceUrl: sourceUrl.trim() }),
});

/** Stores the idea and goes to it; without a name, or when it could not be stored, says so. */
const useSaving = (draft: IdeaDraft, onStored: (hash: string) => void) => {
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
    const reply = await api.send(at('POST /api/projects'), storedOf(draft));
    setSaving(false);
    if (reply.type === 'failed') setProblem(reply.message);
    else if (reply.type === 'done') onStored(projectHash(reply.value.project.id));
  };
  /** It is somebody else's idea already: what was written is kept with it. */
  const follow = async (id: string): Promise<void> => {
    setSaving(true);
    const reply = await api.send(at('POST /api/projects/:id/followers', { id }), {
      title: draft.title,
      purpose: draft.purpose,
    });
    setSaving(false);
    if (reply.type === 'failed') setProblem(reply.message);
    else onStored(projectHash(id));
  };
  return { problem, nameMissing, named: () => setNameMissing(false), saving, save, follow };
};

type FieldsProps = {
  readonly draft: IdeaDraft;
  readonly nameMissing: boolean;
  readonly onChange: (change: Partial<IdeaDraft>) => void;
};

const NameAndPurpose = ({ draft, nameMissing, onChange }: FieldsProps) => (
  <>
    <Field
      label={ideaWords.name}
      hint={ideaWords.nameHint}
      {...(nameMissing ? { validationMessage: ideaWords.nameMissing } : {})}
    >
      <Input
        value={draft.title}
        maxLength={255}
        onChange={(_, { value }) => onChange({ title: value })}
      />
    </Field>
    <Field label={ideaWords.purpose} hint={ideaWords.purposeHint}>
      <Textarea
        value={draft.purpose}
        maxLength={255}
        rows={4}
        onChange={(_, { value }) => onChange({ purpose: value })}
      />
    </Field>
  </>
);

const AreaField = ({
  areas,
  draft,
  onChange,
}: Omit<FieldsProps, 'nameMissing'> & { readonly areas: readonly Area[] }) => (
  <Field label={ideaWords.area}>
    <Select value={draft.leadArea} onChange={(_, { value }) => onChange({ leadArea: value })}>
      <option value="">{boardWords.across}</option>
      {areas.map((area) => (
        <option key={area.id} value={area.id}>
          {area.name}
        </option>
      ))}
    </Select>
  </Field>
);

/** What is typed stays while something alike is looked at, and when the tab is closed. */
const useDraft = () => {
  const [draft, setDraft, typing] = useTyped<IdeaDraft>(['idea'], blankIdea, { holds: isIdea });
  const change = (changed: Partial<IdeaDraft>): void => setDraft({ ...draft, ...changed });
  return { draft, change, typing };
};

type IdeaFormProps = {
  readonly areas: readonly Area[];
  readonly isPhone: boolean;
  /** It is over: stored or given up, and where to go from here. */
  readonly onDone: (hash?: string) => void;
  /** Something alike is to be looked at first. */
  readonly onLeave: (hash: string) => void;
  readonly onClosed: () => void;
};

const IdeaForm = ({ areas, isPhone, onDone, onLeave, onClosed }: IdeaFormProps) => {
  useClosing(onClosed);
  const styles = useStyles();
  // Others' ideas come from themselves; DigiTek writes down what comes from elsewhere too.
  const isTeam = useMe().may.includes('sendRequest');
  const { draft, change, typing } = useDraft();
  const end = (hash?: string): void => {
    typing.forget();
    onDone(hash);
  };
  const alike = useAlike(draft);
  const { problem, nameMissing, named, saving, save, follow } = useSaving(draft, end);
  const onChange = (changed: Partial<IdeaDraft>): void => {
    if (changed.title !== undefined) named();
    change(changed);
  };
  const found = { alike, areas, onLeave, onSame: (id: string) => void follow(id) };
  return (
    <DialogForm
      title={ideaWords.title}
      problem={problem}
      cancel={ideaWords.cancel}
      save={ideaWords.save}
      busy={saving}
      onSave={() => void save()}
      onClose={() => end()}
    >
      <div className={isPhone ? styles.fields : styles.besides}>
        <div className={styles.fields}>
          <span>{ideaWords.intro}</span>
          <TypedBefore typing={typing} />
          <NameAndPurpose {...{ draft, nameMissing, onChange }} />
          {isPhone && <AlikeFolded {...found} />}
          <AreaField {...{ areas, draft, onChange }} />
          {isTeam && (
            <>
              <OriginField origin={draft.origin} onOrigin={(origin) => onChange({ origin })} />
              <Field label={projectWords.sourceUrl} hint={projectWords.sourceHint}>
                <Input
                  type="url"
                  value={draft.sourceUrl}
                  maxLength={2_000}
                  onChange={(_, { value }) => onChange({ sourceUrl: value })}
                />
              </Field>
            </>
          )}
        </div>
        {!isPhone && <AlikeBeside {...found} />}
      </div>
    </DialogForm>
  );
};

/**
 * A new idea needs a name and nothing else; what was typed stays when it could not be saved. It
 * closes before it goes anywhere.
 */
export const NewIdea = ({ areas, onClose }: { areas: readonly Area[]; onClose: () => void }) => {
  const isPhone = useIsPhone();
  const [opener] = useState(() => document.activeElement);
  const [ending, setEnding] = useState<{ readonly hash?: string } | null>(null);
  const onDone = (hash?: string): void => {
    setEnding(hash === undefined ? {} : { hash });
  };
  const onLeave = (hash: string): void => {
    leaveDraft();
    setEnding({ hash });
  };
  const onClosed = (): void => {
    onClose();
    focusBack(opener);
    if (ending?.hash !== undefined) go(ending.hash);
  };
  return (
    <OverPage open={ending === null} isWide={!isPhone} onClose={() => onDone()}>
      <IdeaForm {...{ areas, isPhone, onDone, onLeave, onClosed }} />
    </OverPage>
  );
};
