import { dayOf } from '#shared/domain/day.ts';
import { deciderOf, mayReroute } from '#shared/domain/decider.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { namedFrom } from '#shared/domain/rhythm.ts';
import type { HandOnTo, Unheld } from '#shared/domain/steer.ts';
import { boundOf } from '../ledger/boundOf.ts';
import type { Deps } from '../ports.ts';
import { rhythmIn } from '../settings/hours.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { putOnAgenda, rerouteRequest, type SteerResult } from './steerRequest.ts';
import { emptySeats, unheldSeats } from './unheld.ts';
import { openRequests, viewOf } from './views.ts';

/** Chefs whose answer would be right: only where one chef decides, and only where there is a chef. */
const otherChefs = (deps: Deps, { request }: RequestView): readonly HandOnTo[] => {
  const project = deps.stores.projects.get(request.projectId)?.value;
  const areas = areaIdsOf(deps.stores);
  const rule = project && deciderOf(boundOf(deps, project), request.gate, areas);
  if (rule?.ok !== true) return [];
  const empty = emptySeats(deps);
  const isThere = (seat: string): boolean =>
    request.decider.type === 'chef' && request.decider.seats.includes(seat);
  return areas.filter(
    (seat) =>
      mayReroute(rule.value.decider, { type: 'chef', seats: [seat] }) &&
      !isThere(seat) &&
      !empty.includes(seat),
  );
};

/** Every place a gate may be handed on to as it stands, the widest first; none when it is over. */
export const waysToHandOn = (deps: Deps, view: RequestView): readonly HandOnTo[] => {
  const { state, request } = view;
  if (state.type === 'ended') return [];
  const isHearing = request.decider.type === 'chefgruppe';
  return [
    ...(isHearing && state.type === 'open' ? ['agenda'] : []),
    ...(isHearing ? [] : ['chefgruppe']),
    ...otherChefs(deps, view),
  ];
};

/** The same, for somebody who may hand it on; nothing for others. */
export const waysFor = (deps: Deps, actor: Actor, view: RequestView): readonly HandOnTo[] =>
  may(actor, 'rerouteRequest', { ...view.project, areas: [] }) ? waysToHandOn(deps, view) : [];

/** Hands a gate on; the rules of each way hold, whatever a card says. */
export const handOn = (
  deps: Deps,
  actor: Actor,
  {
    requestId,
    to,
    comment,
  }: { readonly requestId: string; readonly to: HandOnTo; readonly comment: string },
): Promise<SteerResult> =>
  to === 'agenda'
    ? putOnAgenda(deps, actor, { requestId, comment })
    : rerouteRequest(deps, actor, { requestId, to, comment });

/** Gates that may have to be handed on: what nobody can answer first, then what has waited long. */
export const toHandOn = (deps: Deps): readonly Unheld[] => {
  const { rhythm, calendar } = rhythmIn(deps);
  const empty = emptySeats(deps);
  const open = openRequests(deps)
    .map(({ id }) => viewOf(deps, id))
    .filter((view) => view?.state.type === 'open')
    .filter((view) => view !== undefined)
    .map((view) => ({ view, seats: unheldSeats(view, empty) }));
  const days = rhythm.consultantAfterDays;
  const isLong = ({ view: { request } }: Unheld): boolean =>
    namedFrom(dayOf(request.askedAt), days, deps.clock.day(), calendar) !== null;
  return [
    ...open.filter(({ seats }) => seats.length > 0),
    ...open.filter((one) => one.seats.length === 0 && isLong(one)),
  ];
};
