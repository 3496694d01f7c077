/* What every picture that is saved as a file is drawn with. */

/** Where a long word may be broken; not seen until it is. */
export const softHyphen = '\u00ad';

/** On paper and in a file there is no theme. */
export const ink = {
  ground: '#FFFFFF',
  box: '#FFFFFF',
  purpose: '#F5F5F5',
  line: '#616161',
  outline: '#C7C7C7',
  text: '#242424',
  quiet: '#616161',
  warning: '#BC4B09',
  brand: '#5B5FC7',
} as const;

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** As much of a word as has room with a hyphen after it, by its soft hyphens; '' where nothing has. */
const headOf = (parts: readonly string[], room: number): readonly string[] => {
  let count = 0;
  for (let length = 0; count < parts.length; count += 1) {
    length += parts[count]?.length ?? 0;
    if (length + 1 > room) break;
  }
  return parts.slice(0, count);
};

/** A word that is longer than a line, in as few pieces as have room. */
const piecesOf = (word: string, signs: number): readonly string[] => {
  const pieces: string[] = [];
  let parts: readonly string[] = word.split(softHyphen);
  while (parts.join('').length > signs) {
    const head = headOf(parts, signs);
    if (head.length === 0) break;
    pieces.push(`${head.join('')}-`);
    parts = parts.slice(head.length);
  }
  return [...pieces, parts.join('')];
};

/** A text in lines of so many signs; what has no room ends in an ellipsis. */
export const wrapped = (text: string, signs: number, most: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => piecesOf(one, signs))) {
    const last = lines.at(-1);
    if (last !== undefined && !last.endsWith('-') && `${last} ${word}`.length <= signs)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const cut = lines.map((line) => (line.length > signs ? `${line.slice(0, signs - 1)}…` : line));
  if (cut.length <= most) return cut;
  const last = cut[most - 1] ?? '';
  return [...cut.slice(0, most - 1), `${last.slice(0, signs - 1)}…`];
};

const font = 'Segoe UI, Open Sans, Arial, sans-serif';

type TextLook = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  /** `end`: x is where it ends, as figures do that stand over each other. */
  readonly anchor?: 'start' | 'end';
};

export const textAt = (
  x: number,
  y: number,
  text: string,
  { size = 14, bold = false, fill = ink.text, anchor = 'start' }: TextLook = {},
): string =>
  `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" font-weight="${bold ? 600 : 400}"${anchor === 'end' ? ' text-anchor="end"' : ''} fill="${fill}">${escaped(text)}</text>`;
