import { choice } from '#shared/domain/gates.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { cardFor } from '../../bot/cards/requests/cardFor.ts';
import type { Inbound } from '../../bot/channel/inbound.ts';
import { createTurn } from '../../bot/turn/bot.ts';
import { bindUseCases } from '../../bot/turn/useCases.ts';
import {
  aDecision,
  aPosition,
  aProject,
  aReader,
  aRequest,
  aView,
  chefs,
  consultant,
  deputy,
  people,
} from '../builders/request.ts';
import { aNewStory, anAbout } from '../builders/story.ts';
import { context, everyState } from '../gallery/states.ts';
import {
  activityOf,
  botId,
  type Channel,
  issuer,
  openChannel,
  tokenOf,
} from '../worlds/bot/channel.ts';
import { fakeBot, serviceUrl } from '../worlds/bot/parts.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { aConversation, botOver } from './botOver.ts';
import { cpuEach } from './cpu.ts';
import { emptyAdapter } from './emptyAdapter.ts';
import { atMost, type BenchLine, type BenchRow, ratioOf, type Size } from './row.ts';

const amounts = {
  full: { turns: 200, pairs: 9, presses: 1_000, deadlineMs: 800, cards: 5_000 },
  small: { turns: 2, pairs: 1, presses: 5, deadlineMs: 50, cards: 20 },
} as const satisfies Record<Size, unknown>;

type Amounts = (typeof amounts)[Size];

const fillWithDecided = async ({ stores }: TestDeps): Promise<void> => {
  stores.requests.put(aRequest());
  stores.decisions.put(aDecision());
};

const storyId = 'story-one';

/** A story whose chef is asked, or has said OK to it. */
const fillWithStory = async (deps: TestDeps, upTo: 'asked' | 'approved'): Promise<void> => {
  // Whoever a story is about must be a leder, and nobody else of these people is.
  deps.stores.people.put(deputy);
  const [author, chef] = [consultant, chefs.omsorg].map(({ id, name }) => actorOf(deps, id, name));
  if (!author || !chef) throw new Error('nobody is there');
  const about = anAbout({ lederId: deputy.id, lederName: deputy.name });
  const story = { ...aNewStory(storyId), projectId: aProject().id, about };
  const created = await createStory(deps, author, story);
  if (!created.ok) throw new Error(`The story was refused: ${created.refusal.type}`);
  const move = async (actor: Actor, step: StoryGiven): Promise<void> => {
    const { type } = await moveStory(deps, actor, storyId, step);
    if (type !== 'done') throw new Error(`The story was not ${step.type}: ${type}`);
  };
  await move(author, { type: 'asked', revision: 1, comment: '' });
  if (upTo === 'approved') await move(chef, { type: 'approved', ask: 2, comment: '' });
  await deps.settle();
};

/** The whole bot over lists in memory, with one matter that its chef has answered. */
const wholeBot = async (
  channel: Channel,
  { fill, says }: Pick<Pressing, 'fill' | 'says'>,
): Promise<(authorization: string, raw: string) => Promise<void>> => {
  const deps = testDeps();
  const { stores } = deps;
  stores.people.put(...people);
  stores.projects.put(aProject());
  await fill(deps);
  stores.conversations.put(aConversation(channel));
  return botOver(channel, deps, says);
};

const decide = {
  action: {
    type: 'Action.Execute',
    verb: 'choose',
    data: { requestId: aRequest().id, revision: 0, outcome: 'investigate', comment: '' },
  },
  trigger: 'manual',
};

const aPress: Inbound = {
  type: 'invoke',
  id: 'f:1',
  name: 'adaptiveCard/action',
  serviceUrl,
  replyToId: '1',
  personId: chefs.omsorg.id,
  personName: chefs.omsorg.name,
  teamsUserId: '29:1person',
  botTeamsId: '28:bot',
  conversationId: 'a:1personal',
  kind: 'personal',
  text: '',
  value: decide,
  action: '',
  membersAdded: [],
  membersRemoved: [],
};

/** A press that has been made before, so that each of many is the same. */
type Pressing = {
  readonly what: string;
  readonly value: typeof decide | typeof approve;
  readonly fill: (deps: TestDeps) => Promise<void>;
  /** What the card that answers it says. */
  readonly says: string;
};

const approve = {
  action: {
    type: 'Action.Execute',
    verb: 'approveStory',
    data: { storyId, ask: 2, revision: 2, comment: '' },
  },
  trigger: 'manual',
};

const pressings: readonly Pressing[] = [
  { what: 'an invoke', value: decide, fill: fillWithDecided, says: 'Du besluttede' },
  {
    what: 'a story’s OK',
    value: approve,
    fill: (deps) => fillWithStory(deps, 'approved'),
    says: 'Du sagde OK',
  },
];

