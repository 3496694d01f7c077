import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchForm, wordForm, wordsSought } from '../../shared/domain/wordForm.ts';

describe('words that are the same', () => {
  it.each([
    ['Meget\u00a0 høj', 'meget høj'],
    ['Se\u0301 pa\u030a', 'Sé på'],
    ['Åbenrå', 'Aabenraa'],
    ['BLÅ\tBOG\r\n', ' blå bog'],
    ['idé', 'IDE'],
    ['vel\u00adfærd', 'velfærd'],
    ['\ufeffTitel', 'titel'],
    ['№ 12', 'no 12'],
  ])('%j and %j have one form', (a, b) => {
    expect(wordForm(a)).toBe(wordForm(b));
  });

  it.each([
    ['hør', 'hor'],
    ['læs', 'las'],
    ['P 43', 'P43'],
  ])('%j and %j stay two', (a, b) => {
    expect(wordForm(a)).not.toBe(wordForm(b));
  });

  it('are the same however they come: quickly, composed, in two signs, or with a sign nobody sees', () => {
    const danish = fc.string({ unit: fc.constantFrom(...'aåAÅæØ é–«\n 7.-ü') });
    fc.assert(
      fc.property(danish, (text) => {
        const form = wordForm(text);
        expect(wordForm(text.normalize('NFD'))).toBe(form);
        expect(wordForm(`${text}\u200b`)).toBe(form);
        expect(wordForm(form)).toBe(form);
      }),
    );
  });

  it.each([
    ['Øre', 'oere'],
    ['ÆBLE', 'aeble'],
    ['Århus', 'aarhus'],
  ])('%j is found by %j from a keyboard without Danish letters', (name, typed) => {
    expect(searchForm(name)).toBe(searchForm(typed));
  });

  it('none are sought where nothing is typed', () => {
    expect(wordsSought(' \u00a0\n')).toEqual([]);
    expect(wordsSought('  Blå  BØG ')).toEqual(['blaa', 'boeg']);
  });
});
