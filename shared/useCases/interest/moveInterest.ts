import type { InterestEvent, InterestId } from '#shared/domain/interest/interest.ts';
import { type InterestNow, interestNowOf } from '#shared/domain/interest/now.ts';
import {
  type InterestGiven,
  type InterestRefusal,
  interestMoveFor,
} from '#shared/domain/interest/rules.ts';
import type { InterestView } from '#shared/domain/interest/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { AskingResult } from '../asking/result.ts';
import { type Deps, Fault } from '../ports.ts';
import { appendEvent } from '../record/appendEvent.ts';
import { followAnswer, followInterest } from './followInterest.ts';
import { interestFactsOf, interestViewFrom, readInterest } from './interests.ts';

const isAnswer = ({ kind }: InterestEvent): boolean => kind !== 'question' && kind !== 'reply';

/** What whoever pressed had seen; with it the same press is the same, however often it comes. */
const seenIn = ({ events }: InterestNow, given: InterestGiven): string => {
  if (given.type === 'asked') return `r${given.revision}`;
  if (given.type === 'reply') return `q${given.question}`;
  return 'ask' in given ? `a${given.ask}:${given.revision}` : `n${events.filter(isAnswer).length}`;
};

const numberSeen = (given: InterestGiven): number => {
  if (given.type === 'reply') return given.question;
  return 'revision' in given ? given.revision : 0;
};

const mustView = (deps: Deps, now: InterestNow): InterestView => {
  const view = interestViewFrom(deps, now);
  if (!view) throw new Fault('row.invalid', { id: now.id });
  return view;
};

/** The rule is asked of the lists as they are: what it rests on is read, not remembered. */
const readAround = async ({ stores }: Deps, { projectId }: InterestNow): Promise<void> => {
  await Promise.all([
    stores.projects.read(projectId),
    stores.steps.readWhere('projectId', projectId),
    stores.requests.readWhere('projectId', projectId),
    stores.decisions.readWhere('projectId', projectId),
  ]);
};

/** Anything that happens to the question of interest, from a card or from the tab. */
export const moveInterest = async (
  deps: Deps,
  actor: Actor,
  id: InterestId,
  given: InterestGiven,
): Promise<AskingResult<InterestView, InterestRefusal>> => {
  const first = await readInterest(deps, id);
  if (!first) return { type: 'unknown' };
  await Promise.all([readAround(deps, first), deps.stores.people.read(actor.id)]);
  if (!interestFactsOf(deps, first)) return { type: 'unknown' };
  const content = deps.hashOf(JSON.stringify([actor.id, given])).slice(0, 16);
  const result = await appendEvent<InterestEvent, InterestNow, InterestRefusal>(
    {
      table: deps.stores.interests,
      idOf: (seq) => `${id}:${seq}`,
      withEvents: (now, events) => interestNowOf(now, [...now.events, ...events]),
      seen: numberSeen(given),
      causeOf: (now) => `${id}:${seenIn(now, given)}:${given.type}:${content}`,
      eventFor: async (now, numbered) => {
        const around = interestFactsOf(deps, now);
        if (!around) return { refusal: { type: 'notNow' } };
        const move = interestMoveFor(now, actor, given, around);
        if (!move.ok) return { refusal: move.refusal };
        const by = { byId: actor.id, byName: actor.name, at: deps.clock.now() };
        const of = { interestId: id, projectId: now.projectId };
        return { event: { ...move.value, ...numbered, ...of, ...by } };
      },
    },
    first,
  );
  // Whoever answered sees an idea that is as they said.
  if (result.type !== 'refused') await followAnswer(deps, result.now);
  deps.later('followInterest', () => followInterest(deps, id));
  const view = mustView(deps, result.now);
  return result.type === 'refused'
    ? { type: 'refused', refusal: result.refusal, view }
    : { type: result.type, view };
};
