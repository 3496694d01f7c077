import type { ChefCommentAction } from '#shared/contract/cardActions.ts';
import type { ChefGiven, ChefRefusal } from '#shared/domain/chefComments/rules.ts';
import { type ChefCommentView, chefReaderOf } from '#shared/domain/chefComments/view.ts';
import {
  chefCommentViewOf,
  freshChefCommentViewOf,
} from '#shared/useCases/chefComments/chefComments.ts';
import { moveChefComment } from '#shared/useCases/chefComments/moveChefComment.ts';
import { openChefCard } from '../cards/chefComments/chefCard.ts';
import { chefCardAt, failedChefCard } from '../cards/chefComments/chefCardFor.ts';
import type { ChefPlace } from '../cards/chefComments/chefContext.ts';
import {
  askedChefCard,
  chefNotice,
  receivedChefComment,
} from '../cards/chefComments/chefReceipt.ts';
import type { Kind } from './actions.ts';
import { askingKind } from './askingActions.ts';

type DrawingAction = Extract<ChefCommentAction, { verb: 'refreshChefComment' | 'chooseAgain' }>;
type MovingAction = Exclude<ChefCommentAction, DrawingAction>;

const isDrawing = (action: ChefCommentAction): action is DrawingAction =>
  action.verb === 'refreshChefComment' || action.verb === 'chooseAgain';

const placeIn = (action: ChefCommentAction): ChefPlace => {
  switch (action.verb) {
    case 'refreshChefComment':
      return { kind: action.kind, about: action.about };
    case 'replyToChef':
      return { kind: 'chefQuestion', about: action.question };
    default:
      return { kind: 'chefAsk', about: action.ask };
  }
};

/** `known` is the newest event there is: whoever asks the chef from another card has seen none. */
const givenOf = (action: MovingAction, known: number): ChefGiven => {
  if (action.verb === 'askChef') return { type: 'asked', revision: known };
  const { ask, revision, comment } = action;
  switch (action.verb) {
    case 'choosePayer':
      return { type: 'chosen', ask, revision, ore: action.ore, choice: action.choice, comment };
    case 'commentOnly':
      return { type: 'commented', ask, revision, ore: action.ore, comment };
    case 'askBeforeGate':
      return { type: 'question', ask, revision, comment };
    case 'replyToChef':
      return { type: 'reply', question: action.question, comment };
  }
};

/** A chef's comment before a gate, and the lead's card with a question about it. */
export const chefCommentKind: Kind<ChefCommentAction, ChefCommentView> = askingKind<
  ChefCommentAction,
  ChefCommentView,
  ChefRefusal
>({
  held: {
    known: ({ deps }, { chefCommentId }) => chefCommentViewOf(deps, chefCommentId),
    fresh: ({ deps }, { chefCommentId }) => freshChefCommentViewOf(deps, chefCommentId),
    isUpToDate: (view, { revision }) => view.now.revision >= revision,
  },
  moveFor: ({ deps }, { action, actor }) =>
    isDrawing(action)
      ? null
      : () => {
          const { chefCommentId: id } = action;
          const known = chefCommentViewOf(deps, id)?.now.revision ?? 0;
          return moveChefComment(deps, actor, id, givenOf(action, known));
        },
  isFor: (view, actor) => {
    const { answers, replies } = chefReaderOf(view, actor);
    return answers || replies || view.now.events.some(({ byId }) => byId === actor.id);
  },
  another: (view, { action, context }) =>
    chefNotice(view, context, placeIn(action), !isDrawing(action)),
  draw: (view, { action, actor, context }, problem) => {
    const reader = chefReaderOf(view, actor);
    const place = placeIn(action);
    if (action.verb === 'askChef') return askedChefCard(view, context, place, problem);
    if (problem) return failedChefCard(view, reader, context, { place, problem });
    return action.verb === 'chooseAgain' && view.isOpen && reader.answers
      ? openChefCard(view, reader, context, { place })
      : chefCardAt(view, reader, context, place);
  },
  received: (view, { action, context }) => receivedChefComment(view, context, placeIn(action)),
});
