import { formatKr } from './money.ts';

/* What is said about a pool beside its bar. */

export const poolWords = {
  before: 'Før',
  after: 'Efter',
  left: 'tilbage',
  inYear: (ore: number, year: number): string => `${formatKr(ore)} i ${year}`,
  missing: (ore: number): string => `Puljen mangler ${formatKr(ore)}`,
  parts: {
    spent: 'brugt',
    granted: 'bevilget',
    others: 'reserveret til andre',
    missing: 'mangler',
  },
} as const;
