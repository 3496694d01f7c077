import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EditRegular, LinkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Step, type StepCode, steps } from '#shared/domain/steps.ts';
import { projectWords, stepPlanWords } from '#shared/words/screens/project.ts';
import { stepNames } from '#shared/words/words.ts';
import { useDaysSince } from '../shell/now.ts';
import { useProject } from './editing.tsx';
import { PlanForm } from './StepForms.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 10px',
    paddingLeft: '36px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  inside: { paddingLeft: '30px' },
  late: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  link: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  form: { paddingLeft: '36px' },
});

/** How many days a step is past its date; 0 when it is not, or done. */
export const daysLate = (step: Step | undefined, daysSince: (at: string) => number): number =>
  step && !step.done && step.due !== null ? daysSince(step.due) : 0;

type LineProps = { readonly code: StepCode; readonly step: Step | undefined };

const Due = ({ step }: Pick<LineProps, 'step'>) => {
  const styles = useStyles();
  const daysSince = useDaysSince(useProject().reply.asOf);
  const late = daysLate(step, daysSince);
  if (!step?.due) return null;
  return (
    <span className={mergeClasses(late > 0 && styles.late)}>
      {late > 0 ? stepPlanWords.late(step.due, late) : projectWords.due(step.due)}
    </span>
  );
};

/** A paper has its link where its version stands. */
const Where = ({ code, step }: LineProps) => {
  const styles = useStyles();
  if (!step?.link || steps[code].paper === true) return null;
  return (
    <Link className={styles.link} href={step.link} target="_blank" rel="noreferrer">
      <LinkRegular aria-hidden="true" />
      {stepPlanWords.open}
    </Link>
  );
};

const isPlanned = (step: Step | undefined): boolean =>
  step !== undefined && (step.responsible !== '' || step.due !== null);

/** What is done is planned anew by whoever may untick it. */
const useMayPlan = ({ code, step }: LineProps): boolean => {
  const { reply, mayTick } = useProject();
  return step?.done ? mayTick(code) : reply.mayPlan.includes(code);
};

/** Who does a step, by when and where; with a pen for whoever may plan it. */
export const StepPlan = ({ inside, ...props }: LineProps & { readonly inside?: true }) => {
  const { code, step } = props;
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const mayPlan = useMayPlan(props);
  if (open)
    return (
      <div className={styles.form}>
        <PlanForm {...props} onDone={() => setOpen(false)} />
      </div>
    );
  return (
    <div className={mergeClasses(styles.line, inside && styles.inside)}>
      {step?.responsible && <span>{step.responsible}</span>}
      <Due step={step} />
      <Where {...props} />
      {mayPlan && (
        <Button
          size="small"
          appearance="transparent"
          icon={<EditRegular />}
          aria-label={`${stepPlanWords.plan}: ${stepNames[code]}`}
          onClick={() => setOpen(true)}
        >
          {isPlanned(step) ? undefined : stepPlanWords.plan}
        </Button>
      )}
    </div>
  );
};
