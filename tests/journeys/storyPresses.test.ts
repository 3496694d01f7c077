import { describe, expect, it } from 'vitest';
import { storyNowOf } from '#shared/domain/stories/now.ts';
import { type StoryGiven, stepFor } from '#shared/domain/stories/rules.ts';
import type { StoryEvent, StoryKind } from '#shared/domain/stories/story.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { createStory, type MoveResult, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { readStory, storyFactsOf, storyIn } from '#shared/useCases/stories/stories.ts';
import {
  aContent,
  aNewStory,
  aStoryWorld,
  givenFor,
  type StoryWorld,
  storyActor,
  waysTo,
} from '../builders/story.ts';
import { behind } from '../worlds/memory/behind.ts';
import type { TestDeps } from '../worlds/memory/memoryStores.ts';

const id = 'story-one';

/** The same numbers for the same seed (xorshift). */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};

type Doing = readonly [by: string, event: StoryGiven['type'], more?: object];

const storyIs = (deps: TestDeps) => {
  const now = storyIn(deps, id);
  if (!now) throw new Error('lost');
  return now;
};

const grown = async (kind: StoryKind, way: readonly Doing[]): Promise<[StoryWorld, TestDeps]> => {
  const world = aStoryWorld();
  const deps = world.server();
  await createStory(deps, storyActor('digitek'), aNewStory(id, kind));
  for (const [by, event, more] of way) {
    const result = await moveStory(deps, storyActor(by), id, givenFor(storyIs(deps), event, more));
    if (result.type !== 'done') throw new Error(`${by} ${event}: ${result.type}`);
  }
  await deps.settle();
  return [world, deps];
};

/** A server that has not heard of anything since, and whose queries are behind for a while too. */
const late = (world: StoryWorld, query: boolean, looks = 1): TestDeps => {
  const deps = world.server();
  const held = behind(deps.stores.storyEvents);
  const old = held.where('storyId', id);
  let asked = 0;
  const readWhere: typeof held.readWhere = async (field, value) => {
    asked += 1;
    return query && asked <= looks ? old : held.readWhere(field, value);
  };
  return {
    ...deps,
    stores: { ...deps.stores, storyEvents: { ...held, readWhere } as never },
  };
};

const presses: readonly Doing[] = [
  ['chef-omsorg', 'approved'],
  ['deputy', 'approved'],
  ['chef-omsorg', 'suggested'],
  ['deputy', 'suggested', { text: 'Stedfortræderens tekst om døren.' }],
  ['deputy', 'stopped'],
  ['chef-omsorg', 'stopped'],
  ['digitek', 'saved', { content: aContent({ text: 'En ny tekst fra DigiTek.' }) }],
  ['communications', 'saved', { content: aContent({ text: 'En ny tekst fra Kommunikation.' }) }],
  ['consultant', 'asked', { comment: 'Vil du se på den i dag?' }],
  ['consultant', 'stopped', { ask: null }],
  ['leder', 'approved'],
];

type Press = { readonly by: string; readonly given: StoryGiven };
type Race = {
  readonly world: StoryWorld;
  readonly before: number;
  readonly presses: readonly Press[];
  readonly results: readonly MoveResult[];
  readonly events: readonly StoryEvent[];
};

const race = async (random: (below: number) => number, figures: { met: number }): Promise<Race> => {
  const kind = random(4) === 0 ? 'article' : 'microStory';
  const states = {
    article: ['materialChef', 'topicLeder'],
    microStory: ['asked', 'suggested'],
  } as const;
  const state = states[kind][random(5) === 0 ? 1 : 0];
  const [world, deps] = await grown(kind, waysTo[kind][state] ?? []);
  const { storyEvents } = world.stores;
  const insert = storyEvents.insert.bind(storyEvents);
  storyEvents.insert = async (value) => {
    for (let wait = random(4); wait > 0; wait -= 1) await Promise.resolve();
    const inserted = await insert(value);
    if (inserted.type === 'exists') figures.met += 1;
    return inserted;
  };
  const servers = [deps, world.server(), late(world, false), late(world, true)];
  const now = storyIs(deps);
  const chosen = Array.from({ length: 2 + random(7) }, (): Press => {
    const [by, event, more] = presses[random(presses.length)] ?? ['nobody', 'approved'];
    return { by, given: givenFor(now, event, more) };
  });
  const results = await Promise.all(
    chosen.map(async ({ by, given }) => {
      for (let wait = random(6); wait > 0; wait -= 1) await Promise.resolve();
      return moveStory(servers[random(4)] ?? deps, storyActor(by), id, given);
    }),
  );
  await Promise.all(servers.map((one) => one.settle()));
  const events = [...storyIs(deps).events];
  return { world, before: now.revision, presses: chosen, results, events };
};

