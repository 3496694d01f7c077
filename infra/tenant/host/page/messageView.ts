import type { ThemeName } from './address.ts';
import type { CardHandlers, CardPress } from './cardView.ts';
import { drawCard } from './cardView.ts';
import { avatar, el } from './dom.ts';
import { toHtml } from './markdown.ts';
import type { MenuItem } from './messageMenu.ts';
import { messageMenu } from './messageMenu.ts';
import type { ChatActivity } from './tenantApi.ts';
import { timeOf, words } from './words.ts';

export interface MessageHandlers {
  /** What apps offer on a message. */
  readonly messageActions: readonly MenuItem[];
  onAction(activityId: string, item: MenuItem): void;
  onPress(activityId: string, press: CardPress): Promise<void>;
  onLink(address: string): void;
}

/** One message: the bot's and other people's to the left, one's own to the right. */
export function messageView(
  activity: ChatActivity,
  userId: string,
  theme: ThemeName,
  handlers: MessageHandlers,
): HTMLElement {
  const isOwn = activity.from.id === userId;
  const row = el(
    'li',
    {
      class: `message${isOwn ? ' own' : ''}`,
      'data-activity': activity.id,
      // Which picture of it this is: everybody's as it was last edited, or the person's own.
      'data-edited': activity.editedTimestamp ?? '',
      'data-own-view': String(activity.ownView),
    },
    !isOwn && avatar(activity.from.name, activity.from.kind),
  );
  const column = el('div', { class: 'message-column' }, headOf(activity, isOwn));
  if (activity.text !== undefined && activity.text !== '') {
    column.append(textBubble(activity.text, handlers));
  }
  if (activity.card !== undefined) {
    const cardHandlers: CardHandlers = {
      onPress: (press) => handlers.onPress(activity.id, press),
      onLink: handlers.onLink,
    };
    column.append(drawCard(activity.card, theme, cardHandlers));
  }
  column.append(el('div', { class: 'message-error', role: 'alert' }));
  row.append(column);
  if (handlers.messageActions.length > 0) {
    row.append(
      messageMenu(handlers.messageActions, (item) => handlers.onAction(activity.id, item)),
    );
  }
  return row;
}

function headOf(activity: ChatActivity, isOwn: boolean): HTMLElement {
  return el(
    'div',
    { class: 'message-head' },
    el('span', { class: isOwn ? 'visually-hidden' : 'message-name' }, activity.from.name),
    el('time', { datetime: activity.timestamp }, timeOf(activity.timestamp)),
    activity.editedTimestamp !== undefined && el('span', {}, words.edited),
  );
}

function textBubble(text: string, handlers: MessageHandlers): HTMLElement {
  const bubble = el('div', { class: 'bubble' });
  bubble.innerHTML = toHtml(text.replace(/<at>(.*?)<\/at>/g, '$1'));
  bubble.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest('a');
    if (anchor === null) return;
    event.preventDefault();
    handlers.onLink(anchor.href);
  });
  return bubble;
}
