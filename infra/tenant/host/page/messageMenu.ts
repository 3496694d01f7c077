import { button, el } from './dom.ts';
import { words } from './words.ts';

export interface MenuItem {
  readonly id: string;
  readonly title: string;
}

/** What apps offer on a message, behind three dots. */
export function messageMenu(
  items: readonly MenuItem[],
  onChoose: (item: MenuItem) => void,
): HTMLElement {
  const menu = el('div', { class: 'menu', role: 'menu', hidden: true });
  const dots = button(
    {
      class: 'message-more',
      'aria-label': words.more,
      title: words.more,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
    },
    () => show(menu.hidden !== false),
    '⋯',
  );
  const root = el('div', { class: 'message-actions' }, dots, menu);
  const show = (isOpen: boolean): void => {
    menu.hidden = !isOpen;
    dots.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) menu.querySelector('button')?.focus();
  };
  for (const item of items) {
    menu.append(
      button(
        { role: 'menuitem' },
        () => {
          show(false);
          dots.focus();
          onChoose(item);
        },
        el('span', {}, item.title),
        el('span', { class: 'menu-app' }, words.oneInstalled),
      ),
    );
  }
  root.addEventListener('keydown', (event) => {
    if (menu.hidden !== false) return;
    if (event.key === 'Escape') {
      show(false);
      dots.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...menu.querySelectorAll('button')];
    const now = buttons.findIndex((each) => each.matches(':focus'));
    buttons.at((now + step) % buttons.length)?.focus();
  });
  root.addEventListener('focusout', (event) => {
    if (!root.contains(event.relatedTarget as Node | null)) show(false);
  });
  return root;
}
