import type { RequestId } from '../request.ts';
import {
  type AgendaOrder,
  type AgendaSection,
  type StandingPoint,
  sectionOfKind,
  sectionsIn,
  standingPoints,
  type WaitingKind,
} from './order.ts';
import {
  type KeptPoint,
  type PointKey,
  type QuarterEvent,
  type QuarterNow,
  requestIn,
  requestPoint,
} from './quarter.ts';

export type AgendaPoint = {
  readonly key: PointKey;
  readonly section: AgendaSection;
  readonly minutes: number;
  /** Of a gate, or of a point that somebody added; the standing ones are named by the words. */
  readonly title: string;
};

/** How long a point takes before anybody has said otherwise (the seeds' own agenda). */
const usualMinutes = { differ: 10, wish: 8, waiting: 6, own: 5 } as const;
const standingMinutes: Record<StandingPoint, number> = {
  priorities: 6,
  pools: 5,
  reports: 6,
  stuck: 6,
  benefits: 4,
  visits: 3,
  stories: 3,
  heard: 2,
};
/** The longest a meeting of the chefgruppe takes, in minutes. */
export const longestMinutes = 60;
export const isMinutes = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= 60;

/** What waits for the meeting. */
export type AgendaFacts = {
  readonly requests: readonly {
    readonly id: RequestId;
    readonly title: string;
    readonly why: WaitingKind;
  }[];
  /** The standing points there is something behind. */
  readonly standing: readonly StandingPoint[];
  /** How an agenda that nobody has made yet is ordered. */
  readonly order: AgendaOrder;
};

export const isStanding = (key: PointKey): key is StandingPoint =>
  standingPoints.some((one) => one === key);

const naturalPoints = (
  { requests, standing }: AgendaFacts,
  order: AgendaOrder,
): readonly AgendaPoint[] =>
  order.flatMap((kind): readonly AgendaPoint[] => {
    const section = sectionOfKind[kind];
    if (!isStanding(kind))
      return requests
        .filter(({ why }) => why === kind)
        .map(({ id, title }) => ({
          key: requestPoint(id),
          section,
          title,
          minutes: usualMinutes[kind],
        }));
    if (!standing.includes(kind)) return [];
    return [{ key: kind, section, title: '', minutes: standingMinutes[kind] }];
  });

/** A point that was on the agenda when the meeting began, and waits no more. */
const keptPoint = ({ key, title, minutes }: KeptPoint): AgendaPoint => {
  if (isStanding(key)) return { key, section: sectionOfKind[key], title: '', minutes };
  return { key, section: requestIn(key) === null ? 'follow' : 'decide', title, minutes };
};

const withKept = (
  points: readonly AgendaPoint[],
  kept: readonly KeptPoint[],
): readonly AgendaPoint[] => {
  const known = new Set(kept.map(({ key }) => key));
  return [...kept.map(keptPoint), ...points.filter(({ key }) => !known.has(key))];
};

const moved = (points: readonly AgendaPoint[], event: QuarterEvent): readonly AgendaPoint[] => {
  const point = points.find(({ key }) => key === event.point);
  if (!point) return points;
  const rest = points.filter((one) => one !== point);
  const before = rest.findIndex(({ key }) => key === event.value);
  return before < 0 ? [...rest, point] : rest.toSpliced(before, 0, point);
};

const applied = (points: readonly AgendaPoint[], event: QuarterEvent): readonly AgendaPoint[] => {
  switch (event.kind) {
    case 'added': {
      const minutes = event.count ?? usualMinutes.own;
      return [...points, { key: event.point, section: 'follow', title: event.text, minutes }];
    }
    case 'removed':
      return points.filter(({ key }) => key !== event.point);
    case 'timed':
      return points.map((one) =>
        one.key === event.point ? { ...one, minutes: event.count ?? one.minutes } : one,
      );
    case 'moved':
      return moved(points, event);
    default:
      return points;
  }
};

/**
 * The agenda: what waits, in the order and with the minutes that people gave it. From the beginning
 * of the meeting what was on it stays on it, also when it has been decided; what comes later comes last.
 */
export const agendaOf = (facts: AgendaFacts, now: QuarterNow): readonly AgendaPoint[] => {
  const { began, ended } = now;
  if (ended) return ended.points.map(keptPoint);
  const order = now.order ?? facts.order;
  const natural = naturalPoints(facts, order);
  const points = began === null ? natural : withKept(natural, began.points);
  const events = now.events.filter(({ seq }) => began === null || seq > began.seq);
  const ordered = events.reduce(applied, points);
  return sectionsIn(order).flatMap((section) => ordered.filter((one) => one.section === section));
};

/** The parts of an agenda that have a point, as they come. */
export const sectionsOf = (points: readonly AgendaPoint[]): readonly AgendaSection[] => [
  ...new Set(points.map(({ section }) => section)),
];

export const minutesIn = (points: readonly AgendaPoint[]): number =>
  points.reduce((sum, { minutes }) => sum + minutes, 0);
