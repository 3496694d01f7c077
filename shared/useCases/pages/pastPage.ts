import type { PastReply } from '#shared/contract/past.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import { isUnderway } from '#shared/domain/board.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Change } from '#shared/domain/history.ts';
import {
  becameOf,
  changesSince,
  type PastRefusal,
  type Since,
  type SinceKind,
  type SinceLine,
} from '#shared/domain/past/since.ts';
import { foundAt, type Span, toldOf, walkBack } from '#shared/domain/past/span.ts';
import { changeIn, type Told, tellsOf } from '#shared/domain/past/told.ts';
import { quarterStateOf } from '#shared/domain/quarter/quarter.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { nextDay } from '#shared/domain/workday.ts';
import { balanceIn, thisYearIn } from '../ledger/pools.ts';
import { historySince } from '../past/historySince.ts';
import { depsThen, type Then } from '../past/storesThen.ts';
import type { Deps } from '../ports.ts';
import { allQuarters } from '../quarter/quarters.ts';
import { areaIdsOf, settingsOf } from '../settings/settingsOf.ts';
import { stuckBeforeOn } from '../stuck/stuck.ts';
import { boardOf, namesOnBoard } from './board.ts';

/** The day of the first project that is known here; there is nothing to rebuild before it. */
const firstDayIn = ({ stores, clock }: Deps): string => {
  let first = clock.now();
  for (const { value } of stores.projects.all())
    if (value.createdAt < first) first = value.createdAt;
  return dayOf(first);
};

const lastQuarterIn = (deps: Deps): string | null => {
  const seats = areaIdsOf(deps.stores);
  const held = allQuarters(deps.stores)
    .filter((now) => ['over', 'signed'].includes(quarterStateOf(now, seats)))
    .map(({ day }) => day)
    .sort();
  return held.at(-1) ?? null;
};

/** The latest change of each project before an instant; a step of it, or an asking, is none of its own. */
const lastBefore = (
  { stores: { projects } }: Deps,
  spans: readonly Span[],
  until: string,
): ReadonlyMap<string, Change> => {
  const last = new Map<string, Change>();
  const count = projects.all().length;
  walkBack(spans, until, (entry) => {
    if (last.has(entry.subject)) return undefined;
    const project = projects.get(entry.subject)?.value;
    if (project && tellsOf(entry, project)) last.set(entry.subject, changeIn(entry));
    return last.size === count ? 'enough' : undefined;
  });
  return last;
};

const thenOf = (deps: Deps, day: string, spans: readonly Span[]): Then => {
  const { closingDays } = settingsOf(deps.stores);
  const until = deps.calendarOf(closingDays).instantAt(nextDay(day), '00:00');
  return {
    ...{ day, until, found: foundAt(spans, until) },
    lastBefore: lastBefore(deps, spans, until),
  };
};

const leftIn = (deps: Deps): number =>
  deps.stores.pools
    .all()
    .filter(({ value }) => value.year === thisYearIn(deps) && value.kind !== 'fixed')
    .reduce((sum, { value }) => sum + balanceIn(deps.stores, value.id).availableOre, 0);

const figuresOf = (deps: Deps, board: readonly BoardProject[]): PastReply['figuresThen'] => ({
  projects: board.filter(isUnderway).length,
  waiting: board.filter(({ waitingFor }) => waitingFor?.type === 'gate').length,
  stuck: board.filter(({ stuck }) => stuck !== undefined).length,
  leftOre: leftIn(deps),
});

const priorityFields = ['decidedPriority', 'recommendedPriority', 'firstPriority'] as const;

/** Whether an entry is what made a project what it is. */
const saysSo: Readonly<Record<SinceKind, (told: Told, now: BoardProject) => boolean>> = (() => {
  const status = ({ is }: Told, now: BoardProject): boolean => is['status'] === now.status;
  const phase = ({ is }: Told, now: BoardProject): boolean => is['phase'] === now.phase;
  return {
    ...{ passed: phase, back: phase },
    ...{ operating: status, stopped: status, closed: status, started: status, shelved: status },
    priority: ({ is }) => priorityFields.some((field) => field in is),
    created: ({ kind }) => kind === 'created',
  };
})();

/** Who made it so, and when: the latest entry that says it. */
const byWhom = (
  told: ReadonlyMap<string, readonly Told[]>,
  { kind, now }: Since,
): Pick<SinceLine, 'by' | 'at'> => {
  const entry = told.get(now.id)?.findLast((one) => saysSo[kind](one, now));
  return { by: entry?.byName ?? '', at: entry?.at ?? null };
};

const lineOf = (told: Parameters<typeof byWhom>[0], since: Since): SinceLine => ({
  kind: since.kind,
  id: since.now.id,
  title: since.now.title,
  phase: since.now.phase,
  priority: since.now.priority ?? null,
  ...byWhom(told, since),
});

const cardThen = (then: BoardProject, now: BoardProject | undefined): BoardProject => {
  const became = now ? becameOf(then, now) : null;
  if (!became) return then;
  return { ...then, became };
};

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
  new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/**
 * The whole board as it was when a day ended, what has become of it, and the figures of both. A day
 * before the first there is history of is answered with that first day.
 */
export const pastPage = async (
  deps: Deps,
  asked: string,
): Promise<Result<Omit<PastReply, 'asOf'>, PastRefusal>> => {
  const [firstDay, today] = [firstDayIn(deps), deps.clock.day()];
  if (!isDay(asked)) return refused({ type: 'notADay' });
  if (asked >= today) return refused({ type: 'ahead' });
  if (firstDay >= today) return refused({ type: 'tooNew' });
  const day = asked < firstDay ? firstDay : asked;
  // What moved a project before the day says whether it sat then.
  const spans = await historySince(deps, stuckBeforeOn(deps, day).phase);
  const past = depsThen(deps, thenOf(deps, day, spans));
  const [then, now] = [boardOf(past), boardOf(deps)];
  const nowById = new Map(now.map((project) => [project.id, project]));
  const changes = changesSince(new Map(then.map((project) => [project.id, project])), now);
  const told = toldOf(spans, new Set(changes.map(({ now: { id } }) => id)));
  return done({
    day,
    firstDay,
    lastQuarter: lastQuarterIn(deps),
    areas: settingsOf(deps.stores).areas,
    people: namesOnBoard(past.stores),
    projects: then.map((project) => cardThen(project, nowById.get(project.id))),
    changes: changes.map((since) => lineOf(told, since)),
    figuresThen: figuresOf(past, then),
    figuresNow: figuresOf(deps, now),
  });
};
