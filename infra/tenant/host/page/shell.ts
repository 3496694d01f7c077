import type { AppName, Place, ThemeName } from './address.ts';
import { addressOf, deepLinkTarget, messageLinkTarget, readPlace } from './address.ts';
import { ChatPane } from './chatPane.ts';
import { el } from './dom.ts';
import { feedView } from './feedView.ts';
import { Frame } from './frame.ts';
import { personPicker, welcomePage } from './personPicker.ts';
import { TabView } from './tabView.ts';
import type { HostSettings, PersonEntry, TeamsEvent } from './tenantApi.ts';
import { listen, tenantApi } from './tenantApi.ts';
import { words } from './words.ts';

/** Starts the page for whoever the address names; without a name it asks who one wants to be. */
export async function startShell(
  root: HTMLElement,
  people: readonly PersonEntry[],
  settings: HostSettings,
): Promise<void> {
  const place = readPlace(location.search);
  const person = people.find(({ upn, id }) => upn === place.user || id === place.user);
  if (person === undefined) {
    const unread = await tenantApi.unread();
    const picker = personPicker(people, unread, (each) =>
      addressOf({
        app: (unread[each.upn] ?? 0) > 0 ? 'chat' : 'tab',
        theme: place.theme,
        user: each.upn,
      }),
    );
    root.replaceChildren(welcomePage(picker));
    return;
  }
  await new Shell(root, people, person, settings, { ...place, user: person.upn }).start();
}

class Shell {
  readonly #people: readonly PersonEntry[];
  readonly #person: PersonEntry;
  readonly #settings: HostSettings;
  readonly #frame: Frame;
  readonly #chat: ChatPane;
  #place: Place;
  #tab: TabView | undefined;

