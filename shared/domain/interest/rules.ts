import { type Answerer, lederAnswerers, longestComment, seatAnswerers } from '../asking/asking.ts';
import { mayTick, writesDown } from '../fieldRights.ts';
import { isReason } from '../gates.ts';
import { may } from '../permissions.ts';
import type { Actor, Person, PersonId } from '../person.ts';
import { isOver, type Project } from '../project.ts';
import { done, type Result, refused } from '../result.ts';
import type { InterestEvent, InterestPriority } from './interest.ts';
import { type InterestNow, owedBy } from './now.ts';

type Seen = {
  /** The question that was pressed on, and the newest event whoever pressed had seen. */
  readonly ask: number;
  readonly revision: number;
};

/** What somebody does to the question of interest. */
export type InterestGiven =
  /** `askedId`: a leder; null asks the chef of the lead area. */
  | { readonly type: 'asked'; readonly revision: number; readonly askedId: PersonId | null }
  | (Seen & {
      readonly type: 'yes';
      readonly priority: InterestPriority;
      readonly comment: string;
    })
  | (Seen & { readonly type: 'notNow' | 'no' | 'question'; readonly comment: string })
  /** Null: it is not known yet. */
  | (Seen & { readonly type: 'owner'; readonly ownerId: PersonId | null })
  | { readonly type: 'reply'; readonly question: number; readonly comment: string }
  /** The step is ticked: the own word without a question, or the team writes it down, and how. */
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
  | 'wordMissing'
  /** It is no longer an idea. */
  | 'notNow'
  /** The gate has been sent. */
  | 'gateSent'
  | 'leadAreaMissing'
  /** The area has no chef, or the leder is not one of the area's. */
  | 'nobodyToAsk'
  /** The owner who was named is not among the people. */
  | 'unknownPerson'
  /** The very same has been said already. */
  | 'holdsAlready';

export type InterestRefusal =
  | { readonly type: PlainRefusal }
  | { readonly type: 'wordTooLong'; readonly longest: number };

