// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import type { PrintedChain } from '#shared/domain/chain/printed.ts';
import { shownLink } from '#shared/domain/chain/versions.ts';
import { chainWord } from '#shared/word/chainWord.ts';
import { typedTerms } from '../builders/benefit.ts';
import { addLink, edited, emptyNow, uuidOf } from '../builders/chain.ts';
import { all, attribute, openedWord, paragraphsIn } from '../worlds/word.ts';

const printed = (): PrintedChain => {
  const { chain } = [
    addLink(1, 'situation', '20 min. kørsel til medicin & mere'),
    addLink(2, 'behaviour', 'Køre ud for at se på medicin', [1]),
    addLink(3, 'benefit', 'Timer til pleje', [2]),
    addLink(4, 'purpose', 'Flere hænder', [3]),
  ].reduce((now, given) => edited(now, 'lead', given), emptyNow());
  const terms = { ...typedTerms(), baseline: 0, target: 3_400_00, ownerName: 'Leder, nattevagten' };
  return {
    links: chain.links.map((link) => shownLink(link, link.id === uuidOf(3) ? terms : null)),
    edges: chain.edges,
    project: { id: 'p1', title: 'Skærmopkald', leadArea: 'omsorg' },
    areas: defaultAreas,
    version: 'trial',
    day: '2026-11-30',
    latest: null,
  };
};

describe('the Word document of an effect chain', () => {
  it('has a title, a heading for each column, and what each link leads to in words', async () => {
    const { name, main, part } = openedWord(await chainWord(printed()));
    expect(name).toBe('Effektkæde, afprøvning, 2026-11-30.docx');
    const heads = paragraphsIn(main).filter(({ style }) => /^(Title|Heading)/.test(style ?? ''));
    expect(heads.map(({ text }) => text)).toEqual([
      'Skærmopkald',
      ...['Situation i dag', 'Leverancer', 'Nye evner', 'Ny adfærd', 'Resultater', 'Gevinster'],
      ...['Formål', 'Gevinster, mål og ansvar'],
    ]);
    const texts = paragraphsIn(main).map(({ text }) => text);
    expect(texts).toContain('Begynder på: Køre ud for at se på medicin');
    expect(texts).toContain('3.400\u00a0timer om året');
    expect(texts).toContain('Leder, nattevagten');
    // A column with nothing says so, and a benefit without a day too.
    expect(texts).toContain('Ingen led endnu.');
    expect(texts).toContain('mangler');
    const languages = all(part('word/styles.xml'), 'lang').map((one) => attribute(one, 'val'));
    expect([...new Set(languages)]).toEqual(['da-DK']);
  });

  it('has a picture that says what it shows, as lines and as dots', async () => {
    const { main } = openedWord(await chainWord(printed()));
    const [said] = [...main.getElementsByTagName('wp:docPr')];
    expect(said?.getAttribute('descr')).toBe(
      'Effektkæden for Skærmopkald: 4 led og 3 pile i syv kolonner. Teksten efter billedet siger det samme.',
    );
    expect(main.getElementsByTagName('a:blip')).toHaveLength(1);
  });
});
