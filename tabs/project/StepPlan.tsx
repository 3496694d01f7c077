import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarPersonRegular, LinkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Step, type StepCode, steps } from '#shared/domain/steps.ts';
import { projectWords, stepPlanWords } from '#shared/words/screens/project.ts';
import { useMe } from '../shell/Looking.tsx';
import { useDaysSince } from '../shell/now.ts';
import { useStepName } from '../shell/stepNames.ts';
import { Nudge } from '../tasks/Nudge.tsx';
import { useIsTyped } from '../typed/useTyped.ts';
import { useProject } from './editing.tsx';
import { LinkRemoval } from './LinkRemoval.tsx';
import { StepGuide } from './MadeSteps.tsx';
import { PlanForm, planPlace } from './StepForms.tsx';

const useStyles = makeStyles({
  below: { flexBasis: '100%', paddingLeft: '30px' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 10px',
    paddingBottom: '4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  late: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  link: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
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
const hasPlace = ({ code, link }: Step): boolean => link !== '' && steps[code].paper !== true;

const Where = ({ code, step }: LineProps) => {
  const styles = useStyles();
  if (!step || !hasPlace(step)) return null;
  return (
    <span className={styles.link}>
      <Link className={styles.link} href={step.link} target="_blank" rel="noreferrer">
        <LinkRegular aria-hidden="true" />
        {stepPlanWords.open}
      </Link>
      <LinkRemoval code={code} step={step} />
    </span>
  );
};

const isPlanned = (step: Step | undefined): boolean =>
  step !== undefined && (step.responsible !== '' || step.due !== null || hasPlace(step));

/** Somebody else's step that is past its date. */
const LateNudge = ({ code, step }: LineProps) => {
  const { reply } = useProject();
  const { id } = useMe();
  const daysSince = useDaysSince(reply.asOf);
  const mayNudge = reply.mayPlan.includes(code) && step?.responsibleId != null;
  if (!mayNudge || step.responsibleId === id || daysLate(step, daysSince) === 0) return null;
  return <Nudge projectId={reply.project.id} code={code} whom={step.responsible} />;
};

/** What is done is planned anew by whoever may untick it. */
const useMayPlan = ({ code, step }: LineProps): boolean => {
  const { reply, mayTick } = useProject();
  return step?.done ? mayTick(code) : reply.mayPlan.includes(code);
};

/** Who does a step, by when and where, under it in its row; with a pen for whoever may plan it. */
export const StepPlan = (props: LineProps) => {
  const stepName = useStepName();
  const { code, step } = props;
  const styles = useStyles();
  const { project } = useProject().reply;
  const [open, setOpen] = useState(useIsTyped(...planPlace(project.id, code)));
  const mayPlan = useMayPlan(props);
  return (
    <>
      <StepGuide code={code} />
      {mayPlan && !open && (
        <Button
          size="small"
          appearance="transparent"
          icon={<CalendarPersonRegular />}
          aria-label={`${stepPlanWords.plan}: ${stepName(code)}`}
          title={stepPlanWords.plan}
          onClick={() => setOpen(true)}
        />
      )}
      {open && mayPlan && (
        <div className={styles.below}>
          <PlanForm {...props} onDone={() => setOpen(false)} />
        </div>
      )}
      {!open && isPlanned(step) && (
        <div className={mergeClasses(styles.below, styles.line)}>
          {step?.responsible && <span>{step.responsible}</span>}
          <Due step={step} />
          <Where {...props} />
          <LateNudge {...props} />
        </div>
      )}
    </>
  );
};
