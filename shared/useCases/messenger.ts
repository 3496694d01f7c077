import type { ActivityType } from '#shared/contract/activityFeed.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { UnreachedWhy } from '#shared/domain/reach.ts';

export type Sent =
  | { readonly type: 'sent'; readonly conversationId: string; readonly activityId: string }
  /** It will not do, and why; `problem` is for the log. */
  | { readonly type: 'unreachable'; readonly why: UnreachedWhy; readonly problem: string }
  | { readonly type: 'later'; readonly retryAfterMs: number; readonly problem: string };

export type Refreshed =
  | { readonly type: 'updated' }
  /** The message cannot be drawn anew: it is not there any more, or the chat is closed to us. */
  | { readonly type: 'gone'; readonly why: UnreachedWhy; readonly problem: string }
  | { readonly type: 'later'; readonly retryAfterMs: number; readonly problem: string };

export type ToldInFeed =
  | { readonly type: 'told' }
  /** The feed shows nothing of an app that the person does not have. */
  | { readonly type: 'notInstalled' }
  | { readonly type: 'failed'; readonly problem: string };

/** What an entry of an activity feed says; `what` is the heading. */
export type FeedEntry = {
  readonly personId: PersonId;
  readonly activityType: ActivityType;
  readonly what: string;
  readonly preview: string;
  /** A Teams deep link. */
  readonly link: string;
  /** An entry of the same chain takes the place of the one before it. */
  readonly chain: string;
};

export interface ActivityFeed {
  tell(entry: FeedEntry): Promise<ToldInFeed>;
}

/** Draws a message from what it is about and brings it to Teams; keeps no state of its own. */
export interface Messenger {
  send(message: Message, notice: Notice): Promise<Sent>;
  update(message: Message, notice: Notice): Promise<Refreshed>;
  /** Tells of it in the person's activity feed; the same matter again takes its own place. */
  tellInFeed(message: Message, notice: Notice): Promise<ToldInFeed>;
}
