import type { Morning } from './notice.ts';

/** How much of what it named is still so. */
export const linesOf = (named: Omit<Morning, 'isPast' | 'at'>): number => {
  const { waits, late, long, agreements, ideas } = named;
  return waits.length + late.length + long.length + agreements.length + Number(ideas > 0);
};
