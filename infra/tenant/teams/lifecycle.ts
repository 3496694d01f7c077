import { findPerson, organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import type { Conversation } from './conversations.ts';
import { findConversation, personalChatOf } from './conversations.ts';
import { botTeamsId } from './ids.ts';
import { inboundActivity } from './inbound.ts';
import type { Installs } from './installs.ts';
import type { InvokeParts } from './invoke.ts';

const waitMs = 15_000;

/** A server that is not ready, or not yet set up, hears it later; a refusal is an answer. */
function isWorthAnotherTry(status: number): boolean {
  return status >= 500 || [401, 404, 429].includes(status);
}

/** Tells the bot where the app came and went, until it has heard each of them once. */
export class Lifecycle {
  readonly #parts: InvokeParts;
  readonly #installs: Installs;
  #running: Promise<void> | undefined;

  constructor(parts: InvokeParts, installs: Installs) {
    this.#parts = parts;
    this.#installs = installs;
  }

  async install(person: Person): Promise<void> {
    this.#installs.set(person.id, 'installed');
    await this.announce();
  }

  async uninstall(person: Person): Promise<void> {
    const known = this.#installs.stateOf(person.id) !== 'notInstalled';
    this.#installs.set(person.id, 'notInstalled');
    if (known) await this.#tellOf(person, personalChatOf(person), 'remove');
  }

  /** Delivers the installs that no server has heard of; what fails is tried at the next call. */
  announce(): Promise<void> {
    this.#running ??= this.#announceAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Waits for what is being delivered, before the store closes under it. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #announceAll(): Promise<void> {
    for (const subject of this.#installs.unannounced()) {
      const heard = await this.#announceOne(subject);
      if (!heard) return;
      this.#installs.markAnnounced(subject);
    }
  }

  #announceOne(subject: string): Promise<boolean> {
    const person = findPerson(subject);
    if (person !== undefined) return this.#tellOf(person, personalChatOf(person), 'add');
    const conversation = findConversation(subject);
    const [first] = conversation?.members ?? [];
    if (conversation === undefined || first === undefined) return Promise.resolve(true);
    return this.#tellOf(first, conversation, 'add');
  }

  async #tellOf(
    person: Person,
    conversation: Conversation,
    action: 'add' | 'remove',
  ): Promise<boolean> {
    const bot = { id: botTeamsId, name: organisation.botName };
    const common = (): object =>
      inboundActivity(this.#parts.clock, this.#parts.serviceUrl(), person, conversation);
    const update = {
      ...common(),
      type: 'conversationUpdate',
      ...(action === 'add' ? { membersAdded: [bot] } : { membersRemoved: [bot] }),
    };
    const installation = { ...common(), type: 'installationUpdate', action };
    for (const activity of [update, installation]) {
      const { status } = await this.#parts.deliver(activity, waitMs);
      if (status === undefined || isWorthAnotherTry(status)) return false;
    }
    return true;
  }
}
