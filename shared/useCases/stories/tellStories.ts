import { dayOf } from '#shared/domain/day.ts';
import {
  type Message,
  type MessageKind,
  messageAbout,
  morningKey,
  unsent,
} from '#shared/domain/message.ts';
import type { Person, PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { isWaiting, type StoryNow } from '#shared/domain/stories/now.ts';
import { answerersOfStory } from '#shared/domain/stories/rules.ts';
import type { StoryEvent } from '#shared/domain/stories/story.ts';
import { staleSince } from '#shared/domain/stories/view.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { allStories } from './stories.ts';

type Due = { readonly kind: MessageKind; readonly about: string; readonly to: PersonId };

type Told = {
  readonly now: StoryNow;
  readonly project: Project | undefined;
  readonly people: readonly Person[];
  readonly day: string;
  readonly at: string;
  /** Answers up to this event have been told: nobody who comes later is told them again. */
  readonly toldUpTo: number;
};

const withRole = (people: readonly Person[], role: Person['roles'][number]): readonly PersonId[] =>
  people.filter((person) => person.roles.includes(role)).map((person) => person.id);

/** Who writes it: whoever saved it last, and whoever sent it. */
const authorsOf = (now: StoryNow): readonly PersonId[] =>
  now.events
    .filter(({ kind }) => kind === 'saved' || kind === 'asked' || kind === 'accepted')
    .slice(-2)
    .map((event) => event.byId);

/** Asked; nudged on the morning of the day; past due the team is told. Each once for each ask. */
const asksDue = ({ now, people, day, at }: Told): readonly Due[] => {
  const { ask } = now;
  if (!isWaiting(now) || !ask) return [];
  const about = String(ask.seq);
  const asked = answerersOfStory(now, people, day).map(({ id }) => id);
  const due = asked.map((to): Due => ({ kind: 'storyAsk', about, to }));
  const nudged = at >= ask.nudgeAt && at < ask.dueAt;
  if (nudged) due.push(...asked.map((to): Due => ({ kind: 'storyNudge', about, to })));
  if (at >= ask.dueAt)
    for (const to of [...withRole(people, 'consultant'), ...authorsOf(now)])
      due.push({ kind: 'storyOverdue', about, to });
  return due;
};

const answers: readonly StoryEvent['kind'][] = [
  'approved',
  'suggested',
  'stopped',
  'taken',
  'declined',
  'closed',
];

/** Those who write are told how it went; with an article also Kommunikation and the leder. */
const answersDue = ({ now, people, toldUpTo }: Told): readonly Due[] => {
  if (toldUpTo >= now.revision) return [];
  return now.events
    .filter(({ kind, seq }) => seq > toldUpTo && answers.includes(kind))
    .flatMap((event): Due[] => {
      const before = now.events.filter(({ seq }) => seq < event.seq);
      const authors = before.filter(({ kind }) => kind === 'saved' || kind === 'asked').slice(-2);
      const more =
        now.kind === 'article'
          ? [...withRole(people, 'communications'), event.lederId].filter((id) => id !== null)
          : [];
      return [...authors.map(({ byId }) => byId), ...more]
        .filter((to) => to !== event.byId)
        .map((to) => ({ kind: 'storyTold', about: String(event.seq), to }));
    });
};

const staleDue = ({ now, project, people }: Told): readonly Due[] => {
  if (!project || staleSince(now, project.phase) === null) return [];
  return withRole(people, 'communications').map((to) => ({
    kind: 'storyStale',
    about: project.phase,
    to,
  }));
};

/** Every message that follows from a story as it stands; pure, so that it can be derived again. */
const storyMessagesDue = (told: Told): readonly Due[] => [
  ...asksDue(told),
  ...answersDue(told),
  ...staleDue(told),
];

const idOf = (storyId: string, { kind, about, to }: Due): string =>
  [storyId, kind, about, to].join(':');

const messageOf = (storyId: string, due: Due, at: string): Message => ({
  id: idOf(storyId, due),
  kind: due.kind,
  ...messageAbout.story(storyId, due.about),
  to: { type: 'person', id: due.to },
  ...unsent,
  createdAt: at,
});

/** Somebody asked after the hour of the nudge has the question before them as it is. */
const isNudgeToo = (asked: Message | undefined, now: StoryNow): boolean =>
  asked !== undefined && now.ask !== null && asked.createdAt < now.ask.nudgeAt;

type Here = Pick<Told, 'people' | 'day' | 'at'>;

const hereIn = (deps: Deps): Here => ({
  people: peopleIn(deps),
  day: deps.clock.day(),
  at: deps.clock.now(),
});

/** A message that a story calls for. */
type Call = { readonly now: StoryNow; readonly due: Due; readonly id: string };

const callsOf = (
  { stores }: Deps,
  now: StoryNow,
  here: Here,
  toldUpTo = now.revision,
): readonly Call[] => {
  const project = now.projectId === null ? undefined : stores.projects.get(now.projectId)?.value;
  const calls = storyMessagesDue({ ...here, now, project, toldUpTo }).map(
    (due): Call => ({ now, due, id: idOf(now.id, due) }),
  );
  return [...new Map(calls.map((call) => [call.id, call])).values()];
};

/** Not in the outbox, or dropped there before it was called for again. */
const isUntold = ({ stores }: Deps, { now, due, id }: Call): boolean => {
  const known = stores.messages.get(id);
  if (known && known.value.state !== 'dropped') return false;
  if (due.kind !== 'storyNudge') return true;
  // The morning may have said it, among all that waits.
  if (now.ask && stores.messages.get(morningKey(dayOf(now.ask.nudgeAt), due.to))) return false;
  return isNudgeToo(stores.messages.get(idOf(now.id, { ...due, kind: 'storyAsk' }))?.value, now);
};

/** True when it was put in. */
const put = async (deps: Deps, { now, due }: Call): Promise<boolean> => {
  const { messages } = deps.stores;
  const message = messageOf(now.id, due, deps.clock.now());
  const { type, row } = await messages.insert(message);
  if (type === 'inserted') return true;
  if (row.value.state !== 'dropped') return false;
  const again = { state: 'queued', notBefore: null, attempts: 0, problem: '' } as const;
  return (await messages.update(row, again)).type === 'updated';
};

/** Puts every message that a story calls for into the outbox, each once. */
export const tellStory = async (deps: Deps, now: StoryNow): Promise<void> => {
  // The row is written when all up to its number was told (followStory).
  const toldUpTo = deps.stores.stories.get(now.id)?.value.revision ?? 0;
  for (const call of callsOf(deps, now, hereIn(deps), toldUpTo))
    if (isUntold(deps, call)) await put(deps, call);
};

const phaseOf = ({ stores }: Deps, { projectId }: StoryNow): Project['phase'] | null =>
  (projectId === null ? undefined : stores.projects.get(projectId)?.value.phase) ?? null;

/** The clock, the people or the project may call for something. Answers are told as they come. */
const mayCall = (deps: Deps, now: StoryNow): boolean =>
  isWaiting(now) || (now.kind === 'description' && staleSince(now, phaseOf(deps, now)) !== null);

/** All that stories call for, and the hours between which that is so. */
type Called = {
  readonly seen: readonly unknown[];
  readonly calls: readonly Call[];
  readonly from: string;
  readonly until: string;
};

const called = new WeakMap<Deps['stores'], Called>();

/** All that a call may follow from, beside the hour: a list in memory is another one after any change. */
const seenBy = ({ stores, clock }: Deps): readonly unknown[] => [
  ...[stores.storyEvents.all(), stores.people.all(), stores.projects.all(), clock.day()],
];

const holds = ({ seen, from, until }: Called, now: readonly unknown[], at: string): boolean =>
  at >= from && at < until && seen.every((one, place) => one === now[place]);

const never = '9999';

/** The next hour at which a story that waits calls for something by itself. */
const nextHourOf = (waiting: readonly StoryNow[], at: string): string => {
  let next = never;
  for (const { ask } of waiting)
    for (const hour of ask ? [ask.nudgeAt, ask.dueAt] : [])
      if (hour > at && hour < next) next = hour;
  return next;
};

/** Worked out when something has happened to what it follows from, and when its hour has come. */
const callsNow = (deps: Deps): readonly Call[] => {
  const [seen, at] = [seenBy(deps), deps.clock.now()];
  const known = called.get(deps.stores);
  if (known && holds(known, seen, at)) return known.calls;
  const here = hereIn(deps);
  const calling = allStories(deps).filter((now) => mayCall(deps, now));
  const calls = calling.flatMap((now) => callsOf(deps, now, here));
  const until = nextHourOf(calling.filter(isWaiting), at);
  called.set(deps.stores, { seen, calls, from: at, until });
  return calls;
};

/**
 * The scheduler: what the clock, a new deputy or a project's new phase calls for. Any number of
 * servers may run it at once; a message's key lets it in once. Returns how many were put in. With
 * nothing to tell it costs a look in the outbox for each message that is called for.
 */
export const tellStories = async (deps: Deps): Promise<number> => {
  let told = 0;
  for (const call of callsNow(deps)) if (isUntold(deps, call) && (await put(deps, call))) told += 1;
  return told;
};
