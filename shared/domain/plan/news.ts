import type { AreaId } from '../area.ts';
import type { PersonId } from '../person.ts';
import type { Project } from '../project.ts';
import { planRowOf } from './plan.ts';
import { type Planned, type PlanSettings, plannedIn, samePlan } from './planned.ts';
import { type Move, mustKnowOf, poolMovesOf } from './whatIf.ts';

/* What those who must know are told when the plan has been saved (N26). */

/** A bar that was saved elsewhere than it stood. */
export type PlanNews = {
  readonly project: Pick<Project, 'id' | 'title'>;
  readonly from: Planned | null;
  readonly to: Planned | null;
  readonly at: string;
  readonly byId: PersonId;
  readonly byName: string;
};

export type Concerned = {
  /** Whoever owns and leads it. */
  readonly people: readonly PersonId[];
  /** Whose chefs: its own area, and those whose pool is asked in another year than before. */
  readonly areas: readonly AreaId[];
  /** The common pool is asked in another year: all chefs. */
  readonly chefgruppe: boolean;
};

/** Null where the bar was not saved elsewhere, or is back where it was. */
export const planNewsOf = (project: Project): PlanNews | null => {
  const { id, title, planMoved } = project;
  const to = plannedIn(project);
  if (planMoved === null || samePlan(planMoved.from, to)) return null;
  const { from, at, byId, byName } = planMoved;
  return { project: { id, title }, from, to, at, byId, byName };
};

/** Whom a saved move concerns, as the trial said it. */
export const concernedBy = (
  project: Project,
  { from, to }: Pick<PlanNews, 'from' | 'to'>,
  around: { readonly settings: PlanSettings; readonly today: string },
): Concerned => {
  const move: Move = { row: planRowOf(project, false), from, to, by: 'hand' };
  const { areas, leads, owners, chefgruppe } = mustKnowOf([move], poolMovesOf([move], around));
  return { people: [...new Set([...owners, ...leads])], areas, chefgruppe };
};
