import type { ThemeName } from './address.ts';
import { appControl } from './appControl.ts';
import type { CardPress } from './cardView.ts';
import { chatList } from './chatList.ts';
import { ChatView } from './chatView.ts';
import type { Said } from './composeBox.ts';
import { el } from './dom.ts';
import type { MenuItem } from './messageMenu.ts';
import { repliesControl } from './repliesControl.ts';
import { openTaskDialog } from './taskDialog.ts';
import type {
  AppExtension,
  Conversation,
  Extended,
  HostSettings,
  Json,
  PersonEntry,
} from './tenantApi.ts';
import { tenantApi } from './tenantApi.ts';
import type { Toasts } from './toasts.ts';
import { words } from './words.ts';

interface ChatPaneHandlers {
  onOpen(conversationId: string | undefined): void;
  onLink(link: string): void;
  onUnread(count: number): void;
}

/** Who has not got the app is offered nothing of it. */
const noExtension: Pick<AppExtension, 'messageActions'> = { messageActions: [] };

const wide = window.matchMedia('(min-width: 641px)');

/** The list of chats and the one that is open. */
export class ChatPane {
  readonly element = el('div', { class: 'app-chat' });
  readonly #person: PersonEntry;
  readonly #settings: HostSettings;
  readonly #toasts: Toasts;
  readonly #handlers: ChatPaneHandlers;
  readonly #foot: HTMLElement;
  #conversations: readonly Conversation[] = [];
  #open: { readonly id: string; readonly theme: ThemeName; readonly view: ChatView } | undefined;
  readonly #loading = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();

  constructor(
    person: PersonEntry,
    settings: HostSettings,
    toasts: Toasts,
    handlers: ChatPaneHandlers,
  ) {
    this.#person = person;
    this.#settings = settings;
    this.#foot = el('div', { class: 'list-foot' }, repliesControl(person), appControl(person));
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

  /** Opens a chat, at a message where one is named; on a wide screen one is always open. */
  async open(wantedId: string | undefined, theme: ThemeName, messageId?: string): Promise<void> {
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
    if (messageId === undefined) this.#open.view.scrollToEnd();
    await this.#look(wanted.id);
    if (messageId !== undefined) this.#open.view.scrollTo(messageId);
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
    const { id } = conversation;
    const asked = { user: this.#person.upn, conversation: id };
    const app = this.#person.installed ? this.#settings.extension : noExtension;
    const { search } = this.#settings.extension;
    const find = (parameters: readonly Json[]) =>
      tenantApi.extend({
        ...{ ...asked, name: 'query' },
        value: { commandId: search.id, parameters, queryOptions: { skip: 0, count: 25 } },
      });
    return new ChatView(conversation, this.#person.id, theme, {
      onBack: () => this.#handlers.onOpen(undefined),
      onLink: this.#handlers.onLink,
      onSay: (said) => this.#say(id, said),
      onPress: (activityId, press) => this.#press(id, activityId, press),
      messageActions: app.messageActions,
      onAction: (activityId, item) => void this.#act(id, activityId, item, theme),
      findTitle: search.title,
      onFind: (typed) =>
        find([
          typed === undefined
            ? { name: 'initialRun', value: 'true' }
            : { name: search.parameter, value: typed },
        ]),
      isUnfolded: (address) =>
        URL.canParse(address) && new URL(address).host === new URL(this.#settings.serverUrl).host,
      onUnfold: (url) => tenantApi.extend({ ...asked, name: 'queryLink', value: { url } }),
    });
  }

  /** Something that an app offers on a message: the app opens a dialog over the chat. */
  async #act(
    conversation: string,
    activityId: string,
    { id }: MenuItem,
    theme: ThemeName,
  ): Promise<void> {
    const about = { user: this.#person.upn, conversation, activityId };
    const ask = (name: 'fetchTask' | 'submitAction', more: Json = {}): Promise<Extended> =>
      tenantApi.extend({ ...about, name, value: { commandId: id, ...more } });
    const first = await ask('fetchTask').catch((): Extended => ({ shown: 'closed' }));
    if (first.shown !== 'dialog') {
      this.#note(conversation, activityId, 'text' in first ? first.text : undefined);
      return;
    }
    openTaskDialog(first, theme, {
      onSubmit: (data) => ask('submitAction', { data }),
      onLink: this.#handlers.onLink,
    });
  }

  async #say(conversationId: string, said: Said): Promise<void> {
    try {
      await tenantApi.say(this.#person.upn, conversationId, { ...said });
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
      this.#foot,
    );
  }
}
