import { mergeClasses } from '@fluentui/react-components';
import { FlagFilled } from '@fluentui/react-icons';
import { memo } from 'react';
import { type Milestone, milestoneState } from '#shared/domain/plan/milestone.ts';
import { monthNo } from '#shared/domain/plan/month.ts';
import { type PlanRow, suggestedPlan } from '#shared/domain/plan/plan.ts';
import { type Planned, type PlanSettings, samePlan } from '#shared/domain/plan/planned.ts';
import { type BarGate, barGates, type Segment, segmentsOf } from '#shared/domain/plan/segments.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import {
  barAloud,
  milestoneText,
  movedAloud,
  moveText,
  planWords,
  suggestedAloud,
} from '#shared/words/plan/page.ts';
import { spanText, workPhaseNames } from '#shared/words/plan/words.ts';
import { phaseNames } from '#shared/words/words.ts';
import type { DoorState } from '../drawing/DoorDrawing.tsx';
import { Door, MilestoneMark } from '../drawing/marks.tsx';
import { useStepTemplates } from '../shell/stepNames.ts';
import { useBarStyles } from './barStyles.ts';
import type { OnDrag } from './useDrag.ts';

/** The months in sight. */
export type Sight = { readonly first: number; readonly months: number };

const percent = (sight: Sight, at: number): number => ((at - sight.first) / sight.months) * 100;

const clipped = (sight: Sight, from: number, to: number) => {
  const left = Math.max(0, percent(sight, from));
  const right = Math.min(100, percent(sight, to));
  return { left: `${left}%`, width: `${Math.max(0, right - left)}%`, isSeen: right > left };
};

const doorOf: Readonly<Record<BarGate['state'], DoorState>> = {
  past: 'open',
  asked: 'ajar',
  next: 'next',
  ahead: 'closed',
};

const Gates = ({ gates, sight }: { gates: readonly BarGate[]; sight: Sight }) => {
  const styles = useBarStyles();
  return gates.map(({ door, at, state }) => {
    const left = percent(sight, at);
    return left < 0 || left > 100 ? null : (
      <span key={door} className={styles.gate} style={{ left: `${left}%` }}>
        <Door state={doorOf[state]} height={18} />
      </span>
    );
  });
};

/** Whether a phase's name has room in so many months, by how wide a month is beside the rail. */
const hasRoom = (name: string, length: number, { months }: Sight): boolean =>
  (length * 600) / months >= name.length * 6.4 + 12;

const Segments = ({ segments, sight }: { segments: readonly Segment[]; sight: Sight }) => {
  const styles = useBarStyles();
  const end = sight.first + sight.months;
  return segments.map(({ phase, from, to }) => {
    const length = Math.min(to, end) - Math.max(from, sight.first);
    return length <= 0 ? null : (
      <span
        key={phase}
        className={mergeClasses(
          styles.segment,
          styles[phase],
          length * 600 < sight.months * 14 && styles.tight,
        )}
        style={{ flexGrow: length, flexBasis: 0 }}
      >
        {hasRoom(workPhaseNames[phase], length, sight) && workPhaseNames[phase]}
      </span>
    );
  });
};

/** How long what comes after is drawn: until benefits are followed up the second time. */
const operationMonths = 6;

const Operation = ({ row, end, sight }: { row: PlanRow; end: number; sight: Sight }) => {
  const styles = useBarStyles();
  const { isSeen, ...place } = clipped(sight, end, end + operationMonths);
  if (!isSeen) return null;
  const isDue = row.due !== undefined;
  return (
    <span className={styles.operation} style={place} aria-hidden="true">
      {isDue ? '' : planWords.operation}
    </span>
  );
};

/** Where a day stands, in months since year 0. */
const dayNo = (day: string): number => monthNo(day) + (Number(day.slice(8, 10)) - 1) / 31;

type MilestonesProps = {
  readonly milestones: readonly Milestone[];
  readonly sight: Sight;
  readonly today: string;
  readonly made: StepTemplates;
};

/** On the bar's lower edge, clear of the names of phases; their words are the bar's own. */
const Milestones = ({ milestones, sight, today, made }: MilestonesProps) => {
  const styles = useBarStyles();
  return milestones.map((milestone) => {
    const left = percent(sight, dayNo(milestone.due));
    return left < 0 || left > 100 ? null : (
      <MilestoneMark
        key={milestone.code}
        title={milestoneText(milestone, made, today)}
        classes={{
          place: styles.milestone,
          halo: styles.halo,
          state: styles[milestoneState(milestone, today)],
        }}
        style={{ left: `${left}%` }}
      />
    );
  });
};

const Due = ({ due, sight }: { due: string; sight: Sight }) => {
  const styles = useBarStyles();
  const left = percent(sight, dayNo(due));
  return left < 0 || left > 100 ? null : (
    <span
      className={styles.due}
      style={left > 88 ? { right: `${100 - left}%` } : { left: `${left}%` }}
    >
      <FlagFilled aria-hidden="true" />
      {planWords.due(due)}
    </span>
  );
};

