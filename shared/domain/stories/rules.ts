import type { AreaId } from '../area.ts';
import { lederAnswerers } from '../asking/asking.ts';
import { dayOf } from '../day.ts';
import { isReason } from '../gates.ts';
import { may } from '../permissions.ts';
import { type Actor, has, holdersOf, type Person, type PersonId, seatsOf } from '../person.ts';
import type { Phase } from '../phase.ts';
import { done, type Result, refused } from '../result.ts';
import { type AboutRefusal, trueAbout } from './about.ts';
import { doubtfulNumbersIn, type Hindrance, hindrancesIn } from './hindrances.ts';
import { type Move, movesOf } from './machines.ts';
import { isAsked, type StoryNow } from './now.ts';
import type { About, Channel, Content, StoryEvent, StoryEventKind } from './story.ts';

/** Numbers in the text that may be a person's, and that the author says are none. */
type Cleared = { readonly cleared?: readonly string[] | undefined };

/** What somebody does to a story. The revision or the ask says which picture of it they saw. */
export type StoryGiven =
  | {
      readonly type: 'saved';
      readonly revision: number;
      readonly content: Content;
      readonly about: About;
    }
  | ({
      readonly type: 'asked';
      readonly revision: number;
      readonly comment: string;
    } & Cleared)
  | ({ readonly type: 'accepted'; readonly revision: number } & Cleared)
  | { readonly type: 'planned'; readonly revision: number; readonly plannedFor: string | null }
  | ({
      readonly type: 'published';
      readonly revision: number;
      readonly channel: Channel;
      readonly outlet: string;
      readonly link: string;
      readonly day: string;
    } & Cleared)
  | { readonly type: 'approved' | 'taken'; readonly ask: number; readonly comment: string }
  | {
      readonly type: 'suggested';
      readonly ask: number;
      /** A micro-story's whole text as the chef would like it; else what should be different. */
      readonly text: string;
    }
  | { readonly type: 'declined'; readonly ask: number; readonly comment: string }
  /** By whoever is asked (with `ask`) or by the author. */
  | { readonly type: 'stopped' | 'closed'; readonly ask: number | null; readonly comment: string };

export type StoryRefusal =
  | { readonly type: 'notAllowed' }
  /** Asked of another: seat or leder. */
  | { readonly type: 'notYours' }
  /** It has gone on since: late, double, or somebody else was first. */
  | { readonly type: 'movedOn' }
  /** Somebody saved after this picture of it was taken. */
  | { readonly type: 'changed' }
  | { readonly type: 'reasonRequired' }
  | { readonly type: 'commentTooLong'; readonly longest: number }
  | { readonly type: 'titleMissing' }
  | { readonly type: 'contentTooLong'; readonly longest: number }
  | { readonly type: 'tooManyPictures'; readonly most: number }
  | { readonly type: 'nothingSuggested' }
  | { readonly type: 'linkMissing' }
  | { readonly type: 'outletMissing' }
  /** Said to have come out before anybody had said OK. */
  | { readonly type: 'notADay' | 'notAPlan' | 'beforeOk' }
  /** A picture that is not in the library: the card would show a hole. */
  | { readonly type: 'unknownPicture' }
  | AboutRefusal
  | { readonly type: 'hindered'; readonly hindrances: readonly Hindrance[] };

