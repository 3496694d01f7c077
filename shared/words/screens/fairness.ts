import type { FairMeasure } from '#shared/domain/fairness.ts';
import { formatKr, nbsp } from '../money.ts';

/* What Fordeling says: what the areas have had. */

export const fairNames: Record<FairMeasure, string> = {
  money: 'Bevilget til projekter',
  hours: 'DigiTeks timer, som de er planlagt',
  visits: 'DigiTek 360, gennemført',
  stories: 'Historier og artikler, der er kommet ud',
};

const numbers = new Intl.NumberFormat('da-DK');

/** "85.000 kr.", "120 timer", "3"; nothing is a dash. */
export const fairText = (measure: FairMeasure, amount: number): string => {
  if (amount === 0) return '–';
  if (measure === 'money') return formatKr(amount);
  return measure === 'hours' ? `${numbers.format(amount)}${nbsp}timer` : numbers.format(amount);
};

export const fairnessWords = {
  intro:
    'Lagt sammen efter projekternes chefområde, uanset hvilken pulje der betalte. Det siger intet om enkelte personer.',
  area: 'Område',
  total: 'I alt',
  all: 'Alle områder',
  share: 'Andel',
  back: 'Tilbage til økonomien',
} as const;

/** What there is nothing of yet. */
export const fairNone: Record<FairMeasure, string> = {
  money: 'Der er ikke bevilget noget endnu.',
  hours: 'Der er ikke planlagt timer endnu.',
  visits: 'Der er ikke gennemført noget besøg endnu.',
  stories: 'Der er ikke kommet noget ud endnu.',
};

/** "2026"; "2023 og før" where it takes what is older. */
export const yearHead = (year: number, hasEarlier: boolean): string =>
  hasEarlier ? `${year} og før` : String(year);

/** "38 %" of all; '' where there is nothing to share. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.round((100 * part) / whole)}${nbsp}%`;
