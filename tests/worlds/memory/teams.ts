import type { Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { UnreachedWhy } from '#shared/domain/reach.ts';
import type { Messenger, Refreshed, Sent } from '#shared/useCases/outbox/messenger.ts';
import type { ToldInFeed } from '#shared/useCases/ports.ts';

type Card = { readonly id: string; readonly message: Message; notice: Notice };

/** Teams as the outbox meets it: what stands in each chat and each feed, and who lets nobody in. */
export class FakeTeams implements Messenger {
  readonly shut = new Map<string, UnreachedWhy>();
  /** Cards by recipient, oldest first; a card drawn anew keeps its place. */
  readonly chats = new Map<string, Card[]>();
  readonly feeds = new Map<string, Map<string, Message>>();
  sends = 0;
  feedFails = false;
  #ids = 0;

  chatOf(to: string): readonly Card[] {
    return this.chats.get(to) ?? [];
  }

  /** `<kind> <what>` of what stands in somebody's chat. */
  seenBy(to: string): readonly string[] {
    return this.chatOf(to).map(({ message: { kind, requestId, storyId, about } }) =>
      [kind, requestId ?? storyId ?? about].join(' '),
    );
  }

  feedOf(personId: string): readonly Message[] {
    return [...(this.feeds.get(personId)?.values() ?? [])];
  }

  async send(message: Message, notice: Notice): Promise<Sent> {
    await Promise.resolve();
    this.sends += 1;
    const to = keyOf(message);
    const why = this.shut.get(to);
    if (why) return { type: 'unreachable', why, problem: `403 ${why}` };
    this.#ids += 1;
    const id = `card-${this.#ids}`;
    this.chats.set(to, [...this.chatOf(to), { id, message, notice }]);
    return { type: 'sent', conversationId: `chat-${to}`, activityId: id };
  }

  async update(message: Message, notice: Notice): Promise<Refreshed> {
    await Promise.resolve();
    const to = keyOf(message);
    const why = this.shut.get(to);
    if (why) return { type: 'gone', why, problem: `403 ${why}` };
    const card = this.chatOf(to).find(({ id }) => id === message.activityId);
    if (!card) return { type: 'gone', why: 'gone', problem: '404' };
    card.notice = notice;
    return { type: 'updated' };
  }

  async tellInFeed(message: Message, _notice: Notice): Promise<ToldInFeed> {
    await Promise.resolve();
    const to = keyOf(message);
    if (this.feedFails) return { type: 'failed', problem: '503' };
    if (this.shut.get(to) === 'notInstalled') return { type: 'notInstalled' };
    const feed = this.feeds.get(to) ?? new Map<string, Message>();
    feed.set(message.requestId ?? message.storyId ?? message.id, message);
    this.feeds.set(to, feed);
    return { type: 'told' };
  }
}

const keyOf = ({ to }: Message): string => (to.type === 'person' ? to.id : to.type);
