import { makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { StepTemplatesReply } from '#shared/contract/steps.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import {
  areStepTemplates,
  orderedSteps,
  type StepPhase,
  type StepTemplates,
  type StepTemplatesChange,
  stepPhases,
} from '#shared/domain/stepTemplates.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';
import { stepsWords } from '#shared/words/screens/steps.ts';
import { stepName } from '#shared/words/words.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import {
  SaveFoot,
  SettingsFrame,
  useSaving,
  useSettingsStyles,
} from '../settings/SettingsFrame.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { useMe } from '../shell/Looking.tsx';
import { StepHistory } from './StepHistory.tsx';
import { StepRow } from './StepRow.tsx';
import { withMoved, withStep } from './stepsDraft.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
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
  const frame = useSettingsStyles();
  const codes = orderedSteps(draft, phase);
  const move = (code: StepCode, by: 1 | -1): void => {
    const moved = withMoved(draft, phase, code, by);
    onDraft(moved);
    const place = orderedSteps(moved, phase).indexOf(code) + 1;
    onMoved(stepsWords.moved(stepName(code, draft), place, codes.length));
  };
  return (
    <fieldset className={frame.group}>
      <legend className={frame.legend}>{stepsWords.phase(phase)}</legend>
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

const StepsForm = ({ reply }: { readonly reply: StepTemplatesReply }) => {
  const styles = useSettingsStyles();
  const mayChange = useMe().may.includes('changeSettings');
  const [moved, setMoved] = useState('');
  const [saves, setSaves] = useState(0);
  const saving = useSaving(at('PATCH /api/settings/steps'), reply, {
    draftOf: ({ templates }) => templates,
    clashOf: (current) => ({ templates: current as StepTemplates }),
    is: areStepTemplates,
  });
  const { seen, draft, onDraft, send, ...foot } = saving;
  const { busy } = foot;
  const onSaved = (isSaved: boolean): void => {
    if (isSaved) setSaves((count) => count + 1);
  };
  const save = async (): Promise<void> =>
    onSaved(await send({ seen: seen.templates, templates: draft }, stepsWords.saved));
  // What is written and not saved stays where it is.
  const undo = async ({ before, after }: StepTemplatesChange): Promise<void> =>
    onSaved(await send({ seen: after, templates: before }, stepsWords.undone, seen.templates));
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void save();
  };
  return (
    <>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {stepPhases.map((phase) => (
          <Phase key={phase} {...{ phase, draft, mayChange, onDraft }} onMoved={setMoved} />
        ))}
        <p className={styles.text}>{stepsWords.intake}</p>
        <SaveFoot {...foot} mayChange={mayChange} words={stepsWords}>
          <span role="status">{moved}</span>
        </SaveFoot>
      </form>
      <StepHistory key={saves} onUndo={mayChange ? (change) => void undo(change) : null} />
    </>
  );
};

/** Trin i faserne: which steps a project goes through here, what they are called and in which order. */
export const StepsPage = () => {
  const { state, live } = useLive(at('GET /api/settings/steps'));
  if (state.type === 'failed')
    return (
      <CannotFetch title={stepsWords.cannotFetch} failure={state.failure} onAgain={live.refresh} />
    );
  return (
    <SettingsFrame
      back={{ href: hashOf({ type: 'settings' }), name: rulesWords.title }}
      title={stepsWords.title}
      intro={stepsWords.intro}
      isLoading={state.type === 'loading'}
    >
      {state.type === 'loading' ? null : <StepsForm reply={state.value} />}
    </SettingsFrame>
  );
};
