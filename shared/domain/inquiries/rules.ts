import { type Answerer, longestComment } from '../asking/asking.ts';
import { isReason } from '../gates.ts';
import { may } from '../permissions.ts';
import { type Actor, has, type Person, type PersonId } from '../person.ts';
import { isOver, type Project } from '../project.ts';
import { done, type Result, refused } from '../result.ts';
import { stepsOf } from '../steps.ts';
import { type InquiryAnswer, type InquiryEvent, type ItStep, inquiryRules } from './inquiry.ts';
import { type InquiryNow, isAsking } from './now.ts';
import { askableOf, holdersOfRole, inquiryAnswerers, roleAsked } from './people.ts';

type Seen = {
  /** The question that was pressed on, and the newest event whoever pressed had seen. */
  readonly ask: number;
  readonly revision: number;
};

/** What somebody does to something that is asked. */
export type InquiryGiven =
  /** `askedId`: the person, where a person is asked. */
  | {
      readonly type: 'asked';
      readonly revision: number;
      readonly askedId: PersonId | null;
      readonly comment: string;
    }
  | (Seen & {
      readonly type: 'answered';
      readonly answer: InquiryAnswer;
      readonly comment: string;
    })
  | (Seen & { readonly type: 'question'; readonly comment: string })
  | { readonly type: 'reply'; readonly question: number; readonly comment: string }
  | { readonly type: 'withdrawn'; readonly revision: number };

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
  /** It is not an answer to this. */
  | 'noSuchAnswer'
  /** The very same has been said already. */
  | 'holdsAlready';

export type InquiryRefusal =
  | { readonly type: PlainRefusal }
  | { readonly type: 'wordTooLong'; readonly longest: number };

