import { button, el } from './dom.ts';
import type { HostActions } from './teamsHost.ts';
import { TeamsHost } from './teamsHost.ts';
import { words } from './words.ts';

/** How long an app may take to say it is there, and, once it is, to say it is ready. */
const patienceMs = 30_000;
const readyMs = 4000;

type Actions = Omit<HostActions, 'onInitialized' | 'onLoaded' | 'onFailed'>;

/** The tab in its frame, with what Teams shows around it while it loads or when it fails. */
export class TabView {
  readonly element = el('section', { class: 'pane-tab', 'aria-label': words.tab });
  readonly #address: string;
  readonly #actions: Actions;
  #host: TeamsHost | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: string, actions: Actions) {
    this.#address = address;
    this.#actions = actions;
    this.load();
  }

  load(): void {
    this.close();
    const frame = el('iframe', {
      class: 'tab-frame',
      title: words.tab,
      allow: 'clipboard-write',
      src: this.#address,
    });
    const cover = el(
      'div',
      { class: 'tab-cover', role: 'status' },
      el('span', { class: 'spinner' }),
      words.loadingTab,
    );
    this.element.replaceChildren(frame, cover);
    this.#host = new TeamsHost(frame, new URL(this.#address).origin, {
      ...this.#actions,
      onInitialized: () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => cover.remove(), readyMs);
      },
      onLoaded: () => {
        clearTimeout(this.#timer);
        cover.remove();
      },
      onFailed: () => this.#fail(cover),
    });
    this.#timer = setTimeout(() => this.#fail(cover), patienceMs);
  }

  get host(): TeamsHost | undefined {
    return this.#host;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#host?.close();
  }

  #fail(cover: HTMLElement): void {
    clearTimeout(this.#timer);
    cover.replaceChildren(
      el('p', {}, words.tabFailed),
      button({ class: 'plain-button' }, () => this.load(), words.retry),
    );
    if (!cover.isConnected) this.element.append(cover);
  }
}
