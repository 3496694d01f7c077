import { dayOf } from '#shared/domain/day.ts';
import { holdersOf } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { type AgendaFacts, type AgendaPoint, agendaOf } from '#shared/domain/quarter/agenda.ts';
import { type MinutesGate, minutesOf } from '#shared/domain/quarter/minutes.ts';
import { usualOrder } from '#shared/domain/quarter/order.ts';
import {
  isQuarterId,
  isSigned,
  plannedDay,
  type QuarterId,
  type QuarterNow,
  quarterNames,
  quarterNowOf,
  quarterStateOf,
  requestIn,
} from '#shared/domain/quarter/quarter.ts';
import type { DayProblem, QuarterFacts } from '#shared/domain/quarter/rules.ts';
import type { QuarterView } from '#shared/domain/quarter/view.ts';
import { isRecurringDay } from '#shared/domain/recurringDay.ts';
import { type GateRequest, settlementOf } from '#shared/domain/request.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { isWorkday } from '#shared/domain/workday.ts';
import { eventsOf, foldedBy, foldOf, readEvents } from '../asking/events.ts';
import { allBenefits } from '../checklist/benefitsHeld.ts';
import { peopleIn } from '../people.ts';
import type { Deps, Stores } from '../ports.ts';
import { reportsOff } from '../reports/reports.ts';
import { meetingsMoved, openRequests, statementsOf, viewOf } from '../requests/views.ts';
import { areaIdsOf, settingsOf } from '../settings/settingsOf.ts';
import { stuckProjects } from '../stuck/stuckNow.ts';
import { type VisitsLate, visitsLate } from '../visits/visitsLate.ts';

export const quarterIn = ({ meetings }: Pick<Stores, 'meetings'>, id: QuarterId): QuarterNow =>
  quarterNowOf(id, eventsOf(meetings.where('quarterId', id)));

/** As the lists have it now; what either they or memory knows has happened. */
export const readQuarter = async ({ stores }: Deps, id: QuarterId): Promise<QuarterNow> =>
  quarterNowOf(id, await readEvents(stores.meetings, 'quarterId', id));

const folded = foldedBy(
  ({ quarterId }: { readonly quarterId: QuarterId }) => quarterId,
  foldOf(({ quarterId }, events: Parameters<typeof quarterNowOf>[1]) =>
    quarterNowOf(quarterId, events),
  ),
);

/** Every kvartalsstatus that anything has happened to. */
export const allQuarters = ({ meetings }: Pick<Stores, 'meetings'>): readonly QuarterNow[] =>
  folded(meetings.all());

/** The names of all there are: those that are planned, and those that anything has happened to. */
export const quarterIds = (deps: Deps): readonly QuarterId[] => {
  const planned = quarterNames(settingsOf(deps.stores).quarterlyStatusDays, meetingsMoved(deps));
  return [...new Set([...planned, ...allQuarters(deps.stores).map(({ id }) => id)])];
};

/** The days there is, or was, a kvartalsstatus. */
export const quarterDays = (deps: Deps): readonly string[] =>
  quarterIds(deps)
    .map((id) => quarterIn(deps.stores, id).day)
    .sort();

/**
 * Which kvartalsstatus an address means: the one that is on that day, else the one that was planned for
 * it, so that a link from before it was moved still leads there. Undefined where there is none.
 */
export const quarterIdOn = (deps: Deps, day: string): QuarterId | undefined => {
  const ids = quarterIds(deps);
  return ids.find((id) => quarterIn(deps.stores, id).day === day) ?? ids.find((id) => id === day);
};

/** Which one a card, a message or a press means: the one of that name, else as an address does. */
export const quarterIdNamed = (deps: Deps, id: QuarterId): QuarterId | undefined =>
  quarterIds(deps).find((one) => one === id) ?? quarterIdOn(deps, id);

