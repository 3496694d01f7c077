import { messageAbout } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { visitAnswerers } from '#shared/domain/visits/lederRules.ts';
import { isAsking, type VisitNow } from '#shared/domain/visits/now.ts';
import { visitHelperOf } from '#shared/domain/visits/view.ts';
import {
  type Asked,
  type AskingMessages,
  type DueMessage,
  tellingOf,
} from '../asking/tellAsked.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';

const kinds: AskingMessages = {
  ask: 'visitAsk',
  nudge: 'visitNudge',
  overdue: 'visitOverdue',
  question: 'visitQuestion',
  reply: 'visitReply',
  told: 'visitTold',
};

/** Those who come, and whoever asked. */
const leadsOf = ({ terms, asked }: VisitNow): readonly PersonId[] => [
  ...new Set([...(terms?.consultants ?? []).map(({ id }) => id), ...(asked ? [asked.byId] : [])]),
];

/** Whoever is reminded by hand has it in a message of its own: the first stands far up in the chat. */
const reminded = ({ ask }: VisitNow, answerers: readonly PersonId[]): readonly DueMessage[] =>
  ask === null || ask.seq === ask.round
    ? []
    : answerers.map((to) => ({ kind: kinds.ask, about: ask.seq, to }));

const askedIn = (deps: Deps, now: VisitNow): Asked => {
  const isWaiting = isAsking(now);
  const answerers = visitAnswerers(now, peopleIn(deps), deps.clock.day());
  const ids = answerers.map(({ id }) => id);
  return {
    id: now.id,
    about: (event) => messageAbout.visit(now.id, event),
    ...{ kinds, ask: isWaiting ? now.ask : null, leads: leadsOf(now) },
    overdue: isWaiting && deps.clock.now() >= now.ask.dueAt ? now.ask.seq : null,
    answerers: ids,
    helper: visitHelperOf({ now, answerers }),
    exchanges: isWaiting ? now.exchanges : [],
    answer: now.word,
    beside: isWaiting ? reminded(now, ids) : [],
  };
};

export const {
  isDue: isVisitMessageDue,
  isUntold: isVisitUntold,
  tell: tellVisit,
} = tellingOf(askedIn);
