import type { Change } from '#shared/domain/history.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { movedDays, plannedDay, quarterNames } from '#shared/domain/quarter/quarter.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import type { Rhythm } from '#shared/domain/rhythm.ts';
import {
  isRowSetting,
  isSameRule,
  type RuleChange,
  type RuleKey,
  type RuleProblems,
  type RulesView,
  type RuleValues,
  rowSettings,
  ruleKeys,
  ruleProblemsOf,
  ruleValuesOf,
  usualRules,
} from '#shared/domain/ruleSettings.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Deps } from '../ports.ts';
import { putSetting, revisionOf, settingSubject } from './editCommunication.ts';
import { mailboxesOf } from './mailboxes.ts';
import { isReadable, settingsOf } from './settingsOf.ts';

export type RulesRefusal =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'nonsense'; readonly problems: RuleProblems }
  | { readonly type: 'changed'; readonly current: RulesView };

type Given = { readonly seen: RuleValues; readonly values: RuleValues };

const valuesNow = (deps: Deps): RuleValues => ruleValuesOf(settingsOf(deps.stores));

const rowIdOf = (key: RuleKey): keyof Settings => (isRowSetting(key) ? key : 'rhythm');

/** What is set, and what of it the list says so that nobody can read it. */
export const rulesOf = (deps: Deps): RulesView => {
  const { areas, quarterlyStatusDays, closingDays, yearPoints } = settingsOf(deps.stores);
  const events = deps.stores.meetings.all().map(({ value }) => value);
  const moved = movedDays(events);
  const days = quarterNames(quarterlyStatusDays, events)
    .map((id) => moved.get(id) ?? plannedDay(id))
    .sort();
  return {
    values: valuesNow(deps),
    unreadable: ruleKeys.filter((key) => !isReadable(deps.stores, rowIdOf(key))),
    mailboxes: mailboxesOf(deps),
    others: {
      ...{ areas: areas.map(({ name }) => name), quarterlyStatusDays: days, closingDays },
      yearPoints: yearPoints.map(({ title }) => title),
    },
  };
};

const rhythmIn = ({ remindAfterDays, consultantAfterDays, ...rest }: RuleValues): Rhythm => {
  const { from, until, digestTime, asks } = rest;
  return { remindAfterDays, consultantAfterDays, digestTime, from, until, asks };
};

type Write = { readonly id: keyof Settings; readonly value: string };

/** The rows that have to be written for what was changed. */
const writesFor = (changed: readonly RuleKey[], next: RuleValues): readonly Write[] => {
  const own = rowSettings.filter((key) => changed.includes(key));
  const writes: readonly Write[] = own.map((key) => ({
    id: key,
    value: JSON.stringify(next[key]),
  }));
  return changed.every(isRowSetting)
    ? writes
    : [...writes, { id: 'rhythm', value: JSON.stringify(rhythmIn(next)) }];
};

/**
 * Changes the rules by which people are asked and reminded: only those that were changed, on what
 * was seen, and without a word when it stands there already.
 */
export const editRules = async (
  deps: Deps,
  actor: Actor,
  { seen, values }: Given,
): Promise<Result<RulesView, RulesRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  const now = valuesNow(deps);
  const changed = ruleKeys.filter((key) => !isSameRule(values[key], seen[key]));
  const next: RuleValues = {
    ...now,
    ...Object.fromEntries(changed.map((key) => [key, values[key]])),
  };
  const problems = ruleProblemsOf(next);
  if (Object.keys(problems).length > 0) return refused({ type: 'nonsense', problems });
  const clash = (): Result<RulesView, RulesRefusal> =>
    refused({ type: 'changed', current: rulesOf(deps) });
  const isLost = (key: RuleKey): boolean =>
    !isSameRule(now[key], seen[key]) && !isSameRule(now[key], values[key]);
  if (changed.some(isLost)) return clash();
  const writes = writesFor(changed, next);
  const rows = await Promise.all(writes.map(({ id }) => deps.stores.settings.read(id)));
  for (const [place, write] of writes.entries()) {
    const revision = revisionOf(rows[place]?.etag);
    if (!(await putSetting(deps, actor, { ...write, revision }))) return clash();
  }
  return done(rulesOf(deps));
};

/** What a row of the settings said in a change of it; undefined when there was none. */
export const valueIn = (json: string): string | undefined => {
  const { value } = JSON.parse(json) as { readonly value?: unknown };
  return typeof value === 'string' ? value : undefined;
};

/** The values that a row said, each as a text; what it did not say was as usual. */
const saidBy = (
  id: keyof Settings,
  value: string | undefined,
): Partial<Record<RuleKey, string>> => {
  if (id !== 'rhythm') return { [id]: value ?? JSON.stringify(usualRules[id as RuleKey]) };
  let rhythm: Partial<Rhythm> = {};
  try {
    rhythm = value === undefined ? rhythmIn(usualRules) : (JSON.parse(value) as Partial<Rhythm>);
  } catch {
    // Written in the list by hand so that nobody can read it: then the usual held.
    rhythm = rhythmIn(usualRules);
  }
  return Object.fromEntries(Object.entries(rhythm).map(([key, one]) => [key, String(one)]));
};

const changesIn = (id: keyof Settings, entry: Change): readonly RuleChange[] => {
  const [before, after] = [entry.before, entry.after].map((json) => saidBy(id, valueIn(json)));
  return ruleKeys.flatMap((key) => {
    const [from, to] = [before?.[key], after?.[key]];
    if (from === undefined || to === undefined || from === to) return [];
    return [{ key, from, to, byName: entry.byName, at: entry.at }];
  });
};

/** The changes of one row: those in the history, and the last one, which comes there by and by. */
export const toldOf = async ({ stores }: Deps, id: keyof Settings): Promise<readonly Change[]> => {
  const told = await stores.history.readWhere('subject', settingSubject(id));
  const last = stores.settings.get(id)?.value.lastChange;
  const isTold = !last || told.some(({ value }) => value.cause === last.cause);
  return [...told.map(({ value }) => value), ...(isTold ? [] : [last])];
};

/** Who changed what, when, from what to what; the latest first. */
export const ruleChanges = async (deps: Deps): Promise<readonly RuleChange[]> => {
  const ids = [...rowSettings, 'rhythm'] as const;
  const chains = await Promise.all(
    ids.map(async (id) => {
      const told = await toldOf(deps, id);
      return told.flatMap((change) => changesIn(id, change));
    }),
  );
  return chains.flat().sort((a, b) => b.at.localeCompare(a.at));
};
