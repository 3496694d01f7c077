import type { AreaId } from '../area.ts';
import { unbroken } from '../asking/asking.ts';
import type { PersonId } from '../person.ts';
import { type Priority, priorities } from '../priority.ts';
import type { ProjectId } from '../project.ts';
import type { RequestId } from '../request.ts';
import { type AgendaOrder, usualOrder, wholeOrder } from './order.ts';

/* Kvartalsstatus: the chefgruppe's meeting each quarter, as numbered events (domain.md, Rhythm). */

/**
 * The day the meeting was planned for, YYYY-MM-DD: its name, also when it is moved to another day. The
 * next one that is planned for a day a meeting was moved from has a number behind it: `2027-01-14.2`.
 */
export type QuarterId = string;

export const isQuarterId = (id: string): boolean => /^\d{4}-\d{2}-\d{2}(?:\.[1-9]\d?)?$/.test(id);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The day in a name. */
export const plannedDay = (id: QuarterId): string => id.slice(0, 10);

export const quarterEventKinds = [
  /** The agenda: a point moved, given minutes, added, taken off. */
  'moved',
  'timed',
  'added',
  'removed',
  /** The pack went to the chefs, and again when it was put right. */
  'sent',
  /** The meeting is moved to another day. */
  'rescheduled',
  'began',
  /** Who is there, as they are to stand in the minutes. */
  'present',
  /** The point that is taken up; it decides nothing. */
  'opened',
  /** A line of the minutes at a point. */
  'noted',
  /** The chefgruppe's priority of a project. */
  'prioritised',
  'ended',
  /** A line after the meeting: a new version of the minutes, and the approvals are asked anew. */
  'corrected',
  /** A chef says the minutes are right; or what is not. */
  'approved',
  'proposed',
  /** The signed minutes lie in the library. */
  'filed',
] as const;
export type QuarterEventKind = (typeof quarterEventKinds)[number];

/** A point as it stood when the pack was sent or the meeting began. */
export type KeptPoint = {
  readonly key: PointKey;
  readonly title: string;
  readonly minutes: number;
};

/** What a point is about: `request:<id>`, `own:<number of the event>`, or one of the standing ones. */
export type PointKey = string;

export type QuarterEvent = {
  /** `<day>:<seq>` */
  readonly id: string;
  readonly cause: string;
  readonly seq: number;
  readonly quarterId: QuarterId;
  readonly kind: QuarterEventKind;
  readonly byId: PersonId;
  readonly byName: string;
  /** The seat an approval is given for. */
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
  readonly at: string;
  readonly point: PointKey;
  readonly text: string;
  /** Moved: the point it now stands before, '' = last. Rescheduled: the day. Prioritised: `before>after`. Filed: the link. */
  readonly value: string;
  /** Minutes of a point; the version of the minutes that was approved. */
  readonly count: number | null;
  /** The agenda as it was sent, or as the meeting began. */
  readonly points: readonly KeptPoint[];
  /** Of the press that made the agenda: the order of its kinds of matter from then on, by their codes. */
  readonly order: readonly string[];
};

export type QuarterState = 'planned' | 'under' | 'over' | 'signed';

/** The minutes that a chef has approved, or wants to be otherwise. */
export type Signature = Pick<
  QuarterEvent,
  'seq' | 'seat' | 'byId' | 'byName' | 'onBehalf' | 'at' | 'text'
>;

/** What the events have come to. */
export type QuarterNow = {
  readonly id: QuarterId;
  /** The day it is on, or was held on. */
  readonly day: string;
  /** The day it was moved from last; null when it never was. */
  readonly movedFrom: string | null;
  readonly rescheduled: QuarterEvent | null;
  readonly revision: number;
  readonly events: readonly QuarterEvent[];
  /** The order the agenda was made in; null while nobody has made it. */
  readonly order: AgendaOrder | null;
  readonly sent: QuarterEvent | null;
  readonly began: QuarterEvent | null;
  readonly ended: QuarterEvent | null;
  readonly present: string;
  /** The point that is taken up. */
  readonly current: PointKey | null;
  /** 0 until the meeting has ended; one more with each correction. */
  readonly version: number;
  /** The event that made the version: approvals before it are void. */
  readonly versionSeq: number;
  /** Of the present version, one a seat. */
  readonly approvals: readonly Signature[];
  /** Not answered by a correction yet. */
  readonly proposals: readonly Signature[];
  readonly link: string | null;
  /** Nobody is hurried to sign: there is no clock. */
  readonly ask: null;
};

type MoveSaid = Pick<QuarterEvent, 'kind' | 'quarterId' | 'seq' | 'value'>;

const isMove = ({ kind, value }: MoveSaid): boolean => kind === 'rescheduled' && isDay(value);

/**
 * The names of the meetings that are planned, out of those that stand in the setting: a day that
 * another meeting was moved to is that meeting, whoever typed it into the list.
 */
export const quarterNames = (
  typed: readonly string[],
  events: readonly MoveSaid[],
): readonly QuarterId[] => {
  const moves = events.filter(isMove);
  const movedTo = new Set(moves.map(({ value }) => value));
  const moved = moves.map(({ quarterId }) => quarterId);
  const own = typed.filter((id) => isQuarterId(id) && !movedTo.has(id));
  return [...new Set([...own, ...moved])];
};

/** What a new meeting on a day is called: the day, unless another was planned for it or has been on it. */
export const freeName = (
  day: string,
  taken: readonly string[],
  events: readonly MoveSaid[],
): QuarterId => {
  const used = new Set([...taken, ...events.filter(isMove).map(({ value }) => value)]);
  if (!used.has(day)) return day;
  let number = 2;
  while (used.has(`${day}.${number}`)) number += 1;
  return `${day}.${number}`;
};

