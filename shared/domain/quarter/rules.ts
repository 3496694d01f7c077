import type { AreaId } from '../area.ts';
import { longestComment, seatAnswerers } from '../asking/asking.ts';
import { isReason } from '../gates.ts';
import { may } from '../permissions.ts';
import type { Actor, Person } from '../person.ts';
import type { Priority } from '../priority.ts';
import type { ProjectId } from '../project.ts';
import { done, type Result, refused } from '../result.ts';
import { type AgendaPoint, isMinutes } from './agenda.ts';
import type { AgendaOrder } from './order.ts';
import {
  type KeptPoint,
  makesAgenda,
  type PointKey,
  priorityChange,
  type QuarterEvent,
  type QuarterNow,
  requestIn,
} from './quarter.ts';

/** What somebody does to a kvartalsstatus. */
export type QuarterGiven =
  | { readonly type: 'move'; readonly point: PointKey; readonly before: PointKey }
  | { readonly type: 'time'; readonly point: PointKey; readonly minutes: number }
  | { readonly type: 'add'; readonly title: string; readonly minutes: number }
  | { readonly type: 'remove'; readonly point: PointKey }
  | { readonly type: 'send' }
  | { readonly type: 'reschedule'; readonly day: string }
  | { readonly type: 'begin'; readonly present: string }
  | { readonly type: 'present'; readonly text: string }
  | { readonly type: 'open'; readonly point: PointKey }
  | { readonly type: 'note'; readonly point: PointKey; readonly text: string }
  | {
      readonly type: 'prioritise';
      readonly projectId: ProjectId;
      readonly priority: Priority;
      readonly why: string;
    }
  | { readonly type: 'end' }
  | { readonly type: 'correct'; readonly point: PointKey; readonly text: string }
  | { readonly type: 'approve'; readonly version: number }
  | { readonly type: 'propose'; readonly version: number; readonly text: string };

export type QuarterRefusal =
  | { readonly type: 'notAllowed' | 'unknownPoint' | 'mustStay' | 'notMinutes' | 'textMissing' }
  | { readonly type: 'tooLong'; readonly longest: number }
  /** The meeting has not begun; it has begun already; it is over. */
  | { readonly type: 'notBegun' | 'begun' | 'over' }
  /** The minutes are there only when the meeting is over; another version than the one that was read. */
  | { readonly type: 'noMinutes' | 'newVersion' | 'signed' }
  | { readonly type: 'unknownProject' }
  | { readonly type: DayProblem };

/** Why a kvartalsstatus cannot be on a day: no day, gone by, closed, or that of another one. */
export type DayProblem = 'notADay' | 'past' | 'notAWorkday' | 'taken';

export type QuarterFacts = {
  readonly people: readonly Person[];
  readonly day: string;
  readonly seats: readonly AreaId[];
  readonly points: readonly AgendaPoint[];
  /** How an agenda that is made now is ordered. */
  readonly order: AgendaOrder;
  /** What the chefgruppe has said of a project's priority; undefined where there is no such project. */
  readonly priorityOf: (id: ProjectId) => Priority | null | undefined;
  readonly isSigned: boolean;
  /** Why the meeting cannot be on a day; null when it can. */
  readonly dayProblem: (day: string) => DayProblem | null;
};

/** What an event says of its own; who, when and which number is the use case's. */
export type QuarterMove = Pick<
  QuarterEvent,
  'kind' | 'seat' | 'onBehalf' | 'point' | 'text' | 'value' | 'count' | 'points' | 'order'
>;

const blank = {
  ...{ seat: null, onBehalf: false, point: '', text: '', value: '', count: null, points: [] },
  order: [],
} as const;

const move = (rest: Partial<QuarterMove> & Pick<QuarterMove, 'kind'>) =>
  done<QuarterMove>({ ...blank, ...rest });

/** Who plans, leads and writes: a consultant, DigiTek; at the meeting a chef may write too. */
export const mayPlanQuarter = (actor: Actor): boolean => may(actor, 'putOnAgenda');
export const mayLeadQuarter = (actor: Actor): boolean => may(actor, 'recordMeetingDecision');

