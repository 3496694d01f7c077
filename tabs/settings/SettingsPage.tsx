import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { RulesReply } from '#shared/contract/rules.ts';
import {
  type RuleKey,
  type RuleProblems,
  ruleProblemsOf,
  rules,
  usualRules,
} from '#shared/domain/ruleSettings.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import {
  asksNames,
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
import { OtherSettings } from './OtherSettings.tsx';
import { RuleHistory } from './RuleHistory.tsx';
import { type RulesDraft, rulesDraftOf, valuesIn } from './rulesDraft.ts';
import { useSavingRules } from './useSavingRules.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflow: 'auto', padding: '24px 20px', boxSizing: 'border-box' },
  link: { color: tokens.colorBrandForegroundLink },
  title: {
    margin: '8px 0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  text: { maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '860px' },
  group: {
    display: 'grid',
    gap: '16px',
    minWidth: 0,
    margin: 0,
    padding: '12px 16px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  legend: { padding: '0 6px', fontWeight: tokens.fontWeightSemibold },
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
  foot: {
    position: 'sticky',
    bottom: '-24px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

type Editing = {
  readonly draft: RulesDraft;
  readonly onDraft: (draft: RulesDraft) => void;
  readonly problems: RuleProblems;
  readonly unreadable: RulesReply['unreadable'];
  readonly mayChange: boolean;
};

const Control = ({ name, editing }: { readonly name: RuleKey; readonly editing: Editing }) => {
  const styles = useStyles();
  const { draft, onDraft, mayChange } = editing;
  const { kind } = rules[name];
  const write = (value: string): void => onDraft({ ...draft, [name]: value });
  if (kind === 'asks')
    return (
      <Select
        className={styles.input}
        value={draft[name]}
        disabled={!mayChange}
        aria-label={ruleLabel(name)}
        onChange={(_, data) => write(data.value)}
      >
        {Object.entries(asksNames).map(([code, text]) => (
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

const RulesForm = ({ reply, onSaved }: { reply: RulesReply; onSaved: () => void }) => {
  const styles = useStyles();
  const mayChange = useMe().may.includes('changeSettings');
  const [draft, onDraft] = useState(() => rulesDraftOf(reply.values));
  const [problems, setProblems] = useState<RuleProblems>({});
  const { save, said, busy } = useSavingRules(reply.values, onSaved);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const values = valuesIn(draft);
    const found = ruleProblemsOf(values);
    setProblems(found);
    if (!busy && Object.keys(found).length === 0) void save(values);
  };
  const editing = { draft, onDraft, problems, unreadable: reply.unreadable, mayChange };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {ruleGroups.map(({ title, keys }) => (
        <fieldset key={title} className={styles.group}>
          <legend className={styles.legend}>{title}</legend>
          {keys.map((name) => (
            <RuleRow key={name} name={name} editing={editing} />
          ))}
        </fieldset>
      ))}
      {mayChange && (
        <div className={styles.foot}>
          {said && (
            <MessageBar intent={said.intent}>
              <MessageBarBody>{said.text}</MessageBarBody>
            </MessageBar>
          )}
          <div>
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              {busy ? rulesWords.saving : rulesWords.save}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
};

/** Indstillinger: by which rules people are asked and reminded, and who changed them. */
export const SettingsPage = () => {
  const styles = useStyles();
  const mayChange = useMe().may.includes('changeSettings');
  const { state, live } = useLive(at('GET /api/settings/rules'));
  const [saves, setSaves] = useState(0);
  if (state.type === 'failed')
    return (
      <CannotFetch title={rulesWords.cannotFetch} failure={state.failure} onAgain={live.refresh} />
    );
  return (
    <main className={styles.page} aria-busy={state.type === 'loading'}>
      <a className={styles.link} href={lastBoardHash()}>
        {boardWords.backToBoard}
      </a>
      <h1 className={styles.title}>{rulesWords.title}</h1>
      <p className={styles.text}>
        {rulesWords.intro} {mayChange ? '' : rulesWords.onlyConsultant}
      </p>
      {state.type === 'loading' ? null : (
        <>
          <RulesForm reply={state.value} onSaved={() => setSaves((count) => count + 1)} />
          <RuleHistory key={saves} />
          <OtherSettings others={state.value.others} />
        </>
      )}
    </main>
  );
};
