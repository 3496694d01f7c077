import type { ThemeName } from './address.ts';
import { drawCard } from './cardView.ts';
import { button, el } from './dom.ts';
import type { Extended, Json } from './tenantApi.ts';
import { words } from './words.ts';

interface TaskHandlers {
  /** The card's button was pressed; what the app says to it. */
  onSubmit(data: Json): Promise<Extended>;
  onLink(address: string): void;
}

/** The dialog an app opens over the chat: its cards follow each other until it is closed. */
export function openTaskDialog(
  first: Extract<Extended, { shown: 'dialog' }>,
  theme: ThemeName,
  handlers: TaskHandlers,
): void {
  const opener = document.activeElement;
  const heading = el('h2', {}, first.title);
  const place = el('div', { class: 'task-card' });
  const note = el('p', { class: 'message-error', role: 'alert' });
  const dialog = el('dialog', { class: 'dialog task-dialog', 'aria-label': first.title });
  const close = (): void => dialog.close();
  const show = (answer: Extended): void => {
    note.textContent = '';
    if (answer.shown === 'closed') close();
    else if (answer.shown === 'dialog') {
      heading.textContent = answer.title;
      dialog.setAttribute('aria-label', answer.title);
      place.replaceChildren(draw(answer.card));
      if (dialog.open) place.querySelector<HTMLElement>('input, textarea, button, a')?.focus();
    } else note.textContent = 'text' in answer ? answer.text : words.error;
  };
  const draw = (card: Json): HTMLElement =>
    drawCard(card, theme, {
      onPress: async ({ data }) => {
        try {
          show(await handlers.onSubmit(data));
        } catch {
          note.textContent = words.error;
        }
      },
      onLink: (address) => {
        close();
        handlers.onLink(address);
      },
    });
  dialog.append(
    el(
      'header',
      {},
      heading,
      button({ class: 'dialog-close', 'aria-label': words.close }, close, '×'),
    ),
    place,
    note,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
  show(first);
  document.body.append(dialog);
  dialog.showModal();
}
