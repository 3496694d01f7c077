import { dayOf } from '#shared/domain/day.ts';
import type { Decider } from '#shared/domain/decider.ts';
import { yearOf } from '#shared/domain/economy.ts';
import type { Choice } from '#shared/domain/gates.ts';
import type { Actor } from '#shared/domain/person.ts';
import type {
  Decision,
  Disagreement,
  Ending,
  GateRequest,
  Statement,
} from '#shared/domain/request.ts';
import { poolViewsFor } from '../ledger/pools.ts';
import type { Deps, Inserted } from '../ports.ts';
import { followDecision } from './followDecision.ts';

export type End = {
  readonly ending: Ending;
  readonly choice: Choice | null;
  readonly comment: string;
  readonly by: Pick<Actor, 'id' | 'name'>;
  readonly seat: string | null;
  readonly onBehalf: boolean;
  readonly atMeeting: boolean;
  readonly at: string;
  readonly reroutedTo: Decider | null;
  readonly noted?: readonly Disagreement[];
};

/** How what was said ends the matter that it settles: by the one who was last, at that moment. */
export const endFrom = (
  last: Statement,
  ending: Extract<Ending, 'decided' | 'lifted'>,
  choice: Choice | null,
): End => ({
  ending,
  choice,
  comment: choice && last.outcome === choice.outcome ? last.text : '',
  by: { id: last.byId, name: last.byName },
  seat: last.seat,
  onBehalf: last.onBehalf,
  atMeeting: last.kind === 'recorded',
  at: last.at,
  reroutedTo: null,
  noted: last.noted,
});

const decisionFrom = (deps: Deps, request: GateRequest, end: End): Decision => ({
  id: request.id,
  projectId: request.projectId,
  gate: request.gate,
  ending: end.ending,
  outcome: end.choice?.outcome ?? null,
  spread: end.choice?.spread ?? false,
  rethink: end.choice?.rethink ?? false,
  comment: end.comment,
  byId: end.by.id,
  byName: end.by.name,
  seat: end.seat,
  onBehalf: end.onBehalf,
  atMeeting: end.atMeeting,
  at: end.at,
  decider: request.decider,
  why: request.why,
  askOre: request.askOre,
  shares: request.shares,
  pools: poolViewsFor(deps, request, request.id, yearOf(dayOf(end.at))),
  paper: request.paper,
  reroutedTo: end.reroutedTo,
  noted: end.noted ?? [],
});

/**
 * The commit: one insert under the request's own id. It succeeds for exactly one answer, whoever
 * presses, on however many servers; everything after it is a consequence that can be repeated.
 */
export const endRequest = async (
  deps: Deps,
  request: GateRequest,
  end: End,
): Promise<Inserted<Decision>> => {
  const inserted = await deps.stores.decisions.insert(decisionFrom(deps, request, end));
  deps.later('followDecision', () => followDecision(deps, request.id));
  return inserted;
};
