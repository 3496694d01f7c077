import { type Conversation, type Message, subjectOf } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Messenger, Refreshed, Sent } from '#shared/useCases/outbox/messenger.ts';
import type { ActivityFeed, ToldInFeed } from '#shared/useCases/ports.ts';
import { feedWords } from '#shared/words/screens/feed.ts';
import type { Outbound } from '../channel/outbound.ts';
import { log } from '../log.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { drawNotice, linkTo } from './kinds.ts';
import type { KnownConversations } from './knownConversations.ts';

export type MessengerParts = Pick<Drawing, 'links' | 'readerFor' | 'actorOf'> & {
  readonly known: KnownConversations;
  readonly outbound: Outbound;
  readonly feed: ActivityFeed;
  /** Today's chefs: the members of the chefgruppe. */
  readonly chefs: () => readonly PersonId[];
};

type Found =
  | { readonly type: 'found'; readonly conversation: Conversation }
  | Exclude<Sent, { type: 'sent' }>;

const gone = (problem: string): Refreshed => ({ type: 'gone', why: 'gone', problem });

/** Brings the cards of all that waits to 1:1 chats and to the chefgruppe's chat. */
export class TeamsMessenger implements Messenger {
  readonly #parts: MessengerParts;

  constructor(parts: MessengerParts) {
    this.#parts = parts;
  }

  async send(message: Message, notice: Notice): Promise<Sent> {
    const found = await this.#conversationOf(message);
    if (found.type !== 'found') return found;
    const { card, summary } = this.#draw(message, notice, found.conversation);
    const sent = await this.#parts.outbound.send(found.conversation, card, summary);
    if (sent.type !== 'unreachable' || sent.why !== 'gone' || message.to.type !== 'person')
      return sent;
    // The chat we knew is not there any more; the person may have another one.
    const other = await this.#open(message.to.id, found.conversation.serviceUrl);
    return other.type === 'found'
      ? this.#parts.outbound.send(other.conversation, card, summary)
      : other;
  }

  async tellInFeed(message: Message, notice: Notice): Promise<ToldInFeed> {
    if (message.to.type !== 'person') return { type: 'failed', problem: 'nobody' };
    const { links, feed } = this.#parts;
    const personId = message.to.id;
    const said = feedWords.entry(message.kind, notice);
    const told = await feed.tell({
      personId,
      activityType: said.waits ? 'waitsForYou' : 'newsForYou',
      what: said.what,
      preview: said.preview,
      link: linkTo(notice, links),
      chain: [subjectOf(message) ?? message.id, personId].join(':'),
    });
    if (told.type === 'failed') log('warn', 'feed.failed', { problem: told.problem });
    return told;
  }

  async update(message: Message, notice: Notice): Promise<Refreshed> {
    const { conversationId, activityId } = message;
    if (conversationId === null || activityId === null) return gone('no id');
    const conversation =
      (message.to.type === 'person' ? this.#parts.known.personal(message.to.id) : undefined) ??
      this.#parts.known.byConversationId(conversationId);
    if (!conversation) return gone('unknown conversation');
    const { card, summary } = this.#draw(message, notice, conversation);
    const place = { serviceUrl: conversation.serviceUrl, conversationId };
    return this.#parts.outbound.update(place, activityId, card, summary);
  }

  #draw(message: Message, notice: Notice, conversation: Conversation): Drawn {
    return drawNotice(notice, message, { ...this.#parts, conversation });
  }

  async #conversationOf(message: Message): Promise<Found> {
    if (message.to.type === 'person') return this.#personal(message.to.id);
    const { known, chefs } = this.#parts;
    const conversation = message.to.type === 'team' ? known.channel() : known.groupChatOf(chefs());
    return conversation
      ? { type: 'found', conversation }
      : { type: 'unreachable', why: 'notInstalled', problem: `no chat: ${message.to.type}` };
  }

  async #personal(personId: PersonId): Promise<Found> {
    const { known } = this.#parts;
    const conversation = known.personal(personId);
    if (conversation?.installed) return { type: 'found', conversation };
    const serviceUrl = conversation?.serviceUrl ?? known.serviceUrl();
    return serviceUrl === null
      ? { type: 'later', retryAfterMs: 5_000, problem: 'Teams has not been heard of yet' }
      : this.#open(personId, serviceUrl);
  }

  async #open(personId: PersonId, serviceUrl: string): Promise<Found> {
    const { known, outbound } = this.#parts;
    const created = await outbound.createPersonal(serviceUrl, personId);
    if (created.type !== 'created') return created;
    return { type: 'found', conversation: await known.keepPersonal(personId, created.place) };
  }
}
