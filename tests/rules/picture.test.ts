import { describe, expect, it } from 'vitest';
import { type BarPicture, barsSvg } from '#shared/domain/picture/bars.ts';

const picture = (more: Partial<BarPicture> = {}): BarPicture => ({
  title: 'Fordeling',
  said: '',
  legend: [],
  heads: ['2026', 'Andel'],
  parts: [
    {
      name: 'Timer <i>',
      rows: [
        {
          ...{ name: 'Omsorg & pleje', under: 'fra enheden' },
          bar: [
            { look: 'outline', from: 0, to: 1 },
            { look: 'filled', from: 0, to: 0.25 },
            { look: 'line', from: 1, to: 1 },
          ],
          cells: ['911 timer', '51 %'],
        },
        { name: 'Alle', under: '', bar: [], cells: ['1.796 timer', ''], isSum: true },
      ],
    },
  ],
  source: 'DigiTek Portefølje, 30. november 2026',
  ...more,
});

const textsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

describe('a chart as a picture one keeps', () => {
  it('has every figure and word of its table, and none that is taken for a mark', () => {
    const { svg } = barsSvg(picture());
    expect(textsIn(svg)).toEqual([
      ...['Fordeling', 'Timer &#60;i&#62;', '2026', 'Andel', 'Omsorg &#38; pleje', 'fra enheden'],
      ...['911 timer', '51 %', 'Alle', '1.796 timer', ''],
      'DigiTek Portefølje, 30. november 2026',
    ]);
    expect(svg).toContain('<title>Fordeling</title>');
  });

  it('draws a bar as long as its part of the longest', () => {
    const { svg } = barsSvg(picture());
    const widths = [...svg.matchAll(/<rect x="352" y="\d+" width="([\d.]+)"/g)].map(([, wide]) =>
      Number(wide),
    );
    expect(widths).toEqual([260, 65]);
  });

  it('is as tall as its rows, and as wide as its figures: nothing stands outside it', () => {
    const row = picture().parts[0]?.rows[0];
    if (!row) throw new RangeError();
    const heads = ['2023 og før', '2024', '2025', '2026', 'I alt', 'Andel'];
    const cells = heads.map(() => '12.345.678,90 kr.');
    const rows = Array.from({ length: 40 }, (_, at) => ({
      ...{
        ...row,
        cells,
        name: `Et projekt med et langt navn, der fylder to linjer, nummer ${at}`,
      },
    }));
    const { svg, width, height } = barsSvg(picture({ heads, parts: [{ name: 'Alle', rows }] }));
    const at = (name: string): number[] =>
      [...svg.matchAll(/<text x="[\d.]+" y="[\d.]+"[^>]*>/g)].map(([tag]) =>
        Number(new RegExp(`${name}="([\\d.]+)"`).exec(tag)?.[1]),
      );
    expect(Math.max(...at('x'))).toBeLessThanOrEqual(width - 32);
    expect(Math.max(...at('y'))).toBeLessThan(height);
    const texts = 3 + heads.length + rows.length * (2 + 1 + cells.length);
    expect(at('y')).toHaveLength(texts);
  });
});