/** Why a kvartalsstatus cannot be put on a day. */
export const dayProblemIn = (deps: Deps, day: string): Exclude<DayProblem, 'taken'> | null => {
  if (!isQuarterId(day) || plannedDay(day) !== day || !isRecurringDay(day)) return 'notADay';
  if (day < deps.clock.day()) return 'past';
  const calendar = deps.calendarOf(settingsOf(deps.stores).closingDays);
  return isWorkday(day, calendar) ? null : 'notAWorkday';
};

const titleOfProject = ({ stores }: Deps, id: string): string =>
  stores.projects.get(id)?.value.title ?? '';

type Waiting = AgendaFacts['requests'][number];

/** Why a gate stands on the agenda, and who put it there when somebody did. */
export const whyOnAgenda = (
  deps: Deps,
  request: GateRequest,
): { readonly why: Waiting['why']; readonly by: string } => {
  const settlement = settlementOf(request.decider, statementsOf(deps, request.id));
  if (settlement.type !== 'meeting') return { why: 'waiting', by: '' };
  const { kind, byName } = settlement.by;
  return kind === 'position' ? { why: 'differ', by: '' } : { why: 'wish', by: byName };
};

const requestsWaiting = (deps: Deps): readonly Waiting[] =>
  openRequests(deps)
    .filter(({ decider }) => decider.type === 'chefgruppe')
    .map((request) => ({
      id: request.id,
      title: titleOfProject(deps, request.projectId),
      why: whyOnAgenda(deps, request).why,
    }));

const isProposal = ({ type, status, recommendedPriority, decidedPriority }: Project): boolean =>
  type !== 'skal' &&
  (status === 'active' || status === 'pipeline' || status === 'backlog') &&
  recommendedPriority !== null &&
  recommendedPriority !== decidedPriority;

/** Projects of which DigiTek recommends another priority than the chefgruppe has said. */
export const priorityProposals = ({ stores }: Deps): readonly Project[] =>
  stores.projects
    .all()
    .map(({ value }) => value)
    .filter(isProposal);

/** When the kvartalsstatus before this one began; '' where none was held. One that was called off is none. */
export const heldBefore = ({ stores }: Pick<Deps, 'stores'>, id: QuarterId): string => {
  const { day } = quarterIn(stores, id);
  return allQuarters(stores).reduce(
    (last, { id: other, began }) =>
      began && other !== id && dayOf(began.at) <= day && began.at > last ? began.at : last,
    '',
  );
};

/** Decided by the chefgruppe in writing since the kvartalsstatus before. */
export const heardSince = (deps: Deps, id: QuarterId) => {
  const before = heldBefore(deps, id);
  return deps.stores.decisions
    .all()
    .map(({ value }) => value)
    .filter(
      ({ decider, ending, atMeeting, at }) =>
        decider.type === 'chefgruppe' && ending === 'decided' && !atMeeting && at > before,
    );
};

const isVisitLate = ({ late, behind }: VisitsLate): boolean => late.length + behind.length > 0;

const agendaFacts = (deps: Deps, now: QuarterNow): AgendaFacts => ({
  requests: requestsWaiting(deps),
  standing: [
    ...(priorityProposals(deps).length > 0 ? (['priorities'] as const) : []),
    ...(deps.stores.pools.all().length > 0 ? (['pools'] as const) : []),
    ...(reportsOff(deps).length > 0 ? (['reports'] as const) : []),
    ...(stuckProjects(deps).length > 0 ? (['stuck'] as const) : []),
    ...(allBenefits(deps.stores).some(({ months, answers }) => months.length + answers.length > 0)
      ? (['benefits'] as const)
      : []),
    ...(isVisitLate(visitsLate(deps)) ? (['visits'] as const) : []),
    ...(deps.stores.stories.all().length > 0 ? (['stories'] as const) : []),
    ...(heardSince(deps, now.id).length > 0 ? (['heard'] as const) : []),
  ],
  order: settingsOf(deps.stores).agendaOrder,
});

const nothingWaits: AgendaFacts = { requests: [], standing: [], order: usualOrder };