  constructor(
    root: HTMLElement,
    people: readonly PersonEntry[],
    person: PersonEntry,
    settings: HostSettings,
    place: Place,
  ) {
    this.#people = people;
    this.#person = person;
    this.#settings = settings;
    this.#place = place;
    this.#frame = new Frame(person, place.theme, {
      onApp: (app) => this.#go(this.#placeFor(app)),
      onTheme: (theme) => this.#changeTheme(theme),
      onPicker: () => this.#pickPerson(),
    });
    this.#chat = new ChatPane(person, settings, this.#frame.toasts, {
      onOpen: (conversation) =>
        this.#go({ ...this.#placeFor('chat'), ...(conversation ? { conversation } : {}) }),
      onLink: (link) => this.#openLink(link),
      onUnread: (count) => this.#frame.showUnread(count),
    });
    root.replaceChildren(this.#frame.element);
  }

  async start(): Promise<void> {
    window.addEventListener('popstate', () => {
      const place = readPlace(location.search);
      if (place.user === this.#person.upn) void this.#show(place);
      else location.reload();
    });
    listen(
      this.#person.upn,
      (event) => void this.#hear(event),
      (isUp) => {
        this.#frame.showConnection(isUp);
        if (isUp) void this.#chat.catchUp();
      },
    );
    await this.#chat.reload();
    await this.#show(this.#place);
  }

  #placeFor(app: AppName): Place {
    return { user: this.#person.upn, app, theme: this.#place.theme };
  }

  #go(place: Place): void {
    history.pushState(null, '', addressOf(place));
    void this.#show(place);
  }

  async #show(place: Place): Promise<void> {
    this.#place = place;
    this.#frame.select(place.app);
    document.title = `${titleOf(place.app)} · ${this.#person.name} · ${words.title}`;
    if (place.app !== 'tab') this.#closeTab();
    if (place.app === 'tab') this.#frame.show(this.#openTab(place.sub));
    else if (place.app === 'feed') await this.#showFeed();
    else {
      this.#frame.show(this.#chat.element);
      await this.#chat.open(place.conversation, place.theme, place.message);
    }
  }

  async #showFeed(): Promise<void> {
    const entries = await tenantApi.feed(this.#person.upn);
    const view = feedView(entries, ({ topic }) => {
      if (topic.webUrl !== undefined) this.#openLink(topic.webUrl);
      else this.#go(this.#placeFor('tab'));
    });
    this.#frame.show(view);
  }

  #openTab(sub: string | undefined, address?: string): HTMLElement {
    this.#closeTab();
    this.#tab = new TabView(address ?? `${this.#settings.serverUrl}/tab/`, {
      context: () => ({
        theme: this.#place.theme,
        userId: this.#person.id,
        upn: this.#person.upn,
        tenantId: this.#settings.tenantId,
        sub,
      }),
      token: () => tenantApi.token(this.#person.upn),
      openLink: (link) => this.#openLink(link),
      openSub: (wanted) => this.#openSub(wanted),
      shareLink: (wanted) => void this.#shareLink(wanted),
      leaveFocus: () => this.#frame.focusRail(),
    });
    return this.#tab.element;
  }

  #closeTab(): void {
    this.#tab?.close();
    this.#tab = undefined;
  }

  #openSub(sub: string | undefined): void {
    this.#go({ ...this.#placeFor('tab'), ...(sub === undefined ? {} : { sub }) });
  }

  /** A link to the app opens the app; any other opens beside it. */
  #openLink(link: string): void {
    const target = deepLinkTarget(link);
    if (target !== undefined) {
      this.#openSub(target.sub);
      return;
    }
    const message = messageLinkTarget(link);
    if (message !== undefined) {
      this.#go({ ...this.#placeFor('chat'), ...message });
      return;
    }
    if (link.startsWith(`${this.#settings.serverUrl}/tab/`)) {
      const place = this.#placeFor('tab');
      history.pushState(null, '', addressOf(place));
      this.#place = place;
      this.#frame.select('tab');
      this.#frame.show(this.#openTab(undefined, link));
      return;
    }
    if (/^(https?:|mailto:)/i.test(link)) window.open(link, '_blank', 'noopener,noreferrer');
  }

  async #shareLink(sub: string): Promise<void> {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: sub }));
    const link = `https://teams.microsoft.com/l/entity/${this.#settings.teamsAppId}/portfolio?context=${context}`;
    try {
      await navigator.clipboard.writeText(link);
      this.#frame.toasts.show(words.tab, words.linkCopied);
    } catch {
      // Without leave to use the clipboard the link is shown, so that it can be copied by hand.
      this.#frame.toasts.show(words.tab, words.linkReady(link));
    }
  }

  #changeTheme(theme: ThemeName): void {
    this.#place = { ...this.#place, theme };
    history.replaceState(null, '', addressOf(this.#place));
    document.documentElement.dataset['theme'] = theme;
    this.#tab?.host?.themeChanged(theme);
    if (this.#place.app === 'chat') void this.#chat.open(this.#place.conversation, theme);
  }

  async #hear(event: TeamsEvent): Promise<void> {
    if (event.type === 'notification') {
      this.#frame.toasts.show(event.title, event.preview, () => this.#go(this.#placeFor('feed')));
      this.#frame.markFeed(this.#place.app !== 'feed');
      if (this.#place.app === 'feed') await this.#showFeed();
      return;
    }
    const isOpen = this.#place.app === 'chat' && this.#chat.isOpen(event.conversationId);
    await this.#chat.changed(event.conversationId, isOpen);
    if (event.type !== 'message' || isOpen || event.from === this.#person.name) return;
    this.#frame.toasts.show(event.from, event.preview, () =>
      this.#go({ ...this.#placeFor('chat'), conversation: event.conversationId }),
    );
  }

  async #pickPerson(): Promise<void> {
    const unread = await tenantApi.unread();
    const picker = personPicker(this.#people, unread, (person) =>
      addressOf({ ...this.#placeFor(this.#place.app), user: person.upn }),
    );
    this.#frame.showDialog(words.whoAreYou, el('div', {}, picker));
  }
}

function titleOf(app: AppName): string {
  return app === 'tab' ? words.tab : words[app];
}