/** The day of each kvartalsstatus that was moved, by its name; from the events, in any order. */
export const movedDays = (events: readonly MoveSaid[]): ReadonlyMap<QuarterId, string> =>
  new Map(
    events
      .filter(isMove)
      .sort((a, b) => a.seq - b.seq)
      .map(({ quarterId, value }) => [quarterId, value]),
  );

const lastOf = (events: readonly QuarterEvent[], kind: QuarterEventKind): QuarterEvent | null =>
  events.findLast((event) => event.kind === kind) ?? null;

/** The first of each seat: a chef and their deputy may both press. */
const oneASeat = (signatures: readonly QuarterEvent[]): readonly Signature[] => [
  ...new Map([...signatures].reverse().map((one) => [one.seat, one])).values(),
];

/** Every day it was to be on and was moved from. */
export const daysLeft = ({
  id,
  day,
  events,
}: Pick<QuarterNow, 'id' | 'day' | 'events'>): readonly string[] => {
  const days = events.filter(({ kind }) => kind === 'rescheduled').map(({ value }) => value);
  return [...new Set([plannedDay(id), ...days])].filter((one) => one !== day);
};

/** The day it is on, and where it was before. */
const dayIn = (
  id: QuarterId,
  events: readonly QuarterEvent[],
): Pick<QuarterNow, 'day' | 'movedFrom' | 'rescheduled'> => {
  const moves = events.filter(({ kind }) => kind === 'rescheduled');
  const [last, before] = [moves.at(-1), moves.at(-2)];
  return last
    ? { day: last.value, movedFrom: before?.value ?? plannedDay(id), rescheduled: last }
    : { day: plannedDay(id), movedFrom: null, rescheduled: null };
};

/** Whether an agenda that nobody had touched is made by this. */
export const makesAgenda = (kind: QuarterEventKind): boolean =>
  ['moved', 'timed', 'added', 'removed', 'sent', 'began'].includes(kind);

/** The first press makes it; an agenda from before the order was a setting has the usual one. */
const orderIn = (events: readonly QuarterEvent[]): AgendaOrder | null => {
  const first = events.find(({ kind }) => makesAgenda(kind));
  if (!first) return null;
  return first.order.length === 0 ? usualOrder : wholeOrder(first.order);
};

export const quarterNowOf = (id: QuarterId, all: readonly QuarterEvent[]): QuarterNow => {
  const events = unbroken(all);
  const ended = lastOf(events, 'ended');
  const versions = events.filter(({ kind }) => kind === 'ended' || kind === 'corrected');
  const versionSeq = ended === null ? 0 : (versions.at(-1)?.seq ?? 0);
  const since = events.filter(({ seq }) => seq > versionSeq);
  return {
    ...{ id, events, ended, versionSeq, ask: null },
    revision: events.length,
    ...dayIn(id, events),
    order: orderIn(events),
    sent: lastOf(events, 'sent'),
    began: lastOf(events, 'began'),
    present: lastOf(events, 'present')?.text ?? '',
    current: ended === null ? (lastOf(events, 'opened')?.point ?? null) : null,
    version: ended === null ? 0 : versions.length,
    approvals: ended === null ? [] : oneASeat(since.filter(({ kind }) => kind === 'approved')),
    proposals: ended === null ? [] : since.filter(({ kind }) => kind === 'proposed'),
    link: lastOf(since, 'filed')?.value ?? null,
  };
};

/** Whether each seat has said that the minutes are right. */
export const isSigned = (now: QuarterNow, seats: readonly AreaId[]): boolean =>
  now.version > 0 &&
  seats.length > 0 &&
  seats.every((seat) => now.approvals.some((one) => one.seat === seat));

export const quarterStateOf = (now: QuarterNow, seats: readonly AreaId[]): QuarterState => {
  if (now.ended) return isSigned(now, seats) ? 'signed' : 'over';
  return now.began ? 'under' : 'planned';
};

/** The lines people wrote at a point, the oldest first. */
export const linesAt = (now: QuarterNow, point: PointKey): readonly QuarterEvent[] =>
  now.events.filter(
    (event) => (event.kind === 'noted' || event.kind === 'corrected') && event.point === point,
  );

const isPriority = (value: string | undefined): value is Priority =>
  priorities.some((one) => one === value);

/** What was said of a project's priority, and what was the chefgruppe's before. */
export type Prioritised = {
  readonly projectId: ProjectId;
  readonly before: Priority | null;
  readonly priority: Priority;
  readonly why: string;
  readonly event: QuarterEvent;
};

export const priorityChange = (before: Priority | null, after: Priority): string =>
  `${before ?? ''}>${after}`;

export const prioritisedIn = (event: QuarterEvent): Prioritised | null => {
  const [before, priority] = event.value.split('>');
  if (event.kind !== 'prioritised' || !isPriority(priority)) return null;
  return {
    ...{ projectId: event.point, priority, why: event.text, event },
    before: isPriority(before) ? before : null,
  };
};

/** What was said of each project's priority at the meeting, the latest of each. */
export const prioritiesIn = (now: QuarterNow): readonly Prioritised[] => [
  ...new Map(
    now.events
      .map(prioritisedIn)
      .filter((one) => one !== null)
      .map((one) => [one.projectId, one] as const),
  ).values(),
];

export const requestPoint = (id: RequestId): PointKey => `request:${id}`;

export const requestIn = (key: PointKey): RequestId | null =>
  key.startsWith('request:') ? key.slice('request:'.length) : null;
