import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { ApprovalEvent } from '#shared/domain/approvals/approval.ts';
import { isWaiting } from '#shared/domain/approvals/now.ts';
import type { ApprovalReader, ApprovalView } from '#shared/domain/approvals/view.ts';
import type { CardContext } from '../context.ts';
import { openApprovalCard } from './approvalCard.ts';
import { type ApprovalPlace, type ApprovalProblem, askPlace } from './approvalContext.ts';
import {
  approvalNotice,
  approvalReceipt,
  overdueApproval,
  ownersQuestion,
} from './approvalReceipt.ts';

/** The answer that ended a round; null while it is open, or when something else came instead. */
const answerTo = ({ now }: ApprovalView, round: number): ApprovalEvent | null => {
  const ends: readonly ApprovalEvent['kind'][] = ['approved', 'noted', 'sentBack', 'withdrawn'];
  const end = now.events.find(({ seq, kind }) => seq > round && ends.includes(kind));
  return end && end.kind !== 'withdrawn' ? end : null;
};

/** The owner's card: the question while it is theirs and open, else what became of it. */
const askedCard = (
  view: ApprovalView,
  reader: ApprovalReader,
  context: CardContext,
  place: ApprovalPlace,
  late = false,
): IAdaptiveCard => {
  const { now } = view;
  const round = now.events.findLast(({ seq, kind }) => kind === 'asked' && seq <= place.about)?.seq;
  if (isWaiting(now) && view.isOpen && (round ?? 0) >= now.ask.round)
    return reader.answers
      ? openApprovalCard(view, reader, context, { place })
      : approvalNotice(view, context, place, { isOpen: true, pressed: false });
  const event = answerTo(view, round ?? place.about);
  return event && (reader.answers || reader.id === event.byId)
    ? approvalReceipt(view, event, reader, context, { place, late })
    : approvalNotice(view, context, place, { isOpen: false, pressed: false });
};

const exchangeAt = ({ now }: ApprovalView, question: number) =>
  now.exchanges.find((one) => one.question.seq === question) ?? null;

const toldEvent = ({ now }: ApprovalView, seq: number): ApprovalEvent | null =>
  now.events.find((event) => event.seq === seq) ?? null;

/** The card at a place, as the approval stands when it is drawn. */
export const approvalCardAt = (
  view: ApprovalView,
  reader: ApprovalReader,
  context: CardContext,
  place: ApprovalPlace,
): IAdaptiveCard => {
  const past = () => approvalNotice(view, context, place, { isOpen: false, pressed: false });
  switch (place.kind) {
    case 'approvalQuestion': {
      const exchange = exchangeAt(view, place.about);
      return exchange ? ownersQuestion(view, reader, context, { exchange, place }) : past();
    }
    case 'approvalTold': {
      const event = toldEvent(view, place.about);
      return event
        ? approvalReceipt(view, event, { ...reader, answers: false }, context, { place })
        : past();
    }
    case 'approvalOverdue':
      return isWaiting(view.now) && view.isOpen
        ? overdueApproval(view, context, place)
        : approvalNotice(view, context, place, { isOpen: false, pressed: false });
    default:
      return askedCard(view, reader, context, place);
  }
};

type Failed = { readonly place: ApprovalPlace; readonly problem: ApprovalProblem };

const failedReply = (
  view: ApprovalView,
  reader: ApprovalReader,
  context: CardContext,
  { place, problem }: Failed,
): IAdaptiveCard => {
  const exchange = exchangeAt(view, place.about);
  if (!exchange) return approvalNotice(view, context, place, { isOpen: false, pressed: true });
  const shown = { exchange, place, problem: exchange.reply ? null : problem };
  return ownersQuestion(view, reader, context, shown);
};

/** The card after a press that was not stored: why, and what was typed put back. */
export const failedApprovalCard = (
  view: ApprovalView,
  reader: ApprovalReader,
  context: CardContext,
  failed: Failed,
): IAdaptiveCard => {
  const { place, problem } = failed;
  if (place.kind === 'approvalQuestion') return failedReply(view, reader, context, failed);
  if (!view.isOpen) return askedCard(view, reader, context, place, problem.type === 'refused');
  return reader.answers
    ? openApprovalCard(view, reader, context, { place: askPlace(view), problem })
    : approvalNotice(view, context, place, { isOpen: true, pressed: true });
};
