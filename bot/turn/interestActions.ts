import type { InterestAction } from '#shared/contract/cardActions.ts';
import type { InterestGiven, InterestRefusal } from '#shared/domain/interest/rules.ts';
import { type InterestView, interestReaderOf } from '#shared/domain/interest/view.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { freshInterestViewOf, interestViewOf } from '#shared/useCases/interest/interests.ts';
import { moveInterest } from '#shared/useCases/interest/moveInterest.ts';
import { openInterestCard } from '../cards/interest/interestCard.ts';
import { failedInterestCard, interestCardAt } from '../cards/interest/interestCardFor.ts';
import type { InterestPlace } from '../cards/interest/interestContext.ts';
import { interestNotice, receivedInterest } from '../cards/interest/interestReceipt.ts';
import type { Kind } from './actions.ts';
import { askingKind } from './askingActions.ts';

type DrawingAction = Extract<InterestAction, { verb: 'refreshInterest' | 'wantAgain' }>;
type MovingAction = Exclude<InterestAction, DrawingAction>;

const isDrawing = (action: InterestAction): action is DrawingAction =>
  action.verb === 'refreshInterest' || action.verb === 'wantAgain';

const placeIn = (action: InterestAction): InterestPlace => {
  switch (action.verb) {
    case 'refreshInterest':
      return { kind: action.kind, about: action.about };
    case 'replyAboutIdea':
      return { kind: 'interestQuestion', about: action.question };
    default:
      return { kind: 'interestAsk', about: action.ask };
  }
};

const givenOf = (action: MovingAction, presserId: PersonId): InterestGiven => {
  const { ask, revision } = action;
  switch (action.verb) {
    case 'wantIdea':
      return { type: 'yes', ask, revision, priority: action.priority, comment: action.comment };
    case 'ideaNotNow':
      return { type: 'notNow', ask, revision, comment: action.comment };
    case 'declineIdea':
      return { type: 'no', ask, revision, comment: action.comment };
    case 'askIdeaGiver':
      return { type: 'question', ask, revision, comment: action.comment };
    case 'replyAboutIdea':
      return { type: 'reply', question: action.question, comment: action.comment };
    case 'nameOwner':
      return { type: 'owner', ask, revision, ownerId: action.owner };
    case 'ownIdea':
      return { type: 'owner', ask, revision, ownerId: presserId };
    case 'ownerLater':
      return { type: 'owner', ask, revision, ownerId: null };
  }
};

/** Whether an idea is wanted, and the card with a question about it for whoever gave it. */
export const interestKind: Kind<InterestAction, InterestView> = askingKind<
  InterestAction,
  InterestView,
  InterestRefusal
>({
  held: {
    known: ({ deps }, { interestId }) => interestViewOf(deps, interestId),
    fresh: ({ deps }, { interestId }) => freshInterestViewOf(deps, interestId),
    isUpToDate: (view, { revision }) => view.now.revision >= revision,
  },
  moveFor: ({ deps }, { action, actor }) =>
    isDrawing(action)
      ? null
      : () => moveInterest(deps, actor, action.interestId, givenOf(action, actor.id)),
  isFor: (view, actor) => {
    const { answers, replies } = interestReaderOf(view, actor);
    const isNamed = view.now.owner?.ownerId === actor.id;
    return answers || replies || isNamed || view.now.events.some(({ byId }) => byId === actor.id);
  },
  another: (view, { action, context }) =>
    interestNotice(view, context, placeIn(action), !isDrawing(action)),
  draw: (view, { action, actor, context }, problem) => {
    const reader = interestReaderOf(view, actor);
    const place = placeIn(action);
    if (problem) return failedInterestCard(view, reader, context, { place, problem });
    return action.verb === 'wantAgain' && view.isOpen && reader.answers
      ? openInterestCard(view, reader, context, { place })
      : interestCardAt(view, reader, context, place);
  },
  received: (view, { action, context }) => receivedInterest(view, context, placeIn(action)),
});
