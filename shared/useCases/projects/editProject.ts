import { canBeAsked } from '#shared/domain/askAnew.ts';
import {
  changeable,
  type Editable,
  type Field,
  fields,
  isForComingGate,
  mayChange,
  maySayOfIdea,
} from '#shared/domain/fieldRights.ts';
import { differenceOf } from '#shared/domain/history.ts';
import {
  type MoveRefusal,
  movedByHand,
  moveRefusalOf,
  stepsLeftIn,
} from '#shared/domain/movement.ts';
import { type Actor, has } from '#shared/domain/person.ts';
import { newIdea, type Project } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { cprLikeIn } from '#shared/domain/stories/privacy.ts';
import { askOwnersAnew } from '../approvals/moveApproval.ts';
import { benefitsLeftIn } from '../checklist/benefitsHeld.ts';
import { doneStepsOf } from '../checklist/steps.ts';
import type { Deps, Row } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { askAnew, mayAskAnew } from '../requests/askAnew.ts';
import { openRequestOf } from '../requests/views.ts';
import { areaIdsOf, stepTemplatesIn } from '../settings/settingsOf.ts';
import { unitsLeftIn } from '../spread/unitsOf.ts';

export type EditRefusal =
  | { readonly type: 'unknown' }
  | { readonly type: 'notAllowed' }
  /** These fields are somebody else's to change. */
  | { readonly type: 'notYours'; readonly fields: readonly Field[] }
  | MoveRefusal
  | { readonly type: 'notTheGates' }
  | { readonly type: 'unknownArea'; readonly area: string }
  | { readonly type: 'unknownPerson'; readonly field: 'ownerId' | 'leadId' }
  | { readonly type: 'titleMissing' }
  /** A number like a person's in what everybody can read. */
  | { readonly type: 'personNumber'; readonly found: string }
  | { readonly type: 'onlyForSkal' }
  /** A request is open, and nobody could be asked about it with this funding. */
  | { readonly type: 'fundingOpen' }
  /** Somebody changed it first; these fields are not as the editor saw them. */
  | {
      readonly type: 'changed';
      readonly current: Row<Project>;
      readonly fields: readonly string[];
    };

const poolAreas = (changes: Partial<Editable>): readonly string[] =>
  (changes.shares ?? []).flatMap((share) =>
    share.pool === 'common' ? [] : [share.pool.slice('area:'.length)],
  );

const areaRefusal = (deps: Deps, changes: Partial<Editable>): EditRefusal | null => {
  const known = areaIdsOf(deps.stores);
  const named = [
    ...(changes.leadArea ? [changes.leadArea] : []),
    ...(changes.areas ?? []),
    ...poolAreas(changes),
  ];
  const area = named.find((one) => !known.includes(one));
  return area === undefined ? null : { type: 'unknownArea', area };
};

const personRefusal = (deps: Deps, changes: Partial<Editable>): EditRefusal | null => {
  for (const field of ['ownerId', 'leadId'] as const) {
    const id = changes[field];
    if (id && !deps.stores.people.get(id)) return { type: 'unknownPerson', field };
  }
  return null;
};

/** The fields of a change that would change something. */
const differing = (current: Project, changes: Partial<Editable>): readonly Field[] =>
  fields.filter(
    (field) =>
      field in changes && JSON.stringify(current[field]) !== JSON.stringify(changes[field]),
  );

const movingFields = ['type', 'phase', 'status'] as const;

/** Everybody in the team can read these, and people write them quickly. */
const readByAll = [
  'title',
  'purpose',
  'summary',
  'citizenEffect',
  'involved',
  'skalCase',
  'skalGoals',
  'skalResponsible',
  'skalNeeds',
] as const;

const numberRefusal = (deps: Deps, changes: Partial<Editable>): EditRefusal | null => {
  const [found] = readByAll.flatMap((field) => cprLikeIn(changes[field] ?? '', deps.clock.day()));
  return found ? { type: 'personNumber', found: found.text } : null;
};

