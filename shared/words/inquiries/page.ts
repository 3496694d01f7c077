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
  } satisfies Record<InquiryAnswer, string>,
  afterQuestion: 'Du kan svare imens',
  comment: {
    talk: 'Svar',
    it: 'Et par ord',
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
  person: (name: string, tie: keyof typeof tieNames): string => `${name} (${tieNames[tie]})`,
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
