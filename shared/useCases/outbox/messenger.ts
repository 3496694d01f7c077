import type { Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { UnreachedWhy } from '#shared/domain/reach.ts';
import type { ToldInFeed } from '../ports.ts';

/** Not now; `isOwnPace`: we hold it back ourselves, because Teams takes only so many. */
export type Later = {
  readonly type: 'later';
  readonly retryAfterMs: number;
  readonly problem: string;
  readonly isOwnPace?: true;
};

export type Sent =
  | { readonly type: 'sent'; readonly conversationId: string; readonly activityId: string }
  /** It will not do, and why; `problem` is for the log. */
  | { readonly type: 'unreachable'; readonly why: UnreachedWhy; readonly problem: string }
  | Later;

export type Refreshed =
  | { readonly type: 'updated' }
  /** The message cannot be drawn anew: it is not there any more, or the chat is closed to us. */
  | { readonly type: 'gone'; readonly why: UnreachedWhy; readonly problem: string }
  | Later;

/** Draws a message from what it is about and brings it to Teams; keeps no state of its own. */
export interface Messenger {
  send(message: Message, notice: Notice): Promise<Sent>;
  update(message: Message, notice: Notice): Promise<Refreshed>;
  /** Tells of it in the person's activity feed; the same matter again takes its own place. */
  tellInFeed(message: Message, notice: Notice): Promise<ToldInFeed>;
}
