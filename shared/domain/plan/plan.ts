import type { AreaId } from '../area.ts';
import type { Share } from '../funding.ts';
import type { Ore } from '../money.ts';
import type { PersonId } from '../person.ts';
import type { Phase } from '../phase.ts';
import { type Priority, priorityOf } from '../priority.ts';
import type { Project, ProjectId, ProjectType, Status } from '../project.ts';
import type { Milestone } from './milestone.ts';
import { type Month, monthAt, monthNo } from './month.ts';
import {
  mostPlanHours,
  type Planned,
  type PlanProposal,
  type PlanSettings,
  plannedIn,
  type WorkPhase,
  workPhases,
} from './planned.ts';

/** A project as the plan shows it; what is not said is left out, because thousands are sent. */
export type PlanRow = {
  readonly id: ProjectId;
  readonly title: string;
  readonly type: ProjectType;
  readonly phase: Phase;
  readonly status: Status;
  /** The month it came into its phase. */
  readonly since: Month;
  readonly area?: AreaId;
  readonly priority?: Priority;
  readonly owner?: PersonId;
  readonly lead?: PersonId;
  readonly plan?: Planned;
  /** What the next phase is expected to take. */
  readonly nextHours?: number;
  readonly fastTracked?: true;
  readonly askOre?: Ore;
  readonly shares?: readonly Share[];
  /** The day a SKAL project has to be there. */
  readonly due?: string;
  /** The gate ahead waits for an answer. */
  readonly asked?: true;
  readonly proposal?: PlanProposal;
  /** By their day; left out where there is none. */
  readonly milestones?: readonly Milestone[];
};

/** What is not said is left out of what is sent. */
const unlessNull = <N extends keyof PlanRow>(
  name: N,
  value: PlanRow[N] | null,
): Partial<Pick<PlanRow, N>> =>
  (value === null || value === undefined ? {} : { [name]: value }) as Partial<Pick<PlanRow, N>>;

const saidOf = (project: Project): Partial<PlanRow> => {
  const { askOre, shares, type } = project;
  return {
    ...unlessNull('plan', plannedIn(project)),
    ...unlessNull('area', project.leadArea),
    ...unlessNull('priority', priorityOf(project)?.priority ?? null),
    ...unlessNull('owner', project.ownerId),
    ...unlessNull('lead', project.leadId),
    ...unlessNull('nextHours', project.hoursDigitek),
    ...unlessNull('fastTracked', project.fastTracked ? true : null),
    ...((askOre ?? 0) > 0 ? { askOre: askOre ?? 0, shares } : {}),
    ...unlessNull('due', type === 'skal' ? project.skalDue : null),
    ...unlessNull('proposal', project.planProposal),
  };
};

export const planRowOf = (
  project: Project,
  isAsked: boolean,
  milestones: readonly Milestone[] = [],
): PlanRow => ({
  id: project.id,
  title: project.title,
  type: project.type,
  phase: project.phase,
  status: project.status,
  since: project.phaseSince.slice(0, 7),
  ...saidOf(project),
  ...(isAsked ? { asked: true as const } : {}),
  ...(milestones.length > 0 ? { milestones } : {}),
});

/** What the plan is about: all that is planned, is under way before operation, or waits its turn. */
export const belongsInPlan = (project: Project): boolean => {
  if (project.status === 'stopped' || project.status === 'closed') return false;
  if (plannedIn(project) !== null || project.planProposal !== null) return true;
  return project.status === 'operating' ? false : project.status !== 'raw';
};

/** It stands in the plan, or is under way and should. */
export const isInPlan = (row: Pick<PlanRow, 'plan' | 'status'>): boolean =>
  row.plan !== undefined || row.status === 'active';

/** The phases ahead of a row, its own first; none when it is in operation. */
export const phasesAhead = ({
  phase,
  fastTracked,
}: Pick<PlanRow, 'phase' | 'fastTracked'>): readonly WorkPhase[] => {
  const at = (workPhases as readonly string[]).indexOf(phase);
  if (at < 0) return [];
  return workPhases.slice(at).filter((one) => one !== 'investigation' || fastTracked !== true);
};

const hoursFor = (row: PlanRow, phase: WorkPhase, at: number, settings: PlanSettings): number => {
  // What DigiTek's meeting expects is of the phase that comes; nobody has said more than that.
  const isNext = row.status === 'active' ? at === 1 : at === 0;
  return isNext ? (row.nextHours ?? settings.hours[phase]) : settings.hours[phase];
};

/**
 * A plan out of the phase it is in and the usual times: a suggestion, shown as one, and saved by
 * somebody or not at all. `from` = when what has not begun would begin. Null in operation.
 */
export const suggestedPlan = (
  row: PlanRow,
  settings: PlanSettings,
  today: string,
  from: Month = monthAt(monthNo(today) + 1),
): Planned | null => {
  const ahead = phasesAhead(row);
  const [current] = ahead;
  if (current === undefined) return null;
  const now = monthNo(today);
  const isBegun = row.status === 'active';
  const start = isBegun ? Math.min(monthNo(row.since), now) : monthNo(from);
  const rest = ahead.slice(1).reduce((sum, phase) => sum + settings.months[phase], 0);
  const until = Math.max(start + settings.months[current] - 1, isBegun ? now : start);
  const hours = ahead.reduce((sum, phase, at) => sum + hoursFor(row, phase, at, settings), 0);
  return {
    // What has stood for years is not drawn from then on: only the last year of it.
    start: monthAt(Math.max(start, until - 11)),
    end: monthAt(until + rest),
    hours: Math.min(hours, mostPlanHours),
  };
};
