import { Field, Input, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { type StepCode, steps } from '#shared/domain/steps.ts';
import {
  isAsked,
  isMilestone,
  keptBy,
  longestStepName,
  type MadeStep,
  madeStep,
  type StepTemplates,
} from '#shared/domain/stepTemplates.ts';
import { stepsWords } from '#shared/words/screens/steps.ts';
import { stepName, stepNames } from '#shared/words/words.ts';
import { Moves } from '../settings/Moves.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(0, 1fr) auto auto',
    gap: '4px 16px',
    alignItems: 'start',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  moves: { display: 'flex', paddingTop: '22px', '@media (max-width: 719px)': { paddingTop: 0 } },
  on: { paddingTop: '20px', '@media (max-width: 719px)': { paddingTop: 0 } },
  kept: {
    gridColumn: '1 / -1',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

type Props = {
  readonly code: StepCode;
  readonly draft: StepTemplates;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly mayChange: boolean;
  readonly onStep: (part: Partial<MadeStep>) => void;
  readonly onMove: (by: 1 | -1) => void;
};

/** One step: its place, what it is called, how it is done here, and whether it is used; else why not. */
export const StepRow = (props: Props) => {
  const styles = useStyles();
  const { code, draft, mayChange, onStep } = props;
  const { name, link } = madeStep(draft, code);
  const why = keptBy(code);
  const isOwn = steps[code].own === true;
  return (
    <li className={styles.row}>
      <span className={styles.moves}>
        {mayChange && <Moves {...props} name={stepName(code, draft)} words={stepsWords} />}
      </span>
      <Field
        label={isOwn ? stepsWords.ownName : stepNames[code]}
        {...(isOwn ? { hint: stepsWords.ownHint } : {})}
      >
        <Input
          value={name}
          placeholder={isOwn ? '' : stepNames[code]}
          readOnly={!mayChange}
          maxLength={longestStepName}
          onChange={(_, data) => onStep({ name: data.value })}
        />
      </Field>
      <Field label={stepsWords.link}>
        <Input
          type="url"
          value={link}
          placeholder={stepsWords.linkHint}
          readOnly={!mayChange}
          aria-label={`${stepsWords.link}: ${stepName(code, draft)}`}
          onChange={(_, data) => onStep({ link: data.value })}
        />
      </Field>
      <Switch
        className={styles.on}
        label={stepsWords.on}
        aria-label={stepsWords.onOf(stepName(code, draft))}
        checked={isAsked(draft, code)}
        disabled={!mayChange || why !== null || (isOwn && name.trim() === '')}
        onChange={(_, data) => onStep({ off: !data.checked })}
      />
      <Switch
        className={styles.on}
        label={stepsWords.milestone}
        aria-label={stepsWords.milestoneOf(stepName(code, draft))}
        checked={isMilestone(draft, code)}
        disabled={!mayChange || !isAsked(draft, code)}
        onChange={(_, data) => onStep({ milestone: data.checked })}
      />
      {why !== null && <span className={styles.kept}>{stepsWords.kept(why)}</span>}
    </li>
  );
};
