import { describe, expect, it } from 'vitest';
import type { Actor } from '#shared/domain/person.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import { type StoryKind, type StoryState, storyKinds } from '#shared/domain/stories/story.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { storyIn } from '#shared/useCases/stories/stories.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import {
  aNewStory,
  aStoryWorld,
  givenFor,
  RecordingMessenger,
  type StoryWorld,
  storyActor,
  waysTo,
} from '../builders/story.ts';
import { Crash, type TestDeps } from '../worlds/memory/memoryStores.ts';

const id = 'story-one';
type Doing = readonly [by: string, event: StoryGiven['type'], more?: object];

const begin = async (deps: TestDeps, kind: StoryKind): Promise<void> => {
  await createStory(deps, storyActor('digitek'), aNewStory(id, kind));
};

/** A description has a key of its own, so its tests look there. */
const withId = (kind: StoryKind): string => (kind === 'description' ? 'viborgdk-p1' : id);

type Way = { readonly kind: StoryKind; readonly name: string; readonly way: readonly Doing[] };

/** Every kind of move, each at the end of a way that leads to it. */
const extra: readonly Way[] = [
  {
    kind: 'microStory',
    name: 'saved while asked',
    way: [
      ['digitek', 'asked'],
      ['digitek', 'saved'],
    ],
  },
  {
    kind: 'microStory',
    name: 'accepted',
    way: [
      ['digitek', 'asked'],
      ['chef-omsorg', 'suggested'],
      ['digitek', 'accepted'],
    ],
  },
  {
    kind: 'microStory',
    name: 'saved after the OK',
    way: [
      ['digitek', 'asked'],
      ['deputy', 'approved'],
      ['digitek', 'saved'],
    ],
  },
  {
    kind: 'microStory',
    name: 'stopped by the author',
    way: [
      ['digitek', 'asked'],
      ['consultant', 'stopped', { ask: null }],
    ],
  },
  {
    kind: 'press',
    name: 'closed by the author',
    way: [
      ['digitek', 'asked'],
      ['consultant', 'closed', { ask: null }],
    ],
  },
];

const ways: readonly Way[] = [
  ...storyKinds.flatMap((kind) =>
    Object.entries(waysTo[kind]).map(([state, way]): Way => {
      const name = (state as StoryState) === 'draft' ? 'begun' : `to ${state}`;
      return { kind, name, way: way ?? [] };
    }),
  ),
  ...extra,
];

type Step = (deps: TestDeps) => Promise<unknown>;

const stepsOf = ({ kind, way }: Way): readonly Step[] => [
  (deps) => begin(deps, kind),
  ...way.map(([by, event, more]): Step => {
    let given: StoryGiven | undefined;
    return async (deps) => {
      const now = storyIn(deps, withId(kind));
      if (!now) throw new Error('not begun');
      // Whoever presses again presses what they pressed.
      given ??= givenFor(now, event, more);
      const actor: Actor = storyActor(by);
      const result = await moveStory(deps, actor, withId(kind), given);
      if (result.type !== 'done' && result.type !== 'repeated')
        throw new Error(`${by} ${event}: ${JSON.stringify(result.type)}`);
      return result.type;
    };
  }),
];

type Left = Awaited<ReturnType<typeof leftIn>>;

/** All that there is in the end, without the hours and etags that may differ. */
const leftIn = async (world: StoryWorld, deps: TestDeps, messenger: RecordingMessenger) => {
  const values = <T>(table: { all(): readonly { value: T }[] }) =>
    table.all().map((row) => row.value);
  const [row] = values(world.stores.stories);
  const history = await historyOf(deps, `story:${row?.id}`);
  return {
    events: values(world.stores.storyEvents),
    messages: values(world.stores.messages)
      .map(({ id: key, state }) => `${key} ${state}`)
      .sort(),
    firstSends: [...messenger.first.keys()].sort(),
    row,
    history: history.entries.map(({ cause, seq }) => `${seq} ${cause}`),
    holds: history.holds,
  };
};

const finish = async (deps: TestDeps, messenger: RecordingMessenger): Promise<void> => {
  expect((await sweep(deps, 'start')).failed).toEqual([]);
  await deps.settle();
  for (let times = 0; times < 3; times += 1) await deliver(deps, messenger);
};

type Cut = { readonly at: number; readonly side: 'failBefore' | 'failAfter' };

/** Plays a way; the last step may be cut off, and is then found by another server and pressed again. */
const play = async (way: Way, cut?: Cut): Promise<{ left: Left; wrote: number }> => {
  const world = aStoryWorld();
  const messenger = new RecordingMessenger(world.clock);
  const steps = stepsOf(way);
  const first = world.server();
  for (const step of steps.slice(0, -1)) {
    await step(first);
    await first.settle();
    await deliver(first, messenger);
  }
  const last = steps.at(-1);
  if (!last) throw new Error('a way has a step');
  const before = first.writes.count;
  if (cut) first.writes[cut.side] = before + cut.at;
  await last(first).catch((thrown: unknown) => {
    if (!(thrown instanceof Crash)) throw thrown;
  });
  await first.settle();
  await deliver(first, messenger).catch((thrown: unknown) => {
    if (!(thrown instanceof Crash)) throw thrown;
  });
  const wrote = first.writes.count - before;
  const second = cut ? world.server() : first;
  // The claim of a message whose sender died has run out.
  if (cut) world.clock.pass(10_000);
  if (cut) await finish(second, messenger);
  if (cut) await last(second);
  await second.settle();
  await finish(second, messenger);
  const left = await leftIn(world, second, messenger);
  return { left, wrote };
};

const timeless = ({ events, row, ...rest }: Left) => ({
  ...rest,
  events: events.map(({ at: _at, ...event }) => event),
  row: { ...row, stateSince: '', createdAt: '' },
});

let cuts = 0;

describe('a move that is cut off between any two writes', () => {
  it.each(ways)('$kind, $name: is finished by another server, once', async (way) => {
    const whole = await play(way);
    const now = whole.left.events;
    expect(whole.left.holds).toBe(true);
    expect(whole.left.history).toHaveLength(now.length);
    expect(whole.wrote).toBeGreaterThan(1);
    for (let at = 0; at < whole.wrote; at += 1)
      for (const side of ['failBefore', 'failAfter'] as const) {
        const { left } = await play(way, { at, side });
        cuts += 1;
        expect(timeless(left), `${side} ${at}`).toEqual(timeless(whole.left));
      }
  });

  it('was tried at every write of every move', () => {
    expect(ways).toHaveLength(23 + extra.length);
    expect(cuts).toBeGreaterThan(300);
    console.log(`${cuts} cuts`);
  });
});
