import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';

/** What Word finds in a document: what a screen reader goes by, and all that is written in it. */
export type WordPages = {
  /** As Windows names the file's own title. */
  readonly title: string;
  readonly languages: readonly string[];
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  /** Of each table: which of its rows are repeated as a head. */
  readonly heads: readonly (readonly boolean[])[];
  readonly text: string;
  readonly foot: string;
};

type Parts = Readonly<Record<'core' | 'styles' | 'main' | 'foot', string>>;

const partsOf = (bytes: Uint8Array): Parts => {
  const files = unzipSync(bytes);
  const part = (path: string): string => {
    const found = files[path];
    if (!found) throw new Error(`${path} is not in the document.`);
    return strFromU8(found);
  };
  return {
    core: part('docProps/core.xml'),
    styles: part('word/styles.xml'),
    main: part('word/document.xml'),
    foot: part('word/footer1.xml'),
  };
};

/** Reads the parts with the browser's own parser, which takes no XML that is not well formed. */
const wordPagesIn = (page: Page, parts: Parts): Promise<WordPages> =>
  page.evaluate(({ core, styles, main, foot }) => {
    const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const parsed = (xml: string): Document => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      if (document.querySelector('parsererror')) throw new Error('A part is not well formed.');
      return document;
    };
    const all = (within: Document | Element, tag: string): Element[] => [
      ...within.getElementsByTagNameNS(space, tag),
    ];
    const wordsOf = (within: Document | Element): string =>
      all(within, 't')
        .map(({ textContent }) => textContent)
        .join('');
    const value = (one: Element): string => one.getAttributeNS(space, 'val') ?? '';
    const body = parsed(main);
    const styled = (style: string): string[] =>
      all(body, 'p')
        .filter((paragraph) => all(paragraph, 'pStyle').some((one) => value(one) === style))
        .map(wordsOf);
    return {
      title: parsed(core).documentElement.textContent ?? '',
      languages: [...new Set(all(parsed(styles), 'lang').map(value))],
      titles: styled('Title'),
      headings: styled('Heading1'),
      heads: all(body, 'tbl').map((table) =>
        all(table, 'tr').map((row) => all(row, 'tblHeader').length === 1),
      ),
      text: all(body, 'p').map(wordsOf).join('\n'),
      foot: wordsOf(parsed(foot)),
    };
  }, parts);

/** The document that a press brings down, opened. */
export const wordFrom = async (page: Page, tab: FrameLocator, button: string) => {
  const waiting = page.waitForEvent('download');
  await tab.getByRole('button', { name: button }).click();
  const download = await waiting;
  const pages = await wordPagesIn(page, partsOf(await readFile(await download.path())));
  return { name: download.suggestedFilename(), ...pages };
};
