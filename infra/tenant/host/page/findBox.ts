import { button, el } from './dom.ts';
import type { Extended, FoundCard } from './tenantApi.ts';
import { words } from './words.ts';

/** People stop typing for so long before a client asks the app. */
const restMs = 250;

/** The app's search where one writes: a field, and a list to choose from. */
export function findBox(
  title: string,
  find: (typed: string | undefined) => Promise<Extended>,
  onChoose: (found: FoundCard) => void,
): { readonly element: HTMLElement; open(): void; close(): void } {
  const input = el('input', { type: 'search', 'aria-label': title, placeholder: title });
  const list = el('ul', { class: 'found', 'aria-label': words.found });
  const note = el('p', { class: 'found-note', role: 'status' });
  const element = el(
    'section',
    { class: 'find-box', 'aria-label': title, hidden: true },
    input,
    note,
    list,
  );
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    element.hidden = true;
    clearTimeout(timer);
  };
  const show = (answer: Extended): void => {
    const found = answer.shown === 'results' ? answer.results : [];
    note.textContent = answer.shown === 'results' ? words.foundCount(found.length) : textOf(answer);
    list.replaceChildren(
      ...found.map((one) =>
        el(
          'li',
          {},
          button(
            { class: 'found-entry' },
            () => {
              close();
              onChoose(one);
            },
            el('span', { class: 'found-title' }, one.title),
            el('span', { class: 'found-text' }, one.text),
          ),
        ),
      ),
    );
  };
  const ask = async (typed: string | undefined): Promise<void> => {
    const mine = ++asked;
    const answer = await find(typed).catch((): Extended => ({ shown: 'error', text: words.error }));
    // An answer that was overtaken by a later question says nothing any more.
    if (mine === asked) show(answer);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = input.value.trim();
    timer = setTimeout(() => void ask(typed === '' ? undefined : typed), restMs);
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  return {
    element,
    open: () => {
      element.hidden = false;
      input.value = '';
      list.replaceChildren();
      input.focus();
      void ask(undefined);
    },
    close,
  };
}

function textOf(answer: Extended): string {
  return 'text' in answer ? answer.text : words.error;
}
