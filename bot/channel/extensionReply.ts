import type {
  MessagingExtensionActionResponse,
  MessagingExtensionAttachment,
  MessagingExtensionResponse,
} from 'botbuilder';

/** What Teams waits for when a dialog is opened, or comes back. */
export type DialogReply = MessagingExtensionActionResponse;
/** What Teams waits for when something is looked for, or a link is pasted. */
export type FoundReply = MessagingExtensionResponse;
/** One of what was found: what is put into the conversation, and the line it is chosen by. */
export type FoundAttachment = MessagingExtensionAttachment;
