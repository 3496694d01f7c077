import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { isStuckLimit } from '#shared/domain/settings.ts';
import { type StuckLimits, type StuckWhy, stuckWhys } from '#shared/domain/stuck.ts';
import { stuckWords } from '#shared/words/screens/stuck.ts';
import type { Failed } from '../remote/api.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';
import { rebased } from '../typed/rebased.ts';

type Draft = Readonly<Record<StuckWhy, string>>;

const draftOf = ({ gate, question, somebody, phase }: StuckLimits): Draft => ({
  gate: String(gate),
  question: String(question),
  somebody: String(somebody),
  phase: String(phase),
});

const limitsOf = ({ gate, question, somebody, phase }: Draft): StuckLimits => ({
  gate: Number(gate),
  question: Number(question),
  somebody: Number(somebody),
  phase: Number(phase),
});

const currentIn = ({ status, body }: Failed): StuckLimits | null =>
  status === 409 && typeof body === 'object' && body !== null && 'current' in body
    ? (body.current as StuckLimits)
    : null;

/** After how long a project sits: four numbers of days, for the consultant to set. */
export const StuckDialog = ({
  limits,
  onClose,
}: {
  readonly limits: StuckLimits;
  readonly onClose: () => void;
}) => {
  const api = useApi();
  const [seen, setSeen] = useState(limits);
  const [draft, setDraft] = useState(() => draftOf(limits));
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    const wanted = limitsOf(draft);
    if (!stuckWhys.every((why) => isStuckLimit(wanted[why]))) return setProblem(stuckWords.notADay);
    setBusy(true);
    const sent = await api.send(at('PATCH /api/settings/stuck'), {
      seen,
      limits: wanted,
    });
    setBusy(false);
    if (sent.type !== 'failed') return onClose();
    const current = currentIn(sent);
    if (current) {
      // What others have changed is put in; saving again is a choice made on what is there now.
      setDraft((written) => rebased(draftOf(seen), written, draftOf(current)));
      setSeen(current);
    }
    setProblem(current ? `${sent.message} ${stuckWords.rule(current)}` : sent.message);
  };
  return (
    <OverPage open onClose={onClose}>
      <DialogForm
        title={stuckWords.title}
        problem={problem}
        cancel={stuckWords.cancel}
        save={stuckWords.save}
        busy={busy}
        onSave={() => void save()}
        onClose={onClose}
      >
        <span>{stuckWords.intro}</span>
        {stuckWhys.map((why) => (
          <Field key={why} label={stuckWords.labels[why]}>
            <Input
              type="number"
              min={1}
              max={366}
              value={draft[why]}
              onChange={(_, data) => setDraft({ ...draft, [why]: data.value })}
            />
          </Field>
        ))}
      </DialogForm>
    </OverPage>
  );
};
