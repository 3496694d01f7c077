import { createHash } from 'node:crypto';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import { type StoryNow, storyNowOf } from '#shared/domain/stories/now.ts';
import {
  type StoryFacts,
  type StoryGiven,
  type StoryRefusal,
  stepFor,
} from '#shared/domain/stories/rules.ts';
import {
  type About,
  type Content,
  emptyAbout,
  emptyContent,
  type StoryEvent,
  type StoryKind,
  type StoryState,
  sealedContentOf,
} from '#shared/domain/stories/story.ts';
import { dueOf } from '#shared/domain/workday.ts';
import type { Messenger, Refreshed, Sent } from '#shared/useCases/outbox/messenger.ts';
import type { Row, ToldInFeed } from '#shared/useCases/ports.ts';
import type { NewStory } from '#shared/useCases/stories/moveStory.ts';
import {
  type MemoryStores,
  MemoryTable,
  memoryStores,
  TestClock,
  type TestDeps,
  testDeps,
  Writes,
} from '../worlds/memory/memoryStores.ts';
import { aReadyProject } from './portfolio.ts';

const somebody = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  ...{ id, name, upn: `${id}@viborg.example`, roles: [], area: null },
  ...{ deputyFor: null, deputyFrom: null, deputyTo: null, absences: [], standing: null, unit: '' },
  ...more,
});

/** The day of the tests that need no other. */
export const storyDay = '2027-03-03';
export const storyAt = '2027-03-03T09:14:00Z';

const standIn = (from: string, to: string): Partial<Person> => ({
  ...{ roles: ['leder'], deputyFor: 'omsorg', deputyFrom: from, deputyTo: to },
});

/** Everybody who could try something with a story: each role, each seat, and those who had one. */
export const storyPeople: readonly Person[] = [
  somebody('consultant', 'Konsulent, DigiTek', { roles: ['consultant'] }),
  somebody('digitek', 'Team DigiTek', { roles: ['digitek'] }),
  somebody('communications', 'Kommunikation', { roles: ['communications'] }),
  somebody('chef-omsorg', 'Chef, Omsorg', { roles: ['chef'], area: 'omsorg' }),
  somebody('chef-sundhed', 'Chef, Sundhed', { roles: ['chef'], area: 'sundhed' }),
  somebody('deputy', 'Leder, Distrikt Syd', standIn('2027-03-01', storyDay)),
  somebody('deputy-before', 'Leder, Distrikt Vest', standIn('2027-02-01', '2027-03-02')),
  somebody('deputy-later', 'Leder, Distrikt Øst', standIn('2027-03-04', '2027-03-20')),
  somebody('leder', 'Leder, nattevagten', { roles: ['leder'] }),
  somebody('other-leder', 'Leder, Distrikt Nord', { roles: ['leder'] }),
  somebody('direktor', 'Direktør', { roles: ['direktor'] }),
  somebody('nobody', 'Medarbejder'),
];

export const storyActor = (id: string, people: readonly Person[] = storyPeople): Actor => {
  const person = people.find((one) => one.id === id);
  return person
    ? { id, name: person.name, roles: person.roles, area: person.area }
    : { id, name: id, roles: [], area: null };
};

export const aContent = (more: Partial<Content> = {}): Content => ({
  ...emptyContent,
  text: 'Nattevagten kalder nu hjælp med ét tryk. Før ringede de rundt. Spørg Leder, nattevagten.',
  pictures: [
    { id: `${'a'.repeat(64)}.jpg`, alt: 'En dør med en lås', people: false, consent: '' },
    { id: `${'b'.repeat(64)}.png`, alt: 'En telefon', people: true, consent: 'Mappe 12' },
  ],
  files: [{ title: 'Evaluering', link: 'https://viborg.example/evaluering', version: '3' }],
  ...more,
});

export const anAbout = (more: Partial<About> = {}): About => ({
  ...emptyAbout,
  title: 'Nøglefri hjemmepleje',
  area: 'omsorg',
  lederId: 'leder',
  lederName: 'Leder, nattevagten',
  ...more,
});

export const storyHash = (content: Content): string =>
  createHash('sha256').update(sealedContentOf(content)).digest('hex');

export const theFacts = (more: Partial<StoryFacts> = {}): StoryFacts => ({
  people: storyPeople,
  areas: ['omsorg', 'sundhed', 'social'],
  day: storyDay,
  blockedWords: ['diagnose'],
  phase: 'trial',
  due: dueOf(storyAt, { days: 1, dueTime: '16:00', nudgeTime: '09:00' }, danishCalendar([])),
  ...more,
});

type Numbered = Pick<StoryEvent, 'storyId' | 'seq' | 'story' | 'projectId'>;

