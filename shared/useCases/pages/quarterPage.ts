import type { QuarterReply, QuartersReply } from '#shared/contract/quarter.ts';
import { dayOf } from '#shared/domain/day.ts';
import { deciderOf } from '#shared/domain/decider.ts';
import { onMeeting } from '#shared/domain/meeting/meeting.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { AgendaPoint } from '#shared/domain/quarter/agenda.ts';
import type { NotReady, PointFacts } from '#shared/domain/quarter/facts.ts';
import { daysLeft, type QuarterId, requestIn } from '#shared/domain/quarter/quarter.ts';
import { mayLeadQuarter, mayPlanQuarter } from '#shared/domain/quarter/rules.ts';
import { type QuarterView, quarterReaderOf } from '#shared/domain/quarter/view.ts';
import type { StatusReport } from '#shared/domain/reports/report.ts';
import { choiceOf, positionOf } from '#shared/domain/request.ts';
import { hasOpenRequest } from '../asking/around.ts';
import { stepsByCode } from '../checklist/steps.ts';
import { boundOf } from '../ledger/boundOf.ts';
import { balanceIn, thisYearIn } from '../ledger/pools.ts';
import { poolsIn } from '../money/editPools.ts';
import type { Deps } from '../ports.ts';
import {
  heardSince,
  heldBefore,
  priorityProposals,
  quarterIds,
  quarterIn,
  whyOnAgenda,
} from '../quarter/quarters.ts';
import { reportsOff } from '../reports/reports.ts';
import { statementsOf } from '../requests/views.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { stuckProjects } from '../stuck/stuckNow.ts';
import { visitsLate } from '../visits/visitsLate.ts';
import { benefitsSince } from './benefitsPage.ts';
import { storiesTold } from './storiesPage.ts';

const requestFacts = (deps: Deps, requestId: string): PointFacts => {
  const request = deps.stores.requests.get(requestId)?.value;
  if (!request) return { type: 'own' };
  const said = statementsOf(deps, requestId);
  const { seats } = request.decider;
  const missing = seats.filter((seat) => positionOf(seat, said).type === 'waiting');
  const isEnded = deps.stores.decisions.get(requestId) !== undefined;
  const { why, by } = whyOnAgenda(deps, request);
  return {
    ...{ type: 'request', requestId, gate: request.gate, askOre: request.askOre },
    projectId: request.projectId,
    area: deps.stores.projects.get(request.projectId)?.value.leadArea ?? null,
    ...{ answered: seats.length - missing.length, seats: seats.length, missing, by },
    why: isEnded ? 'ended' : why,
  };
};

const poolFacts = (deps: Deps): PointFacts => {
  const year = thisYearIn(deps);
  return {
    ...{ type: 'pools', year },
    pools: poolsIn(deps)
      .filter((pool) => pool.kind !== 'fixed' && pool.year === year)
      .map(({ id, title, budgetOre }) => ({
        ...{ id, title, budgetOre },
        availableOre: balanceIn(deps.stores, id).availableOre,
      })),
  };
};

const reportFacts = ({ stores }: Deps, report: StatusReport) => {
  const project = stores.projects.get(report.projectId)?.value;
  const { time, money, benefits, said, help } = report;
  return {
    ...{ id: report.projectId, title: project?.title ?? '', area: project?.leadArea ?? null },
    ...{ time, money, benefits, said, help },
  };
};

/** The day of the last kvartalsstatus that was held before this one. */
const heldOn = (deps: Deps, id: QuarterId): string => {
  const at = heldBefore(deps, id);
  return at === '' ? '' : dayOf(at);
};

