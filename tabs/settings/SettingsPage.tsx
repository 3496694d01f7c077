import {
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Select,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { RulesReply } from '#shared/contract/rules.ts';
import {
  type RuleKey,
  type RuleProblems,
  type RuleValues,
  ruleProblemsOf,
  rules,
  usualRules,
} from '#shared/domain/ruleSettings.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import {
  asksNames,
  mailboxesSaid,
  onOffNames,
  ruleGroups,
  ruleHint,
  ruleLabel,
  ruleMeans,
  ruleProblemText,
  rulesWords,
  ruleUnit,
} from '#shared/words/screens/rules.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { useMe } from '../shell/Looking.tsx';
import { lastBoardHash } from '../shell/route.ts';
import { AgendaOrder } from './AgendaOrder.tsx';
import { OtherSettings } from './OtherSettings.tsx';
import { RuleHistory } from './RuleHistory.tsx';
import { listed, type RulesDraft, rulesDraftOf, valuesIn } from './rulesDraft.ts';
import { SaveFoot, SettingsFrame, useSaving, useSettingsStyles } from './SettingsFrame.tsx';

const useStyles = makeStyles({
  form: { maxWidth: '860px' },
  group: { display: 'grid', gap: '16px' },
  rule: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 300px)',
    gap: '4px 24px',
    alignItems: 'start',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  means: { display: 'block', color: tokens.colorNeutralForeground2 },
  input: { width: '100%' },
});

type Editing = {
  readonly draft: RulesDraft;
  readonly onDraft: (draft: RulesDraft) => void;
  readonly problems: RuleProblems;
  readonly unreadable: RulesReply['unreadable'];
  readonly mailboxes: RulesReply['mailboxes'];
  readonly mayChange: boolean;
};

const Control = ({ name, editing }: { readonly name: RuleKey; readonly editing: Editing }) => {
  const styles = useStyles();
  const { draft, onDraft, mayChange } = editing;
  const { kind } = rules[name];
  const write = (value: string): void => onDraft({ ...draft, [name]: value });
  if (kind === 'agenda')
    return (
      <AgendaOrder
        label={ruleLabel(name)}
        order={valuesIn(draft).agendaOrder}
        mayChange={mayChange}
        onOrder={(order) => write(listed(order))}
      />
    );
  if (kind === 'asks' || kind === 'onOff')
    return (
      <Select
        className={styles.input}
        value={draft[name]}
        disabled={!mayChange}
        aria-label={ruleLabel(name)}
        onChange={(_, data) => write(data.value)}
      >
        {Object.entries(kind === 'asks' ? asksNames : onOffNames).map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </Select>
    );
  return (
    <Input
      className={styles.input}
      type={kind === 'time' ? 'time' : 'text'}
      inputMode={kind === 'time' || kind === 'months' ? 'text' : 'numeric'}
      value={draft[name]}
      readOnly={!mayChange}
      aria-label={ruleLabel(name)}
      contentAfter={ruleUnit(name) === '' ? null : <span>{ruleUnit(name)}</span>}
      onChange={(_, data) => write(data.value)}
    />
  );
};

const RuleRow = ({ name, editing }: { readonly name: RuleKey; readonly editing: Editing }) => {
  const styles = useStyles();
  const problem = ruleProblemText(name, editing.problems);
  const notice = editing.unreadable.includes(name) ? rulesWords.unreadable : '';
  return (
    <div className={styles.rule}>
      <div>
        <span className={styles.label}>{ruleLabel(name)}</span>
        <span className={styles.means}>{ruleMeans(name)}</span>
      </div>
      <Field
        hint={ruleHint(name, usualRules)}
        {...(problem === '' ? {} : { validationMessage: problem })}
        {...(problem === '' && notice !== ''
          ? { validationMessage: notice, validationState: 'warning' as const }
          : {})}
      >
        <Control name={name} editing={editing} />
      </Field>
    </div>
  );
};

/** How the reading of automatic replies goes, where it is turned on. */
const Mailboxes = ({ view }: { readonly view: RulesReply['mailboxes'] }) => {
  const { text, isWarning } = mailboxesSaid(view);
  return (
    <span role="status">
      {text !== '' && (
        <MessageBar intent={isWarning ? 'warning' : 'info'} layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      )}
    </span>
  );
};

/** What is no setting, and why. */
const Fixed = ({ label, why }: { readonly label: string; readonly why: string }) => {
  const styles = useStyles();
  return (
    <div>
      <span className={styles.label}>{label}</span>
      <span className={styles.means}>{why}</span>
    </div>
  );
};

const RulesForm = ({ reply, onSaved }: { reply: RulesReply; onSaved: () => void }) => {
  const styles = useStyles();
  const frame = useSettingsStyles();
  const mayChange = useMe().may.includes('changeSettings');
  // What stands in the form is what was seen; how the reading goes is what is so now.
  const { mailboxes } = reply;
  const [problems, setProblems] = useState<RuleProblems>({});
  const saving = useSaving(at('PATCH /api/settings/rules'), reply, {
    draftOf: ({ values }) => rulesDraftOf(values),
    clashOf: (current) => current as RulesReply,
  });
  const { seen, draft, onDraft, send, ...foot } = saving;
  const { busy } = foot;
  const save = async (values: RuleValues): Promise<void> => {
    if (await send({ seen: seen.values, values }, rulesWords.saved)) onSaved();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const values = valuesIn(draft);
    const found = ruleProblemsOf(values);
    setProblems(found);
    if (!busy && Object.keys(found).length === 0) void save(values);
  };
  const editing = { draft, onDraft, problems, unreadable: reply.unreadable, mayChange, mailboxes };
  return (
    <form className={mergeClasses(frame.form, styles.form)} onSubmit={onSubmit} noValidate>
      {ruleGroups.map(({ title, keys, ...group }) => (
        <fieldset key={title} className={mergeClasses(frame.group, styles.group)}>
          <legend className={frame.legend}>{title}</legend>
          {keys.map((name) => (
            <RuleRow key={name} name={name} editing={editing} />
          ))}
          {'fixed' in group && <Fixed {...group.fixed} />}
          {'hasMailboxes' in group && <Mailboxes view={mailboxes} />}
        </fieldset>
      ))}
      {mayChange && <SaveFoot {...foot} mayChange={mayChange} words={rulesWords} />}
    </form>
  );
};

/** Indstillinger: by which rules people are asked and reminded, and who changed them. */
export const SettingsPage = () => {
  const mayChange = useMe().may.includes('changeSettings');
  const { state, live } = useLive(at('GET /api/settings/rules'));
  const [saves, setSaves] = useState(0);
  if (state.type === 'failed')
    return (
      <CannotFetch title={rulesWords.cannotFetch} failure={state.failure} onAgain={live.refresh} />
    );
  return (
    <SettingsFrame
      back={{ href: lastBoardHash(), name: boardWords.backToBoard }}
      title={rulesWords.title}
      intro={`${rulesWords.intro} ${mayChange ? '' : rulesWords.onlyConsultant}`}
      isLoading={state.type === 'loading'}
    >
      {state.type === 'loading' ? null : (
        <>
          <RulesForm reply={state.value} onSaved={() => setSaves((count) => count + 1)} />
          <RuleHistory key={saves} />
          <OtherSettings others={state.value.others} />
        </>
      )}
    </SettingsFrame>
  );
};
