import { describe, expect, it } from 'vitest';
import { type Remark, remarksOn, sentencesIn } from '#shared/domain/stories/plainLanguage.ts';
import { remarkText } from '#shared/words/stories/remarks.ts';
import { workedMs } from '../builders/work.ts';

const good = `Borgeren ringede ikke efter hjælp. Hun ringede for at sige godmorgen.

I hjemmeplejen i Viborg ringer vi nu til nogle borgere på skærm op til tre gange om dagen. Opkaldet tager fire minutter, og det er det samme ansigt hver gang.

Borgerne fortæller, at de er mere rolige. Medarbejderne har tid til dem, der har brug for et besøg.

#velfærdsteknologi #viborg`;

const words = (count: number): string => Array.from({ length: count }, () => 'ord').join(' ');
const typesOf = (text: string): readonly string[] => remarksOn(text).map(({ type }) => type);
const placedIn = (text: string): readonly string[] =>
  remarksOn(text).flatMap((remark) =>
    'at' in remark ? [text.slice(remark.at, remark.at + remark.length)] : [],
  );

describe('sentences', () => {
  it.each([
    ['Én. To! Tre? »Fire.« Fem', ['Én.', 'To!', 'Tre?', '»Fire.«', 'Fem']],
    [
      'Det er kl. 16 i dag. Den 23. november kl. 10.14 ringede hun.',
      ['Det er kl. 16 i dag.', 'Den 23. november kl. 10.14 ringede hun.'],
    ],
    [
      'Vi har bl.a. Sundhed og f.eks. Omsorg med. Ja.',
      ['Vi har bl.a. Sundhed og f.eks. Omsorg med.', 'Ja.'],
    ],
    ['Det koster 1.500 kr. Det er fint.', ['Det koster 1.500 kr.', 'Det er fint.']],
    ['Overskrift\nTekst', ['Overskrift', 'Tekst']],
    ['Vi ses kl.', ['Vi ses kl.']],
    ['  \n ', []],
  ])('of %j', (text, expected) => {
    const found = sentencesIn(text);
    expect(found.map((sentence) => sentence.text)).toEqual(expected);
    for (const one of found) expect(text.slice(one.at, one.at + one.length)).toBe(one.text);
  });
});

