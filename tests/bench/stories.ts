import { type Message, messageAbout, unsent } from '#shared/domain/message.ts';
import type { StoryNow } from '#shared/domain/stories/now.ts';
import { type StoryEvent, type StoryKind, storyKinds } from '#shared/domain/stories/story.ts';
import { ListRows } from '#shared/graph/listRows.ts';
import { outbox } from '#shared/lists/messages.ts';
import { storyEvents } from '#shared/lists/stories.ts';
import { storiesPage } from '#shared/useCases/pages/storiesPage.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { storiesWaitingFor } from '#shared/useCases/stories/stories.ts';
import { tellStories } from '#shared/useCases/stories/tellStories.ts';
import {
  aStory,
  aStoryWorld,
  storyActor,
  storyAfter,
  storyAt,
  storyPeople,
  waysTo,
} from '../builders/story.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { atMost, type BenchLine, type BenchRow, medianOf, ratioOf, type Size } from './row.ts';

const amounts = {
  full: { stories: 5_000, few: 500, lots: 50_000, times: 20, pairs: 9 },
  small: { stories: 200, few: 100, lots: 400, times: 1, pairs: 1 },
} as const satisfies Record<Size, unknown>;
const eventsEach = 10;

/** Ten events each: what came first is saved again and again, as when people write. */
const eventsOf = (kind: StoryKind, waits: boolean): readonly StoryEvent[] => {
  const state = waits && kind !== 'description' ? 'asked' : 'published';
  const way = waysTo[kind][state] ?? waysTo[kind].closed ?? [];
  const begun = aStory(kind);
  let now: StoryNow = begun;
  for (let saves = eventsEach - 1 - way.length; saves > 0; saves -= 1)
    now = storyAfter(now, ['digitek', 'saved']);
  return storyAfter(now, ...way).events;
};

const patterns = new Map<string, readonly StoryEvent[]>();
const patternOf = (kind: StoryKind, waits: boolean): readonly StoryEvent[] => {
  const key = `${kind}:${waits}`;
  const pattern = patterns.get(key) ?? eventsOf(kind, waits);
  patterns.set(key, pattern);
  return pattern;
};

/** So many stories, of which one in each `every` waits. */
type Among = { readonly every: number; readonly kinds: readonly StoryKind[] };

const storyNumber = (at: number, { every, kinds }: Among): readonly StoryEvent[] => {
  const kind = kinds[at % kinds.length] ?? 'microStory';
  const storyId = `story-${String(at).padStart(5, '0')}`;
  return patternOf(kind, at % every === 0).map((event) => ({
    ...event,
    storyId,
    id: `${storyId}:${event.seq}`,
    cause: `${storyId}:c${event.seq}`,
  }));
};

const aMessageAs = (id: string): Message => ({
  id,
  kind: 'storyTold',
  ...messageAbout.story('another', '1'),
  to: { type: 'person', id: 'nobody' },
  ...unsent,
  createdAt: storyAt,
});

/** The lists of stories and messages as the mirror holds them, behind what the use cases see. */
const filled = (stories: number, among: Among = { every: 50, kinds: storyKinds }) => {
  const world = aStoryWorld(storyAt);
  const rows = { storyEvents: new ListRows(storyEvents), messages: new ListRows(outbox) };
  let seq = 0;
  const put = (event: StoryEvent): void => {
    seq += 1;
    rows.storyEvents.put({ value: event, seq, etag: `"${seq},1"` });
  };
  for (let at = 0; at < stories; at += 1) for (const event of storyNumber(at, among)) put(event);
  const { stores } = testDeps(world.stores);
  // As the mirror does: a list that has not changed is the same list.
  const [people, projects] = [stores.people.all(), stores.projects.all()];
  const seen = {
    ...stores,
    people: { all: () => people, get: (id: string) => stores.people.get(id) },
    projects: { all: () => projects, get: (id: string) => stores.projects.get(id) },
    storyEvents: {
      all: () => rows.storyEvents.all(),
      where: (field: string, value: string) => rows.storyEvents.where(field, value),
      get: (id: string) => rows.storyEvents.get(id),
    },
    messages: {
      all: () => rows.messages.all(),
      get: (id: string) => rows.messages.get(id),
      insert: async (value: Message) => {
        seq += 1;
        const row = { value, seq, etag: `"${seq},1"` };
        rows.messages.put(row);
        return { type: 'inserted', row };
      },
    },
  };
  const deps = { ...world.server(), stores: seen } as unknown as Deps;
  let more = stores.people.all().length + stories;
  const addOne = (): void => {
    more += 1;
    for (const event of storyNumber(more, among).slice(0, 1)) put(event);
  };
  const addMessage = (): void => {
    seq += 1;
    rows.messages.put({ value: aMessageAs(`other:${seq}`), seq, etag: `"${seq},1"` });
  };
  return { deps, addOne, addMessage, rows };
};

