import type { ThemeName } from './address.ts';
import type { ComposeHandlers } from './composeBox.ts';
import { composeBox } from './composeBox.ts';
import { avatar, button, el, icon } from './dom.ts';
import type { MessageHandlers } from './messageView.ts';
import { messageView } from './messageView.ts';
import type { ChatActivity, Conversation } from './tenantApi.ts';
import { dayOf, words } from './words.ts';

interface ChatHandlers extends MessageHandlers, ComposeHandlers {
  readonly findTitle: string;
  onBack(): void;
}

/** One open chat. A message that has not changed is not drawn again, so typing is never lost. */
export class ChatView {
  readonly element: HTMLElement;
  readonly #list = el('ol', { class: 'messages' });
  readonly #scroller: HTMLElement;
  readonly #drawn = new Map<string, { readonly as: string; readonly row: HTMLElement }>();
  readonly #userId: string;
  readonly #theme: ThemeName;
  readonly #handlers: ChatHandlers;

  constructor(
    conversation: Conversation,
    userId: string,
    theme: ThemeName,
    handlers: ChatHandlers,
  ) {
    this.#userId = userId;
    this.#theme = theme;
    this.#handlers = handlers;
    this.#scroller = el(
      'div',
      { class: 'messages-scroll', tabindex: 0, role: 'region', 'aria-label': words.messages },
      this.#list,
    );
    this.element = el(
      'section',
      { class: 'pane-chat', 'aria-label': conversation.name },
      headerOf(conversation, handlers),
      this.#scroller,
      composeBox(conversation.kind === 'personal', theme, handlers.findTitle, handlers),
    );
    this.show(conversation.activities);
  }

  show(activities: readonly ChatActivity[]): void {
    const wasAtEnd = this.#isAtEnd();
    const isFirst = this.#drawn.size === 0;
    const lastBefore = this.#list.lastElementChild;
    const rows = this.#rowsFor(activities);
    for (const [index, row] of rows.entries()) {
      const there = this.#list.children[index];
      if (there !== row) this.#list.insertBefore(row, there ?? null);
    }
    while (this.#list.childElementCount > rows.length) this.#list.lastElementChild?.remove();
    if (activities.length === 0)
      this.#list.replaceChildren(el('li', { class: 'hint' }, words.noMessages));
    const hasNew = this.#list.lastElementChild !== lastBefore;
    if (isFirst || (wasAtEnd && hasNew)) this.scrollToEnd();
  }

  scrollToEnd(): void {
    requestAnimationFrame(() => {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
    });
  }

  /** Brings one message into view, as a link to it does. */
  scrollTo(activityId: string): void {
    const row = this.#drawn.get(activityId)?.row;
    if (row === undefined) return;
    requestAnimationFrame(() => {
      row.scrollIntoView({ block: 'center' });
      focusOn(row);
    });
  }

  /** What Teams shows under a message when a press failed or only answered in words. */
  note(activityId: string, text: string): void {
    const box = this.#drawn.get(activityId)?.row.querySelector('.message-error');
    if (box) box.textContent = text;
  }

  #isAtEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller;
    return scrollTop + clientHeight > scrollHeight - 120;
  }

  #rowsFor(activities: readonly ChatActivity[]): readonly HTMLElement[] {
    const rows: HTMLElement[] = [];
    let day = '';
    for (const activity of activities) {
      const thisDay = dayOf(activity.timestamp);
      if (thisDay !== day) rows.push(this.#row(`day ${thisDay}`, thisDay, () => dayRow(thisDay)));
      day = thisDay;
      rows.push(
        this.#row(activity.id, JSON.stringify(activity), () =>
          messageView(activity, this.#userId, this.#theme, this.#handlers),
        ),
      );
    }
    return rows;
  }

  #row(key: string, as: string, draw: () => HTMLElement): HTMLElement {
    const known = this.#drawn.get(key);
    if (known?.as === as) return known.row;
    const row = draw();
    this.#drawn.set(key, { as, row });
    if (known !== undefined) {
      const hadFocus = known.row.contains(document.activeElement);
      known.row.replaceWith(row);
      if (hadFocus) focusOn(row);
    }
    return row;
  }
}

/** A card that was replaced under somebody's fingers keeps the keyboard's place. */
function focusOn(row: HTMLElement): void {
  row.setAttribute('tabindex', '-1');
  row.focus({ preventScroll: true });
}

function dayRow(day: string): HTMLElement {
  return el('li', { class: 'day' }, el('span', {}, day));
}

function headerOf(conversation: Conversation, handlers: ChatHandlers): HTMLElement {
  const isGroup = conversation.kind !== 'personal';
  return el(
    'header',
    { class: 'chat-header' },
    button({ class: 'back', 'aria-label': words.back }, () => handlers.onBack(), icon('back')),
    avatar(conversation.name, isGroup ? 'group' : 'bot'),
    el(
      'div',
      { class: 'chat-header-text' },
      el('h2', {}, conversation.name),
      isGroup && el('p', {}, words.members(conversation.members.map(({ name }) => name))),
    ),
  );
}
