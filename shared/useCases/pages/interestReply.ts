import type { InterestLine, InterestReply } from '#shared/contract/interests.ts';
import { interestMoveFor, ledereOf } from '#shared/domain/interest/rules.ts';
import {
  type InterestView,
  interestReaderOf,
  interestWaitsOn,
  openInterestQuestion,
} from '#shared/domain/interest/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import { chefNameIn } from '../checklist/askedBeforeGate.ts';
import { interestFactsOf } from '../interest/interests.ts';
import { unreachedAbout } from '../outbox/reach.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';

/** Whether an idea is wanted, as one person sees it. */
export const interestReplyOf = (deps: Deps, view: InterestView, actor: Actor): InterestReply => ({
  view,
  reader: interestReaderOf(view, actor),
  waits: interestWaitsOn(view, actor.id),
  unreached: unreachedAbout(deps, 'interestId', view.now.id),
});

/** Whom somebody may ask now: the chef first, then the ledere under them. */
const mayAskIn = (deps: Deps, { now, project }: InterestView, actor: Actor) => {
  const around = interestFactsOf(deps, now);
  if (!around) return [];
  const people = [
    { id: null, name: chefNameIn(deps.stores, project.leadArea) },
    ...ledereOf(project, peopleIn(deps)).map(({ id, name }) => ({ id, name })),
  ];
  const { revision } = now;
  return people.filter(
    ({ id }) => interestMoveFor(now, actor, { type: 'asked', revision, askedId: id }, around).ok,
  );
};

/** How it goes with the question, on the page of its idea. */
export const interestLineOf = (deps: Deps, view: InterestView, actor: Actor): InterestLine => {
  const { now, owes, askedName } = view;
  const { ask, word, id, revision } = now;
  return {
    ...{ id, revision, askedName, owes },
    dueAt: ask?.dueAt ?? null,
    wouldBeDueAt: interestFactsOf(deps, now)?.due.dueAt ?? view.at,
    hasOpenQuestion: openInterestQuestion(view) !== null,
    word: word && {
      ...{ kind: word.kind, priority: word.priority, byName: word.byName },
      ...{ at: word.at, comment: word.comment },
    },
    waits: interestWaitsOn(view, actor.id),
    answers: interestReaderOf(view, actor).answers,
    mayAsk: mayAskIn(deps, view, actor),
  };
};