describe('remarks', () => {
  it('has none on a good story, and none on no text', () => {
    expect(remarksOn(good)).toEqual([]);
    expect(remarksOn('')).toEqual([]);
  });

  it('on a sentence of more than 22 words', () => {
    expect(typesOf(`Nu: ${words(21)}.`)).toEqual([]);
    expect(remarksOn(`Nu er det. Og ${words(22)}.`)).toEqual([
      { type: 'longSentence', at: 11, length: 91, words: 23 },
    ]);
  });

  it('on a long word, but not on a tag or a link', () => {
    expect(placedIn('Nu har vi velfærdsteknologibiblioteket.')).toEqual([
      'velfærdsteknologibiblioteket',
    ]);
    expect(
      typesOf('Nu #velfærdsteknologibiblioteket https://x.dk/velfaerdsteknologibiblioteket'),
    ).toEqual([]);
    expect(typesOf('Nu har vi sygeplejerskernes.')).toEqual([]);
  });

  it.each([
    ['Nu i forhold til borgerne', 'i forhold til'],
    ['Vi har implementeret det nu', 'implementeret'],
    ['Nu er Implementeringen slut', 'Implementeringen'],
    ['Hun faciliterer det nu', 'faciliterer'],
    ['Nu, med\nhenblik på mere', 'med\nhenblik på'],
    ['Såfremt det nu sker', 'Såfremt'],
    ['Nu vedrørende det', 'vedrørende'],
    ['En borgerrettet ting nu', 'borgerrettet'],
    ['Du bedes svare nu', 'bedes'],
    ['Det er nu iværksat', 'iværksat'],
  ])('on officialese in %j', (text, place) => {
    expect(placedIn(text)).toEqual([place]);
    expect(typesOf(text)).toEqual(['officialese']);
  });

  it('on nothing that only holds such a word', () => {
    expect(typesOf('Nu er samtalen slut, og foretagendet går godt.')).toEqual([]);
  });

  it('on a sentence with several passives', () => {
    expect(typesOf('Skærmen sendes ud nu og opsættes af os.')).toEqual(['passives']);
    expect(typesOf('Nu blev den prøvet og blev hentet.')).toEqual(['passives']);
    expect(typesOf('Skærmen sendes ud nu.')).toEqual([]);
    expect(typesOf('Nu blev det meget bedre, og det blev noget andet.')).toEqual([]);
    expect(
      typesOf('Nu findes der borgernes, medarbejdernes, deres og vores, og det lykkes.'),
    ).toEqual([]);
  });

  it('on words in capitals, but not on short names', () => {
    expect(placedIn('Nu er det VIGTIGT for KL og TUCV')).toEqual(['VIGTIGT']);
  });

  it('on a first line that LinkedIn cuts', () => {
    const long = `Nu ${words(15)}. O${words(20)}. O${words(20)}.`;
    expect(remarksOn(`${long}\n\nto`)).toEqual([
      { type: 'firstLineTooLong', at: 0, length: long.length },
    ]);
    expect(typesOf(`\n\n${long}`)).toContain('firstLineTooLong');
    expect(typesOf(`Kort nu.\n\n${long}`)).toEqual([]);
    expect(remarksOn(long, 'page')).toEqual([]);
  });

  it('on a story without its change', () => {
    expect(typesOf('Vi ringer til borgerne.\n\nOpkaldet tager fire minutter.')).toEqual([
      'changeMissing',
    ]);
    expect(typesOf('Vi ringer til borgerne.\n\n#a\n\n#b')).toEqual(['changeMissing']);
    expect(typesOf('Vi ringer.\n\nHun svarer.\n\nAlle er glade.')).toEqual([]);
    expect(typesOf('Vi ringer. De er tryggere.')).toEqual([]);
    expect(remarksOn('Vi ringer til borgerne.', 'page')).toEqual([]);
  });

  it('on more than five hashtags', () => {
    expect(typesOf('Nu #a #b #c #d #e')).toEqual([]);
    expect(remarksOn('Nu #a #b #c #d #e #f')).toEqual([{ type: 'tooManyHashtags', count: 6 }]);
  });

  it('on a wall of text', () => {
    const wall = `O${words(20)}. `.repeat(6);
    expect(remarksOn(wall, 'page')).toEqual([{ type: 'paragraphsMissing' }]);
    expect(remarksOn(wall.replace('. ', '.\n'), 'page')).toEqual([]);
  });

  it('come from the top', () => {
    const text = 'Såfremt det nu er VIGTIGT, så bedes I vedrørende det.';
    expect(placedIn(text)).toEqual(['Såfremt', 'VIGTIGT', 'bedes', 'vedrørende']);
  });
});

describe('each remark is a plain sentence', () => {
  const place = { at: 0, length: 1 };
  const all: Record<Remark['type'], Remark> = {
    longSentence: { type: 'longSentence', ...place, words: 31 },
    longWord: { type: 'longWord', ...place, word: 'velfærdsteknologibiblioteket' },
    officialese: { type: 'officialese', ...place, phrase: 'såfremt', text: 'Såfremt' },
    passives: { type: 'passives', ...place, count: 2 },
    capitals: { type: 'capitals', ...place, word: 'VIGTIGT' },
    firstLineTooLong: { type: 'firstLineTooLong', ...place },
    changeMissing: { type: 'changeMissing' },
    tooManyHashtags: { type: 'tooManyHashtags', count: 6 },
    paragraphsMissing: { type: 'paragraphsMissing' },
  };

  it.each(Object.values(all))('$type', (remark) => {
    expect(remarkText(remark)).toMatch(/^[\p{Lu}»].+[.?]$/u);
    expect(
      remarksOn(remarkText(remark), 'page').filter(({ type }) => type === 'longSentence'),
    ).toEqual([]);
  });

  it('with the plainer word beside the one used', () => {
    expect(remarkText(all.officialese)).toBe('Prøv »hvis« i stedet for »Såfremt«.');
  });
});

it.each([
  ['words', 'ord '.repeat(15_000)],
  ['letters', 'a'.repeat(60_000)],
  ['passives', 'sendes '.repeat(8_500)],
  ['blank lines', '\n'.repeat(60_000)],
  ['blank lines with spaces', 'a\n \n'.repeat(15_000)],
  ['dots', '. '.repeat(30_000)],
  ['abbreviations', 'kl. 1 '.repeat(10_000)],
  ['spaces', `i${' '.repeat(60_000)}x`],
])('reads 60,000 signs of %s quickly', (_what, text) => {
  const began = workedMs();
  remarksOn(text);
  expect(workedMs() - began).toBeLessThan(3_000);
});
