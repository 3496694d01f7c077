import type { AppName, ThemeName } from './address.ts';
import type { IconName } from './dom.ts';
import { avatar, button, el, icon } from './dom.ts';
import type { PersonEntry } from './tenantApi.ts';
import { Toasts } from './toasts.ts';
import { words } from './words.ts';

interface FrameHandlers {
  onApp(app: AppName): void;
  onTheme(theme: ThemeName): void;
  onPicker(): void;
}

const apps: readonly { readonly app: AppName; readonly icon: IconName; readonly label: string }[] =
  [
    { app: 'feed', icon: 'bell', label: words.feed },
    { app: 'chat', icon: 'chat', label: words.chat },
    { app: 'tab', icon: 'board', label: words.tab },
  ];

/** What stands around everything: the top bar, the rail, and what floats above. */
export class Frame {
  readonly element: HTMLElement;
  readonly toasts = new Toasts();
  readonly #content = el('main', { class: 'content', 'aria-label': words.title });
  readonly #offline = el('div', { class: 'offline', role: 'status' });
  readonly #buttons = new Map<AppName, HTMLButtonElement>();
  readonly #counts = new Map<AppName, HTMLElement>();

  constructor(person: PersonEntry, theme: ThemeName, handlers: FrameHandlers) {
    this.element = el(
      'div',
      { class: 'frame' },
      this.#topBar(person, theme, handlers),
      this.#rail(handlers),
      this.#content,
      this.#offline,
      this.toasts.element,
    );
  }

  show(view: HTMLElement): void {
    if (this.#content.firstElementChild !== view) this.#content.replaceChildren(view);
  }

  select(app: AppName): void {
    for (const [name, each] of this.#buttons) {
      if (name === app) each.setAttribute('aria-current', 'page');
      else each.removeAttribute('aria-current');
    }
    if (app === 'feed') this.markFeed(false);
  }

  showUnread(count: number): void {
    this.#showCount('chat', count === 0 ? '' : String(count));
  }

  markFeed(isNew: boolean): void {
    this.#showCount('feed', isNew ? '•' : '');
  }

  showConnection(isUp: boolean): void {
    this.#offline.textContent = isUp ? '' : words.noAnswer;
  }

  focusRail(): void {
    this.#buttons.get('tab')?.focus();
  }

  showDialog(title: string, content: HTMLElement): void {
    const dialog = el('dialog', { class: 'dialog', 'aria-label': title });
    const close = (): void => dialog.close();
    dialog.append(
      el(
        'header',
        {},
        el('h2', {}, title),
        button({ class: 'dialog-close', 'aria-label': words.close }, close, '×'),
      ),
      content,
    );
    dialog.addEventListener('close', () => dialog.remove());
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) close();
    });
    this.element.append(dialog);
    dialog.showModal();
  }

  #showCount(app: AppName, text: string): void {
    const badge = this.#counts.get(app);
    if (badge === undefined) return;
    badge.textContent = text;
    badge.hidden = text === '';
  }

  #topBar(person: PersonEntry, theme: ThemeName, handlers: FrameHandlers): HTMLElement {
    return el(
      'header',
      { class: 'top-bar', 'aria-label': words.title },
      el('h1', { class: 'top-title' }, words.title),
      this.#themeSwitch(theme, handlers),
      button(
        {
          class: 'me',
          'aria-label': `${words.changePerson}: ${person.name}`,
          title: words.changePerson,
        },
        () => handlers.onPicker(),
        el('span', { class: 'me-name' }, person.name),
        avatar(person.name),
      ),
    );
  }

  #themeSwitch(theme: ThemeName, handlers: FrameHandlers): HTMLElement {
    const names = Object.keys(words.themes) as ThemeName[];
    const select = el(
      'select',
      { 'aria-label': words.theme },
      ...names.map((name) =>
        el('option', { value: name, selected: name === theme }, words.themes[name]),
      ),
    );
    select.addEventListener('change', () => handlers.onTheme(select.value as ThemeName));
    return select;
  }

  #rail(handlers: FrameHandlers): HTMLElement {
    const rail = el('nav', { class: 'rail', 'aria-label': words.rail });
    for (const { app, icon: picture, label } of apps) {
      const count = el('span', { class: 'count', hidden: true });
      const entry = button(
        { class: 'rail-entry', 'aria-label': app === 'tab' ? label : undefined },
        () => handlers.onApp(app),
        icon(picture),
        el('span', { class: 'rail-label' }, app === 'tab' ? words.tabShort : label),
        count,
      );
      this.#buttons.set(app, entry);
      this.#counts.set(app, count);
      rail.append(entry);
    }
    return rail;
  }
}
