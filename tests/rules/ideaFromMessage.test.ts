import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, ideaFromMessage } from '#shared/domain/ideas/fromMessage.ts';
import { plainTextOf } from '#shared/text/plainText.ts';

const today = '2026-11-29';
const from = (text: string) => ideaFromMessage(text, 255, today);

describe('a message as an idea', () => {
  it('is called what its first sentence says, and all of it is why', () => {
    const said = 'Vi burde prøve skærme om natten. Så sover Anna. Hvad siger I?';
    expect(from(said)).toEqual({
      title: 'Vi burde prøve skærme om natten',
      why: said,
      hidNumbers: false,
    });
  });

  it.each([
    ['Hej alle! Kan vi få lys på badeværelset?', 'Kan vi få lys på badeværelset?'],
    ['Godmorgen\nEn seng, der vender sig selv', 'En seng, der vender sig selv'],
    ['Skærme', 'Skærme'],
    ['Vi venter på svar …', 'Vi venter på svar …'],
    ['', ''],
  ])('»%s« is called »%s«', (text, title) => expect(from(text).title).toBe(title));

  it('says nothing twice', () => {
    expect(from('En seng, der vender sig selv.').why).toBe('');
    expect(from('En seng, der vender sig selv').why).toBe('');
  });

  it('has dots for a number like a person’s, and says so', () => {
    const { title, why, hidNumbers } = from('Hun hedder 010190-1234 og falder tit. Kan vi hjælpe?');
    expect(hidNumbers).toBe(true);
    for (const text of [title, why]) expect(text).toContain('••••••-••••');
    expect(from('Ring på 8787 8787 før 12.').hidNumbers).toBe(false);
  });

  it('is cut after a word when it is long, with a sign for it', () => {
    const { title, why } = from(`${'Vi prøver noget nyt hver dag og '.repeat(40)}så videre.`);
    expect(title.length).toBeLessThanOrEqual(100);
    expect(why.length).toBeLessThanOrEqual(255);
    for (const text of [title, why])
      expect(text).toMatch(/ (?:Vi|prøver|noget|nyt|hver|dag|og) …$/);
  });

  it('never has more signs than there is room for, nor half an emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(200), (text, more) => {
        const cut = cutAtWord(text, 10 + more);
        expect(cut.length).toBeLessThanOrEqual(Math.max(10 + more, 0));
        expect(cut).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
      }),
    );
  });
});

describe('the text of a message', () => {
  it.each([
    [
      '<div><at id="0">Anna</at>&nbsp;- Vi burde pr&oslash;ve <b>skærme</b>!</div>',
      'Anna\u00a0- Vi burde prøve skærme!',
    ],
    ['<p>Et</p><p>To</p>', 'Et\n\nTo'],
    [
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply"><p>Gammelt</p></blockquote><p>Nyt</p>',
      'Nyt',
    ],
    ['Godt <emoji alt="👍"></emoji> <img alt="et billede" src="x">', 'Godt 👍'],
    ['<table><tr><td>0101</td><td>901234</td></tr></table>', '0101\n\n901234'],
    ['<h1>Lys om natten</h1>', 'Lys om natten'],
    ['<a href="https://viborg.dk/x">se her</a>', 'se her'],
    ['<script>alert(1)</script>&lt;b&gt;', '<b>'],
    ['<attachment id="1"></attachment>', ''],
    ['1 < 2 & 3', '1 < 2 & 3'],
  ])('%s is »%s«', (html, text) => expect(plainTextOf(html)).toBe(text));

  it('is read however deep it lies, and however long it is', () => {
    expect(plainTextOf(`${'<div>'.repeat(40)}dybt${'</div>'.repeat(40)}`)).toBe('dybt');
    expect(plainTextOf('<div>'.repeat(50_000))).toBe('…');
    expect(plainTextOf('ord '.repeat(100_000)).length).toBeLessThanOrEqual(100_000);
  });
});
