import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { isChefStep } from '#shared/domain/chefComments/chefComment.ts';
import type { Field as ProjectField } from '#shared/domain/fieldRights.ts';
import { isPaperCode } from '#shared/domain/papers/paper.ts';
import type { Project } from '#shared/domain/project.ts';
import { type Fact, type Missing, readyFacts } from '#shared/domain/readiness.ts';
import { type Step, type StepCode, steps, stepsBefore } from '#shared/domain/steps.ts';
import { askedSteps, type StepTemplates, sortedSteps } from '#shared/domain/stepTemplates.ts';
import { chefPageWords } from '#shared/words/chefComments/page.ts';
import { dayText } from '#shared/words/dates.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { beforeGateText, projectWords, readyText } from '#shared/words/screens/project.ts';
import { factNames, missingText } from '#shared/words/words.ts';
import { OwnersWord } from '../approvals/OwnersWord.tsx';
import { ChefsWord } from '../chefComments/ChefsWord.tsx';
import { StepFiles } from '../files/StepFiles.tsx';
import { ItWord } from '../inquiries/ItWord.tsx';
import { InterestWord } from '../interest/InterestWord.tsx';
import { paperHash } from '../shell/route.ts';
import { useStepName, useStepTemplates } from '../shell/stepNames.ts';
import { useIsTyped } from '../typed/useTyped.ts';
import { useProject } from './editing.tsx';
import { KeptSteps } from './MadeSteps.tsx';
import { Section } from './Section.tsx';
import { HowForm, PaperForm, Problem, stepPlace } from './StepForms.tsx';
import { StepPlace } from './StepPlace.tsx';
import { StepPlan } from './StepPlan.tsx';

