import type { Message } from '#shared/domain/message.ts';
import { isWaiting } from '#shared/domain/stories/now.ts';
import { answerersOfStory } from '#shared/domain/stories/rules.ts';
import { type StoryView, staleSince } from '#shared/domain/stories/view.ts';
import { peopleIn } from '../people.ts';
import { followStory, needsFollow } from '../stories/followStory.ts';
import { allStories, storyIn, storyViewOf, waitingStories } from '../stories/stories.ts';
import { tellStories } from '../stories/tellStories.ts';
import type { MatterKind } from './kind.ts';

/**
 * Somebody to be asked or nudged about a text that has been answered, or has changed, since; or
 * whom it is no longer for. A description that was brought up to date needs no task.
 */
const isPast = (
  { now, overdue, answerers, project }: StoryView,
  { kind, about, to }: Message,
): boolean => {
  if (kind === 'storyStale') return staleSince(now, project?.phase ?? null) === null;
  if (kind === 'storyTold') return false;
  if (!isWaiting(now) || String(now.ask?.seq) !== about) return true;
  if (kind === 'storyOverdue') return !overdue;
  const isFor = answerers.some(({ id }) => to.type === 'person' && id === to.id);
  return !isFor || (kind === 'storyNudge' && overdue);
};

/** Whether an answer that was told is the last that happened to the story. */
const isWanted = (view: StoryView, message: Message): boolean =>
  message.kind === 'storyTold'
    ? view.now.events.every(({ seq, kind }) => seq <= Number(message.about) || kind !== 'asked')
    : !isPast(view, message);

/** A micro-story, an article, a description, an enquiry of the press. */
export const storyMatter: MatterKind = {
  revision: (deps, { storyId }) => (storyId === null ? 0 : (storyIn(deps, storyId)?.revision ?? 0)),
  told: (deps, message) => {
    const view = message.storyId === null ? undefined : storyViewOf(deps, message.storyId);
    if (!view) return undefined;
    return {
      matter: { type: 'story', revision: view.now.revision, view },
      isOvertaken: isPast(view, message),
      isWanted: isWanted(view, message),
    };
  },
  answerers: (deps, { storyId }) => {
    const story = storyId === null ? undefined : storyIn(deps, storyId);
    return story
      ? answerersOfStory(story, peopleIn(deps), deps.clock.day()).map(({ id }) => id)
      : [];
  },
  toldOfProject: ({ stores }, projectId) => {
    const events = stores.storyEvents.all().filter(({ value }) => value.projectId === projectId);
    const stories = new Set(events.map(({ value }) => value.storyId));
    return [...stories].flatMap((id) => stores.messages.where('storyId', id));
  },
  waiting: (deps) => {
    const open = waitingStories(deps);
    return (personId) =>
      open
        .filter(({ answerers }) => answerers.some(({ id }) => id === personId))
        .map((view) => ({
          ...{ type: 'story', since: view.now.ask?.at ?? '', waits: 'answer' },
          view,
        }));
  },
  unfinished: async (deps) =>
    allStories(deps)
      .filter((now) => needsFollow(deps, now))
      .map((now) => [now.id, () => followStory(deps, now.id)]),
  byClock: tellStories,
};
