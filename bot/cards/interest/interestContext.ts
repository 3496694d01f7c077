import type { InterestAction } from '#shared/contract/cardActions.ts';
import type { InterestRefusal } from '#shared/domain/interest/rules.ts';
import type { InterestView } from '#shared/domain/interest/view.ts';
import { interestSummaries, interestWords } from '#shared/words/interest/words.ts';
import type { Frame, Notice, Problem } from '../asking/asking.ts';
import { type Place, placeOfAsk } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import { openUrl, type Refresh } from '../elements.ts';
import { around } from '../summary.ts';

/** Which card of the question it is: the message's kind, and the event it is about. */
export type InterestPlace = Place;

/** The card of the question that is asked now. */
export const interestPlace = ({ now }: InterestView): InterestPlace =>
  placeOfAsk('interestAsk', now.ask);

/** Why what was pressed is not stored. */
export type InterestProblem = Problem<InterestRefusal>;

type AboutInterest = Pick<InterestAction, 'interestId' | 'ask' | 'revision'>;

/** What every button sends: ids and numbers, nothing that gives a right. */
export const aboutInterest = ({ now }: InterestView): AboutInterest => ({
  interestId: now.id,
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

export const refreshInterest = (
  { now }: InterestView,
  context: CardContext,
  { kind, about }: InterestPlace,
): Refresh<'refreshInterest'> => ({
  verb: 'refreshInterest',
  data: { interestId: now.id, revision: now.revision, kind, about },
  userIds: context.userIds,
});

export const interestSummary = (
  view: InterestView,
  [before, after]: readonly [string, string],
): string => around(before, view.project.title, after);

export const openIdea = ({ project }: InterestView, { links }: CardContext) =>
  openUrl(interestWords.open, links.project(project.id));

/** What every card of the question has; a notice is told by its first line. */
export const interestFrame = (
  view: InterestView,
  context: CardContext,
  place: InterestPlace,
  first: string,
): Frame => ({
  title: view.project.title,
  url: context.links.project(view.project.id),
  summary: interestSummary(view, interestSummaries.told(first)),
  refresh: refreshInterest(view, context, place),
});

/** A notice leads to the idea, which is what it is called here. */
export const ideaNotice = (
  view: InterestView,
  context: CardContext,
  notice: Omit<Notice, 'buttons'> & Partial<Pick<Notice, 'buttons'>>,
): Notice => ({ ...notice, buttons: [...(notice.buttons ?? []), openIdea(view, context)] });
