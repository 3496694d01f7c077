import type { PostingKind } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import { formatKr } from './money.ts';

export const postingKinds: Record<PostingKind, string> = {
  reserved: 'Reserveret',
  granted: 'Bevilget',
  released: 'Frigivet',
  spent: 'Brugt',
  correction: 'Rettelse',
};

/** Headings of the workbook; the same words as on the page. */
export const economySheet = {
  kinds: postingKinds,
  pools: {
    name: 'Puljer',
    heads: [
      'Pulje',
      'Budget',
      'Reserveret',
      'Bevilget, ikke brugt',
      'Brugt',
      'Frigivet',
      'Tilbage',
      'Søgt, ikke dækket',
    ],
  },
  fixed: { name: 'Faste udgifter', heads: ['Linje', 'Beløb'] },
  computed: 'Linjerne giver',
  stated: 'Oplyst i rammen',
  difference: 'Forskel',
  postings: {
    name: 'Posteringer',
    heads: ['Dato', 'Pulje', 'Slags', 'Projekt', 'Tekst', 'Beløb', 'Tilbage efter', 'Af', 'Nummer'],
  },
} as const;

type EntryNo =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'unknownPool' }
  | { readonly type: 'unknownGrant' }
  | { readonly type: 'unknownPosting' }
  | { readonly type: 'amountMissing' }
  | { readonly type: 'textMissing' }
  | { readonly type: 'tooMuch'; readonly mostOre: Ore };

/** Why a posting was not entered, and what to do. */
export const entryRefusalText = (refusal: EntryNo): string => {
  switch (refusal.type) {
    case 'notAllowed':
      return 'Det er konsulenten og team DigiTek, der bogfører.';
    case 'unknownPool':
      return 'Puljen findes ikke i det år. Vælg en anden pulje.';
    case 'unknownGrant':
      return 'Der er ingen bevilling at bogføre på. Vælg en bevilling eller et indkøb.';
    case 'unknownPosting':
      return 'Posteringen, du vil rette, findes ikke i puljen.';
    case 'amountMissing':
      return 'Skriv et beløb over 0.';
    case 'textMissing':
      return 'Skriv kort, hvad det er.';
    case 'tooMuch':
      return `Det er for meget. Der er højst ${formatKr(refusal.mostOre)} at tage af.`;
  }
};

type PoolNo = { readonly type: 'notAllowed' | 'unknown' | 'notAnAmount' | 'changed' };

export const poolRefusalText = (refusal: PoolNo): string => {
  switch (refusal.type) {
    case 'notAllowed':
      return 'Det er konsulenten, der ændrer budgetter.';
    case 'unknown':
      return 'Puljen findes ikke.';
    case 'notAnAmount':
      return 'Skriv budgettet som et beløb på 0 eller mere.';
    case 'changed':
      return 'En anden har ændret budgettet imens. Se det nye tal, før du gemmer.';
  }
};

/** "Omsorgs pulje", "Fællespuljen". */
export const poolTitle = (pool: { readonly kind: string; readonly title: string }): string =>
  pool.kind === 'areaPool' ? `${pool.title}s pulje` : pool.title;

/** What the bot says about pools. */
export const poolChat = {
  kicker: (year: number): string => `Økonomi ${year}`,
  title: 'Det er der tilbage',
  budget: 'Budget',
  spent: 'Brugt',
  granted: 'Bevilget, ikke brugt',
  reserved: 'Reserveret',
  left: 'Tilbage',
  passed: (mark: number): string =>
    mark >= 100
      ? 'Der er ikke mere tilbage i puljen.'
      : `Puljen er disponeret med ${mark} % eller mere.`,
  whyYou: 'Du får besked, fordi du er konsulent. Det sker én gang ved 80 % og én gang ved 100 %.',
  of: (budgetOre: Ore, reservedOre: Ore): string =>
    reservedOre > 0
      ? `af ${formatKr(budgetOre)}, når ${formatKr(reservedOre)} er reserveret`
      : `af ${formatKr(budgetOre)}`,
  notYours: 'Puljerne kan du ikke se',
  notYoursText:
    'Chefer, direktør og team DigiTek kan se puljerne. Pengene i dit eget projekt står på projektets side.',
} as const;
