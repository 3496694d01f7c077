import { may } from '#shared/domain/permissions.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { keptGiven, keptLine, keptText } from '#shared/domain/stories/incoming.ts';
import { isOver } from '#shared/domain/stories/machines.ts';
import { type StoryNow, storyNowOf } from '#shared/domain/stories/now.ts';
import {
  longestTitle,
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
import { type Deps, Fault, type Inserted } from '../ports.ts';
import { followStory } from './followStory.ts';
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

export type CreateRefusal = {
  readonly type: 'notAllowed' | 'unknownProject' | 'unknownLeder' | 'titleMissing';
};

/** Far more than ever act on one story at once. */
const mostTries = 30;

/** What the author stops has no picture to tell by: stopping it again after it was taken up is new. */
const stopsBefore = (now: StoryNow): number => {
  const stops = now.events.filter(({ kind }) => kind === 'stopped' || kind === 'closed').length;
  return isOver(now.state) ? stops - 1 : stops;
};

const seenIn = (now: StoryNow, given: StoryGiven): string => {
  if ('revision' in given) return `r${given.revision}`;
  return given.ask === null ? `s${stopsBefore(now)}` : `a${given.ask}`;
};

/**
 * The cause of a press: who did what on which picture of the story. However often it is delivered
 * it is the same, and saying it again on a later picture is a new one.
 */
const causeOf = (deps: Deps, now: StoryNow, actor: Actor, given: StoryGiven): string => {
  const content = deps.hashOf(JSON.stringify([actor.id, given]));
  return `${now.id}:${seenIn(now, given)}:${given.type}:${content.slice(0, 16)}`;
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

/**
 * Whoever presses may have seen more than a query tells yet: what they saw is looked up by its
 * number.
 */
const caughtUp = async (deps: Deps, first: StoryNow, given: StoryGiven): Promise<StoryNow> => {
  const seen = ('revision' in given ? given.revision : given.ask) ?? 0;
  let now = first;
  while (now.revision < seen) {
    const next = await deps.stores.storyEvents.read(`${now.id}:${now.revision + 1}`);
    const longer = next && storyNowOf([...now.events, next.value]);
    if (!longer || longer.revision === now.revision) return now;
    now = longer;
  }
  return now;
};

/** Looked for once, when it is new to the story: nothing takes a picture out of the library again. */
const arePicturesThere = async (
  deps: Deps,
  { version }: StoryNow,
  { pictures }: Content,
): Promise<boolean> => {
  const known = new Set(version.pictures.map(({ id }) => id));
  const added = new Set(pictures.map(({ id }) => id).filter((id) => !known.has(id)));
  const found = await Promise.all([...added].map((id) => deps.pictures.read(id)));
  return found.every((picture) => picture !== undefined);
};

const attempt = async (
  deps: Deps,
  actor: Actor,
  given: StoryGiven,
  { now, cause }: Attempt,
): Promise<Inserted<StoryEvent> | StoryRefusal> => {
  const step = stepFor(now, actor, given, storyFactsOf(deps, now));
  if (!step.ok) return step.refusal;
  if (given.type === 'saved' && !(await arePicturesThere(deps, now, given.content)))
    return { type: 'unknownPicture' };
  const { id: storyId, kind: story, projectId } = now;
  const numbered = { storyId, story, projectId, cause, seq: now.revision + 1 };
  return deps.stores.storyEvents.insert(eventOf(deps, actor, numbered, step.value));
};

/** Null: the number was taken by somebody else's event. */
const endOf = ({ type, row }: Inserted<StoryEvent>, cause: string): 'done' | 'repeated' | null => {
  if (type === 'inserted') return 'done';
  return row.value.cause === cause ? 'repeated' : null;
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
  sent: StoryGiven,
): Promise<MoveResult> => {
  const given = keptGiven(sent);
  const [first] = await Promise.all([readStory(deps, id), deps.stores.people.read(actor.id)]);
  if (!first) return { type: 'unknown' };
  let now = await caughtUp(deps, first, given);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const cause = causeOf(deps, now, actor, given);
    if (repeatedIn({ now, cause })) return { type: 'repeated', view: storyViewFrom(deps, now) };
    const made = await attempt(deps, actor, given, { now, cause });
    if (!('row' in made)) return { type: 'refused', refusal: made, view: storyViewFrom(deps, now) };
    // When somebody was first a query need not know of it yet: the row that is in the way does.
    now = storyNowOf([...now.events, made.row.value]) ?? now;
    const type = endOf(made, cause);
    if (type) {
      follow(deps, id);
      return { type, view: storyViewFrom(deps, now) };
    }
  }
  throw new Fault('graph.unavailable', { id, tries: mostTries });
};

const newIdOf = ({ key, kind, projectId }: NewStory): StoryId =>
  kind === 'description' && projectId !== null ? descriptionIdOf(projectId) : key;

const isLeder = (deps: Deps, id: PersonId): boolean =>
  deps.stores.people.get(id)?.value.roles.includes('leder') === true;

const createRefusal = (deps: Deps, actor: Actor, story: NewStory): CreateRefusal | null => {
  if (!may(actor, story.kind === 'press' ? 'logPress' : 'writeStory'))
    return { type: 'notAllowed' };
  const { projectId, kind, about } = story;
  if (projectId === null ? kind === 'description' : !deps.stores.projects.get(projectId))
    return { type: 'unknownProject' };
  if (about.lederId !== null && !isLeder(deps, about.lederId)) return { type: 'unknownLeder' };
  const title = keptLine(about.title).trim();
  return title === '' || title.length > longestTitle ? { type: 'titleMissing' } : null;
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
  const title = keptLine(about.title).trim();
  const numbered = { storyId, seq: 1, story: kind, projectId, cause: `${storyId}:began` };
  const step: StoryStep = {
    ...{ kind: 'saved', comment: '', seat: null, onBehalf: false },
    ...content,
    text: keptText(content.text),
    ...about,
    title,
    ...{ dueAt: null, nudgeAt: null, channel: null, outlet: '', link: '', day: null, phase: null },
  };
  const { row } = await deps.stores.storyEvents.insert(eventOf(deps, actor, numbered, step));
  follow(deps, storyId);
  const now = (await readStory(deps, storyId)) ?? storyNowOf([row.value]);
  if (!now) throw new Fault('row.invalid', { storyId });
  return done(storyViewFrom(deps, now));
};
