import type { Morning } from './notice.ts';

/** How much of what it named is still so. */
export const linesOf = ({ waits, late, long, ideas }: Omit<Morning, 'isPast' | 'at'>): number =>
  waits.length + late.length + long.length + Number(ideas > 0);
