import type { Message } from '#shared/domain/message.ts';
import type { RequestView } from '#shared/domain/requestView.ts';

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

/** Draws a message from the view and brings it to Teams; keeps no state of its own. */
export interface Messenger {
  send(message: Message, view: RequestView): Promise<Sent>;
  update(message: Message, view: RequestView): Promise<Refreshed>;
}