/** A row as a use case writes it. */
const eventRow = (
  numbered: Numbered,
  who: Pick<Actor, 'id' | 'name'>,
  step: Omit<StoryEvent, keyof Numbered | 'id' | 'cause' | 'byId' | 'byName' | 'at' | 'hash'>,
): StoryEvent => ({
  ...step,
  ...numbered,
  id: `${numbered.storyId}:${numbered.seq}`,
  cause: `${numbered.storyId}:cause${numbered.seq}`,
  byId: who.id,
  byName: who.name,
  at: storyAt,
  hash: step.text !== '' || step.kind === 'saved' ? storyHash(step) : '',
});

/** A story as it begins. */
export const aStory = (
  kind: StoryKind,
  by = 'consultant',
  content: Content = aContent(),
  about: About = anAbout(),
): StoryNow => {
  const first = eventRow(
    { storyId: `s-${kind}`, seq: 1, story: kind, projectId: 'p1' },
    storyActor(by),
    {
      ...{ kind: 'saved', comment: '', seat: null, onBehalf: false },
      ...content,
      ...about,
      ...{ dueAt: null, nudgeAt: null, channel: null, outlet: '', link: '', day: null },
      phase: null,
    },
  );
  const now = storyNowOf([first]);
  if (!now) throw new Error('a story begins with its first event');
  return now;
};

/** What comes of it by the rules: the story after it, or why not. */
export const tried = (
  now: StoryNow,
  by: string,
  given: StoryGiven,
  facts = theFacts(),
): StoryNow | StoryRefusal => {
  const step = stepFor(now, storyActor(by, facts.people), given, facts);
  if (!step.ok) return step.refusal;
  const { id: storyId, kind: story, projectId, revision } = now;
  const numbered = { storyId, story, projectId, seq: revision + 1 };
  const made = storyNowOf([...now.events, eventRow(numbered, storyActor(by), step.value)]);
  if (!made) throw new Error('a story with events is a story');
  return made;
};

export const isStory = (made: StoryNow | StoryRefusal): made is StoryNow => 'revision' in made;

type Doing = readonly [by: string, event: StoryGiven['type'], more?: object];

/** What somebody gives who has the story before them as it is. */
export const givenFor = (now: StoryNow, event: StoryGiven['type'], more: object = {}) => {
  const ask = now.ask?.seq ?? 0;
  const { revision } = now;
  const whole: Record<StoryGiven['type'], StoryGiven> = {
    saved: { type: 'saved', revision, content: now.version, about: now.about },
    asked: { type: 'asked', revision, comment: '' },
    planned: { type: 'planned', revision, plannedFor: storyDay },
    accepted: { type: 'accepted', revision },
    published: {
      ...{ type: 'published', revision, channel: 'official', outlet: '', day: storyDay },
      link: 'https://www.linkedin.com/posts/1',
    },
    approved: { type: 'approved', ask, comment: '' },
    taken: { type: 'taken', ask, comment: '' },
    suggested: { type: 'suggested', ask, text: 'Nattevagten får hjælp med ét tryk.' },
    declined: { type: 'declined', ask, comment: 'Det passer ikke lige nu' },
    stopped: { type: 'stopped', ask, comment: 'Det passer ikke lige nu' },
    closed: { type: 'closed', ask, comment: 'Det passer ikke lige nu' },
  };
  return { ...whole[event], ...more } as StoryGiven;
};

/** The story after all of it; fails where one of it is refused. */
export const storyAfter = (start: StoryNow, ...doings: readonly Doing[]): StoryNow => {
  let now = start;
  for (const [by, event, more] of doings) {
    const made = tried(now, by, givenFor(now, event, more));
    if (!isStory(made)) throw new Error(`${by} ${event}: ${JSON.stringify(made)}`);
    now = made;
  }
  return now;
};

const ask: Doing = ['consultant', 'asked'];
const byLeder: Doing = ['leder', 'approved'];
const byChef: Doing = ['chef-omsorg', 'approved'];
const out: Doing = ['digitek', 'published'];
const topicOk = [ask, byLeder, byChef];
const allOk = [...topicOk, ask, byLeder, byChef];

/** How a story comes into each state it can be in. */
export const waysTo: Readonly<
  Record<StoryKind, Readonly<Partial<Record<StoryState, readonly Doing[]>>>>
> = {
  microStory: {
    draft: [],
    asked: [ask],
    suggested: [ask, ['chef-omsorg', 'suggested']],
    approved: [ask, byChef],
    published: [ask, byChef, out],
    stopped: [ask, ['chef-omsorg', 'stopped']],
  },
  article: {
    draft: [],
    topicLeder: [ask],
    topicChef: [ask, byLeder],
    writing: topicOk,
    materialLeder: [...topicOk, ask],
    materialChef: [...topicOk, ask, byLeder],
    approved: allOk,
    published: [...allOk, out],
    stopped: [ask, ['leder', 'stopped']],
  },
  description: {
    draft: [],
    published: [out],
    stopped: [['digitek', 'stopped', { ask: null }]],
  },
  press: {
    draft: [],
    asked: [ask],
    taken: [ask, ['leder', 'taken']],
    declined: [ask, ['leder', 'declined']],
    closed: [ask, ['leder', 'taken'], ['leder', 'closed']],
  },
};

