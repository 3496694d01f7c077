import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { AdaptiveCard, HostConfig } from 'adaptivecards';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt();

// Teams reads a part of markdown; the renderer's own companion reads all of it.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// The renderer writes its texts by innerText, which jsdom does not have.
Object.defineProperty(HTMLElement.prototype, 'innerText', {
  set(this: HTMLElement, text: string) {
    this.textContent = text;
  },
});

/** A card drawn by the real renderer, and what it found wrong with it. */
export const draw = (card: IAdaptiveCard) => {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  drawn.parse(JSON.parse(JSON.stringify(card)));
  const problems = drawn.validateProperties().validationEvents.map((event) => event.message);
  return { problems, element: drawn.render() };
};

const blocks = '.ac-textBlock, .ac-richTextBlock, button, input, textarea, img';

const textOf = (element: Element): string => {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return element.value;
  return element instanceof HTMLImageElement ? element.alt : (element.textContent ?? '');
};

/** What a reader sees, block for block; markup shows itself as tags that none of ours uses. */
export const seenIn = (element: HTMLElement | undefined): readonly string[] =>
  [...(element?.querySelectorAll(blocks) ?? [])].map((block) => {
    const marked = block.querySelector('em, strong, s, code, ul, ol, h1, h2, hr, blockquote');
    const text = textOf(block).replace(/\s+/g, ' ').trim();
    return marked ? `${marked.tagName}: ${text}` : text;
  });