/** What stands behind a point, as it is now. */
const factsOf = (deps: Deps, id: QuarterId, { key }: AgendaPoint): PointFacts => {
  const requestId = requestIn(key);
  if (requestId !== null) return requestFacts(deps, requestId);
  switch (key) {
    case 'priorities':
      return {
        type: 'priorities',
        projects: priorityProposals(deps).flatMap((project) =>
          project.recommendedPriority === null
            ? []
            : [
                {
                  ...{ id: project.id, title: project.title, area: project.leadArea },
                  decided: project.decidedPriority,
                  recommended: project.recommendedPriority,
                  why: project.recommendationWhy,
                },
              ],
        ),
      };
    case 'pools':
      return poolFacts(deps);
    case 'stuck':
      return {
        type: 'stuck',
        projects: stuckProjects(deps).map(({ project, stuck }) => ({
          ...{ id: project.id, title: project.title, area: project.leadArea, stuck },
        })),
      };
    case 'reports':
      return {
        type: 'reports',
        projects: reportsOff(deps).map((report) => reportFacts(deps, report)),
      };
    case 'benefits':
      return { type: 'benefits', ...benefitsSince(deps, heldOn(deps, id)) };
    case 'visits':
      return { type: 'visits', ...visitsLate(deps) };
    case 'stories':
      return { type: 'stories', ...storiesTold(deps, thisYearIn(deps)) };
    case 'heard':
      return {
        type: 'heard',
        decisions: heardSince(deps, id).map((decision) => ({
          projectId: decision.projectId,
          title: deps.stores.projects.get(decision.projectId)?.value.title ?? '',
          gate: decision.gate,
          choice: choiceOf(decision),
        })),
      };
    default:
      return { type: 'own' };
  }
};

/** Gates the chefgruppe would decide, whose papers lack a little. */
const notReadyIn = (deps: Deps): readonly NotReady[] =>
  deps.stores.projects.all().flatMap(({ value }): NotReady[] => {
    if (value.status !== 'active' || value.type !== 'digitek') return [];
    const found = onMeeting(
      value,
      stepsByCode(deps.stores, value.id),
      hasOpenRequest(deps.stores, value.id),
    );
    if (!found) return [];
    const routing = deciderOf(boundOf(deps, value), found.gate, areaIdsOf(deps.stores));
    if (!routing.ok || routing.value.decider.type !== 'chefgruppe') return [];
    const { id, title, leadArea } = value;
    return [{ projectId: id, title, area: leadArea, gate: found.gate, lacks: found.lacks.length }];
  });

const isOtherThanSent = ({ now, points }: QuarterView): boolean =>
  now.sent !== null &&
  JSON.stringify(now.sent.points) !==
    JSON.stringify(points.map(({ key, title, minutes }) => ({ key, title, minutes })));

/** Those to come, and those that something happened to: a day that only passed was no meeting. */
const daysShown = (deps: Deps): readonly string[] => {
  const today = deps.clock.day();
  return quarterIds(deps)
    .map((id) => quarterIn(deps.stores, id))
    .filter(({ day, revision }) => day >= today || revision > 0)
    .map(({ day }) => day)
    .sort();
};

/** Where the meetings are that were to be on this one's day before. */
const movedAwayFrom = (deps: Deps, { id, day }: QuarterView['now']): readonly string[] =>
  quarterIds(deps)
    .filter((other) => other !== id)
    .map((other) => quarterIn(deps.stores, other))
    .filter((other) => daysLeft(other).includes(day))
    .map((other) => other.day);

/** One kvartalsstatus, as somebody sees it. */
export const quarterPage = (
  deps: Deps,
  actor: Actor,
  view: QuarterView,
): Omit<QuarterReply, 'asOf'> => {
  const { now, state, points, minutes, seats } = view;
  const { sent } = now;
  return {
    ...{ id: now.id, day: now.day, movedFrom: now.movedFrom },
    movedAway: movedAwayFrom(deps, now),
    ...{ state, revision: now.revision, minutes, seats },
    mayReschedule: state === 'planned' && may(actor, 'changeSettings'),
    reader: quarterReaderOf(view, actor.id),
    mayPlan: mayPlanQuarter(actor),
    mayLead: mayLeadQuarter(actor),
    points: points.map((point) => ({ ...point, facts: factsOf(deps, now.id, point) })),
    current: now.current,
    sent: sent && { at: sent.at, byName: sent.byName, isOther: isOtherThanSent(view) },
    ...{ version: now.version, approvals: now.approvals, proposals: now.proposals },
    link: now.link,
    notReady: state === 'planned' && mayPlanQuarter(actor) ? notReadyIn(deps) : [],
    days: daysShown(deps),
  };
};

/** Every kvartalsstatus there is, and the one people mean when they say none. */
export const quartersPage = (deps: Deps, actor: Actor): QuartersReply => {
  const days = daysShown(deps);
  const today = deps.clock.day();
  return {
    days,
    next: days.find((day) => day >= today) ?? days.at(-1) ?? null,
    mayPlan: may(actor, 'changeSettings'),
  };
};
