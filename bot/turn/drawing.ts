import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Conversation, Message, MessageAbout } from '#shared/domain/message.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import type { Links } from '../cards/context.ts';
import type { Inbound } from '../channel/inbound.ts';
import type { BotParts } from './botParts.ts';
import type { Copy } from './useCases.ts';

/** A card, and the line that a locked phone shows of it. */
export type Drawn = { readonly card: IAdaptiveCard; readonly summary: string };

/** Whom a card is drawn for, and where it will stand. */
export type Drawing = {
  readonly links: Links;
  readonly conversation: Conversation;
  readonly readerFor: (view: RequestView, personId: PersonId) => Reader;
  readonly actorOf: (personId: PersonId) => Actor;
};

/** What a message about one matter carries. */
export type MatterCards = {
  readonly draw: (message: Message, drawing: Drawing) => Drawn;
  /** Where somebody can do what the card would have let them do. */
  readonly link: (links: Links) => string;
};

/** What is shown to somebody who asks what waits for them, and how that copy is written down. */
export type ShownCopy = Pick<Copy, 'revision' | 'kind'> & {
  readonly about: MessageAbout;
  readonly card: IAdaptiveCard;
  readonly summary?: string;
};

/** Who asks what waits for them, and with what it is drawn. */
export type Asking = Pick<BotParts, 'links' | 'useCases'> & { readonly inbound: Inbound };

export const ownIds = ({ teamsUserId }: Conversation): readonly string[] =>
  teamsUserId ? [teamsUserId] : [];

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

export const personIn = ({ to }: Message): PersonId | null => (to.type === 'person' ? to.id : null);

/** A card that says in its fallback what a locked phone shows. */
export const saysItself = (card: IAdaptiveCard): Drawn => ({
  card,
  summary: card.fallbackText ?? '',
});
