import type { PostingKind } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import { formatKr } from '../money.ts';

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

type PoolNo =
  | { readonly type: 'notAllowed' | 'unknown' | 'notAnAmount' | 'changed' }
  | { readonly type: 'notAYearToOpen'; readonly years: readonly [number, number] };

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
    case 'notAYearToOpen':
      return `Kun ${refusal.years[0]} og ${refusal.years[1]} kan åbnes nu.`;
  }
};

/** "Omsorgs pulje", "Fællespuljen". */
export const poolTitle = (pool: { readonly kind: string; readonly title: string }): string =>
  pool.kind === 'areaPool' ? `${pool.title}s pulje` : pool.title;

/** What the bot says to the consultant about a year that waits to be opened. */
export const yearChat = {
  title: (year: number, hasCome: boolean): string =>
    hasCome ? `${year} er ikke åbnet endnu` : `Husk at åbne ${year}`,
  ahead: (year: number): string =>
    `Puljerne får deres budget for ${year} med ét tryk på Økonomi. Det sker med budgetterne fra i år, og de kan rettes bagefter.`,
  hasCome: (year: number): string =>
    `Ingen kan sige ja til penge, før året er åbnet. Det er ét tryk på Økonomi. Penge, der er søgt og ikke besluttet, flytter med over i ${year}.`,
  opened: (year: number): string => `${year} er åbnet`,
  openedText: 'Puljerne har deres budget. Du skal ikke gøre mere.',
  whyYou:
    'Du får besked, fordi du er konsulent. Det sker én gang i december, og igen efter nytår, hvis året ikke er åbnet.',
} as const;

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
