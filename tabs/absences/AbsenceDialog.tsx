import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { AbsenceLine, AbsencesReply } from '#shared/contract/absences.ts';
import { at } from '#shared/contract/at.ts';
import { uncoveredWords } from '#shared/words/absences/uncovered.ts';
import { absenceWords as words } from '#shared/words/absences/words.ts';
import { useApi, useLive } from '../remote/RemoteContext.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: '4px 12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  days: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  gap: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusWarningForeground1,
  },
  standing: {
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  means: { margin: '8px 0' },
  choice: { display: 'flex', gap: '12px', '& > :first-child': { flex: '1 1 auto', minWidth: 0 } },
  save: { alignSelf: 'end' },
  dates: { display: 'flex', flexWrap: 'wrap', gap: '12px', '& > *': { flex: '1 1 130px' } },
});

type LineProps = {
  readonly line: AbsenceLine;
  readonly busy: boolean;
  readonly onEnd: (line: AbsenceLine) => void;
};

const Line = ({ line, busy, onEnd }: LineProps) => {
  const styles = useStyles();
  const { person, deputy, isRunning, gap, mayEnd, replies } = line;
  const when = [
    words.shortDays(line),
    isRunning ? words.page.running : words.page.coming,
    ...(replies ? [words.page.fromReplies] : []),
  ];
  return (
    <li className={styles.line}>
      <span>
        {words.page.line(person.name, deputy.name)}
        <span className={styles.days}>{when.join(' · ')}</span>
        {gap && <span className={styles.gap}>{uncoveredWords.gap(gap)}</span>}
      </span>
      {mayEnd && (
        <Button
          size="small"
          aria-label={words.page.endOf(deputy.name)}
          disabledFocusable={busy}
          onClick={() => onEnd(line)}
        >
          {words.form.end}
        </Button>
      )}
    </li>
  );
};

type Draft = {
  readonly personId: string;
  readonly deputyId: string;
  readonly from: string;
  readonly to: string;
};

type FieldsProps = {
  readonly reply: AbsencesReply;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
};

type ChooseProps = {
  readonly label: string;
  readonly value: string;
  readonly people: AbsencesReply['deputies'];
  readonly none?: string;
  readonly onChoose: (id: string) => void;
};

const Choose = ({ label, value, people, none, onChoose }: ChooseProps) => (
  <Field label={label}>
    <Select value={value} onChange={(_, data) => onChoose(data.value)}>
      <option value="">{none ?? words.page.choose}</option>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  </Field>
);

/** For whom it is, where one may name a deputy for others than oneself. */
const Who = ({ reply, draft, onDraft }: FieldsProps) =>
  reply.mayFor.length > 1 && (
    <Choose
      label={words.form.who}
      value={draft.personId}
      people={reply.mayFor}
      onChoose={(personId) =>
        onDraft({ ...draft, personId, deputyId: standingIn(reply, personId) })
      }
    />
  );

type StandingProps = {
  readonly reply: AbsencesReply;
  readonly personId: string;
  readonly busy: boolean;
  readonly onSave: (deputyId: string) => void;
};

/** Who answers every time somebody is away. */
const Standing = ({ reply, personId, busy, onSave }: StandingProps) => {
  const styles = useStyles();
  const saved = standingIn(reply, personId);
  const [deputyId, setDeputyId] = useState(saved);
  const name = reply.deputies.find(({ id }) => id === saved)?.name ?? '';
  return (
    <details className={styles.standing}>
      <summary>{words.form.standingIs(name)}</summary>
      <p className={styles.means}>{words.form.standingMeans(reply.readsReplies)}</p>
      <div className={styles.choice}>
        <Choose
          label={words.form.standing}
          value={deputyId}
          none={words.form.standingNone}
          people={reply.deputies.filter(({ id }) => id !== personId)}
          onChoose={setDeputyId}
        />
        <Button
          className={styles.save}
          aria-label={words.form.standingSave}
          disabledFocusable={busy || deputyId === saved}
          onClick={() => onSave(deputyId)}
        >
          {words.page.save}
        </Button>
      </div>
    </details>
  );
};

const Fields = ({ reply, draft, onDraft }: FieldsProps) => {
  const styles = useStyles();
  return (
    <>
      <div className={styles.dates}>
        <Field label={words.form.from}>
          <Input
            type="date"
            min={reply.today}
            value={draft.from}
            onChange={(_, { value: from }) =>
              onDraft({ ...draft, from, to: [draft.to, from].sort().at(-1) ?? from })
            }
          />
        </Field>
        <Field label={words.form.to}>
          <Input
            type="date"
            min={draft.from === '' ? reply.today : draft.from}
            value={draft.to}
            onChange={(_, { value: to }) => onDraft({ ...draft, to })}
          />
        </Field>
      </div>
      <Choose
        label={words.form.deputy}
        value={draft.deputyId}
        people={reply.deputies.filter(({ id }) => id !== draft.personId)}
        onChoose={(deputyId) => onDraft({ ...draft, deputyId })}
      />
    </>
  );
};

