import { type ApprovalNow, isWaiting } from '#shared/domain/approvals/now.ts';
import { approvalAnswerers } from '#shared/domain/approvals/rules.ts';
import { helperOf } from '#shared/domain/approvals/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { type Asked, type AskingMessages, tellingOf } from '../asking/tellAsked.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { isOpenApproval } from './approvals.ts';

const kinds: AskingMessages = {
  ask: 'approvalAsk',
  nudge: 'approvalNudge',
  overdue: 'approvalOverdue',
  question: 'approvalQuestion',
  reply: 'approvalReply',
  told: 'approvalTold',
};

/** The answer the lead hears of. */
const toldAnswer = ({ answer }: ApprovalNow): Asked['answer'] =>
  answer?.kind === 'approved' || answer?.kind === 'sentBack' ? answer : null;

const askedIn = (deps: Deps, now: ApprovalNow): Asked | null => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return null;
  const isOpen = isOpenApproval(stores, now);
  const ask = isOpen && isWaiting(now) ? now.ask : null;
  return {
    id: now.id,
    about: (event) => messageAbout.approval(now.id, event),
    kinds,
    ask,
    overdue: ask && clock.now() >= ask.dueAt ? ask.seq : null,
    answerers: approvalAnswerers(project, peopleIn(deps), clock.day()).map(({ id }) => id),
    leads: [...new Set([project.leadId, now.ask?.byId ?? null])].filter((id) => id !== null),
    helper: helperOf({ now, project }),
    exchanges: isOpen ? now.exchanges : [],
    answer: toldAnswer(now),
  };
};

export const {
  isDue: isApprovalDue,
  isUntold: isApprovalUntold,
  tell: tellApproval,
} = tellingOf(askedIn);
