import type { ThemeName } from './address.ts';
import { drawCard } from './cardView.ts';
import { button, el, icon } from './dom.ts';
import { findBox } from './findBox.ts';
import type { Extended, Json } from './tenantApi.ts';
import { commands, words } from './words.ts';

export interface Said {
  readonly text: string;
  readonly card?: Json;
  readonly mention: boolean;
}

export interface ComposeHandlers {
  onSay(said: Said): Promise<void>;
  /** The app's own search; undefined before anybody has typed. */
  onFind(typed: string | undefined): Promise<Extended>;
  /** Whether the app unfolds links to this address. */
  isUnfolded(address: string): boolean;
  onUnfold(address: string): Promise<Extended>;
  onLink(address: string): void;
}

/** A card that goes with the message, until it is taken off or sent. */
class Attached {
  readonly element = el('div', { class: 'attached', hidden: true });
  readonly #theme: ThemeName;
  readonly #onLink: (address: string) => void;
  card: Json | undefined;

  constructor(theme: ThemeName, onLink: (address: string) => void) {
    this.#theme = theme;
    this.#onLink = onLink;
  }

  put(card: Json | undefined): void {
    this.card = card;
    this.element.hidden = card === undefined;
    this.element.replaceChildren();
    if (card === undefined) return;
    const drawn = drawCard(card, this.#theme, {
      onPress: async () => undefined,
      onLink: this.#onLink,
    });
    const off = button(
      { class: 'dialog-close', 'aria-label': words.takeOff },
      () => this.put(undefined),
      '×',
    );
    this.element.append(drawn, off);
  }
}

/** Where one writes. Enter sends, Shift+Enter makes a new line. */
export function composeBox(
  isPersonal: boolean,
  theme: ThemeName,
  findTitle: string,
  handlers: ComposeHandlers,
): HTMLElement {
  const input = el('textarea', { rows: 1 });
  const mention = el('input', { type: 'checkbox', checked: true });
  const attached = new Attached(theme, handlers.onLink);
  const name = (): void => {
    const label = isPersonal ? words.write : mention.checked ? words.writeMention : words.writeAll;
    input.setAttribute('aria-label', label);
    input.placeholder = label;
  };
  name();
  mention.addEventListener('change', name);
  const send = async (): Promise<void> => {
    const text = input.value.trim();
    const { card } = attached;
    if (text === '' && card === undefined) return;
    input.value = '';
    attached.put(undefined);
    grow(input);
    await handlers.onSay({
      text,
      mention: mention.checked,
      ...(card === undefined ? {} : { card }),
    });
  };
  const onSend = (): void => void send();
  const box = findBox(findTitle, handlers.onFind, ({ card }) => {
    attached.put(card);
    input.focus();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    onSend();
  });
  input.addEventListener('input', () => grow(input));
  input.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text').trim() ?? '';
    if (handlers.isUnfolded(pasted)) void unfold(pasted, attached, handlers);
  });
  const choose = (command: string): void => {
    input.value = command;
    input.focus();
    if (!command.endsWith(' ')) onSend();
  };
  return el(
    'div',
    { class: 'compose' },
    box.element,
    el(
      'div',
      { class: 'compose-commands', role: 'group', 'aria-label': words.commands },
      ...commands.map((command) =>
        button(
          { class: 'chip' },
          () => choose(command),
          command.endsWith(' ') ? `${command.trim()} …` : command,
        ),
      ),
      button({ class: 'chip' }, () => (box.element.hidden ? box.open() : box.close()), findTitle),
      !isPersonal && el('label', { class: 'mention' }, mention, words.mention),
    ),
    attached.element,
    el(
      'div',
      { class: 'compose-box' },
      input,
      button(
        { class: 'compose-send', 'aria-label': words.send, title: words.send },
        onSend,
        icon('send'),
      ),
    ),
  );
}

/** A link that the app does not know stays a link. */
async function unfold(
  address: string,
  attached: Attached,
  handlers: ComposeHandlers,
): Promise<void> {
  const answer = await handlers.onUnfold(address).catch(() => undefined);
  const [first] = answer?.shown === 'results' ? answer.results : [];
  if (first !== undefined) attached.put(first.card);
}

function grow(input: HTMLTextAreaElement): void {
  input.style.height = 'auto';
  input.style.height = `${Math.min(160, input.scrollHeight)}px`;
}
