import { avatar, button, el } from './dom.ts';
import type { ChatActivity, Conversation } from './tenantApi.ts';
import { timeOf, words } from './words.ts';

/** The chats of a person, the newest on top. */
export function chatList(
  conversations: readonly Conversation[],
  selectedId: string | undefined,
  onOpen: (conversation: Conversation) => void,
  foot: HTMLElement,
): HTMLElement {
  const sorted = [...conversations].sort((a, b) => latestOf(b).localeCompare(latestOf(a)));
  const list = el(
    'ul',
    { class: 'chat-list' },
    ...sorted.map((conversation) =>
      el('li', {}, chatEntry(conversation, conversation.id === selectedId, onOpen)),
    ),
  );
  return el(
    'nav',
    { class: 'pane-list', 'aria-label': words.chat },
    el('h2', { class: 'pane-title' }, words.chat),
    sorted.length === 0 ? el('p', { class: 'hint' }, words.noChats) : list,
    foot,
  );
}

function latestOf(conversation: Conversation): string {
  return conversation.activities.at(-1)?.timestamp ?? '';
}

function chatEntry(
  conversation: Conversation,
  isSelected: boolean,
  onOpen: (conversation: Conversation) => void,
): HTMLElement {
  const latest = conversation.activities.at(-1);
  const isUnread = conversation.unread > 0 && !isSelected;
  return button(
    {
      class: `chat-entry${isUnread ? ' unread' : ''}`,
      'aria-current': isSelected ? 'true' : undefined,
    },
    () => onOpen(conversation),
    avatar(conversation.name, conversation.kind === 'personal' ? 'bot' : 'group'),
    el(
      'span',
      { class: 'chat-entry-text' },
      el(
        'span',
        { class: 'chat-entry-top' },
        el('span', { class: 'chat-entry-name' }, conversation.name),
        latest && el('span', { class: 'chat-entry-time' }, timeOf(latest.timestamp)),
      ),
      el('span', { class: 'chat-entry-preview' }, latest ? previewOf(latest) : ''),
    ),
    isUnread &&
      el(
        'span',
        { class: 'count' },
        String(conversation.unread),
        el('span', { class: 'visually-hidden' }, ` ${words.unread(conversation.unread)}`),
      ),
  );
}

function previewOf(activity: ChatActivity): string {
  return (activity.summary ?? activity.text ?? words.cardSays).replace(/[*_~`]/g, '');
}
