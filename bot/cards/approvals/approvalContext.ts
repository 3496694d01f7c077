import type { ApprovalAction } from '#shared/contract/cardActions.ts';
import type { ApprovalRefusal } from '#shared/domain/approvals/rules.ts';
import type { ApprovalView } from '#shared/domain/approvals/view.ts';
import { approvalSummaries } from '#shared/words/approvals/words.ts';
import type { Frame, Problem } from '../asking/asking.ts';
import { type Place, placeOfAsk } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import type { Refresh } from '../elements.ts';
import { around } from '../summary.ts';

/** Which card of an approval it is: the message's kind, and the event it is about. */
export type ApprovalPlace = Place;

/** The card of the question that is asked now. */
export const askPlace = ({ now }: ApprovalView): ApprovalPlace =>
  placeOfAsk('approvalAsk', now.ask);

type AboutApproval = Pick<ApprovalAction, 'approvalId' | 'ask' | 'revision'>;

/** What every button of an approval sends: ids and numbers, nothing that gives a right. */
export const aboutApproval = ({ now }: ApprovalView): AboutApproval => ({
  approvalId: now.id,
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

export const refreshApproval = (
  { now }: ApprovalView,
  context: CardContext,
  { kind, about }: ApprovalPlace,
): Refresh<'refreshApproval'> => ({
  verb: 'refreshApproval',
  data: { approvalId: now.id, revision: now.revision, kind, about },
  userIds: context.userIds,
});

export const summaryWith = (
  view: ApprovalView,
  [before, after]: readonly [string, string],
): string => around(before, view.project.title, after);

/** What every card of an approval has; a notice is told by its first line. */
export const frameOf = (
  view: ApprovalView,
  context: CardContext,
  place: ApprovalPlace,
  first: string,
): Frame => ({
  title: view.project.title,
  url: context.links.project(view.project.id),
  summary: summaryWith(view, approvalSummaries.told(first)),
  refresh: refreshApproval(view, context, place),
});

/** Why what was pressed is not stored. */
export type ApprovalProblem = Problem<ApprovalRefusal>;
