import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Conversation } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import type { Refreshed, Sent } from '#shared/useCases/outbox/messenger.ts';
import type { Deps, Inserted, Row, Table, Updated } from '#shared/useCases/ports.ts';
import type { Created, Outbound, Place, RosterMember } from '../../../bot/channel/outbound.ts';
import { placesOf } from '../../../bot/createBot.ts';
import type { BotParts } from '../../../bot/turn/botParts.ts';
import { KnownConversations } from '../../../bot/turn/knownConversations.ts';
import type { Copy, UseCases } from '../../../bot/turn/useCases.ts';
import { aReader, aView, chefs, consultant, now, people } from '../../builders/request.ts';
import { aStatus, context } from '../../gallery/states.ts';
import { testDeps } from '../memory/memoryStores.ts';

/** A list in memory with the rules of the real one: unique keys, and updates against a version. */
export class FakeTable<T extends { readonly id: string }> implements Table<T> {
  readonly rows = new Map<string, Row<T>>();

  all(): readonly Row<T>[] {
    return [...this.rows.values()];
  }
  get(id: string): Row<T> | undefined {
    return this.rows.get(id);
  }
  where<K extends keyof T & string>(field: K, value: T[K] & string): readonly Row<T>[] {
    return this.all().filter((row) => row.value[field] === value);
  }
  async read(id: string): Promise<Row<T> | undefined> {
    return this.rows.get(id);
  }
  async readWhere<K extends keyof T & string>(
    field: K,
    value: T[K] & string,
  ): Promise<readonly Row<T>[]> {
    return this.where(field, value);
  }
  async insert(value: T): Promise<Inserted<T>> {
    const known = this.rows.get(value.id);
    if (known) return { type: 'exists', row: known };
    const row = { value, seq: this.rows.size + 1, etag: '1' };
    this.rows.set(value.id, row);
    return { type: 'inserted', row };
  }
  async update(row: Row<T>, changes: Partial<T>): Promise<Updated<T>> {
    const known = this.rows.get(row.value.id);
    if (!known) return { type: 'gone' };
    if (known.etag !== row.etag) return { type: 'changed', row: known };
    const next = { ...known, value: { ...known.value, ...changes }, etag: `${known.etag}+` };
    this.rows.set(row.value.id, next);
    return { type: 'updated', row: next };
  }
}

export type SentCard = {
  readonly place: Place;
  readonly card: IAdaptiveCard;
  readonly summary: string;
};

/** Teams, as far as the bot writes to it. */
export class FakeOutbound implements Outbound {
  readonly sent: SentCard[] = [];
  readonly updated: (SentCard & { readonly activityId: string })[] = [];
  readonly created: PersonId[] = [];
  members: readonly RosterMember[] = [];
  creates: Created['type'] = 'created';
  updates: Refreshed = { type: 'updated' };

  async send(place: Place, card: IAdaptiveCard, summary: string): Promise<Sent> {
    this.sent.push({ place, card, summary });
    const activityId = `sent-${this.sent.length}`;
    return { type: 'sent', conversationId: place.conversationId, activityId };
  }
  async update(
    place: Place,
    activityId: string,
    card: IAdaptiveCard,
    summary: string,
  ): Promise<Refreshed> {
    this.updated.push({ place, activityId, card, summary });
    return this.updates;
  }
  async createPersonal(serviceUrl: string, personId: string): Promise<Created> {
    this.created.push(personId);
    if (this.creates === 'later') return { type: 'later', retryAfterMs: 1_000, problem: '429' };
    if (this.creates === 'unreachable')
      return { type: 'unreachable', why: 'notInstalled', problem: '403' };
    return { type: 'created', place: { serviceUrl, conversationId: `a:${personId}` } };
  }
  async roster(): Promise<readonly RosterMember[]> {
    return this.members;
  }
  async member(_place: Place, personId: string): Promise<RosterMember> {
    return { id: personId, teamsUserId: `29:${personId}` };
  }
}

export type Fakes = {
  readonly parts: BotParts;
  readonly outbound: FakeOutbound;
  readonly conversations: FakeTable<Conversation>;
  readonly copies: Copy[];
  /** Waits for the work that was put off. */
  readonly settled: () => Promise<void>;
};

/** The request every fake use case answers about, unless a test gives another. */
export const fakeUseCases = (view: RequestView = aView(), copies: Copy[] = []): UseCases => ({
  actorOf: (id, name) => {
    const person = people.find((one) => one.id === id);
    return { id, name, roles: person?.roles ?? [], area: person?.area ?? null };
  },
  answerRequest: async () => ({ type: 'unknown' }),
  replyToQuestion: async () => ({ type: 'unknown' }),
  viewOf: (id) => (id === view.request.id ? view : undefined),
  freshViewOf: async (id) => (id === view.request.id ? view : undefined),
  readerFor: (of, id): Reader =>
    aReader(of, [...people].find((one) => one.id === id) ?? { ...consultant, id: id ?? '' }),
  seenBy: (_actor, of) => of,
  waitingFor: () => [],
  tasksOf: () => ({ tasks: [], answers: 0, waitsOn: 0, day: '2026-11-23' }),
  chefs: () => [chefs.social.id, chefs.sundhed.id, chefs.omsorg.id],
  projects: () => [],
  statusOf: (project) => aStatus({ project }),
  poolsFor: () => null,
  year: () => 2026,
  sendAgain: async () => undefined,
  watchReach: async () => undefined,
  storyViewOf: () => undefined,
  freshStoryViewOf: async () => undefined,
  maySeeStory: () => false,
  moveStory: async () => ({ type: 'unknown' }),
  logEnquiry: async () => ({ type: 'notAllowed' }),
  keepCopy: async (copy) => {
    copies.push(copy);
  },
});

export const serviceUrl = 'https://smba.trafficmanager.net/teams/';

export const fakeBot = (
  useCases: Partial<UseCases> = {},
  deadlineMs = 200,
  deps: Deps = testDeps(),
): Fakes => {
  const outbound = new FakeOutbound();
  const conversations = new FakeTable<Conversation>();
  const copies: Copy[] = [];
  const running: Promise<void>[] = [];
  const known = new KnownConversations(conversations, outbound, {
    serviceHosts: ['smba.trafficmanager.net'],
    firstServiceUrl: serviceUrl,
  });
  return {
    outbound,
    conversations,
    copies,
    settled: async () => {
      while (running.length > 0) await running.pop();
    },
    parts: {
      useCases: { ...fakeUseCases(undefined, copies), ...useCases },
      deps,
      known,
      outbound,
      links: context.links,
      placeAt: placesOf({ publicUrl: 'https://digitek.example', teamsAppId: 'app-1' }),
      clock: { now: () => now },
      resend: async () => ({ type: 'notAllowed' }),
      later: (_name, work) => {
        running.push(work());
      },
      ready: () => true,
      deadlineMs,
      lookMs: deadlineMs,
      travelMs: 50,
    },
  };
};