/** What the rule goes by beside the story itself. */
export type StoryFacts = {
  readonly people: readonly Person[];
  readonly areas: readonly AreaId[];
  readonly day: string;
  /** Words of the settings that stop the sending. */
  readonly blockedWords: readonly string[];
  readonly phase: Phase | null;
  /** When an answer asked for now would be due, in the state it leads to. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
};

/** What an event says beside who and when; the use case adds key, number and hash. */
export type StoryStep = Pick<StoryEvent, 'kind' | 'comment' | 'seat' | 'onBehalf'> &
  Content &
  About &
  Pick<StoryEvent, 'dueAt' | 'nudgeAt' | 'channel' | 'outlet' | 'link' | 'day' | 'phase'>;

export const longestStoryComment = 2_000;
export const longestTitle = 120;
const longestContent = 30_000;
export const mostPictures = 10;
const mostFiles = 20;
const longestLink = 2_000;

type Turn = { readonly now: StoryNow; readonly actor: Actor; readonly facts: StoryFacts };

/** The seats and persons that may answer what is asked now: the chef, a deputy, or the leder. */
export const answerersOfStory = (
  now: StoryNow,
  people: readonly Person[],
  day: string,
): readonly {
  readonly id: PersonId;
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
}[] => {
  if (!isAsked(now) || !now.ask) return [];
  const { seat, lederId } = now.ask;
  if (lederId !== null) {
    const leder = people.find(({ id, roles }) => id === lederId && roles.includes('leder'));
    return leder ? lederAnswerers(leder, people, day) : [];
  }
  if (seat === null) return [];
  const { chef, deputies } = holdersOf(seat, people, day);
  return [
    ...(chef ? [{ id: chef.id, seat, onBehalf: false }] : []),
    ...deputies.map((deputy) => ({ id: deputy.id, seat, onBehalf: true })),
  ];
};

const answererIn = ({ now, actor, facts }: Turn) =>
  answerersOfStory(now, facts.people, facts.day).find((one) => one.id === actor.id);

/** Held the seat or was the leder, so that a late press is told kindly how it went. */
const wasAsked = ({ now, actor, facts }: Turn): boolean => {
  const { ask } = now;
  if (!ask) return false;
  if (ask.lederId === actor.id) return true;
  const person = facts.people.find((one) => one.id === actor.id);
  return (
    ask.seat !== null &&
    person !== undefined &&
    seatsOf(person, facts.people, facts.day).includes(ask.seat)
  );
};

/** Those who write; and whoever took the press's call may send it on and end it. */
export const mayWriteStory = (actor: Actor, now: StoryNow): boolean =>
  may(actor, 'writeStory') ||
  (now.kind === 'press' && now.createdById === actor.id && may(actor, 'logPress'));

/** The leder takes part in the writing of an article; sending it on is for those who write. */
export const writesAlong = (actor: Actor, now: StoryNow): boolean =>
  now.kind === 'article' &&
  now.state === 'writing' &&
  now.about.lederId === actor.id &&
  has(actor, 'leder');

/** The words, and not who is asked of them or when they come out. */
const keepsPlan = (before: About, given: About): boolean =>
  given.area === before.area &&
  given.lederId === before.lederId &&
  given.plannedFor === before.plannedFor;

const mayAuthor = ({ actor, now }: Turn, given: StoryGiven): boolean =>
  mayWriteStory(actor, now) ||
  (given.type === 'saved' && writesAlong(actor, now) && keepsPlan(now.about, given.about));

const authorRefusal = (turn: Turn, given: StoryGiven): StoryRefusal | null => {
  if (!mayAuthor(turn, given)) return { type: 'notAllowed' };
  return 'revision' in given && given.revision !== turn.now.revision ? { type: 'changed' } : null;
};

const answererRefusal = (turn: Turn, given: StoryGiven): StoryRefusal | null => {
  const { now } = turn;
  const asked = 'ask' in given ? given.ask : null;
  if (isAsked(now) && now.ask?.seq === asked) return answererIn(turn) ? null : { type: 'notYours' };
  return wasAsked(turn) || may(turn.actor, 'writeStory')
    ? { type: 'movedOn' }
    : { type: 'notYours' };
};

const moveFor = (turn: Turn, given: StoryGiven): Result<Move, StoryRefusal> => {
  const moves = movesOf(turn.now.kind, turn.now.state, given.type);
  const byAnswerer = 'ask' in given && given.ask !== null;
  const fits = moves.find((move) => (move.by === 'answerer') === byAnswerer);
  const refusal = byAnswerer ? answererRefusal(turn, given) : authorRefusal(turn, given);
  if (refusal) return refused(refusal);
  return fits ? done(fits) : refused({ type: 'movedOn' });
};

const needsReason: readonly StoryEventKind[] = ['stopped', 'declined', 'closed'];

const commentRefusal = (given: StoryGiven): StoryRefusal | null => {
  const comment = 'comment' in given ? given.comment : '';
  if (comment.length > longestStoryComment)
    return { type: 'commentTooLong', longest: longestStoryComment };
  return needsReason.includes(given.type) && !isReason(comment) ? { type: 'reasonRequired' } : null;
};

const contentRefusal = (
  { text, pictures, files }: Content,
  { title }: About,
): StoryRefusal | null => {
  if (title.trim() === '' || title.length > longestTitle) return { type: 'titleMissing' };
  if (text.length > longestContent || files.length > mostFiles)
    return { type: 'contentTooLong', longest: longestContent };
  return pictures.length > mostPictures ? { type: 'tooManyPictures', most: mostPictures } : null;
};

const isWebAddress = (link: string): boolean =>
  link.length <= longestLink && /^https?:\/\/[^\s<>"]+$/i.test(link);

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
  new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/**
 * Numbers that have been judged: those the author clears now, and those of a text that somebody was
 * asked about, since nothing is asked with a doubtful number in it before it is cleared.
 */
export const clearedIn = (
  now: StoryNow,
  day: string,
  given: readonly string[] = [],
): readonly string[] => [
  ...given,
  ...now.events
    .filter(({ kind }) => kind === 'asked')
    .flatMap((event) => doubtfulNumbersIn(event, event, day)),
];

type Sent = {
  readonly content: Content;
  readonly after: Move['to'];
  readonly cleared?: readonly string[] | undefined;
};

const hindered = (
  turn: Pick<Turn, 'facts' | 'now'>,
  { content, after, cleared: given }: Sent,
): Extract<StoryRefusal, { type: 'hindered' }> | null => {
  const { now, facts } = turn;
  const { kind, about } = now;
  const cleared = clearedIn(now, facts.day, given);
  const hindrances = hindrancesIn({ kind, about, after, content, facts, cleared });
  return hindrances.length > 0 ? { type: 'hindered', hindrances } : null;
};

const publicationRefusal = (
  { facts, now }: Pick<Turn, 'facts' | 'now'>,
  given: Extract<StoryGiven, { type: 'published' }>,
): StoryRefusal | null => {
  if (!isWebAddress(given.link)) return { type: 'linkMissing' };
  if (!isDay(given.day) || given.day > facts.day) return { type: 'notADay' };
  const named = given.channel === 'organisation' || given.channel === 'private';
  if (named && given.outlet.trim() === '') return { type: 'outletMissing' };
  // Nobody is asked about a description, so what must not go out is looked for here.
  const { cleared } = given;
  if (now.kind === 'description')
    return hindered({ facts, now }, { content: now.version, after: 'published', cleared });
  // By the machine this cannot be; what is at stake is worth a second look.
  if (now.approval?.hash !== now.version.hash) return { type: 'movedOn' };
  return given.day < dayOf(now.approval.at) ? { type: 'beforeOk' } : null;
};

const stepOf = (turn: Turn, kind: StoryEventKind, more: Partial<StoryStep>): StoryStep => ({
  kind,
  comment: '',
  seat: null,
  onBehalf: false,
  text: '',
  pictures: [],
  files: [],
  ...turn.now.about,
  dueAt: null,
  nudgeAt: null,
  channel: null,
  outlet: '',
  link: '',
  day: null,
  phase: null,
  ...more,
});

const contentOf = ({ text, pictures, files }: Content): Content => ({ text, pictures, files });

const saved = (
  turn: Turn,
  given: Extract<StoryGiven, { type: 'saved' }>,
): Result<StoryStep, StoryRefusal> => {
  const refusal = contentRefusal(given.content, given.about);
  if (refusal) return refused(refusal);
  const { title, plannedFor } = given.about;
  if (plannedFor !== null && !isDay(plannedFor)) return refused({ type: 'notAPlan' });
  const about = trueAbout(turn.now.about, given.about, turn.facts);
  if ('type' in about) return refused(about);
  return done(stepOf(turn, 'saved', { ...given.content, ...about, title: title.trim() }));
};

const asked = (
  turn: Turn,
  given: Extract<StoryGiven, { type: 'asked' }>,
  to: Move['to'],
): Result<StoryStep, StoryRefusal> => {
  const { cleared } = given;
  const refusal = hindered(turn, { content: turn.now.version, after: to, cleared });
  if (refusal) return refused(refusal);
  const comment = given.comment.trim();
  return done(
    stepOf(turn, 'asked', { ...contentOf(turn.now.version), comment, ...turn.facts.due }),
  );
};

const accepted = (
  turn: Turn,
  { cleared }: Extract<StoryGiven, { type: 'accepted' }>,
  to: Move['to'],
): Result<StoryStep, StoryRefusal> => {
  const { suggestion } = turn.now;
  if (!suggestion) return refused({ type: 'nothingSuggested' });
  const refusal = hindered(turn, { content: suggestion, after: to, cleared });
  return refusal ? refused(refusal) : done(stepOf(turn, 'accepted', contentOf(suggestion)));
};

type Who = Pick<StoryStep, 'seat' | 'onBehalf'>;

const suggested = (
  turn: Turn,
  given: Extract<StoryGiven, { type: 'suggested' }>,
  who: Who,
): Result<StoryStep, StoryRefusal> => {
  const text = given.text.replace(/\r\n?/g, '\n').trim();
  const { now } = turn;
  if (now.kind !== 'microStory') {
    if (text.length > longestStoryComment)
      return refused({ type: 'commentTooLong', longest: longestStoryComment });
    return isReason(text)
      ? done(stepOf(turn, 'suggested', { ...who, comment: text }))
      : refused({ type: 'reasonRequired' });
  }
  if (text === '' || text === now.version.text.trim()) return refused({ type: 'nothingSuggested' });
  const content = { ...contentOf(now.version), text };
  // A doubtful number is the author's to judge, when they take the suggestion up.
  const cleared = doubtfulNumbersIn(now.about, content, turn.facts.day);
  const refusal = hindered(turn, { content, after: now.state, cleared });
  return refusal ? refused(refusal) : done(stepOf(turn, 'suggested', { ...who, ...content }));
};

const planned = (turn: Turn, plannedFor: string | null): Result<StoryStep, StoryRefusal> =>
  plannedFor === null || isDay(plannedFor)
    ? done(stepOf(turn, 'planned', { plannedFor }))
    : refused({ type: 'notAPlan' });

const published = (
  turn: Turn,
  given: Extract<StoryGiven, { type: 'published' }>,
): Result<StoryStep, StoryRefusal> => {
  const refusal = publicationRefusal(turn, given);
  if (refusal) return refused(refusal);
  const { channel, link, day } = given;
  const outlet = given.outlet.trim().slice(0, longestTitle);
  return done(
    stepOf(turn, 'published', {
      ...contentOf(turn.now.version),
      ...{ channel, outlet, link, day, phase: turn.facts.phase },
    }),
  );
};

const waitsAgain = (to: Move['to']): boolean => to === 'topicChef' || to === 'materialChef';

const answered = (
  turn: Turn,
  given: Extract<StoryGiven, { type: 'approved' | 'taken' | 'declined' | 'stopped' | 'closed' }>,
  who: Who,
  to: Move['to'],
): StoryStep => {
  const comment = given.comment.trim();
  if (given.type !== 'approved') return stepOf(turn, given.type, { ...who, comment });
  const due = waitsAgain(to) ? turn.facts.due : {};
  return stepOf(turn, 'approved', { ...who, comment, ...contentOf(turn.now.version), ...due });
};

/**
 * Whether somebody may do this to a story now, and what it comes to. Pure: the caller brings what
 * the lists hold, and the sender is who the token says, never what a card says.
 */
export const stepFor = (
  now: StoryNow,
  actor: Actor,
  given: StoryGiven,
  facts: StoryFacts,
): Result<StoryStep, StoryRefusal> => {
  const turn: Turn = { now, actor, facts };
  const move = moveFor(turn, given);
  if (!move.ok) return move;
  const refusal = commentRefusal(given);
  if (refusal) return refused(refusal);
  const answerer = answererIn(turn);
  const who = {
    seat: move.value.by === 'answerer' ? (answerer?.seat ?? null) : null,
    onBehalf: move.value.by === 'answerer' && answerer?.onBehalf === true,
  };
  switch (given.type) {
    case 'saved':
      return saved(turn, given);
    case 'asked':
      return asked(turn, given, move.value.to);
    case 'planned':
      return planned(turn, given.plannedFor);
    case 'accepted':
      return accepted(turn, given, move.value.to);
    case 'suggested':
      return suggested(turn, given, who);
    case 'published':
      return published(turn, given);
    case 'approved':
    case 'taken':
    case 'declined':
    case 'stopped':
    case 'closed':
      return done(answered(turn, given, who, move.value.to));
  }
};
