import { longestComment, shortageOf } from '#shared/domain/answer.ts';
import { dayOf } from '#shared/domain/day.ts';
import { type Decider, deciderOf, mayReroute, sameDecider } from '#shared/domain/decider.ts';
import { yearOf } from '#shared/domain/economy.ts';
import {
  type Choice,
  grantsMoney,
  isChoiceOf,
  isReason,
  needsReason,
  outcomeRule,
} from '#shared/domain/gates.ts';
import { type Action, may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import {
  type Decision,
  type Disagreement,
  type GateRequest,
  requestStateOf,
  type Statement,
  seatsAgainst,
} from '#shared/domain/request.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import type { SteerRefusal } from '#shared/domain/steer.ts';
import { boundOf } from '../ledger/boundOf.ts';
import { poolViewsFor, readPools, reserveFor } from '../ledger/pools.ts';
import { actorOf } from '../people.ts';
import type { Deps } from '../ports.ts';
import { recordStatement } from '../record/recordStatement.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { type End, endRequest } from './endRequest.ts';
import { readSettled } from './settle.ts';
import { tellAbout } from './tell.ts';
import { emptySeats } from './unheld.ts';
import { type FreshRequest, readRequest, viewFrom } from './views.ts';

export type SteerResult =
  | { readonly type: 'ended' | 'said' | 'repeated'; readonly view: RequestView }
  | { readonly type: 'refused'; readonly refusal: SteerRefusal; readonly view: RequestView }
  | { readonly type: 'unknown' };

type Turn = { readonly deps: Deps; readonly actor: Actor; readonly fresh: FreshRequest };

const viewIn = (turn: Turn, fresh: FreshRequest = turn.fresh): RequestView | undefined =>
  viewFrom(turn.deps, fresh.request, fresh.statements, fresh.decision);

const refuse = (turn: Turn, refusal: SteerRefusal): SteerResult => {
  const view = viewIn(turn);
  return view ? { type: 'refused', refusal, view } : { type: 'unknown' };
};

const shown = (
  turn: Turn,
  type: 'ended' | 'said' | 'repeated',
  fresh: FreshRequest,
): SteerResult => {
  const view = viewIn(turn, fresh);
  return view ? { type, view } : { type: 'unknown' };
};

/** What every steering asks first: the right, that it is still open, and a word of reason. */
const firstRefusal = (turn: Turn, action: Action, comment: string): SteerRefusal | null => {
  const { deps, actor, fresh } = turn;
  const project = deps.stores.projects.get(fresh.request.projectId)?.value;
  if (!may(actor, action, project)) return { type: 'notAllowed' };
  if (comment.length > longestComment) return { type: 'commentTooLong', longest: longestComment };
  return fresh.decision ? { type: 'alreadyEnded', decision: fresh.decision } : null;
};

const isSameEnd = (decision: Decision, end: End): boolean =>
  decision.byId === end.by.id &&
  decision.ending === end.ending &&
  decision.outcome === (end.choice?.outcome ?? null);

const end = async (turn: Turn, ending: End): Promise<SteerResult> => {
  const inserted = await endRequest(turn.deps, turn.fresh.request, ending);
  const decision = inserted.row.value;
  const fresh = { ...turn.fresh, decision };
  if (inserted.type === 'inserted') return shown(turn, 'ended', fresh);
  return isSameEnd(decision, ending)
    ? shown(turn, 'repeated', fresh)
    : refuse({ ...turn, fresh }, { type: 'alreadyEnded', decision });
};

const endingBy = (
  turn: Turn,
  ending: End['ending'],
  comment: string,
  rest: Partial<End> = {},
): End => ({
  ending,
  choice: null,
  comment: comment.trim(),
  by: turn.actor,
  seat: null,
  onBehalf: false,
  atMeeting: false,
  at: turn.deps.clock.now(),
  reroutedTo: null,
  ...rest,
});

/** The right is that of the person as the list has them now. */
const turnOf = async (deps: Deps, actor: Actor, requestId: string): Promise<Turn | undefined> => {
  const [fresh] = await Promise.all([
    readSettled(deps, requestId),
    deps.stores.people.read(actor.id),
  ]);
  return fresh && { deps, actor: actorOf(deps, actor.id, actor.name), fresh };
};

/** Takes a request back, with a word why; what was asked of people is over. */
export const withdrawRequest = async (
  deps: Deps,
  actor: Actor,
  input: { readonly requestId: string; readonly comment: string },
): Promise<SteerResult> => {
  const turn = await turnOf(deps, actor, input.requestId);
  if (!turn) return { type: 'unknown' };
  const refusal = firstRefusal(turn, 'withdrawRequest', input.comment);
  if (refusal) return refuse(turn, refusal);
  if (!isReason(input.comment)) return refuse(turn, { type: 'reasonMissing' });
  return end(turn, endingBy(turn, 'withdrawn', input.comment));
};

const deciderTo = (deps: Deps, to: string): Decider | null => {
  const areas = areaIdsOf(deps.stores);
  if (to === 'chefgruppe') return { type: 'chefgruppe', seats: areas };
  return areas.includes(to) ? { type: 'chef', seats: [to] } : null;
};

const narrows = (deps: Deps, { projectId, gate }: GateRequest, to: Decider): boolean => {
  const project = deps.stores.projects.get(projectId)?.value;
  const rule = project && deciderOf(boundOf(deps, project), gate, areaIdsOf(deps.stores));
  return rule?.ok === true && !mayReroute(rule.value.decider, to);
};

/** The same press once more: whoever sent it on sees that it is there. */
const isHandedOn = ({ deps, actor, fresh: { decision } }: Turn, to: string): boolean => {
  const wanted = deciderTo(deps, to);
  const { reroutedTo, byId } = decision ?? { reroutedTo: null, byId: '' };
  return (
    reroutedTo !== null && wanted !== null && byId === actor.id && sameDecider(reroutedTo, wanted)
  );
};

/** Sends an open request on to somebody else: this one ends, and the new one is asked at once. */
export const rerouteRequest = async (
  deps: Deps,
  actor: Actor,
  input: { readonly requestId: string; readonly to: string; readonly comment: string },
): Promise<SteerResult> => {
  const turn = await turnOf(deps, actor, input.requestId);
  if (!turn) return { type: 'unknown' };
  if (isHandedOn(turn, input.to)) return shown(turn, 'repeated', turn.fresh);
  const refusal = firstRefusal(turn, 'rerouteRequest', input.comment);
  if (refusal) return refuse(turn, refusal);
  if (!isReason(input.comment)) return refuse(turn, { type: 'reasonMissing' });
  const reroutedTo = deciderTo(deps, input.to);
  if (!reroutedTo) return refuse(turn, { type: 'unknownArea' });
  if (sameDecider(turn.fresh.request.decider, reroutedTo))
    return refuse(turn, { type: 'sameDecider' });
  if (narrows(deps, turn.fresh.request, reroutedTo)) return refuse(turn, { type: 'notForOneChef' });
  if (reroutedTo.type === 'chef' && emptySeats(deps).includes(input.to))
    return refuse(turn, { type: 'emptySeat' });
  return end(turn, endingBy(turn, 'rerouted', input.comment, { reroutedTo }));
};

/** Puts a hearing on the agenda of the meeting, e.g. because a member is missing. */
export const putOnAgenda = async (
  deps: Deps,
  actor: Actor,
  input: { readonly requestId: string; readonly comment: string },
): Promise<SteerResult> => {
  const turn = await turnOf(deps, actor, input.requestId);
  if (!turn) return { type: 'unknown' };
  const refusal = firstRefusal(turn, 'putOnAgenda', input.comment);
  if (refusal) return refuse(turn, refusal);
  const { request } = turn.fresh;
  if (request.decider.type !== 'chefgruppe') return refuse(turn, { type: 'notAHearing' });
  const inserted = await deps.stores.statements.insert({
    id: `${request.id}:agenda`,
    requestId: request.id,
    kind: 'agenda',
    seat: null,
    onBehalf: false,
    byId: actor.id,
    byName: actor.name,
    outcome: null,
    spread: false,
    rethink: false,
    text: input.comment.trim(),
    about: null,
    noted: [],
    at: deps.clock.now(),
  });
  deps.later('followAgenda', async () => {
    await recordStatement(deps, request.projectId, inserted.row.value);
    await tellAbout(deps, request.id);
  });
  const now = await readRequest(deps, request.id);
  return shown(turn, inserted.type === 'inserted' ? 'said' : 'repeated', now ?? turn.fresh);
};

type AtMeeting = {
  readonly choice: Choice;
  readonly comment: string;
  /** The positions that stand against it, each with why. */
  readonly noted: readonly Disagreement[];
};

/** A known difference is changed by whose it is, or noted with its reason: never passed over. */
const differenceRefusal = (turn: Turn, { choice, noted }: AtMeeting): SteerRefusal | null => {
  const { request, statements } = turn.fresh;
  const missing = seatsAgainst(request.decider, statements, choice).filter(
    (seat) => !noted.some((one) => one.seat === seat && isReason(one.text)),
  );
  if (missing.length > 0) return { type: 'differs', seats: missing };
  return noted.some(({ text }) => text.length > longestComment)
    ? { type: 'commentTooLong', longest: longestComment }
    : null;
};

const meetingRefusal = (turn: Turn, given: AtMeeting): SteerRefusal | null => {
  const { request, statements, decision } = turn.fresh;
  const { choice, comment } = given;
  if (request.decider.type !== 'chefgruppe') return { type: 'notAHearing' };
  if (requestStateOf(request, statements, decision).type !== 'meeting')
    return { type: 'notWaitingForMeeting' };
  if (!isChoiceOf(request.gate, choice)) return { type: 'notAnOutcome' };
  const project = turn.deps.stores.projects.get(request.projectId)?.value;
  if (outcomeRule(request.gate, choice.outcome)?.onlyFor === 'verySmall' && !project?.verySmall)
    return { type: 'notVerySmall' };
  if (needsReason(request.gate, choice) && !isReason(comment)) return { type: 'reasonMissing' };
  return differenceRefusal(turn, given);
};

/** Why the pools cannot pay for a choice at that moment; reserves what it asks for when they can. */
const shortageAt = async (turn: Turn, choice: Choice, at: string): Promise<SteerRefusal | null> => {
  const { deps, fresh } = turn;
  if (!grantsMoney(fresh.request.gate, choice)) return null;
  const year = yearOf(dayOf(at));
  await readPools(deps, fresh.request, year);
  await reserveFor(deps, fresh.request, year);
  return shortageOf(poolViewsFor(deps, fresh.request, fresh.request.id, year));
};

/** What is written down of a meeting, as one more row of the matter: its place among them counts. */
const recordedIn = (turn: Turn, { choice, comment, noted }: AtMeeting, at: string): Statement => {
  const { deps, actor, fresh } = turn;
  const { request, statements } = fresh;
  const against = seatsAgainst(request.decider, statements, choice);
  const differing = noted
    .filter(({ seat }) => against.includes(seat))
    .map(({ seat, text }) => ({ seat, text: text.trim() }));
  const content = JSON.stringify([actor.id, choice, comment, differing]);
  return {
    id: `${request.id}:recorded:${statements.length}:${deps.hashOf(content).slice(0, 16)}`,
    requestId: request.id,
    kind: 'recorded',
    seat: null,
    onBehalf: false,
    byId: actor.id,
    byName: actor.name,
    ...choice,
    text: comment.trim(),
    about: null,
    noted: differing,
    at,
  };
};

const isEndBy = (decision: Decision, recorded: Statement): boolean =>
  decision.atMeeting &&
  decision.byId === recorded.byId &&
  decision.outcome === recorded.outcome &&
  decision.spread === recorded.spread &&
  decision.rethink === recorded.rethink;

/**
 * Writes down what the chefgruppe decided at its meeting; a chef or a consultant does it. A
 * position that came in between is a difference like any other: then nothing is decided.
 */
export const recordMeetingDecision = async (
  deps: Deps,
  actor: Actor,
  input: AtMeeting & { readonly requestId: string },
): Promise<SteerResult> => {
  const turn = await turnOf(deps, actor, input.requestId);
  if (!turn) return { type: 'unknown' };
  const refusal =
    firstRefusal(turn, 'recordMeetingDecision', input.comment) ?? meetingRefusal(turn, input);
  if (refusal) return refuse(turn, refusal);
  const at = deps.clock.now();
  const shortage = await shortageAt(turn, input.choice, at);
  if (shortage) return refuse(turn, shortage);
  const recorded = recordedIn(turn, input, at);
  await deps.stores.statements.insert(recorded);
  const fresh = (await readSettled(deps, input.requestId)) ?? turn.fresh;
  const now = { ...turn, fresh };
  const { decision } = fresh;
  if (!decision) return refuse(now, meetingRefusal(now, input) ?? { type: 'notWaitingForMeeting' });
  if (!isEndBy(decision, recorded)) return refuse(now, { type: 'alreadyEnded', decision });
  return shown(now, decision.at === at ? 'ended' : 'repeated', fresh);
};