const invokeOf = (channel: Channel, value: Pressing['value']): string =>
  JSON.stringify(
    activityOf(channel, { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value }),
  );

const benchInvoke = async (pressing: Pressing, { turns, pairs }: Amounts): Promise<BenchRow> => {
  const channel = await openChannel();
  try {
    const [bot, empty] = [
      await wholeBot(channel, pressing),
      emptyAdapter({ ...channel, botId, issuer }),
    ];
    const authorization = `Bearer ${await tokenOf(channel)}`;
    const raw = invokeOf(channel, pressing.value);
    const value = await ratioOf(
      () => cpuEach(turns, () => bot(authorization, raw)),
      () => cpuEach(turns, () => empty(authorization, raw)),
      pairs,
    );
    return atMost({
      id: 'P11',
      what: `CPU of ${pressing.what} (all checks, dedupe, card) against the empty adapter with its own checks`,
      value,
      gate: 2,
      aim: 1.4,
      unit: '×',
    });
  } finally {
    await channel.close();
  }
};

const never = (): Promise<never> => new Promise(() => undefined);

/** The bot that knows the story, and asks lists that do not answer. */
const storyBotWithoutLists = async (deadlineMs: number) => {
  const deps = testDeps();
  deps.stores.people.put(...people);
  deps.stores.projects.put(aProject());
  await fillWithStory(deps, 'asked');
  deps.stores.storyEvents.readWhere = never;
  return fakeBot(bindUseCases(deps), deadlineMs);
};

/** Every press while the lists never answer; the card says so, and Teams shows no error. */
const benchDeadline = async (
  what: string,
  bot: ReturnType<typeof fakeBot>,
  { value, presses }: { readonly value: unknown; readonly presses: number },
): Promise<BenchRow> => {
  const turn = createTurn({ ...bot.parts, later: () => undefined });
  const press = async (): Promise<number> => {
    const started = performance.now();
    const reply = await turn({ ...aPress, value });
    const sent = JSON.stringify(reply?.body);
    if (!sent.includes('modtaget, men ikke gemt endnu'))
      throw new Error(`A press was answered with another card: ${sent}`);
    return performance.now() - started;
  };
  const taken = await Promise.all(Array.from({ length: presses }, press));
  return atMost({
    id: 'P13',
    what: `slowest of ${presses.toLocaleString('en')} ${what} while the lists do not answer, each with a true card`,
    value: Math.max(...taken) / 1_000,
    gate: 1.5,
    aim: 1,
    unit: 's',
  });
};

const benchCards = async (cards: number): Promise<readonly BenchRow[]> => {
  const seats = Array.from({ length: 30 }, (_, index) => `omraade${index}`);
  const thirty = aView({
    areas: seats.map((id) => ({ id, name: `Område ${id}` })),
    request: { decider: { type: 'chefgruppe', seats }, why: { type: 'commonPool' } },
    statements: seats.map((seat) => ({
      ...aPosition('omsorg', choice('investigate'), 'Ja tak til det.'),
      seat,
    })),
  });
  const view = aView();
  const reader = aReader(view);
  await cpuEach(cards / 2, async () => void cardFor(view, reader, context));
  const each = await cpuEach(cards, async () => {
    JSON.stringify(cardFor(view, reader, context));
  });
  const sizes = everyState().map(({ card }) => Buffer.byteLength(JSON.stringify(card)));
  const large = Buffer.byteLength(JSON.stringify(cardFor(thirty, aReader(thirty, null), context)));
  return [
    atMost({
      id: 'P27',
      what: 'CPU to draw a gate card',
      value: each,
      gate: 200,
      aim: 50,
      unit: 'µs',
    }),
    atMost({
      id: 'P27',
      what: 'largest card of all states',
      value: Math.max(...sizes) / 1_024,
      gate: 12,
      aim: 6,
      unit: 'KB',
    }),
    atMost({
      id: 'P27',
      what: 'card with 30 positions',
      value: large / 1_024,
      gate: 12,
      aim: 6,
      unit: 'KB',
    }),
  ];
};

/** P11, P13 and P27 of the goals. */
export async function* benchBot(size: Size): AsyncGenerator<BenchLine> {
  const many = amounts[size];
  const { presses, deadlineMs, cards } = many;
  for (const pressing of pressings)
    yield { id: 'P11', measure: async () => [await benchInvoke(pressing, many)] };
  yield {
    id: 'P13',
    measure: async () => {
      const bot = fakeBot({ answerRequest: never }, deadlineMs);
      return [await benchDeadline('presses', bot, { value: decide, presses })];
    },
  };
  yield {
    id: 'P13',
    measure: async () => {
      const bot = await storyBotWithoutLists(deadlineMs);
      return [await benchDeadline('OKs to a story', bot, { value: approve, presses })];
    },
  };
  yield { id: 'P27', measure: () => benchCards(cards) };
}
