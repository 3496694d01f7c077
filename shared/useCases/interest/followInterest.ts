import { type Change, differenceOf } from '#shared/domain/history.ts';
import type { InterestEvent, InterestId } from '#shared/domain/interest/interest.ts';
import type { InterestNow } from '#shared/domain/interest/now.ts';
import { isIdea } from '#shared/domain/interest/rules.ts';
import type { Project } from '#shared/domain/project.ts';
import { hasOpenRequest } from '../asking/around.ts';
import type { Deps } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, isRecorded, recordHistory } from '../record/recordHistory.ts';
import { readInterest } from './interests.ts';
import { isInterestUntold, tellInterest } from './tellInterest.ts';

const historyOf = (event: InterestEvent): Change => {
  const { kind, seq, comment, seat, onBehalf, askedId, priority, ownerName, dueAt } = event;
  return changeBy({ id: event.byId, name: event.byName }, 'interest', event.id, event.at, {
    before: '{}',
    after: JSON.stringify({
      ...{ kind, seq, comment, seat, onBehalf, askedId, priority, ownerName, dueAt },
    }),
  });
};

/** What an answer makes of the idea: its first priority, its owner, or the backlog. */
const changesFor = (event: InterestEvent, { status }: Project): Partial<Project> => {
  const { kind, priority, byName, ownerId, ownerName } = event;
  switch (kind) {
    case 'yes':
      return {
        ...(priority === null ? {} : { firstPriority: priority, firstPriorityBy: byName }),
        // Wanted after all: it is taken up where it was laid aside.
        ...(status === 'backlog' ? { status: 'raw' } : {}),
      };
    case 'owner':
      return ownerId === null ? {} : { ownerId, ownerName };
    case 'no':
    case 'notNow':
      return { status: 'backlog' };
    default:
      return {};
  }
};

const isInHistory = async (
  { stores }: Deps,
  { projectId, id }: InterestEvent,
  cause: string,
): Promise<boolean> =>
  (await stores.history.readWhere('subject', projectId)).some(
    ({ value }) => value.cause === cause || value.cause === id,
  );

/** Written once: whoever changes it by hand afterwards has the word. */
const write = async (deps: Deps, event: InterestEvent): Promise<void> => {
  const { projectId } = event;
  const cause = `${event.id}:follows`;
  const by = { id: event.byId, name: event.byName };
  await changeRow(deps, deps.stores.projects, projectId, projectId, async (project) => {
    if (!isIdea(project) || hasOpenRequest(deps.stores, projectId)) return null;
    const changes = changesFor(event, project);
    const difference = differenceOf<Project>(project, changes);
    // The event itself is written down after this, also where there was nothing to change.
    if (difference.after === '{}' || project.lastChange?.cause === cause) return null;
    if (await isInHistory(deps, event, cause)) return null;
    return { changes, change: changeBy(by, 'edited', cause, event.at, difference) };
  });
};

/** Writes what follows from an answer into the idea, when that may be missing. */
export const followAnswer = async (deps: Deps, { word, owner }: InterestNow): Promise<void> => {
  for (const event of [word, owner])
    if (event && !isRecorded(deps, historyOf(event))) await write(deps, event);
};

/** Everything that follows from the events; doing it again changes nothing. */
export const followInterest = async (deps: Deps, id: InterestId): Promise<void> => {
  const now = await readInterest(deps, id);
  if (!now) return;
  await followAnswer(deps, now);
  await tellInterest(deps, now);
  for (const event of now.events) await recordHistory(deps, now.projectId, historyOf(event));
};

/** Whether something of what follows may be missing, as far as memory knows. */
export const needsInterestFollow = (deps: Deps, now: InterestNow): boolean =>
  now.events.some((event) => !isRecorded(deps, historyOf(event))) || isInterestUntold(deps, now);
