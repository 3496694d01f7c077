import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { isMonth } from '#shared/domain/plan/month.ts';
import {
  columnsOf,
  isPlanned,
  type PlanMoved,
  type Planned,
  plannedIn,
  samePlan,
} from '#shared/domain/plan/planned.ts';
import type { AddedProject } from '#shared/domain/plan/whatIf.ts';
import { isOver, type Project } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import type { Deps } from '../ports.ts';
import { createProject, type EditRefusal, editProject } from '../projects/editProject.ts';
import { changePlan, type Difference } from './planChange.ts';
import { isCollecting } from './planNews.ts';

export type PlanMove = {
  readonly id: string;
  /** Where the bar stood when it was moved. */
  readonly seen: Planned | null;
  readonly to: Planned | null;
};

export type PlanRefusal =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'unknown' }
  /** It ends before it begins, or lasts for ever. */
  | { readonly type: 'notASpan' }
  | { readonly type: 'over'; readonly title: string }
  /** Somebody moved these meanwhile; nothing of this was saved after that. */
  | { readonly type: 'changed'; readonly at: string; readonly titles: readonly string[] }
  /** A new project was refused as any new project is. */
  | { readonly type: 'project'; readonly refusal: Exclude<EditRefusal, { type: 'changed' }> };

export const isSpan = (planned: Planned): boolean =>
  isMonth(planned.start) && isMonth(planned.end) && isPlanned(planned);

type Read = { readonly move: PlanMove; readonly project: Project };

/** Reads fresh what is to be moved; something that is not there is no plan to save. */
export const readMoves = async (
  deps: Deps,
  moves: readonly PlanMove[],
): Promise<readonly Read[] | null> => {
  const rows = await Promise.all(moves.map(({ id }) => deps.stores.projects.read(id)));
  const read = moves.flatMap((move, at) => {
    const row = rows[at];
    return row ? [{ move, project: row.value }] : [];
  });
  return read.length === moves.length ? read : null;
};

/** As it was seen, or already as it is to be: the press came twice, or was cut off. */
const isAsSeen = ({ move, project }: Read): boolean => {
  const now = plannedIn(project);
  return samePlan(now, move.seen) || samePlan(now, move.to);
};

const changedRefusal = (clashes: readonly Project[]): PlanRefusal => ({
  type: 'changed',
  at:
    clashes
      .map(({ lastChange }) => lastChange?.at ?? '')
      .sort()
      .at(-1) ?? '',
  titles: clashes.map(({ title }) => title),
});

const moveRefusal = (read: readonly Read[]): PlanRefusal | null => {
  if (read.some(({ move }) => move.to !== null && !isSpan(move.to))) return { type: 'notASpan' };
  const over = read.find(({ project }) => isOver(project));
  if (over) return { type: 'over', title: over.project.title };
  const clashes = read.filter((one) => !isAsSeen(one)).map(({ project }) => project);
  return clashes.length > 0 ? changedRefusal(clashes) : null;
};

/** What saving changes on a row that stands where it was seen, or already where it is to be. */
const differenceTo = (
  project: Project,
  to: Planned | null,
  moved: PlanMoved,
): Difference | null => {
  const answers = to !== null && samePlan(project.planProposal, to);
  const isMoved = !samePlan(plannedIn(project), to);
  if (!isMoved && !answers) return null;
  return {
    ...columnsOf(to),
    ...(answers ? { planProposal: null } : {}),
    ...(isMoved ? { planMoved: moved } : {}),
  };
};

/** From where it stood when those who must know were told last. */
const movedBy = (deps: Deps, { id, name }: Actor, project: Project): PlanMoved => {
  const last = project.planMoved;
  const isUntold = last !== null && isCollecting(deps, last.at);
  return {
    from: isUntold ? last.from : plannedIn(project),
    ...{ byId: id, byName: name, at: deps.clock.now() },
  };
};

/** Moves a bar, if it is still where it was seen; whether that was a change. */
const saveMove = async (deps: Deps, actor: Actor, move: PlanMove) => {
  let clash: Project | null = null;
  let changed = false;
  await changePlan(deps, actor, move.id, (project): Difference | null => {
    clash = isAsSeen({ move, project }) ? null : project;
    const difference =
      clash === null ? differenceTo(project, move.to, movedBy(deps, actor, project)) : null;
    changed = difference !== null;
    return difference;
  });
  return { clash: clash as Project | null, changed };
};

type Saved = Result<number, PlanRefusal>;

const saveMoves = async (deps: Deps, actor: Actor, moves: readonly PlanMove[]): Promise<Saved> => {
  let count = 0;
  for (const move of moves) {
    const { clash, changed } = await saveMove(deps, actor, move);
    if (clash) return refused(changedRefusal([clash]));
    count += changed ? 1 : 0;
  }
  return done(count);
};

/** By the ordinary ways: a new idea, its type with a word why, and then its place in the plan. */
const saveAdded = async (
  deps: Deps,
  actor: Actor,
  added: AddedProject,
  why: string,
): Promise<Saved> => {
  const { key, title, area, due, plan } = added;
  const made = await createProject(
    deps,
    actor,
    { title, ...(area === null ? {} : { leadArea: area }) },
    key,
  );
  if (!made.ok)
    return made.refusal.type === 'changed'
      ? refused(changedRefusal([made.refusal.current.value]))
      : refused({ type: 'project', refusal: made.refusal });
  const { value, etag } = made.value;
  if (value.type !== 'skal') {
    const changes = { type: 'skal', skalDue: due } as const;
    const edited = await editProject(deps, actor, {
      ...{ id: value.id, revision: etag, changes, reason: why },
    });
    if (!edited.ok && edited.refusal.type !== 'changed')
      return refused({ type: 'project', refusal: edited.refusal });
  }
  return saveMoves(deps, actor, [{ id: value.id, seen: null, to: plan }]);
};

/**
 * Saves a trial: each bar is a row of its own, changed only if it still stands where it was seen.
 * Nothing is written when one of them does not. Cut off in the middle, what was saved is saved and
 * has its history, and the same press again does the rest.
 */
export const savePlan = async (
  deps: Deps,
  actor: Actor,
  {
    moves,
    added,
  }: { readonly moves: readonly PlanMove[]; readonly added: readonly AddedProject[] },
  /** Why a new project is SKAL, for its history. */
  why: string,
): Promise<Saved> => {
  if (!may(actor, 'savePlan')) return refused({ type: 'notAllowed' });
  if (!added.every(({ plan }) => isSpan(plan))) return refused({ type: 'notASpan' });
  const read = await readMoves(deps, moves);
  if (read === null) return refused({ type: 'unknown' });
  const refusal = moveRefusal(read);
  if (refusal) return refused(refusal);
  const moved = await saveMoves(deps, actor, moves);
  if (!moved.ok) return moved;
  let count = moved.value;
  for (const one of added) {
    const saved = await saveAdded(deps, actor, one, why);
    if (!saved.ok) return saved;
    count += saved.value;
  }
  return done(count);
};
