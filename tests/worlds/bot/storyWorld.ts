import { expect } from 'vitest';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import type { Content, StoryKind } from '#shared/domain/stories/story.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { storyIn } from '#shared/useCases/stories/stories.ts';
import type { Inbound } from '../../../bot/channel/inbound.ts';
import { createTurn } from '../../../bot/turn/bot.ts';
import { bindUseCases, type UseCases } from '../../../bot/turn/useCases.ts';
import { aContent, aNewStory, aStoryWorld, givenFor, storyActor } from '../../builders/story.ts';
import type { TestDeps } from '../memory/memoryStores.ts';
import { type Fakes, fakeBot, serviceUrl } from './parts.ts';

export type Json = Record<string, unknown>;

/** Every object of a card, what its buttons send left out. */
export function* nodesOf(value: unknown): Generator<Json> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodesOf(each);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  yield value as Json;
  for (const [name, inner] of Object.entries(value))
    if (name !== 'data' && name !== 'fallback') yield* nodesOf(inner);
}

/** Everything a card says, in one text. */
export const saidOn = (card: unknown): string =>
  [...nodesOf(card)]
    .flatMap((node) => [node['text'], node['title'], node['label']])
    .filter((text) => typeof text === 'string')
    .join(' ')
    .replaceAll('\u00a0', ' ');

const executesOn = (card: unknown): readonly Json[] =>
  [...nodesOf(card)].filter((node) => node['type'] === 'Action.Execute' && 'title' in node);

export const labelsOn = (card: unknown): readonly string[] =>
  executesOn(card).map(({ title }) => String(title));

/** What stands in a field. */
export const typedOn = (card: unknown, id = 'comment'): unknown =>
  [...nodesOf(card)].find((node) => node['type'] === 'Input.Text' && node['id'] === id)?.['value'];

/** A bot over lists in memory, pressed as Teams does. */
export class CardBot {
  readonly deps: TestDeps;
  readonly fakes: Fakes;
  readonly #turn: ReturnType<typeof createTurn>;

  constructor(deps: TestDeps, useCases: Partial<UseCases> = {}, deadlineMs = 200) {
    this.deps = deps;
    this.fakes = fakeBot({ ...bindUseCases(deps), ...useCases }, deadlineMs, deps);
    this.#turn = createTurn(this.fakes.parts);
  }

  inbound(by: string, more: Partial<Inbound>): Inbound {
    return {
      type: 'invoke',
      id: 'f:1',
      name: 'adaptiveCard/action',
      serviceUrl,
      replyToId: 'card-1',
      personId: by,
      personName: this.deps.stores.people.get(by)?.value.name ?? by,
      teamsUserId: `29:${by}`,
      botTeamsId: '28:bot',
      conversationId: `a:${by}`,
      kind: 'personal',
      text: '',
      value: undefined,
      action: '',
      membersAdded: [],
      membersRemoved: [],
      ...more,
    };
  }

  /** What comes back in the card's place: a card, or a word. */
  async send(by: string, verb: string, data: Json): Promise<unknown> {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const reply = await this.#turn(this.inbound(by, { value }));
    expect(reply?.status).toBe(200);
    const body = reply?.body;
    return typeof body === 'object' && body !== null && 'value' in body ? body.value : undefined;
  }

  /** Presses a button that the card really has. */
  press(by: string, card: unknown, label: string, inputs: Json = {}): Promise<unknown> {
    const action = executesOn(card).find(({ title }) => title === label);
    if (!action) throw new Error(`No »${label}« among ${labelsOn(card).join(', ')}.`);
    return this.send(by, String(action['verb']), { ...(action['data'] as Json), ...inputs });
  }

  /** An old client sends the button's fallback as a message. */
  async submit(by: string, card: unknown, label: string, inputs: Json = {}): Promise<void> {
    const action = executesOn(card).find(({ title }) => title === label);
    const fallback = action?.['fallback'] as Json | undefined;
    const value = { ...(fallback?.['data'] as Json), ...inputs };
    await this.#turn(this.inbound(by, { type: 'message', name: '', value }));
  }

  async say(by: string, text: string): Promise<unknown> {
    await this.#turn(this.inbound(by, { type: 'message', name: '', replyToId: null, text }));
    await this.fakes.settled();
    return this.fakes.outbound.sent.at(-1)?.card;
  }
}

/** The same, over the lists of a story. */
export class StoryBot extends CardBot {
  constructor(change: (real: UseCases) => Partial<UseCases> = () => ({}), deadlineMs = 200) {
    const deps = aStoryWorld().server();
    super(deps, change(bindUseCases(deps)), deadlineMs);
  }

  /** The card of the question as somebody's client draws it. */
  card(by: string, storyId: string, ask: number, kind = 'storyAsk'): Promise<unknown> {
    const data = { storyId, ask, revision: 0, kind, about: String(ask) };
    return this.send(by, 'refreshStory', data);
  }

  async begin(key: string, kind: StoryKind = 'microStory', content: Partial<Content> = {}) {
    const actor = storyActor('consultant');
    const story = { ...aNewStory(key, kind), content: aContent(content) };
    await createStory(this.deps, actor, story);
    await this.does(key, 'consultant', 'asked');
    return key;
  }

  async does(id: string, by: string, event: StoryGiven['type'], more: object = {}): Promise<void> {
    const now = storyIn(this.deps, id);
    if (!now) throw new Error(`no ${id}`);
    const made = await moveStory(this.deps, storyActor(by), id, givenFor(now, event, more));
    expect(made.type).toBe('done');
  }

  state(id: string): string {
    return storyIn(this.deps, id)?.state ?? 'none';
  }

  events(id: string): readonly string[] {
    return storyIn(this.deps, id)?.events.map(({ kind }) => kind) ?? [];
  }
}
