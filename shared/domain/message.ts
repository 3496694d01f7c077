import type { PersonId } from './person.ts';
import type { RequestId } from './request.ts';
import type { StoryId } from './stories/story.ts';

/** Where a message goes: a person's 1:1 chat with the bot, or the chefgruppe's chat. */
export type Recipient =
  | { readonly type: 'person'; readonly id: PersonId }
  | { readonly type: 'chefgruppe' };

export const messageKinds = [
  'ask',
  'question',
  'reply',
  'ended',
  'toMeeting',
  'poolMark',
  /** A year waits to be opened. */
  'yearNotOpened',
  /** Somebody is asked about a story; nudged; past due, to the consultant. */
  'storyAsk',
  'storyNudge',
  'storyOverdue',
  /** How it went, to whoever wrote it. */
  'storyTold',
  /** What viborg.dk says of a project is of an earlier phase. */
  'storyStale',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** `dropped`: overtaken by events before it was sent. */
export const messageStates = ['queued', 'sending', 'sent', 'undeliverable', 'dropped'] as const;
export type MessageState = (typeof messageStates)[number];

/**
 * One message that somebody is to see, and, once sent, the copy of the card that stands there.
 * It holds no content: a card is drawn from the lists when it is sent, and drawn again when
 * `shownRevision` is behind the request's.
 */
export type Message = {
  /** Unique: `<request>:<kind>:<what>:<recipient>`. */
  readonly id: string;
  readonly kind: MessageKind;
  /** The request it is about; null for a message about a pool or a story. */
  readonly requestId: RequestId | null;
  readonly poolRow: string | null;
  readonly storyId: StoryId | null;
  /** What it is about: the statement, the mark of a pool, the year, the event of a story. */
  readonly about: string | null;
  readonly to: Recipient;
  readonly state: MessageState;
  readonly conversationId: string | null;
  readonly activityId: string | null;
  readonly shownRevision: number;
  readonly attempts: number;
  readonly notBefore: string | null;
  readonly claimedUntil: string | null;
  readonly problem: string;
  readonly createdAt: string;
};

/** A conversation the bot knows: a person's chat, a group chat or a channel. */
export type Conversation = {
  /** `person:<object id>` or `chat:<conversation id>`. */
  readonly id: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly personId: PersonId | null;
  /** The Teams user id (29:…) that `refresh.userIds` wants. */
  readonly teamsUserId: string | null;
  /** Object ids of a group chat's members, with their Teams user ids. */
  readonly members: readonly { readonly id: PersonId; readonly teamsUserId: string }[];
  readonly installed: boolean;
};