/** Each new event was allowed on the story as it was right before it. */
const isLinear = (deps: TestDeps, { events, before, presses: pressed }: Race): void => {
  for (const event of events.slice(before)) {
    const now = storyNowOf(events.slice(0, event.seq - 1));
    if (!now) throw new Error('nothing before');
    const fits = pressed.some(
      ({ by, given }) =>
        by === event.byId &&
        given.type === event.kind &&
        stepFor(now, storyActor(by), given, storyFactsOf(deps, now)).ok,
    );
    expect(fits, `${event.seq} ${event.kind} by ${event.byId}`).toBe(true);
  }
};

/** Each is told what came of it, on the story as it really was. */
const toldRight = ({ events, before, results }: Race): number => {
  expect(results.filter(({ type }) => type === 'done')).toHaveLength(events.length - before);
  for (const result of results) {
    if (result.type === 'unknown') throw new Error('lost');
    const { now } = result.view;
    expect({ ...now }).toEqual({ ...storyNowOf(events.slice(0, now.revision)) });
  }
  return results.filter(({ type }) => type === 'refused').length;
};

/** Nobody who was refused could have done it on the story they were shown. */
const refusedRight = (deps: TestDeps, one: Race): void => {
  for (const [at, result] of one.results.entries()) {
    const press = one.presses[at];
    if (result.type !== 'refused' || !press) continue;
    const { now } = result.view;
    const again = stepFor(now, storyActor(press.by), press.given, storyFactsOf(deps, now));
    expect(again).toEqual({ ok: false, refusal: result.refusal });
  }
};

describe('several who act at once', () => {
  it('come one after the other, in 1,000 races of two to eight on servers that are behind', async () => {
    const random = numbers(4_711);
    const figures = { met: 0 };
    let refused = 0;
    for (let at = 0; at < 1_000; at += 1) {
      const one = await race(random, figures);
      const { events } = one;
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect(new Set(events.map(({ cause }) => cause)).size).toBe(events.length);
      refused += toldRight(one);
      const deps = one.world.server();
      refusedRight(deps, one);
      isLinear(deps, one);
      const history = await historyOf(deps, `story:${id}`);
      expect([history.holds, history.entries.length]).toEqual([true, events.length]);
      expect(one.world.stores.stories.get(id)?.value.revision).toBe(events.length);
    }
    expect(figures.met).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(500);
    console.log(`1,000 races: ${figures.met} met another in the way, ${refused} came too late`);
  }, 120_000);
});

const week = 7 * 86_400_000;