/** What the rule goes by beside what is asked itself. */
export type InquiryFacts = {
  readonly project: Project;
  readonly people: readonly Person[];
  readonly day: string;
  /** When an answer asked for now would be due. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
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
  | 'answer'
  | 'dueAt'
  | 'nudgeAt'
  | 'about'
>;

type Turn = { readonly now: InquiryNow; readonly actor: Actor; readonly around: InquiryFacts };

const move = (kind: InquiryMove['kind'], more: Partial<InquiryMove> = {}): InquiryMove => ({
  ...{ kind, seat: null, onBehalf: false, comment: '', askedId: null, askedName: '' },
  ...{ answer: null, dueAt: null, nudgeAt: null, about: null },
  ...more,
});

const no = (type: PlainRefusal): Result<never, InquiryRefusal> => refused({ type });

/** Whether a project is at a step: it is of the phase it is in. */
const isAtStep = (
  { phase, fastTracked }: Pick<Project, 'phase' | 'fastTracked'>,
  step: ItStep,
): boolean => stepsOf(phase, fastTracked).includes(step);

/** Whether something can be asked and answered: the project is not over, nor past the step. */
export const isInquiryOpen = (
  { step }: Pick<InquiryNow, 'step'>,
  project: Pick<Project, 'status' | 'phase' | 'fastTracked'>,
): boolean => !isOver(project) && (step === null || isAtStep(project, step));

/** An answer is waited for, from somebody. */
export const isInquiryWaiting = (
  now: InquiryNow,
  project: Pick<Project, 'status' | 'phase' | 'fastTracked'>,
): boolean => isAsking(now) && isInquiryOpen(now, project);

/**
 * Who may ask: about a step whoever may send its gate; another person anybody with a role on the
 * project, which is its owner, its lead and the team.
 */
export const mayAskInquiry = (
  actor: Actor,
  { subject }: Pick<InquiryNow, 'subject'>,
  project: Project,
): boolean =>
  may(actor, 'sendRequest', project) || (subject === 'talk' && project.ownerId === actor.id);

const mine = ({ now, actor, around: { project, people, day } }: Turn): Answerer | undefined =>
  inquiryAnswerers(now, project, people, day).find(({ id }) => id === actor.id);

type AskGiven = Extract<InquiryGiven, { type: 'asked' }>;

/** Who is asked, by id and name; a role goes by no person. */
const whom = (
  { now, actor, around: { project, people } }: Turn,
  askedId: PersonId | null,
): Result<Pick<InquiryMove, 'askedId' | 'askedName'>, InquiryRefusal> => {
  const role = roleAsked[now.subject];
  if (role !== null)
    return holdersOfRole(role, people).length === 0
      ? no('nobodyToAsk')
      : done({ askedId: null, askedName: '' });
  if (askedId === actor.id) return no('yourself');
  const person = askableOf(project, people).find(({ id }) => id === askedId);
  return person ? done({ askedId: person.id, askedName: person.name }) : no('unknownPerson');
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

const asked = (
  turn: Turn,
  { revision, askedId, comment }: AskGiven,
): Result<InquiryMove, InquiryRefusal> => {
  const { now, around } = turn;
  const why = whyNotAsk(turn);
  if (why) return no(why);
  // What one person asked another is asked once: the next question is another one.
  if (revision !== now.revision || (now.subject === 'talk' && now.revision > 0))
    return no('movedOn');
  const to = whom(turn, askedId);
  if (!to.ok) return to;
  const said = comment.trim();
  return isReason(said)
    ? done(move('asked', { ...to.value, comment: said, ...around.due }))
    : no('wordMissing');
};

const isSaidAlready = ({ now: { word }, actor }: Turn, said: InquiryMove): boolean =>
  word?.answer === said.answer && word.byId === actor.id && word.comment === said.comment;

/** Not what is asked now; and who has not seen that it is answered does not answer it otherwise. */
const isPast = ({ now }: Turn, { ask, revision }: Seen): boolean =>
  now.ask === null || ask !== now.ask.seq || (now.word !== null && revision !== now.revision);

type AnswerGiven = Extract<InquiryGiven, { type: 'answered' }>;

const answered = (turn: Turn, given: AnswerGiven): Result<InquiryMove, InquiryRefusal> => {
  const answerer = mine(turn);
  if (!answerer) return no('notYours');
  const rule = inquiryRules[turn.now.subject].answers[given.answer];
  if (rule === undefined) return no('noSuchAnswer');
  const { seat, onBehalf } = answerer;
  const said = move('answered', {
    ...{ seat, onBehalf, answer: given.answer, comment: given.comment.trim() },
  });
  if (isSaidAlready(turn, said)) return no('holdsAlready');
  if (isPast(turn, given)) return no('movedOn');
  return rule === 'word' && !isReason(said.comment) ? no('wordMissing') : done(said);
};

const askedBack = (
  turn: Turn,
  given: Extract<InquiryGiven, { type: 'question' }>,
): Result<InquiryMove, InquiryRefusal> => {
  const { now } = turn;
  const answerer = mine(turn);
  if (!answerer) return no('notYours');
  if (!inquiryRules[now.subject].asksBack) return no('noSuchAnswer');
  if (now.word !== null || isPast(turn, given)) return no('movedOn');
  const { seat, onBehalf } = answerer;
  const comment = given.comment.trim();
  return isReason(comment)
    ? done(move('question', { seat, onBehalf, comment }))
    : no('wordMissing');
};

const replied = (
  { now, actor, around }: Turn,
  { question, comment }: Extract<InquiryGiven, { type: 'reply' }>,
): Result<InquiryMove, InquiryRefusal> => {
  if (!may(actor, 'replyToQuestion', around.project)) return no('notYours');
  const open = now.exchanges.find((one) => one.question.seq === question);
  if (!open || open.reply || !isAsking(now)) return no('movedOn');
  const said = comment.trim();
  return isReason(said)
    ? done(move('reply', { comment: said, about: question }))
    : no('wordMissing');
};

const withdrawn = (
  { now, actor }: Turn,
  { revision }: Extract<InquiryGiven, { type: 'withdrawn' }>,
): Result<InquiryMove, InquiryRefusal> => {
  if (!isAsking(now)) return no('movedOn');
  if (now.ask.byId !== actor.id && !has(actor, 'consultant', 'digitek')) return no('notAllowed');
  return revision === now.revision ? done(move('withdrawn')) : no('movedOn');
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
  }
};
