import type { AreaId } from '#shared/domain/area.ts';
import { poolRowId } from '#shared/domain/funding.ts';
import { may } from '#shared/domain/permissions.ts';
import { type Actor, type PersonId, seatsOf } from '#shared/domain/person.ts';
import {
  movedDays,
  plannedDay,
  type QuarterEvent,
  quarterNames,
} from '#shared/domain/quarter/quarter.ts';
import type { Decision, GateRequest, Statement } from '#shared/domain/request.ts';
import {
  type Reader,
  type RequestView,
  readerOf,
  requestViewOf,
  waitsForReader,
  withoutBalances,
} from '#shared/domain/requestView.ts';
import { paperNewsOf } from '../checklist/papersHeld.ts';
import { poolViewsFor, thisYearIn } from '../ledger/pools.ts';
import { peopleIn } from '../people.ts';
import { type Deps, Fault } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

const decisionsOf = (deps: Deps, projectId: string): readonly Decision[] =>
  deps.stores.decisions.where('projectId', projectId).map((row) => row.value);

/** The chefgruppe has met already: what stayed open waits for the next time. */
const isHeld = ({ stores }: Deps, id: string): boolean =>
  stores.meetings.where('quarterId', id).some(({ value }) => value.kind === 'ended');

const movesIn = new WeakMap<readonly unknown[], readonly QuarterEvent[]>();

/** Every time a kvartalsstatus was moved to another day; looked for when something has happened to one. */
export const meetingsMoved = ({ stores }: Pick<Deps, 'stores'>): readonly QuarterEvent[] => {
  const rows = stores.meetings.all();
  const known = movesIn.get(rows);
  if (known) return known;
  const moves = rows.map(({ value }) => value).filter(({ kind }) => kind === 'rescheduled');
  movesIn.set(rows, moves);
  return moves;
};

/** The day of the next kvartalsstatus, where it has been moved to. */
const statusDayIn = (deps: Deps, day: string): string | null => {
  const moves = meetingsMoved(deps);
  const moved = movedDays(moves);
  const days = quarterNames(settingsOf(deps.stores).quarterlyStatusDays, moves)
    .filter((id) => !isHeld(deps, id))
    .map((id) => moved.get(id) ?? plannedDay(id));
  return days.filter((one) => one >= day).sort()[0] ?? null;
};

const rivalsOf = (deps: Deps, request: GateRequest): RequestView['rivals'] => {
  const year = thisYearIn(deps);
  // In a year that is not opened there is nothing yet to be rivals about.
  const pools = new Set(
    request.shares
      .filter((share) => share.ore > 0)
      .map((share) => poolRowId(year, share.pool))
      .filter((row) => deps.stores.pools.get(row) !== undefined),
  );
  if (pools.size === 0) return [];
  return openRequests(deps)
    .filter((other) => other.id !== request.id)
    .flatMap((other) =>
      other.shares
        .filter((share) => share.ore > 0 && pools.has(poolRowId(year, share.pool)))
        .map((share) => ({
          title: deps.stores.projects.get(other.projectId)?.value.title ?? '',
          pool: share.pool,
          ore: share.ore,
        })),
    );
};

/** Requests nobody has ended, oldest first. */
export const openRequests = (deps: Deps): readonly GateRequest[] =>
  deps.stores.requests
    .all()
    .filter((row) => row.value.closedAt === null && !deps.stores.decisions.get(row.value.id))
    .map((row) => row.value);

export const openRequestOf = (deps: Deps, projectId: string): GateRequest | undefined =>
  deps.stores.requests
    .where('projectId', projectId)
    .map((row) => row.value)
    .findLast((request) => !deps.stores.decisions.get(request.id));

/** The view of a request from these rows; undefined when its project cannot be read. */
export const viewFrom = (
  deps: Deps,
  request: GateRequest,
  statements: readonly Statement[],
  decision: Decision | undefined,
): RequestView | undefined => {
  const project = deps.stores.projects.get(request.projectId)?.value;
  if (!project) return undefined;
  const settings = settingsOf(deps.stores);
  const day = deps.clock.day();
  return requestViewOf({
    request,
    project,
    statements,
    decision,
    earlier: decisionsOf(deps, request.projectId).filter((one) => one.id !== request.id),
    pools: decision ? decision.pools : poolViewsFor(deps, request, request.id),
    rivals: decision ? [] : rivalsOf(deps, request),
    paperNews: decision ? null : paperNewsOf(deps, project, request),
    areas: settings.areas,
    people: peopleIn(deps),
    statusDay: statusDayIn(deps, day),
    day,
  });
};

