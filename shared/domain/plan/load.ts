import { monthNo, quarterNo } from './month.ts';
import type { Planned, PlanSettings } from './planned.ts';

/**
 * DigiTek's hours of a bar in a quarter. Even over its months, and whole: what is rounded away in
 * one month comes in a later one, so that the quarters always add up to the hours.
 */
export const hoursIn = ({ start, end, hours }: Planned, quarter: number): number => {
  const from = monthNo(start);
  const months = monthNo(end) - from + 1;
  const [a, b] = [quarter * 3, quarter * 3 + 3].map((at) =>
    Math.max(0, Math.min(months, at - from)),
  );
  return Math.floor((hours * (b ?? 0)) / months) - Math.floor((hours * (a ?? 0)) / months);
};

export const quartersOf = ({ start, end }: Planned): readonly number[] => {
  const [first, last] = [quarterNo(start), quarterNo(end)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
};

/** The hours of projects, by quarter. */
export type Load = Map<number, number>;

export const addTo = (load: Load, planned: Planned | null, sign: 1 | -1 = 1): void => {
  if (planned === null) return;
  for (const quarter of quartersOf(planned))
    load.set(quarter, (load.get(quarter) ?? 0) + sign * hoursIn(planned, quarter));
};

export const loadOf = (plans: Iterable<Planned | null>): Load => {
  const load: Load = new Map();
  for (const planned of plans) addTo(load, planned);
  return load;
};

/** The studies of a quarter: what is kept for them, or more where more are planned (domain.md, Rhythm). */
export const studyHoursIn = (quarter: number, { studyHours, studies }: PlanSettings): number =>
  Math.max(studyHours, loadOf(studies ?? []).get(quarter) ?? 0);

/** What a quarter has taken: projects, the studies, and the room that is kept. */
export const usedIn = (load: Load, quarter: number, settings: PlanSettings): number =>
  (load.get(quarter) ?? 0) + studyHoursIn(quarter, settings) + settings.suddenHours;

/** Hours beyond what DigiTek has; 0 when there is room. */
export const excessIn = (load: Load, quarter: number, settings: PlanSettings): number =>
  Math.max(0, usedIn(load, quarter, settings) - settings.hoursAQuarter);