/** A meeting that is over has the agenda it ended with, and needs nothing of what waits now. */
export const pointsOf = (deps: Deps, now: QuarterNow): readonly AgendaPoint[] =>
  agendaOf(now.ended ? nothingWaits : agendaFacts(deps, now), now);

/** Another is on it, or it is its own already. */
const isTaken = (deps: Deps, now: QuarterNow, wanted: string): boolean =>
  wanted === now.day ||
  quarterIds(deps).some((id) => id !== now.id && quarterIn(deps.stores, id).day === wanted);

export const quarterFactsOf = (deps: Deps, now: QuarterNow): QuarterFacts => {
  const seats = areaIdsOf(deps.stores);
  return {
    ...{ people: peopleIn(deps), day: deps.clock.day(), seats },
    points: pointsOf(deps, now),
    order: settingsOf(deps.stores).agendaOrder,
    priorityOf: (id) => deps.stores.projects.get(id)?.value.decidedPriority,
    isSigned: isSigned(now, seats),
    dayProblem: (wanted) =>
      dayProblemIn(deps, wanted) ?? (isTaken(deps, now, wanted) ? 'taken' : null),
  };
};

const gateOf =
  (deps: Deps) =>
  ({ key }: AgendaPoint): MinutesGate | null => {
    const request = deps.stores.requests.get(requestIn(key) ?? '')?.value;
    if (!request) return null;
    const area = deps.stores.projects.get(request.projectId)?.value.leadArea ?? null;
    const decision = deps.stores.decisions.get(request.id)?.value ?? null;
    return { gate: request.gate, area, decision };
  };

/** From memory; undefined where no kvartalsstatus is planned, or was held, on that day. */
export const quarterViewOf = (deps: Deps, day: string): QuarterView | undefined => {
  const id = quarterIdOn(deps, day);
  return id === undefined ? undefined : quarterViewFrom(deps, quarterIn(deps.stores, id));
};

export const quarterViewFrom = (deps: Deps, now: QuarterNow): QuarterView => {
  const { areas } = settingsOf(deps.stores);
  const facts = quarterFactsOf(deps, now);
  const { people, day, seats, points } = facts;
  return {
    ...{ now, points, areas, signers: { people, day, seats }, at: deps.clock.now() },
    project: null,
    state: quarterStateOf(now, seats),
    minutes: minutesOf(now, {
      points,
      gateOf: gateOf(deps),
      titleOf: (project) => titleOfProject(deps, project),
    }),
    seats: seats.map((seat) => {
      const { chef, deputies } = holdersOf(seat, people, day);
      return { seat, chefName: chef?.name ?? '', deputies: deputies.map(({ name }) => name) };
    }),
    next: quarterDays(deps).find((one) => one > now.day) ?? null,
  };
};

/** From memory, by its name; for cards and messages, which mean it wherever it has been moved to. */
export const quarterViewNamed = (deps: Deps, name: QuarterId): QuarterView | undefined => {
  const id = quarterIdNamed(deps, name);
  return id === undefined ? undefined : quarterViewFrom(deps, quarterIn(deps.stores, id));
};

/** As the lists have it now, by its name. */
export const freshQuarterViewOf = async (
  deps: Deps,
  name: QuarterId,
): Promise<QuarterView | undefined> => {
  const id = quarterIdNamed(deps, name);
  return id === undefined ? undefined : quarterViewFrom(deps, await readQuarter(deps, id));
};

/** The gates on the agenda as they stand, in its order. */
export const requestsOn = (deps: Deps, { points }: QuarterView): readonly RequestView[] =>
  points
    .map(({ key }) => requestIn(key))
    .filter((id) => id !== null)
    .map((id) => viewOf(deps, id))
    .filter((view) => view !== undefined);

/** Minutes that not everybody has signed. */
export const openMinutes = (deps: Deps): readonly QuarterView[] => {
  const seats = areaIdsOf(deps.stores);
  return allQuarters(deps.stores)
    .filter((now) => now.version > 0 && quarterStateOf(now, seats) === 'over')
    .map((now) => quarterViewFrom(deps, now));
};