/** The seat somebody signs for: their own, else the one they stand in for. */
export const seatSignedBy = (
  actor: Pick<Actor, 'id'>,
  { people, day, seats }: Pick<QuarterFacts, 'people' | 'day' | 'seats'>,
): { readonly seat: AreaId; readonly onBehalf: boolean } | null => {
  const found = seats.flatMap((seat) =>
    seatAnswerers(seat, people, day)
      .filter(({ id }) => id === actor.id)
      .map(({ onBehalf }) => ({ seat, onBehalf })),
  );
  return found.find(({ onBehalf }) => !onBehalf) ?? found[0] ?? null;
};

type Ruling = Result<QuarterMove, QuarterRefusal>;

const isOn = ({ points }: QuarterFacts, key: PointKey): boolean =>
  points.some((point) => point.key === key);

const tooLong = (text: string): boolean => text.length > longestComment;
const lengthRefusal = refused<QuarterRefusal>({ type: 'tooLong', longest: longestComment });

const kept = ({ points }: QuarterFacts): readonly KeptPoint[] =>
  points.map(({ key, title, minutes }) => ({ key, title, minutes }));

/** What is written must be a sentence, and not longer than there is room for. */
const textRefusal = (text: string, longest = longestComment): QuarterRefusal | null => {
  if (!isReason(text)) return { type: 'textMissing' };
  return text.length > longest ? { type: 'tooLong', longest } : null;
};

const longestTitle = 200;

type Planning = Extract<
  QuarterGiven,
  { type: 'move' | 'time' | 'add' | 'remove' | 'send' | 'reschedule' }
>;

/** Once the meeting has begun its pack is out, and its day is what it is. */
const beforeRefusal = (
  now: QuarterNow,
  given: Planning,
  facts: QuarterFacts,
): QuarterRefusal | null => {
  if (given.type !== 'send' && given.type !== 'reschedule') return null;
  if (now.began) return { type: 'begun' };
  return given.type === 'send' ? null : dayRefusal(given.day, facts);
};

const dayRefusal = (day: string, facts: QuarterFacts): QuarterRefusal | null => {
  const type = facts.dayProblem(day);
  return type === null ? null : { type };
};

const planRefusal = (
  now: QuarterNow,
  given: Planning,
  facts: QuarterFacts,
): QuarterRefusal | null => {
  if (now.ended) return { type: 'over' };
  if ('point' in given && !isOn(facts, given.point)) return { type: 'unknownPoint' };
  if ('minutes' in given && !isMinutes(given.minutes)) return { type: 'notMinutes' };
  if (given.type === 'add') return textRefusal(given.title, longestTitle);
  // A gate always stands there until it is decided (domain.md, Chefgruppen).
  if (given.type === 'remove' && requestIn(given.point) !== null) return { type: 'mustStay' };
  return beforeRefusal(now, given, facts);
};

const planned = (now: QuarterNow, given: Planning, facts: QuarterFacts): Ruling => {
  const refusal = planRefusal(now, given, facts);
  if (refusal) return refused(refusal);
  switch (given.type) {
    case 'move':
      return move({ kind: 'moved', point: given.point, value: given.before });
    case 'time':
      return move({ kind: 'timed', point: given.point, count: given.minutes });
    case 'add':
      return move({
        ...{ kind: 'added', point: `own:${now.revision + 1}` },
        ...{ text: given.title.trim(), count: given.minutes },
      });
    case 'remove':
      return move({ kind: 'removed', point: given.point });
    case 'send':
      return move({ kind: 'sent', points: kept(facts) });
    case 'reschedule':
      return move({ kind: 'rescheduled', value: given.day });
  }
};

type Leading = Extract<
  QuarterGiven,
  { type: 'begin' | 'present' | 'open' | 'note' | 'prioritise' | 'end' }
>;

const written = (
  facts: QuarterFacts,
  given: { readonly point: PointKey; readonly text: string },
  kind: 'noted' | 'corrected',
): Ruling => {
  if (!isOn(facts, given.point)) return refused({ type: 'unknownPoint' });
  const refusal = textRefusal(given.text);
  return refusal ? refused(refusal) : move({ kind, point: given.point, text: given.text.trim() });
};

const prioritised = (
  { projectId, priority, why }: Extract<Leading, { type: 'prioritise' }>,
  { priorityOf }: QuarterFacts,
): Ruling => {
  const before = priorityOf(projectId);
  if (before === undefined) return refused({ type: 'unknownProject' });
  if (tooLong(why)) return lengthRefusal;
  const value = priorityChange(before, priority);
  return move({ kind: 'prioritised', point: projectId, value, text: why.trim() });
};

