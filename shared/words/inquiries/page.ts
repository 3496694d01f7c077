import type { InquiryAnswer, InquirySubject } from '#shared/domain/inquiries/inquiry.ts';
import { dayText } from '../dates.ts';
import { inquiryReceipts, itName, tieNames } from './words.ts';

/* What is asked about a project, in the tab: beside what the cards say. */

export const inquiryPageWords = {
  yourAnswer: 'Dit svar',
  read: 'Et spørgsmål om projektet',
  nothingAsked: 'Ingen spørger om det lige nu.',
  see: 'Se og svar',
  after: {
    said: 'Står på projektets side',
    fine: 'Trinnet er i orden',
    fineIf: 'Skriv, hvad der mangler',
    notYet: 'Skriv, hvad der skal ske',
    buy: 'Så kan det købes',
    dontBuy: 'Lægges i backlog med dit ord',
  } satisfies Record<InquiryAnswer, string>,
  /** After a yes, where somebody else has to say it too. */
  othersToo: 'Andre skal også sige ja',
  afterQuestion: 'Du kan svare imens',
  comment: {
    talk: 'Svar',
    it: 'Et par ord',
    screening: 'Et par ord',
    purchase: 'Et par ord',
  } satisfies Record<InquirySubject, string>,
  /** The lead asks IT at a step. */
  askIt: 'Spørg IT',
  askItAgain: 'Spørg IT igen',
  itField: `Hvad skal ${itName} se på?`,
  itHint: (due: string): string => `${itName} får et kort i Teams og svarer inden ${due}.`,
  send: 'Send spørgsmålet',
  cancel: 'Annullér',
  waits: (name: string, due: string, overdue: boolean): string =>
    overdue
      ? `${name} har ikke svaret. Fristen var ${due}.`
      : `Venter på ${name}, svar inden ${due}.`,
  asksBack: (name: string): string => `${name} har spurgt tilbage.`,
  /** "IT og Digitalisering: i orden, hvis". */
  itSaid: (answer: InquiryAnswer): string =>
    `${itName}: ${inquiryReceipts.answer(answer).toLowerCase()}`,
  saidBy: (name: string, at: string): string => `${name}, ${dayText(at)}`,
  takeBack: 'Tag spørgsmålet tilbage',
  isGone: 'Spørgsmålet er taget tilbage',
} as const;

/** The talk on a project's page. */
export const talkWords = {
  title: 'Samtale',
  emptyNext: 'Et spørgsmål kommer som et kort i Teams, og svaret bliver stående her.',
  ask: 'Spørg nogen',
  whom: 'Hvem vil du spørge?',
  choose: 'Vælg en person',
  /** "Leder, sygeplejen (digital ildsjæl, Hjemmesygeplejen)". */
  person: (name: string, tie: keyof typeof tieNames, unit: string): string =>
    `${name} (${[tieNames[tie], unit].filter((part) => part !== '').join(', ')})`,
  search: 'Skriv et navn eller en enhed',
  question: 'Dit spørgsmål',
  hint: 'Skriv ikke om borgere ved navn. Alle, der kan se projektet, kan læse det.',
  asked: (by: string, to: string): string => `${by} spurgte ${to}`,
  answered: (by: string): string => `${by} svarede`,
  answer: 'Dit svar',
  sendAnswer: 'Send svaret',
  all: (count: number): string => `Vis alle ${count}`,
  gone: (name: string): string => `${name} har ikke med projektet at gøre mere. Spørg en anden.`,
  whomHint: (due: string): string => `Kortet i Teams beder om et svar inden ${due}.`,
} as const;

/** A purchase, on its idea and in its lane. */
export const purchaseWords = {
  title: 'Indkøb',
  isPurchase: 'Det er et indkøb',
  isProject: 'Det er et projekt alligevel',
  what: 'Hvad skal købes?',
  whatHint: (due: string): string => `Konsulenten får et kort og ser på det inden ${due}.`,
  consultant: 'Konsulenten',
  chain: 'Leder og chef',
  screenAgain: 'Spørg konsulenten igen',
  again: 'Hvad er rettet til?',
  looks: (due: string, overdue: boolean): string =>
    overdue ? `Konsulenten skulle have svaret ${due}.` : `Konsulenten ser på det inden ${due}.`,
  said: (name: string, answer: InquiryAnswer): string =>
    `${name}: ${inquiryReceipts.answer(answer).toLowerCase()}`,
  whom: 'Hvem skal sige ja?',
  /** When a leder is asked first. */
  chefAfter: (kr: string, isAbove: boolean): string =>
    isAbove
      ? `Det koster mere end ${kr}, så chefen spørges bagefter.`
      : `Koster det mere end ${kr}, spørges chefen bagefter.`,
  price: 'Pris',
  payer: 'Hvem betaler?',
  ownBudget: 'Området selv, uden pulje',
  left: (kr: string): string => `Der er ${kr} tilbage i puljen.`,
  chefOf: (area: string): string => `Chefen for ${area} skal også sige ja.`,
  allChefs: 'Alle chefer spørges samtidig og skal sige ja.',
  why: 'Hvorfor skal det købes?',
  askChain: 'Spørg om købet',
  asked: (name: string, due: string, overdue: boolean): string =>
    overdue ? `${name} skulle have svaret ${due}.` : `Venter på ${name}, svar inden ${due}.`,
  bought: 'Det er købt',
  boughtPrice: 'Hvad kostede det?',
  boughtHint: 'Betaler puljen, bliver det skrevet ind under Økonomi.',
  priceMissing: 'Skriv, hvad det koster.',
  /** In the lane. */
  lane: (count: number): string => (count === 1 ? '1 indkøb' : `${count} indkøb`),
  none: 'Ingen indkøb lige nu.',
  clock: (gone: number, days: number): string =>
    gone > days
      ? `${gone - days} ${gone - days === 1 ? 'arbejdsdag' : 'arbejdsdage'} over`
      : `arbejdsdag ${gone} af ${days}`,
  due: (at: string): string => `svar senest ${at}`,
  notAsked: 'Leder og chef er ikke spurgt',
  first: 'Konsulenten først',
} as const;
