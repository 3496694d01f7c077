import { button, el, icon } from './dom.ts';
import { commands, words } from './words.ts';

/** Where one writes. Enter sends, Shift+Enter makes a new line. */
export function composeBox(
  isPersonal: boolean,
  onSay: (text: string) => Promise<void>,
): HTMLElement {
  const label = isPersonal ? words.write : words.writeMention;
  const input = el('textarea', { rows: 1, 'aria-label': label, placeholder: label });
  const send = async (): Promise<void> => {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    grow(input);
    await onSay(text);
  };
  const onSend = (): void => void send();
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    onSend();
  });
  input.addEventListener('input', () => grow(input));
  const choose = (command: string): void => {
    input.value = command;
    input.focus();
    if (!command.endsWith(' ')) onSend();
  };
  return el(
    'div',
    { class: 'compose' },
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
    ),
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

function grow(input: HTMLTextAreaElement): void {
  input.style.height = 'auto';
  input.style.height = `${Math.min(160, input.scrollHeight)}px`;
}
