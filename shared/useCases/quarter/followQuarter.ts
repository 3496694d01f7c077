import { type Change, differenceOf } from '#shared/domain/history.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  isSigned,
  type Prioritised,
  prioritiesIn,
  type QuarterEvent,
  type QuarterId,
  type QuarterNow,
} from '#shared/domain/quarter/quarter.ts';
import type { Deps } from '../ports.ts';
import { appendEvent } from '../record/appendEvent.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, isRecorded, learnRecordedOnce, recordHistory } from '../record/recordHistory.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { allQuarters, quarterViewFrom, readQuarter } from './quarters.ts';
import { quarterUntold, tellQuarter } from './tellQuarter.ts';

export const quarterSubject = (id: QuarterId): string => `quarter:${id}`;

const historyOf = (event: QuarterEvent): Change => {
  const { kind, seq, seat, onBehalf, point, text, value, count } = event;
  return changeBy({ id: event.byId, name: event.byName }, 'quarter', event.id, event.at, {
    before: '{}',
    after: JSON.stringify({ kind, seq, seat, onBehalf, point, text, value, count }),
  });
};

const isInHistory = async (
  { stores }: Deps,
  subject: string,
  causes: readonly string[],
): Promise<boolean> =>
  (await stores.history.readWhere('subject', subject)).some(({ value }) =>
    causes.includes(value.cause),
  );

/** Written once: whoever changes the priority afterwards has the word. */
const setPriority = async (deps: Deps, { projectId, priority, event }: Prioritised) => {
  const cause = `${event.id}:priority`;
  const by = { id: event.byId, name: event.byName };
  await changeRow(deps, deps.stores.projects, projectId, projectId, async (project) => {
    const difference = differenceOf<Project>(project, { decidedPriority: priority });
    if (difference.after === '{}' || project.lastChange?.cause === cause) return null;
    if (await isInHistory(deps, projectId, [cause])) return null;
    if (await isInHistory(deps, quarterSubject(event.quarterId), [event.id])) return null;
    const changes = { decidedPriority: priority };
    return { changes, change: changeBy(by, 'edited', cause, event.at, difference) };
  });
};

/** Writes the chefgruppe's priorities into their projects, where that may be missing. */
export const followPriorities = async (deps: Deps, now: QuarterNow): Promise<void> => {
  for (const one of prioritiesIn(now))
    if (!isRecorded(deps, historyOf(one.event))) await setPriority(deps, one);
};

const lacksFile = (deps: Deps, now: QuarterNow): boolean =>
  isSigned(now, areaIdsOf(deps.stores)) && now.link === null;

/** The minutes that all have signed are put where people find documents. */
const fileMinutes = async (deps: Deps, now: QuarterNow): Promise<void> => {
  const { name, bytes } = await deps.minutesWordOf({
    view: quarterViewFrom(deps, now),
    requests: [],
    facts: [],
  });
  const link = await deps.documents.put({ projectId: null, name }, bytes);
  const last = now.approvals.reduce((a, b) => (a.seq > b.seq ? a : b));
  await appendEvent<QuarterEvent, QuarterNow, never>(
    {
      table: deps.stores.meetings,
      idOf: (seq) => `${now.id}:${seq}`,
      withEvents: (known) => known,
      seen: 0,
      causeOf: () => `${now.id}:filed:${now.version}`,
      eventFor: async (_, numbered) => ({
        event: {
          ...numbered,
          ...{ quarterId: now.id, kind: 'filed', byId: last.byId, byName: last.byName },
          ...{ seat: null, onBehalf: false, at: deps.clock.now(), point: '', text: '' },
          ...{ value: link, count: now.version, points: [], order: [] },
        },
      }),
    },
    now,
  );
};

/** Everything that follows from what happened; doing it again changes nothing. */
export const followQuarter = async (deps: Deps, id: QuarterId): Promise<void> => {
  const now = await readQuarter(deps, id);
  await followPriorities(deps, now);
  await tellQuarter(deps, now);
  for (const event of now.events) await recordHistory(deps, quarterSubject(id), historyOf(event));
  if (lacksFile(deps, now)) await fileMinutes(deps, now);
};

/** Meetings of which something was cut off, as far as memory knows. */
export const unfinishedQuarters = async (deps: Deps): Promise<readonly QuarterNow[]> => {
  const all = allQuarters(deps.stores);
  if (all.length > 0) await learnRecordedOnce(deps, 'quarter');
  return all.filter(
    (now) =>
      now.events.some((event) => !isRecorded(deps, historyOf(event))) ||
      quarterUntold(deps, now).length > 0 ||
      lacksFile(deps, now),
  );
};