/** What the rule goes by beside the question itself. */
export type InterestFacts = {
  readonly project: Project;
  readonly people: readonly Person[];
  readonly day: string;
  readonly isGateSent: boolean;
  /** When an answer asked for now would be due. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
};

/** What an event says beside who and when; the use case adds key and number. */
export type InterestMove = Pick<
  InterestEvent,
  | 'kind'
  | 'seat'
  | 'onBehalf'
  | 'comment'
  | 'askedId'
  | 'priority'
  | 'ownerId'
  | 'ownerName'
  | 'dueAt'
  | 'nudgeAt'
  | 'about'
>;

/** The ledere under the chef of the lead area, by name: who may be asked in the chef's place, or own it. */
export const ledereOf = (
  { leadArea }: Pick<Project, 'leadArea'>,
  people: readonly Person[],
): readonly Person[] =>
  leadArea === null
    ? []
    : people
        .filter(({ roles, area }) => roles.includes('leder') && area === leadArea)
        .sort((a, b) => a.name.localeCompare(b.name, 'da'));

/** The leder who is asked; else the chef of the lead area, and while it lasts the deputy. */
export const interestAnswerers = (
  askedId: PersonId | null,
  project: Pick<Project, 'leadArea'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => {
  if (askedId === null) return seatAnswerers(project.leadArea, people, day);
  return ledereOf(project, people)
    .filter(({ id }) => id === askedId)
    .flatMap((leder) => lederAnswerers(leder, people, day));
};

/** Interest is asked while it is an idea: later a gate says who wants it. */
export const isIdea = (project: Pick<Project, 'phase' | 'status'>): boolean =>
  project.phase === 'idea' && !isOver(project);

type Turn = { readonly now: InterestNow; readonly actor: Actor; readonly around: InterestFacts };

const move = (kind: InterestMove['kind'], more: Partial<InterestMove> = {}): InterestMove => ({
  ...{ kind, seat: null, onBehalf: false, comment: '', askedId: null, priority: null },
  ...{ ownerId: null, ownerName: '', dueAt: null, nudgeAt: null, about: null },
  ...more,
});

const no = (type: PlainRefusal): Result<never, InterestRefusal> => refused({ type });

const mine = ({ now, actor, around: { project, people, day } }: Turn): Answerer | undefined =>
  interestAnswerers(now.askedId, project, people, day).find(({ id }) => id === actor.id);

const asked = (
  turn: Turn,
  { revision, askedId }: Extract<InterestGiven, { type: 'asked' }>,
): Result<InterestMove, InterestRefusal> => {
  const { now, actor, around } = turn;
  const { project, people, day, due } = around;
  if (!may(actor, 'sendRequest', project)) return no('notAllowed');
  if (revision !== now.revision) return no('movedOn');
  if (project.leadArea === null) return no('leadAreaMissing');
  if (interestAnswerers(askedId, project, people, day).length === 0) return no('nobodyToAsk');
  const isWaiting = owedBy(now, project) === 'interest';
  if (isWaiting && askedId === now.askedId) return no('askedAlready');
  return done(move('asked', { askedId, ...due }));
};

type Answer = Extract<InterestGiven, { type: 'yes' | 'notNow' | 'no' | 'question' }>;

const isSaidAlready = ({ now: { word }, actor }: Turn, said: InterestMove): boolean =>
  word?.kind === said.kind &&
  word.byId === actor.id &&
  word.priority === said.priority &&
  word.comment === said.comment;

/** Not what is asked now; and who has not seen that it is answered does not answer it otherwise. */
const isPast = ({ now, around }: Turn, { type, ask, revision }: Answer): boolean => {
  if (now.ask === null || ask !== now.ask.seq) return true;
  if (type === 'question') return owedBy(now, around.project) !== 'interest';
  return now.word !== null && revision < now.word.seq;
};

const whyNotAnswer = (turn: Turn, given: Answer, said: InterestMove): PlainRefusal | null => {
  const isQuestion = given.type === 'question';
  if (!isQuestion && isSaidAlready(turn, said)) return 'holdsAlready';
  if (isPast(turn, given)) return 'movedOn';
  const isWordNeeded = isQuestion || given.type === 'no';
  return isWordNeeded && !isReason(said.comment) ? 'wordMissing' : null;
};

const answered = (turn: Turn, given: Answer): Result<InterestMove, InterestRefusal> => {
  const answerer = mine(turn);
  if (!answerer) return no('notYours');
  const { seat, onBehalf } = answerer;
  const said = move(given.type, {
    ...{ seat, onBehalf, comment: given.comment.trim() },
    priority: given.type === 'yes' ? given.priority : null,
  });
  const lack = whyNotAnswer(turn, given, said);
  return lack ? no(lack) : done(said);
};

const named = (
  turn: Turn,
  { ask, ownerId }: Extract<InterestGiven, { type: 'owner' }>,
): Result<InterestMove, InterestRefusal> => {
  const { now, around } = turn;
  const answerer = mine(turn);
  if (!answerer) return no('notYours');
  if (now.ask === null || ask !== now.ask.seq) return no('movedOn');
  if (now.owner !== null && now.owner.ownerId === ownerId) return no('holdsAlready');
  if (owedBy(now, around.project) !== 'owner') return no('movedOn');
  const owner = around.people.find(({ id }) => id === ownerId);
  if (ownerId !== null && !owner) return no('unknownPerson');
  const { seat, onBehalf } = answerer;
  return done(move('owner', { seat, onBehalf, ownerId, ownerName: owner?.name ?? '' }));
};

/** Whoever gave the idea is asked, and DigiTek and the lead may know the answer. */
const mayReply = ({ actor, around: { project } }: Turn): boolean =>
  project.createdById === actor.id || may(actor, 'replyToQuestion', project);

const replied = (
  turn: Turn,
  { question, comment }: Extract<InterestGiven, { type: 'reply' }>,
): Result<InterestMove, InterestRefusal> => {
  const { now, around } = turn;
  if (!mayReply(turn)) return no('notYours');
  const open = now.exchanges.find((one) => one.question.seq === question);
  if (!open || open.reply || owedBy(now, around.project) !== 'interest') return no('movedOn');
  const said = comment.trim();
  return isReason(said)
    ? done(move('reply', { comment: said, about: question }))
    : no('wordMissing');
};

const ticked = (turn: Turn, comment: string): Result<InterestMove, InterestRefusal> => {
  const { actor, around } = turn;
  const { project } = around;
  if (!mayTick(actor, 'interest', project)) return no('notAllowed');
  const isWrittenDown = writesDown(actor, 'interest', project);
  const said = move(isWrittenDown ? 'noted' : 'yes', {
    comment: comment.trim(),
    priority: project.firstPriority,
  });
  if (isSaidAlready(turn, said)) return no('holdsAlready');
  return isWrittenDown && !isReason(said.comment) ? no('wordMissing') : done(said);
};

const withdrawn = ({ now, actor, around }: Turn): Result<InterestMove, InterestRefusal> => {
  if (!mayTick(actor, 'interest', around.project)) return no('notAllowed');
  return now.ask === null && now.word === null ? no('movedOn') : done(move('withdrawn'));
};

/**
 * Whether somebody may do this to the question of interest now, and what it comes to. Pure: the
 * caller brings what the lists hold, and the sender is who the token says, never what a card says.
 */
export const interestMoveFor = (
  now: InterestNow,
  actor: Actor,
  given: InterestGiven,
  around: InterestFacts,
): Result<InterestMove, InterestRefusal> => {
  const turn: Turn = { now, actor, around };
  if ('comment' in given && given.comment.length > longestComment)
    return refused({ type: 'wordTooLong', longest: longestComment });
  if (!isIdea(around.project)) return no('notNow');
  if (around.isGateSent) return no('gateSent');
  switch (given.type) {
    case 'asked':
      return asked(turn, given);
    case 'yes':
    case 'notNow':
    case 'no':
    case 'question':
      return answered(turn, given);
    case 'owner':
      return named(turn, given);
    case 'reply':
      return replied(turn, given);
    case 'ticked':
      return ticked(turn, given.comment);
    case 'withdrawn':
      return withdrawn(turn);
  }
};
