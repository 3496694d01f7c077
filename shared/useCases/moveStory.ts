import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { type StoryNow, storyNowOf } from '#shared/domain/stories/now.ts';
import {
  type StoryGiven,
  type StoryRefusal,
  type StoryStep,
  stepFor,
} from '#shared/domain/stories/rules.ts';
import {
  type About,
  type Content,
  descriptionIdOf,
  type StoryEvent,
  type StoryId,
  type StoryKind,
  sealedContentOf,
} from '#shared/domain/stories/story.ts';
import type { StoryView } from '#shared/domain/stories/view.ts';
import { followStory } from './followStory.ts';
import { type Deps, Fault, type Inserted } from './ports.ts';
import { readStory, storyFactsOf, storyViewFrom } from './stories.ts';

export type MoveResult =
  | {
      /** `repeated`: the same press delivered again; it gets the same answer as the first. */
      readonly type: 'done' | 'repeated';
      readonly view: StoryView;
    }
  | { readonly type: 'refused'; readonly refusal: StoryRefusal; readonly view: StoryView }
  | { readonly type: 'unknown' };

export type NewStory = {
  /** Made by whoever writes it, so that a double press is one story. */
  readonly key: string;
  readonly kind: StoryKind;
  readonly projectId: ProjectId | null;
  readonly content: Content;
  readonly about: About;
};

export type CreateRefusal = { readonly type: 'notAllowed' | 'unknownProject' | 'titleMissing' };

/** Far more than ever act on one story at once. */
const mostTries = 30;

/**
 * The cause of a press: who did what on which picture of the story. However often it is delivered
 * it is the same, and saying it again on a later picture is a new one.
 */
const causeOf = (deps: Deps, id: StoryId, actor: Actor, given: StoryGiven): string => {
  const seen = 'revision' in given ? `r${given.revision}` : `a${given.ask ?? 'author'}`;
  const content = deps.hashOf(JSON.stringify([actor.id, given]));
  return `${id}:${seen}:${given.type}:${content.slice(0, 16)}`;
};

type Numbered = Pick<StoryEvent, 'storyId' | 'seq' | 'story' | 'projectId' | 'cause'>;

const eventOf = (
  deps: Deps,
  actor: Pick<Actor, 'id' | 'name'>,
  numbered: Numbered,
  step: StoryStep,
): StoryEvent => {
  const holdsContent = step.text !== '' || step.pictures.length > 0 || step.files.length > 0;
  return {
    ...step,
    ...numbered,
    id: `${numbered.storyId}:${numbered.seq}`,
    byId: actor.id,
    byName: actor.name,
    at: deps.clock.now(),
    hash: holdsContent || step.kind === 'saved' ? deps.hashOf(sealedContentOf(step)) : '',
  };
};

const follow = (deps: Deps, id: StoryId): void =>
  deps.later('followStory', () => followStory(deps, id));

type Attempt = { readonly now: StoryNow; readonly cause: string };

const repeatedIn = ({ now, cause }: Attempt): boolean =>
  now.events.some((event) => event.cause === cause);

const attempt = async (
  deps: Deps,
  actor: Actor,
  given: StoryGiven,
  { now, cause }: Attempt,
): Promise<Inserted<StoryEvent> | StoryRefusal> => {
  const step = stepFor(now, actor, given, storyFactsOf(deps, now));
  if (!step.ok) return step.refusal;
  const { id: storyId, kind: story, projectId } = now;
  const numbered = { storyId, story, projectId, cause, seq: now.revision + 1 };
  return deps.stores.storyEvents.insert(eventOf(deps, actor, numbered, step.value));
};

/**
 * Anything that happens to a story, from a card or from the tab. What the rule goes by is read now;
 * the insert under the next number is the commit, and it succeeds for exactly one of those who act
 * at once. Whoever comes second is judged anew, on the story as it is then.
 */
export const moveStory = async (
  deps: Deps,
  actor: Actor,
  id: StoryId,
  given: StoryGiven,
): Promise<MoveResult> => {
  const cause = causeOf(deps, id, actor, given);
  const [first] = await Promise.all([readStory(deps, id), deps.stores.people.read(actor.id)]);
  let now = first;
  for (let tries = 0; now && tries < mostTries; tries += 1) {
    if (repeatedIn({ now, cause })) return { type: 'repeated', view: storyViewFrom(deps, now) };
    const made = await attempt(deps, actor, given, { now, cause });
    if (!('row' in made)) return { type: 'refused', refusal: made, view: storyViewFrom(deps, now) };
    const event = made.row.value;
    if (made.type === 'inserted' || event.cause === cause) {
      follow(deps, id);
      const after = storyNowOf([...now.events.filter(({ seq }) => seq < event.seq), event]) ?? now;
      const type = made.type === 'inserted' ? 'done' : 'repeated';
      return { type, view: storyViewFrom(deps, after) };
    }
    // Somebody was first, and a query need not know of it yet: the row that is in the way does.
    now = storyNowOf([...now.events, event]);
  }
  if (!now) return { type: 'unknown' };
  throw new Fault('graph.unavailable', { id, tries: mostTries });
};

const newIdOf = ({ key, kind, projectId }: NewStory): StoryId =>
  kind === 'description' && projectId !== null ? descriptionIdOf(projectId) : key;

const createRefusal = (deps: Deps, actor: Actor, story: NewStory): CreateRefusal | null => {
  if (!may(actor, story.kind === 'press' ? 'logPress' : 'writeStory'))
    return { type: 'notAllowed' };
  const { projectId, kind, about } = story;
  if (projectId === null ? kind === 'description' : !deps.stores.projects.get(projectId))
    return { type: 'unknownProject' };
  return about.title.trim() === '' ? { type: 'titleMissing' } : null;
};

/** Begins a story: its first text is its first event. A project has one description. */
export const createStory = async (
  deps: Deps,
  actor: Actor,
  story: NewStory,
): Promise<Result<StoryView, CreateRefusal>> => {
  const refusal = createRefusal(deps, actor, story);
  if (refusal) return refused(refusal);
  const storyId = newIdOf(story);
  const { kind, projectId, content, about } = story;
  const numbered = { storyId, seq: 1, story: kind, projectId, cause: `${storyId}:began` };
  const step: StoryStep = {
    ...{ kind: 'saved', comment: '', seat: null, onBehalf: false },
    ...content,
    ...about,
    title: about.title.trim(),
    ...{ dueAt: null, nudgeAt: null, channel: null, outlet: '', link: '', day: null, phase: null },
  };
  const { row } = await deps.stores.storyEvents.insert(eventOf(deps, actor, numbered, step));
  follow(deps, storyId);
  const now = (await readStory(deps, storyId)) ?? storyNowOf([row.value]);
  if (!now) throw new Fault('row.invalid', { storyId });
  return done(storyViewFrom(deps, now));
};
