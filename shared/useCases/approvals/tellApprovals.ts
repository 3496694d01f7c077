import { type ApprovalNow, isWaiting } from '#shared/domain/approvals/now.ts';
import { approvalAnswerers } from '#shared/domain/approvals/rules.ts';
import { helperOf } from '#shared/domain/approvals/view.ts';
import { type Message, messageAbout } from '#shared/domain/message.ts';
import {
  type Asked,
  type AskingMessages,
  isStillDue,
  tellAsked,
  untold,
} from '../asking/tellAsked.ts';
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

export const isApprovalDue = (
  deps: Deps,
  now: ApprovalNow,
  message: Pick<Message, 'kind' | 'about' | 'to'>,
): boolean => {
  const asked = askedIn(deps, now);
  return asked !== null && isStillDue(deps, asked, message);
};

/** Whether an approval calls for a message that is not in the outbox, as far as memory knows. */
export const isApprovalUntold = (deps: Deps, now: ApprovalNow): boolean => {
  const asked = askedIn(deps, now);
  return asked !== null && untold(deps, asked).length > 0;
};

/** Puts every message that an approval calls for into the outbox, each once. Returns how many. */
export const tellApproval = async (deps: Deps, now: ApprovalNow): Promise<number> => {
  const asked = askedIn(deps, now);
  return asked ? tellAsked(deps, asked) : 0;
};
