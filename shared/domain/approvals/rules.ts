import { type Answerer, deputiesFor, lederAnswerers, longestComment } from '../asking/asking.ts';
import { mayTick, writesDown } from '../fieldRights.ts';
import { isReason } from '../gates.ts';
import { may } from '../permissions.ts';
import type { Actor, Person } from '../person.ts';
import { isOver, type Project, standsBefore } from '../project.ts';
import { done, type Result, refused } from '../result.ts';
import {
  type ApprovalEvent,
  type ApprovalStep,
  doorOf,
  type PaperFacts,
  sameFacts,
} from './approval.ts';
import { type ApprovalNow, holdingYes, isWaiting } from './now.ts';

/** What somebody does to an approval. The ask says which picture of the paper they saw. */
export type ApprovalGiven =
  /** The owner is asked; the revision is of what the one who asks saw. */
  | { readonly type: 'asked'; readonly revision: number }
  /** `ask` null: the owner ticks the step without having been asked. */
  | { readonly type: 'approved'; readonly ask: number | null; readonly comment: string }
  | { readonly type: 'sentBack' | 'question'; readonly ask: number; readonly comment: string }
  | { readonly type: 'reply'; readonly question: number; readonly comment: string }
  /** The team writes down what the owner said, and how. */
  | { readonly type: 'noted'; readonly comment: string }
  | { readonly type: 'withdrawn' };

export type ApprovalRefusal =
  | { readonly type: 'notAllowed' }
  /** Asked of another. */
  | { readonly type: 'notYours' }
  /** It has gone on since: late, double, or somebody else was first. */
  | { readonly type: 'movedOn' }
  /** The very question waits for an answer. */
  | { readonly type: 'askedAlready' }
  /** The paper is another than the one that was pressed on. */
  | { readonly type: 'changed' }
  | { readonly type: 'wordMissing' }
  | { readonly type: 'wordTooLong'; readonly longest: number }
  | { readonly type: 'paperMissing' | 'ownerMissing' | 'notNow' | 'holdsAlready' };

