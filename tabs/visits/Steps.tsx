import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { VisitReply } from '#shared/contract/visits.ts';
import { nextStep } from '#shared/domain/visits/now.ts';
import { type VisitStep, visitSteps } from '#shared/domain/visits/visit.ts';
import { visitPageWords as words } from '#shared/words/visits/page.ts';
import { visitStepNames } from '#shared/words/visits/words.ts';
import { DialogForm } from '../shell/FormDialog.tsx';
import { OverVisit } from './OverVisit.tsx';
import type { MoveVisit } from './useMoveVisit.ts';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  steps: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    gap: '10px',
    // Six beside each other are too narrow for the longest name.
    '@media (max-width: 1339px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    '@media (max-width: 479px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  bar: {
    height: '6px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground6,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    marginBottom: '6px',
  },
  done: { backgroundColor: tokens.colorCompoundBrandBackground },
  now: {
    backgroundImage: `linear-gradient(to right, ${tokens.colorCompoundBrandBackground} 50%, ${tokens.colorBrandBackground2} 50%)`,
  },
  name: { display: 'flex', alignItems: 'start', gap: '2px' },
  text: {
    fontWeight: tokens.fontWeightSemibold,
    hyphens: 'manual',
    overflowWrap: 'break-word',
    minWidth: 0,
  },
  here: { color: tokens.colorBrandForeground2 },
  edit: {
    minWidth: '24px',
    padding: 0,
    marginTop: '-3px',
    // A finger's own size.
    '@media (max-width: 719px)': { minWidth: '36px', height: '36px', marginTop: '-9px' },
  },
  input: { minWidth: 0, width: '100%' },
});

type EditProps = {
  readonly reply: VisitReply;
  readonly step: VisitStep;
  readonly moving: MoveVisit;
  readonly onClose: () => void;
};

const EditStep = ({ reply, step, moving, onClose }: EditProps) => {
  const styles = useStyles();
  const before = reply.view.now.steps[step];
  const [day, setDay] = useState(before.day ?? '');
  const [done, setDone] = useState(before.done);
  const save = async (): Promise<void> => {
    const { seq: seen } = before;
    const kept = await moving.move({
      ...{ type: 'stepped', step, seen, done },
      day: day === '' ? null : day,
    });
    if (kept) onClose();
  };
  return (
    <DialogForm
      title={words.stepTitle(visitStepNames[step])}
      problem={moving.problem}
      cancel={words.cancel}
      save={moving.busy ? words.saving : words.save}
      busy={moving.busy}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label={words.stepDayField}>
        <Input
          className={styles.input}
          input={{ className: styles.input }}
          type="date"
          value={day}
          onChange={(_, data) => setDay(data.value)}
        />
      </Field>
      <Checkbox
        label={words.stepDoneField}
        checked={done}
        onChange={(_, data) => setDone(data.checked === true)}
      />
    </DialogForm>
  );
};

type StepProps = {
  readonly reply: VisitReply;
  readonly step: VisitStep;
  readonly onEdit: () => void;
};

/** How far a step is: held, the one it is in, waiting for the leder's yes, or to come. */
const standOf = ({ view }: VisitReply, step: VisitStep): 'done' | 'now' | 'waits' | 'ahead' => {
  const { now } = view;
  if (now.steps[step].done) return 'done';
  if (nextStep(now) !== step) return 'ahead';
  return now.agreed === null ? 'waits' : 'now';
};

const stateTexts = { done: ` · ${words.stepDone}`, now: ` · ${words.stepNow}`, ahead: '' } as const;

const OneStep = ({ reply, step, onEdit }: StepProps) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const { now, today } = reply.view;
  const stand = standOf(reply, step);
  const isHere = stand === 'now' || stand === 'waits';
  const name = visitStepNames[step];
  const bar = stand === 'done' ? styles.done : stand === 'now' && styles.now;
  return (
    <li aria-current={isHere ? 'step' : undefined}>
      <div className={mergeClasses(styles.bar, bar)} />
      <div className={styles.name}>
        <span className={mergeClasses(styles.text, isHere && styles.here)} lang="da">
          {words.step(step, visitSteps.indexOf(step) + 1)}
        </span>
        {reply.reader.plans && now.withdrawn === null && (
          <Button
            className={styles.edit}
            size="small"
            appearance="subtle"
            icon={<EditRegular fontSize={14} />}
            aria-label={words.editStep(name)}
            onClick={onEdit}
          />
        )}
      </div>
      <span className={page.smallLine}>
        {stand === 'waits'
          ? words.waitsForYes
          : `${words.stepDay(now.steps[step].day, today)}${stateTexts[stand]}`}
      </span>
    </li>
  );
};

/** The six steps: when each was or is, and which one it is in. */
export const Steps = ({
  reply,
  moving,
}: {
  readonly reply: VisitReply;
  readonly moving: MoveVisit;
}) => {
  const styles = useStyles();
  const [edited, setEdited] = useState<VisitStep | null>(null);
  const onClosed = (): void => {
    moving.clear();
    setEdited(null);
  };
  return (
    <>
      <ol className={styles.steps} aria-label={words.steps}>
        {visitSteps.map((step) => (
          <OneStep key={step} reply={reply} step={step} onEdit={() => setEdited(step)} />
        ))}
      </ol>
      {edited !== null && (
        <OverVisit onClosed={onClosed}>
          {(onClose) => <EditStep {...{ reply, moving, onClose }} step={edited} />}
        </OverVisit>
      )}
    </>
  );
};
