import type { Door } from '../gates.ts';
import { monthNo } from './month.ts';
import type { PlanRow } from './plan.ts';
import { type Planned, type PlanSettings, type WorkPhase, workPhases } from './planned.ts';

/** A phase on a bar, in months since year 0; `to` is where the next begins. */
export type Segment = {
  readonly phase: WorkPhase;
  readonly from: number;
  readonly to: number;
};

export type BarGate = {
  readonly door: Door;
  readonly at: number;
  readonly state: 'past' | 'asked' | 'next' | 'ahead';
};

/** Shares a stretch of time out by how long each phase usually takes. */
const sharedOut = (
  phases: readonly WorkPhase[],
  from: number,
  to: number,
  settings: PlanSettings,
): readonly Segment[] => {
  const whole = phases.reduce((sum, phase) => sum + settings.months[phase], 0);
  let at = from;
  return phases.map((phase) => {
    const length = ((to - from) * settings.months[phase]) / whole;
    const segment = { phase, from: at, to: at + length };
    at += length;
    return segment;
  });
};

/** What lies behind, and what lies ahead with the phase it is in first. */
const sides = (row: PlanRow): readonly [readonly WorkPhase[], readonly WorkPhase[]] => {
  const all = workPhases.filter((one) => one !== 'investigation' || row.fastTracked !== true);
  const at = (all as readonly string[]).indexOf(row.phase);
  return at < 0 ? [all, []] : [all.slice(0, at), all.slice(at)];
};

const within = (value: number, from: number, to: number): number =>
  Math.max(from, Math.min(value, to));

/** A phase that has lasted longer than usual lasts until now, and the rest has what is left. */
const aheadFrom = (
  phases: readonly WorkPhase[],
  turn: number,
  to: number,
  now: number,
  settings: PlanSettings,
): readonly Segment[] => {
  const shares = sharedOut(phases, turn, to, settings);
  const [current] = shares;
  if (!current || current.to >= now || now >= to) return shares;
  return [{ ...current, to: now }, ...sharedOut(phases.slice(1), now, to, settings)];
};

/** The phases on a bar: those behind up to when it came into its own, and the rest from there on. */
export const segmentsOf = (
  row: PlanRow,
  planned: Planned,
  settings: PlanSettings,
  today: string,
): readonly Segment[] => {
  const [from, to] = [monthNo(planned.start), monthNo(planned.end) + 1];
  const [behind, ahead] = sides(row);
  if (ahead.length === 0) return sharedOut(behind, from, to, settings);
  if (row.status !== 'active') return sharedOut(ahead, from, to, settings);
  const turn = behind.length === 0 ? from : within(monthNo(row.since), from, to - 1);
  const now = monthNo(today) + Number(today.slice(8, 10)) / 31;
  return [
    ...(turn > from ? sharedOut(behind, from, turn, settings) : []),
    ...aheadFrom(ahead, turn, to, now, settings),
  ];
};

const doorAfter: Readonly<Record<WorkPhase, Door>> = {
  idea: 'gate1',
  investigation: 'gate2',
  trial: 'gate3',
};

const stateOf = (row: PlanRow, { phase }: Segment): BarGate['state'] => {
  const places: readonly string[] = workPhases;
  const [here, its] = [places.indexOf(row.phase), places.indexOf(phase)];
  if (here < 0 || its < here) return 'past';
  if (its !== here) return 'ahead';
  return row.asked === true ? 'asked' : 'next';
};

/** The gates on a bar: only what passes gates has any. */
export const barGates = (row: PlanRow, segments: readonly Segment[]): readonly BarGate[] =>
  row.type === 'digitek'
    ? segments.map((segment) => ({
        door: doorAfter[segment.phase],
        at: segment.to,
        state: stateOf(row, segment),
      }))
    : [];

/** The month in which what the row asks for is decided: as the phase it is in ends. */
export const decidedIn = (
  row: PlanRow,
  planned: Planned,
  settings: PlanSettings,
  today: string,
): number => {
  const segments = segmentsOf(row, planned, settings, today);
  const own = segments.find(({ phase }) => phase === row.phase) ?? segments.at(-1);
  return Math.floor((own?.to ?? monthNo(planned.end) + 1) - 1e-9);
};