describe('a press that is delivered again', () => {
  const cases: readonly (readonly [StoryKind, readonly Doing[], Doing])[] = [
    ['microStory', [], ['digitek', 'saved', { content: aContent({ text: 'Ny tekst' }) }]],
    ['microStory', [], ['digitek', 'asked']],
    ['microStory', waysTo.microStory.asked ?? [], ['chef-omsorg', 'approved']],
    ['microStory', waysTo.microStory.asked ?? [], ['deputy', 'suggested']],
    ['microStory', waysTo.microStory.asked ?? [], ['chef-omsorg', 'stopped']],
    ['microStory', waysTo.microStory.asked ?? [], ['consultant', 'stopped', { ask: null }]],
    ['microStory', waysTo.microStory.suggested ?? [], ['digitek', 'accepted']],
    ['microStory', waysTo.microStory.approved ?? [], ['digitek', 'published']],
    ['article', waysTo.article.topicLeder ?? [], ['leder', 'approved']],
    ['article', waysTo.article.materialChef ?? [], ['chef-omsorg', 'suggested']],
    ['press', waysTo.press.asked ?? [], ['leder', 'taken']],
    ['press', waysTo.press.asked ?? [], ['leder', 'declined']],
    ['press', waysTo.press.taken ?? [], ['leder', 'closed']],
  ];

  it.each(cases)(
    '%s: is one event however often it comes (%#)',
    async (kind, way, [by, event, more]) => {
      const random = numbers(cases.length * 31 + way.length + by.length);
      for (let times = 1; times <= 5; times += 1) {
        const [world, deps] = await grown(kind, way);
        const given = givenFor(storyIs(deps), event, more);
        const before = storyIs(deps).revision;
        const servers = [deps, world.server(), late(world, true)];
        const press = () => moveStory(servers[random(3)] ?? deps, storyActor(by), id, given);
        const results = await Promise.all(Array.from({ length: times }, press));
        await Promise.all(servers.map((one) => one.settle()));
        expect(results.filter(({ type }) => type === 'done')).toHaveLength(1);
        expect(results.filter(({ type }) => type === 'repeated')).toHaveLength(times - 1);
        world.clock.pass(week);
        const again = await moveStory(world.server(), storyActor(by), id, given);
        expect(again.type).toBe('repeated');
        expect(world.stores.storyEvents.all()).toHaveLength(before + 1);
        const [first] = results;
        if (first?.type !== 'unknown' && again.type !== 'unknown')
          expect({ ...again.view.now }).toEqual({ ...first?.view.now });
      }
    },
  );

  it('is the same even when the story has gone on since', async () => {
    const [world, deps] = await grown('microStory', waysTo.microStory.asked ?? []);
    const yes = givenFor(storyIs(deps), 'approved');
    await moveStory(deps, storyActor('chef-omsorg'), id, yes);
    const put = givenFor(storyIs(deps), 'published');
    await moveStory(deps, storyActor('digitek'), id, put);
    const again = await moveStory(world.server(), storyActor('chef-omsorg'), id, yes);
    expect(again).toMatchObject({ type: 'repeated', view: { now: { state: 'published' } } });
    expect(storyIs(deps).events).toHaveLength(4);
  });

  it('begins one story however often it is sent', async () => {
    const world = aStoryWorld();
    const servers = [world.server(), world.server()];
    const made = await Promise.all(
      [0, 1, 0, 1, 0].map((at) =>
        createStory(servers[at] ?? world.server(), storyActor('digitek'), aNewStory(id)),
      ),
    );
    expect(made.every(({ ok }) => ok)).toBe(true);
    await Promise.all(servers.map((one) => one.settle()));
    expect(world.stores.storyEvents.all()).toHaveLength(1);
    expect(world.stores.stories.all()).toHaveLength(1);
  });

  it('stops a description a second time when it was taken up in between', async () => {
    const world = aStoryWorld();
    const deps = world.server();
    const who = storyActor('digitek');
    await createStory(deps, who, aNewStory('description-1', 'description'));
    const key = 'viborgdk-p1';
    const move = async (event: StoryGiven['type'], more = {}) => {
      const now = await readStory(deps, key);
      if (!now) throw new Error('lost');
      return (await moveStory(deps, who, key, givenFor(now, event, more))).type;
    };
    expect(await move('stopped', { ask: null })).toBe('done');
    expect(await move('stopped', { ask: null })).toBe('repeated');
    expect(await move('saved')).toBe('done');
    expect(await move('stopped', { ask: null })).toBe('done');
    expect(await move('stopped', { ask: null })).toBe('repeated');
    await deps.settle();
    expect(storyIn(deps, key)?.state).toBe('stopped');
  });

  it('is not refused by a server whose query has not heard of the save before it', async () => {
    const [world, deps] = await grown('microStory', []);
    const slow = late(world, true);
    const content = aContent({ text: 'Gemt lige før' });
    await moveStory(deps, storyActor('digitek'), id, givenFor(storyIs(deps), 'saved', { content }));
    const asked = givenFor(storyIs(deps), 'asked');
    const result = await moveStory(slow, storyActor('digitek'), id, asked);
    expect(result.type).toBe('done');
    await Promise.all([deps.settle(), slow.settle()]);
    expect(storyIs(deps).version.text).toBe('Gemt lige før');
  });

  it('is followed by what memory knows, where the query does not know of it yet', async () => {
    const [world, deps] = await grown('microStory', []);
    const slow = late(world, true, Number.POSITIVE_INFINITY);
    await moveStory(slow, storyActor('digitek'), id, givenFor(storyIs(deps), 'asked'));
    await slow.settle();
    expect(world.stores.stories.get(id)?.value).toMatchObject({ revision: 2, state: 'asked' });
    expect(world.stores.messages.all().map((row) => row.value.kind)).toContain('storyAsk');
  });
});