const ruleRefusal = (project: Project, changes: Partial<Editable>): EditRefusal | null => {
  const next = { ...project, ...changes };
  if (next.title.trim() === '') return { type: 'titleMissing' };
  const priorities = [changes.firstPriority, changes.recommendedPriority];
  if (next.type !== 'skal' && priorities.includes('veryHigh')) return { type: 'onlyForSkal' };
  return isForComingGate(next, changes.recommendedOutcome ?? null) ? null : { type: 'notTheGates' };
};

const moveRefusal = (
  deps: Deps,
  project: Project,
  changes: Partial<Editable>,
  reason: string,
): MoveRefusal | null => {
  const changed = differing(project, changes);
  const moves = Object.fromEntries(
    movingFields.filter((field) => changed.includes(field)).map((field) => [field, changes[field]]),
  );
  if (Object.keys(moves).length === 0) return null;
  return moveRefusalOf({
    project,
    changes: moves,
    reason,
    isOpen: openRequestOf(deps, project.id) !== undefined,
    decisions: deps.stores.decisions.where('projectId', project.id).map((row) => row.value),
    doneSteps: doneStepsOf(deps.stores, project.id),
    unitsLeft: unitsLeftIn(deps.stores, project.id),
    benefitsLeft: benefitsLeftIn(deps, project),
  });
};

/** Whose word the first priority is. */
const saidBy = (actor: Actor, project: Project, changes: Partial<Editable>): Partial<Project> => {
  if (!('firstPriority' in changes) || changes.firstPriority === project.firstPriority) return {};
  return { firstPriorityBy: changes.firstPriority === null ? '' : actor.name };
};

const waitingSince = (
  project: Project,
  { waitsFor }: Partial<Editable>,
  now: string,
): Partial<Project> => {
  if (waitsFor === undefined || waitsFor === project.waitsFor) return {};
  return { waitsSince: waitsFor === '' ? null : now };
};

/** The changes with what follows from them: names, since when, and the status that goes with a phase. */
const withRest = (
  deps: Deps,
  actor: Actor,
  project: Project,
  changes: Partial<Editable>,
): Partial<Project> => {
  const nameOf = (id: string | null | undefined): string =>
    id ? (deps.stores.people.get(id)?.value.name ?? '') : '';
  const { type, phase } = changes;
  const isMoved = (phase ?? project.phase) !== project.phase;
  return {
    ...changes,
    ...movedByHand(
      { ...project, ...changes },
      { ...(type === undefined ? {} : { type }), ...(isMoved && phase ? { phase } : {}) },
      deps.clock.now(),
    ),
    ...saidBy(actor, project, changes),
    ...('ownerId' in changes ? { ownerName: nameOf(changes.ownerId) } : {}),
    ...('leadId' in changes ? { leadName: nameOf(changes.leadId) } : {}),
    ...waitingSince(project, changes, deps.clock.now()),
  };
};

const fundingOf = (project: Project): string =>
  JSON.stringify([project.leadArea, project.askOre, project.shares]);

/** While somebody is asked, the money may change, but not into something nobody can be asked about. */
const fundingRefusal = (
  deps: Deps,
  project: Project,
  changes: Partial<Editable>,
): EditRefusal | null => {
  const open = openRequestOf(deps, project.id);
  const next = { ...project, ...changes };
  if (!open || fundingOf(project) === fundingOf(next)) return null;
  return canBeAsked(next, open) ? null : { type: 'fundingOpen' };
};

/** The difference, with the word why and the steps that were left undone where it is a move. */
const explained = (
  deps: Deps,
  project: Project,
  changes: Partial<Project>,
  reason: string,
): { readonly before: string; readonly after: string } => {
  const difference = differenceOf(project, changes);
  const isMove = movingFields.some(
    (field) => field in changes && changes[field] !== project[field],
  );
  if (!isMove) return difference;
  const left = changes.phase
    ? stepsLeftIn(project, doneStepsOf(deps.stores, project.id), stepTemplatesIn(deps.stores))
    : [];
  return {
    before: difference.before,
    after: JSON.stringify({
      ...JSON.parse(difference.after),
      ...(reason.trim() === '' ? {} : { comment: reason.trim() }),
      ...(left.length === 0 ? {} : { stepsLeft: left }),
    }),
  };
};

