import { type Answerer, longestComment } from '../asking/asking.ts';
import { isPast, replyTo, type Seen } from '../asking/rules.ts';
import { isReason } from '../gates.ts';
import { personAnswerers } from '../inquiries/people.ts';
import { may } from '../permissions.ts';
import { type Actor, has, type Person, type PersonId } from '../person.ts';
import { isOver, type Project } from '../project.ts';
import { done, type Result, refused } from '../result.ts';
import { type BenefitEvent, type BenefitTerms, termsIn } from './benefit.ts';
import { monthsAfter } from './followUp.ts';
import type { NumberProblem, TypedNumber } from './measure.ts';
import { type BenefitNow, isAsking, isPromised, promisedDay } from './now.ts';

/** What somebody writes of a benefit; a number that could not be read is why it could not. */
export type TypedTerms = Omit<BenefitTerms, 'baseline' | 'target' | 'uncertainty' | 'ownerName'> & {
  readonly baseline: TypedNumber;
  readonly target: TypedNumber;
  readonly uncertainty: TypedNumber | null;
};

/** What somebody does to a benefit. */
export type BenefitGiven =
  /** `revision`: the event that said what is promised, as it was seen; 0 when it is a new one. */
  | { readonly type: 'written'; readonly revision: number; readonly terms: TypedTerms }
  | { readonly type: 'owner'; readonly revision: number; readonly ownerId: PersonId }
  /** An answer to what is asked, or, by whoever edits the project, a measurement of its own (`ask` 0). */
  | (Seen & {
      readonly type: 'answered';
      readonly value: TypedNumber;
      /** Null: what the benefit says of it. */
      readonly uncertainty: TypedNumber | null;
      readonly comment: string;
    })
  | (Seen & { readonly type: 'notYet'; readonly until: string; readonly comment: string })
  | (Seen & { readonly type: 'unmeasurable' | 'question'; readonly comment: string })
  | { readonly type: 'reply'; readonly question: number; readonly comment: string }
  /** The owner is asked once more, when a question waits. */
  | { readonly type: 'askedAgain'; readonly revision: number }
  | { readonly type: 'withdrawn'; readonly revision: number; readonly comment: string };

export type NumberField = 'baseline' | 'target' | 'uncertainty' | 'value';

type PlainRefusal =
  | 'notAllowed'
  /** Asked of another. */
  | 'notYours'
  /** It has gone on since: late, double, or somebody else was first. */
  | 'movedOn'
  /** Somebody has written it otherwise since it was read. */
  | 'changed'
  | 'wordMissing'
  /** The project is over, or the benefit is withdrawn. */
  | 'notNow'
  | 'titleMissing'
  /** The target is what the indicator shows already. */
  | 'targetSame'
  /** It has been asked about: another measure is another benefit. */
  | 'measureFixed'
  | 'unknownPerson'
  /** The day has been, or is more than a year ahead. */
  | 'dayPast'
  | 'dayFar'
  /** The owner was asked today. */
  | 'askedToday'
  /** The very same has been said already. */
  | 'holdsAlready';

export type BenefitRefusal =
  | { readonly type: PlainRefusal }
  | { readonly type: 'badNumber'; readonly field: NumberField; readonly problem: NumberProblem }
  | { readonly type: 'wordTooLong'; readonly longest: number };

