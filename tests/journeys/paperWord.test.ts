// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Printed } from '#shared/domain/papers/printed.ts';
import { paperWord } from '#shared/word/paperWord.ts';
import { allAnswered, aPaper, aText } from '../builders/paper.ts';
import { all, attribute, openedWord, paragraphsIn } from '../worlds/word.ts';

const opened = async (printed: Printed) => openedWord(await paperWord(printed));

describe('the Word document of a paper', () => {
  it('says its title, its language and its name', async () => {
    const { name, part } = await opened(aPaper());
    expect(name).toBe('Idébeskrivelse, version 2.docx');
    expect(part('docProps/core.xml').documentElement.textContent).toContain(
      'Nøglefri hjemmepleje. Idébeskrivelse, version 2',
    );
    const languages = all(part('word/styles.xml'), 'lang').map((one) => attribute(one, 'val'));
    expect(languages.length).toBeGreaterThan(0);
    expect([...new Set(languages)]).toEqual(['da-DK']);
  });

  it('has one title, and real headings in order', async () => {
    const { main } = await opened(aPaper());
    const headings = paragraphsIn(main).filter(({ style }) => /^(Title|Heading)/.test(style ?? ''));
    expect(headings.filter(({ style }) => style === 'Title').map(({ text }) => text)).toEqual([
      'Nøglefri hjemmepleje',
    ]);
    expect(headings.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual([
      'Idéen',
      'Forventede gevinster',
      'Risiko',
      'Økonomi',
      'Hvem er spurgt',
      'Tjekliste',
      'Anbefaling og beslutning',
    ]);
    // A level is never jumped over.
    expect(headings.findIndex(({ style }) => style === 'Heading2')).toBeGreaterThan(
      headings.findIndex(({ style }) => style === 'Heading1'),
    );
  });

  it('has tables whose first row says what the columns are, on each page', async () => {
    const { main } = await opened(aPaper());
    const tables = all(main, 'tbl');
    expect(tables.length).toBeGreaterThan(3);
    // The first is no table of columns: each row is named by its first cell.
    for (const table of tables.slice(1)) {
      const heads = all(table, 'tr').map((row) => all(row, 'tblHeader').length === 1);
      expect(heads).toEqual(heads.map((_, place) => place === 0));
    }
  });

  it('says what the picture shows to whoever does not see it', async () => {
    const { main } = await opened(aPaper());
    const pictures = [...main.getElementsByTagName('wp:docPr')];
    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.getAttribute('descr')).toBe(
      'Trekant med gevinster. Effektivitet 3, Kvalitet 2, Trivsel 1. Inden for det skraverede felt.',
    );
  });

  it('says who decides and which version on page 1, and the version in every foot', async () => {
    const { main, part } = await opened(aPaper());
    const [first] = all(main, 'tbl');
    const said = first ? paragraphsIn(first).map(({ text }) => text) : [];
    expect(said).toContain(
      'Gate\u00a01. Chef, Omsorg beslutter, fordi projektet er i Omsorg og betales af områdets egen pulje.',
    );
    expect(said.join('\n')).toMatch(/^Version 2, 23\.\snovember\s2026/m);
    const foot = paragraphsIn(part('word/footer1.xml'));
    expect(foot[0]?.text).toMatch(/Nøglefri hjemmepleje · version 2 · 23\.\snovember\s2026/);
  });

  it('has the phase and the whole budget as two rows, and no sum of them anywhere', async () => {
    const { main } = await opened(
      aPaper('ideaDescription', allAnswered('ideaDescription'), { budgetOre: 260_000_00 }),
    );
    const text = main.documentElement.textContent ?? '';
    expect(text).toContain('85.000\u00a0kr.');
    expect(text).toContain('260.000\u00a0kr.');
    expect(text).not.toContain('345.000');
  });

  it('says of a question nobody answered that it is not, and leaves an extra one out', async () => {
    const { main } = await opened(aPaper('ideaDescription', { what: aText('Låse.') }));
    const text = main.documentElement.textContent ?? '';
    expect(text).toContain('Låse.');
    expect(text).toContain('Ikke besvaret');
    expect(text).not.toContain('rollespil');
  });

  it('keeps paragraphs and lines as they were written, and signs that XML does not take', async () => {
    const { main } = await opened(
      aPaper('ideaDescription', { what: aText('Et & to <tre>\nny linje\n\nNyt afsnit \u{1F6AA}') }),
    );
    const texts = paragraphsIn(main).map(({ text }) => text);
    expect(texts).toContain('Et & to <tre>ny linje');
    expect(texts).toContain('Nyt afsnit \u{1F6AA}');
    expect(all(main, 'br')).toHaveLength(1);
  });

  it('is made for every paper, and says what its rows say', async () => {
    for (const paper of ['projectDescription', 'evaluation'] as const) {
      const { main } = await opened(aPaper(paper));
      expect(main.documentElement.textContent).toContain('Færre fald');
    }
  });

  it('of twenty pages takes less than a second of the processor', async () => {
    const printed = aPaper('projectDescription', allAnswered('projectDescription', 640));
    await paperWord(printed);
    const before = process.cpuUsage();
    const { bytes } = await paperWord(printed);
    const { user, system } = process.cpuUsage(before);
    expect(bytes.length).toBeGreaterThan(10_000);
    expect((user + system) / 1_000_000).toBeLessThan(1);
  });
});
