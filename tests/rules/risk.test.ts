import { describe, expect, it } from 'vitest';
import type { RiskValue, TekValue } from '#shared/domain/project.ts';
import { appetiteOf, investmentOf, suggestedRiskOf } from '#shared/domain/risk.ts';
import { appetiteSaid } from '#shared/words/requests/cards.ts';
import { appetiteText } from '#shared/words/requests/decide.ts';

const tek = (efficiency: TekValue, quality: TekValue, wellbeing: TekValue) => ({
  efficiency,
  quality,
  wellbeing,
});
const of = (risk: RiskValue, legs: readonly [TekValue, TekValue, TekValue], kroner: number) =>
  appetiteOf(risk, tek(...legs), kroner * 100);

describe('the appetite for risk', () => {
  it.each([
    [3, [2, 2, 1], 0, true, 3, 'fits'],
    [4, [3, 3, 1], 199_999, true, 4, 'fits'],
    // The benefit alone leaves no room.
    [4, [2, 2, 1], 0, false, 3, 'littlePotential'],
    [2, [1, 0, 0], 1_500_000, false, 1, 'littlePotential'],
    // The benefit would have left room; the price took it.
    [3, [2, 2, 1], 200_000, false, 2, 'largeInvestment'],
    [3, [3, 3, 3], 1_000_000, false, 2, 'largeInvestment'],
    // Neither leaves room by itself, and the limit is lower than the benefit alone would set it.
    [4, [2, 2, 1], 200_000, false, 2, 'both'],
    [4, [2, 2, 1], 1_000_000, false, 1, 'both'],
    [3, [2, 0, 0], 200_000, false, 1, 'both'],
  ] as const)('risk %i, benefits %o, %i kr.', (risk, legs, kroner, inside, limit, because) => {
    expect(of(risk, legs, kroner)).toEqual({ inside, limit, because });
  });

  it('is unknown until benefit and risk are assessed', () => {
    expect(appetiteOf(null, tek(1, 1, 1), 0)).toBeNull();
    expect(appetiteOf(2, { efficiency: 1, quality: null, wellbeing: 1 }, 0)).toBeNull();
  });

  it('weighs the whole budget, or what is asked for where there is none', () => {
    expect(investmentOf(500, 100)).toBe(500);
    expect(investmentOf(null, 100)).toBe(100);
    expect(investmentOf(null, null)).toBe(0);
  });

  it('is said with what is to blame', () => {
    const both = of(4, [2, 2, 1], 200_000);
    expect(both && appetiteText(both)).toBe(
      'Gevinsten er for lille til risikoen, og prisen er høj. Der er plads til risiko 2.',
    );
    expect(appetiteSaid(both, false)).toEqual({
      lead: 'Over risikovilligheden:',
      why: 'gevinsten er lille, og prisen er høj, der er plads til risiko\u00a02.',
    });
    const fits = of(3, [2, 2, 1], 0);
    expect(appetiteSaid(fits, true).why).toBe(
      'Inden for risikovilligheden: der er plads til risiko\u00a03.',
    );
    expect(appetiteSaid(fits, false).why).toBe('Inden for risikovilligheden.');
    expect(appetiteSaid(null, true).lead).toBe('');
  });
});

it('the suggested risk is the highest driver, once all four are given', () => {
  const drivers = { predictability: 1, breadth: 3, challenge: 2, maturity: 1 } as const;
  expect(suggestedRiskOf(drivers)).toBe(3);
  expect(suggestedRiskOf({ ...drivers, maturity: null })).toBeNull();
});
