import { differenceOf, type HistoryKind } from '#shared/domain/history.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import {
  changedUnit,
  changeRefusalOf,
  firstOfMonth,
  mostUnits,
  nameRefusalOf,
  phaseBySpread,
  type SpreadRefusal,
  type SpreadUnit,
  takesUnits,
  type UnitChange,
} from '#shared/domain/spread/spreadUnit.ts';
import { wordForm } from '#shared/domain/wordForm.ts';
import type { Deps, Row } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { unitsOf } from './unitsOf.ts';

export type UnitRefusal =
  | SpreadRefusal
  | { readonly type: 'unknown' }
  | { readonly type: 'notAllowed' }
  /** Somebody changed it first. */
  | { readonly type: 'changed' };

const kind: HistoryKind = 'spread';

type Around = { readonly project: Project; readonly units: readonly SpreadUnit[] };

const aroundFor = (deps: Deps, actor: Actor, projectId: string): Result<Around, UnitRefusal> => {
  const project = deps.stores.projects.get(projectId)?.value;
  if (!project) return refused({ type: 'unknown' });
  if (!may(actor, 'editProject', project)) return refused({ type: 'notAllowed' });
  const units = unitsOf(deps.stores, projectId);
  return takesUnits(project, units) ? done({ project, units }) : refused({ type: 'notSpreading' });
};

/** The units' latest word: whose it was that brought the project into its phase. */
const lastWordOf = (units: readonly SpreadUnit[]) =>
  units
    .flatMap(({ lastChange }) => (lastChange ? [lastChange] : []))
    .reduce<SpreadUnit['lastChange']>(
      (last, one) => (last && last.at >= one.at ? last : one),
      null,
    );

/**
 * Moves a project into operation when its last unit has started or was given up, and back when one
 * is planned again. Read from the lists: two people may have said the last two words at once.
 */
export const followSpread = async (deps: Deps, projectId: ProjectId): Promise<void> => {
  const { projects, spreadUnits } = deps.stores;
  const units = (await spreadUnits.readWhere('projectId', projectId)).map(({ value }) => value);
  const word = lastWordOf(units);
  await changeRow(deps, projects, projectId, projectId, (project, etag) => {
    const phase = phaseBySpread(project, units);
    if (phase === null || phase === project.phase) return null;
    const at = deps.clock.now();
    const started = units.filter(({ state }) => state === 'started').length;
    const by = { id: word?.byId ?? '', name: word?.byName ?? '' };
    return {
      changes: { phase, phaseSince: at },
      change: changeBy(by, kind, `${projectId}:spread:${etag}`, at, {
        before: JSON.stringify({ phase: project.phase }),
        after: JSON.stringify({ phase, started, total: units.length }),
      }),
    };
  });
};

/** Projects whose phase is not what their units say: what was cut off, or changed by hand in the list. */
export const unfollowedSpreads = ({ stores }: Deps): readonly ProjectId[] => {
  const ids = new Set(stores.spreadUnits.all().map(({ value }) => value.projectId));
  return [...ids].filter((projectId) => {
    const project = stores.projects.get(projectId)?.value;
    const phase = project ? phaseBySpread(project, unitsOf(stores, projectId)) : null;
    return phase !== null && phase !== project?.phase;
  });
};

export type NewUnit = {
  readonly projectId: ProjectId;
  readonly name: string;
  /** A day of the month it is to start. */
  readonly month: string;
};

/**
 * A unit more. Its key is its name's: pressed twice, or thought of by two people at once, it is one
 * row, and whoever comes second is told that it is there.
 */
export const addUnit = async (
  deps: Deps,
  actor: Actor,
  { projectId, name, month }: NewUnit,
): Promise<Result<Row<SpreadUnit>, UnitRefusal>> => {
  const around = aroundFor(deps, actor, projectId);
  if (!around.ok) return around;
  const { units } = around.value;
  const id = `${projectId}:${deps.hashOf(wordForm(name)).slice(0, 16)}`;
  const refusal = nameRefusalOf(name, units);
  // The very same once more, by whoever said it first, is what they asked for.
  const mine = deps.stores.spreadUnits.get(id);
  if (refusal?.type === 'unitThere' && mine && isJustMade(mine.value, actor, month))
    return done(mine);
  if (refusal) return refused(refusal);
  if (units.length >= mostUnits) return refused({ type: 'tooManyUnits' });
  const at = deps.clock.now();
  const planned = firstOfMonth(month);
  const change = changeBy(actor, kind, `${id}:made`, at, {
    before: '{}',
    after: JSON.stringify({ name: name.trim(), planned }),
  });
  const unit: SpreadUnit = {
    ...{ id, projectId, name: name.trim(), state: 'planned', planned, firstPlanned: null },
    ...{ startedOn: null, reason: '', givenUpOn: null, lastChange: change },
  };
  const inserted = await deps.stores.spreadUnits.insert(unit);
  if (inserted.type === 'exists' && !isJustMade(inserted.row.value, actor, month))
    return refused({ type: 'unitThere', name: inserted.row.value.name });
  deps.later('history', async () => {
    await recordHistory(deps, projectId, inserted.row.value.lastChange ?? change);
    await followSpread(deps, projectId);
  });
  return done(inserted.row);
};

const isJustMade = (
  { id, state, planned, lastChange }: SpreadUnit,
  actor: Actor,
  month: string,
): boolean =>
  lastChange?.cause === `${id}:made` &&
  lastChange.byId === actor.id &&
  state === 'planned' &&
  planned === firstOfMonth(month);

export type UnitInput = {
  readonly projectId: ProjectId;
  readonly unitId: string;
  /** The etag of the row that was seen. */
  readonly revision: string;
  readonly change: UnitChange;
};

/** Changes a unit on the revision that was seen; what somebody else said first is never overwritten. */
export const changeUnit = async (
  deps: Deps,
  actor: Actor,
  { projectId, unitId, revision, change }: UnitInput,
): Promise<Result<Row<SpreadUnit>, UnitRefusal>> => {
  const around = aroundFor(deps, actor, projectId);
  if (!around.ok) return around;
  const { units } = around.value;
  if (!units.some(({ id }) => id === unitId)) return refused({ type: 'unknown' });
  let refusal: UnitRefusal | null = null;
  const { spreadUnits } = deps.stores;
  const row = await changeRow(deps, spreadUnits, unitId, projectId, (unit, etag) => {
    const today = deps.clock.day();
    refusal = changeRefusalOf(unit, change, units, today);
    const changes = changedUnit(unit, change, today);
    const difference = differenceOf(unit, changes);
    if (refusal || difference.after === '{}') return null;
    if (etag !== revision) {
      refusal = { type: 'changed' };
      return null;
    }
    return {
      changes,
      change: changeBy(actor, kind, `${unitId}:${etag}`, deps.clock.now(), {
        before: difference.before,
        after: JSON.stringify({ name: unit.name, ...JSON.parse(difference.after) }),
      }),
    };
  });
  if (refusal) return refused(refusal);
  if (!row) return refused({ type: 'unknown' });
  await followSpread(deps, projectId);
  return done(row);
};
