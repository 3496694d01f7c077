import type { AreaId } from '../area.ts';
import { type Answerer, longestComment, seatAnswerers } from '../asking/asking.ts';
import { isPast, questionBack, replyTo, type Seen } from '../asking/rules.ts';
import type { PoolId } from '../funding.ts';
import { isReason } from '../gates.ts';
import { isInIntake } from '../ideas/intake.ts';
import { listed } from '../listed.ts';
import type { Ore } from '../money.ts';
import { may } from '../permissions.ts';
import { type Actor, has, type Person, type PersonId } from '../person.ts';
import { isOver, type Project } from '../project.ts';
import { done, type Result, refused } from '../result.ts';
import { stepsOf } from '../steps.ts';
import {
  closedYearIn,
  isToBeBought,
  lackIn,
  type PurchaseFacts,
  payersAllowed,
  seatsAfter,
  seatsFor,
} from './chain.ts';
import {
  type InquiryAnswer,
  type InquiryEvent,
  type InquirySubject,
  type ItStep,
  inquiryRules,
} from './inquiry.ts';
import { type InquiryNow, isAsking } from './now.ts';
import { askableOf, holdersOfRole, inquiryAnswerers, roleAsked, saidAnswerers } from './people.ts';

/** What somebody does to something that is asked. */
export type InquiryGiven =
  /** `askedId`: the person, where a person is asked. */
  | {
      readonly type: 'asked';
      readonly revision: number;
      readonly askedId: PersonId | null;
      readonly comment: string;
      /** Of a purchase. */
      readonly ore?: Ore | null | undefined;
      readonly payer?: PoolId | null | undefined;
    }
  | (Seen & {
      readonly type: 'answered';
      readonly answer: InquiryAnswer;
      readonly comment: string;
    })
  | (Seen & { readonly type: 'question'; readonly comment: string })
  | { readonly type: 'reply'; readonly question: number; readonly comment: string }
  | { readonly type: 'withdrawn'; readonly revision: number }
  | {
      readonly type: 'bought';
      readonly revision: number;
      readonly ore: Ore;
      readonly payer: PoolId | null;
    };

type PlainRefusal =
  | 'notAllowed'
  /** Asked of another. */
  | 'notYours'
  /** It has gone on since: late, double, or somebody else was first. */
  | 'movedOn'
  /** The very question waits for an answer. */
  | 'askedAlready'
  | 'wordMissing'
  /** The project is over, or past the step. */
  | 'notNow'
  /** Nobody holds the role. */
  | 'nobodyToAsk'
  /** The person has nothing to do with the project. */
  | 'unknownPerson'
  | 'yourself'
  /** The consultant has not found it in order yet. */
  | 'screeningFirst'
  | 'amountMissing'
  | 'leadAreaMissing'
  /** The pool has no year that is open. */
  | 'unknownPool'
  /** Another was to pay, when it was said yes to. */
  | 'otherPayer'
  /** A pool pays no more than was said yes to. */
  | 'moreThanAsked'
  /** Nobody has decided to buy it yet. */
  | 'notDecided'
  /** It is not an answer to this. */
  | 'noSuchAnswer'
  /** The very same has been said already. */
  | 'holdsAlready';

export type InquiryRefusal =
  | { readonly type: PlainRefusal }
  | { readonly type: 'wordTooLong'; readonly longest: number }
  /** The pool that is to pay has not got it. */
  | { readonly type: 'poolShort'; readonly missingOre: Ore }
  | { readonly type: 'yearNotOpened'; readonly year: number };

/** What the rule goes by beside what is asked itself. */
export type InquiryFacts = {
  readonly project: Project;
  readonly people: readonly Person[];
  readonly day: string;
  /** When an answer asked for now would be due. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
  /** What a purchase goes by beside itself. */
  readonly purchase: PurchaseFacts;
};

/** What an event says beside who and when; the use case adds key and number. */
export type InquiryMove = Pick<
  InquiryEvent,
  | 'kind'
  | 'seat'
  | 'onBehalf'
  | 'comment'
  | 'askedId'
  | 'askedName'
  | 'seats'
  | 'answer'
  | 'ore'
  | 'payer'
  | 'dueAt'
  | 'nudgeAt'
  | 'about'
>;

type Standing = Pick<Project, 'status' | 'phase' | 'fastTracked'>;

type Turn = { readonly now: InquiryNow; readonly actor: Actor; readonly around: InquiryFacts };

const move = (kind: InquiryMove['kind'], more: Partial<InquiryMove> = {}): InquiryMove => ({
  ...{ kind, seat: null, onBehalf: false, comment: '', askedId: null, askedName: '' },
  seats: [],
  ...{ answer: null, ore: null, payer: null, dueAt: null, nudgeAt: null, about: null },
  ...more,
});

