import { type Answerer, longestComment, seatAnswerers } from '../asking/asking.ts';
import { mayTick, writesDown } from '../fieldRights.ts';
import { isReason } from '../gates.ts';
import type { Ore } from '../money.ts';
import { may } from '../permissions.ts';
import type { Actor, Person } from '../person.ts';
import { isOver, type Project, standsBefore } from '../project.ts';
import { askOf } from '../readiness.ts';
import { done, type Result, refused } from '../result.ts';
import {
  type ChefCommentEvent,
  type ChefStep,
  doorAfter,
  type Payer,
  type PayerChoice,
  payerIn,
  payerOf,
} from './chefComment.ts';
import { type ChefCommentNow, holdingWord, lacksOf } from './now.ts';

type Seen = {
  /** The question that was pressed on, and the newest event whoever pressed had seen. */
  readonly ask: number;
  readonly revision: number;
};
/** What it cost on the card that was pressed on. */
type Priced = Seen & { readonly ore: Ore | null };

/** What somebody does to a chef's comment. */
export type ChefGiven =
  | { readonly type: 'asked'; readonly revision: number }
  | (Priced & {
      readonly type: 'chosen';
      readonly choice: PayerChoice;
      readonly comment: string;
    })
  | (Priced & { readonly type: 'commented'; readonly comment: string })
  | (Seen & { readonly type: 'question'; readonly comment: string })
  | { readonly type: 'reply'; readonly question: number; readonly comment: string }
  /** The step is ticked: the chef's own word without a question, or the team writes it down, and how. */
  | { readonly type: 'ticked'; readonly comment: string }
  | { readonly type: 'withdrawn' };

type PlainRefusal =
  | 'notAllowed'
  /** Asked of another. */
  | 'notYours'
  /** It has gone on since: late, double, or somebody else was first. */
  | 'movedOn'
  /** The very question waits for an answer. */
  | 'askedAlready'
  /** It costs something else than on the card that was pressed on. */
  | 'changed'
  | 'wordMissing'
  | 'notNow'
  /** The gate has been sent: it is answered there now. */
  | 'gateSent'
  | 'leadAreaMissing'
  | 'chefMissing'
  | 'amountMissing'
  /** The owner has not approved the paper yet. */
  | 'ownerFirst'
  /** The very same has been said already. */
  | 'holdsAlready';

export type ChefRefusal =
  | { readonly type: PlainRefusal }
  | { readonly type: 'wordTooLong'; readonly longest: number };