/** Where a bar stood that has moved: before the trial, or at the last kvartalsstatus. */
const Ghost = ({ from, text, sight }: { from: Planned; text: string; sight: Sight }) => {
  const styles = useBarStyles();
  const { isSeen, ...place } = clipped(sight, monthNo(from.start), monthNo(from.end) + 1);
  return isSeen ? (
    <span className={styles.ghost} style={place}>
      {text}
    </span>
  ) : null;
};

export type BarProps = {
  readonly row: PlanRow;
  readonly rowKey: string;
  readonly planned: Planned | null;
  /** Where it stood before it was tried elsewhere. */
  readonly from: Planned | null | undefined;
  /** Where it stood at the last kvartalsstatus; left out when nobody compares. */
  readonly stood: Planned | null | undefined;
  readonly sight: Sight;
  readonly settings: PlanSettings;
  readonly today: string;
  readonly focusable: boolean;
  readonly isChosen: boolean;
  readonly drag: OnDrag;
};

const nameOf = (
  props: BarProps,
  shown: Planned,
  gates: readonly BarGate[],
  milestones: readonly string[],
): string => {
  const { row, planned, from } = props;
  if (from !== undefined && !samePlan(from, planned)) return movedAloud({ row, from, to: planned });
  if (planned === null) return suggestedAloud(row.title, shown);
  return barAloud(row.title, planned, {
    phase: phaseNames[row.phase],
    gates,
    due: row.due ?? null,
    milestones,
  });
};

/** Out of sight: it still has its stop, and says where it is. */
const Away = ({
  props,
  name,
  after,
  text,
}: {
  props: BarProps;
  name: string;
  after: boolean;
  text: string;
}) => (
  <button
    type="button"
    className={useBarStyles().away}
    style={after ? { right: '4px' } : { left: '4px' }}
    data-stop={props.rowKey}
    tabIndex={props.focusable ? 0 : -1}
    aria-label={name}
  >
    {after ? `${text} ›` : `‹ ${text}`}
  </button>
);

const Handle = ({ side }: { side: 'start' | 'end' }) => (
  <span
    className={useBarStyles().edge}
    style={side === 'start' ? { left: 0 } : { right: 0 }}
    data-edge={side}
  />
);

type ShownProps = {
  readonly props: BarProps;
  readonly shown: Planned;
  readonly segments: readonly Segment[];
  readonly name: string;
};

const Shown = ({ props, shown, segments, name }: ShownProps) => {
  const styles = useBarStyles();
  const { row, rowKey, planned, sight, drag, focusable, isChosen } = props;
  const { isSeen, ...place } = clipped(sight, monthNo(shown.start), monthNo(shown.end) + 1);
  if (!isSeen) {
    const after = monthNo(shown.start) >= sight.first + sight.months;
    return <Away {...{ props, name, after }} text={spanText(shown)} />;
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.bar, isChosen && styles.chosen)}
      style={place}
      data-stop={rowKey}
      tabIndex={focusable ? 0 : -1}
      aria-label={name}
      onPointerDown={(event) => drag.take(row, shown, event)}
      onPointerMove={drag.move}
    >
      {planned === null ? (
        <span className={mergeClasses(styles.segment, styles.suggested)}>
          {planWords.suggested}
        </span>
      ) : (
        <Segments segments={segments} sight={sight} />
      )}
      <Handle side="start" />
      <Handle side="end" />
    </button>
  );
};

/** Where the bar stood before, drawn behind it. */
const Behind = ({ from, stood, planned, sight }: BarProps) => {
  if (from && !samePlan(from, planned))
    return <Ghost from={from} text={moveText({ from, to: planned })} sight={sight} />;
  return stood && !samePlan(stood, planned) ? (
    <Ghost from={stood} text={planWords.stoodThen(stood)} sight={sight} />
  ) : null;
};

/** A project's time, with its phases and gates; where nobody has planned, what it may come to. */
export const Bar = memo((props: BarProps) => {
  const { row, planned, sight, settings, today } = props;
  const made = useStepTemplates();
  const shown = planned ?? suggestedPlan(row, settings, today);
  if (!shown) return <Behind {...props} />;
  const segments = segmentsOf(row, shown, settings, today);
  const gates = barGates(row, segments);
  const milestones = row.milestones ?? [];
  const said = milestones.map((one) => milestoneText(one, made, today));
  const hasEnd = planned !== null && segments.at(-1)?.phase === 'trial';
  return (
    <>
      {hasEnd && <Operation row={row} end={monthNo(shown.end) + 1} sight={sight} />}
      <Behind {...props} />
      <Shown {...{ props, shown, segments }} name={nameOf(props, shown, gates, said)} />
      {planned !== null && <Gates gates={gates} sight={sight} />}
      <Milestones {...{ milestones, sight, today, made }} />
      {row.due !== undefined && <Due due={row.due} sight={sight} />}
    </>
  );
});
