import { inquiryRules } from '#shared/domain/inquiries/inquiry.ts';
import type { InquiryNow } from '#shared/domain/inquiries/now.ts';
import { holdersOfRole, inquiryAnswerers } from '#shared/domain/inquiries/people.ts';
import { inquiryHelperOf } from '#shared/domain/inquiries/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  type Asked,
  type AskingMessages,
  type DueMessage,
  tellingOf,
} from '../asking/tellAsked.ts';
import { isWaitingNow } from '../checklist/inquiriesHeld.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';

const kinds: AskingMessages = {
  ask: 'inquiryAsk',
  nudge: 'inquiryNudge',
  overdue: 'inquiryOverdue',
  question: 'inquiryQuestion',
  reply: 'inquiryReply',
  told: 'inquiryTold',
};

/** Whoever asked, also before it was passed on, and where a step waits for it its lead too. */
const askersOf = (
  { subject, asked, events }: InquiryNow,
  { leadId }: Pick<Project, 'leadId'>,
): readonly PersonId[] =>
  [
    ...new Set([
      (subject === 'purchase' ? events[0]?.byId : asked?.byId) ?? null,
      subject === 'talk' ? null : leadId,
    ]),
  ].filter((id) => id !== null);

/** Past due the consultants are told beside whoever asked, where the subject says so. */
const escalated = (
  deps: Deps,
  { subject }: InquiryNow,
  overdue: number | null,
  told: readonly PersonId[],
): readonly DueMessage[] =>
  overdue === null || !inquiryRules[subject].escalates
    ? []
    : holdersOfRole('consultant', peopleIn(deps))
        .filter(({ id }) => !told.includes(id))
        .map(({ id }) => ({ kind: kinds.overdue, about: overdue, to: id }));

/** Whoever wants it bought hears what their chain said. */
const toRequester = (
  { subject, word }: InquiryNow,
  { createdById }: Project,
  told: readonly PersonId[],
): readonly DueMessage[] =>
  subject === 'purchase' &&
  word !== null &&
  createdById !== null &&
  createdById !== word.byId &&
  !told.includes(createdById)
    ? [{ kind: kinds.told, about: word.seq, to: createdById }]
    : [];

const askedIn = (deps: Deps, now: InquiryNow): Asked | null => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return null;
  const { ask, word, exchanges } = now;
  const isWaiting = isWaitingNow(stores, now);
  const overdue = isWaiting && ask !== null && clock.now() >= ask.dueAt ? ask.seq : null;
  const answerers = inquiryAnswerers(now, project, peopleIn(deps), clock.day());
  const leads = askersOf(now, project);
  return {
    id: now.id,
    about: (event) => messageAbout.inquiry(now.id, event),
    kinds,
    ask: isWaiting ? ask : null,
    overdue,
    answerers: answerers.map(({ id }) => id),
    leads,
    helper: inquiryHelperOf({ now, project, answerers }),
    exchanges: isWaiting ? exchanges : [],
    answer: word,
    beside: [...escalated(deps, now, overdue, leads), ...toRequester(now, project, leads)],
  };
};

export const {
  isDue: isInquiryMessageDue,
  isUntold: isInquiryUntold,
  tell: tellInquiry,
} = tellingOf(askedIn);
