import type { VisitAction } from '#shared/contract/cardActions.ts';
import type { VisitRefusal } from '#shared/domain/visits/given.ts';
import type { VisitView } from '#shared/domain/visits/view.ts';
import { visitSummaries, visitTitle, visitWords } from '#shared/words/visits/words.ts';
import type { Frame, Problem } from '../asking/asking.ts';
import { type Place, placeOfAsk } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import type { Refresh } from '../elements.ts';
import { around } from '../summary.ts';

/** The card of what is asked now. */
export const visitPlace = ({ now }: VisitView): Place => placeOfAsk('visitAsk', now.ask);

/** Why what was pressed is not stored. */
export type VisitProblem = Problem<VisitRefusal>;

type AboutVisit = Pick<VisitAction, 'visitId' | 'ask' | 'revision'>;

/** What every button sends: ids and numbers, nothing that gives a right. */
export const aboutVisit = ({ now }: VisitView): AboutVisit => ({
  visitId: now.id,
  ask: now.ask?.seq ?? 0,
  revision: now.told,
});

export const refreshVisit = (
  { now }: VisitView,
  context: CardContext,
  { kind, about }: Place,
): Refresh<'refreshVisit'> => ({
  verb: 'refreshVisit',
  data: { visitId: now.id, revision: now.told, kind, about },
  userIds: context.userIds,
});

export const visitSummary = (view: VisitView, [before, after]: readonly [string, string]): string =>
  around(before, visitTitle(view.now), after);

/** What every card of it has; a notice is told by its first line. */
export const visitFrame = (
  view: VisitView,
  context: CardContext,
  place: Place,
  first: string,
): Frame => ({
  title: visitTitle(view.now),
  url: context.links.visit(view.now.id),
  open: visitWords.open,
  summary: visitSummary(view, visitSummaries.told(first)),
  refresh: refreshVisit(view, context, place),
});
