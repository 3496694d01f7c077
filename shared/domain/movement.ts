import { leftToClose } from './closing.ts';
import { doors, isReason, outcomeRule } from './gates.ts';
import { type Phase, phases } from './phase.ts';
import type { Project, Status } from './project.ts';
import type { Decision } from './request.ts';
import type { StepCode } from './steps.ts';
import { askedSteps, type StepTemplates } from './stepTemplates.ts';

/** Why a project's type, phase or status is not changed by hand (domain.md, The project model). */
export type MoveRefusal =
  /** One thing at a time: what the type allows is asked of the type it has. */
  | { readonly type: 'moveAlone' }
  | { readonly type: 'requestOpen' }
  | { readonly type: 'moveReasonMissing' }
  | { readonly type: 'typeFinal' }
  /** It stands in a phase that no gate let it into. */
  | { readonly type: 'typePassesGate' }
  | { readonly type: 'phaseByGate' }
  | { readonly type: 'onePhaseAtATime' }
  | { readonly type: 'statusNotByHand' }
  | { readonly type: 'notLetGo'; readonly left: readonly StepCode[] }
  /** Units it is being spread to have neither started nor been given up. */
  | { readonly type: 'unitsLeft'; readonly count: number }
  /** Benefits, by name, that have not been followed to the door. */
  | { readonly type: 'benefitsLeft'; readonly left: readonly string[] };

export type MoveFacts = {
  readonly project: Project;
  readonly changes: Partial<Pick<Project, 'type' | 'phase' | 'status'>>;
  /** A word why; empty when none was given. */
  readonly reason: string;
  /** A request about it waits for an answer. */
  readonly isOpen: boolean;
  readonly decisions: readonly Decision[];
  readonly doneSteps: ReadonlySet<StepCode>;
  /** Units it is being spread to that are still to start. */
  readonly unitsLeft: number;
  /** Benefits that are still to be followed, by name. */
  readonly benefitsLeft: readonly string[];
};

const shelved: readonly Status[] = ['raw', 'backlog'];
const waiting: readonly Status[] = [...shelved, 'pipeline', 'active'];

const isOver = (status: Status): boolean => status === 'stopped' || status === 'closed';

/** The phase that decisions have brought a project to; an idea that passed no gate is an idea. */
export const phaseByDecisions = (decisions: readonly Decision[]): Phase => {
  const last = decisions.findLast(
    ({ ending, gate }) => ending === 'decided' && doors.some((door) => door === gate),
  );
  const to = last?.outcome ? outcomeRule(last.gate, last.outcome)?.to : undefined;
  if (last?.spread) return 'spread';
  return to && to !== 'stopped' ? to : 'idea';
};

const typeRefusal = (facts: MoveFacts, to: Project['type']): MoveRefusal | null => {
  const { project, decisions } = facts;
  if (facts.isOpen) return { type: 'requestOpen' };
  if (!isReason(facts.reason)) return { type: 'moveReasonMissing' };
  if (isOver(project.status)) return { type: 'typeFinal' };
  if (to !== 'digitek') return null;
  if (project.status === 'operating') return { type: 'typeFinal' };
  return project.phase === phaseByDecisions(decisions) ? null : { type: 'typePassesGate' };
};

const isNextPhase = (from: Phase, to: Phase): boolean =>
  phases.indexOf(to) === phases.indexOf(from) + 1 || (from === 'spread' && to === 'operation');

/** It is spread when every unit has started or been given up, and not before. */
const unitsRefusal = ({ unitsLeft }: MoveFacts): MoveRefusal | null =>
  unitsLeft > 0 ? { type: 'unitsLeft', count: unitsLeft } : null;

const phaseRefusal = (facts: MoveFacts, to: Phase): MoveRefusal | null => {
  const { project } = facts;
  if (project.type === 'digitek') return { type: 'phaseByGate' };
  if (isOver(project.status)) return { type: 'statusNotByHand' };
  if (!isNextPhase(project.phase, to)) return { type: 'onePhaseAtATime' };
  return project.phase === 'spread' ? unitsRefusal(facts) : null;
};

const closingRefusal = (facts: MoveFacts): MoveRefusal | null => {
  const { type, status } = facts.project;
  if (status !== 'operating') return { type: 'statusNotByHand' };
  if (type !== 'digitek' && !isReason(facts.reason)) return { type: 'moveReasonMissing' };
  const left = leftToClose(facts).flatMap((one) => (one.type === 'step' ? [one.code] : []));
  if (left.length > 0) return { type: 'notLetGo', left };
  const { benefitsLeft } = facts;
  return benefitsLeft.length > 0
    ? { type: 'benefitsLeft', left: benefitsLeft }
    : unitsRefusal(facts);
};

const stoppingRefusal = (facts: MoveFacts): MoveRefusal | null => {
  const { type, status } = facts.project;
  if (type === 'digitek' || isOver(status)) return { type: 'statusNotByHand' };
  return isReason(facts.reason) ? null : { type: 'moveReasonMissing' };
};

const statusRefusal = (facts: MoveFacts, to: Status): MoveRefusal | null => {
  const { project } = facts;
  if (facts.isOpen) return { type: 'requestOpen' };
  if (to === 'closed') return closingRefusal(facts);
  if (to === 'stopped') return stoppingRefusal(facts);
  if (!waiting.includes(project.status) || !waiting.includes(to))
    return { type: 'statusNotByHand' };
  // Only an idea that has not reached gate 1 is laid aside.
  return shelved.includes(to) && project.type === 'digitek' && project.phase !== 'idea'
    ? { type: 'statusNotByHand' }
    : null;
};

/** Whether a project may be moved by hand like this, by whoever may move it; null = it may. */
export const moveRefusalOf = (facts: MoveFacts): MoveRefusal | null => {
  const { type, phase, status } = facts.changes;
  const moved = [type, phase, status].filter((one) => one !== undefined);
  if (moved.length > 1) return { type: 'moveAlone' };
  if (type !== undefined) return typeRefusal(facts, type);
  if (phase !== undefined) return phaseRefusal(facts, phase);
  return status === undefined ? null : statusRefusal(facts, status);
};

/** The steps of a phase that are not done when it is left, for whoever moves it on to see. */
export const stepsLeftIn = (
  project: Pick<Project, 'phase' | 'fastTracked'>,
  doneSteps: ReadonlySet<StepCode>,
  made: StepTemplates,
): readonly StepCode[] =>
  askedSteps(
    made,
    project.phase === 'spread' ? 'operation' : project.phase,
    project.fastTracked,
  ).filter((code) => !doneSteps.has(code));

const withoutVeryHigh = (priority: Project['firstPriority']): Project['firstPriority'] =>
  priority === 'veryHigh' ? null : priority;

/** What follows from a move by hand: the status goes with the phase, and `veryHigh` with SKAL. */
export const movedByHand = (
  project: Project,
  { type, phase }: MoveFacts['changes'],
  at: string,
): Partial<Project> => ({
  ...(phase === undefined
    ? {}
    : {
        phaseSince: at,
        status: phase === 'operation' || phase === 'spread' ? 'operating' : 'active',
      }),
  ...(type === undefined || type === 'skal'
    ? {}
    : {
        firstPriority: withoutVeryHigh(project.firstPriority),
        recommendedPriority: withoutVeryHigh(project.recommendedPriority),
        decidedPriority: withoutVeryHigh(project.decidedPriority),
      }),
});
