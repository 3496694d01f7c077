import type { ChefCommentLine, ChefCommentReply } from '#shared/contract/chefComments.ts';
import { followsChoice } from '#shared/domain/chefComments/now.ts';
import { chefMoveFor, needsPool } from '#shared/domain/chefComments/rules.ts';
import {
  type ChefCommentView,
  chefReaderOf,
  chefWaitsOn,
  openChefQuestion,
} from '#shared/domain/chefComments/view.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { chefFactsOf } from '../chefComments/chefComments.ts';
import { unreachedAbout } from '../outbox/reach.ts';
import type { Deps } from '../ports.ts';

/** A chef's comment as one person sees it; what is left of the pools is for those who see pools. */
export const chefCommentReplyOf = (
  deps: Deps,
  view: ChefCommentView,
  actor: Actor,
): ChefCommentReply => {
  const reader = chefReaderOf(view, actor);
  const seesPools = reader.answers || may(actor, 'seePools', view.project);
  return {
    view: seesPools ? view : { ...view, choices: [] },
    reader,
    waits: chefWaitsOn(view, actor.id),
    unreached: unreachedAbout(deps, 'chefCommentId', view.now.id),
  };
};

/** How it goes with a chef's comment, on the page of its project. */
export const chefCommentLineOf = (
  deps: Deps,
  view: ChefCommentView,
  actor: Actor,
): ChefCommentLine => {
  const { now, project, lacks, chefName, isOwnerDone } = view;
  const { ask, word, said, id, revision } = now;
  const around = chefFactsOf(deps, now);
  const differs = needsPool(project, now.step) && !followsChoice(word, project.shares);
  const latest = word ?? said;
  return {
    ...{ id, revision, chefName, lacks, isOwnerDone },
    dueAt: ask?.dueAt ?? null,
    wouldBeDueAt: around?.due.dueAt ?? view.at,
    hasOpenQuestion: openChefQuestion(view) !== null,
    differs: differs ? (word?.payer ?? null) : null,
    word: latest && {
      ...{ kind: latest.kind, byName: latest.byName, at: latest.at, comment: latest.comment },
    },
    waits: chefWaitsOn(view, actor.id),
    answers: chefReaderOf(view, actor).answers,
    mayBeAsked:
      around !== undefined && chefMoveFor(now, actor, { type: 'asked', revision }, around).ok,
  };
};
