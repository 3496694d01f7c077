import { formatKr } from './money.ts';

/* What is said about a pool beside its bar. */

/** A pool without a budget is not a pool without money. */
export const yearNotOpened = {
  title: (year: number): string => `${year} er ikke åbnet endnu`,
  text: (year: number): string =>
    `Puljerne har intet budget i ${year}, før konsulenten åbner året. Pengene er ikke brugt.`,
  /** Before anybody is asked. */
  beforeSending:
    'Du kan sende gaten nu. Et ja, der bruger penge, kan først gives, når året er åbnet.',
  /** To whoever decides. */
  toDecider:
    'Et ja kan gives, så snart konsulenten har åbnet året. Du kan altid stoppe eller spørge.',
  refused: (year: number): string =>
    `Svaret er ikke gemt. Puljerne har intet budget, før konsulenten åbner ${year}. Svar igen, når det er sket.`,
} as const;

export const poolWords = {
  asked: 'Der søges',
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
