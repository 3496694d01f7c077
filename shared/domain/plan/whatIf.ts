import type { AreaId } from '../area.ts';
import { ownerOf, type PoolId } from '../funding.ts';
import type { Ore } from '../money.ts';
import type { PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';
import { addTo, excessIn, type Load, loadOf, quartersOf, usedIn } from './load.ts';
import { type Month, monthAt, monthNo, quarterNo } from './month.ts';
import type { PlanRow } from './plan.ts';
import { movedBy, type Planned, type PlanSettings, samePlan, stretchedBy } from './planned.ts';
import { decidedIn } from './segments.ts';

/* Hvad nu hvis: what a change of the plan would do, before anything is saved (N25, N26). */

/** A SKAL project that is only in the trial until it is saved. */
export type AddedProject = {
  /** Made with the row, so that saving it twice makes one project. */
  readonly key: string;
  readonly title: string;
  readonly area: AreaId | null;
  readonly due: string;
  readonly plan: Planned;
};

export type Trial = {
  /** Bars that were moved, stretched or pulled in by hand; null = taken out of the plan. */
  readonly edits: Readonly<Record<ProjectId, Planned | null>>;
  readonly added: readonly AddedProject[];
  /** Those that are to stay where they are, whatever comes. */
  readonly held: readonly ProjectId[];
};

export const noTrial: Trial = { edits: {}, added: [], held: [] };

export const isEmptyTrial = ({ edits, added }: Trial): boolean =>
  added.length === 0 && Object.keys(edits).length === 0;

/** How an added project is known while it is only tried. */
export const addedId = ({ key }: Pick<AddedProject, 'key'>): ProjectId => `new:${key}`;

export const addedRow = (added: AddedProject, today: string): PlanRow => ({
  id: addedId(added),
  title: added.title,
  type: 'skal',
  phase: 'idea',
  status: 'backlog',
  since: today.slice(0, 7),
  priority: 'veryHigh',
  ...(added.area === null ? {} : { area: added.area }),
  due: added.due,
  plan: added.plan,
});

/** From now on, or the half year before it is due, when that is later. */
export const skalSpan = (due: string, today: string): Pick<Planned, 'start' | 'end'> => {
  // Due on the first, it has to be done by the month before.
  const end = monthNo(due) - (due.endsWith('-01') ? 1 : 0);
  const next = monthNo(today) + 1;
  const last = Math.max(end, next);
  return { start: monthAt(Math.max(next, last - 5)), end: monthAt(last) };
};

/** A bar that stands elsewhere than it is saved. */
export type Move = {
  readonly row: PlanRow;
  readonly from: Planned | null;
  readonly to: Planned | null;
  /** `slide`: nobody moved it; it makes room. */
  readonly by: 'hand' | 'slide';
};

export type QuarterLoad = {
  readonly quarter: number;
  readonly before: number;
  readonly after: number;
  /** Hours beyond what there is, before and after. */
  readonly overBefore: number;
  readonly over: number;
};

export type PoolMove = {
  readonly pool: PoolId;
  readonly year: number;
  /** What the planned projects are to ask of it that year. */
  readonly beforeOre: Ore;
  readonly afterOre: Ore;
};

export type MustKnow = {
  /** Whose chefs: of what moves, and of the pools that are asked in another year. */
  readonly areas: readonly AreaId[];
  /** The common pool is asked in another year. */
  readonly chefgruppe: boolean;
  readonly leads: readonly PersonId[];
  readonly owners: readonly PersonId[];
};

export type Suggestion = {
  readonly row: PlanRow;
  readonly to: Planned;
  readonly way: 'wait' | 'stretch';
  readonly quarter: number;
  /** Hours still too many in that quarter; below 0 = so many are free. */
  readonly left: number;
};

export type WhatIf = {
  /** Where every bar stands in the trial; those that stand as saved are left out. */
  readonly plans: ReadonlyMap<ProjectId, Planned | null>;
  readonly moves: readonly Move[];
  readonly load: Load;
  readonly loadBefore: Load;
  readonly pools: readonly PoolMove[];
  readonly mustKnow: MustKnow;
  readonly suggestion: Suggestion | null;
};

type Around = { readonly settings: PlanSettings; readonly today: string };

const waitRank = { low: 0, medium: 1, high: 2, veryHigh: 3 } as const;

/** Whoever can best wait comes first: the lowest priority, then what begins last. */
const byWaiting = (a: Candidate, b: Candidate): number =>
  waitRank[a.row.priority ?? 'low'] - waitRank[b.row.priority ?? 'low'] ||
  b.planned.start.localeCompare(a.planned.start) ||
  a.row.id.localeCompare(b.row.id);

type Candidate = { readonly row: PlanRow; readonly planned: Planned };

/** SKAL has a date, and what has begun has people in it: neither makes room by itself. */
const maySlide = (row: PlanRow, trial: Trial, now: Month): boolean =>
  row.plan !== undefined &&
  row.type !== 'skal' &&
  row.plan.hours > 0 &&
  row.plan.start > now &&
  !(row.id in trial.edits) &&
  !trial.held.includes(row.id);

/** What a load has too much of, beyond what was so already, from this quarter on. */
type Scale = {
  readonly load: Load;
  readonly allowed: (quarter: number) => number;
  readonly first: number;
  readonly settings: PlanSettings;
};

const worseIn = ({ load, allowed, first, settings }: Scale, quarter: number): number =>
  quarter < first ? 0 : Math.max(0, excessIn(load, quarter, settings) - allowed(quarter));

const worseAt = (scale: Scale, quarters: Iterable<number>): number => {
  let sum = 0;
  for (const quarter of quarters) sum += worseIn(scale, quarter);
  return sum;
};

/** What a move does to the hours too many: below 0 = it helps. The load is as before afterwards. */
const gainOf = (scale: Scale, from: Planned, to: Planned): number => {
  const touched = new Set([...quartersOf(from), ...quartersOf(to)]);
  const before = worseAt(scale, touched);
  addTo(scale.load, from, -1);
  addTo(scale.load, to);
  const after = worseAt(scale, touched);
  addTo(scale.load, to, -1);
  addTo(scale.load, from);
  return after - before;
};

const shift = (scale: Scale, from: Planned, to: Planned): void => {
  addTo(scale.load, from, -1);
  addTo(scale.load, to);
};

const aQuarter = 3;

const isWorse = (scale: Scale): boolean => worseAt(scale, scale.load.keys()) > 0;

/** One quarter later, if that helps; whether it did. */
const slide = (scale: Scale, slid: Map<ProjectId, Candidate>, one: Candidate): boolean => {
  const to = movedBy(one.planned, aQuarter);
  if (slid.has(one.row.id) || gainOf(scale, one.planned, to) >= 0) return false;
  shift(scale, one.planned, to);
  slid.set(one.row.id, one);
  return true;
};

/** Slides, one quarter each, for as long as one of them helps. */
const slidesFor = (scale: Scale, candidates: readonly Candidate[]): Map<ProjectId, Candidate> => {
  const slid = new Map<ProjectId, Candidate>();
  const helps = (one: Candidate): boolean => isWorse(scale) && slide(scale, slid, one);
  // Again from the first, since what did not help before may help when others have moved.
  while (isWorse(scale) && candidates.filter(helps).length > 0);
  return slid;
};

/** Nothing moves that need not: what can stand where it stood without harm stands there. */
const putBack = (scale: Scale, slid: Map<ProjectId, Candidate>): void => {
  let changed = true;
  while (changed) {
    changed = false;
    for (const one of [...slid.values()].reverse()) {
      const to = movedBy(one.planned, aQuarter);
      if (gainOf(scale, to, one.planned) > 0) continue;
      shift(scale, to, one.planned);
      slid.delete(one.row.id);
      changed = true;
    }
  }
};

const byHand = (rows: readonly PlanRow[], trial: Trial, today: string): readonly Move[] => [
  ...rows.flatMap((row): Move[] => {
    const to = trial.edits[row.id];
    const from = row.plan ?? null;
    return to === undefined || samePlan(from, to) ? [] : [{ row, from, to, by: 'hand' }];
  }),
  ...trial.added.map(
    (added): Move => ({ row: addedRow(added, today), from: null, to: added.plan, by: 'hand' }),
  ),
];

/** The pools that are asked for otherwise, year by year. */
export const poolMovesOf = (moves: readonly Move[], around: Around): readonly PoolMove[] => {
  const found = new Map<string, PoolMove>();
  const add = (row: PlanRow, planned: Planned | null, side: 'beforeOre' | 'afterOre'): void => {
    if (planned === null) return;
    const year = Math.floor(decidedIn(row, planned, around.settings, around.today) / 12);
    for (const { pool, ore } of row.shares ?? []) {
      const key = `${year}:${pool}`;
      const known = found.get(key) ?? { pool, year, beforeOre: 0, afterOre: 0 };
      found.set(key, { ...known, [side]: known[side] + ore });
    }
  };
  for (const { row, from, to } of moves) {
    add(row, from, 'beforeOre');
    add(row, to, 'afterOre');
  }
  return [...found.values()]
    .filter(({ beforeOre, afterOre }) => beforeOre !== afterOre)
    .sort((a, b) => a.year - b.year || a.pool.localeCompare(b.pool));
};

const distinct = <T>(given: readonly (T | undefined)[]): readonly T[] => [
  ...new Set(given.filter((one): one is T => one !== undefined)),
];

/** Whose work moves, and whose money. */
export const mustKnowOf = (moves: readonly Move[], pools: readonly PoolMove[]): MustKnow => ({
  areas: distinct([
    ...moves.map(({ row }) => row.area),
    ...pools.map(({ pool }) => ownerOf(pool) ?? undefined),
  ]),
  chefgruppe: pools.some(({ pool }) => ownerOf(pool) === null),
  leads: distinct(moves.map(({ row }) => row.lead)),
  owners: distinct(moves.map(({ row }) => row.owner)),
});

/** The first quarter, from now on, that has more than there is. */
const firstOver = (load: Load, first: number, settings: PlanSettings): number | null =>
  [...load.keys()]
    .filter((quarter) => quarter >= first && excessIn(load, quarter, settings) > 0)
    .sort((a, b) => a - b)[0] ?? null;

type Way = Pick<Suggestion, 'to' | 'way'> & Candidate;

const waysOut = (
  rows: readonly PlanRow[],
  plans: ReadonlyMap<ProjectId, Planned | null>,
  trial: Trial,
  now: Month,
): readonly Way[] =>
  rows.flatMap((row): Way[] => {
    const planned = plans.get(row.id) ?? row.plan;
    if (!planned || row.type === 'skal' || planned.hours === 0) return [];
    if (row.id in trial.edits || trial.held.includes(row.id) || planned.end < now) return [];
    return planned.start > now
      ? [{ row, planned, to: movedBy(planned, aQuarter), way: 'wait' }]
      : [{ row, planned, to: stretchedBy(planned, aQuarter), way: 'stretch' }];
  });

/** One thing that would help most in the first quarter that is over; null when nothing would. */
const suggestionOf = (ways: readonly Way[], scale: Scale, quarter: number): Suggestion | null => {
  const strict: Scale = { ...scale, allowed: () => 0 };
  let best: { way: Way; gain: number } | null = null;
  for (const way of ways) {
    if (!quartersOf(way.planned).includes(quarter)) continue;
    const gain = gainOf(strict, way.planned, way.to);
    const isBetter =
      best === null || gain < best.gain || (gain === best.gain && byWaiting(way, best.way) < 0);
    if (gain < 0 && isBetter) best = { way, gain };
  }
  if (best === null) return null;
  const { row, planned, to, way } = best.way;
  shift(scale, planned, to);
  const left = usedIn(scale.load, quarter, scale.settings) - scale.settings.hoursAQuarter;
  shift(scale, to, planned);
  return { row, to, way, quarter, left };
};

/**
 * What the trial comes to. What was put in by hand stands; what is not begun makes room for it,
 * lowest priority first and one quarter at a time, and only where a quarter would else be fuller
 * than DigiTek is many, and fuller than it was.
 */
export const whatIf = (rows: readonly PlanRow[], trial: Trial, around: Around): WhatIf => {
  const { settings, today } = around;
  const now = today.slice(0, 7);
  const loadBefore = loadOf(rows.map((row) => row.plan ?? null));
  const load: Load = new Map(loadBefore);
  const hand = byHand(rows, trial, today);
  for (const { from, to } of hand) {
    addTo(load, from, -1);
    addTo(load, to);
  }
  const scale: Scale = {
    load,
    settings,
    allowed: (quarter) => excessIn(loadBefore, quarter, settings),
    first: quarterNo(now),
  };
  const candidates = rows
    .flatMap((row) => (row.plan && maySlide(row, trial, now) ? [{ row, planned: row.plan }] : []))
    .sort(byWaiting);
  const slid = slidesFor(scale, candidates);
  putBack(scale, slid);
  const slides = [...slid.values()].map(
    ({ row, planned }): Move => ({
      ...{ row, from: planned, to: movedBy(planned, aQuarter), by: 'slide' },
    }),
  );
  const moves = [...hand, ...slides];
  const pools = poolMovesOf(moves, around);
  const plans = new Map(moves.map(({ row, to }) => [row.id, to] as const));
  const over = firstOver(load, scale.first, settings);
  return {
    ...{ plans, moves, load, loadBefore },
    pools,
    mustKnow: mustKnowOf(moves, pools),
    suggestion: over === null ? null : suggestionOf(waysOut(rows, plans, trial, now), scale, over),
  };
};

/** A quarter before and after, for the figures at the foot. */
export const quarterLoad = (
  { load, loadBefore }: Pick<WhatIf, 'load' | 'loadBefore'>,
  quarter: number,
  settings: PlanSettings,
): QuarterLoad => ({
  quarter,
  before: usedIn(loadBefore, quarter, settings),
  after: usedIn(load, quarter, settings),
  overBefore: excessIn(loadBefore, quarter, settings),
  over: excessIn(load, quarter, settings),
});