/** The wall clock of Copenhagen says which day it is, as the server's does. */
class StoryClock extends TestClock {
  override day(): string {
    return dayOf(this.at);
  }
}

/** Finds a story's events, and gives the same list until there is another event, as the mirror does. */
class EventTable extends MemoryTable<StoryEvent> {
  #counted = -1;
  #all: readonly Row<StoryEvent>[] = [];
  readonly #byStory = new Map<string, readonly Row<StoryEvent>[]>();

  #look(): void {
    if (this.#counted === this.rows.size) return;
    const fresh = [...this.rows.values()].slice(Math.max(0, this.#counted));
    for (const row of fresh) {
      const { storyId } = row.value;
      this.#byStory.set(storyId, [...(this.#byStory.get(storyId) ?? []), row]);
    }
    this.#all = [...this.rows.values()];
    this.#counted = this.rows.size;
  }

  override all(): readonly Row<StoryEvent>[] {
    this.#look();
    return this.#all;
  }

  override where<K extends keyof StoryEvent & string>(field: K, value: StoryEvent[K] & string) {
    this.#look();
    return field === 'storyId' ? (this.#byStory.get(value) ?? []) : super.where(field, value);
  }
}

/** The lists as one server writes them: it can be cut off while the others go on. */
const through = <T extends { readonly id: string }>(
  table: MemoryTable<T>,
  name: string,
  writes: Writes,
): MemoryTable<T> => {
  const cut = async <R>(what: string, write: () => Promise<R>): Promise<R> => {
    writes.before(`${name}.${what}`);
    const done = await write();
    writes.after(`${name}.${what}`);
    return done;
  };
  return Object.assign(Object.create(table) as MemoryTable<T>, {
    all: () => table.all(),
    where: table.where.bind(table),
    get: table.get.bind(table),
    read: table.read.bind(table),
    readWhere: table.readWhere.bind(table),
    insert: (value: T) => cut('insert', () => table.insert(value)),
    update: (row: Row<T>, changes: Partial<T>) => cut('update', () => table.update(row, changes)),
  });
};

export type StoryWorld = {
  readonly stores: MemoryStores;
  readonly clock: StoryClock;
  /** A server of its own over the same lists. */
  readonly server: () => TestDeps;
};

/** Lists with people, a project and settings, and as many servers over them as wanted. */
export const aStoryWorld = (
  at = storyAt,
  more: { readonly closingDays?: readonly string[]; readonly people?: readonly Person[] } = {},
): StoryWorld => {
  const clock = new StoryClock(at);
  const stores: MemoryStores = {
    ...memoryStores(),
    storyEvents: new EventTable('storyEvents', new Writes()),
  };
  stores.people.put(...(more.people ?? storyPeople));
  stores.projects.put(aReadyProject('gate2', { id: 'p1' }));
  if (more.closingDays)
    stores.settings.put({
      id: 'closingDays',
      value: JSON.stringify(more.closingDays),
      lastChange: null,
    });
  const server = (): TestDeps => {
    const writes = new Writes();
    const own = Object.fromEntries(
      Object.entries(stores).map(([name, table]) => [name, through(table as never, name, writes)]),
    ) as unknown as MemoryStores;
    return { ...testDeps(own, writes), clock };
  };
  return { stores, clock, server };
};

type FirstSend = { readonly message: Message; readonly at: string };

/** Keeps what it was given to send: the first time, and again after somebody was cut off. */
export class RecordingMessenger implements Messenger {
  readonly first = new Map<string, FirstSend>();
  readonly again: string[] = [];
  readonly #clock: StoryClock;

  constructor(clock: StoryClock) {
    this.#clock = clock;
  }

  async send(message: Message): Promise<Sent> {
    await Promise.resolve();
    if (this.first.has(message.id)) this.again.push(message.id);
    else this.first.set(message.id, { message, at: this.#clock.at });
    return { type: 'sent', conversationId: `chat-${message.id}`, activityId: `a-${message.id}` };
  }

  async update(): Promise<Refreshed> {
    await Promise.resolve();
    return { type: 'updated' };
  }

  async tellInFeed(): Promise<ToldInFeed> {
    await Promise.resolve();
    return { type: 'told' };
  }

  /** `<kind> <person>` of what was sent for the first time at this moment. */
  sentAt(at: string): readonly string[] {
    return [...this.first.values()]
      .filter((one) => one.at === at)
      .map(({ message: { kind, to } }) => `${kind} ${to.type === 'person' ? to.id : to.type}`)
      .sort();
  }
}

export const aNewStory = (key: string, kind: StoryKind = 'microStory'): NewStory => ({
  ...{ key, kind, projectId: 'p1', benefitId: null },
  content: aContent(),
  about: anAbout(),
});
