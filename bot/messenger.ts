import type { Conversation, Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { type StoryView, storyReaderOf } from '#shared/domain/stories/view.ts';
import type { Messenger, Refreshed, Sent } from '#shared/useCases/messenger.ts';
import { cardOfMessage } from './cards/cardFor.ts';
import { anybody, type CardContext, type Links } from './cards/context.ts';
import { poolMarkCard, yearCard } from './cards/poolCard.ts';
import { storyCardOfMessage } from './cards/storyCardFor.ts';
import { summaryOf } from './cards/summary.ts';
import type { KnownConversations } from './knownConversations.ts';
import type { Outbound } from './outbound.ts';

export type MessengerParts = {
  readonly known: KnownConversations;
  readonly outbound: Outbound;
  readonly links: Links;
  readonly readerFor: (view: RequestView, personId: PersonId) => Reader;
  /** Today's chefs: the members of the chefgruppe. */
  readonly chefs: () => readonly PersonId[];
};

/** Teams ids of those in a conversation who may answer: their client draws the card anew. */
export const userIdsOf = (
  conversation: Conversation,
  view: RequestView,
  readerFor: MessengerParts['readerFor'],
): readonly string[] => {
  if (conversation.kind === 'personal')
    return conversation.teamsUserId ? [conversation.teamsUserId] : [];
  return conversation.members
    .filter((member) => readerFor(view, member.id).seat !== null)
    .map((member) => member.teamsUserId);
};

type Found =
  | { readonly type: 'found'; readonly conversation: Conversation }
  | Exclude<Sent, { type: 'sent' }>;

/** Brings the cards of requests to 1:1 chats and to the chefgruppe's chat. */
export class TeamsMessenger implements Messenger {
  readonly #parts: MessengerParts;

  constructor(parts: MessengerParts) {
    this.#parts = parts;
  }

  async send(message: Message, notice: Notice): Promise<Sent> {
    const found = await this.#conversationOf(message);
    if (found.type !== 'found') return found;
    const { card, summary } = this.#draw(message, notice, found.conversation);
    return this.#parts.outbound.send(found.conversation, card, summary);
  }

  async update(message: Message, notice: Notice): Promise<Refreshed> {
    const { conversationId, activityId } = message;
    if (conversationId === null || activityId === null) return { type: 'gone', problem: 'no id' };
    const conversation =
      (message.to.type === 'person' ? this.#parts.known.personal(message.to.id) : undefined) ??
      this.#parts.known.byConversationId(conversationId);
    if (!conversation) return { type: 'gone', problem: 'unknown conversation' };
    const { card, summary } = this.#draw(message, notice, conversation);
    const place = { serviceUrl: conversation.serviceUrl, conversationId };
    return this.#parts.outbound.update(place, activityId, card, summary);
  }

  #draw(message: Message, notice: Notice, conversation: Conversation) {
    const { readerFor, links } = this.#parts;
    if (notice.type === 'poolMark' || notice.type === 'year') {
      const card = notice.type === 'year' ? yearCard(notice, links) : poolMarkCard(notice, links);
      return { card, summary: card.fallbackText ?? '' };
    }
    if (notice.type === 'story') return this.#drawStory(message, notice.view, conversation);
    const { view } = notice;
    const reader = message.to.type === 'person' ? readerFor(view, message.to.id) : anybody;
    const context: CardContext = { links, userIds: userIdsOf(conversation, view, readerFor) };
    return {
      card: cardOfMessage(message, view, reader, context),
      summary: summaryOf(view, message.kind, message.to.type === 'person' ? reader : null),
    };
  }

  #drawStory(message: Message, view: StoryView, conversation: Conversation) {
    const { links } = this.#parts;
    const userIds = conversation.teamsUserId ? [conversation.teamsUserId] : [];
    const reader = storyReaderOf(view, message.to.type === 'person' ? message.to.id : null);
    const card = storyCardOfMessage(message, view, reader, { links, userIds });
    return { card, summary: card.fallbackText ?? '' };
  }

  async #conversationOf(message: Message): Promise<Found> {
    if (message.to.type === 'person') return this.#personal(message.to.id);
    const conversation = this.#parts.known.groupChatOf(this.#parts.chefs());
    return conversation
      ? { type: 'found', conversation }
      : { type: 'unreachable', problem: 'no chat with the chefgruppe' };
  }

  async #personal(personId: PersonId): Promise<Found> {
    const { known, outbound } = this.#parts;
    const conversation = known.personal(personId);
    if (conversation?.installed) return { type: 'found', conversation };
    const serviceUrl = conversation?.serviceUrl ?? known.serviceUrl();
    if (serviceUrl === null)
      return { type: 'later', retryAfterMs: 5_000, problem: 'Teams has not been heard of yet' };
    const created = await outbound.createPersonal(serviceUrl, personId);
    if (created.type !== 'created') return created;
    return { type: 'found', conversation: await known.keepPersonal(personId, created.place) };
  }
}
