import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { samePlan } from '#shared/domain/plan/planned.ts';
import { isOver, type Project } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import type { Deps } from '../ports.ts';
import { changePlan } from './planChange.ts';
import { isSpan, type PlanMove, type PlanRefusal, readMoves } from './savePlan.ts';

/**
 * What whoever leads or owns some projects would have the plan say of them. The plan stands as it
 * stood; DigiTek sees the proposal beside it.
 */
export const proposePlan = async (
  deps: Deps,
  actor: Actor,
  moves: readonly PlanMove[],
  why: string,
): Promise<Result<number, PlanRefusal>> => {
  const read = await readMoves(deps, moves);
  if (read === null) return refused({ type: 'unknown' });
  if (!read.every(({ project }) => may(actor, 'proposePlan', project)))
    return refused({ type: 'notAllowed' });
  if (!moves.every(({ to }) => to !== null && isSpan(to))) return refused({ type: 'notASpan' });
  const over = read.find(({ project }) => isOver(project));
  if (over) return refused({ type: 'over', title: over.project.title });
  const at = deps.clock.now();
  const { id: byId, name: byName } = actor;
  for (const { id, to } of moves)
    await changePlan(
      ...([deps, actor, id] as const),
      ({ planProposal }) =>
        to === null || (planProposal?.byId === byId && samePlan(planProposal, to))
          ? null
          : { planProposal: { ...to, why, byId, byName, at } },
      why,
    );
  return done(moves.length);
};

const mayDecline = (actor: Actor, { planProposal }: Project): boolean =>
  may(actor, 'savePlan') || planProposal?.byId === actor.id;

/** DigiTek says no to a proposal, or whoever made it takes it back. */
export const declinePlan = async (
  deps: Deps,
  actor: Actor,
  id: string,
  why: string,
): Promise<Result<number, PlanRefusal>> => {
  const row = await deps.stores.projects.read(id);
  if (!row) return refused({ type: 'unknown' });
  if (!mayDecline(actor, row.value)) return refused({ type: 'notAllowed' });
  await changePlan(
    ...([deps, actor, id] as const),
    (project) =>
      project.planProposal === null || !mayDecline(actor, project) ? null : { planProposal: null },
    why,
  );
  return done(1);
};
