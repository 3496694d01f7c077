import type { BenefitId } from '#shared/domain/benefits/benefit.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import { type Hindrance, hindrancesIn } from '#shared/domain/stories/hindrances.ts';
import { isWaiting, type StoryNow, storyNowOf } from '#shared/domain/stories/now.ts';
import {
  answerersOfStory,
  clearedIn,
  type StoryFacts,
  writesAlong,
} from '#shared/domain/stories/rules.ts';
import { benefitStoryIdOf, type StoryEvent, type StoryId } from '#shared/domain/stories/story.ts';
import type { StoryView } from '#shared/domain/stories/view.ts';
import { dueOf, type WorkCalendar } from '#shared/domain/workday.ts';
import { foldedBy } from '../asking/events.ts';
import { peopleIn } from '../people.ts';
import type { Deps, Row } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

type Rows = readonly Row<StoryEvent>[];
type Fold = { readonly count: number; readonly now: StoryNow | undefined };

/** Folded once for each number of events: they are never changed, and only more are added. */
const folds = new WeakMap<StoryEvent, Fold>();

const foldOf = (rows: Rows): StoryNow | undefined => {
  const last = rows.at(-1)?.value;
  if (!last) return undefined;
  const known = folds.get(last);
  if (known?.count === rows.length) return known.now;
  const now = storyNowOf(rows.map((row) => row.value));
  folds.set(last, { count: rows.length, now });
  return now;
};

/** A story as memory has it. */
export const storyIn = (deps: Deps, id: StoryId): StoryNow | undefined =>
  foldOf(deps.stores.storyEvents.where('storyId', id));

/**
 * A story as the lists have it now. A query may be some seconds behind, and memory too, each of
 * something else; nothing is ever taken back, so what either of them knows has happened.
 */
export const readStory = async (deps: Deps, id: StoryId): Promise<StoryNow | undefined> => {
  const { storyEvents } = deps.stores;
  const read = await storyEvents.readWhere('storyId', id);
  const events = [...storyEvents.where('storyId', id), ...read].map((row) => row.value);
  return storyNowOf([...new Map(events.map((event) => [event.id, event])).values()]);
};

/** The id of the story that a benefit has, or would have. */
export const storyIdOfBenefit = ({ hashOf }: Pick<Deps, 'hashOf'>, id: BenefitId): StoryId =>
  benefitStoryIdOf(hashOf(id));

const folded = foldedBy(({ storyId }: StoryEvent) => storyId, foldOf);

/** Every story there is, oldest first: one begins with its first event. */
export const allStories = (deps: Deps): readonly StoryNow[] =>
  folded(deps.stores.storyEvents.all());

export const calendarIn = (deps: Deps): WorkCalendar =>
  deps.calendarOf(settingsOf(deps.stores).closingDays);

const daysFor = (deps: Deps, kind: StoryNow['kind']): number => {
  const { storyDays, articleDays, pressDays } = settingsOf(deps.stores).communication;
  return { microStory: storyDays, article: articleDays, description: storyDays, press: pressDays }[
    kind
  ];
};

/** What the rules go by beside the story, from memory; the clock of an ask begins now. */
export const storyFactsOf = (deps: Deps, now: Pick<StoryNow, 'kind' | 'projectId'>): StoryFacts => {
  const { areas, communication } = settingsOf(deps.stores);
  const { dueTime, nudgeTime, blockedWords } = communication;
  const project = now.projectId === null ? undefined : deps.stores.projects.get(now.projectId);
  const rule = { days: daysFor(deps, now.kind), dueTime, nudgeTime };
  return {
    people: peopleIn(deps),
    areas: areas.map(({ id }) => id),
    day: deps.clock.day(),
    blockedWords,
    phase: project?.value.phase ?? null,
    due: dueOf(deps.clock.now(), rule, calendarIn(deps)),
  };
};

/** What would stop a story from being sent as it is. */
export const hindrancesOf = (deps: Deps, now: StoryNow): readonly Hindrance[] =>
  hindrancesIn({
    kind: now.kind,
    about: now.about,
    after: now.state,
    content: now.version,
    facts: storyFactsOf(deps, now),
    cleared: clearedIn(now, deps.clock.day()),
  });

export const storyViewFrom = (deps: Deps, now: StoryNow): StoryView => {
  const project = now.projectId === null ? undefined : deps.stores.projects.get(now.projectId);
  const at = deps.clock.now();
  return {
    now,
    project: project?.value ?? null,
    areas: settingsOf(deps.stores).areas,
    answerers: answerersOfStory(now, peopleIn(deps), deps.clock.day()),
    overdue: isWaiting(now) && now.ask !== null && at >= now.ask.dueAt,
    at,
  };
};

export const storyViewOf = (deps: Deps, id: StoryId): StoryView | undefined => {
  const now = storyIn(deps, id);
  return now && storyViewFrom(deps, now);
};

/** Who may see a story at all: those with a role, and whoever is asked. */
export const maySeeStory = (deps: Deps, actor: Actor, now: StoryNow): boolean =>
  may(actor, 'seeStories') ||
  answerersOfStory(now, peopleIn(deps), deps.clock.day()).some((one) => one.id === actor.id);

/** Those who write; and a leder while an article of theirs is being written. */
export const maySendPictures = (deps: Deps, actor: Actor): boolean =>
  may(actor, 'writeStory') || allStories(deps).some((now) => writesAlong(actor, now));

/** Stories whose answer is waited for, longest waiting first. */
export const waitingStories = (deps: Deps): readonly StoryView[] =>
  allStories(deps)
    .filter(isWaiting)
    .map((now) => storyViewFrom(deps, now))
    .sort((a, b) => (a.now.ask?.at ?? '').localeCompare(b.now.ask?.at ?? ''));

/** Those whose answer is waited for from this person. */
export const storiesWaitingFor = (deps: Deps, personId: PersonId): readonly StoryView[] =>
  waitingStories(deps).filter((view) => view.answerers.some((one) => one.id === personId));
