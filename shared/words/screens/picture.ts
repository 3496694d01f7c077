import { dayYearText } from '../dates.ts';

/* A chart of a page as a picture one keeps. */

export const pictureWords = {
  save: 'Hent som billede',
  failed: 'Billedet kunne ikke laves. Prøv igen.',
  /** At the foot of each: where it comes from, and when. */
  source: (day: string): string => `DigiTek Portefølje, ${dayYearText(day)}`,
} as const;
