import type { ThemeName } from './address.ts';
import { appControl } from './appControl.ts';
import type { CardPress } from './cardView.ts';
import { chatList } from './chatList.ts';
import { ChatView } from './chatView.ts';
import { el } from './dom.ts';
import type { Conversation, PersonEntry } from './tenantApi.ts';
import { tenantApi } from './tenantApi.ts';
import type { Toasts } from './toasts.ts';
import { words } from './words.ts';

interface ChatPaneHandlers {
  onOpen(conversationId: string | undefined): void;
  onLink(link: string): void;
  onUnread(count: number): void;
}

const wide = window.matchMedia('(min-width: 641px)');

/** The list of chats and the one that is open. */
export class ChatPane {
  readonly element = el('div', { class: 'app-chat' });
  readonly #person: PersonEntry;
  readonly #toasts: Toasts;
  readonly #handlers: ChatPaneHandlers;
  readonly #appControl: HTMLElement;
  #conversations: readonly Conversation[] = [];
  #open: { readonly id: string; readonly theme: ThemeName; readonly view: ChatView } | undefined;
  readonly #loading = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();

  constructor(person: PersonEntry, toasts: Toasts, handlers: ChatPaneHandlers) {
    this.#person = person;
    this.#appControl = appControl(person);
    this.#toasts = toasts;
    this.#handlers = handlers;
  }

  isOpen(conversationId: string): boolean {
    return this.#open?.id === conversationId;
  }

  /** Reads the list again. */
  async reload(): Promise<void> {
    this.#conversations = await tenantApi.chats(this.#person.upn);
    this.#handlers.onUnread(
      this.#conversations.filter(({ unread, id }) => unread > 0 && !this.isOpen(id)).length,
    );
    this.#drawList();
  }

  /** What happened while nothing could be heard: before the first connection, or after a break. */
  async catchUp(): Promise<void> {
    await this.reload();
    const open = this.#open?.id;
    if (open !== undefined) await this.changed(open, true);
  }

  /** Opens a chat; on a wide screen one is always open. */
  async open(wantedId: string | undefined, theme: ThemeName): Promise<void> {
    const wanted =
      this.#conversations.find(({ id }) => id === wantedId) ??
      (wide.matches ? this.#conversations[0] : undefined);
    if (wanted === undefined) {
      this.#open = undefined;
      this.#draw();
      return;
    }
    if (this.#open?.id !== wanted.id || this.#open.theme !== theme) {
      this.#open = { id: wanted.id, theme, view: this.#viewOf(wanted, theme) };
    }
    this.#draw();
    this.#open.view.scrollToEnd();
    await this.#look(wanted.id);
  }

  /** Something happened in a chat. */
  async changed(conversationId: string, isOpen: boolean): Promise<void> {
    if (isOpen) await this.#look(conversationId);
    else await this.reload();
  }

  /** One look at a time for each chat: what happens meanwhile leads to one more. */
  #look(conversationId: string): Promise<void> {
    const running = this.#loading.get(conversationId);
    if (running !== undefined) {
      this.#again.add(conversationId);
      return running;
    }
    const work = this.#lookUntilStill(conversationId);
    this.#loading.set(conversationId, work);
    return work;
  }

  async #lookUntilStill(conversationId: string): Promise<void> {
    try {
      do {
        this.#again.delete(conversationId);
        await this.#lookOnce(conversationId);
        await this.reload();
      } while (this.#again.has(conversationId));
    } finally {
      // In the same breath as the last question: who comes after it looks anew.
      this.#loading.delete(conversationId);
    }
  }

  async #lookOnce(conversationId: string): Promise<void> {
    const user = this.#person.upn;
    for (const refresh of [false, true]) {
      const chat = await tenantApi.chat(user, conversationId, refresh);
      if (chat !== undefined && this.#open?.id === conversationId) {
        this.#open.view.show(chat.activities);
      }
    }
    if (document.visibilityState === 'visible') await tenantApi.read(user, conversationId);
  }

  #viewOf(conversation: Conversation, theme: ThemeName): ChatView {
    return new ChatView(conversation, this.#person.id, theme, {
      onBack: () => this.#handlers.onOpen(undefined),
      onLink: this.#handlers.onLink,
      onSay: (text) => this.#say(conversation.id, text),
      onPress: (activityId, press) => this.#press(conversation.id, activityId, press),
    });
  }

  async #say(conversationId: string, text: string): Promise<void> {
    try {
      await tenantApi.say(this.#person.upn, conversationId, text);
    } catch {
      this.#toasts.show(words.error, words.noAnswer);
    }
    await this.#look(conversationId);
  }

  async #press(conversationId: string, activityId: string, press: CardPress): Promise<void> {
    this.#open?.view.note(activityId, '');
    try {
      const pressed = await tenantApi.press({ user: this.#person.upn, activityId, ...press });
      if (pressed.shown === 'message') this.#toasts.show(words.oneInstalled, pressed.text ?? '');
      if (pressed.shown === 'error') this.#note(conversationId, activityId, pressed.text);
    } catch {
      this.#note(conversationId, activityId, undefined);
    }
    await this.#look(conversationId);
  }

  #note(conversationId: string, activityId: string, text: string | undefined): void {
    if (this.isOpen(conversationId)) this.#open?.view.note(activityId, text ?? words.error);
  }

  #draw(): void {
    this.element.classList.toggle('has-open', this.#open !== undefined);
    const list = this.#list();
    const view = this.#open?.view.element ?? el('p', { class: 'hint pane-chat' }, words.pickChat);
    if (this.element.lastElementChild !== view) this.element.replaceChildren(list, view);
    else this.element.firstElementChild?.replaceWith(list);
  }

  #drawList(): void {
    const hadFocus = this.element.firstElementChild?.contains(document.activeElement) ?? false;
    this.element.firstElementChild?.replaceWith(this.#list());
    if (hadFocus) {
      this.element.querySelector<HTMLElement>('.chat-entry[aria-current]')?.focus();
    }
  }

  #list(): HTMLElement {
    return chatList(
      this.#conversations,
      this.#open?.id,
      ({ id }) => this.#handlers.onOpen(id),
      this.#appControl,
    );
  }
}
