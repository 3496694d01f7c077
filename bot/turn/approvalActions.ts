import type { ApprovalAction } from '#shared/contract/cardActions.ts';
import type { ApprovalGiven, ApprovalRefusal } from '#shared/domain/approvals/rules.ts';
import { type ApprovalView, approvalReaderOf } from '#shared/domain/approvals/view.ts';
import { approvalViewOf, freshApprovalViewOf } from '#shared/useCases/approvals/approvals.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { approvalCardAt, failedApprovalCard } from '../cards/approvals/approvalCardFor.ts';
import type { ApprovalPlace } from '../cards/approvals/approvalContext.ts';
import { approvalNotice, receivedApproval } from '../cards/approvals/approvalReceipt.ts';
import type { Kind } from './actions.ts';
import { askingKind } from './askingActions.ts';

type MovingAction = Exclude<ApprovalAction, { verb: 'refreshApproval' }>;

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

/** An owner's approval of a paper, and the lead's card with a question about it. */
export const approvalKind: Kind<ApprovalAction, ApprovalView> = askingKind<
  ApprovalAction,
  ApprovalView,
  ApprovalRefusal
>({
  held: {
    known: ({ deps }, { approvalId }) => approvalViewOf(deps, approvalId),
    fresh: ({ deps }, { approvalId }) => freshApprovalViewOf(deps, approvalId),
    isUpToDate: (view, { revision }) => view.now.revision >= revision,
  },
  moveFor: ({ deps }, { action, actor }) =>
    action.verb === 'refreshApproval'
      ? null
      : () => moveApproval(deps, actor, action.approvalId, givenOf(action)),
  isFor: (view, actor) => {
    const { answers, replies } = approvalReaderOf(view, actor);
    return answers || replies || view.now.events.some(({ byId }) => byId === actor.id);
  },
  another: (view, { action, context }) => {
    const pressed = action.verb !== 'refreshApproval';
    return approvalNotice(view, context, placeIn(action), pressed);
  },
  draw: (view, { action, actor, context }, problem) => {
    const reader = approvalReaderOf(view, actor);
    const place = placeIn(action);
    return problem
      ? failedApprovalCard(view, reader, context, { place, problem })
      : approvalCardAt(view, reader, context, place);
  },
  received: (view, { action, context }) => receivedApproval(view, context, placeIn(action)),
});
