import type { CommunicationReply } from '#shared/contract/stories.ts';
import { differenceOf } from '#shared/domain/history.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { isRecurringDay } from '#shared/domain/recurringDay.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import {
  type Communication,
  isClockTime,
  isSmallCount,
  type Settings,
} from '#shared/domain/settings.ts';
import { wordForm } from '#shared/domain/wordForm.ts';
import type { Deps, Row } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { settingsOf } from './settingsOf.ts';

type CommunicationGiven = {
  readonly revision: string;
  readonly closingDays: readonly string[];
  readonly communication: Communication;
};

export type CommunicationRefusal =
  | { readonly type: 'notAllowed' | 'notACount' | 'notATime' | 'nudgeAfterDue' }
  | { readonly type: 'notADay'; readonly day: string }
  | { readonly type: 'wordTooLong'; readonly word: string; readonly longest: number }
  | { readonly type: 'tooMany'; readonly most: number }
  | { readonly type: 'changed'; readonly current: CommunicationReply };

export const settingSubject = (id: keyof Settings): string => `setting:${id}`;

const longestWord = 60;
const mostLines = 200;

export const revisionOf = (etag: string | undefined): string => etag ?? 'none';

const joined = (closingDays: string | undefined, communication: string | undefined): string =>
  `${revisionOf(closingDays)} ${revisionOf(communication)}`;

/** What is set, and the revision a change of it is made on. */
export const communicationOf = (deps: Deps): CommunicationReply => {
  const { settings } = deps.stores;
  const { closingDays, communication } = settingsOf(deps.stores);
  const revision = joined(settings.get('closingDays')?.etag, settings.get('communication')?.etag);
  return { revision, closingDays, communication };
};

/** Lines as people leave them: trimmed, none empty, each once however it is written. */
const tidied = (lines: readonly string[]): readonly string[] => {
  const byKey = new Map<string, string>();
  for (const line of lines.map((one) => one.trim()))
    if (wordForm(line) !== '' && !byKey.has(wordForm(line))) byKey.set(wordForm(line), line);
  return [...byKey.values()];
};

const tidiedAll = ({ closingDays, communication: c }: CommunicationGiven) => ({
  closingDays: [...tidied(closingDays)].sort(),
  communication: {
    storyDays: c.storyDays,
    articleDays: c.articleDays,
    pressDays: c.pressDays,
    dueTime: c.dueTime,
    nudgeTime: c.nudgeTime,
    storiesAMonth: c.storiesAMonth,
    articlesAQuarter: c.articlesAQuarter,
    blockedWords: tidied(c.blockedWords),
    organisations: tidied(c.organisations),
  },
});

const linesRefusal = (lines: readonly string[]): CommunicationRefusal | null => {
  if (lines.length > mostLines) return { type: 'tooMany', most: mostLines };
  const word = lines.find((line) => line.length > longestWord);
  return word === undefined ? null : { type: 'wordTooLong', word, longest: longestWord };
};

const refusalOf = ({
  closingDays,
  communication: c,
}: Omit<CommunicationGiven, 'revision'>): CommunicationRefusal | null => {
  const counts = [c.storyDays, c.articleDays, c.pressDays, c.storiesAMonth, c.articlesAQuarter];
  if (!counts.every(isSmallCount)) return { type: 'notACount' };
  if (![c.dueTime, c.nudgeTime].every(isClockTime)) return { type: 'notATime' };
  if (c.nudgeTime >= c.dueTime) return { type: 'nudgeAfterDue' };
  const day = closingDays.find((one) => !isRecurringDay(one));
  if (day !== undefined) return { type: 'notADay', day };
  return linesRefusal(closingDays) ?? linesRefusal(c.blockedWords) ?? linesRefusal(c.organisations);
};

type Write = { readonly id: keyof Settings; readonly value: string; readonly revision: string };

/** Sets one setting on the revision that was read; false when somebody was faster. */
export const putSetting = async (
  deps: Deps,
  actor: Actor,
  { id, value, revision }: Write,
): Promise<boolean> => {
  const subject = settingSubject(id);
  const at = deps.clock.now();
  let clash = false;
  const row = await changeRow(deps, deps.stores.settings, id, subject, (current, etag) => {
    clash = current.value !== value && etag !== revision;
    if (clash || current.value === value) return null;
    const difference = differenceOf(current, { value });
    const change = changeBy(actor, 'edited', `${subject}:edit:${etag}`, at, difference);
    return { changes: { value }, change };
  });
  if (row) return !clash;
  const after = JSON.stringify({ value });
  const change = changeBy(actor, 'created', `${subject}:created`, at, { before: '{}', after });
  const inserted = await deps.stores.settings.insert({ id, value, lastChange: change });
  if (inserted.type === 'inserted')
    deps.later('history', () => recordHistory(deps, subject, change));
  return inserted.row.value.value === value;
};

/** Changes how stories are signed off. Two rows, so both are looked at before either is written. */
export const editCommunication = async (
  deps: Deps,
  actor: Actor,
  given: CommunicationGiven,
): Promise<Result<CommunicationReply, CommunicationRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  const tidy = tidiedAll(given);
  const refusal = refusalOf(tidy);
  if (refusal) return refused(refusal);
  const { settings } = deps.stores;
  const ids = ['closingDays', 'communication'] as const;
  const rows = await Promise.all(ids.map((id) => settings.read(id)));
  const [days, rest] = rows;
  const wanted = ids.map((id) => JSON.stringify(tidy[id]));
  const same = (row: Row<{ readonly value: string }> | undefined, at: number): boolean =>
    row?.value.value === wanted[at];
  const clash = (): Result<CommunicationReply, CommunicationRefusal> =>
    refused({ type: 'changed', current: communicationOf(deps) });
  if (joined(days?.etag, rest?.etag) !== given.revision && !rows.every(same)) return clash();
  for (const [at, id] of ids.entries()) {
    const write = { id, value: wanted[at] ?? '', revision: revisionOf(rows[at]?.etag) };
    if (!same(rows[at], at) && !(await putSetting(deps, actor, write))) return clash();
  }
  return done(communicationOf(deps));
};
