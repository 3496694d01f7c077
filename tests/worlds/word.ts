import { strFromU8, unzipSync } from 'fflate';

const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A document as Word reads it: its parts, each parsed; a window is needed. */
export const openedWord = ({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}) => {
  const parts = unzipSync(bytes);
  const part = (path: string): Document => {
    const found = parts[path];
    if (!found) throw new Error(`${path} is not in ${name}`);
    return new DOMParser().parseFromString(strFromU8(found), 'application/xml');
  };
  return { name, bytes, part, main: part('word/document.xml') };
};

export const all = (within: Document | Element, tag: string): readonly Element[] => [
  ...within.getElementsByTagNameNS(wordSpace, tag),
];
export const attribute = (element: Element | undefined, name: string): string | null =>
  element?.getAttributeNS(wordSpace, name) ?? null;

/** Each paragraph with its style and its words. */
export const paragraphsIn = (within: Document | Element) =>
  all(within, 'p').map((paragraph) => ({
    style: attribute(all(paragraph, 'pStyle')[0], 'val'),
    text: all(paragraph, 't')
      .map(({ textContent }) => textContent)
      .join(''),
  }));
