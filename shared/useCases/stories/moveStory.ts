import type { BenefitId } from '#shared/domain/benefits/benefit.ts';
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
import { type Deps, Fault } from '../ports.ts';
import { appendEvent, type Numbered } from '../record/appendEvent.ts';
import { followStory } from './followStory.ts';
import { readStory, storyFactsOf, storyIdOfBenefit, storyViewFrom } from './stories.ts';

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
  /** What was measured that it tells of; null of everything else. */
  readonly benefitId: BenefitId | null;
  readonly content: Content;
  readonly about: About;
};

export type CreateRefusal = {
  readonly type: 'notAllowed' | 'unknownProject' | 'unknownLeder' | 'titleMissing';
};

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

type Placed = Pick<StoryEvent, 'storyId' | 'seq' | 'story' | 'projectId' | 'cause'>;

const eventOf = (
  deps: Deps,
  actor: Pick<Actor, 'id' | 'name'>,
  placed: Placed,
  step: StoryStep,
): StoryEvent => {
  const holdsContent = step.text !== '' || step.pictures.length > 0 || step.files.length > 0;
  return {
    ...step,
    ...placed,
    id: `${placed.storyId}:${placed.seq}`,
    byId: actor.id,
    byName: actor.name,
    at: deps.clock.now(),
    hash: holdsContent || step.kind === 'saved' ? deps.hashOf(sealedContentOf(step)) : '',
  };
};

const follow = (deps: Deps, id: StoryId): void =>
  deps.later('followStory', () => followStory(deps, id));

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

const eventFor = async (
  deps: Deps,
  actor: Actor,
  given: StoryGiven,
  now: StoryNow,
  { seq, cause }: Numbered,
): Promise<{ readonly event: StoryEvent } | { readonly refusal: StoryRefusal }> => {
  const step = stepFor(now, actor, given, storyFactsOf(deps, now));
  if (!step.ok) return { refusal: step.refusal };
  if (given.type === 'saved' && !(await arePicturesThere(deps, now, given.content)))
    return { refusal: { type: 'unknownPicture' } };
  const { id: storyId, kind: story, projectId } = now;
  return { event: eventOf(deps, actor, { storyId, story, projectId, cause, seq }, step.value) };
};

/** Anything that happens to a story, from a card or from the tab. What the rule goes by is read now. */
export const moveStory = async (
  deps: Deps,
  actor: Actor,
  id: StoryId,
  sent: StoryGiven,
): Promise<MoveResult> => {
  const given = keptGiven(sent);
  const [first] = await Promise.all([readStory(deps, id), deps.stores.people.read(actor.id)]);
  if (!first) return { type: 'unknown' };
  const made = await appendEvent<StoryEvent, StoryNow, StoryRefusal>(
    {
      table: deps.stores.storyEvents,
      idOf: (seq) => `${id}:${seq}`,
      withEvents: (now, events) => storyNowOf([...now.events, ...events]) ?? now,
      seen: ('revision' in given ? given.revision : given.ask) ?? 0,
      causeOf: (now) => causeOf(deps, now, actor, given),
      eventFor: (now, numbered) => eventFor(deps, actor, given, now, numbered),
    },
    first,
  );
  const view = storyViewFrom(deps, made.now);
  if (made.type === 'refused') return { type: 'refused', refusal: made.refusal, view };
  follow(deps, id);
  return { type: made.type, view };
};

/** A project has one description, and a benefit one story, whatever the key. */
const newIdOf = (deps: Deps, { key, kind, projectId, benefitId }: NewStory): StoryId => {
  if (kind === 'description' && projectId !== null) return descriptionIdOf(projectId);
  return benefitId === null ? key : storyIdOfBenefit(deps, benefitId);
};

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

/** Begins a story: its first text is its first event. A project has one description, and a measured benefit one story. */
export const createStory = async (
  deps: Deps,
  actor: Actor,
  story: NewStory,
): Promise<Result<StoryView, CreateRefusal>> => {
  const refusal = createRefusal(deps, actor, story);
  if (refusal) return refused(refusal);
  const storyId = newIdOf(deps, story);
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
