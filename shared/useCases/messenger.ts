import type { Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';

export type Sent =
  | { readonly type: 'sent'; readonly conversationId: string; readonly activityId: string }
  /** Final: not installed, blocked, or nobody known by that id. */
  | { readonly type: 'unreachable'; readonly problem: string }
  | { readonly type: 'later'; readonly retryAfterMs: number; readonly problem: string };

export type Refreshed =
  | { readonly type: 'updated' }
  /** The message or its conversation is not there any more. */
  | { readonly type: 'gone'; readonly problem: string }
  | { readonly type: 'later'; readonly retryAfterMs: number; readonly problem: string };

/** Draws a message from what it is about and brings it to Teams; keeps no state of its own. */
export interface Messenger {
  send(message: Message, notice: Notice): Promise<Sent>;
  update(message: Message, notice: Notice): Promise<Refreshed>;
}
