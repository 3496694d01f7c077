import type { ChefCommentNow } from '#shared/domain/chefComments/now.ts';
import { chefAnswerers } from '#shared/domain/chefComments/rules.ts';
import { chefHelperOf } from '#shared/domain/chefComments/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { type Asked, type AskingMessages, tellingOf } from '../asking/tellAsked.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { lacksNow } from './chefComments.ts';

const kinds: AskingMessages = {
  ask: 'chefAsk',
  nudge: 'chefNudge',
  overdue: 'chefOverdue',
  question: 'chefQuestion',
  reply: 'chefReply',
  told: 'chefTold',
};

/** The answer the lead hears of: what was said, and not that the team wrote it down itself. */
const toldAnswer = ({ word, said }: ChefCommentNow): Asked['answer'] => {
  const newest = word ?? said;
  return newest?.kind === 'chosen' || newest?.kind === 'commented' ? newest : null;
};

const askedIn = (deps: Deps, now: ChefCommentNow): Asked | null => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return null;
  const lacks = lacksNow(deps, now);
  const isPast = now.said?.kind === 'passed' && lacks === 'pool';
  return {
    id: now.id,
    about: (event) => messageAbout.chefComment(now.id, event),
    kinds,
    ask: lacks === null ? null : now.ask,
    // The comment is waited for no more, and the pool still is: the next step is the lead's.
    overdue: isPast ? (now.said?.seq ?? null) : null,
    answerers: chefAnswerers(project, peopleIn(deps), clock.day()).map(({ id }) => id),
    leads: [...new Set([project.leadId, now.ask?.byId ?? null])].filter((id) => id !== null),
    helper: chefHelperOf({ now, project }),
    exchanges: lacks === null ? [] : now.exchanges,
    answer: toldAnswer(now),
  };
};

export const {
  isDue: isChefMessageDue,
  isUntold: isChefUntold,
  tell: tellChefComment,
} = tellingOf(askedIn);
