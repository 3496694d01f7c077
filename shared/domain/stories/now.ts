import type { AreaId } from '../area.ts';
import type { PersonId } from '../person.ts';
import { machines, stateAfter, waitsForIn } from './machines.ts';
import {
  type About,
  type Content,
  emptyAbout,
  emptyContent,
  type StoryEvent,
  type StoryEventKind,
  type StoryId,
  type StoryKind,
  type StoryState,
} from './story.ts';

/** A text as somebody left it. */
export type Version = Content & {
  readonly seq: number;
  readonly hash: string;
  readonly byId: PersonId;
  readonly byName: string;
  /** The seat of a chef who suggested it. */
  readonly seat: AreaId | null;
  readonly at: string;
};

/** Somebody is asked: from here on that text, that person or seat, that date. */
export type Ask = {
  /** The event that asked. */
  readonly seq: number;
  readonly at: string;
  readonly byId: PersonId;
  /** The state in which the answer is waited for. */
  readonly stage: StoryState;
  readonly hash: string;
  readonly dueAt: string;
  readonly nudgeAt: string;
  readonly seat: AreaId | null;
  readonly lederId: PersonId | null;
  /** What the one who asks wrote along. */
  readonly comment: string;
  /** The text the same one said OK to before, when this is a change of it. */
  readonly base: Version | null;
};

export type Publication = Pick<
  StoryEvent,
  'seq' | 'channel' | 'outlet' | 'link' | 'day' | 'phase' | 'hash' | 'at' | 'byId' | 'byName'
>;

/** What a story's events come to. */
export type StoryNow = {
  readonly id: StoryId;
  readonly kind: StoryKind;
  readonly projectId: string | null;
  readonly about: About;
  readonly state: StoryState;
  readonly since: string;
  /** How many events there are: rises with each. */
  readonly revision: number;
  readonly createdAt: string;
  readonly createdById: PersonId;
  readonly createdBy: string;
  readonly version: Version;
  /** The newest question, answered or not. */
  readonly ask: Ask | null;
  /** Its answer, when there is one. */
  readonly answer: StoryEvent | null;
  /** The OK that holds for the text as it is: without it nothing is published. */
  readonly approval: StoryEvent | null;
  /** The chef's own words, until the author has answered. */
  readonly suggestion: Version | null;
  readonly publications: readonly Publication[];
  readonly events: readonly StoryEvent[];
};

type Mutable = { -readonly [K in keyof StoryNow]: StoryNow[K] } & {
  /** The newest text each seat or leder said OK to. */
  signed: Map<string, Version>;
};

const versionIn = (event: StoryEvent): Version => ({
  text: event.text,
  pictures: event.pictures,
  files: event.files,
  seq: event.seq,
  hash: event.hash,
  byId: event.byId,
  byName: event.byName,
  seat: event.seat,
  at: event.at,
});

const started = (first: StoryEvent): Mutable => ({
  id: first.storyId,
  kind: first.story,
  projectId: first.projectId,
  about: emptyAbout,
  state: machines[first.story].start,
  since: first.at,
  revision: 0,
  createdAt: first.at,
  createdById: first.byId,
  createdBy: first.byName,
  version: { ...versionIn(first), ...emptyContent },
  ask: null,
  answer: null,
  approval: null,
  suggestion: null,
  publications: [],
  events: [],
  signed: new Map(),
});

const whoIn = (now: Mutable, stage: StoryState): Pick<Ask, 'seat' | 'lederId'> => {
  const waitsFor = waitsForIn[now.kind][stage];
  return {
    seat: waitsFor === 'chef' ? now.about.area : null,
    lederId: waitsFor === 'leder' ? now.about.lederId : null,
  };
};

/** Who said OK, and to what kind of text: an article's topic is not its material. */
const signerKey = (stage: StoryState, { seat, lederId }: Pick<Ask, 'seat' | 'lederId'>): string =>
  [stage, seat ?? '', lederId ?? ''].join(':');

const askIn = (now: Mutable, event: StoryEvent): Ask => {
  const who = whoIn(now, now.state);
  const base = now.signed.get(signerKey(now.state, who)) ?? null;
  return {
    ...who,
    seq: event.seq,
    at: event.at,
    byId: event.byId,
    stage: now.state,
    hash: now.version.hash,
    dueAt: event.dueAt ?? event.at,
    nudgeAt: event.nudgeAt ?? event.at,
    comment: event.kind === 'asked' ? event.comment : '',
    base: base && base.hash !== now.version.hash ? base : null,
  };
};

