import type { Door } from '../gates.ts';
import { gateAhead, type Project } from '../project.ts';
import { type Missing, missingFor } from '../readiness.ts';
import { type Step, type StepCode, steps, stepsBefore } from '../steps.ts';

/** The step that is DigiTek's meeting before a gate. */
export const meetingStepBefore = (gate: Door): StepCode | undefined =>
  stepsBefore(gate).find((code) => steps[code].voice === 'digitek');

/** How a project stands before DigiTek's meeting. */
export type MeetingState = 'ready' | 'lacking' | 'done';

export type OnMeeting = {
  readonly gate: Door;
  readonly step: StepCode;
  readonly state: MeetingState;
  /** What should be there before the meeting, and is not. */
  readonly lacks: readonly Missing[];
};

/** What the meeting itself gives, and what comes after it: the owner's and the chef's word, the pool. */
const comesLater = (missing: Missing): boolean => {
  switch (missing.type) {
    case 'recommendation':
    case 'ownerApproval':
    case 'pool':
    case 'sharesDiffer':
      return true;
    case 'step':
      return steps[missing.code].voice !== undefined;
    default:
      return false;
  }
};

/** A project that lacks more than this is not nearly ready. */
const mostLacking = 3;

const doorAhead = (project: Project): Door | null => {
  const gate = gateAhead(project);
  return project.type !== 'digitek' || project.status !== 'active' || gate === 'funding'
    ? null
    : gate;
};

/**
 * Whether and how a project is on DigiTek's next meeting (domain.md, Steps inside a phase); null when
 * it is not: it passes no gate, it is too far from ready, or its gate is asked for already.
 */
export const onMeeting = (
  project: Project,
  byCode: ReadonlyMap<StepCode, Step>,
  isAtGate: boolean,
): OnMeeting | null => {
  const gate = doorAhead(project);
  const step = gate === null ? undefined : meetingStepBefore(gate);
  if (gate === null || step === undefined || isAtGate) return null;
  const missing = missingFor(project, gate, byCode);
  const lacks = missing.filter((one) => !comesLater(one));
  if (lacks.length > mostLacking) return null;
  const isHeld =
    byCode.get(step)?.done === true && !missing.some(({ type }) => type === 'recommendation');
  const before = lacks.length === 0 ? 'ready' : 'lacking';
  return { gate, step, state: isHeld ? 'done' : before, lacks };
};

/** The hours the next phase takes, by whose they are; null = not said. */
export type Hours = Pick<Project, 'hoursDigitek' | 'hoursIt' | 'hoursArea'>;

export const totalHours = ({ hoursDigitek, hoursIt, hoursArea }: Hours): number | null =>
  hoursDigitek === null && hoursIt === null && hoursArea === null
    ? null
    : (hoursDigitek ?? 0) + (hoursIt ?? 0) + (hoursArea ?? 0);

/** Many hours suggest that the chefgruppe decides; they never make it so. */
export const suggestsLift = (hours: Hours, limit: number): boolean =>
  (totalHours(hours) ?? 0) > limit;

export const isHours = (hours: number): boolean =>
  Number.isInteger(hours) && hours >= 0 && hours <= 20_000;