/** What the rule goes by beside the comment itself. */
export type ChefFacts = {
  readonly project: Project;
  readonly people: readonly Person[];
  readonly day: string;
  readonly undoneAt: string | null;
  /** The paper's version, as it is written. */
  readonly version: string;
  readonly isOwnerDone: boolean;
  /** A gate of the project is being decided. */
  readonly isGateSent: boolean;
  /** When an answer asked for now would be due. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
};

/** What an event says beside who and when; the use case adds key and number. */
export type ChefMove = Pick<
  ChefCommentEvent,
  | 'kind'
  | 'seat'
  | 'onBehalf'
  | 'comment'
  | 'payer'
  | 'askOre'
  | 'version'
  | 'dueAt'
  | 'nudgeAt'
  | 'about'
>;

/** What the gate after the step asks for; null when nobody has said it yet. */
export const priceOf = (project: Project, step: ChefStep): Ore | null =>
  askOf(project, doorAfter(step));

/** A pool has to be chosen, unless the gate asks for nothing. */
export const needsPool = (project: Project, step: ChefStep): boolean =>
  priceOf(project, step) !== 0;

/** The chef of the lead area, and while it lasts the deputy. */
export const chefAnswerers = (
  { leadArea }: Pick<Project, 'leadArea'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => seatAnswerers(leadArea, people, day);

/** Whether the gate that rests on the comment lies ahead of the project. */
export const isGateAheadOf = (project: Project, step: ChefStep): boolean =>
  standsBefore(project, doorAfter(step));

type Turn = { readonly now: ChefCommentNow; readonly actor: Actor; readonly around: ChefFacts };

const mine = ({ actor, around: { project, people, day } }: Turn): Answerer | undefined =>
  chefAnswerers(project, people, day).find(({ id }) => id === actor.id);

/** Who puts the question: the lead and the team, and the chef who wants to see it. */
const mayAsk = (turn: Turn): boolean =>
  may(turn.actor, 'sendRequest', turn.around.project) || mine(turn) !== undefined;

const move = (
  kind: ChefMove['kind'],
  { now, around: { project, version } }: Turn,
  more: Partial<ChefMove> = {},
): ChefMove => ({
  ...{ kind, seat: null, onBehalf: false, comment: '', payer: null, version },
  ...{ askOre: priceOf(project, now.step), dueAt: null, nudgeAt: null, about: null },
  ...more,
});

const no = (type: PlainRefusal): Result<never, ChefRefusal> => refused({ type });

const lackOf = ({ now, around }: Turn): PlainRefusal | null => {
  const { project, people, day, isOwnerDone } = around;
  if (project.leadArea === null) return 'leadAreaMissing';
  if (chefAnswerers(project, people, day).length === 0) return 'chefMissing';
  if (priceOf(project, now.step) === null) return 'amountMissing';
  return isOwnerDone ? null : 'ownerFirst';
};

const isHeld = ({ now, around: { project, undoneAt } }: Turn): boolean =>
  holdingWord(now, {
    needsPool: needsPool(project, now.step),
    shares: project.shares,
    undoneAt,
  }) !== null;

const notOpen = ({ now, around }: Turn): PlainRefusal | null => {
  if (!isGateAheadOf(around.project, now.step)) return 'notNow';
  return around.isGateSent ? 'gateSent' : null;
};

const asked = (turn: Turn, revision: number): Result<ChefMove, ChefRefusal> => {
  const { now, around } = turn;
  if (!mayAsk(turn)) return no('notAllowed');
  if (revision !== now.revision) return no('movedOn');
  const lack = notOpen(turn) ?? lackOf(turn);
  if (lack) return no(lack);
  if (isHeld(turn)) return no('holdsAlready');
  // Asked anew when only the pool is left: what was a comment's question is one about money now.
  const isSame = now.said === null && lacksOf(now, needsPool(around.project, now.step)) !== null;
  return isSame ? no('askedAlready') : done(move('asked', turn, around.due));
};

type Answer = Extract<ChefGiven, { type: 'chosen' | 'commented' | 'question' }>;

const isSaidAlready = (
  { now, actor }: Turn,
  kind: ChefMove['kind'],
  said: Pick<ChefMove, 'payer' | 'comment'>,
): boolean => {
  const newest = now.word ?? now.said;
  return (
    newest?.kind === kind &&
    newest.byId === actor.id &&
    newest.payer === said.payer &&
    newest.comment === said.comment
  );
};

/** Whether what was pressed on is what is asked, at the price it has. */
const pastAnswer = ({ now, around }: Turn, given: Answer): PlainRefusal | null => {
  const { project } = around;
  if (now.ask === null || given.ask !== now.ask.seq) return 'movedOn';
  if (given.type === 'question')
    return lacksOf(now, needsPool(project, now.step)) === null ? 'movedOn' : null;
  // Who has not seen that a pool is chosen does not choose another.
  if (now.word !== null && (given.type === 'commented' || given.revision < now.word.seq))
    return 'movedOn';
  return given.ore === priceOf(project, now.step) ? null : 'changed';
};

const isWordNeeded = (given: Answer): boolean =>
  given.type !== 'chosen' || given.choice === 'several';

type Answering = { readonly payer: Payer | null; readonly comment: string };

const whyNotAnswer = (turn: Turn, given: Answer, said: Answering): PlainRefusal | null => {
  const closed = notOpen(turn);
  if (closed) return closed;
  if (given.type !== 'question' && isSaidAlready(turn, given.type, said)) return 'holdsAlready';
  const past = pastAnswer(turn, given);
  if (past) return past;
  if (given.type === 'chosen' && !needsPool(turn.around.project, turn.now.step)) return 'changed';
  return isWordNeeded(given) && !isReason(said.comment) ? 'wordMissing' : null;
};

const answered = (turn: Turn, given: Answer): Result<ChefMove, ChefRefusal> => {
  const { leadArea } = turn.around.project;
  const answerer = mine(turn);
  if (!answerer || leadArea === null) return no('notYours');
  const payer = given.type === 'chosen' ? payerOf(given.choice, leadArea) : null;
  const comment = given.comment.trim();
  const lack = whyNotAnswer(turn, given, { payer, comment });
  if (lack) return no(lack);
  const { seat, onBehalf } = answerer;
  return done(move(given.type, turn, { seat, onBehalf, comment, payer }));
};

const replied = (
  turn: Turn,
  { question, comment }: Extract<ChefGiven, { type: 'reply' }>,
): Result<ChefMove, ChefRefusal> => {
  const { now, actor, around } = turn;
  if (!may(actor, 'replyToQuestion', around.project)) return no('notYours');
  const open = now.exchanges.find((one) => one.question.seq === question);
  const isWaited = lacksOf(now, needsPool(around.project, now.step)) !== null;
  if (!open || open.reply || !isWaited) return no('movedOn');
  const said = comment.trim();
  return isReason(said)
    ? done(move('reply', turn, { comment: said, about: question }))
    : no('wordMissing');
};

const ticked = (turn: Turn, comment: string): Result<ChefMove, ChefRefusal> => {
  const { now, actor, around } = turn;
  const { project, isGateSent } = around;
  if (!mayTick(actor, now.step, project)) return no('notAllowed');
  if (isGateSent) return no('gateSent');
  const isWrittenDown = writesDown(actor, now.step, project);
  const said = { payer: payerIn(project.shares), comment: comment.trim() };
  const kind = isWrittenDown ? 'noted' : 'chosen';
  if (isHeld(turn) && isSaidAlready(turn, kind, said)) return no('holdsAlready');
  if (isWrittenDown && !isReason(said.comment)) return no('wordMissing');
  return done(move(kind, turn, said));
};

const withdrawn = (turn: Turn): Result<ChefMove, ChefRefusal> => {
  const { now, actor, around } = turn;
  if (!mayTick(actor, now.step, around.project)) return no('notAllowed');
  if (around.isGateSent) return no('gateSent');
  return now.said ? done(move('withdrawn', turn)) : no('movedOn');
};

/**
 * Whether somebody may do this to a chef's comment now, and what it comes to. Pure: the caller
 * brings what the lists hold, and the sender is who the token says, never what a card says.
 */
export const chefMoveFor = (
  now: ChefCommentNow,
  actor: Actor,
  given: ChefGiven,
  around: ChefFacts,
): Result<ChefMove, ChefRefusal> => {
  const turn: Turn = { now, actor, around };
  if ('comment' in given && given.comment.length > longestComment)
    return refused({ type: 'wordTooLong', longest: longestComment });
  if (isOver(around.project)) return no('notNow');
  switch (given.type) {
    case 'asked':
      return asked(turn, given.revision);
    case 'chosen':
    case 'commented':
    case 'question':
      return answered(turn, given);
    case 'reply':
      return replied(turn, given);
    case 'ticked':
      return ticked(turn, given.comment);
    case 'withdrawn':
      return withdrawn(turn);
  }
};

/** Whether the comment is waited for no more: its deadline has come and nothing was said. */
export const isPassing = (now: ChefCommentNow, at: string): boolean =>
  now.ask !== null && now.said === null && at >= now.ask.dueAt;

/** What the deadline comes to, on behalf of whoever asked. */
export const passMove = (now: ChefCommentNow, around: ChefFacts): ChefMove =>
  move('passed', { now, actor: { id: '', name: '', roles: [], area: null }, around });