export type EditInput = {
  readonly id: string;
  /** The etag of the row the editor saw. */
  readonly revision: string;
  readonly changes: Partial<Editable>;
  /** A word why, where a move asks for one; kept in the history. */
  readonly reason?: string;
};

const rightRefusal = (
  actor: Actor,
  project: Project,
  changed: readonly (keyof Editable)[],
): EditRefusal | null => {
  if (changeable(actor, project).length === 0) return { type: 'notAllowed' };
  const fields = changed.filter((field) => !mayChange(actor, field, project));
  return fields.length > 0 ? { type: 'notYours', fields } : null;
};

const clashRefusal = (
  current: Row<Project>,
  revision: string,
  fields: readonly (keyof Editable)[],
): EditRefusal | null =>
  current.etag !== revision && fields.length > 0 ? { type: 'changed', current, fields } : null;

/** Changes a project on the revision that was read; a clash is told, never overwritten. */
export const editProject = async (
  deps: Deps,
  actor: Actor,
  input: EditInput,
): Promise<Result<Row<Project>, EditRefusal>> => {
  let refusal: EditRefusal | null = null;
  const row = await changeRow(deps, deps.stores.projects, input.id, input.id, (project, etag) => {
    const changed = differing(project, input.changes);
    refusal =
      rightRefusal(actor, project, changed) ??
      clashRefusal({ value: project, seq: 0, etag }, input.revision, changed) ??
      moveRefusal(deps, project, input.changes, input.reason ?? '') ??
      numberRefusal(deps, input.changes) ??
      ruleRefusal(project, input.changes) ??
      areaRefusal(deps, input.changes) ??
      personRefusal(deps, input.changes) ??
      fundingRefusal(deps, project, input.changes);
    if (refusal || changed.length === 0) return null;
    const changes = withRest(deps, actor, project, input.changes);
    return {
      changes,
      change: changeBy(
        actor,
        'edited',
        `${project.id}:edit:${etag}`,
        deps.clock.now(),
        explained(deps, project, changes, input.reason ?? ''),
      ),
    };
  });
  if (!row) return refused({ type: 'unknown' });
  if (refusal) return refused(refusal);
  const open = openRequestOf(deps, input.id);
  if (open && mayAskAnew(deps, open)) await askAnew(deps, open);
  deps.later('askOwnersAnew', () => askOwnersAnew(deps, input.id));
  return done(row);
};

/** DigiTek writes down ideas of many sources; anybody else's is their own. */
const originOf = (actor: Actor): Project['origin'] =>
  has(actor, 'consultant', 'digitek') ? null : 'staff';

export type NewIdea = Partial<Editable> & { readonly title: string };

/**
 * A new idea from anybody; it starts raw in the idea bank and finds its way from there. The key is
 * made with a form, so that a double press is one idea.
 */
export const createProject = async (
  deps: Deps,
  actor: Actor,
  idea: NewIdea,
  key: string = deps.newId(),
): Promise<Result<Row<Project>, EditRefusal>> => {
  const at = deps.clock.now();
  const blank = newIdea({
    id: `p${key}`,
    title: idea.title.trim(),
    createdAt: at,
    createdBy: actor.name,
    createdById: actor.id,
    origin: originOf(actor),
  });
  const foreign = differing(blank, idea).filter((field) => !maySayOfIdea(actor, field, blank));
  if (foreign.length > 0) return refused({ type: 'notYours', fields: foreign });
  const refusal =
    numberRefusal(deps, idea) ??
    ruleRefusal(blank, { ...idea, status: 'raw' }) ??
    areaRefusal(deps, idea) ??
    personRefusal(deps, idea);
  if (refusal) return refused(refusal);
  const named = withRest(deps, actor, blank, { ...idea, phase: 'idea', status: 'raw' });
  const change = changeBy(actor, 'created', `${blank.id}:created`, at, {
    before: '{}',
    after: JSON.stringify(idea),
  });
  const inserted = await deps.stores.projects.insert({ ...blank, ...named, lastChange: change });
  deps.later('history', async () => {
    await recordHistory(deps, blank.id, change);
  });
  return done(inserted.row);
};
