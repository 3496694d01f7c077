import type { Ore } from './money.ts';
import type { RiskValue } from './project.ts';
import { isAssessed, type Tek } from './tek.ts';

export type RiskDrivers = {
  readonly predictability: RiskValue | null;
  readonly breadth: RiskValue | null;
  readonly challenge: RiskValue | null;
  readonly maturity: RiskValue | null;
};

/** The suggested category is the highest driver; null until all four are given. */
export const suggestedRiskOf = (drivers: RiskDrivers): RiskValue | null => {
  const { predictability, breadth, challenge, maturity } = drivers;
  if (predictability === null || breadth === null || challenge === null || maturity === null)
    return null;
  return Math.max(predictability, breadth, challenge, maturity) as RiskValue;
};

export type Appetite = {
  readonly inside: boolean;
  /** The highest category the potential and the investment leave room for. */
  readonly limit: RiskValue;
  /** What made the limit what it is, when it is passed: the benefit, the price, or each its part. */
  readonly because: 'fits' | 'littlePotential' | 'largeInvestment' | 'both';
};

/** A potential from each of these leaves room for one category more. */
const potentialSteps: readonly number[] = [2, 4, 7];
/** Investments from this size narrow the appetite by one step, from five times it by two. */
const investmentSteps: readonly Ore[] = [200_000_00, 1_000_000_00];

const reachedOf = (steps: readonly number[], size: number): number =>
  steps.filter((from) => size >= from).length;

/**
 * Appetite grows with potential and falls with investment (seeds 000:197–198).
 * Potential = the TEK sum (0–9); null when TEK or category is not assessed.
 */
export const appetiteOf = (
  category: RiskValue | null,
  tek: Tek,
  investmentOre: Ore,
): Appetite | null => {
  if (category === null || !isAssessed(tek)) return null;
  const potential = tek.efficiency + tek.quality + tek.wellbeing;
  const byPotential = 1 + reachedOf(potentialSteps, potential);
  const narrowed = reachedOf(investmentSteps, investmentOre);
  const limit = Math.max(1, byPotential - narrowed) as RiskValue;
  if (category <= limit) return { inside: true, limit, because: 'fits' };
  if (category <= byPotential) return { inside: false, limit, because: 'largeInvestment' };
  return { inside: false, limit, because: limit < byPotential ? 'both' : 'littlePotential' };
};

/** The price that an appetite weighs: the whole budget, or what is asked for where there is none. */
export const investmentOf = (budgetOre: Ore | null, askOre: Ore | null): Ore =>
  budgetOre ?? askOre ?? 0;