const begun = (now: QuarterNow, present: string, facts: QuarterFacts): Ruling => {
  if (now.began) return refused({ type: 'begun' });
  return tooLong(present)
    ? lengthRefusal
    : move({ kind: 'began', text: present.trim(), points: kept(facts) });
};

const attended = (text: string): Ruling => {
  const refusal = textRefusal(text);
  return refusal ? refused(refusal) : move({ kind: 'present', text: text.trim() });
};

const led = (now: QuarterNow, given: Leading, facts: QuarterFacts): Ruling => {
  if (now.ended) return refused({ type: 'over' });
  if (given.type === 'begin') return begun(now, given.present, facts);
  if (!now.began) return refused({ type: 'notBegun' });
  switch (given.type) {
    case 'present':
      return attended(given.text);
    case 'open':
      return isOn(facts, given.point)
        ? move({ kind: 'opened', point: given.point })
        : refused({ type: 'unknownPoint' });
    case 'note':
      return written(facts, given, 'noted');
    case 'prioritise':
      return prioritised(given, facts);
    case 'end':
      return move({ kind: 'ended', points: kept(facts) });
  }
};

type Signing = Extract<QuarterGiven, { type: 'approve' | 'propose' }>;

const signed = (now: QuarterNow, actor: Actor, given: Signing, facts: QuarterFacts): Ruling => {
  const as = seatSignedBy(actor, facts);
  if (!as) return refused({ type: 'notAllowed' });
  if (now.version === 0) return refused({ type: 'noMinutes' });
  if (facts.isSigned) return refused({ type: 'signed' });
  if (given.version !== now.version) return refused({ type: 'newVersion' });
  if (given.type === 'approve') return move({ kind: 'approved', ...as, count: now.version });
  const refusal = textRefusal(given.text);
  return refusal
    ? refused(refusal)
    : move({ kind: 'proposed', ...as, text: given.text.trim(), count: now.version });
};

const corrected = (
  now: QuarterNow,
  given: Extract<QuarterGiven, { type: 'correct' }>,
  facts: QuarterFacts,
): Ruling => {
  if (now.version === 0) return refused({ type: 'noMinutes' });
  if (facts.isSigned) return refused({ type: 'signed' });
  return written(facts, given, 'corrected');
};

const isPlanning = (given: QuarterGiven): given is Planning =>
  ['move', 'time', 'add', 'remove', 'send', 'reschedule'].includes(given.type);

const isSigning = (given: QuarterGiven): given is Signing =>
  given.type === 'approve' || given.type === 'propose';

/** The day is whose it was to plan it; the agenda is the team's. */
const isRightOf = (actor: Actor, given: Exclude<QuarterGiven, Signing>): boolean => {
  if (given.type === 'reschedule') return may(actor, 'changeSettings');
  return isPlanning(given) ? mayPlanQuarter(actor) : mayLeadQuarter(actor);
};

/** The press that makes the agenda says in which order it is from then on. */
const withOrder = (now: QuarterNow, facts: QuarterFacts, made: QuarterMove): QuarterMove =>
  now.order === null && makesAgenda(made.kind) ? { ...made, order: facts.order } : made;

/**
 * What a press comes to, judged on what there is now. The team plans; the meeting is led by those
 * who may record its decisions; the minutes are signed by the seats of the chefgruppe and nobody else.
 */
export const quarterMoveFor = (
  now: QuarterNow,
  actor: Actor,
  given: QuarterGiven,
  facts: QuarterFacts,
): Ruling => {
  const ruling = ruled(now, actor, given, facts);
  return ruling.ok ? done(withOrder(now, facts, ruling.value)) : ruling;
};

const ruled = (now: QuarterNow, actor: Actor, given: QuarterGiven, facts: QuarterFacts): Ruling => {
  if (isSigning(given)) return signed(now, actor, given, facts);
  const isRight = isRightOf(actor, given);
  if (!isRight) return refused({ type: 'notAllowed' });
  if (isPlanning(given)) return planned(now, given, facts);
  return given.type === 'correct' ? corrected(now, given, facts) : led(now, given, facts);
};

/** Why a kvartalsstatus is not planned on a day. */
export type PlanRefusal = {
  readonly type:
    | 'notAllowed'
    | 'notADay'
    | 'past'
    /** Weekend, holiday, or a day on which the municipality is closed. */
    | 'notAWorkday'
    /** Somebody else changed the days at the same time. */
    | 'changed';
};
