import type { Actor } from '#shared/domain/person.ts';
import type { VisitGiven, VisitRefusal } from '#shared/domain/visits/given.ts';
import type { VisitNow } from '#shared/domain/visits/now.ts';
import { visitMoveFor } from '#shared/domain/visits/rules.ts';
import type { VisitView } from '#shared/domain/visits/view.ts';
import type { VisitEvent, VisitId } from '#shared/domain/visits/visit.ts';
import type { AskingResult } from '../asking/result.ts';
import type { Deps } from '../ports.ts';
import { appendEvent } from '../record/appendEvent.ts';
import { followVisit, keepIdeas } from './followVisit.ts';
import { readVisit, visitFactsOf, visitViewFrom } from './visits.ts';
import { visitNowIn } from './visitsHeld.ts';

export type VisitResult = AskingResult<VisitView, VisitRefusal>;

/** The newest number whoever presses has seen of what they press on. */
const numberSeen = (given: VisitGiven): number => {
  if ('revision' in given) return given.revision;
  if ('seen' in given) return given.seen;
  return given.type === 'reply' ? given.question : 0;
};

/**
 * What whoever pressed had seen; with it the same press is the same, however often it comes. What
 * can be done again later, and mean it, is told apart by the event before.
 */
const seenIn = (given: VisitGiven, now: VisitNow): string => {
  const seen = numberSeen(given);
  if (given.type !== 'grouped' && given.type !== 'dropped') return `r${seen}`;
  const last = now.events.findLast(({ note }) => note === given.note);
  return `n${last?.seq ?? 0}`;
};

/** The rule is asked of the lists as they are: what it rests on is read, not remembered. */
const readAround = async (
  { stores }: Deps,
  { id }: Pick<Actor, 'id'>,
  { terms }: VisitNow,
  given: VisitGiven,
): Promise<void> => {
  const named = given.type === 'planned' ? [given.terms.lederId, ...given.terms.consultantIds] : [];
  const ids = new Set([id, terms?.lederId, ...named]);
  const project = given.type === 'becameIdea' ? given.projectId : undefined;
  await Promise.all([
    ...[...ids].flatMap((one) => (one ? [stores.people.read(one)] : [])),
    ...(project === undefined ? [] : [stores.projects.read(project)]),
  ]);
};

/** Anything that happens to a visit by somebody's hand, from a card or from the tab. */
export const moveVisit = async (
  deps: Deps,
  actor: Actor,
  id: VisitId,
  given: VisitGiven,
): Promise<VisitResult> => {
  const first = await readVisit(deps, id);
  if (!first || (first.terms === null && given.type !== 'planned')) return { type: 'unknown' };
  await readAround(deps, actor, first, given);
  const content = deps.hashOf(JSON.stringify([actor.id, given])).slice(0, 16);
  const result = await appendEvent<VisitEvent, VisitNow, VisitRefusal>(
    {
      table: deps.stores.visits,
      idOf: (seq) => `${id}:${seq}`,
      withEvents: (now, events) => visitNowIn(now.id, [...now.events, ...events]),
      seen: numberSeen(given),
      causeOf: (now) => `${id}:${seenIn(given, now)}:${given.type}:${content}`,
      eventFor: async (now, numbered) => {
        const move = visitMoveFor(now, actor, given, visitFactsOf(deps, now));
        if (!move.ok) return { refusal: move.refusal };
        const by = { byId: actor.id, byName: actor.name, at: deps.clock.now() };
        return { event: { ...move.value, ...numbered, visitId: id, ...by } };
      },
    },
    first,
  );
  if (result.type !== 'refused') await keepIdeas(deps, result.now);
  deps.later('followVisit', () => followVisit(deps, id));
  const view = visitViewFrom(deps, result.now);
  return result.type === 'refused'
    ? { type: 'refused', refusal: result.refusal, view }
    : { type: result.type, view };
};
