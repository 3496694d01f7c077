import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import type { Person } from '#shared/domain/person.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import type { Sent } from '#shared/useCases/outbox/messenger.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { storiesWaitingFor, storyIn } from '#shared/useCases/stories/stories.ts';
import { tellStories } from '#shared/useCases/stories/tellStories.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import {
  aNewStory,
  aStoryWorld,
  givenFor,
  RecordingMessenger,
  type StoryWorld,
  storyActor,
  storyPeople,
} from '../builders/story.ts';
import type { TestDeps } from '../worlds/memory/memoryStores.ts';

const id = 'story-one';
const day = 86_400_000;
const people = storyPeople.map((person) =>
  person.id.startsWith('deputy') ? { ...person, deputyFor: null } : person,
);

const begin = async (
  deps: TestDeps,
  kind: 'microStory' | 'article' = 'microStory',
): Promise<void> => {
  await createStory(deps, storyActor('digitek'), aNewStory(id, kind));
  await move(deps, 'digitek', 'asked');
};

const move = async (deps: TestDeps, who: string, event: Parameters<typeof givenFor>[1]) => {
  const now = storyIn(deps, id);
  if (!now) throw new Error('not begun');
  const actor = storyActor(
    who,
    deps.stores.people.all().map((row) => row.value),
  );
  const result = await moveStory(deps, actor, id, givenFor(now, event));
  await deps.settle();
  return result.type === 'refused' ? result.refusal.type : result.type;
};

const change = async (world: StoryWorld, who: string, more: Partial<Person>): Promise<void> => {
  const row = await world.stores.people.read(who);
  if (!row) throw new Error(who);
  await world.stores.people.update(row, more);
};

const beside: readonly string[] = ['yearNotOpened', 'morning'];

const kinds = (world: StoryWorld, who: string): readonly string[] =>
  world.stores.messages
    .all()
    .map((row) => row.value)
    // The years that nobody opens here are another matter, and so are their mornings.
    .filter(({ to, kind }) => to.type === 'person' && to.id === who && !beside.includes(kind))
    .map(({ kind, about, state }) => `${kind} ${about} ${state}`);

const work = async (deps: TestDeps, messenger: RecordingMessenger): Promise<void> => {
  expect((await sweep(deps, 'later')).failed).toEqual([]);
  await tellStories(deps);
  await deliver(deps, messenger);
  await deliver(deps, messenger);
};

/** Teams cannot be reached until it is said that it can. */
class SlowMessenger extends RecordingMessenger {
  open = false;
  override async send(message: Message): Promise<Sent> {
    if (this.open) return super.send(message);
    return { type: 'later', retryAfterMs: 1_000, problem: 'Teams is down' };
  }
}

describe('an answer that is waited for 400 days', () => {
  it('can still be given, by the new chef, after five restarts', async () => {
    const world = aStoryWorld('2027-03-03T09:14:00Z', { people });
    const messenger = new RecordingMessenger(world.clock);
    await begin(world.server());
    for (let restart = 0; restart < 5; restart += 1) {
      const deps = world.server();
      expect((await sweep(deps, 'start')).failed).toEqual([]);
      await work(deps, messenger);
      world.clock.pass(80 * day);
      if (restart !== 2) continue;
      await change(world, 'chef-omsorg', { roles: [], area: null });
      await change(world, 'other-leder', { roles: ['chef'], area: 'omsorg' });
    }
    const deps = world.server();
    await work(deps, messenger);
    expect(storyIn(deps, id)).toMatchObject({ state: 'asked', approval: null, publications: [] });
    expect(kinds(world, 'chef-omsorg')).toEqual(['storyAsk 2 sent']);
    expect(kinds(world, 'other-leder')).toEqual(['storyAsk 2 sent']);
    expect(kinds(world, 'consultant')).toEqual(['storyOverdue 2 sent']);
    expect(storiesWaitingFor(deps, 'other-leder')).toHaveLength(1);
    expect(storiesWaitingFor(deps, 'chef-omsorg')).toHaveLength(0);
    expect(await move(deps, 'chef-omsorg', 'approved')).toBe('notYours');
    expect(await move(deps, 'other-leder', 'approved')).toBe('done');
    await work(deps, messenger);
    expect(storyIn(deps, id)?.approval).toMatchObject({ byId: 'other-leder', seat: 'omsorg' });
    const history = await historyOf(deps, `story:${id}`);
    expect(history.holds).toBe(true);
    expect(history.entries.map(({ cause }) => cause)).toEqual([`${id}:1`, `${id}:2`, `${id}:3`]);
    expect(messenger.again).toEqual([]);
  });
});

