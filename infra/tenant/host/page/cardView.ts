import {
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
  Version,
} from 'adaptivecards';
import type { ThemeName } from './address.ts';
import { el } from './dom.ts';
import { hostConfigFor } from './hostConfigs.ts';
import { escapeHtml, toHtml } from './markdown.ts';
import type { Json } from './tenantApi.ts';
import { words } from './words.ts';

export interface CardPress {
  readonly verb: string;
  readonly data: Json;
  readonly asSubmit: boolean;
}

export interface CardHandlers {
  /** Resolves when Teams has an answer to show. */
  onPress(press: CardPress): Promise<void>;
  onLink(address: string): void;
}

/** Cards that declare a later version than Teams knows are not drawn. */
const newestVersion = new Version(1, 5);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

/** Draws a card with the real renderer, in the theme's colours. */
export function drawCard(card: Json, theme: ThemeName, handlers: CardHandlers): HTMLElement {
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = new HostConfig(hostConfigFor(theme));
  const frame = el('div', { class: 'card' });
  adaptive.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) {
      if (action.url !== undefined) handlers.onLink(action.url);
      return;
    }
    if (!(action instanceof ExecuteAction || action instanceof SubmitAction)) return;
    const press: CardPress = {
      verb: action instanceof ExecuteAction ? action.verb : '',
      data: dataOf(action.data),
      asSubmit: !(action instanceof ExecuteAction),
    };
    runBusy(frame, action.renderedElement, handlers.onPress(press));
  };
  adaptive.onAnchorClicked = (_element, anchor) => {
    handlers.onLink(anchor.href);
    return true;
  };
  adaptive.parse(card);
  if (adaptive.version.compareTo(newestVersion) > 0) return unsupported(card);
  const rendered = adaptive.render();
  if (rendered === undefined) return unsupported(card);
  rendered.removeAttribute('tabindex');
  frame.append(rendered);
  return frame;
}

function unsupported(card: Json): HTMLElement {
  const { fallbackText } = card;
  const text = typeof fallbackText === 'string' ? fallbackText : words.unsupportedCard;
  const frame = el('div', { class: 'card card-unsupported' });
  frame.innerHTML = `<p>${escapeHtml(text)}</p>`;
  return frame;
}

function dataOf(data: unknown): Json {
  return typeof data === 'object' && data !== null ? (data as Json) : {};
}

/** While Teams waits, the card takes no other press, and what was typed stays. */
function runBusy(frame: HTMLElement, pressed: HTMLElement | undefined, work: Promise<void>): void {
  const buttons = [...frame.querySelectorAll<HTMLButtonElement>('button')];
  const before = buttons.map((each) => each.disabled);
  frame.setAttribute('aria-busy', 'true');
  for (const each of buttons) each.disabled = true;
  pressed?.classList.add('busy');
  void work.finally(() => {
    frame.removeAttribute('aria-busy');
    buttons.forEach((each, index) => {
      each.disabled = before[index] ?? false;
    });
    pressed?.classList.remove('busy');
    if (pressed?.isConnected) pressed.focus();
  });
}
