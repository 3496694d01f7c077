import type { Message, MessageKind } from '#shared/domain/message.ts';
import type { Person, PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { isWaiting, type StoryNow } from '#shared/domain/stories/now.ts';
import { answerersOfStory } from '#shared/domain/stories/rules.ts';
import type { StoryEvent } from '#shared/domain/stories/story.ts';
import { staleSince } from '#shared/domain/stories/view.ts';
import type { Deps } from './ports.ts';
import { allStories } from './stories.ts';
import { peopleIn } from './views.ts';

type Due = { readonly kind: MessageKind; readonly about: string; readonly to: PersonId };

type Told = {
  readonly now: StoryNow;
  readonly project: Project | undefined;
  readonly people: readonly Person[];
  readonly day: string;
  readonly at: string;
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
const answersDue = ({ now, people }: Told): readonly Due[] =>
  now.events
    .filter(({ kind }) => answers.includes(kind))
    .flatMap((event): Due[] => {
      const before = now.events.filter(({ seq }) => seq < event.seq);
      const authors = before.filter(({ kind }) => kind === 'saved' || kind === 'asked').slice(-2);
      const more =
        now.kind === 'article'
          ? [...withRole(people, 'communications'), now.about.lederId].filter((id) => id !== null)
          : [];
      return [...authors.map(({ byId }) => byId), ...more]
        .filter((to) => to !== event.byId)
        .map((to) => ({ kind: 'storyTold', about: String(event.seq), to }));
    });

const staleDue = ({ now, project, people }: Told): readonly Due[] => {
  if (!project || staleSince(now, project.phase) === null) return [];
  return withRole(people, 'communications').map((to) => ({
    kind: 'storyStale',
    about: project.phase,
    to,
  }));
};

/** Every message that follows from a story as it stands; pure, so that it can be derived again. */
export const storyMessagesDue = (told: Told): readonly Due[] => [
  ...asksDue(told),
  ...answersDue(told),
  ...staleDue(told),
];

const messageOf = (storyId: string, due: Due, at: string): Message => ({
  id: [storyId, due.kind, due.about, due.to].join(':'),
  kind: due.kind,
  requestId: null,
  poolRow: null,
  storyId,
  about: due.about,
  to: { type: 'person', id: due.to },
  state: 'queued',
  conversationId: null,
  activityId: null,
  shownRevision: 0,
  attempts: 0,
  notBefore: null,
  claimedUntil: null,
  problem: '',
  createdAt: at,
});

const untold = (deps: Deps, now: StoryNow): readonly Message[] => {
  const { stores, clock } = deps;
  const project = now.projectId === null ? undefined : stores.projects.get(now.projectId)?.value;
  const at = clock.now();
  const told = { now, project, people: peopleIn(deps), day: clock.day(), at };
  const messages = storyMessagesDue(told).map((due) => messageOf(now.id, due, at));
  const unique = new Map(messages.map((message) => [message.id, message]));
  return [...unique.values()].filter((message) => !stores.messages.get(message.id));
};

/** Puts every message that a story calls for into the outbox, each once. */
export const tellStory = async (deps: Deps, now: StoryNow): Promise<void> => {
  for (const message of untold(deps, now)) await deps.stores.messages.insert(message);
};

/**
 * The scheduler: what the clock, a new deputy or a project's new phase calls for. Any number of
 * servers may run it at once; a message's key lets it in once. Returns how many were put in.
 */
export const tellStories = async (deps: Deps): Promise<number> => {
  let told = 0;
  for (const now of allStories(deps))
    for (const message of untold(deps, now)) {
      const inserted = await deps.stores.messages.insert(message);
      if (inserted.type === 'inserted') told += 1;
    }
  return told;
};