export const statementsOf = (deps: Deps, requestId: string): readonly Statement[] =>
  deps.stores.statements.where('requestId', requestId).map((row) => row.value);

/** A request as memory has it. */
export const viewOf = (deps: Deps, requestId: string): RequestView | undefined => {
  const request = deps.stores.requests.get(requestId)?.value;
  if (!request) return undefined;
  const decision = deps.stores.decisions.get(requestId)?.value;
  return viewFrom(deps, request, statementsOf(deps, requestId), decision);
};

export type FreshRequest = {
  readonly request: GateRequest;
  readonly statements: readonly Statement[];
  readonly decision: Decision | undefined;
};

/** A request as the lists have it now. */
export const readRequest = async (
  deps: Deps,
  requestId: string,
): Promise<FreshRequest | undefined> => {
  const { requests, statements, decisions } = deps.stores;
  const request = requests.get(requestId) ?? (await requests.read(requestId));
  if (!request) return undefined;
  const [said, decision] = await Promise.all([
    statements.readWhere('requestId', requestId),
    decisions.read(requestId),
  ]);
  return {
    request: request.value,
    statements: said.map((row) => row.value),
    decision: decision?.value,
  };
};

/** A request with what was said about it just now, where the lists cannot be asked any further. */
export const withSaid = (known: FreshRequest, said: Statement): FreshRequest => ({
  ...known,
  statements: [...known.statements.filter(({ id }) => id !== said.id), said],
});

/**
 * A request after something was said about it: as the lists have it, or, when they cannot be asked
 * just then, as it is known. What was said is stored either way.
 */
export const readAfter = async (
  deps: Deps,
  known: FreshRequest,
  said: Statement,
): Promise<FreshRequest> => {
  try {
    return (await readRequest(deps, known.request.id)) ?? known;
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return withSaid(known, said);
  }
};

export const freshViewOf = async (
  deps: Deps,
  requestId: string,
): Promise<RequestView | undefined> => {
  const fresh = await readRequest(deps, requestId);
  return fresh && viewFrom(deps, fresh.request, fresh.statements, fresh.decision);
};

export const readerFor = (
  deps: Deps,
  view: RequestView,
  personId: PersonId | null,
  seat?: AreaId,
): Reader => readerOf(view, personId, peopleIn(deps), deps.clock.day(), seat);

/**
 * A request as somebody may see it. A deputy has no role that opens the pools, but must know what
 * an answer costs.
 */
export const seenBy = (deps: Deps, actor: Actor, view: RequestView): RequestView =>
  may(actor, 'seePools', { ...view.project, areas: [] }) ||
  readerFor(deps, view, actor.id).seat !== null
    ? view
    : withoutBalances(view);

export type Waiting = {
  readonly view: RequestView;
  readonly reader: Reader;
  readonly waits: 'answer' | 'reply';
};

/** What waits for each person, longest waiting first; the open requests are looked up once. */
export const waitingAmong = (deps: Deps): ((personId: PersonId) => readonly Waiting[]) => {
  const open = openRequests(deps).flatMap(({ id }) => viewOf(deps, id) ?? []);
  return (personId) =>
    open.flatMap((view) => {
      const reader = readerFor(deps, view, personId);
      const waits = waitsForReader(view, reader);
      return waits === null ? [] : [{ view, reader, waits }];
    });
};

/** What waits for a person, longest waiting first. */
export const waitingFor = (deps: Deps, personId: PersonId): readonly Waiting[] =>
  waitingAmong(deps)(personId);

/** The seats a person answers for today. */
export const seatsFor = (deps: Deps, actor: Actor): readonly string[] => {
  const person = deps.stores.people.get(actor.id)?.value;
  return person ? seatsOf(person, peopleIn(deps), deps.clock.day()) : [];
};
