import { type Conversation, neverUnreached, personalKey } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Row, Table } from '#shared/useCases/ports.ts';
import type { Inbound } from '../channel/inbound.ts';
import type { Outbound, Place } from '../channel/outbound.ts';
import { isServiceUrl } from '../channel/serviceUrls.ts';

export type KnownSettings = {
  readonly serviceHosts: readonly string[];
  /** Where Teams is reached before anything has come from it. */
  readonly firstServiceUrl: string;
};

export type Remembered = {
  /** The app was not there before: a welcome is due. */
  readonly isNew: boolean;
  readonly conversation: Conversation;
};

/** A channel thread's id names its first message; the channel is what stands before it. */
const baseOf = (conversationId: string): string => conversationId.split(';messageid=')[0] ?? '';

export const chatKey = (conversationId: string): string => `chat:${baseOf(conversationId)}`;

const keyOf = (inbound: Inbound): string | null => {
  if (inbound.kind !== 'personal') return chatKey(inbound.conversationId);
  return inbound.personId === null ? null : personalKey(inbound.personId);
};

const conversationOf = (inbound: Inbound, key: string): Conversation => ({
  id: key,
  conversationId: baseOf(inbound.conversationId),
  serviceUrl: inbound.serviceUrl,
  kind: inbound.kind,
  personId: inbound.kind === 'personal' ? inbound.personId : null,
  teamsUserId: inbound.kind === 'personal' ? inbound.teamsUserId : null,
  members: [],
  installed: true,
  ...neverUnreached,
});

const changesIn = (known: Conversation, seen: Conversation): Partial<Conversation> => {
  const changes: { -readonly [K in keyof Conversation]?: Conversation[K] } = {};
  if (known.serviceUrl !== seen.serviceUrl) changes.serviceUrl = seen.serviceUrl;
  if (known.conversationId !== seen.conversationId) changes.conversationId = seen.conversationId;
  if (seen.teamsUserId && known.teamsUserId !== seen.teamsUserId)
    changes.teamsUserId = seen.teamsUserId;
  if (!known.installed) changes.installed = true;
  return changes;
};

/** The conversations the bot knows, kept in the list so that every server finds them. */
export class KnownConversations {
  readonly #table: Table<Conversation>;
  readonly #outbound: Outbound;
  readonly #settings: KnownSettings;

  constructor(table: Table<Conversation>, outbound: Outbound, settings: KnownSettings) {
    this.#table = table;
    this.#outbound = outbound;
    this.#settings = settings;
  }

  /** Whether an activity tells something that the list does not hold yet. */
  isNews(inbound: Inbound): boolean {
    const key = keyOf(inbound);
    if (key === null) return false;
    const known = this.#table.get(key)?.value;
    return !known || Object.keys(changesIn(known, conversationOf(inbound, key))).length > 0;
  }

  /** Takes down where an activity came from. With `roster` the members are read again. */
  async remember(inbound: Inbound, roster: boolean): Promise<Remembered | null> {
    const key = keyOf(inbound);
    if (key === null) return null;
    const seen = conversationOf(inbound, key);
    const members = roster || !this.#table.get(key) ? await this.#membersOf(seen) : null;
    const fresh: Conversation = members === null ? seen : { ...seen, members };
    const inserted = await this.#table.insert(fresh);
    if (inserted.type === 'inserted') return { isNew: true, conversation: fresh };
    const known = inserted.row.value;
    const changes: Partial<Conversation> = {
      ...changesIn(known, seen),
      ...(members === null ? {} : { members }),
    };
    if (Object.keys(changes).length === 0) return { isNew: false, conversation: known };
    const updated = await this.#put(inserted.row, changes);
    const isNew = !known.installed && updated === 'first';
    return { isNew, conversation: { ...known, ...changes } };
  }

  /** The app was taken away. */
  async forget(inbound: Inbound): Promise<void> {
    const key = keyOf(inbound);
    const row = key === null ? undefined : await this.#table.read(key);
    if (row?.value.installed) await this.#put(row, { installed: false });
  }

  /** A person's 1:1 chat; undefined when the bot has not met them. */
  personal(personId: PersonId): Conversation | undefined {
    const chat = this.#table.get(personalKey(personId))?.value;
    // Of somebody never reached it is only known that they were not.
    return chat?.conversationId === '' ? undefined : chat;
  }

  /** The channel of the team that the app has been added to. */
  channel(): Conversation | undefined {
    return this.#table
      .all()
      .map((row) => row.value)
      .find((chat) => chat.kind === 'channel' && chat.installed);
  }

  /** Keeps a chat that the bot itself has opened. */
  async keepPersonal(personId: PersonId, place: Place): Promise<Conversation> {
    const member = await this.#outbound.member(place, personId);
    const conversation: Conversation = {
      id: personalKey(personId),
      ...place,
      kind: 'personal',
      personId,
      teamsUserId: member?.teamsUserId ?? null,
      members: [],
      installed: true,
      ...neverUnreached,
    };
    const inserted = await this.#table.insert(conversation);
    if (inserted.type === 'inserted') return conversation;
    const changes = { ...place, installed: true };
    await this.#put(inserted.row, changes);
    return { ...inserted.row.value, ...changes };
  }

  /** The smallest group chat that everybody of these is in: the chefgruppe's. */
  groupChatOf(everybody: readonly PersonId[]): Conversation | undefined {
    if (everybody.length === 0) return undefined;
    return this.#table
      .all()
      .map((row) => row.value)
      .filter(
        (chat) =>
          chat.kind === 'groupChat' &&
          chat.installed &&
          everybody.every((id) => chat.members.some((member) => member.id === id)),
      )
      .sort((a, b) => a.members.length - b.members.length)[0];
  }

  byConversationId(conversationId: string): Conversation | undefined {
    const chat = this.#table.get(chatKey(conversationId))?.value;
    if (chat) return chat;
    const base = baseOf(conversationId);
    return this.#table.all().find((row) => row.value.conversationId === base)?.value;
  }

  /** An address of Teams to open a chat at: one that is in use, else the first one. */
  serviceUrl(): string | null {
    const used = this.#table.all().findLast((row) => this.#mayUse(row.value.serviceUrl));
    if (used) return used.value.serviceUrl;
    const { firstServiceUrl } = this.#settings;
    return this.#mayUse(firstServiceUrl) ? firstServiceUrl : null;
  }

  /** Somebody else may write down at the same time that the person cannot be reached. */
  async #put(row: Row<Conversation>, changes: Partial<Conversation>): Promise<'first' | 'later'> {
    const updated = await this.#table.update(row, changes);
    if (updated.type === 'updated') return 'first';
    if (updated.type === 'changed') await this.#table.update(updated.row, changes);
    return 'later';
  }

  #mayUse(address: string): boolean {
    return isServiceUrl(address, this.#settings.serviceHosts);
  }

  #membersOf(seen: Conversation): Promise<Conversation['members'] | null> {
    return seen.kind === 'groupChat' ? this.#outbound.roster(seen) : Promise.resolve(null);
  }
}