const millisecondsOf = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const many = (work: () => unknown, times: number) => () =>
  millisecondsOf(async () => {
    for (let time = 0; time < times; time += 1) await work();
  });

/** B5 to B9: what every server does every few seconds, with far more stories than there will ever be. */
const figuresOf = async (size: Size): Promise<readonly BenchRow[]> => {
  const { stories, times, pairs } = amounts[size];
  const { deps, addOne, addMessage, rows } = filled(stories);
  const chef = storyPeople.find(({ id }) => id === 'chef-omsorg')?.id ?? '';
  const waits = (): void => {
    if (storiesWaitingFor(deps, chef).length === 0) throw new Error('nothing waits');
  };
  /** A walk over the same rows that looks at one field of each. */
  const walk = (): void => {
    const last = rows.storyEvents.all().filter((row) => row.value.kind === 'stopped');
    if (last.length > stories) throw new Error('too many');
  };
  const first = await millisecondsOf(waits);
  await tellStories(deps);
  const tell = async (): Promise<void> => {
    if ((await tellStories(deps)) > 0) throw new Error('told again');
  };
  /** Some message was put in meanwhile, as by every decision: what is due is worked out anew. */
  const tellAfterMessage = async (): Promise<void> => {
    addMessage();
    await tell();
  };
  const page = (): void => {
    storiesPage(deps, storyActor('digitek'), { year: 2027 });
  };
  const afterOne = (): void => {
    addOne();
    waits();
  };
  const changing: number[] = [];
  for (let time = 0; time < 31; time += 1) changing.push(await millisecondsOf(afterOne));
  const what = `${stories.toLocaleString('en')} stories of ${eventsEach} events`;
  page();
  const line = (id: string, kind: string, value: number, [gate, aim]: readonly [number, number]) =>
    atMost({ id, what: `${what}: ${kind}`, value, gate, aim, unit: 'ms' });
  return [
    line('B5', 'what waits for a chef, first time', first, [1_500, 300]),
    line(
      'B6',
      'what waits for a chef, once they are known',
      (await many(waits, times)()) / times,
      [5, 1],
    ),
    line('B7', 'what waits for a chef, after each new event', medianOf(changing), [50, 15]),
    atMost({
      id: 'B8',
      what: `${what}: the scheduler with nothing to tell, against a walk over the events`,
      value: await ratioOf(many(tell, times), many(walk, times), pairs),
      gate: 0.5,
      aim: 0.1,
      unit: '×',
    }),
    atMost({
      id: 'B8',
      what: `${what}: the scheduler after another message, against a walk over the events`,
      value: await ratioOf(many(tellAfterMessage, times), many(walk, times), pairs),
      gate: 0.5,
      aim: 0.1,
      unit: '×',
    }),
    line('B9', 'the whole year for Kommunikation', await millisecondsOf(page), [1_000, 150]),
  ];
};

/** What is told of is found without looking at the rest: a hundred wait, among few and among many. */
const withAHundredWaiting = async (size: Size): Promise<readonly BenchRow[]> => {
  const { few, lots, times, pairs } = amounts[size];
  // A description that was published calls for something when its project goes on.
  const kinds = storyKinds.filter((kind) => kind !== 'description');
  const telling = async (stories: number, every: number) => {
    const { deps, addMessage } = filled(stories, { every, kinds });
    await tellStories(deps);
    return many(async () => {
      addMessage();
      if ((await tellStories(deps)) > 0) throw new Error('told again');
    }, times);
  };
  const value = await ratioOf(
    await telling(lots, lots / 100),
    await telling(few, few / 100),
    pairs,
  );
  const what = `the scheduler after another message, ${lots.toLocaleString('en')} stories against ${few}`;
  return [atMost({ id: 'B8', what, value, gate: 2, aim: 1.2, unit: '×' })];
};

export async function* benchStories(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'B5–B9', measure: () => figuresOf(size) };
  yield { id: 'B8', measure: () => withAHundredWaiting(size) };
}
