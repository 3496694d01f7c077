import type { BenefitEventKind, BenefitTerms } from '#shared/domain/benefits/benefit.ts';
import { type BenefitMeasure, benefitMeasures } from '#shared/domain/benefits/measure.ts';
import type { BenefitNow } from '#shared/domain/benefits/now.ts';
import type { BenefitRefusal, NumberField } from '#shared/domain/benefits/rules.ts';
import type { BenefitView } from '#shared/domain/benefits/view.ts';
import { askingWords, type RefusalWords, wordRefusals } from '../asking/words.ts';
import { dayText, dayYearText, dueMoment, hourMoment, hourText, weekdayText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { amountText, numberProblemTexts, unitText } from './numbers.ts';

/* What is read of a benefit and its follow-up, on cards, in the tab and in the history. */

/** "6 måneder efter start". */
export const monthText = (month: number | null): string => {
  if (month === null) return 'uden for planen';
  return month === 1 ? '1 måned efter start' : `${month} måneder efter start`;
};

const monthOf = ({ asked }: Pick<BenefitNow, 'asked'>): string =>
  asked?.month == null ? '' : ` · ${monthText(asked.month)}`;

export const benefitKickers = {
  yours: (now: BenefitNow): string => `Gevinst${monthOf(now)}`,
  nudge: 'Husk · Gevinst',
  passed: 'Gevinst · Fristen er gået',
  oneMore: 'Gevinst · Ét svar mere',
  open: 'Åben · Gevinst',
  answered: '✓ Gemt · Gevinst',
  question: 'Gevinst · Spørgsmål til dig',
  replied: 'Gevinst · Du har svaret',
  received: 'Gevinst · Modtaget',
  past: 'Gevinst · Lukket',
  owner: 'Gevinst · Ejeren er væk',
} as const;

type Terms = Pick<BenefitTerms, 'measure' | 'unitName'>;

export const benefitWords = {
  question: ({ title }: Pick<BenefitTerms, 'title'>): string => `${title}: hvad er tallet nu?`,
  why: (onBehalf: string): string =>
    onBehalf === '' ? 'Du spørges, fordi du følger gevinsten.' : `Du svarer for ${onBehalf}.`,
  before: 'Før start',
  target: 'Målet',
  measured: (month: number | null): string =>
    month === null ? 'Målt sidst' : `Målt efter ${month} mdr.`,
  seenBy: 'Indikator:',
  /** The label of the number: what it is, and its unit. */
  value: (terms: Pick<BenefitTerms, 'title' | 'indicator' | 'measure' | 'unitName'>): string => {
    const unit = unitText(terms.measure, terms.unitName);
    const name = terms.indicator === '' ? terms.title : terms.indicator;
    return unit === '' ? name : `${name} (${unit})`;
  },
  comment: 'Et ord om tallet (skal med ved Spørg)',
  laterComment: 'Et ord (skal med, hvis det ikke kan måles)',
  rule: 'Et skøn er fint, hvis du skriver det. Tallet kan rettes bagefter.',
  save: 'Gem tallet',
  notYet: 'Ved ikke endnu',
  unmeasurable: 'Det kan ikke måles',
  back: 'Tilbage',
  again: 'Ret tallet',
  when: 'Hvornår ved du det?',
  whenText: 'Så spørger vi igen den dag. Indtil da står der »mangler måling«.',
  /** A day as a button. */
  day: (day: string): string => {
    const text = weekdayText(day);
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  due: (dueAt: string, at: string): string => `Svar inden ${dueMoment(dueAt, at)}.`,
  dueNudge: (dueAt: string): string => `Svar inden ${hourText(dueAt)}.`,
  duePassed: (dueAt: string): string =>
    `Fristen var ${hourMoment(dueAt)}. Dit tal kan stadig bruges.`,
  chooseOwner: 'Vælg en ny ejer',
} as const;

/** How far it has come, in a sentence; '' where a share says nothing. */
export const shareText = (gain: number, promised: number): string => {
  if (promised < 0) {
    if (gain === promised) return 'Som ventet.';
    return gain > promised ? 'Bedre end ventet.' : 'Værre end ventet.';
  }
  return promised === 0 ? '' : `${Math.round((100 * gain) / promised)}${nbsp}% af det lovede.`;
};

export const benefitReceipts = {
  /** "Du svarede: 9,5 timer om året". */
  said: (who: string, terms: Terms, value: number): string =>
    `${who} svarede: ${amountText(terms, value)}`,
  unmeasurable: (who: string): string => `${who} svarede: det kan ikke måles`,
  notYet: (who: string, until: string): string =>
    who === askingWords.you
      ? `Du ved det ${weekdayText(until)}`
      : `${who} ved det ${weekdayText(until)}`,
  promised: 'Lovet',
  realised: 'Realiseret nu',
  left: 'Mangler',
  more: 'Mere end lovet',
  expected: 'Ventet forværring',
  worse: 'Forværring nu',
  askedAgain: (day: string): string => `Vi spørger igen ${weekdayText(day)} ${day.slice(0, 4)}.`,
  noMore: 'Vi spørger ikke mere om den.',
  done: 'Du skal ikke gøre mere.',
  onPage: 'Tallet står på projektets side og under Gevinster.',
} as const;

export const benefitQuestionWords = {
  why: 'Du spørges, fordi du leder projektet. Dit svar kommer på kortet hos den, der spørger.',
  sent: 'Dit svar er sendt videre. Du skal ikke gøre mere.',
} as const;

export const benefitPast = {
  waitsFor: (name: string): string => `Den venter på ${name || 'en ny ejer'}.`,
  overdue: (name: string): string => `${name || 'Ejeren'} har ikke svaret`,
  overdueText: (askedAt: string, dueAt: string): string =>
    `Spurgt ${dayText(askedAt)}. Fristen var ${hourMoment(dueAt)}.`,
  overdueNext: 'Ring, mind om det, eller skriv tallet på projektets side, hvis du kender det.',
  ownerless: (title: string): string => `Ingen kan svare på »${title}«`,
  ownerlessText: (name: string): string =>
    name === ''
      ? 'Gevinsten har ingen ejer. Vælg en, så går spørgsmålet videre med det samme.'
      : `${name} står ikke længere på listen over personer. Vælg en ny ejer, så går spørgsmålet videre med det samme.`,
  ownerFound: (name: string): string => `${name} følger gevinsten nu`,
  over: 'Vi spørger ikke mere om det her',
  overText: 'Gevinsten er trukket tilbage, eller projektet er slut.',
} as const;

const fieldNames: Record<NumberField, string> = {
  baseline: 'Udgangspunktet',
  target: 'Målet',
  uncertainty: 'Usikkerheden',
  value: 'Tallet',
};

const refusals: Record<
  Exclude<BenefitRefusal['type'], 'wordTooLong' | 'badNumber'>,
  RefusalWords
> = {
  wordMissing: wordRefusals.missing,
  movedOn: { title: askingWords.answered, text: askingWords.changedNothing },
  changed: {
    title: 'En anden har rettet gevinsten imens',
    text: 'Se den, som den er nu, og ret igen. Intet er gemt.',
  },
  holdsAlready: { title: 'Det er allerede gemt', text: askingWords.changedNothing },
  notYours: { title: askingWords.notYours, text: askingWords.changedNothing },
  notAllowed: {
    title: askingWords.youCannot,
    text: 'Det kan dem, der må rette projektet. Kun team DigiTek spørger ejerne igen.',
  },
  notNow: { title: benefitPast.over, text: benefitPast.overText },
  titleMissing: { title: 'Gevinsten mangler et navn', text: 'Skriv, hvad der bliver bedre.' },
  targetSame: {
    title: 'Målet er det samme som udgangspunktet',
    text: 'Skriv to tal, der er forskellige.',
  },
  measureFixed: {
    title: 'Den er allerede målt eller spurgt til',
    text: 'Skal den måles i noget andet, er det en ny gevinst. Træk denne tilbage, og skriv en ny.',
  },
  unknownPerson: {
    title: 'Vælg en ejer fra listen',
    text: 'Ejeren skal stå på listen over personer.',
  },
  dayPast: { title: 'Dagen er gået', text: 'Vælg en dag, der kommer.' },
  dayFar: { title: 'Dagen er for langt væk', text: 'Vælg en dag inden for et år.' },
  askedToday: { title: 'Ejeren er spurgt i dag', text: 'Giv dem lidt tid. Intet er sendt.' },
};

export const benefitRefusalWords = (refusal: BenefitRefusal): RefusalWords => {
  if (refusal.type === 'wordTooLong') return wordRefusals.tooLong(refusal.longest);
  if (refusal.type === 'badNumber')
    return {
      title: `${fieldNames[refusal.field]} kan ikke læses`,
      text: `${numberProblemTexts[refusal.problem]} Intet er gemt endnu.`,
    };
  return refusals[refusal.type];
};

/** A line for a locked phone, around the project's name. */
export const benefitSummaries = {
  ask: (now: BenefitNow): readonly [string, string] => [
    `Gevinst efter ${now.asked?.month ?? 0} måneder: `,
    '',
  ],
  later: ['Hvornår ved du det? ', ''],
  reply: ['Svar om gevinsten: ', ''],
  nudge: (dueAt: string): readonly [string, string] => [`Husk at svare ${hourText(dueAt)}: `, ''],
  told: (first: string): readonly [string, string] => [`${first}: `, ''],
} as const;

/** Whom it waits for. */
export const askedNameOf = ({ now }: Pick<BenefitView, 'now'>): string =>
  now.terms?.ownerName ?? '';

type Fields = Readonly<Record<string, unknown>>;

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
const measureIn = (value: unknown): BenefitMeasure =>
  benefitMeasures.find((one) => one === value) ?? 'count';

/** What was written, or only what was changed. */
const writtenText = (after: Fields, of: Terms): string => {
  const title = textIn(after['title']);
  const target = 'target' in after ? amountText(of, numberIn(after['target'])) : '';
  if (after['isNew'] === true) return `Gevinst lovet: ${title}, mål ${target}`;
  if (target !== '') return `Gevinst rettet: ${title}, målet er nu ${target}`;
  if ('ownerName' in after)
    return `Gevinst: ${textIn(after['ownerName']) || 'ingen'} følger ${title}`;
  return `Gevinst rettet: ${title}`;
};

const monthIn = (after: Fields): string =>
  typeof after['month'] === 'number' ? ` efter ${after['month']} mdr.` : '';

const heads: Record<BenefitEventKind, (after: Fields, of: Terms) => string> = {
  written: writtenText,
  asked: (after) => `Gevinst: ejeren er spurgt${monthIn(after)}: ${textIn(after['title'])}`,
  answered: (after, of) =>
    `Gevinst målt${monthIn(after)}: ${textIn(after['title'])}, ${amountText(of, numberIn(after['value']))}`,
  notYet: (after) =>
    `Gevinst: kendes ${dayYearText(textIn(after['until']))}: ${textIn(after['title'])}`,
  unmeasurable: (after) => `Gevinst: kan ikke måles: ${textIn(after['title'])}`,
  question: () => 'Gevinst: spurgte projektlederen',
  reply: () => 'Gevinst: svar fra projektlederen',
  withdrawn: (after) => `Gevinst trukket tilbage: ${textIn(after['title'])}`,
};

/** A line of the history. */
export const benefitHistory = (kind: BenefitEventKind, after: Fields): string =>
  heads[kind](after, {
    measure: measureIn(after['measure']),
    unitName: textIn(after['unitName']),
  });
