import type {
  InterestEvent,
  InterestEventKind,
  InterestPriority,
} from '#shared/domain/interest/interest.ts';
import type { InterestRefusal } from '#shared/domain/interest/rules.ts';
import type { InterestView } from '#shared/domain/interest/view.ts';
import type { Priority } from '#shared/domain/priority.ts';
import { askingWords, type RefusalWords, wordRefusals } from '../asking/words.ts';
import { dayText, dueMoment, hourMoment, hourText, weekdayText } from '../dates.ts';
import { areaName, priorityNames } from '../words.ts';

/* What is read of the question whether an idea is wanted, on cards, in the tab and in the history. */

export const interestKickers = {
  yours: 'Ny idé · Er der interesse?',
  nudge: 'Husk · Er der interesse?',
  passed: 'Ny idé · Fristen er gået',
  oneMore: 'Ny idé · Ét svar mere',
  open: 'Åben · Ny idé',
  answered: '✓ Svaret · Ny idé',
  question: 'Ny idé · Spørgsmål til dig',
  replied: 'Ny idé · Du har svaret',
  received: 'Ny idé · Modtaget',
  past: 'Ny idé · Lukket',
  owner: 'Ny idé · Du er projektejer',
  /** To whoever gave it. */
  author: (kind: InterestEventKind): string => `Din idé · ${authorStates[kind] ?? 'Svar'}`,
  /** Among what waits. */
  waits: (owes: InterestView['owes'], waitsOn: 'answer' | 'reply' | null): string => {
    if (waitsOn === 'reply') return interestKickers.question;
    return owes === 'owner' ? interestKickers.oneMore : interestKickers.yours;
  },
} as const;

const authorStates: Partial<Record<InterestEventKind, string>> = {
  yes: 'Den er ønsket',
  notNow: 'Ikke nu',
  no: 'Ikke ønsket',
};

/** "høj prioritet". */
const withPriority = (priority: Priority): string =>
  `${priorityNames[priority].toLowerCase()} prioritet`;

export const interestWords = {
  question: 'Skal DigiTek gå videre med idéen?',
  ownerQuestion: 'Hvem skal være projektejer?',
  saved: (priority: Priority | null): string =>
    `Dit »Ja${priority ? `, ${withPriority(priority)}` : ''}« er gemt. Ejeren står inde for idéen og godkender papirerne.`,
  why: ({ areas, project, askedName, now }: InterestView, onBehalf: boolean): string => {
    const area = project.leadArea === null ? '' : areaName(areas, project.leadArea);
    if (onBehalf) return `Du svarer for ${askedName || `chefen for ${area}`}.`;
    return now.askedId === null
      ? `Du spørges, fordi idéen hører til ${area}.`
      : `Du spørges som leder i ${area}.`;
  },
  from: 'Fra:',
  fromText: (name: string, at: string): string => `${name}, ${weekdayText(at)}`,
  looked: 'DigiTek har set efter:',
  read: 'Læs idéen',
  rule: 'Et ja koster ikke noget nu. Ikke nu og nej lægger idéen i backlog, hvor den kan findes igen.',
  field: 'Kommentar (skal med ved Nej og Spørg)',
  yes: (priority: InterestPriority): string => `Ja, ${withPriority(priority)}`,
  notNow: 'Ikke nu',
  no: 'Nej, ingen interesse',
  ask: 'Spørg idégiveren',
  owner: 'Projektejer',
  ownerMissing: 'Vælg en projektejer',
  nobody: 'Vælg en leder',
  nameOwner: 'Gør til projektejer',
  ownIt: 'Jeg er selv ejer',
  later: 'Det ved jeg ikke endnu',
  again: 'Ret prioriteten',
  answerAgain: 'Svar om',
  open: 'Åbn idéen',
  due: (dueAt: string, at: string): string => `Svar inden ${dueMoment(dueAt, at)}.`,
  dueNudge: (dueAt: string): string => `Svar inden ${hourText(dueAt)}.`,
  duePassed: (dueAt: string): string =>
    `Fristen var ${hourMoment(dueAt)}. Idéen ligger stille, til du svarer.`,
} as const;

/** A question back, on the card of whoever gave the idea. */
export const interestQuestionWords = {
  whyAuthor:
    'Du spørges, fordi du har givet idéen. Dit svar kommer på kortet hos den, der spørger.',
  why: 'Du spørges, fordi idéen er hos dig. Dit svar kommer på kortet hos den, der spørger.',
  sent: 'Dit svar er sendt videre. Du skal ikke gøre mere.',
} as const;

const answers: Partial<Record<InterestEventKind, string>> = {
  notNow: 'ikke nu',
  no: 'nej, ingen interesse',
};

