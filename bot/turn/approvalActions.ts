import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { ApprovalAction } from '#shared/contract/cardActions.ts';
import type { ApprovalGiven } from '#shared/domain/approvals/rules.ts';
import {
  type ApprovalReader,
  type ApprovalView,
  approvalReaderOf,
} from '#shared/domain/approvals/view.ts';
import { approvalViewOf, freshApprovalViewOf } from '#shared/useCases/approvals/approvals.ts';
import { type ApprovalResult, moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import type { ApprovalProblem } from '../cards/approvals/approvalCard.ts';
import { approvalCardAt, failedApprovalCard } from '../cards/approvals/approvalCardFor.ts';
import type { ApprovalPlace } from '../cards/approvals/approvalContext.ts';
import { approvalNotice, receivedApproval } from '../cards/approvals/approvalReceipt.ts';
import type { CardContext } from '../cards/context.ts';
import {
  type FaultEnding,
  type Kind,
  type Press,
  type Shown,
  type Stored,
  unknown,
  word,
  wordAfter,
} from './actions.ts';
import type { BotParts } from './botParts.ts';

type ApprovalPress = Press<ApprovalAction>;
type MovingAction = Exclude<ApprovalAction, { verb: 'refreshApproval' }>;

const shownCard = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

const placeIn = (action: ApprovalAction): ApprovalPlace => {
  switch (action.verb) {
    case 'refreshApproval':
      return { kind: action.kind, about: action.about };
    case 'replyToOwner':
      return { kind: 'approvalQuestion', about: action.question };
    default:
      return { kind: 'approvalAsk', about: action.ask };
  }
};

type Drawing = { readonly reader: ApprovalReader; readonly context: CardContext };

const drawingFor = (
  parts: BotParts,
  { actor, teamsUserId }: ApprovalPress,
  view: ApprovalView,
  typed = '',
): Drawing => ({
  reader: approvalReaderOf(view, actor),
  context: { links: parts.links, userIds: [teamsUserId].filter((id) => id !== ''), typed },
});

/** Who has nothing to do with it sees of the card only that it is another's. */
const closed = (
  { reader, context }: Drawing,
  view: ApprovalView,
  action: ApprovalAction,
): Shown | null => {
  if (reader.answers || reader.replies || view.now.events.some(({ byId }) => byId === reader.id))
    return null;
  const pressed = action.verb !== 'refreshApproval';
  return shownCard(
    approvalNotice(view, context, placeIn(action), { isOpen: view.isOpen, pressed }),
  );
};

const drawn = (
  parts: BotParts,
  press: ApprovalPress,
  view: ApprovalView,
  problem: ApprovalProblem | null,
): Shown => {
  const { action } = press;
  const typed = problem && 'comment' in action ? action.comment : '';
  const drawing = drawingFor(parts, press, view, typed);
  const place = placeIn(action);
  return (
    closed(drawing, view, action) ??
    shownCard(
      problem
        ? failedApprovalCard(view, drawing.reader, drawing.context, { place, problem })
        : approvalCardAt(view, drawing.reader, drawing.context, place),
    )
  );
};

const givenOf = (action: MovingAction): ApprovalGiven => {
  const { ask, comment } = action;
  switch (action.verb) {
    case 'approvePaper':
      return { type: 'approved', ask, comment };
    case 'sendBackPaper':
      return { type: 'sentBack', ask, comment };
    case 'askAboutPaper':
      return { type: 'question', ask, comment };
    case 'replyToOwner':
      return { type: 'reply', question: action.question, comment };
  }
};

const afterMove = (parts: BotParts, press: ApprovalPress, result: ApprovalResult): Shown => {
  if (result.type === 'unknown') return unknown;
  const problem: ApprovalProblem | null =
    result.type === 'refused' ? { type: 'refused', refusal: result.refusal } : null;
  return drawn(parts, press, result.view, problem);
};

const moved = async (
  parts: BotParts,
  press: ApprovalPress,
  action: MovingAction,
): Promise<Stored> => {
  const { deps } = parts;
  const result = await moveApproval(deps, press.actor, action.approvalId, givenOf(action));
  return {
    ending: result.type === 'refused' ? 'refused' : 'kept',
    shown: afterMove(parts, press, result),
  };
};

const received = (parts: BotParts, press: ApprovalPress, view: ApprovalView | undefined): Shown => {
  if (!view) return word(botFaults.received);
  const drawing = drawingFor(parts, press, view);
  return (
    closed(drawing, view, press.action) ??
    shownCard(receivedApproval(view, drawing.context, placeIn(press.action)))
  );
};

/** The lists failed: everything is as it was, and what was typed is put back. */
const failed = (
  parts: BotParts,
  press: ApprovalPress,
  ending: FaultEnding,
  view: ApprovalView | undefined,
): Shown =>
  view
    ? drawn(parts, press, view, { type: 'fault', uncertain: ending === 'uncertain' })
    : wordAfter(ending);

/** An owner's approval of a paper, and the lead's card with a question about it. */
export const approvalKind: Kind<ApprovalAction, ApprovalView> = {
  held: {
    known: ({ deps }, { approvalId }) => approvalViewOf(deps, approvalId),
    fresh: ({ deps }, { approvalId }) => freshApprovalViewOf(deps, approvalId),
    isUpToDate: (view, { revision }) => view.now.revision >= revision,
  },
  asked: (parts, press) => {
    const { action } = press;
    return action.verb === 'refreshApproval'
      ? { type: 'look', draw: (view) => drawn(parts, press, view, null) }
      : { type: 'store', work: () => moved(parts, press, action) };
  },
  received,
  failed,
};