/** What the rule goes by beside the approval itself. */
export type ApprovalFacts = {
  readonly project: Project;
  readonly facts: PaperFacts;
  readonly people: readonly Person[];
  readonly day: string;
  /** When the step was last undone by a gate that sent the project back. */
  readonly undoneAt: string | null;
  /** When an answer asked for now would be due. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
};

/** What an event says beside who and when; the use case adds key and number. */
export type ApprovalMove = Pick<
  ApprovalEvent,
  'kind' | 'seat' | 'onBehalf' | 'comment' | 'facts' | 'dueAt' | 'nudgeAt' | 'about'
>;

/**
 * Who may answer: the owner, and while it lasts the deputy of an owner who is a chef (domain.md,
 * "A chef is away"). An owner who is none has no deputy.
 */
export const approvalAnswerers = (
  { ownerId }: Pick<Project, 'ownerId'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => {
  if (ownerId === null) return [];
  const own: Answerer = { id: ownerId, seat: null, onBehalf: false };
  const owner = people.find(({ id }) => id === ownerId);
  if (!owner) return [own];
  const seat = owner.roles.includes('chef') ? owner.area : null;
  return seat === null
    ? lederAnswerers(owner, people, day)
    : [own, ...deputiesFor(seat, people, day)];
};

/** Whether the gate that rests on the approval lies ahead of the project. */
export const isAhead = (project: Project, step: ApprovalStep): boolean =>
  standsBefore(project, doorOf(step));

/** Who puts the question to the owner: the lead, the team, and the owner who wants to see it. */
export const mayAskOwner = (actor: Actor, project: Project): boolean =>
  may(actor, 'sendRequest', project) || project.ownerId === actor.id;

type Turn = { readonly now: ApprovalNow; readonly actor: Actor; readonly around: ApprovalFacts };

const move = (kind: ApprovalMove['kind'], more: Partial<ApprovalMove> = {}): ApprovalMove => ({
  ...{ kind, seat: null, onBehalf: false, comment: '', facts: null },
  ...{ dueAt: null, nudgeAt: null, about: null },
  ...more,
});

const no = (
  type: Exclude<ApprovalRefusal['type'], 'wordTooLong'>,
): Result<never, ApprovalRefusal> => refused({ type });

const lackOf = ({ around: { project, facts } }: Turn): 'ownerMissing' | 'paperMissing' | null => {
  if (project.ownerId === null) return 'ownerMissing';
  return facts.link === '' ? 'paperMissing' : null;
};

const whyNotAsk = ({
  now,
  around,
}: Turn): Exclude<ApprovalRefusal['type'], 'wordTooLong'> | null => {
  const { project, facts, undoneAt } = around;
  if (!isAhead(project, now.step)) return 'notNow';
  if (isWaiting(now) && sameFacts(now.ask.facts, facts)) return 'askedAlready';
  return holdingYes(now, facts, undoneAt) ? 'holdsAlready' : null;
};

/** The question as it stands now; the same for whoever puts it. */
export const askMove = ({ facts, due }: Pick<ApprovalFacts, 'facts' | 'due'>): ApprovalMove =>
  move('asked', { facts, ...due });

const asked = (turn: Turn, revision: number): Result<ApprovalMove, ApprovalRefusal> => {
  const { now, actor, around } = turn;
  if (!mayAskOwner(actor, around.project)) return no('notAllowed');
  if (revision !== now.revision) return no('movedOn');
  const lack = lackOf(turn) ?? whyNotAsk(turn);
  return lack ? no(lack) : done(askMove(around));
};

type Answer = Extract<ApprovalGiven, { type: 'approved' | 'sentBack' | 'question' }>;

const whenOther = (isOther: boolean): 'changed' | null => (isOther ? 'changed' : null);

/** Whether the question is still the one that was pressed on, and the paper the one that was read. */
const pastAnswer = (
  { now, around }: Turn,
  ask: number | null,
): 'movedOn' | 'changed' | 'paperMissing' | 'holdsAlready' | null => {
  const { facts, undoneAt } = around;
  const isOther = isWaiting(now) && !sameFacts(now.ask.facts, facts);
  if (ask === null) return holdingYes(now, facts, undoneAt) ? 'holdsAlready' : whenOther(isOther);
  if (facts.link === '') return 'paperMissing';
  if (!isWaiting(now) || ask < now.ask.round) return 'movedOn';
  return whenOther(isOther || ask !== now.ask.seq);
};

const answered = (turn: Turn, given: Answer): Result<ApprovalMove, ApprovalRefusal> => {
  const { actor, around } = turn;
  const mine = approvalAnswerers(around.project, around.people, around.day).find(
    ({ id }) => id === actor.id,
  );
  if (!mine) return no('notYours');
  const past = pastAnswer(turn, given.ask);
  if (past) return no(past);
  const comment = given.comment.trim();
  if (given.type !== 'approved' && !isReason(comment)) return no('wordMissing');
  const { seat, onBehalf } = mine;
  const facts = given.type === 'question' ? null : around.facts;
  return done(move(given.type, { seat, onBehalf, comment, facts }));
};

const replied = (
  { now, actor, around }: Turn,
  { question, comment }: Extract<ApprovalGiven, { type: 'reply' }>,
): Result<ApprovalMove, ApprovalRefusal> => {
  if (!may(actor, 'replyToQuestion', around.project)) return no('notYours');
  const open = now.exchanges.find((one) => one.question.seq === question);
  if (!open || open.reply || !isWaiting(now)) return no('movedOn');
  const said = comment.trim();
  return isReason(said)
    ? done(move('reply', { comment: said, about: question }))
    : no('wordMissing');
};

const noted = (
  { now, actor, around }: Turn,
  comment: string,
): Result<ApprovalMove, ApprovalRefusal> => {
  const { project, facts, undoneAt } = around;
  if (!mayTick(actor, now.step, project) || !writesDown(actor, now.step, project))
    return no('notAllowed');
  const how = comment.trim();
  const yes = holdingYes(now, facts, undoneAt);
  if (yes?.kind === 'noted' && yes.comment === how) return no('holdsAlready');
  return isReason(how) ? done(move('noted', { comment: how, facts })) : no('wordMissing');
};

const withdrawn = ({ now, actor, around }: Turn): Result<ApprovalMove, ApprovalRefusal> => {
  if (!mayTick(actor, now.step, around.project)) return no('notAllowed');
  return now.yes ? done(move('withdrawn')) : no('movedOn');
};

/**
 * Whether somebody may do this to an approval now, and what it comes to. Pure: the caller brings
 * what the lists hold, and the sender is who the token says, never what a card says.
 */
export const approvalMoveFor = (
  now: ApprovalNow,
  actor: Actor,
  given: ApprovalGiven,
  around: ApprovalFacts,
): Result<ApprovalMove, ApprovalRefusal> => {
  const turn: Turn = { now, actor, around };
  if ('comment' in given && given.comment.length > longestComment)
    return refused({ type: 'wordTooLong', longest: longestComment });
  if (isOver(around.project)) return no('notNow');
  switch (given.type) {
    case 'asked':
      return asked(turn, given.revision);
    case 'approved':
    case 'sentBack':
    case 'question':
      return answered(turn, given);
    case 'reply':
      return replied(turn, given);
    case 'noted':
      return noted(turn, given.comment);
    case 'withdrawn':
      return withdrawn(turn);
  }
};
