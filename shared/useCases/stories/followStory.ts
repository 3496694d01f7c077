import { isWaiting, type StoryNow } from '#shared/domain/stories/now.ts';
import type { Story, StoryEvent, StoryId } from '#shared/domain/stories/story.ts';
import type { Deps } from '../ports.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { readStory } from './stories.ts';
import { tellStory } from './tellStories.ts';

const storySubject = (id: StoryId): string => `story:${id}`;

const rowOf = (now: StoryNow): Story => ({
  id: now.id,
  kind: now.kind,
  title: now.about.title,
  projectId: now.projectId,
  area: now.about.area,
  state: now.state,
  stateSince: now.since,
  dueAt: isWaiting(now) ? (now.ask?.dueAt ?? null) : null,
  plannedFor: now.about.plannedFor,
  lederName: now.about.lederName,
  text: now.version.text,
  link: now.publications.at(-1)?.link ?? '',
  revision: now.revision,
  createdAt: now.createdAt,
  createdBy: now.createdBy,
});

/** Writes what the events come to into the row people see; a newer row is left as it is. */
const keepRow = async (deps: Deps, now: StoryNow): Promise<void> => {
  const wanted = rowOf(now);
  const inserted = await deps.stores.stories.insert(wanted);
  let row = inserted.row;
  for (let tries = 0; row.value.revision < now.revision && tries < 10; tries += 1) {
    const updated = await deps.stores.stories.update(row, wanted);
    if (updated.type !== 'changed') return;
    row = updated.row;
  }
};

const historyOf = (event: StoryEvent) => {
  const { kind, seq, hash, comment, seat, onBehalf, channel, outlet, link, day } = event;
  const said = { kind, seq, hash, comment, seat, onBehalf, channel, outlet, link, day };
  return changeBy({ id: event.byId, name: event.byName }, 'story', event.id, event.at, {
    before: JSON.stringify({}),
    after: JSON.stringify(said),
  });
};

/** Everything that follows from a story's events; doing it again changes nothing. */
export const followStory = async (deps: Deps, id: StoryId): Promise<void> => {
  const now = await readStory(deps, id);
  if (!now) return;
  await tellStory(deps, now);
  for (const event of now.events) await recordHistory(deps, storySubject(id), historyOf(event));
  // Last: where the row has the newest number, all of it was done.
  await keepRow(deps, now);
};

/** Whether something of what follows may be missing, as far as memory knows. */
export const needsFollow = (deps: Deps, now: StoryNow): boolean =>
  (deps.stores.stories.get(now.id)?.value.revision ?? 0) < now.revision;