const useStyles = makeStyles({
  progress: { display: 'inline-flex', alignItems: 'center', gap: '10px' },
  track: {
    width: '88px',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  fill: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
  list: {
    containerType: 'inline-size',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
  },
  missing: {
    margin: '0 0 8px',
    padding: '8px 12px',
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '32px' },
  wraps: { flexWrap: 'wrap' },
  text: {
    flexGrow: 1,
    flexBasis: '120px',
    minWidth: 0,
    overflowWrap: 'break-word',
    // On a phone the name has the first line to itself, and all that can be done stands under it.
    '@container (max-width: 360px)': { flexBasis: 'calc(100% - 40px)' },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  under: { '@container (max-width: 360px)': { marginLeft: '30px' } },
  circle: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  fact: { display: 'grid', placeItems: 'center', width: '24px', flexShrink: 0 },
  done: { padding: '2px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  link: { color: tokens.colorBrandForegroundLink },
  quietHead: {
    margin: '16px 0 4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Where a missing fact is filled in, and the field that has to be changed there. */
const placeOf: Record<
  Exclude<Missing['type'], 'step' | 'paper' | 'ownerApproval'>,
  readonly [section: string, field: ProjectField]
> = {
  leadArea: ['about', 'leadArea'],
  owner: ['about', 'ownerId'],
  lead: ['about', 'leadId'],
  purpose: ['about', 'purpose'],
  amount: ['money', 'askOre'],
  pool: ['money', 'shares'],
  sharesDiffer: ['money', 'shares'],
  runningCosts: ['money', 'runningCostsOre'],
  operationPayer: ['money', 'operationPayer'],
  tek: ['tek', 'efficiency'],
  risk: ['risk', 'riskCategory'],
  recommendation: ['recommendation', 'recommendedPriority'],
};

const factPlaces = {
  firstPriority: 'recommendation',
  ownerId: 'about',
  leadId: 'about',
} as const;

const useTick = (code: StepCode) => {
  const { putStep } = useProject();
  const [problem, setProblem] = useState('');
  const tick = async (done: boolean): Promise<void> => {
    const saved = await putStep(code, { done });
    setProblem(saved.type === 'refused' ? saved.message : '');
  };
  return { tick, problem };
};

/** Somebody's own word says who ticked it, and how it was said. */
const isSaid = (code: StepCode): boolean =>
  steps[code].voice !== undefined && steps[code].voice !== 'digitek';

const missingLabel = (code: StepCode): string => {
  if (steps[code].paper) return projectWords.givePaper;
  return isSaid(code) ? projectWords.writeDown : projectWords.tick;
};

/** The one tap that does a step, or the form for what it takes. */
export const MissingStep = ({ code, step }: { code: StepCode; step: Step | undefined }) => {
  const { mayTick, reply } = useProject();
  const { tick, problem } = useTick(code);
  const [open, setOpen] = useState(useIsTyped(...stepPlace(reply.project.id, code)));
  const paper = steps[code].paper === true;
  const asksMore = paper || reply.writesDown.includes(code);
  const Form = paper ? PaperForm : HowForm;
  return (
    <>
      {isPaperCode(code) && mayTick(code) && !open && (
        <Button as="a" size="small" appearance="primary" href={paperHash(reply.project.id, code)}>
          {paperWords.write}
        </Button>
      )}
      {mayTick(code) && !open && (
        <Button size="small" onClick={() => (asksMore ? setOpen(true) : void tick(true))}>
          {missingLabel(code)}
        </Button>
      )}
      <Problem text={problem} />
      {open && mayTick(code) && <Form code={code} step={step} onDone={() => setOpen(false)} />}
    </>
  );
};

/** Somebody's word that is missing; whoever is asked reads before they answer, and does not tick. */
const wordIn = (
  missing: Missing,
  { approval, chefComment }: ProjectReply,
): { readonly element: ReactNode; readonly isOwn: boolean } => {
  if (missing.type === 'ownerApproval' && approval)
    return { element: <OwnersWord line={approval} />, isOwn: approval.answers };
  if (missing.type === 'step' && isChefStep(missing.code) && chefComment)
    return { element: <ChefsWord line={chefComment} />, isOwn: chefComment.answers };
  return { element: null, isOwn: false };
};

/** Until the chef has said who pays, nobody else is asked to. */
const isChefMissing = ({ missing, chefComment }: ProjectReply): boolean =>
  Boolean(chefComment) && missing.some((one) => one.type === 'step' && isChefStep(one.code));

/** Where a step is done, its documents, its plan, and IT's word. */
const StepTools = ({ code, step }: { code: StepCode; step: Step | undefined }) => (
  <>
    <StepFiles code={code} step={step} />
    <StepPlan code={code} step={step} />
    <StepPlace code={code} />
    <ItWord code={code} />
  </>
);

const MissingRow = ({
  missing,
  byCode,
}: {
  missing: Missing;
  byCode: ReadonlyMap<string, Step>;
}) => {
  const styles = useStyles();
  const { mayChange, onEdit, reply } = useProject();
  const made = useStepTemplates();
  const word = wordIn(missing, reply);
  const isChefsPick = missing.type === 'pool' && isChefMissing(reply);
  const place =
    missing.type === 'step' || missing.type === 'paper' || missing.type === 'ownerApproval'
      ? null
      : placeOf[missing.type];
  const step = 'code' in missing ? byCode.get(missing.code) : undefined;
  return (
    <li className={styles.missing} data-step-row={'code' in missing ? missing.code : undefined}>
      <div className={mergeClasses(styles.row, styles.wraps)}>
        <CircleRegular className={styles.circle} fontSize={18} aria-hidden="true" />
        <span className={mergeClasses(styles.text, styles.strong)}>
          {missingText(missing, made)}
        </span>
        {word.element}
        {'code' in missing && !word.isOwn && <MissingStep code={missing.code} step={step} />}
        {isChefsPick && <span className={styles.small}>{chefPageWords.chefPicksPool}</span>}
        {place !== null && !isChefsPick && mayChange(place[1]) && (
          <Button size="small" onClick={() => onEdit(place[0])}>
            {projectWords.goTo}
          </Button>
        )}
        {'code' in missing && <StepTools code={missing.code} step={step} />}
      </div>
    </li>
  );
};

/** A step that the project's own fields say is filled in there. */
const FactLink = ({ code, done }: { readonly code: StepCode; readonly done: boolean }) => {
  const { mayChange, onEdit } = useProject();
  const { fact } = steps[code];
  if (fact === undefined || done || !mayChange(fact)) return null;
  return (
    <Button size="small" onClick={() => onEdit(factPlaces[fact])}>
      {projectWords.goTo}
    </Button>
  );
};

/** Whose word the step is, where they can be asked for it here. */
const AskedWord = ({ code, done }: { readonly code: StepCode; readonly done: boolean }) => {
  const { interest } = useProject().reply;
  if (code !== 'interest' || !interest || (done && interest.owes === null)) return null;
  return <InterestWord line={interest} />;
};

const DoneRow = ({ code, step }: { code: StepCode; step: Step | undefined }) => {
  const styles = useStyles();
  const { mayTick, reply } = useProject();
  const stepName = useStepName();
  const { tick, problem } = useTick(code);
  const [open, setOpen] = useState(useIsTyped(...stepPlace(reply.project.id, code)));
  const done = step?.done === true;
  const paper = steps[code].paper === true;
  const Form = paper ? PaperForm : HowForm;
  const onTick = (): void => {
    if ((paper && step?.link === '') || (!done && reply.writesDown.includes(code))) setOpen(true);
    else void tick(!done);
  };
  return (
    <li className={styles.done} data-step-row={code}>
      <div className={mergeClasses(styles.row, styles.wraps)}>
        <Button
          size="small"
          appearance="transparent"
          aria-label={`${stepName(code)}: ${done ? projectWords.untick : projectWords.tick}`}
          disabled={!mayTick(code)}
          icon={
            done ? (
              <CheckmarkCircleFilled className={styles.tick} />
            ) : (
              <CircleRegular aria-hidden="true" />
            )
          }
          onClick={onTick}
        />
        <span className={styles.text}>
          {[stepName(code), step?.version ?? ''].filter((part) => part !== '').join(', ')}
          {done && isSaid(code) && (
            <span className={styles.small}>
              {' '}
              {projectWords.howSaid(step.doneByName, step.note)}
            </span>
          )}
        </span>
        {paper && mayTick(code) && !open && (
          <Button size="small" appearance="subtle" onClick={() => setOpen(true)}>
            {projectWords.edit}
          </Button>
        )}
        <FactLink code={code} done={done} />
        {step?.doneAt && (
          <span className={mergeClasses(styles.small, styles.under)}>{dayText(step.doneAt)}</span>
        )}
        <AskedWord code={code} done={done} />
        <StepTools code={code} step={step} />
      </div>
      <Problem text={problem} />
      {open && mayTick(code) && <Form code={code} step={step} onDone={() => setOpen(false)} />}
    </li>
  );
};

const FactRow = ({ fact }: { fact: Fact }) => {
  const styles = useStyles();
  return (
    <li className={styles.done}>
      <div className={styles.row}>
        <span className={styles.fact}>
          <CheckmarkCircleFilled className={styles.tick} fontSize={16} aria-hidden="true" />
        </span>
        <span className={styles.text}>{factNames[fact]}</span>
      </div>
    </li>
  );
};

const shownAtFirst = 5;

/** As many lines as are counted: the steps that are done, and the facts that are there. */
const Ready = ({
  codes,
  facts,
  byCode,
}: {
  codes: readonly StepCode[];
  facts: readonly Fact[];
  byCode: ReadonlyMap<string, Step>;
}) => {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const lines = [
    ...codes.map((code) => <DoneRow key={code} code={code} step={byCode.get(code)} />),
    ...facts.map((fact) => <FactRow key={fact} fact={fact} />),
  ];
  return (
    <>
      <ul className={styles.list}>{all ? lines : lines.slice(0, shownAtFirst)}</ul>
      {lines.length > shownAtFirst && (
        <Button size="small" appearance="transparent" onClick={() => setAll(!all)}>
          {all ? projectWords.hideReady : projectWords.showReady(lines.length - shownAtFirst)}
        </Button>
      )}
    </>
  );
};

/** The steps of the phase it is in; an idea has those of the intake too. */
const phaseSteps = ({ phase, fastTracked }: Project, made: StepTemplates): readonly StepCode[] => [
  ...(phase === 'idea' ? askedSteps(made, 'intake', false) : []),
  ...askedSteps(made, phase === 'spread' ? 'operation' : phase, fastTracked),
];

/** The facts first; the steps as they are ordered. */
const inTheirOrder = (
  missing: readonly Missing[],
  order: readonly StepCode[],
): readonly Missing[] => {
  const place = (one: Missing): number => ('code' in one ? order.indexOf(one.code) : -1);
  return [...missing].sort((a, b) => place(a) - place(b));
};

/** What the gate rests on: what is missing first, each with the one tap that fixes it. */
export const Checklist = () => {
  const styles = useStyles();
  const { reply } = useProject();
  const { project, gate, missing, restsOn } = reply;
  const byCode = new Map<string, Step>(reply.steps.map((step) => [step.code, step]));
  const lacking = new Set(missing.flatMap((one) => ('code' in one ? [one.code] : [])));
  const made = useStepTemplates();
  const before = gate ? sortedSteps(made, stepsBefore(gate)) : [];
  const ready = before.filter((code) => !lacking.has(code));
  const others = phaseSteps(project, made).filter((code) => !before.includes(code));
  const count = restsOn - missing.length;
  return (
    <Section
      id="gate"
      title={gate ? beforeGateText(gate) : projectWords.phaseSteps}
      aside={
        gate && (
          <span className={styles.progress}>
            <span className={styles.track} aria-hidden="true">
              <span
                className={styles.fill}
                style={{ display: 'block', width: `${(100 * count) / Math.max(1, restsOn)}%` }}
              />
            </span>
            {readyText(count, restsOn)}
          </span>
        )
      }
    >
      <ul className={styles.list}>
        {inTheirOrder(missing, before).map((one) => (
          <MissingRow key={'code' in one ? one.code : one.type} missing={one} byCode={byCode} />
        ))}
      </ul>
      <Ready codes={ready} facts={gate ? readyFacts(gate, missing) : []} byCode={byCode} />
      {gate && others.length > 0 && (
        <h3 className={styles.quietHead}>
          {before.length > 0 ? projectWords.otherSteps : projectWords.phaseSteps}
        </h3>
      )}
      <ul className={styles.list}>
        {others.map((code) => (
          <DoneRow key={code} code={code} step={byCode.get(code)} />
        ))}
      </ul>
      <KeptSteps />
    </Section>
  );
};
