import {
  Field,
  Input,
  mergeClasses,
  Radio,
  RadioGroup,
  Switch,
  Textarea,
} from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { type Door, outcomeRule, outcomesOf } from '#shared/domain/gates.ts';
import { type Hours, suggestsLift, totalHours } from '#shared/domain/meeting/meeting.ts';
import { priorities } from '#shared/domain/priority.ts';
import { meetingWords, outcomeHints } from '#shared/words/screens/meeting.ts';
import { areaName, choiceLabel, priorityNames, seatName } from '#shared/words/words.ts';
import { deciderName } from '../project/shapeNow.ts';
import { useMe } from '../shell/Looking.tsx';
import { useMeetingStyles } from './meetingStyles.ts';
import { type Draft, hoursOf } from './recommendationDraft.ts';

export type FieldsProps = {
  readonly reply: ProjectReply;
  readonly gate: Door;
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
};

/** The gate's own outcomes; none is chosen at first. */
export const OutcomeChoice = ({ reply, gate, draft, onDraft }: FieldsProps) => {
  const styles = useMeetingStyles();
  const id = useId();
  const { verySmall } = reply.project;
  return (
    <fieldset className={styles.set}>
      <legend id={id} className={styles.legend}>
        {meetingWords.recommends}
      </legend>
      <RadioGroup
        aria-labelledby={id}
        className={styles.choices}
        value={draft.outcome ?? ''}
        onChange={(_, { value }) =>
          onDraft({ outcome: outcomesOf(gate).find((one) => one === value) ?? null })
        }
      >
        {outcomesOf(gate).map((outcome) => (
          <Radio
            key={outcome}
            value={outcome}
            className={mergeClasses(styles.choice, draft.outcome === outcome && styles.chosen)}
            disabled={outcomeRule(gate, outcome)?.onlyFor === 'verySmall' && !verySmall}
            label={
              <>
                {choiceLabel(gate, { outcome, spread: false, rethink: false })}
                <span className={styles.hint}>{outcomeHints[outcome]}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </fieldset>
  );
};

export const PriorityChoice = ({ draft, onDraft }: FieldsProps) => (
  <Field label={meetingWords.priority}>
    <RadioGroup
      layout="horizontal"
      value={draft.priority ?? ''}
      onChange={(_, { value }) =>
        onDraft({ priority: priorities.find((one) => one === value) ?? null })
      }
    >
      {priorities
        .filter((one) => one !== 'veryHigh')
        .map((one) => (
          <Radio key={one} value={one} label={priorityNames[one]} />
        ))}
    </RadioGroup>
  </Field>
);

/** Whose hours; many suggest a lift, and never make it. */
export const HoursFields = ({
  reply,
  draft,
  onDraft,
  liftHours,
}: FieldsProps & { readonly liftHours: number }) => {
  const styles = useMeetingStyles();
  const { areas } = useMe();
  const { leadArea } = reply.project;
  const hours = hoursOf(draft);
  const total = totalHours(hours);
  const parties: readonly (readonly [keyof Hours, string])[] = [
    ['hoursDigitek', meetingWords.digitek],
    ['hoursIt', meetingWords.it],
    ['hoursArea', leadArea === null ? meetingWords.area : areaName(areas, leadArea)],
  ];
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{meetingWords.hours}</legend>
      <div className={styles.hours}>
        {parties.map(([party, label]) => (
          <Field key={party} label={label} className={styles.hour}>
            <Input
              className={styles.input}
              inputMode="numeric"
              value={draft.hours[party]}
              onChange={(_, { value }) => onDraft({ hours: { ...draft.hours, [party]: value } })}
            />
          </Field>
        ))}
      </div>
      <div role="status">
        {suggestsLift(hours, liftHours) ? (
          <span className={styles.many}>
            <WarningRegular aria-hidden="true" />
            {meetingWords.many(total ?? 0, liftHours)}
          </span>
        ) : (
          total !== null &&
          !Number.isNaN(total) && <span className={styles.total}>{meetingWords.total(total)}</span>
        )}
      </div>
    </fieldset>
  );
};

/** The recommendation to lift, with who decides without it. */
export const LiftField = ({ reply, draft, onDraft }: FieldsProps) => {
  const styles = useMeetingStyles();
  const { areas } = useMe();
  const { project, routing } = reply;
  const isChefgruppes = routing?.decider.type === 'chefgruppe';
  const chef = project.leadArea === null ? '' : seatName(areas, project.leadArea);
  return (
    <div className={styles.lift}>
      <Switch
        label={meetingWords.lift}
        checked={draft.lift}
        disabled={isChefgruppes && !draft.lift}
        onChange={(_, { checked }) => onDraft({ lift: checked })}
      />
      {draft.lift && <span className={styles.hint}>{meetingWords.liftHint(chef)}</span>}
      {routing && (
        <span className={styles.hint}>
          {isChefgruppes
            ? meetingWords.chefgruppeDecides
            : meetingWords.withoutLift(deciderName(routing.decider, areas))}
        </span>
      )}
    </div>
  );
};

export const BecauseField = ({ draft, onDraft }: FieldsProps) => (
  <Field label={meetingWords.because}>
    <Textarea
      value={draft.why}
      maxLength={500}
      onChange={(_, { value }) => onDraft({ why: value })}
    />
  </Field>
);
