import { compile, type SelectorDefinition } from 'html-to-text';

/** What nests deeper than people write is left out: the library walks it on the stack. */
const deepest = 60;
/** As much as Teams lets a message be. */
const longest = 100_000;

const headings: readonly SelectorDefinition[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(
  (selector) => ({ selector, options: { uppercase: false } }),
);

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: deepest, ellipsis: ' …' },
  formatters: {
    alt: (element, _walk, builder) => builder.addInline(element.attribs['alt'] ?? ''),
  },
  selectors: [
    // What is answered to is somebody else's message.
    { selector: '*[itemtype*="Reply"]', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'img[itemtype*="Emoji"]', format: 'alt' },
    { selector: 'emoji', format: 'alt' },
    // Two cells beside each other would become one word, or one number.
    { selector: 'td', format: 'block' },
    { selector: 'th', format: 'block' },
    ...headings,
  ],
});

/** What a message of Teams says, without how it looks. */
export const plainTextOf = (html: string): string => convert(html.slice(0, longest)).trim();
