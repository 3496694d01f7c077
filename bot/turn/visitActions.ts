import type { VisitAction } from '#shared/contract/cardActions.ts';
import type { VisitGiven, VisitRefusal } from '#shared/domain/visits/given.ts';
import { type VisitView, visitReaderOf } from '#shared/domain/visits/view.ts';
import { moveVisit } from '#shared/useCases/visits/moveVisit.ts';
import { freshVisitViewOf, visitViewOf } from '#shared/useCases/visits/visits.ts';
import type { Place } from '../cards/asking/cardsFor.ts';
import { openVisitCard } from '../cards/visits/visitCard.ts';
import { failedVisitCard, visitCardAt } from '../cards/visits/visitCardFor.ts';
import { receivedVisit, visitNotice } from '../cards/visits/visitReceipt.ts';
import type { Kind } from './actions.ts';
import { askingKind } from './askingActions.ts';

type DrawingAction = Extract<VisitAction, { verb: 'refreshVisit' | 'answerVisitAgain' }>;
type MovingAction = Exclude<VisitAction, DrawingAction>;

const isDrawing = (action: VisitAction): action is DrawingAction =>
  action.verb === 'refreshVisit' || action.verb === 'answerVisitAgain';

const placeIn = (action: VisitAction): Place => {
  switch (action.verb) {
    case 'refreshVisit':
      return { kind: action.kind, about: action.about };
    case 'replyAboutVisit':
      return { kind: 'visitQuestion', about: action.question };
    default:
      return { kind: 'visitAsk', about: action.ask };
  }
};

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A client may send a day that is none: then there is none. */
const dayIn = (text: string): string | null => (isDay(text) ? text : null);

const givenOf = (action: MovingAction): VisitGiven => {
  const { ask, revision, comment } = action;
  const said = { ask, revision, comment };
  switch (action.verb) {
    case 'agreeVisit':
      return { type: 'answered', ...said, answer: 'yes', day: null };
    case 'visitOtherDay':
      return { type: 'answered', ...said, answer: 'otherDay', day: dayIn(action.day) };
    case 'declineVisit':
      return { type: 'answered', ...said, answer: 'no', day: null };
    case 'askAboutVisit':
      return { type: 'question', ...said };
    case 'replyAboutVisit':
      return { type: 'reply', question: action.question, comment };
  }
};

/** Whether a unit may be visited, and the card with a question back. */
export const visitKind: Kind<VisitAction, VisitView> = askingKind<
  VisitAction,
  VisitView,
  VisitRefusal
>({
  held: {
    known: ({ deps }, { visitId }) => visitViewOf(deps, visitId),
    fresh: ({ deps }, { visitId }) => freshVisitViewOf(deps, visitId),
    isUpToDate: (view, { revision }) => view.now.told >= revision,
  },
  moveFor: ({ deps }, { action, actor }) =>
    isDrawing(action) ? null : () => moveVisit(deps, actor, action.visitId, givenOf(action)),
  isFor: (view, actor) => {
    const { answers, replies } = visitReaderOf(view, actor);
    return answers || replies || view.now.events.some(({ byId }) => byId === actor.id);
  },
  another: (view, { action, context }) =>
    visitNotice(view, context, placeIn(action), !isDrawing(action)),
  draw: (view, { action, actor, context }, problem) => {
    const reader = visitReaderOf(view, actor);
    const place = placeIn(action);
    if (problem) {
      const day = 'day' in action ? action.day : '';
      return failedVisitCard(view, reader, context, {
        ...{ place, problem },
        again: (asked) => openVisitCard(view, reader, context, { place: asked, problem, day }),
      });
    }
    return action.verb === 'answerVisitAgain' && view.isOpen && reader.answers
      ? openVisitCard(view, reader, context, { place })
      : visitCardAt(view, reader, context, place);
  },
  received: (view, { action, context }) => receivedVisit(view, context, placeIn(action)),
});
