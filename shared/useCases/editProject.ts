import { canBeAsked } from '#shared/domain/askAnew.ts';
import { differenceOf } from '#shared/domain/history.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { newIdea, type Project } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { askAnew, mayAskAnew } from './askAnew.ts';
import { changeRow } from './changeRow.ts';
import type { Deps, Row } from './ports.ts';
import { changeBy, recordHistory } from './recordHistory.ts';
import { areaIdsOf } from './settingsOf.ts';
import { openRequestOf } from './views.ts';

/** What people may change by hand. The phase is not among them: only a gate moves a project. */
export type Editable = Omit<
  Project,
  | 'id'
  | 'phase'
  | 'phaseSince'
  | 'ownerName'
  | 'leadName'
  | 'fastTracked'
  | 'decidedPriority'
  | 'liftedGate'
  | 'liftedBy'
  | 'liftedAt'
  | 'waitsSince'
  | 'startYear'
  | 'endYear'
  | 'parentId'
  | 'lastDecision'
  | 'lastChange'
  | 'sampleFields'
  | 'createdAt'
  | 'createdBy'
>;

export type EditRefusal =
  | { readonly type: 'unknown' }
  | { readonly type: 'notAllowed' }
  | { readonly type: 'unknownArea'; readonly area: string }
  | { readonly type: 'unknownPerson'; readonly field: 'ownerId' | 'leadId' }
  | { readonly type: 'titleMissing' }
  | { readonly type: 'onlyForSkal' }
  | { readonly type: 'statusNotByHand' }
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

/** Stopping, operating and closing follow from gates; by hand a project only waits or starts. */
const byHand: readonly Project['status'][] = ['raw', 'backlog', 'pipeline', 'active'];

const ruleRefusal = (project: Project, changes: Partial<Editable>): EditRefusal | null => {
  const next = { ...project, ...changes };
  if (next.title.trim() === '') return { type: 'titleMissing' };
  const priorities = [changes.firstPriority, changes.recommendedPriority];
  if (next.type !== 'skal' && priorities.includes('veryHigh')) return { type: 'onlyForSkal' };
  const moves = changes.status !== undefined && changes.status !== project.status;
  if (!moves || next.type !== 'digitek') return null;
  return byHand.includes(project.status) && byHand.includes(next.status)
    ? null
    : { type: 'statusNotByHand' };
};

const withNames = (deps: Deps, project: Project, changes: Partial<Editable>): Partial<Project> => {
  const nameOf = (id: string | null | undefined): string =>
    id ? (deps.stores.people.get(id)?.value.name ?? '') : '';
  const { waitsFor } = changes;
  return {
    ...changes,
    ...('ownerId' in changes ? { ownerName: nameOf(changes.ownerId) } : {}),
    ...('leadId' in changes ? { leadName: nameOf(changes.leadId) } : {}),
    ...(waitsFor !== undefined && waitsFor !== project.waitsFor
      ? { waitsSince: waitsFor === '' ? null : deps.clock.now() }
      : {}),
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

export type EditInput = {
  readonly id: string;
  /** The etag of the row the editor saw. */
  readonly revision: string;
  readonly changes: Partial<Editable>;
};

const clashes = (current: Project, changes: Partial<Editable>): readonly string[] =>
  Object.entries(changes)
    .filter(([name, value]) => {
      const now = current[name as keyof Project];
      return JSON.stringify(now) !== JSON.stringify(value);
    })
    .map(([name]) => name);

/** Changes a project on the revision that was read; a clash is told, never overwritten. */
export const editProject = async (
  deps: Deps,
  actor: Actor,
  input: EditInput,
): Promise<Result<Row<Project>, EditRefusal>> => {
  let refusal: EditRefusal | null = null;
  const row = await changeRow(deps, deps.stores.projects, input.id, input.id, (project, etag) => {
    refusal = null;
    const fields = clashes(project, input.changes);
    if (!may(actor, 'editProject', project)) refusal = { type: 'notAllowed' };
    else if (etag !== input.revision && fields.length > 0)
      refusal = { type: 'changed', current: { value: project, seq: 0, etag }, fields };
    else
      refusal =
        ruleRefusal(project, input.changes) ??
        areaRefusal(deps, input.changes) ??
        personRefusal(deps, input.changes) ??
        fundingRefusal(deps, project, input.changes);
    if (refusal || fields.length === 0) return null;
    const changes = withNames(deps, project, input.changes);
    return {
      changes,
      change: changeBy(
        actor,
        'edited',
        `${project.id}:edit:${etag}`,
        deps.clock.now(),
        differenceOf(project, changes),
      ),
    };
  });
  if (!row) return refused({ type: 'unknown' });
  if (refusal) return refused(refusal);
  const open = openRequestOf(deps, input.id);
  if (open && mayAskAnew(deps, open)) await askAnew(deps, open);
  return done(row);
};

export type NewIdea = Partial<Editable> & { readonly title: string };

/** A new idea from anybody; it starts raw in the idea bank and finds its way from there. */
export const createProject = async (
  deps: Deps,
  actor: Actor,
  idea: NewIdea,
): Promise<Result<Row<Project>, EditRefusal>> => {
  const at = deps.clock.now();
  const blank = newIdea({
    id: `p${deps.newId()}`,
    title: idea.title.trim(),
    createdAt: at,
    createdBy: actor.name,
  });
  const refusal =
    ruleRefusal(blank, { ...idea, status: 'raw' }) ??
    areaRefusal(deps, idea) ??
    personRefusal(deps, idea);
  if (refusal) return refused(refusal);
  const named = withNames(deps, blank, { ...idea, status: 'raw' });
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
