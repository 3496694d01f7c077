import { Checkbox, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import { type Gate, type Outcome, outcomesOf } from '#shared/domain/gates.ts';
import { totalHours } from '#shared/domain/meeting/meeting.ts';
import { type Priority, priorities, priorityOf } from '#shared/domain/priority.ts';
import {
  attentions,
  type Project,
  spreadPotentials,
  timeHorizons,
} from '#shared/domain/project.ts';
import {
  attentionNames,
  profileWords,
  spreadNames,
  timeHorizonNames,
} from '#shared/words/screens/profile.ts';
import { firstPriorityText, projectWords } from '#shared/words/screens/project.ts';
import { choiceLabel, priorityNames, voiceNames } from '#shared/words/words.ts';
import { useProject } from './editing.tsx';
import { Profile } from './Profile.tsx';
import { May, Section, sectionForm } from './Section.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 6px', maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  strong: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

const fieldsOf = (project: Project) => ({
  firstPriority: project.firstPriority,
  recommendedPriority: project.recommendedPriority,
  recommendedOutcome: project.recommendedOutcome,
  recommendationWhy: project.recommendationWhy,
  recommendLift: project.recommendLift,
  timeHorizon: project.timeHorizon,
  spreadPotential: project.spreadPotential,
  attention: project.attention,
});

const PriorityField = ({
  label,
  value,
  skal,
  onValue,
}: {
  readonly label: string;
  readonly value: Priority | null;
  readonly skal: boolean;
  readonly onValue: (value: Priority | null) => void;
}) => (
  <Field label={label}>
    <Select
      value={value ?? ''}
      onChange={(_, data) => onValue(priorities.find((one) => one === data.value) ?? null)}
    >
      <option value="">{projectWords.none}</option>
      {priorities
        .filter((one) => skal || one !== 'veryHigh')
        .map((one) => (
          <option key={one} value={one}>
            {priorityNames[one]}
          </option>
        ))}
    </Select>
  </Field>
);

type OutcomeProps = {
  readonly gate: Gate;
  readonly value: Outcome | null;
  readonly onValue: (outcome: Outcome | null) => void;
};

const OutcomeField = ({ gate, value, onValue }: OutcomeProps) => (
  <Field label={projectWords.outcome}>
    <Select
      value={value ?? ''}
      onChange={(_, data) =>
        onValue(outcomesOf(gate).find((outcome) => outcome === data.value) ?? null)
      }
    >
      <option value="">{projectWords.none}</option>
      {outcomesOf(gate).map((outcome) => (
        <option key={outcome} value={outcome}>
          {choiceLabel(gate, { outcome, spread: false, rethink: false })}
        </option>
      ))}
    </Select>
  </Field>
);

type SignFieldProps<T extends string> = {
  readonly label: string;
  readonly names: Readonly<Record<T, string>>;
  readonly scale: readonly T[];
  readonly value: T | null;
  readonly onValue: (value: T | null) => void;
};

const SignField = <T extends string>(props: SignFieldProps<T>) => {
  const { label, names, scale, value, onValue } = props;
  return (
    <Field label={label}>
      <Select
        value={value ?? ''}
        onChange={(_, data) => onValue(scale.find((one) => one === data.value) ?? null)}
      >
        <option value="">{profileWords.unsaid}</option>
        {scale.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
};

type Signs = Pick<Project, 'timeHorizon' | 'spreadPotential' | 'attention'>;

/** The signs that nothing else on the page says. */
const SignFields = ({
  draft,
  change,
}: {
  readonly draft: Signs;
  readonly change: (part: Partial<Signs>) => void;
}) => (
  <May change="timeHorizon">
    <SignField
      label={profileWords.timeHorizon}
      names={timeHorizonNames}
      scale={timeHorizons}
      value={draft.timeHorizon}
      onValue={(timeHorizon) => change({ timeHorizon })}
    />
    <SignField
      label={profileWords.spreadPotential}
      names={spreadNames}
      scale={spreadPotentials}
      value={draft.spreadPotential}
      onValue={(spreadPotential) => change({ spreadPotential })}
    />
    <SignField
      label={profileWords.attention}
      names={attentionNames}
      scale={attentions}
      value={draft.attention}
      onValue={(attention) => change({ attention })}
    />
  </May>
);

const RecommendationForm = ({
  gate,
  skal,
}: {
  readonly gate: Gate | null;
  readonly skal: boolean;
}) =>
  sectionForm<ReturnType<typeof fieldsOf> & ProjectChanges>({
    fieldsOf,
    fields: (draft, change) => (
      <>
        <May change="firstPriority">
          <PriorityField
            label={projectWords.firstPriority}
            value={draft.firstPriority}
            skal={skal}
            onValue={(firstPriority) => change({ firstPriority })}
          />
        </May>
        <May change="recommendedPriority">
          <PriorityField
            label={projectWords.priority}
            value={draft.recommendedPriority}
            skal={skal}
            onValue={(recommendedPriority) => change({ recommendedPriority })}
          />
          {gate && (
            <OutcomeField
              gate={gate}
              value={draft.recommendedOutcome}
              onValue={(recommendedOutcome) => change({ recommendedOutcome })}
            />
          )}
          <Field label={projectWords.why}>
            <Textarea
              value={draft.recommendationWhy}
              maxLength={500}
              onChange={(_, data) => change({ recommendationWhy: data.value })}
            />
          </Field>
          <Checkbox
            label={projectWords.lift}
            checked={draft.recommendLift}
            onChange={(_, data) => change({ recommendLift: data.checked === true })}
          />
        </May>
        <SignFields draft={draft} change={change} />
      </>
    ),
  });

/** What DigiTek recommends, and whose voice the priority is. */
export const Recommendation = () => {
  const styles = useStyles();
  const { reply } = useProject();
  const { project, gate } = reply;
  const priority = priorityOf(project);
  const hours = totalHours(project);
  const outcome = gate && outcomesOf(gate).find((one) => one === project.recommendedOutcome);
  return (
    <Section
      id="recommendation"
      title={projectWords.recommendation}
      form={<RecommendationForm gate={gate} skal={project.type === 'skal'} />}
      fields={['firstPriority', 'recommendedPriority', 'timeHorizon']}
    >
      {project.firstPriority && (
        <p className={styles.text}>
          {firstPriorityText(project.firstPriority, project.firstPriorityBy)}
        </p>
      )}
      {priority && (
        <p className={styles.text}>
          {projectWords.priorityNow}{' '}
          <span className={styles.strong}>{priorityNames[priority.priority]}</span>,{' '}
          {voiceNames[priority.voice]}
        </p>
      )}
      {gate && outcome ? (
        <p className={styles.text}>
          <span className={styles.strong}>
            {choiceLabel(gate, { outcome, spread: false, rethink: false })}.
          </span>{' '}
          {project.recommendationWhy}
        </p>
      ) : (
        <p className={styles.text}>{projectWords.noRecommendation}</p>
      )}
      {project.recommendLift && <p className={styles.text}>{projectWords.liftSaid}</p>}
      {hours !== null && <p className={styles.text}>{projectWords.hoursSaid(hours)}</p>}
      {project.type !== 'skal' && <Profile project={project} />}
    </Section>
  );
};
