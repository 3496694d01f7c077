import type { Conversation, Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { type StoryView, storyReaderOf } from '#shared/domain/stories/view.ts';
import type { Messenger, Refreshed, Sent } from '#shared/useCases/outbox/messenger.ts';
import type { ActivityFeed, ToldInFeed } from '#shared/useCases/ports.ts';
import { feedWords } from '#shared/words/screens/reach.ts';
import { poolMarkCard, yearCard } from '../cards/chat/poolCard.ts';
import { unreachedCard } from '../cards/chat/unreachedCard.ts';
import { anybody, type CardContext, type Links } from '../cards/context.ts';
import { cardOfMessage } from '../cards/requests/cardFor.ts';
import { storyCardOfMessage } from '../cards/stories/storyCardFor.ts';
import { summaryOf } from '../cards/summary.ts';
import type { Outbound } from '../channel/outbound.ts';
import { log } from '../log.ts';
import type { KnownConversations } from './knownConversations.ts';

export type MessengerParts = {
  readonly known: KnownConversations;
  readonly outbound: Outbound;
  readonly feed: ActivityFeed;
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

const gone = (problem: string): Refreshed => ({ type: 'gone', why: 'gone', problem });

/** Where somebody can do what a card would have let them do. */
const linkTo = (notice: Notice, links: Links): string => {
  switch (notice.type) {
    case 'request':
      return notice.view.state.type === 'ended'
        ? links.project(notice.view.project.id)
        : links.request(notice.view.request.id);
    case 'story':
      return links.story(notice.view.now.id);
    case 'poolMark':
    case 'year':
      return links.economy();
    case 'unreached':
      return links.board();
  }
};

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
      chain: [message.requestId ?? message.storyId ?? message.id, personId].join(':'),
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

  #draw(message: Message, notice: Notice, conversation: Conversation) {
    const { readerFor, links } = this.#parts;
    if (notice.type === 'poolMark' || notice.type === 'year') {
      const card = notice.type === 'year' ? yearCard(notice, links) : poolMarkCard(notice, links);
      return { card, summary: card.fallbackText ?? '' };
    }
    if (notice.type === 'unreached') {
      const card = unreachedCard(notice, links);
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
