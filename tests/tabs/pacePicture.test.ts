import { describe, expect, it } from 'vitest';
import type { PaceReply } from '#shared/contract/pace.ts';
import { byMonths, byWorkdays } from '#shared/domain/pace.ts';
import { barsSvg } from '#shared/domain/picture/bars.ts';
import { pacePicture } from '../../tabs/pace/pacePicture.ts';

const none = { count: 0, middle: null };

const reply: PaceReply = {
  asOf: '2026-11-30T09:00:00Z',
  phases: [
    { phase: 'idea', now: byMonths([10, 40, 400]), usualMonths: 2, over: 1, wentOn: none },
    { phase: 'trial', now: byMonths([]), usualMonths: 8, over: 0, wentOn: none },
  ],
  gates: [
    { gate: 'gate1', answered: byWorkdays([1, 2, 9]), waiting: { count: 1, longest: 4 } },
    { gate: 'gate2', answered: byWorkdays([]), waiting: { count: 0, longest: null } },
  ],
  middle: 2,
  asks: [],
  longest: [],
};

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('Ventetid as a picture one keeps', () => {
  it('has the figures of both tables, and each bar within its own measure', () => {
    const { parts, heads } = pacePicture(reply);
    const rows = parts.flatMap((part) => part.rows);
    expect(heads).toEqual(['Antal', 'Halvdelen inden for', 'Længst']);
    expect(rows.map(({ cells, under }) => [...cells, under].map(plain))).toEqual([
      ['3', '40 dage', '13 måneder', 'sædvanligt 2 måneder, 1 længere end det'],
      ['0', '–', '–', 'sædvanligt 8 måneder'],
      ['3', '2 arbejdsdage', '9 arbejdsdage', ''],
      ['–', '–', '–', ''],
    ]);
    for (const { from, to } of rows.flatMap(({ bar }) => bar))
      expect(from >= 0 && from <= to && to <= 1).toBe(true);
    expect(rows[1]?.bar[1]).toMatchObject({ look: 'line', to: 1 });
  });

  it('says what has been found, and names nobody', () => {
    const { svg } = barsSvg(pacePicture(reply));
    expect(plain(svg)).toContain('1 af 3 projekter har været længere i deres fase end sædvanligt.');
    expect(plain(svg)).toContain('DigiTek Portefølje, 30. november 2026');
  });
});