const standingIn = ({ standing }: AbsencesReply, personId: string): string =>
  standing.find((one) => one.personId === personId)?.deputyId ?? '';

const newKey = (): string => `absence-${crypto.randomUUID()}`;

/** Sends and says what came of it; the key stays until it was stored, so that a press is one absence. */
const useAbsences = (first: AbsencesReply) => {
  const api = useApi();
  const [reply, setReply] = useState(first);
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const settle = (sent: Awaited<ReturnType<typeof post>>, word: string): boolean => {
    setBusy(false);
    if (sent.type === 'failed') {
      setProblem(sent.message);
      return false;
    }
    if (sent.type === 'done') setReply(sent.value);
    setProblem('');
    setSaid(word);
    return true;
  };
  const post = (draft: Draft) => api.send(at('POST /api/absences'), { key, ...draft });
  const set = async (draft: Draft): Promise<boolean> => {
    setBusy(true);
    const name = reply.deputies.find(({ id }) => id === draft.deputyId)?.name ?? '';
    const isSet = settle(await post(draft), words.page.set(name));
    if (isSet) setKey(newKey());
    return isSet;
  };
  const end = async ({ id, person }: AbsenceLine): Promise<void> => {
    setBusy(true);
    const place = at('POST /api/absences/:id/end', { id });
    settle(await api.send(place, { personId: person.id }), words.page.ended);
  };
  const keep = async (personId: string, deputyId: string): Promise<void> => {
    setBusy(true);
    const name = reply.deputies.find(({ id }) => id === deputyId)?.name ?? '';
    const sent = await api.send(at('POST /api/absences/standing'), { personId, deputyId });
    settle(sent, words.page.standingSaved(name));
  };
  return { reply, problem, said, busy, set, end, keep };
};

const todayOf = ({ today }: AbsencesReply) => ({ from: today, to: today });

const Loaded = ({
  first,
  onClose,
}: {
  readonly first: AbsencesReply;
  readonly onClose: () => void;
}) => {
  const styles = useStyles();
  const { reply, problem, said, busy, set, end, keep } = useAbsences(first);
  const [own] = reply.mayFor;
  const personId = own?.id ?? '';
  const blank = { personId, deputyId: standingIn(reply, personId), ...todayOf(reply) };
  const [draft, setDraft] = useState<Draft>(blank);
  const save = async (): Promise<void> => {
    if (await set(draft)) setDraft(blank);
  };
  return (
    <DialogForm
      title={words.page.title}
      problem={problem}
      cancel={words.page.close}
      save={words.form.send}
      busy={busy}
      onSave={() => void save()}
      onClose={onClose}
    >
      {reply.lines.length === 0 ? (
        <span>{words.page.none}</span>
      ) : (
        <ul className={styles.list}>
          {reply.lines.map((line) => (
            <Line
              key={`${line.person.id} ${line.id}`}
              line={line}
              busy={busy}
              onEnd={(one) => void end(one)}
            />
          ))}
        </ul>
      )}
      <span role="status">{said}</span>
      <Who reply={reply} draft={draft} onDraft={setDraft} />
      <span>{words.page.text}</span>
      <Fields reply={reply} draft={draft} onDraft={setDraft} />
      {draft.personId !== '' && (
        <Standing
          key={draft.personId}
          {...{ reply, personId: draft.personId, busy }}
          onSave={(deputyId) => void keep(draft.personId, deputyId)}
        />
      )}
    </DialogForm>
  );
};

/** Why it cannot be shown, with a way out by keyboard. */
const NotHere = ({ why, onClose }: { readonly why: string; readonly onClose: () => void }) => (
  <DialogBody>
    <DialogTitle>{words.page.title}</DialogTitle>
    <DialogContent>
      <span role="status">{why}</span>
    </DialogContent>
    <DialogActions>
      <Button onClick={onClose}>{words.page.close}</Button>
    </DialogActions>
  </DialogBody>
);

/**
 * Who answers while somebody is away: what runs and is to come, and a new one. It opens when that is
 * there: a dialog that opens with nothing to focus can end up hidden from screen readers.
 */
export const AbsenceDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { state } = useLive(at('GET /api/absences'));
  if (state.type === 'loading') return null;
  return state.type === 'ready' ? (
    <OverPage key="here" open onClose={onClose}>
      <Loaded first={state.value} onClose={onClose} />
    </OverPage>
  ) : (
    <OverPage key="notHere" open onClose={onClose}>
      <NotHere why={state.failure.message} onClose={onClose} />
    </OverPage>
  );
};
