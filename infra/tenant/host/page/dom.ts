type Props = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string | undefined | false;

/** Makes an element; attributes that are false or undefined are left out. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

export function button(
  props: Props,
  onPress: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...props }, ...children);
  element.addEventListener('click', onPress);
  return element;
}

const paths = {
  bell: 'M10 2a6 6 0 0 0-6 6v3.6L2.7 14.3A.5.5 0 0 0 3.2 15h4a2.9 2.9 0 0 0 5.7 0h4a.5.5 0 0 0 .4-.7L16 11.6V8a6 6 0 0 0-6-6Z',
  chat: 'M10 2.5a7.5 7.5 0 0 0-6.6 11l-.9 3.4a.5.5 0 0 0 .6.6l3.4-.9A7.5 7.5 0 1 0 10 2.5ZM7 8h6v1.2H7V8Zm0 2.9h4.2v1.2H7v-1.2Z',
  board:
    'M3.5 3h3A1.5 1.5 0 0 1 8 4.500v11A1.5 1.5 0 0 1 6.500 17h-3A1.500 1.500 0 0 1 2 15.500v-11A1.500 1.500 0 0 1 3.500 3Zm7 0h-.2A1.300 1.300 0 0 0 9 4.300v7.400c0 .7.6 1.300 1.300 1.300h.4c.7 0 1.300-.6 1.300-1.300V4.300C12 3.600 11.400 3 10.700 3h-.2Zm4.300 0h1.700c.8 0 1.500.7 1.500 1.500v6c0 .8-.7 1.500-1.500 1.500h-1.700c-.8 0-1.500-.7-1.500-1.500v-6c0-.8.7-1.500 1.500-1.500Z',
  back: 'M12.7 4.300a1 1 0 0 1 0 1.400L8.400 10l4.300 4.300a1 1 0 0 1-1.400 1.400l-5-5a1 1 0 0 1 0-1.400l5-5a1 1 0 0 1 1.400 0Z',
  send: 'M2.700 2.300a.5.5 0 0 1 .5-.1l15 7.300a.5.5 0 0 1 0 .9l-15 7.300a.5.5 0 0 1-.7-.6L4.600 10.500l6.900-.5-6.900-.5L2.500 2.800a.5.5 0 0 1 .2-.5Z',
  people:
    'M7 3a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7Zm7 2a2.500 2.500 0 1 0 0 5.100A2.500 2.500 0 0 0 14 5ZM2.500 11.500h9c.6 0 1 .4 1 1 0 2.600-2.200 4.500-5.500 4.500s-5.500-1.900-5.500-4.500c0-.6.4-1 1-1Zm11.200 4.500c2.800 0 4.800-1.400 4.800-3.500 0-.6-.4-1-1-1h-4c.2.300.2.600.2 1 0 1.300-.4 2.500-1.200 3.400l1.200.1Z',
  window:
    'M4.500 3h11A1.500 1.500 0 0 1 17 4.500v4a.5.5 0 0 1-1 0v-3L10.900 10.600a.5.5 0 0 1-.7-.7L15.300 4.800H12a.5.5 0 0 1 0-1H4.500a.7.7 0 0 0-.7.7v11c0 .4.300.7.7.7h11c.4 0 .7-.3.7-.7V12a.5.5 0 0 1 1 0v3.500a1.500 1.500 0 0 1-1.500 1.500h-11A1.500 1.500 0 0 1 3 15.500v-11A1.500 1.500 0 0 1 4.500 3Z',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words: never the only carrier of meaning. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/** The round picture of a person, a group or the bot: its letters. */
export function avatar(name: string, kind: 'bot' | 'person' | 'group' = 'person'): HTMLElement {
  return el(
    'span',
    { class: `avatar avatar-${kind} tint-${tintOf(name)}`, 'aria-hidden': 'true' },
    lettersOf(name),
  );
}

function lettersOf(name: string): string {
  if (name === 'DigiTek') return 'DT';
  const words = name.split(/[\s,·]+/).filter((word) => word !== '');
  const first = words[0] ?? '?';
  const last = words.at(-1) ?? first;
  return words.length === 1 ? first.slice(0, 2) : `${first.charAt(0)}${last.charAt(0)}`;
}

function tintOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum += letter.charCodeAt(0);
  return sum % 6;
}
