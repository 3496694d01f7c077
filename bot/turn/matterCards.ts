import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { approvalReaderOf } from '#shared/domain/approvals/view.ts';
import type { Conversation, Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { storyReaderOf } from '#shared/domain/stories/view.ts';
import { approvalCardAt } from '../cards/approvals/approvalCardFor.ts';
import { poolMarkCard, yearCard } from '../cards/chat/poolCard.ts';
import { unreachedCard } from '../cards/chat/unreachedCard.ts';
import { anybody, type Links } from '../cards/context.ts';
import { cardOfMessage } from '../cards/requests/cardFor.ts';
import { storyCardOfMessage } from '../cards/stories/storyCardFor.ts';
import { summaryOf } from '../cards/summary.ts';

/* Every kind of notice, and the card that a message about it carries. A new kind is one more line. */

/** A card, and the line that a locked phone shows of it. */
export type Drawn = { readonly card: IAdaptiveCard; readonly summary: string };

/** Whom a card is drawn for, and where it will stand. */
export type Drawing = {
  readonly links: Links;
  readonly conversation: Conversation;
  readonly readerFor: (view: RequestView, personId: PersonId) => Reader;
  readonly actorOf: (personId: PersonId) => Actor;
};

type MatterCards = {
  readonly draw: (message: Message, drawing: Drawing) => Drawn;
  /** Where somebody can do what the card would have let them do. */
  readonly link: (links: Links) => string;
};

type Of<T extends Notice['type']> = Extract<Notice, { type: T }>;

/** Teams ids of those in a conversation who may answer: their client draws the card anew. */
export const userIdsOf = (
  conversation: Conversation,
  view: RequestView,
  readerFor: Drawing['readerFor'],
): readonly string[] =>
  conversation.kind === 'personal'
    ? ownIds(conversation)
    : conversation.members
        .filter((member) => readerFor(view, member.id).seat !== null)
        .map((member) => member.teamsUserId);

const ownIds = ({ teamsUserId }: Conversation): readonly string[] =>
  teamsUserId ? [teamsUserId] : [];

const personIn = ({ to }: Message): PersonId | null => (to.type === 'person' ? to.id : null);

/** A card that says in its fallback what a locked phone shows. */
const saysItself = (card: IAdaptiveCard): Drawn => ({ card, summary: card.fallbackText ?? '' });

const requestCards = ({ view }: Of<'request'>): MatterCards => ({
  draw: (message, { links, conversation, readerFor }) => {
    const personId = personIn(message);
    const reader = personId === null ? anybody : readerFor(view, personId);
    const context = { links, userIds: userIdsOf(conversation, view, readerFor) };
    return {
      card: cardOfMessage(message, view, reader, context),
      summary: summaryOf(view, message.kind, personId === null ? null : reader),
    };
  },
  link: (links) =>
    view.state.type === 'ended' ? links.project(view.project.id) : links.request(view.request.id),
});

const storyCards = ({ view }: Of<'story'>): MatterCards => ({
  draw: (message, { links, conversation }) => {
    const context = { links, userIds: ownIds(conversation) };
    const reader = storyReaderOf(view, personIn(message));
    return saysItself(storyCardOfMessage(message, view, reader, context));
  },
  link: (links) => links.story(view.now.id),
});

const approvalCards = ({ view }: Of<'approval'>): MatterCards => ({
  draw: (message, { links, conversation, actorOf }) => {
    const personId = personIn(message);
    const reader = approvalReaderOf(view, personId === null ? null : actorOf(personId));
    const place = { kind: message.kind, about: Number(message.about) };
    const context = { links, userIds: ownIds(conversation) };
    return saysItself(approvalCardAt(view, reader, context, place));
  },
  link: (links) => (view.isOpen ? links.approval(view.now.id) : links.project(view.project.id)),
});

const cardsOf = (notice: Notice): MatterCards => {
  switch (notice.type) {
    case 'request':
      return requestCards(notice);
    case 'story':
      return storyCards(notice);
    case 'approval':
      return approvalCards(notice);
    case 'poolMark':
      return {
        draw: (_, { links }) => saysItself(poolMarkCard(notice, links)),
        link: (links) => links.economy(),
      };
    case 'year':
      return {
        draw: (_, { links }) => saysItself(yearCard(notice, links)),
        link: (links) => links.economy(),
      };
    case 'unreached':
      return {
        draw: (_, { links }) => saysItself(unreachedCard(notice, links)),
        link: (links) => links.board(),
      };
  }
};

export const drawNotice = (notice: Notice, message: Message, drawing: Drawing): Drawn =>
  cardsOf(notice).draw(message, drawing);

export const linkTo = (notice: Notice, links: Links): string => cardsOf(notice).link(links);