/** What the rule goes by beside the benefit itself. */
export type BenefitFacts = {
  readonly project: Project;
  readonly people: readonly Person[];
  readonly day: string;
  /** When an answer asked for now would be due. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
  readonly dayOf: (instant: string) => string;
};

/** What an event says beside who and when; the use case adds key and number. */
export type BenefitMove = Omit<
  BenefitEvent,
  'id' | 'cause' | 'seq' | 'byId' | 'byName' | 'at' | 'benefitId' | 'projectId'
>;

export const longestTitle = 120;
export const longestIndicator = 200;
export const longestUnitName = 30;

type Turn = { readonly now: BenefitNow; readonly actor: Actor; readonly around: BenefitFacts };

const moveWith = (
  terms: BenefitTerms,
  kind: BenefitMove['kind'],
  more: Partial<BenefitMove> = {},
): BenefitMove => ({
  ...{ ...termsIn(terms), kind, seat: null, onBehalf: false, comment: '', dueAt: null },
  ...{ nudgeAt: null, about: null, month: null, value: null, until: null },
  ...more,
});

const no = (type: PlainRefusal): Result<never, BenefitRefusal> => refused({ type });
const badNumber = (field: NumberField, problem: NumberProblem): Result<never, BenefitRefusal> =>
  refused({ type: 'badNumber', field, problem });

/** A benefit is written, asked about and answered while its project is not over. */
export const isBenefitOpen = (now: BenefitNow, project: Pick<Project, 'status'>): boolean =>
  !isOver(project) && now.withdrawn === null;

/** An answer is waited for, from somebody. */
export const isBenefitWaiting = (now: BenefitNow, project: Pick<Project, 'status'>): boolean =>
  isAsking(now) && isBenefitOpen(now, project);

/** The owner while the list of people has them, and while they are away whoever answers for them. */
export const benefitAnswerers = (
  { terms }: Pick<BenefitNow, 'terms'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => {
  const ownerId = terms?.ownerId ?? null;
  return ownerId !== null && people.some(({ id }) => id === ownerId)
    ? personAnswerers(ownerId, people, day)
    : [];
};

/** Whoever edits the project writes its benefits. */
export const mayWriteBenefits = (actor: Actor, project: Project): boolean =>
  !isOver(project) && may(actor, 'editProject', project);

const mine = ({ now, actor, around: { people, day } }: Turn): Answerer | undefined =>
  benefitAnswerers(now, people, day).find(({ id }) => id === actor.id);

const readNumbers = (
  terms: TypedTerms,
): Result<Pick<BenefitTerms, 'baseline' | 'target' | 'uncertainty'>, BenefitRefusal> => {
  const { baseline, target, uncertainty } = terms;
  if (typeof baseline === 'string') return badNumber('baseline', baseline);
  if (typeof target === 'string') return badNumber('target', target);
  if (typeof uncertainty === 'string') return badNumber('uncertainty', uncertainty);
  return done({
    baseline,
    target,
    uncertainty: uncertainty === null ? null : Math.abs(uncertainty),
  });
};

/** Who is named owner is on the list of people; who was before, and has left, may stand. */
const ownerNamed = (
  { now, around: { people } }: Turn,
  ownerId: PersonId | null,
): Result<Pick<BenefitTerms, 'ownerId' | 'ownerName'>, BenefitRefusal> => {
  if (ownerId === null) return done({ ownerId, ownerName: '' });
  const person = people.find(({ id }) => id === ownerId);
  if (person) return done({ ownerId, ownerName: person.name });
  return now.terms?.ownerId === ownerId
    ? done({ ownerId, ownerName: now.terms.ownerName })
    : no('unknownPerson');
};

const hasBeenAsked = ({ months, answers }: BenefitNow): boolean =>
  months.length > 0 || answers.length > 0;

const termsLack = ({ now }: Turn, terms: TypedTerms): PlainRefusal | null => {
  if (terms.title.trim() === '') return 'titleMissing';
  if (terms.baseline === terms.target) return 'targetSame';
  const isOther =
    now.terms !== null &&
    (now.terms.measure !== terms.measure || now.terms.unitName !== terms.unitName.trim());
  return isOther && hasBeenAsked(now) ? 'measureFixed' : null;
};

const same = (one: BenefitTerms, other: BenefitTerms): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Why the promise may not be written now; null when it may. */
const whyNotWrite = ({ now, actor, around }: Turn, revision: number): PlainRefusal | null => {
  if (!mayWriteBenefits(actor, around.project)) return 'notAllowed';
  return revision === now.written ? null : 'changed';
};

const written = (
  turn: Turn,
  { revision, terms }: Extract<BenefitGiven, { type: 'written' }>,
): Result<BenefitMove, BenefitRefusal> => {
  const lack = whyNotWrite(turn, revision) ?? termsLack(turn, terms);
  if (lack) return no(lack);
  const numbers = readNumbers(terms);
  if (!numbers.ok) return numbers;
  const owner = ownerNamed(turn, terms.ownerId);
  if (!owner.ok) return owner;
  const said = termsIn({
    ...{ ...terms, ...numbers.value, ...owner.value },
    ...{ title: terms.title.trim(), indicator: terms.indicator.trim() },
    unitName: terms.unitName.trim(),
  });
  return turn.now.terms && same(turn.now.terms, said)
    ? no('holdsAlready')
    : done(moveWith(said, 'written'));
};

const ownerChosen = (
  turn: Turn,
  { revision, ownerId }: Extract<BenefitGiven, { type: 'owner' }>,
): Result<BenefitMove, BenefitRefusal> => {
  const { terms } = turn.now;
  if (terms === null) return no('notNow');
  if (terms.ownerId === ownerId) return no('holdsAlready');
  const lack = whyNotWrite(turn, revision);
  if (lack) return no(lack);
  const owner = ownerNamed(turn, ownerId);
  return owner.ok ? done(moveWith({ ...terms, ...owner.value }, 'written')) : owner;
};

/** The owner, whoever stands in for them, or whoever edits the project, who writes down what is known. */
const voiceOf = (turn: Turn): Pick<BenefitMove, 'seat' | 'onBehalf'> | null => {
  const answerer = mine(turn);
  if (answerer) return { seat: answerer.seat, onBehalf: answerer.onBehalf };
  return mayWriteBenefits(turn.actor, turn.around.project) ? { seat: null, onBehalf: false } : null;
};

type Measured = Extract<BenefitGiven, { type: 'answered' }>;

/** The month an answer is for: what is asked now, or was promised; null for a measurement of its own. */
const monthFor = ({ now }: Turn, { ask }: Measured): number | null => {
  const isOpen = isAsking(now) || promisedDay(now) !== null;
  return isOpen || (ask !== 0 && ask === now.ask?.seq) ? (now.asked?.month ?? null) : null;
};

const isSaidAlready = ({ now: { answers }, actor }: Turn, said: BenefitMove): boolean => {
  const last = answers.at(-1);
  return (
    last?.value === said.value &&
    last.byId === actor.id &&
    last.comment === said.comment &&
    last.month === said.month &&
    last.uncertainty === said.uncertainty
  );
};

/** An answer is judged by the promise it was asked with; a measurement of its own by what holds now. */
const frameOf = ({ now }: Turn, month: number | null): BenefitTerms | null =>
  month === null ? now.terms : (now.asked ?? now.terms);

const answered = (turn: Turn, given: Measured): Result<BenefitMove, BenefitRefusal> => {
  const voice = voiceOf(turn);
  const { value, uncertainty } = given;
  if (!voice) return no('notYours');
  if (typeof value === 'string') return badNumber('value', value);
  if (typeof uncertainty === 'string') return badNumber('uncertainty', uncertainty);
  const month = monthFor(turn, given);
  const frame = frameOf(turn, month);
  if (frame === null) return no('notNow');
  const said = moveWith(frame, 'answered', {
    ...{ ...voice, month, value, comment: given.comment.trim() },
    uncertainty: uncertainty === null ? frame.uncertainty : Math.abs(uncertainty),
  });
  if (isSaidAlready(turn, said)) return no('holdsAlready');
  return given.ask !== 0 && isPast(turn.now, turn.now.revision, given) ? no('movedOn') : done(said);
};

type Unanswered = Extract<BenefitGiven, { type: 'notYet' | 'unmeasurable' | 'question' }>;

const dayLack = (until: string, today: string): PlainRefusal | null => {
  if (until <= today) return 'dayPast';
  return until > monthsAfter(today, 12) ? 'dayFar' : null;
};

const lackOf = (turn: Turn, given: Unanswered): PlainRefusal | null => {
  const { now, around } = turn;
  const isLate = isPast(now, now.revision, given);
  if (given.type === 'notYet') {
    if (promisedDay(now) === given.until) return 'holdsAlready';
    return isLate ? 'movedOn' : dayLack(given.until, around.day);
  }
  if (isLate || (given.type === 'question' && now.word !== null)) return 'movedOn';
  return isReason(given.comment) ? null : 'wordMissing';
};

const unanswered = (turn: Turn, given: Unanswered): Result<BenefitMove, BenefitRefusal> => {
  const { now } = turn;
  const voice = given.type === 'question' ? (mine(turn) ?? null) : voiceOf(turn);
  if (!voice) return no('notYours');
  if (now.asked === null) return no('movedOn');
  const lack = lackOf(turn, given);
  if (lack) return no(lack);
  const { seat, onBehalf } = voice;
  return done(
    moveWith(now.asked, given.type, {
      ...{ seat, onBehalf, month: now.asked.month, comment: given.comment.trim() },
      until: given.type === 'notYet' ? given.until : null,
    }),
  );
};

const replied = (
  { now, actor, around }: Turn,
  given: Extract<BenefitGiven, { type: 'reply' }>,
): Result<BenefitMove, BenefitRefusal> => {
  if (!may(actor, 'replyToQuestion', around.project)) return no('notYours');
  if (!isAsking(now)) return no('movedOn');
  const said = replyTo(now.exchanges, true, given);
  return typeof said === 'string' ? no(said) : done(moveWith(now.terms, 'reply', said));
};

/** The team asks once more; whoever has said a day has it. */
const askedAgain = (
  { now, actor, around }: Turn,
  { revision }: Extract<BenefitGiven, { type: 'askedAgain' }>,
): Result<BenefitMove, BenefitRefusal> => {
  if (!has(actor, 'consultant', 'digitek')) return no('notAllowed');
  if (!isAsking(now)) return no('movedOn');
  if (around.dayOf(now.ask.at) === around.day) return no('askedToday');
  return revision === now.revision
    ? done(moveWith(now.terms, 'asked', { ...around.due, month: now.asked.month }))
    : no('movedOn');
};

const withdrawn = (
  turn: Turn,
  { revision, comment }: Extract<BenefitGiven, { type: 'withdrawn' }>,
): Result<BenefitMove, BenefitRefusal> => {
  const { terms } = turn.now;
  if (terms === null) return no('notNow');
  const lack = whyNotWrite(turn, revision);
  if (lack) return no(lack);
  const said = comment.trim();
  return isReason(said) ? done(moveWith(terms, 'withdrawn', { comment: said })) : no('wordMissing');
};

const moved = (turn: Turn, given: BenefitGiven): Result<BenefitMove, BenefitRefusal> => {
  switch (given.type) {
    case 'written':
      return written(turn, given);
    case 'owner':
      return ownerChosen(turn, given);
    case 'answered':
      return answered(turn, given);
    case 'notYet':
    case 'unmeasurable':
    case 'question':
      return unanswered(turn, given);
    case 'reply':
      return replied(turn, given);
    case 'askedAgain':
      return askedAgain(turn, given);
    case 'withdrawn':
      return withdrawn(turn, given);
  }
};

/**
 * Whether somebody may do this to a benefit now, and what it comes to. Pure: the caller brings what
 * the lists hold, and the sender is who the token says, never what a card says.
 */
export const benefitMoveFor = (
  now: BenefitNow,
  actor: Actor,
  given: BenefitGiven,
  around: BenefitFacts,
): Result<BenefitMove, BenefitRefusal> => {
  if ('comment' in given && given.comment.length > longestComment)
    return refused({ type: 'wordTooLong', longest: longestComment });
  if (!isBenefitOpen(now, around.project)) return no('notNow');
  if (given.type !== 'written' && !isPromised(now)) return no('notNow');
  return moved({ now, actor, around }, given);
};

/** The question that the clock asks: of the promise as it is. */
export const askOfClock = (
  terms: BenefitTerms,
  month: number,
  due: BenefitFacts['due'],
): BenefitMove => moveWith(terms, 'asked', { ...due, month });
