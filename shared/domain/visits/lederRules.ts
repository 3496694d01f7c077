import type { Answerer } from '../asking/asking.ts';
import { isPast, questionBack, replyTo } from '../asking/rules.ts';
import { isReason } from '../gates.ts';
import { personAnswerers } from '../inquiries/people.ts';
import type { Person } from '../person.ts';
import { done, type Result } from '../result.ts';
import {
  mayPlanVisits,
  move,
  no,
  type PlainRefusal,
  type Turn,
  type VisitGiven,
  type VisitMove,
  type VisitRefusal,
} from './given.ts';
import { isAsking, isChangedSinceYes, isPlanned, type VisitNow } from './now.ts';

/* The leder of the unit is asked, and says yes, another day or not now. */

/** The leder while the list of people has them, and while they are away whoever answers for them. */
export const visitAnswerers = (
  { terms }: Pick<VisitNow, 'terms'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => {
  const lederId = terms?.lederId ?? null;
  return lederId !== null && people.some(({ id }) => id === lederId)
    ? personAnswerers(lederId, people, day)
    : [];
};

const mine = ({ now, actor, around: { people, day } }: Turn): Answerer | undefined =>
  visitAnswerers(now, people, day).find(({ id }) => id === actor.id);

/** A yes to the same plan is a yes; once a day the leder may be reminded. */
const askLack = ({ now, around }: Turn): PlainRefusal | null => {
  if (now.terms === null || !isPlanned(now)) return 'notNow';
  const { lederId } = now.terms;
  if (!around.people.some(({ id }) => id === lederId)) return 'lederMissing';
  if (now.terms.days.expectations === null) return 'dayMissing';
  if (now.agreed !== null && !isChangedSinceYes(now)) return 'holdsAlready';
  return isAsking(now) && around.dayOf(now.ask.at) === around.day ? 'askedToday' : null;
};

export const asked = (
  turn: Turn,
  { revision }: Extract<VisitGiven, { type: 'asked' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(turn.actor)) return no('notAllowed');
  if (revision !== turn.now.told) return no('changed');
  const lack = askLack(turn);
  return lack ? no(lack) : done(move('asked', turn.around.due));
};

type AnswerGiven = Extract<VisitGiven, { type: 'answered' }>;

const isSaidAlready = ({ now: { word }, actor }: Turn, said: VisitMove): boolean =>
  word?.answer === said.answer &&
  word.day === said.day &&
  word.byId === actor.id &&
  word.comment === said.comment;

const answerLack = (turn: Turn, said: VisitMove): PlainRefusal | null => {
  if (said.answer === 'yes') return null;
  if (said.answer === 'no') return isReason(said.comment) ? null : 'wordMissing';
  if (said.day === null) return 'dayMissing';
  return said.day <= turn.around.day ? 'dayPast' : null;
};

export const answered = (turn: Turn, given: AnswerGiven): Result<VisitMove, VisitRefusal> => {
  const answerer = mine(turn);
  if (!answerer) return no('notYours');
  const { seat, onBehalf } = answerer;
  const said = move('answered', {
    ...{ seat, onBehalf, answer: given.answer, comment: given.comment.trim() },
    day: given.answer === 'otherDay' ? given.day : null,
  });
  if (isSaidAlready(turn, said)) return no('holdsAlready');
  if (isPast(turn.now, turn.now.told, given)) return no('movedOn');
  // A yes is to the plan that was on the card.
  if (given.revision < turn.now.written) return no('changed');
  const lack = answerLack(turn, said);
  return lack ? no(lack) : done(said);
};

export const askedBack = (
  turn: Turn,
  given: Extract<VisitGiven, { type: 'question' }>,
): Result<VisitMove, VisitRefusal> => {
  const answerer = mine(turn);
  if (!answerer) return no('notYours');
  const said = questionBack(turn.now, turn.now.told, answerer, given);
  return typeof said === 'string' ? no(said) : done(move('question', said));
};

export const replied = (
  { now, actor }: Turn,
  given: Extract<VisitGiven, { type: 'reply' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notYours');
  const said = replyTo(now.exchanges, isAsking(now), given);
  return typeof said === 'string' ? no(said) : done(move('reply', said));
};

export const withdrawn = (
  { now, actor }: Turn,
  { revision, comment }: Extract<VisitGiven, { type: 'withdrawn' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notAllowed');
  if (!isPlanned(now)) return no('notNow');
  if (revision !== now.told) return no('changed');
  const said = comment.trim();
  return isReason(said) ? done(move('withdrawn', { comment: said })) : no('wordMissing');
};
