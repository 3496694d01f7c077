import { Span } from '#shared/domain/past/span.ts';
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

type Read = { readonly span: Promise<Span>; readonly at: number };

const kept = new WeakMap<Stores, Map<Month, Read>>();

const readMonth = async (stores: Stores, month: Month): Promise<Span> => {
  const until = startOf(monthAfter(month, 1));
  const rows = await stores.history.readBetween('at', startOf(month), until);
  return new Span(
    rows.map(({ value }) => toldBy(value.subject, value, value.seq)).sort(oldestFirst),
  );
};

const makeRoom = async (months: Map<Month, Read>): Promise<void> => {
  let count = 0;
  for (const [month, { span }] of [...months].reverse()) {
    count += (await span).entries.length;
    if (count > mostKept) months.delete(month);
  }
};

/**
 * A month of the history, asked for once by all who look. What is over is over: only this month and
 * the one before it can still get an entry, from who was cut off.
 */
const monthOf = (deps: Deps, month: Month): Promise<Span> => {
  const months = kept.get(deps.stores) ?? new Map<Month, Read>();
  kept.set(deps.stores, months);
  const now = Date.parse(deps.clock.now());
  const known = months.get(month);
  const isOver = month < monthAfter(deps.clock.day().slice(0, 7), -1);
  if (known && (isOver || now - known.at < goodForMs)) return known.span;
  const span = readMonth(deps.stores, month);
  months.delete(month);
  months.set(month, { span, at: now });
  span.then(
    () => makeRoom(months),
    () => months.delete(month),
  );
  return span;
};

/** The latest change of each row, which may not have reached the history yet. */
const travelling = (
  { stores }: Deps,
  from: string,
  isTold: (at: string, cause: string) => boolean,
): readonly Told[] => {
  const told: Told[] = [];
  const add = (
    subject: string,
    row: { readonly lastChange?: Parameters<typeof toldBy>[1] | null },
  ) => {
    const change = row.lastChange;
    if (change && change.at >= from && !isTold(change.at, change.cause))
      told.push(toldBy(subject, change, Number.MAX_SAFE_INTEGER));
  };
  for (const { value } of stores.projects.all()) add(value.id, value);
  for (const { value } of stores.steps.all()) add(value.projectId, value);
  for (const { value } of stores.spreadUnits.all()) add(value.projectId, value);
  return told;
};

/**
 * All that has been changed since the start of an instant's month, a span for each month, oldest
 * first; and one for what has not reached the history yet, which is the latest of its row.
 */
export const historySince = async (deps: Deps, from: string): Promise<readonly Span[]> => {
  const months = monthsFrom(from.slice(0, 7), deps.clock.now().slice(0, 7));
  const spans = await Promise.all(months.map((month) => monthOf(deps, month)));
  const isTold = (at: string, cause: string): boolean =>
    spans[months.indexOf(at.slice(0, 7))]?.has(cause) === true;
  const late = travelling(deps, startOf(from.slice(0, 7)), isTold);
  return late.length === 0 ? spans : [...spans, new Span([...late].sort(oldestFirst))];
};
