import { describe, expect, it } from 'vitest';
import { wordForm } from '../../shared/domain/wordForm.ts';

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
});
