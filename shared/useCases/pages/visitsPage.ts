import type {
  Became,
  EarlierVisit,
  GroupLine,
  VisitChoices,
  VisitLine,
  VisitOfProject,
  VisitReply,
  VisitsReply,
} from '#shared/contract/visits.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { choiceOf } from '#shared/domain/request.ts';
import { mayPlanVisits } from '#shared/domain/visits/given.ts';
import { visitHoursOf } from '#shared/domain/visits/hours.ts';
import {
  carriedOutOn,
  isAsking,
  isPlanned,
  isStanding,
  nextStep,
  type Planned,
  plannedFor,
  visitStateOf,
} from '#shared/domain/visits/now.ts';
import { type VisitView, visitReaderOf, visitWaitsOn } from '#shared/domain/visits/view.ts';
import { unreachedAbout } from '../outbox/reach.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { ideasIn } from '../visits/followVisit.ts';
import { findingsIn, visitFrameIn, visitOfProject } from '../visits/visitsHeld.ts';
import { plannedVisits, visitYearIn } from '../visits/visitsLate.ts';
import { benefitsOnPage } from './benefitsPage.ts';

const byName = (a: Pick<Person, 'name'>, b: Pick<Person, 'name'>): number =>
  a.name.localeCompare(b.name, 'da');

const isTeam = ({ roles }: Person): boolean =>
  roles.includes('consultant') || roles.includes('digitek');

const choicesFor = (deps: Deps, actor: Actor): VisitChoices => {
  const people = mayPlanVisits(actor) ? [...peopleIn(deps)].sort(byName) : [];
  return {
    ledere: people
      .filter(({ roles }) => roles.includes('leder'))
      .map(({ id, name, area, unit }) => ({ id, name, area, unit })),
    team: people.filter(isTeam).map(({ id, name }) => ({ id, name })),
    frame: visitFrameIn(deps.stores),
  };
};

const lineOf = ({ stores, clock }: Deps, now: Planned): VisitLine => {
  const { id, terms, steps } = now;
  return {
    ...{ id, area: terms.area, unit: terms.unit, lederName: terms.lederName, steps },
    ...{ state: visitStateOf(now), next: nextStep(now) },
    hours: visitHoursOf(terms, visitFrameIn(stores)),
    observations: findingsIn(stores, now).notes.length,
    ideas: ideasIn(now).length,
    day: carriedOutOn(now) ?? plannedFor(now),
    overdue: isAsking(now) && clock.now() >= now.ask.dueAt,
  };
};

/** Every visit, from memory. */
export const visitsPage = (deps: Deps, actor: Actor): Omit<VisitsReply, 'asOf'> => {
  const today = deps.clock.day();
  const year = Number(today.slice(0, 4));
  return {
    ...choicesFor(deps, actor),
    today,
    areas: settingsOf(deps.stores).areas,
    mayPlan: mayPlanVisits(actor),
    visits: plannedVisits(deps).map((now) => lineOf(deps, now)),
    years: [year - 1, year, year + 1].map((one) => visitYearIn(deps, one)),
  };
};

/** What an idea has become; null where it is no longer there. */
const becameOf = (deps: Deps, actor: Actor, id: ProjectId): Became | null => {
  const project = deps.stores.projects.get(id)?.value;
  if (!project) return null;
  const { title, phase, status } = project;
  const decision = deps.stores.decisions
    .where('projectId', id)
    .map(({ value }) => value)
    .filter(({ ending, outcome }) => ending === 'decided' && outcome !== null)
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);
  const choice = decision ? choiceOf(decision) : null;
  return {
    ...{ id, title, phase, status },
    decided: decision && choice ? { ...choice, at: decision.at } : null,
    benefits: benefitsOnPage(deps, actor, project).rows,
  };
};

const earlierOf = (deps: Deps, actor: Actor, now: Planned): readonly EarlierVisit[] => {
  const before = carriedOutOn(now) ?? plannedFor(now) ?? deps.clock.day();
  return plannedVisits(deps)
    .filter((one) => one.id !== now.id && one.terms.area === now.terms.area && isStanding(one))
    .flatMap((one): readonly EarlierVisit[] => {
      const day = carriedOutOn(one);
      if (day === null || day > before) return [];
      const became = ideasIn(one).flatMap(
        ({ projectId }) => becameOf(deps, actor, projectId) ?? [],
      );
      return [{ id: one.id, unit: one.terms.unit, day, became }];
    })
    .sort((a, b) => b.day.localeCompare(a.day));
};

/** One visit, as the reader sees it, from memory. */
export const visitReplyOf = (deps: Deps, view: VisitView, actor: Actor): VisitReply => {
  const { now, today } = view;
  const reader = visitReaderOf(view, actor);
  const { notes, groups } = findingsIn(deps.stores, now);
  const day = carriedOutOn(now) ?? plannedFor(now) ?? today;
  return {
    ...choicesFor(deps, actor),
    ...{ view, reader, waits: visitWaitsOn(view, actor.id) },
    unreached: unreachedAbout(deps, 'visitId', now.id),
    count: notes.length,
    groups: groups.map(
      (group): GroupLine => ({
        ...group,
        became: group.projectId === null ? null : becameOf(deps, actor, group.projectId),
      }),
    ),
    notes: reader.readsNotes ? notes : null,
    year: visitYearIn(deps, Number(day.slice(0, 4))),
    earlier: isPlanned(now) ? earlierOf(deps, actor, now) : [],
  };
};

/** The visit that an idea comes from, on its page; null where it comes from none. */
export const visitBehind = (deps: Deps, projectId: ProjectId): VisitOfProject | null => {
  const now = visitOfProject(deps.stores, projectId);
  return now && isPlanned(now)
    ? { id: now.id, unit: now.terms.unit, day: carriedOutOn(now) }
    : null;
};