const no = (type: PlainRefusal): Result<never, InquiryRefusal> => refused({ type });

/** Whether a project is at a step: it is of the phase it is in. */
const isAtStep = (project: Standing, step: ItStep): boolean =>
  step === 'purchaseOrProject'
    ? isInIntake(project)
    : stepsOf(project.phase, project.fastTracked).includes(step);

const isPurchase = (subject: InquirySubject): boolean =>
  subject === 'screening' || subject === 'purchase';

/** Whether something can be asked and answered: the project is not over, nor past the step. */
export const isInquiryOpen = (
  { subject, step }: Pick<InquiryNow, 'subject' | 'step'>,
  project: Standing,
): boolean =>
  !isOver(project) &&
  (!isPurchase(subject) || isInIntake(project)) &&
  (step === null || isAtStep(project, step));

/** An answer is waited for, from somebody. */
export const isInquiryWaiting = (now: InquiryNow, project: Standing): boolean =>
  isAsking(now) && isInquiryOpen(now, project);

/**
 * Who may ask: about a purchase the team, about a step whoever may send its gate; another
 * person anybody with a role on the project, which is its owner, its lead and the team.
 */
export const mayAskInquiry = (
  actor: Actor,
  { subject }: Pick<InquiryNow, 'subject'>,
  project: Project,
): boolean =>
  isPurchase(subject)
    ? has(actor, 'consultant', 'digitek')
    : may(actor, 'sendRequest', project) || (subject === 'talk' && project.ownerId === actor.id);

const mine = ({ now, actor, around: { project, people, day } }: Turn): Answerer | undefined =>
  inquiryAnswerers(now, project, people, day).find(({ id }) => id === actor.id);

type AskGiven = Extract<InquiryGiven, { type: 'asked' }>;

type Money = { readonly ore: Ore | null; readonly payer: PoolId | null };

type Whom = Pick<InquiryMove, 'askedId' | 'askedName' | 'seats'>;

const chefNameOf = (seat: AreaId, people: readonly Person[], day: string): string => {
  const [chef] = seatAnswerers(seat, people, day);
  return people.find(({ id }) => id === chef?.id)?.name ?? '';
};

/** Several who are asked at once. */
const together = (
  seats: readonly AreaId[],
  people: readonly Person[],
  day: string,
): Pick<InquiryMove, 'askedName' | 'seats'> => {
  const named = seats.map((seat) => ({ seat, name: chefNameOf(seat, people, day) }));
  return { askedName: listed(named.map(({ name }) => name)), seats: named };
};

/** A leder under the chef of the area, or the chef, with those whose pools pay. */
const chainOf = (
  { now, around: { project, people, day, purchase } }: Turn,
  { askedId, money }: { readonly askedId: PersonId | null; readonly money: Money },
): Result<Whom, InquiryRefusal> => {
  if (project.leadArea === null) return no('leadAreaMissing');
  const [first] = inquiryAnswerers({ ...now, askedId, asked: null }, project, people, day);
  const seats = seatsFor(money, purchase);
  // Nobody is asked when somebody later in the chain cannot be.
  if (!first || seats.some((seat) => seatAnswerers(seat, people, day).length === 0))
    return no('nobodyToAsk');
  if (askedId === null && seats.length > 1)
    return done({ askedId, ...together(seats, people, day) });
  const asked = people.find(({ id }) => id === (askedId ?? first.id));
  return done({ askedId, askedName: asked?.name ?? '', seats: [] });
};

/** Who is asked, by id and name; a role goes by no person. */
const whom = (
  turn: Turn,
  askedId: PersonId | null,
  money: Money = { ore: null, payer: null },
): Result<Whom, InquiryRefusal> => {
  const { now, actor, around } = turn;
  const { project, people } = around;
  const role = roleAsked[now.subject];
  if (role !== null)
    return holdersOfRole(role, people).length === 0
      ? no('nobodyToAsk')
      : done({ askedId: null, askedName: '', seats: [] });
  if (now.subject === 'purchase') return chainOf(turn, { askedId, money });
  if (askedId === actor.id) return no('yourself');
  const person = askableOf(project, people).find(({ id }) => id === askedId);
  return person
    ? done({ askedId: person.id, askedName: person.name, seats: [] })
    : no('unknownPerson');
};

const whyNotAsk = ({ now, actor, around: { project } }: Turn): PlainRefusal | null => {
  if (!isInquiryOpen(now, project)) return 'notNow';
  if (!mayAskInquiry(actor, now, project)) return 'notAllowed';
  return isAsking(now) ? 'askedAlready' : null;
};