describe('what waits in the outbox', () => {
  it('is not brought to a deputy whose days are over, and is when they stand in again', async () => {
    const world = aStoryWorld('2027-03-03T09:14:00Z', { people });
    const messenger = new SlowMessenger(world.clock);
    const standIn = (from: string, to: string) =>
      change(world, 'deputy', { deputyFor: 'omsorg', deputyFrom: from, deputyTo: to });
    await standIn('2027-03-03', '2027-03-03');
    const deps = world.server();
    await begin(deps);
    await work(deps, messenger);
    expect(kinds(world, 'deputy')).toEqual(['storyAsk 2 queued']);
    world.clock.at = '2027-03-04T06:00:00Z';
    messenger.open = true;
    await work(deps, messenger);
    expect(kinds(world, 'deputy')).toEqual(['storyAsk 2 dropped']);
    expect(kinds(world, 'chef-omsorg')).toEqual(['storyAsk 2 sent']);
    await standIn('2027-03-04', '2027-03-10');
    await work(deps, messenger);
    expect(kinds(world, 'deputy')).toEqual(['storyAsk 2 sent']);
    expect([...messenger.first.keys()].filter((key) => key.endsWith(':deputy'))).toHaveLength(1);
  });

  it('is no question that was answered meanwhile, and no nudge that is past', async () => {
    const world = aStoryWorld('2027-03-03T09:14:00Z', { people });
    const messenger = new SlowMessenger(world.clock);
    const deps = world.server();
    await begin(deps);
    await work(deps, messenger);
    world.clock.at = '2027-03-04T08:00:00Z';
    await work(deps, messenger);
    expect(kinds(world, 'chef-omsorg')).toEqual(['storyAsk 2 queued', 'storyNudge 2 queued']);
    world.clock.at = '2027-03-04T15:30:00Z';
    messenger.open = true;
    await work(deps, messenger);
    expect(kinds(world, 'chef-omsorg')).toEqual(['storyAsk 2 sent', 'storyNudge 2 dropped']);
    expect(kinds(world, 'consultant')).toEqual(['storyOverdue 2 sent']);
  });

  it('is no nudge to somebody who was asked after the hour of it', async () => {
    const world = aStoryWorld('2027-03-03T09:14:00Z', { people });
    const messenger = new RecordingMessenger(world.clock);
    const deps = world.server();
    await begin(deps);
    world.clock.at = '2027-03-04T10:00:00Z';
    await change(world, 'deputy', {
      ...{ deputyFor: 'omsorg', deputyFrom: '2027-03-04', deputyTo: '2027-03-04' },
    });
    await work(deps, messenger);
    await work(deps, messenger);
    expect(kinds(world, 'deputy')).toEqual(['storyAsk 2 sent']);
    expect(kinds(world, 'chef-omsorg')).toEqual(['storyAsk 2 sent', 'storyNudge 2 sent']);
  });

  it('is no old answer to somebody who came later', async () => {
    const world = aStoryWorld('2027-03-03T09:14:00Z', { people });
    const messenger = new RecordingMessenger(world.clock);
    const deps = world.server();
    await begin(deps, 'article');
    expect(await move(deps, 'leder', 'approved')).toBe('done');
    await change(world, 'nobody', { roles: ['communications'] });
    await work(deps, messenger);
    expect(kinds(world, 'nobody')).toEqual([]);
    expect(await move(deps, 'chef-omsorg', 'approved')).toBe('done');
    await work(world.server(), messenger);
    expect(kinds(world, 'nobody')).toEqual(['storyTold 4 sent']);
    expect(kinds(world, 'communications')).toEqual(['storyTold 3 sent', 'storyTold 4 sent']);
    expect(kinds(world, 'leder')).toEqual(['storyAsk 2 dropped', 'storyTold 4 sent']);
  });
});

describe('what viborg.dk says', () => {
  it('is told to Kommunikation when the project has gone on, once, and not when it is put right', async () => {
    const world = aStoryWorld('2027-03-03T09:14:00Z', { people });
    const messenger = new SlowMessenger(world.clock);
    const deps = world.server();
    const who = storyActor('communications');
    await createStory(deps, who, aNewStory('description-1', 'description'));
    const key = 'viborgdk-p1';
    const publish = async () => {
      const now = storyIn(deps, key);
      if (!now) throw new Error('lost');
      await moveStory(deps, who, key, givenFor(now, 'published', { day: deps.clock.day() }));
      await deps.settle();
    };
    const phase = async (to: 'trial' | 'operation' | 'spread') => {
      const row = await world.stores.projects.read('p1');
      if (row) await world.stores.projects.update(row, { phase: to });
    };
    await publish();
    await work(deps, messenger);
    expect(kinds(world, 'communications')).toEqual([]);
    await phase('trial');
    await work(deps, messenger);
    expect(kinds(world, 'communications')).toEqual(['storyStale trial queued']);
    await publish();
    messenger.open = true;
    world.clock.pass(60_000);
    await work(deps, messenger);
    expect(kinds(world, 'communications')).toEqual(['storyStale trial dropped']);
    await phase('operation');
    await work(deps, messenger);
    await work(world.server(), messenger);
    expect(kinds(world, 'communications').at(-1)).toBe('storyStale operation sent');
    expect(kinds(world, 'communications')).toHaveLength(2);
  });
});
