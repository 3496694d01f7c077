import type { PlanReply, PlanThenReply } from '#shared/contract/plan.ts';
import type { AreaId } from '#shared/domain/area.ts';
import { areaPool } from '#shared/domain/funding.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { holdersOf } from '#shared/domain/person.ts';
import { milestonesIn } from '#shared/domain/plan/milestone.ts';
import { belongsInPlan, type PlanRow, planRowOf } from '#shared/domain/plan/plan.ts';
import { type Planned, plannedIn, samePlan } from '#shared/domain/plan/planned.ts';
import { plansThen } from '#shared/domain/plan/then.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import type { Step } from '#shared/domain/steps.ts';
import { visitBarOf } from '#shared/domain/visits/year.ts';
import { balanceIn, thisYearIn } from '../ledger/pools.ts';
import { poolsIn } from '../money/editPools.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { quarterDays } from '../quarter/quarters.ts';
import { openRequestOf } from '../requests/views.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { allVisits, visitFrameIn } from '../visits/visitsHeld.ts';

const namesOf = (deps: Deps, rows: readonly PlanRow[]): PlanReply['people'] => {
  const ids = new Set(rows.flatMap(({ owner, lead }) => [owner, lead]));
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const name = id === undefined ? '' : (deps.stores.people.get(id)?.value.name ?? '');
      return id === undefined || name === '' ? [] : [[id, name]];
    }),
  );
};

const chefsOf = (deps: Deps, areas: readonly { readonly id: AreaId }[]): PlanReply['chefs'] => {
  const people = peopleIn(deps);
  const day = deps.clock.day();
  return Object.fromEntries(
    areas.map(({ id }) => [id, holdersOf(id, people, day).chef?.name ?? '']),
  );
};

/** DigiTek 360s take the team's hours while they last. */
const studiesIn = ({ stores }: Deps): readonly Planned[] => {
  const { team } = visitFrameIn(stores);
  return allVisits(stores).flatMap((now) => visitBarOf(now, team) ?? []);
};

/** The steps that have a day, by their project: a few of all there are. */
const datedSteps = ({ stores }: Deps): ReadonlyMap<ProjectId, readonly Step[]> => {
  const dated = new Map<ProjectId, Step[]>();
  for (const { value: step } of stores.steps.all()) {
    if (step.due === null) continue;
    const known = dated.get(step.projectId);
    if (known) known.push(step);
    else dated.set(step.projectId, [step]);
  }
  return dated;
};

/** All of the plan that is the same for everybody. */
export const planOf = (deps: Deps): Omit<PlanReply, 'asOf' | 'pools'> => {
  const { areas, plan, stepTemplates } = settingsOf(deps.stores);
  const dated = datedSteps(deps);
  const rows = deps.stores.projects
    .all()
    .map(({ value }) => value)
    .filter(belongsInPlan)
    .map((project) =>
      planRowOf(
        project,
        openRequestOf(deps, project.id) !== undefined,
        milestonesIn(stepTemplates, dated.get(project.id) ?? []),
      ),
    );
  return {
    today: deps.clock.day(),
    areas,
    settings: { ...plan, studies: studiesIn(deps) },
    rows,
    people: namesOf(deps, rows),
    chefs: chefsOf(deps, areas),
    quarterDays: quarterDays(deps),
  };
};

/** What the pools of this year and later have left, for those who see pools. */
export const poolsForPlan = (deps: Deps, actor: Actor): PlanReply['pools'] => {
  if (!may(actor, 'seePools')) return [];
  const from = thisYearIn(deps);
  return poolsIn(deps).flatMap(({ id, year, kind, area }) => {
    if (year < from || kind === 'fixed') return [];
    const pool = area === null ? ('common' as const) : areaPool(area);
    return [{ pool, year, availableOre: balanceIn(deps.stores, id).availableOre }];
  });
};

/** The plan as it was at the last kvartalsstatus, out of the history: only what stood elsewhere. */
export const planThen = async (deps: Deps): Promise<PlanThenReply> => {
  const today = deps.clock.day();
  const day = quarterDays(deps).findLast((one) => one < today) ?? null;
  if (day === null) return { day, plans: {} };
  const changes = await deps.stores.history.readWhere('kind', 'planned');
  const projects = deps.stores.projects.all().map(({ value }) => value);
  const then = plansThen(
    new Map(projects.map((project) => [project.id, project])),
    changes.map(({ value }) => value),
    day,
  );
  const differing = projects.flatMap((project) => {
    const was = then.get(project.id) ?? null;
    return samePlan(was, plannedIn(project)) ? [] : [[project.id, was] as const];
  });
  return { day, plans: Object.fromEntries(differing) };
};