/** "ja, høj prioritet". */
const answerText = ({ kind, priority }: InterestEvent): string => {
  if (kind === 'yes') return priority === null ? 'ja' : `ja, ${withPriority(priority)}`;
  return answers[kind] ?? '';
};

export const interestReceipts = {
  /** "Du svarede: ja, høj prioritet". */
  said: (event: InterestEvent, who: string): string =>
    event.kind === 'noted'
      ? `${event.byName} har skrevet ned, hvad der blev sagt`
      : `${who} svarede: ${answerText(event)}`,
  owner: 'Projektejer:',
  ownerLater: 'Projektejeren findes senere.',
  yes: 'DigiTek finder en projektleder. Du skal ikke gøre mere.',
  backlog: 'Idéen ligger i backlog, kan findes af alle og tages frem igen.',
  /** To DigiTek. */
  yesNext: 'Find en projektleder, og planlæg idéfasen.',
  ownerNext: 'Projektejeren er ikke valgt endnu.',
  backlogNext: 'Idéen er lagt i backlog. Idégiveren har fået besked.',
  /** To whoever gave it. */
  authorYes: 'DigiTek går videre med din idé. Skriv »hvor er min idé?«, når du vil vide mere.',
  authorBacklog: 'Tak for idéen. Den ligger i backlog, kan findes af alle og tages frem igen.',
  /** To the owner. */
  named: (name: string): string => `${name} har gjort dig til projektejer`,
  namedNext:
    'Du står inde for idéen og godkender papirerne, når de er skrevet. DigiTek finder en projektleder.',
  withdrawn: 'Svaret er taget tilbage.',
} as const;

export const interestPast = {
  waitsFor: (name: string): string => `Den venter på ${name || 'chefen'}.`,
  overdue: (name: string): string => `${name || 'Chefen'} har ikke svaret`,
  overdueText: (askedAt: string, dueAt: string): string =>
    `Spurgt ${dayText(askedAt)}. Fristen var ${hourMoment(dueAt)}.`,
  overdueNext:
    'Ring, mind om det, eller spørg en leder. Siger de det på anden måde, kan I skrive det ned.',
  over: 'Vi spørger ikke mere om denne idé',
  overText: 'Den er kommet videre, eller DigiTek har lagt den et andet sted.',
} as const;

const refusals: Record<Exclude<InterestRefusal['type'], 'wordTooLong'>, RefusalWords> = {
  wordMissing: wordRefusals.missing,
  movedOn: { title: askingWords.answered, text: askingWords.changedNothing },
  askedAlready: { title: 'De er allerede spurgt', text: askingWords.askedAlready },
  holdsAlready: { title: 'Det er allerede gemt', text: askingWords.changedNothing },
  notYours: { title: askingWords.notYours, text: askingWords.changedNothing },
  notAllowed: {
    title: askingWords.youCannot,
    text: 'Det kan kun team DigiTek, projektlederen og den, der spørges.',
  },
  gateSent: { title: 'Gaten er allerede sendt', text: askingWords.changedNothing },
  notNow: { title: interestPast.over, text: 'Det er ikke en idé længere.' },
  leadAreaMissing: { title: 'Det førende område mangler', text: 'Vælg det først.' },
  nobodyToAsk: {
    title: 'Der er ingen at spørge',
    text: 'Området har ingen chef, eller lederen hører ikke til det. Konsulenten kan rette listen over personer.',
  },
  unknownPerson: { title: 'Vælg, hvem der er ejer', text: 'Dit ja er gemt. Ejeren mangler.' },
};

export const interestRefusalWords = (refusal: InterestRefusal): RefusalWords =>
  refusal.type === 'wordTooLong' ? wordRefusals.tooLong(refusal.longest) : refusals[refusal.type];

/** A line for a locked phone, around the idea's name. */
export const interestSummaries = {
  ask: ['Er der interesse? ', ''],
  owner: ['Hvem skal være projektejer? ', ''],
  reply: ['Svar fra idégiveren: ', ''],
  nudge: (dueAt: string): readonly [string, string] => [`Husk at svare ${hourText(dueAt)}: `, ''],
  told: (first: string): readonly [string, string] => [`${first}: `, ''],
} as const;

/** A line of the history. */
export const interestHistory: Readonly<Record<InterestEventKind, string>> = {
  asked: 'Spurgt, om der er interesse for idéen',
  yes: 'Ja til idéen',
  notNow: 'Ikke nu til idéen',
  no: 'Nej til idéen',
  owner: 'Projektejer peget på',
  noted: 'Skrevet ned: interesse for idéen',
  question: 'Spurgte idégiveren',
  reply: 'Svar fra idégiveren',
  withdrawn: 'Svaret om interesse er taget tilbage',
};
