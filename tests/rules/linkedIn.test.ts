import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAt, lengthOf, longestPost, measureOf } from '#shared/domain/stories/linkedIn.ts';
import { workedMs } from '../builders/work.ts';

const family = '👩‍👩‍👧';

describe('the length of a post', () => {
  it.each([
    ['', 0],
    ['æøå', 3],
    ['😀', 2],
    [family, 8],
    ['𝗳𝗲𝗱', 6],
    ['ﬁ', 1],
    ['linje\r\nlinje', 11],
    ['שלום', 4],
  ])('%j counts %i', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });

  it('leaves room up to 3,000, and says by how much it is passed', () => {
    expect(longestPost).toBe(3000);
    expect(measureOf('a'.repeat(2999)).left).toBe(1);
    expect(measureOf('😀'.repeat(1501)).left).toBe(-2);
  });
});

describe('the feed cuts', () => {
  it.each([
    ['nothing of 210 signs', 'a'.repeat(210), null],
    ['after 210 signs', 'a'.repeat(211), 210],
    ['nothing of three lines', 'en\nto\ntre', null],
    ['nothing when only blank lines follow', 'en\nto\ntre\n\n \n', null],
    ['before a fourth line', 'en\nto\ntre\nfire', 9],
    ['after a blank line as well', 'en\n\nto\n\ntre', 6],
    ['in the third line when a long one fills two', `${'a'.repeat(100)}\n${'b'.repeat(100)}`, 171],
    ['nothing of no text', '', null],
    ['windows line breaks as one line each', 'en\r\nto\r\ntre\r\nfire', 11],
  ])('%s', (_what, text, fold) => {
    expect(foldAt(text)).toBe(fold);
  });

  it('never inside a sign', () => {
    expect(foldAt('😀'.repeat(200))).toBe(210);
    expect(foldAt(family.repeat(106))).toBe(105 * family.length);
    expect(foldAt(`${'a'.repeat(209)}e\u0301b`)).not.toBe(210);
    const text = fc.string({ unit: 'grapheme', minLength: 150, maxLength: 400 });
    const signs = new Intl.Segmenter('da', { granularity: 'grapheme' });
    fc.assert(
      fc.property(text, (post) => {
        const fold = foldAt(post);
        const starts = [...signs.segment(post)].map(({ index }) => index);
        if (fold !== null) expect(starts).toContain(fold);
      }),
    );
  });
});

describe('hashtags and links', () => {
  it.each([
    ['#velfærdsteknologi og #Viborg', 2, 0],
    ['#2 er ikke et, men #2026plan er', 1, 0],
    ['C# og a#b og &#39;', 0, 0],
    ['Læs https://viborg.dk/a#afsnit #x', 1, 1],
    ['(www.viborg.dk) og viborg.dk/nyheder.', 0, 2],
    ['Skriv til post@viborg.dk.', 0, 0],
    ['kl. 10.14 og 1.500 kr. og bl.a.', 0, 0],
    ['', 0, 0],
  ])('%s', (text, hashtags, links) => {
    expect(measureOf(text)).toMatchObject({ hashtags, links });
  });
});

it.each([
  ['dots', 'a.'.repeat(30_000)],
  ['hashes', '#'.repeat(60_000)],
  ['digits', `#${'1'.repeat(60_000)}`],
  ['tags', '#1'.repeat(30_000)],
  ['quotes', '('.repeat(60_000)],
  ['marks', `e${'\u0301'.repeat(60_000)}`],
])('measures 60,000 signs of %s at once', (_what, text) => {
  const began = workedMs();
  measureOf(text);
  expect(workedMs() - began).toBeLessThan(1_000);
});
