import { dayOf } from '#shared/domain/day.ts';
import type { VisitFacts } from '#shared/domain/visits/given.ts';
import { visitHoursOf } from '#shared/domain/visits/hours.ts';
import { visitAnswerers } from '#shared/domain/visits/lederRules.ts';
import {
  isAsking,
  isChangedSinceYes,
  isPlanned,
  type VisitNow,
  visitStateOf,
} from '#shared/domain/visits/now.ts';
import { isVisitOpen } from '#shared/domain/visits/rules.ts';
import type { VisitView } from '#shared/domain/visits/view.ts';
import { isVisitId, type VisitId } from '#shared/domain/visits/visit.ts';
import { dueIn } from '../asking/around.ts';
import { readEvents } from '../asking/events.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { areaIdsOf, settingsOf } from '../settings/settingsOf.ts';
import { allVisits, findingsIn, visitById, visitFrameIn, visitNowIn } from './visitsHeld.ts';

/** A visit as the lists have it now; what either they or memory know has happened. */
export const readVisit = async (deps: Deps, id: VisitId): Promise<VisitNow | undefined> =>
  isVisitId(id) ? visitNowIn(id, await readEvents(deps.stores.visits, 'visitId', id)) : undefined;

/** What the rules go by beside the visit, from memory; the clock of an ask begins now. */
export const visitFactsOf = (deps: Deps, now: VisitNow): VisitFacts => ({
  ...{ people: peopleIn(deps), areas: areaIdsOf(deps.stores) },
  findings: findingsIn(deps.stores, now),
  isProject: (id) => deps.stores.projects.get(id) !== undefined,
  ...{ day: deps.clock.day(), dayOf, due: dueIn(deps, 'visitDays') },
});

export const visitViewFrom = (deps: Deps, now: VisitNow): VisitView => {
  const { stores, clock } = deps;
  const [at, today] = [clock.now(), clock.day()];
  const isWaiting = isAsking(now);
  return {
    ...{ now, project: null, isWaiting, today, at },
    state: visitStateOf(now),
    areas: settingsOf(stores).areas,
    hours: visitHoursOf(now.terms ?? { employees: 0, chosen: 0 }, visitFrameIn(stores)),
    answerers: visitAnswerers(now, peopleIn(deps), today),
    isOpen: isVisitOpen(now),
    overdue: isWaiting && at >= now.ask.dueAt,
    isChanged: isChangedSinceYes(now),
  };
};

/** From memory; undefined where nobody has planned one. */
export const visitViewOf = (deps: Deps, id: VisitId): VisitView | undefined => {
  const now = visitById(deps.stores, id);
  return isPlanned(now) ? visitViewFrom(deps, now) : undefined;
};

/** As the lists have it now. */
export const freshVisitViewOf = async (deps: Deps, id: VisitId): Promise<VisitView | undefined> => {
  const now = await readVisit(deps, id);
  return now && isPlanned(now) ? visitViewFrom(deps, now) : undefined;
};

/** What waits for an answer, or a reply, from anybody, longest waiting first. */
export const openVisits = (deps: Deps): readonly VisitView[] =>
  allVisits(deps.stores)
    .filter(isAsking)
    .sort((a, b) => a.ask.at.localeCompare(b.ask.at))
    .map((now) => visitViewFrom(deps, now));