/** Whether somebody may ask a role now; whom of the people one may ask is `askableOf`. */
export const mayAskRole = (now: InquiryNow, actor: Actor, around: InquiryFacts): boolean =>
  roleAsked[now.subject] !== null &&
  whyNotAsk({ now, actor, around }) === null &&
  whom({ now, actor, around }, null).ok;

/** Whether somebody may ask the chain now, whom and at what price aside. */
export const mayAskChain = (now: InquiryNow, actor: Actor, around: InquiryFacts): boolean =>
  now.subject === 'purchase' &&
  whyNotAsk({ now, actor, around }) === null &&
  (around.purchase.screened === 'fine' || around.purchase.screened === 'fineIf');

const isKnownPool = ({ around: { purchase } }: Turn, payer: PoolId | null): boolean =>
  payer === null || purchase.pools.some(({ pool }) => pool === payer);

/** The consultant is asked before anything is bought, and the chain is asked about a price. */
const purchaseLack = (turn: Turn, { ore, payer }: Money): PlainRefusal | null => {
  const { screened } = turn.around.purchase;
  if (screened !== 'fine' && screened !== 'fineIf') return 'screeningFirst';
  if (ore === null || ore <= 0) return 'amountMissing';
  return isKnownPool(turn, payer) ? null : 'unknownPool';
};

const asked = (
  turn: Turn,
  { revision, askedId, comment, ore = null, payer = null }: AskGiven,
): Result<InquiryMove, InquiryRefusal> => {
  const { now, around } = turn;
  const why = whyNotAsk(turn);
  if (why) return no(why);
  // What one person asked another is asked once: the next question is another one.
  if (revision !== now.revision || (now.subject === 'talk' && now.revision > 0))
    return no('movedOn');
  const money = now.subject === 'purchase' ? { ore, payer } : { ore: null, payer: null };
  const lack = now.subject === 'purchase' ? purchaseLack(turn, money) : null;
  if (lack) return no(lack);
  const to = whom(turn, askedId, money);
  if (!to.ok) return to;
  const said = comment.trim();
  return isReason(said)
    ? done(move('asked', { ...to.value, ...money, comment: said, ...around.due }))
    : no('wordMissing');
};

const isSaidAlready = ({ now: { word }, actor }: Turn, said: InquiryMove): boolean =>
  word?.answer === said.answer && word.byId === actor.id && word.comment === said.comment;

/** A reason has a word of three letters; between two people »Ja« is an answer. */
const saysEnough: Readonly<Record<'reason' | 'words' | 'plain', (comment: string) => boolean>> = {
  reason: isReason,
  words: (comment) => /[\p{L}\p{N}]/u.test(comment),
  plain: () => true,
};

/** Nobody says yes to money that is not there: it lacks, or its year is not opened. */
const shortIn = ({ now: { asked }, around: { purchase } }: Turn): InquiryRefusal | null => {
  if (!asked) return null;
  const year = closedYearIn(purchase, asked);
  if (year !== null) return { type: 'yearNotOpened', year };
  const missingOre = lackIn(purchase, asked);
  return missingOre > 0 ? { type: 'poolShort', missingOre } : null;
};

/** One of those who are asked at once has said yes, and others are waited for. */
const saidYes = ({ now, actor, around: { people, day } }: Turn): Answerer | undefined =>
  saidAnswerers(now, people, day).find(({ id }) => id === actor.id);

type AnswerGiven = Extract<InquiryGiven, { type: 'answered' }>;

const answered = (turn: Turn, given: AnswerGiven): Result<InquiryMove, InquiryRefusal> => {
  const answerer = mine(turn) ?? saidYes(turn);
  if (!answerer) return no('notYours');
  if (given.answer === 'buy' && !mine(turn)) return no('holdsAlready');
  const rule = inquiryRules[turn.now.subject].answers[given.answer];
  if (rule === undefined) return no('noSuchAnswer');
  const { seat, onBehalf } = answerer;
  const said = move('answered', {
    ...{ seat, onBehalf, answer: given.answer, comment: given.comment.trim() },
  });
  if (isSaidAlready(turn, said)) return no('holdsAlready');
  if (isPast(turn.now, turn.now.revision, given)) return no('movedOn');
  const short = given.answer === 'buy' ? shortIn(turn) : null;
  if (short) return refused(short);
  return saysEnough[rule](said.comment) ? done(said) : no('wordMissing');
};

