import { describe, expect, it } from 'vitest';
import { importOf, planFrom, tableFrom } from '../builders/importing.ts';

/** The old Mac's bytes for our letters. */
const macBytes: Readonly<Record<string, number>> = {
  æ: 0xbe,
  ø: 0xbf,
  å: 0x8c,
  Æ: 0xae,
  Ø: 0xaf,
  Å: 0x81,
  é: 0x8e,
};

const mac = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => macBytes[sign] ?? sign.charCodeAt(0));
const windows = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const wide = (text: string, big: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const [low, high] = [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8];
      return big ? [high, low] : [low, high];
    }),
  );

const danish = 'Titel;Område;Status\r\nNøglefri på æøå;Ældre og omsorg;idé\r\n';

describe('a list as text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(danish)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${danish}`)],
    ['Windows-1252', windows(danish)],
    ['an old Mac', mac(danish)],
    ['an old Mac, with its line ends', mac(danish.replaceAll('\r\n', '\r'))],
    ['UTF-16 with its mark', wide(`\uFEFF${danish}`, false)],
    ['UTF-16, the other way round', wide(`\uFEFF${danish}`, true)],
    ['UTF-16 without a mark', wide(danish, false)],
    ['UTF-16 without a mark, the other way round', wide(danish, true)],
    ['composed of letters and accents', new TextEncoder().encode(danish.normalize('NFD'))],
  ])('is read as %s', (_name, bytes) => {
    expect(importOf(bytes)).toMatchObject([
      { title: 'Nøglefri på æøå', leadArea: 'omsorg', phase: 'idea', status: 'active' },
    ]);
  });

  it.each([
    ['Excel’s own line', 'sep=;\r\nTitel;Budget\r\nA;45.000\r\n', 3],
    ['Excel’s own line with another sign', 'sep=|\nTitel|Budget\nA|45.000\n', 3],
    ['a semicolon', 'Titel;Budget\nA;45.000\n', 2],
    ['a comma, though semicolons are more', 'Titel,Budget,Resume\nA,45.000,"a;b;c;d"\n', 2],
    ['a tab', 'Titel\tBudget\nA\t45.000\n', 2],
    ['a bar', 'Titel|Budget\nA|45.000\n', 2],
    [
      'a semicolon below a title with commas',
      'Liste, 2026, alle, en\n\nTitel;Budget\nA;45.000\n',
      4,
    ],
  ])('is parted by %s', (_name, text, line) => {
    const [row] = planFrom(text).rows;
    expect(row?.line).toBe(line);
    expect(importOf(text)).toMatchObject([{ title: 'A', budgetOre: 4_500_000 }]);
  });

  it('keeps the bar inside a cell for several benefits', () => {
    const [project] = importOf('Titel;Gevinst\nA;effektivitet|trivsel\n');
    expect([project?.efficiencyWhy !== '', project?.wellbeingWhy !== '']).toEqual([true, true]);
  });

  it('refuses a row that has more cells than there are headings: a separator went wrong', () => {
    const plan = planFrom('Titel;Budget\nSkærm; sensor;45.000\n');
    expect(plan.rows[0]?.type).toBe('refused');
  });

  it('is refused whole when no row is headings, with how to teach one', () => {
    const table = tableFrom('Betegnelse;Penge\nA;1\n');
    expect(table.headings).toEqual(['Betegnelse', 'Penge']);
    expect(() => planFrom('Betegnelse;Penge\nA;1\n')).toThrow(
      /--teach "overskrift:Betegnelse=titel"/,
    );
  });
});
