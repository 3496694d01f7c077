import { momentYearText } from '../dates.ts';
import { capital } from '../requests/cards.ts';

/* What is said alike wherever one person is asked about something beside a gate. */

/** The question back and the reply, on both cards and in the tab; `whom` is who is asked. */
const exchangeWordsTo = (whom: string) => ({
  sent: `Dit spørgsmål er sendt til ${whom}`,
  sentBy: (name: string): string => `${name} har spurgt ${whom}`,
  willHear: 'Du får besked, når svaret er her. Du kan godt svare imens.',
  reply: `Svar fra ${whom}`,
  asks: (name: string): string => `${name} spørger`,
  youReplied: 'Dit svar er sendt',
  replyField: 'Svar (skal udfyldes)',
  sendReply: 'Send svaret',
  asked: 'Spørgsmål og svar',
});
export type ExchangeWords = ReturnType<typeof exchangeWordsTo>;

export const exchangeWords = exchangeWordsTo('projektlederen');
/** About an idea that nobody leads yet. */
export const ideaExchangeWords = exchangeWordsTo('idégiveren');
/** About a visit: the team itself is asked. */
export const visitExchangeWords = exchangeWordsTo('DigiTek');

export const askingWords = {
  ask: 'Spørg projektlederen',
  openProject: 'Åbn projektet',
  you: 'Du',
  when: (at: string): string => capital(momentYearText(at)),
  over: 'Vi spørger ikke mere om det her',
  overText: 'Projektet er kommet videre, eller der bliver spurgt på en anden måde.',
  notYours: 'Den venter ikke på dig',
  changedNothing: 'Trykket ændrede ikke noget.',
  late: 'Der var allerede svaret. Trykket ændrede ikke noget.',
  answered: 'Der er allerede svaret',
  askedAlready: 'Svaret kommer her på siden og i chatten.',
  youCannot: 'Det kan du ikke',
  notAhead: 'Det er ikke den gate, projektet står foran.',
} as const;

/** Why a press was not stored, in a heading and a sentence. */
export type RefusalWords = { readonly title: string; readonly text: string };

export const refusalSentence = ({ title, text }: RefusalWords): string => `${title}. ${text}`;

export const wordRefusals = {
  missing: {
    title: 'Der mangler et ord',
    text: 'Skriv en sætning i feltet. Intet er ændret endnu.',
  },
  tooLong: (longest: number): RefusalWords => ({
    title: 'Teksten er for lang',
    text: `Der er plads til ${longest} tegn. Din tekst er bevaret.`,
  }),
} as const;