const aboutIn = ({ title, area, lederId, lederName, plannedFor }: StoryEvent): About => ({
  title,
  area,
  lederId,
  lederName,
  plannedFor,
});

const takeAnswer = (now: Mutable, event: StoryEvent, stage: StoryState): void => {
  now.answer = event;
  if (event.kind === 'suggested' && now.kind === 'microStory') now.suggestion = versionIn(event);
  if (event.kind !== 'approved') return;
  const asked = waitsForIn[now.kind][stage] === undefined ? null : now.ask;
  if (asked) now.signed.set(signerKey(stage, asked), now.version);
};

const takeText = (now: Mutable, event: StoryEvent): void => {
  now.version = versionIn(event);
  now.suggestion = null;
  if (event.kind !== 'accepted') {
    now.about = aboutIn(event);
    now.approval = null;
    return;
  }
  // The chef wrote these very words: using them unchanged is what the chef agreed to.
  if (now.ask) now.signed.set(signerKey(now.ask.stage, now.ask), now.version);
};

const publicationIn = (event: StoryEvent): Publication => {
  const { seq, channel, outlet, link, day, phase, hash, at, byId, byName } = event;
  return { seq, channel, outlet, link, day, phase, hash, at, byId, byName };
};

/** A row that somebody wrote by hand changes nothing that could not have happened. */
const canHappen = (now: Mutable, event: StoryEvent): boolean =>
  stateAfter(now.kind, now.state, event.kind) !== undefined &&
  (event.kind !== 'published' ||
    now.kind === 'description' ||
    (now.approval?.hash === event.hash && now.version.hash === event.hash));

const texts: readonly StoryEventKind[] = ['saved', 'accepted'];
const answers: readonly StoryEventKind[] = [
  'approved',
  'suggested',
  'stopped',
  'taken',
  'declined',
  'closed',
];

/** A leder's yes asks the chef in the same breath: then it says until when. */
const asks = ({ kind, dueAt }: StoryEvent): boolean =>
  kind === 'asked' || (kind === 'approved' && dueAt !== null);

const take = (now: Mutable, event: StoryEvent): void => {
  const stage = now.state;
  now.revision = event.seq;
  if (!canHappen(now, event)) return;
  now.state = stateAfter(now.kind, stage, event.kind) ?? stage;
  if (now.state !== stage) now.since = event.at;
  if (texts.includes(event.kind)) takeText(now, event);
  if (event.kind === 'planned') now.about = { ...now.about, plannedFor: event.plannedFor };
  if (answers.includes(event.kind)) takeAnswer(now, event, stage);
  if (event.kind === 'published') now.publications = [...now.publications, publicationIn(event)];
  if (now.state === 'approved' && stage !== 'approved') now.approval = event;
  if (asks(event)) {
    now.ask = askIn(now, event);
    now.answer = null;
    now.suggestion = null;
  }
};

/** What follows a number that is not known (yet) cannot be judged: it might have made an OK void. */
const unbroken = (events: readonly StoryEvent[]): readonly StoryEvent[] => {
  const ordered = [...events].sort((a, b) => a.seq - b.seq);
  const hole = ordered.findIndex((event, at) => event.seq !== at + 1);
  return hole < 0 ? ordered : ordered.slice(0, hole);
};

/** Folds a story's events, in order of their numbers; undefined when there are none. */
export const storyNowOf = (events: readonly StoryEvent[]): StoryNow | undefined => {
  const ordered = unbroken(events);
  const [first] = ordered;
  if (!first) return undefined;
  const now = { ...started(first), events: ordered };
  for (const event of ordered) take(now, event);
  const { signed: _signed, ...rest } = now;
  return rest;
};

/** Somebody is asked, and may still act on it. */
export const isAsked = (now: StoryNow): boolean =>
  waitsForIn[now.kind][now.state] !== undefined && now.ask !== null;

/** Somebody's answer is waited for: the clock runs. */
export const isWaiting = (now: StoryNow): boolean => isAsked(now) && now.answer === null;
