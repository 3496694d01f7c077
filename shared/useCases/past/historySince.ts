import { oldestFirst, type Told, toldBy } from '#shared/domain/past/told.ts';
import type { Deps, Stores } from '../ports.ts';

/** A month of the calendar, YYYY-MM, in UTC as the history has its instants. */
type Month = string;

const startOf = (month: Month): string => `${month}-01T00:00:00Z`;

const monthAfter = (month: Month, by: number): Month =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + by))
    .toISOString()
    .slice(0, 7);

const monthsFrom = (first: Month, last: Month): readonly Month[] => {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthAfter(month, 1)) months.push(month);
  return months;
};

/** About 100 MB of entries; who looks further back than that waits for the lists again. */
const mostKept = 150_000;

/** How long the history of the months that are not over is good for a look. */
const goodForMs = 5_000;

type Read = { readonly entries: Promise<readonly Told[]>; readonly at: number };

const kept = new WeakMap<Stores, Map<Month, Read>>();

const readMonth = async (stores: Stores, month: Month): Promise<readonly Told[]> => {
  const until = startOf(monthAfter(month, 1));
  const rows = await stores.history.readBetween('at', startOf(month), until);
  return rows.map(({ value }) => toldBy(value.subject, value, value.seq)).sort(oldestFirst);
};

const makeRoom = async (months: Map<Month, Read>): Promise<void> => {
  let count = 0;
  for (const [month, { entries }] of [...months].reverse()) {
    count += (await entries).length;
    if (count > mostKept) months.delete(month);
  }
};

/**
 * A month of the history, asked for once by all who look. What is over is over: only this month and
 * the one before it can still get an entry, from who was cut off.
 */
const monthOf = (deps: Deps, month: Month): Promise<readonly Told[]> => {
  const months = kept.get(deps.stores) ?? new Map<Month, Read>();
  kept.set(deps.stores, months);
  const now = Date.parse(deps.clock.now());
  const known = months.get(month);
  const isOver = month < monthAfter(deps.clock.day().slice(0, 7), -1);
  if (known && (isOver || now - known.at < goodForMs)) return known.entries;
  const entries = readMonth(deps.stores, month);
  months.delete(month);
  months.set(month, { entries, at: now });
  entries.then(
    () => makeRoom(months),
    () => months.delete(month),
  );
  return entries;
};

/** The latest change of each row, which may not have reached the history yet. */
const travelling = (
  { stores }: Deps,
  from: string,
  known: ReadonlySet<string>,
): readonly Told[] => {
  const told: Told[] = [];
  const add = (
    subject: string,
    row: { readonly lastChange?: Parameters<typeof toldBy>[1] | null },
  ) => {
    const change = row.lastChange;
    if (change && change.at >= from && !known.has(change.cause))
      told.push(toldBy(subject, change, Number.MAX_SAFE_INTEGER));
  };
  for (const { value } of stores.projects.all()) add(value.id, value);
  for (const { value } of stores.steps.all()) add(value.projectId, value);
  for (const { value } of stores.spreadUnits.all()) add(value.projectId, value);
  return told;
};

/** All that has been changed since the start of an instant's month, oldest first. */
export const historySince = async (deps: Deps, from: string): Promise<readonly Told[]> => {
  const [first, last] = [from.slice(0, 7), deps.clock.now().slice(0, 7)];
  const read = await Promise.all(monthsFrom(first, last).map((month) => monthOf(deps, month)));
  const entries = read.flat();
  const late = travelling(deps, startOf(first), new Set(entries.map(({ cause }) => cause)));
  return late.length === 0 ? entries : [...entries, ...late].sort(oldestFirst);
};
