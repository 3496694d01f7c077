import type { ApprovalLine, ApprovalReply } from '#shared/contract/approvals.ts';
import type { ApprovalEvent } from '#shared/domain/approvals/approval.ts';
import { approvalMoveFor } from '#shared/domain/approvals/rules.ts';
import {
  type ApprovalView,
  approvalReaderOf,
  openQuestionOf,
  waitsOn,
} from '#shared/domain/approvals/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import { approvalFactsOf } from '../approvals/approvals.ts';
import { unreachedAbout } from '../outbox/reach.ts';
import type { Deps } from '../ports.ts';

/** An approval as one person sees it. */
export const approvalReplyOf = (deps: Deps, view: ApprovalView, actor: Actor): ApprovalReply => ({
  view,
  reader: approvalReaderOf(view, actor),
  waits: waitsOn(view, actor.id),
  unreached: unreachedAbout(deps, 'approvalId', view.now.id),
});

const saidIn = ({ kind, byName, at, comment }: ApprovalEvent): ApprovalLine['answer'] => ({
  ...{ kind, byName, at, comment },
});

/** How it goes with an approval, on the page of its project. */
export const approvalLineOf = (deps: Deps, view: ApprovalView, actor: Actor): ApprovalLine => {
  const { now, facts, isOpen, overdue } = view;
  const around = approvalFactsOf(deps, now);
  const asked = { type: 'asked', revision: now.revision } as const;
  return {
    id: now.id,
    revision: now.revision,
    isOpen,
    overdue,
    dueAt: now.ask?.dueAt ?? null,
    wouldBeDueAt: around?.due.dueAt ?? view.at,
    hasPaper: facts.link !== '',
    hasOpenQuestion: openQuestionOf(view) !== null,
    hadYes: now.yes !== null,
    answer: now.answer && saidIn(now.answer),
    waits: waitsOn(view, actor.id),
    answers: approvalReaderOf(view, actor).answers,
    mayBeAsked: around !== undefined && approvalMoveFor(now, actor, asked, around).ok,
  };
};
