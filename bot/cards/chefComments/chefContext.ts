import type { ChefCommentAction } from '#shared/contract/cardActions.ts';
import type { ChefRefusal } from '#shared/domain/chefComments/rules.ts';
import type { ChefCommentView } from '#shared/domain/chefComments/view.ts';
import { chefSummaries } from '#shared/words/chefComments/words.ts';
import type { Frame, Problem } from '../asking/asking.ts';
import { type Place, placeOfAsk } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import type { Refresh } from '../elements.ts';
import { around } from '../summary.ts';

/** Which card of a chef's comment it is: the message's kind, and the event it is about. */
export type ChefPlace = Place;

/** The card of the question that is asked now. */
export const chefPlace = ({ now }: ChefCommentView): ChefPlace => placeOfAsk('chefAsk', now.ask);

/** Why what was pressed is not stored. */
export type ChefProblem = Problem<ChefRefusal>;

type AboutChefComment = Pick<ChefCommentAction, 'chefCommentId' | 'ask' | 'revision'>;

/** What every button sends: ids and numbers, nothing that gives a right. */
export const aboutChefComment = ({ now }: ChefCommentView): AboutChefComment => ({
  chefCommentId: now.id,
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

export const refreshChefComment = (
  { now }: ChefCommentView,
  context: CardContext,
  { kind, about }: ChefPlace,
): Refresh<'refreshChefComment'> => ({
  verb: 'refreshChefComment',
  data: { chefCommentId: now.id, revision: now.revision, kind, about },
  userIds: context.userIds,
});

export const chefSummary = (
  view: ChefCommentView,
  [before, after]: readonly [string, string],
): string => around(before, view.project.title, after);

/** What every card of a chef's comment has; a notice is told by its first line. */
export const chefFrame = (
  view: ChefCommentView,
  context: CardContext,
  place: ChefPlace,
  first: string,
): Frame => ({
  title: view.project.title,
  url: context.links.project(view.project.id),
  summary: chefSummary(view, chefSummaries.told(first)),
  refresh: refreshChefComment(view, context, place),
});
