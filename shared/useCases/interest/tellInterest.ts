import type { InterestEvent } from '#shared/domain/interest/interest.ts';
import type { InterestNow } from '#shared/domain/interest/now.ts';
import { interestAnswerers } from '#shared/domain/interest/rules.ts';
import { interestHelperOf } from '#shared/domain/interest/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  type Asked,
  type AskingMessages,
  type DueMessage,
  tellingOf,
} from '../asking/tellAsked.ts';
import { owedNow } from '../checklist/interestHeld.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';

const kinds: AskingMessages = {
  ask: 'interestAsk',
  nudge: 'interestNudge',
  overdue: 'interestOverdue',
  question: 'interestQuestion',
  reply: 'interestReply',
  told: 'interestTold',
};

/** The answer others hear of: what was said, and not that the team wrote it down itself. */
const toldAnswer = ({ word }: InterestNow): InterestEvent | null =>
  word === null || word.kind === 'noted' ? null : word;

/**
 * Whoever gave the idea hears how it went, unless they are told as one of those who asked; and
 * whoever was named that they own it.
 */
const toldBeside = (
  { word, owner }: Pick<InterestNow, 'word' | 'owner'>,
  { createdById }: Project,
  leads: readonly PersonId[],
): readonly DueMessage[] => {
  const author =
    word && createdById !== null && createdById !== word.byId && !leads.includes(createdById)
      ? [{ kind: 'interestAuthor' as const, about: word.seq, to: createdById }]
      : [];
  const named =
    owner && owner.ownerId !== null && owner.ownerId !== owner.byId
      ? [{ kind: 'interestOwner' as const, about: owner.seq, to: owner.ownerId }]
      : [];
  return [...author, ...named];
};

const askedIn = (deps: Deps, now: InterestNow): Asked | null => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return null;
  const isWaiting = owedNow(stores, now) === 'interest';
  const { ask, askedId, owner, exchanges } = now;
  const isPast = isWaiting && ask !== null && clock.now() >= ask.dueAt;
  const answer = toldAnswer(now);
  const answerers = interestAnswerers(askedId, project, peopleIn(deps), clock.day());
  const leads = [...new Set([project.leadId, ask?.byId ?? null])].filter((id) => id !== null);
  return {
    id: now.id,
    about: (event) => messageAbout.interest(now.id, event),
    kinds,
    ask: isWaiting ? ask : null,
    overdue: isPast ? ask.seq : null,
    answerers: answerers.map(({ id }) => id),
    leads,
    helper: interestHelperOf({ now, project, answerers }),
    exchanges: isWaiting ? exchanges : [],
    answer,
    beside: toldBeside({ word: answer, owner }, project, leads),
  };
};

export const {
  isDue: isInterestMessageDue,
  isUntold: isInterestUntold,
  tell: tellInterest,
} = tellingOf(askedIn);
