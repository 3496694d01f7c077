import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import {
  orderedSteps,
  type StepPhase,
  type StepTemplates,
  stepPhases,
} from '#shared/domain/stepTemplates.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';
import { stepsWords } from '#shared/words/screens/steps.ts';
import { stepName } from '#shared/words/words.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { useMe } from '../shell/Looking.tsx';
import { StepHistory } from './StepHistory.tsx';
import { StepRow } from './StepRow.tsx';
import { withMoved, withStep } from './stepsDraft.ts';
import { useSavingSteps } from './useSavingSteps.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflow: 'auto', padding: '24px 20px 0', boxSizing: 'border-box' },
  link: { color: tokens.colorBrandForegroundLink },
  title: {
    margin: '8px 0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  text: { maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '1080px' },
  phase: {
    minWidth: 0,
    margin: 0,
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  legend: { padding: '0 6px', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  // The button, and what came of it, in sight however long the page is.
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

type PhaseProps = {
  readonly phase: StepPhase;
  readonly draft: StepTemplates;
  readonly mayChange: boolean;
  readonly onDraft: (draft: StepTemplates) => void;
  readonly onMoved: (said: string) => void;
};

const Phase = ({ phase, draft, mayChange, onDraft, onMoved }: PhaseProps) => {
  const styles = useStyles();
  const codes = orderedSteps(draft, phase);
  const move = (code: StepCode, by: 1 | -1): void => {
    const moved = withMoved(draft, phase, code, by);
    onDraft(moved);
    const place = orderedSteps(moved, phase).indexOf(code) + 1;
    onMoved(stepsWords.moved(stepName(code, draft), place, codes.length));
  };
  return (
    <fieldset className={styles.phase}>
      <legend className={styles.legend}>{stepsWords.phase(phase)}</legend>
      <ol className={styles.list}>
        {codes.map((code, place) => (
          <StepRow
            key={code}
            code={code}
            draft={draft}
            isFirst={place === 0}
            isLast={place === codes.length - 1}
            mayChange={mayChange}
            onStep={(part) => onDraft(withStep(draft, code, part))}
            onMove={(by) => move(code, by)}
          />
        ))}
      </ol>
    </fieldset>
  );
};

const StepsForm = ({ templates }: { readonly templates: StepTemplates }) => {
  const styles = useStyles();
  const mayChange = useMe().may.includes('changeSettings');
  const [draft, onDraft] = useState(templates);
  const [moved, setMoved] = useState('');
  const [saves, setSaves] = useState(0);
  const { seen, send, said, busy } = useSavingSteps(templates, (now) => {
    onDraft(now);
    setSaves((count) => count + 1);
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void send(seen, draft, stepsWords.saved);
  };
  return (
    <>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {stepPhases.map((phase) => (
          <Phase key={phase} {...{ phase, draft, mayChange, onDraft }} onMoved={setMoved} />
        ))}
        <p className={styles.text}>{stepsWords.intake}</p>
        <div className={styles.foot}>
          <span role="status">{moved}</span>
          {said && (
            <MessageBar intent={said.intent}>
              <MessageBarBody>{said.text}</MessageBarBody>
            </MessageBar>
          )}
          {mayChange && (
            <div>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? stepsWords.saving : stepsWords.save}
              </Button>
            </div>
          )}
        </div>
      </form>
      <StepHistory
        key={saves}
        onUndo={
          mayChange ? ({ before, after }) => void send(after, before, stepsWords.undone) : null
        }
      />
    </>
  );
};

/** Trin i faserne: which steps a project goes through here, what they are called and in which order. */
export const StepsPage = () => {
  const styles = useStyles();
  const { state, live } = useLive(at('GET /api/settings/steps'));
  if (state.type === 'failed')
    return (
      <CannotFetch title={stepsWords.cannotFetch} failure={state.failure} onAgain={live.refresh} />
    );
  return (
    <main className={styles.page} aria-busy={state.type === 'loading'}>
      <a className={styles.link} href={hashOf({ type: 'settings' })}>
        {rulesWords.title}
      </a>
      <h1 className={styles.title}>{stepsWords.title}</h1>
      <p className={styles.text}>{stepsWords.intro}</p>
      {state.type === 'loading' ? null : <StepsForm templates={state.value.templates} />}
    </main>
  );
};