const askedBack = (
  turn: Turn,
  given: Extract<InquiryGiven, { type: 'question' }>,
): Result<InquiryMove, InquiryRefusal> => {
  const { now } = turn;
  const answerer = mine(turn);
  if (!answerer) return no('notYours');
  if (!inquiryRules[now.subject].asksBack) return no('noSuchAnswer');
  const said = questionBack(now, now.revision, answerer, given);
  return typeof said === 'string' ? no(said) : done(move('question', said));
};

/** The lead and the team, and about a purchase whoever wants it bought. */
export const mayReplyTo = (
  actor: Actor,
  { subject }: Pick<InquiryNow, 'subject'>,
  project: Project,
): boolean =>
  may(actor, 'replyToQuestion', project) ||
  (isPurchase(subject) && project.createdById === actor.id);

const replied = (
  { now, actor, around }: Turn,
  given: Extract<InquiryGiven, { type: 'reply' }>,
): Result<InquiryMove, InquiryRefusal> => {
  if (!mayReplyTo(actor, now, around.project)) return no('notYours');
  const said = replyTo(now.exchanges, isAsking(now), given);
  return typeof said === 'string' ? no(said) : done(move('reply', said));
};

const withdrawn = (
  { now, actor, around }: Turn,
  { revision }: Extract<InquiryGiven, { type: 'withdrawn' }>,
): Result<InquiryMove, InquiryRefusal> => {
  // It is a project after all, as long as nobody has been asked to buy it.
  const isProject = now.subject === 'screening' && !around.purchase.isChainAsked;
  if (now.ask === null || !(isAsking(now) || isProject)) return no('movedOn');
  if (now.ask.byId !== actor.id && !has(actor, 'consultant', 'digitek')) return no('notAllowed');
  return revision === now.revision ? done(move('withdrawn')) : no('movedOn');
};

/** Somebody of the chain wants it, and another has to want it too: they are asked the same. */
export const passedOn = (now: InquiryNow, around: InquiryFacts): InquiryMove | null => {
  const { word, asked, subject } = now;
  if (subject !== 'purchase' || word?.answer !== 'buy' || !asked) return null;
  const seats = seatsAfter(now, around.purchase);
  const [seat] = seats;
  if (seat === undefined || !isInquiryOpen(now, around.project)) return null;
  const { people, day, project } = around;
  const { ore, payer, comment } = asked;
  const of = { ...around.due, ore, payer, comment };
  if (seats.length > 1) return move('asked', { ...of, ...together(seats, people, day) });
  const askedName = chefNameOf(seat, people, day);
  return move('asked', { ...of, seat: seat === project.leadArea ? null : seat, askedName });
};

/** What was said yes to is who pays, and of a pool how much. */
const boughtLack = (turn: Turn, { ore, payer }: { ore: Ore; payer: PoolId | null }) => {
  const { now, around } = turn;
  if (ore <= 0) return 'amountMissing';
  if (!isKnownPool(turn, payer)) return 'unknownPool';
  const allowed = payersAllowed(now.asked?.payer ?? null, around.purchase);
  if (!allowed.includes(payer)) return 'otherPayer';
  return payer !== null && ore > (now.asked?.ore ?? 0) ? 'moreThanAsked' : null;
};

const bought = (
  turn: Turn,
  { revision, ore, payer }: Extract<InquiryGiven, { type: 'bought' }>,
): Result<InquiryMove, InquiryRefusal> => {
  const { now, actor, around } = turn;
  if (!may(actor, 'enterSpending')) return no('notAllowed');
  if (now.bought) return no('holdsAlready');
  if (now.subject !== 'purchase' || !isToBeBought(now, around.purchase)) return no('notDecided');
  if (revision !== now.revision) return no('movedOn');
  const why = boughtLack(turn, { ore, payer });
  return why ? no(why) : done(move('bought', { ore, payer }));
};

/**
 * Whether somebody may do this to something that is asked now, and what it comes to. Pure: the
 * caller brings what the lists hold, and the sender is who the token says, never what a card says.
 */
export const inquiryMoveFor = (
  now: InquiryNow,
  actor: Actor,
  given: InquiryGiven,
  around: InquiryFacts,
): Result<InquiryMove, InquiryRefusal> => {
  const turn: Turn = { now, actor, around };
  if ('comment' in given && given.comment.length > longestComment)
    return refused({ type: 'wordTooLong', longest: longestComment });
  if (!isInquiryOpen(now, around.project)) return no('notNow');
  switch (given.type) {
    case 'asked':
      return asked(turn, given);
    case 'answered':
      return answered(turn, given);
    case 'question':
      return askedBack(turn, given);
    case 'reply':
      return replied(turn, given);
    case 'withdrawn':
      return withdrawn(turn, given);
    case 'bought':
      return bought(turn, given);
  }
};
