import type { AreaId } from '../area.ts';
import { type Answerer, longestComment } from '../asking/asking.ts';
import { isPast, questionBack, replyTo, type Seen } from '../asking/rules.ts';
import { isReason } from '../gates.ts';
import { personAnswerers } from '../inquiries/people.ts';
import { may } from '../permissions.ts';
import type { Actor, Person, PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';
import { done, type Result, refused } from '../result.ts';
import { cprLikeIn } from '../stories/privacy.ts';
import { type Findings, type Group, groupForm, groupNamed } from './findings.ts';
import { isAsking, isChangedSinceYes, isPlanned, nextStep, type VisitNow } from './now.ts';
import {
  blankVisitEvent,
  type GroupLevel,
  isNoteKey,
  longestGroup,
  longestNote,
  longestUnit,
  projectIdOfGroup,
  type VisitAnswer,
  type VisitEvent,
  type VisitStep,
  type VisitTerms,
  visitSteps,
} from './visit.ts';

/** What somebody of the team plans; names are looked up. */
export type TypedVisit = Omit<VisitTerms, 'lederName' | 'consultants'> & {
  readonly consultantIds: readonly PersonId[];
};

/** What somebody does to a visit; an observation is `noteFor`. */
export type VisitGiven =
  /** `revision`: the event that said the plan, as it was seen; 0 when it is a new one. */
  | { readonly type: 'planned'; readonly revision: number; readonly terms: TypedVisit }
  /** The leder is asked; once more, when they have not answered. */
  | { readonly type: 'asked'; readonly revision: number }
  | (Seen & {
      readonly type: 'answered';
      readonly answer: VisitAnswer;
      /** The day the leder would rather have. */
      readonly day: string | null;
      readonly comment: string;
    })
  | (Seen & { readonly type: 'question'; readonly comment: string })
  | { readonly type: 'reply'; readonly question: number; readonly comment: string }
  | { readonly type: 'withdrawn'; readonly revision: number; readonly comment: string }
  /** `seen`: the event that said the step, as it was seen. */
  | {
      readonly type: 'stepped';
      readonly step: VisitStep;
      readonly seen: number;
      readonly day: string | null;
      readonly done: boolean;
    }
  | { readonly type: 'grouped'; readonly note: string; readonly group: string }
  | { readonly type: 'dropped'; readonly note: string }
  | {
      readonly type: 'valued';
      readonly group: string;
      readonly seen: number;
      readonly name: string;
      readonly value: GroupLevel | null;
      readonly effort: GroupLevel | null;
      readonly isChosen: boolean;
      readonly comment: string;
    }
  /** A new idea; or it belongs to a project there is already, by its id. */
  | {
      readonly type: 'becameIdea';
      readonly group: string;
      readonly projectId?: ProjectId | undefined;
    };

type PlainRefusal =
  | 'notAllowed'
  /** Asked of another. */
  | 'notYours'
  /** It has gone on since: late, double, or somebody else was first. */
  | 'movedOn'
  /** Somebody has written it otherwise since it was read. */
  | 'changed'
  | 'wordMissing'
  /** It is called off, or over. */
  | 'notNow'
  | 'unitMissing'
  | 'unknownArea'
  /** The leder, or a consultant, is not on the list. */
  | 'unknownPerson'
  | 'lederMissing'
  | 'employeesMissing'
  /** Two to four, and no more than there are. */
  | 'chosenCount'
  | 'twoConsultants'
  | 'dayMissing'
  | 'dayPast'
  | 'daysOrder'
  /** The leder was asked today. */
  | 'askedToday'
  /** Nothing is held before the leder has said yes. */
  | 'yesFirst'
  | 'unknownNote'
  | 'unknownGroup'
  /** The project it is to belong to is not there. */
  | 'unknownProject'
  | 'nameMissing'
  | 'notChosen'
  /** What has become an idea is not laid elsewhere. */
  | 'isIdea'
  | 'holdsAlready';

export type VisitRefusal =
  | { readonly type: PlainRefusal }
  | { readonly type: 'personNumber'; readonly found: string }
  | { readonly type: 'wordTooLong'; readonly longest: number };

/** What the rule goes by beside the visit itself. */
export type VisitFacts = {
  readonly people: readonly Person[];
  readonly areas: readonly AreaId[];
  readonly findings: Findings;
  readonly isProject: (id: ProjectId) => boolean;
  readonly day: string;
  /** When an answer asked for now would be due. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
  readonly dayOf: (instant: string) => string;
};

/** What an event says beside who and when; the use case adds key and number. */
export type VisitMove = Omit<
  VisitEvent,
  'id' | 'cause' | 'seq' | 'byId' | 'byName' | 'at' | 'visitId'
>;

export const fewestChosen = 2;
export const mostChosen = 4;
export const mostEmployees = 5_000;

type Turn = { readonly now: VisitNow; readonly actor: Actor; readonly around: VisitFacts };

const move = (kind: VisitMove['kind'], more: Partial<VisitMove> = {}): VisitMove => ({
  ...blankVisitEvent,
  kind,
  ...more,
});

const no = (type: PlainRefusal): Result<never, VisitRefusal> => refused({ type });

/** The team plans visits, notes what they see and groups it. */
export const mayPlanVisits = (actor: Actor): boolean => may(actor, 'planVisit');

/** What people said and did is read by the team and the unit's own leder; others read what came of it. */
export const mayReadNotes = (actor: Actor, { terms }: Pick<VisitNow, 'terms'>): boolean =>
  mayPlanVisits(actor) || (terms !== null && terms.lederId === actor.id);

/** Neither called off nor over. */
export const isVisitOpen = (now: VisitNow): boolean =>
  now.withdrawn === null && nextStep(now) !== null;

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

const numberIn = (turn: Turn, ...texts: readonly string[]): VisitRefusal | null => {
  const found = texts.flatMap((text) => cprLikeIn(text, turn.around.day))[0];
  return found ? { type: 'personNumber', found: found.text } : null;
};

const isTeam = ({ roles }: Person): boolean =>
  roles.includes('consultant') || roles.includes('digitek');

const sizeLack = ({ employees, chosen }: TypedVisit): PlainRefusal | null => {
  if (!Number.isInteger(employees) || employees < 1 || employees > mostEmployees)
    return 'employeesMissing';
  const isCount = Number.isInteger(chosen) && chosen >= fewestChosen && chosen <= mostChosen;
  return isCount && chosen <= employees ? null : 'chosenCount';
};

/** The steps follow each other; one that has no day stands wherever it may. */
const daysLack = ({ days }: TypedVisit): PlainRefusal | null => {
  const known = visitSteps.map((step) => days[step]).filter((day) => day !== null);
  return known.some((day, at) => at > 0 && day < (known[at - 1] ?? '')) ? 'daysOrder' : null;
};

const whoLack = ({ people }: VisitFacts, typed: TypedVisit): PlainRefusal | null => {
  const ids = new Set(typed.consultantIds);
  if (ids.size !== 2) return 'twoConsultants';
  const team = people.filter(isTeam).map(({ id }) => id);
  return [...ids].every((id) => team.includes(id)) ? null : 'unknownPerson';
};

const typedLack = ({ around }: Turn, typed: TypedVisit): PlainRefusal | null => {
  if (typed.unit.trim() === '') return 'unitMissing';
  if (!around.areas.includes(typed.area)) return 'unknownArea';
  return sizeLack(typed) ?? whoLack(around, typed) ?? daysLack(typed);
};

const nameOf = (people: readonly Person[], id: PersonId): string | undefined =>
  people.find((one) => one.id === id)?.name;

/** Who leads the unit is on the list; who did before, and has left, may stand. */
const lederNamed = (
  { now, around: { people } }: Turn,
  lederId: PersonId | null,
): string | undefined => {
  if (lederId === null) return '';
  const kept = now.terms?.lederId === lederId ? now.terms.lederName : undefined;
  return nameOf(people, lederId) ?? kept;
};

const planned = (
  turn: Turn,
  { revision, terms: typed }: Extract<VisitGiven, { type: 'planned' }>,
): Result<VisitMove, VisitRefusal> => {
  const { now, actor, around } = turn;
  if (!mayPlanVisits(actor)) return no('notAllowed');
  if (revision !== now.written) return no('changed');
  const lack = typedLack(turn, typed);
  if (lack) return no(lack);
  const unit = typed.unit.trim();
  if (unit.length > longestUnit) return refused({ type: 'wordTooLong', longest: longestUnit });
  const lederName = lederNamed(turn, typed.lederId);
  if (lederName === undefined) return no('unknownPerson');
  const { area, lederId, employees, chosen, days } = typed;
  const consultants = typed.consultantIds.map((id) => ({
    id,
    name: nameOf(around.people, id) ?? '',
  }));
  const terms: VisitTerms = {
    ...{ area, unit, lederId, lederName, employees, chosen, consultants, days },
  };
  return now.terms && JSON.stringify(now.terms) === JSON.stringify(terms)
    ? no('holdsAlready')
    : done(move('planned', terms));
};

/** A yes to the same plan is a yes; once a day the leder may be reminded. */
const askLack = ({ now, around }: Turn): PlainRefusal | null => {
  if (now.terms === null || !isPlanned(now)) return 'notNow';
  const { lederId } = now.terms;
  if (lederId === null || nameOf(around.people, lederId) === undefined) return 'lederMissing';
  if (now.terms.days.expectations === null) return 'dayMissing';
  if (now.agreed !== null && !isChangedSinceYes(now)) return 'holdsAlready';
  return isAsking(now) && around.dayOf(now.ask.at) === around.day ? 'askedToday' : null;
};

const asked = (
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

const answered = (turn: Turn, given: AnswerGiven): Result<VisitMove, VisitRefusal> => {
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

const askedBack = (
  turn: Turn,
  given: Extract<VisitGiven, { type: 'question' }>,
): Result<VisitMove, VisitRefusal> => {
  const answerer = mine(turn);
  if (!answerer) return no('notYours');
  const said = questionBack(turn.now, turn.now.told, answerer, given);
  return typeof said === 'string' ? no(said) : done(move('question', said));
};

const replied = (
  { now, actor }: Turn,
  given: Extract<VisitGiven, { type: 'reply' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notYours');
  const said = replyTo(now.exchanges, isAsking(now), given);
  return typeof said === 'string' ? no(said) : done(move('reply', said));
};

const withdrawn = (
  { now, actor }: Turn,
  { revision, comment }: Extract<VisitGiven, { type: 'withdrawn' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notAllowed');
  if (!isPlanned(now)) return no('notNow');
  if (revision !== now.told) return no('changed');
  const said = comment.trim();
  return isReason(said) ? done(move('withdrawn', { comment: said })) : no('wordMissing');
};

const stepped = (
  { now, actor, around }: Turn,
  { step, seen, day, done: isDone }: Extract<VisitGiven, { type: 'stepped' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notAllowed');
  const before = now.steps[step];
  const on = day ?? before.day ?? (isDone ? around.day : null);
  if (before.done === isDone && before.day === on) return no('holdsAlready');
  if (before.seq !== seen) return no('changed');
  if (isDone && now.agreed === null) return no('yesFirst');
  return isDone && on !== null && on > around.day
    ? no('dayPast')
    : done(move('stepped', { step, day: on, done: isDone }));
};

const nameProblem = (turn: Turn, name: string, ...texts: readonly string[]): VisitRefusal | null =>
  name.length > longestGroup
    ? { type: 'wordTooLong', longest: longestGroup }
    : numberIn(turn, name, ...texts);

const grouped = (
  turn: Turn,
  { note, group }: Extract<VisitGiven, { type: 'grouped' }>,
): Result<VisitMove, VisitRefusal> => {
  const { actor, around } = turn;
  if (!mayPlanVisits(actor)) return no('notAllowed');
  const found = around.findings.notes.find(({ key }) => key === note);
  if (!found) return no('unknownNote');
  const name = group.trim();
  const problem = nameProblem(turn, name);
  if (problem) return refused(problem);
  return groupForm(found.group) === groupForm(name)
    ? no('holdsAlready')
    : done(move('grouped', { note, group: name }));
};

const dropped = (
  { actor, around }: Turn,
  { note }: Extract<VisitGiven, { type: 'dropped' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notAllowed');
  return around.findings.notes.some(({ key }) => key === note)
    ? done(move('dropped', { note }))
    : no('unknownNote');
};

type Valued = Extract<VisitGiven, { type: 'valued' }>;

const isSame = (group: Group, said: Omit<Valued, 'type' | 'seen' | 'group'>): boolean =>
  group.name === said.name &&
  group.value === said.value &&
  group.effort === said.effort &&
  group.isChosen === said.isChosen &&
  group.why === said.comment;

const valuedLack = (turn: Turn, group: Group, given: Valued): PlainRefusal | null => {
  if (given.name.trim() === '') return 'nameMissing';
  if (group.seq !== given.seen) return 'changed';
  const isOther = groupForm(group.name) !== groupForm(given.name);
  const there = isOther ? groupNamed(turn.around.findings, given.name) : undefined;
  const isTold = group.projectId !== null || (there?.projectId ?? null) !== null;
  return (isOther && isTold) || (group.projectId !== null && !given.isChosen) ? 'isIdea' : null;
};

const valued = (turn: Turn, given: Valued): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(turn.actor)) return no('notAllowed');
  const group = groupNamed(turn.around.findings, given.group);
  if (!group) return no('unknownGroup');
  const said = { ...given, name: given.name.trim(), comment: given.comment.trim() };
  const lack = isSame(group, said) ? 'holdsAlready' : valuedLack(turn, group, said);
  if (lack) return no(lack);
  const problem = nameProblem(turn, said.name, said.comment);
  if (problem) return refused(problem);
  const { value, effort, isChosen, comment } = said;
  return done(
    move('valued', {
      ...{ group: group.name, value, effort, done: isChosen, comment },
      name: said.name === group.name ? '' : said.name,
    }),
  );
};

const becameIdea = (
  { now, actor, around }: Turn,
  { group: name, projectId: known }: Extract<VisitGiven, { type: 'becameIdea' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notAllowed');
  const group = groupNamed(around.findings, name);
  if (!group) return no('unknownGroup');
  if (group.projectId !== null) return no('holdsAlready');
  if (!group.isChosen) return no('notChosen');
  if (known !== undefined && !around.isProject(known)) return no('unknownProject');
  const projectId = known ?? projectIdOfGroup(now.id, now.revision + 1);
  return done(move('becameIdea', { group: group.name, projectId }));
};

const moved = (turn: Turn, given: VisitGiven): Result<VisitMove, VisitRefusal> => {
  switch (given.type) {
    case 'planned':
      return planned(turn, given);
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
    case 'stepped':
      return stepped(turn, given);
    case 'grouped':
      return grouped(turn, given);
    case 'dropped':
      return dropped(turn, given);
    case 'valued':
      return valued(turn, given);
    case 'becameIdea':
      return becameIdea(turn, given);
  }
};

/** What is seen is grouped, and steps are put right, also after the last step. */
const always: readonly VisitGiven['type'][] = [
  'stepped',
  'grouped',
  'dropped',
  'valued',
  'becameIdea',
];

/**
 * Whether somebody may do this to a visit now, and what it comes to. Pure: the caller brings what
 * the lists hold, and the sender is who the token says, never what a card says.
 */
export const visitMoveFor = (
  now: VisitNow,
  actor: Actor,
  given: VisitGiven,
  around: VisitFacts,
): Result<VisitMove, VisitRefusal> => {
  const turn: Turn = { now, actor, around };
  if ('comment' in given && given.comment.length > longestComment)
    return refused({ type: 'wordTooLong', longest: longestComment });
  if (given.type !== 'planned' && !isPlanned(now)) return no('notNow');
  if (now.withdrawn !== null) return no('notNow');
  if (!isVisitOpen(now) && !always.includes(given.type)) return no('notNow');
  return moved(turn, given);
};

/** An observation as it comes from a device, perhaps long after it was written. */
export type NoteGiven = {
  readonly key: string;
  /** The device's own number of it. */
  readonly number: number;
  readonly text: string;
  readonly group: string;
  readonly picture: string | null;
  readonly notedAt: string;
};

export type NoteRefusal =
  | { readonly type: 'notAllowed' | 'noteEmpty' | 'badKey' }
  | Extract<VisitRefusal, { readonly type: 'personNumber' | 'wordTooLong' }>;

/** Why an observation can't be kept, whoever asks: the device before it keeps it, and the server. */
export const noteProblem = (
  { text, group }: Pick<NoteGiven, 'text' | 'group'>,
  today: string,
): NoteRefusal | null => {
  if (text.trim() === '') return { type: 'noteEmpty' };
  if (text.length > longestNote) return { type: 'wordTooLong', longest: longestNote };
  if (group.length > longestGroup) return { type: 'wordTooLong', longest: longestGroup };
  const [found] = [text, group].flatMap((one) => cprLikeIn(one, today));
  return found ? { type: 'personNumber', found: found.text } : null;
};

/**
 * What an observation comes to. It is taken also when the visit has been called off meanwhile: what
 * was written without a net is not lost by that.
 */
export const noteFor = (
  actor: Actor,
  given: NoteGiven,
  { day, at }: { readonly day: string; readonly at: string },
): Result<VisitMove & Pick<VisitEvent, 'seq'>, NoteRefusal> => {
  if (!mayPlanVisits(actor)) return refused({ type: 'notAllowed' });
  if (!isNoteKey(given.key)) return refused({ type: 'badKey' });
  const problem = noteProblem(given, day);
  if (problem) return refused(problem);
  const { key, number, text, group, picture, notedAt } = given;
  return done({
    ...move('noted', { note: key, comment: text.trim(), group: group.trim(), picture }),
    // A clock that is ahead tells of no day to come.
    notedAt: notedAt < at ? notedAt : at,
    seq: number,
  });
};
