import type { Morning } from './notice.ts';

/** How much of what it named is still so. */
export const linesOf = (named: Omit<Morning, 'isPast' | 'at'>): number => {
  const { waits, late, long, uncovered, agreements, points, plan, ideas } = named;
  const told = uncovered.length + agreements.length + points.length + plan.length;
  return waits.length + late.length + long.length + told + Number(ideas > 0);
};
