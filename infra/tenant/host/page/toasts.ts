import { button, el } from './dom.ts';
import { words } from './words.ts';

const shownMs = 6000;

/** Short messages in a corner, read aloud as they come. */
export class Toasts {
  readonly element = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

  show(title: string, text: string, onPress?: () => void): void {
    const toast = el('div', { class: 'toast' });
    const content = [el('strong', {}, title), el('span', {}, text)];
    const remove = (): void => toast.remove();
    if (onPress === undefined) toast.append(el('div', { class: 'toast-body' }, ...content));
    else {
      const open = (): void => {
        remove();
        onPress();
      };
      toast.append(button({ class: 'toast-body' }, open, ...content));
    }
    toast.append(button({ class: 'toast-close', 'aria-label': words.close }, remove, '×'));
    this.element.append(toast);
    while (this.element.childElementCount > 3) this.element.firstElementChild?.remove();
    setTimeout(remove, shownMs);
  }
}
