import type {
  InquiryAnswer,
  InquiryEventKind,
  InquirySubject,
  ItStep,
} from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, waitedNames } from '#shared/domain/inquiries/now.ts';
import type { Tie } from '#shared/domain/inquiries/people.ts';
import type { InquiryRefusal } from '#shared/domain/inquiries/rules.ts';
import { askingWords, type RefusalWords, wordRefusals } from '../asking/words.ts';
import { dayText, dueMoment, hourMoment, hourText } from '../dates.ts';
import { formatKr } from '../money.ts';
import { yearNotOpened } from '../pools.ts';
import { listText } from '../words.ts';

/* What is read of something that is asked about a project, on cards, in the tab and in the history. */

type Of = Pick<InquiryNow, 'subject' | 'step'>;

export const itName = 'IT og Digitalisering';

/** What IT is asked about, in a word or two. */
const itMatters: Record<ItStep, string> = {
  purchaseOrProject: 'købet',
  ideaChecklist: 'informationssikkerhed',
  serviceDesign: 'servicedesign og integrationer',
  safetyChecks: 'informationssikkerhed',
  finalServiceDesign: 'endeligt servicedesign og integrationer',
};

const itMatter = ({ step }: Of): string => (step === null ? '' : itMatters[step]);

const kickerName = (of: Of): string => {
  switch (of.subject) {
    case 'talk':
      return 'Samtale';
    case 'it':
      return `IT · ${itMatter(of)}`;
    case 'screening':
      return 'Indkøb · Screening';
    case 'purchase':
      return 'Indkøb';
  }
};

export const inquiryKickers = {
  yours: (of: Of): string => `${kickerName(of)} · Spørgsmål til dig`,
  nudge: (of: Of): string => `Husk · ${kickerName(of)}`,
  passed: (of: Of): string => `${kickerName(of)} · Fristen er gået`,
  open: (of: Of): string => `Åben · ${kickerName(of)}`,
  answered: (of: Of): string => `✓ Svaret · ${kickerName(of)}`,
  question: (of: Of): string => `${kickerName(of)} · Spørgsmål til dig`,
  replied: (of: Of): string => `${kickerName(of)} · Du har svaret`,
  received: (of: Of): string => `${kickerName(of)} · Modtaget`,
  past: (of: Of): string => `${kickerName(of)} · Lukket`,
} as const;

/** An answer as a button, and as it is told. */
export const inquiryAnswerLabels: Record<InquiryAnswer, string> = {
  said: 'Send svaret',
  fine: 'I orden',
  fineIf: 'I orden, hvis …',
  notYet: 'Ikke endnu',
  buy: 'Ja, køb det',
  dontBuy: 'Nej, køb det ikke',
};

const answerTexts: Record<InquiryAnswer, string> = {
  said: 'svarede',
  fine: 'svarede: i orden',
  fineIf: 'svarede: i orden, hvis',
  notYet: 'svarede: ikke endnu',
  buy: 'svarede: ja, køb det',
  dontBuy: 'svarede: nej, køb det ikke',
};

const fields: Record<InquirySubject, string> = {
  talk: 'Svar (skal udfyldes)',
  it: 'Et par ord (skal med ved alt andet end I orden)',
  screening: 'Et par ord (skal med ved alt andet end I orden)',
  purchase: 'Et par ord (skal med ved Nej og Spørg)',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const inquiryWords = {
  /** What is asked, in one line. */
  asks: ({ subject, step, asked }: InquiryNow): string => {
    const name = asked?.byName ?? '';
    switch (subject) {
      case 'talk':
        return `${name} spørger`;
      case 'it':
        return `${name} spørger: er ${itMatter({ subject, step })} i orden?`;
      case 'screening':
        return `${name} spørger: kan det købes, som det er?`;
      case 'purchase':
        return 'Skal vi købe det?';
    }
  },
  why: (now: Pick<InquiryNow, 'subject' | 'asked'>, onBehalf: string): string =>
    onBehalf === '' ? whyOf(now) : `Du svarer for ${onBehalf}.`,
  price: 'Pris',
  pays: (pool: string | null): string =>
    pool === null ? 'Området betaler af sit eget budget.' : `${pool} betaler.`,
  chefNext: (kr: string): string => `Over ${kr} spørges chefen også.`,
  /** Whose pools pay, so who else has to say yes. */
  seatsNext: (areas: readonly string[]): string =>
    `Siger du ja, spørges ${areas.length > 1 ? 'cheferne' : 'chefen'} for ${listText(areas)} også.`,
  /** Of several who are asked at once. */
  saidYes: (names: readonly string[]): string => `${listText(names)} har sagt ja.`,
  lacks: (kr: string): string => `Puljen mangler ${kr}`,
  closed: (year: number): string => `${yearNotOpened.title(year)}. ${yearNotOpened.toDecider}`,
  field: ({ subject }: Of): string => fields[subject],
  rule: ({ subject }: Of): string =>
    subject === 'it'
      ? 'Dit svar står på projektets trin med dit navn. Alle, der kan se projektet, kan læse det.'
      : 'Dit svar kan læses af alle, der kan se projektet.',
  askBack: ({ subject }: Of): string =>
    subject === 'it' ? 'Spørg projektlederen' : 'Spørg bestilleren',
  answerAgain: 'Ret svaret',
  read: 'Se det, der hører til',
  due: (dueAt: string, at: string): string => `Svar inden ${dueMoment(dueAt, at)}.`,
  dueNudge: (dueAt: string): string => `Svar inden ${hourText(dueAt)}.`,
  duePassed: (dueAt: string): string =>
    `Fristen var ${hourMoment(dueAt)}. Dit svar kan stadig bruges.`,
} as const;

/** A chef of another area is asked for the sake of the pool. */
const whyOf = ({ subject, asked }: Pick<InquiryNow, 'subject' | 'asked'>): string => {
  if (asked && asked.seats.length > 0)
    return `Du spørges sammen med de andre, fordi ${asked.payer === 'common' ? 'fællespuljen' : 'et andet områdes pulje'} skal betale. Alle skal sige ja.`;
  if (subject !== 'purchase' || (asked?.seat ?? null) === null) return whys[subject];
  return asked?.payer === 'common'
    ? 'Du spørges, fordi fællespuljen skal betale. Alle chefer skal sige ja.'
    : 'Du spørges, fordi jeres pulje skal betale.';
};

const whys: Record<InquirySubject, string> = {
  talk: 'Du spørges, fordi du har med projektet at gøre.',
  it: `Du spørges, fordi du svarer for ${itName}.`,
  screening: 'Du spørges som konsulent, før noget bliver købt.',
  purchase: 'Du spørges, fordi købet hører til dit område.',
};

const roleNames: Partial<Record<InquirySubject, string>> = { it: itName, screening: 'konsulenten' };

/** Whom it is asked of, where that is a role. */
export const askedRole = (subject: InquirySubject): string => roleNames[subject] ?? '';

/** What somebody waits for an answer to. */
export const waitedInquiries: Record<InquirySubject, string> = {
  talk: 'Svar på dit spørgsmål',
  it: 'Svar fra IT',
  screening: 'Screening af købet',
  purchase: 'Om det skal købes',
};

/** Whom it is asked of, by name; of several who are asked at once those who have not answered. */
export const askedOf = (now: Pick<InquiryNow, 'subject' | 'asked' | 'said'>): string =>
  roleNames[now.subject] ?? waitedNames(now);

export const inquiryReceipts = {
  /** "Du svarede: i orden, hvis". */
  said: (answer: InquiryAnswer, who: string): string => `${who} ${answerTexts[answer]}`,
  answer: (answer: InquiryAnswer): string => capital(answerTexts[answer].replace('svarede: ', '')),
  toAsker: (name: string): string =>
    `${name || 'Den, der spurgte,'} har fået besked. Du skal ikke gøre mere.`,
  /** Others who are asked at once have not answered. */
  othersToo: (names: readonly string[]): string =>
    `${listText(names)} skal også sige ja. Du skal ikke gøre mere.`,
  ticked: 'Trinnet er klar.',
  notTicked: 'Ret til, og spørg igen.',
  checkOther: 'Sæt selv flueben, når resten af tjeklisten er i orden.',
  onPage: 'Svaret står på projektets side.',
  buy: 'Området køber det. Når det er købt, skriver I prisen ind på idéens side.',
  dontBuy: 'Idéen er lagt i backlog og kan findes igen.',
  screened: 'Nu kan lederen eller chefen spørges.',
  bought: 'Det er købt.',
} as const;

/** A question back, on the card of the lead. */
export const inquiryQuestionWords = {
  why: 'Du spørges, fordi det er dit. Dit svar kommer på kortet hos den, der spørger.',
  sent: 'Dit svar er sendt videre. Du skal ikke gøre mere.',
} as const;

export const inquiryPast = {
  waitsFor: (name: string): string => `Den venter på ${name || 'en anden'}.`,
  overdue: (name: string): string => `${name || 'Den, der er spurgt,'} har ikke svaret`,
  overdueText: (askedAt: string, dueAt: string): string =>
    `Spurgt ${dayText(askedAt)}. Fristen var ${hourMoment(dueAt)}.`,
  overdueNext: ({ subject }: Of): string =>
    subject === 'it'
      ? 'Ring, eller mind om det. Svaret kan stadig komme.'
      : 'Ring, mind om det, eller spørg en anden. Svaret kan stadig komme.',
  over: 'Vi spørger ikke mere om det her',
  overText: 'Spørgsmålet er taget tilbage, eller projektet er kommet videre.',
} as const;

const refusals: Record<
  Exclude<InquiryRefusal['type'], 'wordTooLong' | 'poolShort' | 'yearNotOpened'>,
  RefusalWords
> = {
  wordMissing: wordRefusals.missing,
  movedOn: { title: askingWords.answered, text: askingWords.changedNothing },
  askedAlready: { title: 'Der er allerede spurgt', text: askingWords.askedAlready },
  holdsAlready: { title: 'Det er allerede gemt', text: askingWords.changedNothing },
  notYours: { title: askingWords.notYours, text: askingWords.changedNothing },
  notAllowed: {
    title: askingWords.youCannot,
    text: 'Det kan kun projektejeren, projektlederen og team DigiTek.',
  },
  notNow: { title: inquiryPast.over, text: 'Projektet er slut eller forbi det trin.' },
  nobodyToAsk: {
    title: 'Der er ingen at spørge',
    text: 'Konsulenten kan give rollen i listen over personer.',
  },
  unknownPerson: {
    title: 'Vælg, hvem du vil spørge',
    text: 'Det skal være en, der har med projektet at gøre.',
  },
  yourself: { title: 'Vælg en anden end dig selv', text: 'Intet er sendt.' },
  screeningFirst: {
    title: 'Konsulenten skal se på det først',
    text: 'Spørg konsulenten, eller vent på svaret.',
  },
  amountMissing: { title: 'Prisen mangler', text: 'Skriv, hvad det koster, i hele kroner.' },
  leadAreaMissing: { title: 'Det førende område mangler', text: 'Vælg det først.' },
  unknownPool: {
    title: 'Puljen kan ikke bruges',
    text: 'Dens år er ikke åbnet endnu.',
  },
  otherPayer: {
    title: 'Der er sagt ja til, at en anden betaler',
    text: 'Spørg igen, hvis det skal være en anden pulje.',
  },
  moreThanAsked: {
    title: 'Det er mere, end der er sagt ja til',
    text: 'Spørg igen om det, det kostede.',
  },
  notDecided: { title: 'Ingen har sagt ja til købet endnu', text: askingWords.changedNothing },
  noSuchAnswer: { title: askingWords.youCannot, text: 'Det svar hører ikke til spørgsmålet.' },
};

export const inquiryRefusalWords = (refusal: InquiryRefusal): RefusalWords => {
  if (refusal.type === 'wordTooLong') return wordRefusals.tooLong(refusal.longest);
  if (refusal.type === 'yearNotOpened')
    return {
      title: `${yearNotOpened.title(refusal.year)}.`,
      text: yearNotOpened.refused(refusal.year),
    };
  if (refusal.type !== 'poolShort') return refusals[refusal.type];
  return {
    title: inquiryWords.lacks(formatKr(refusal.missingOre)),
    text: 'Spørg bestilleren om en lavere pris, eller bed konsulenten hæve puljen.',
  };
};

/** A line for a locked phone, around the project's name. */
export const inquirySummaries = {
  ask: (name: string): readonly [string, string] => [`${name} spørger om `, ''],
  reply: ['Svar om ', ''],
  nudge: (dueAt: string): readonly [string, string] => [`Husk at svare ${hourText(dueAt)}: `, ''],
  told: (first: string): readonly [string, string] => [`${first}: `, ''],
} as const;

/** What somebody is to a project, after their name. */
export const tieNames: Record<Tie, string> = {
  owner: 'projektejer',
  lead: 'projektleder',
  author: 'gav idéen',
  consultant: 'konsulent',
  digitek: 'team DigiTek',
  enthusiast: 'digital ildsjæl',
};

const itHistory: Record<InquiryEventKind, string> = {
  asked: `Spurgte ${itName}`,
  answered: `Svar fra ${itName}`,
  question: `${itName} spurgte tilbage`,
  reply: `Svar til ${itName}`,
  withdrawn: `Spørgsmålet til ${itName} er taget tilbage`,
  bought: '',
};

const purchaseHistory: Record<InquiryEventKind, string> = {
  asked: 'Spurgte, om det skal købes',
  answered: 'Svar om købet',
  question: 'Spurgte bestilleren',
  reply: 'Svar fra bestilleren',
  withdrawn: 'Spørgsmålet om køb er taget tilbage',
  bought: 'Købt',
};

const screeningHistory: Record<InquiryEventKind, string> = {
  asked: 'Et indkøb: konsulenten er spurgt',
  answered: 'Konsulenten har set på købet',
  question: 'Konsulenten spurgte bestilleren',
  reply: 'Svar fra bestilleren',
  withdrawn: 'Det er et projekt alligevel',
  bought: '',
};

const talkHistory = (name: string): Record<InquiryEventKind, string> => ({
  asked: `Spurgte ${name}`,
  answered: 'Svar i samtalen',
  question: 'Spurgte tilbage',
  reply: 'Svar i samtalen',
  withdrawn: 'Spørgsmålet er taget tilbage',
  bought: '',
});

/** A line of the history. */
export const inquiryHistory = (
  kind: InquiryEventKind,
  { subject, step }: Of,
  { askedName, answer }: { readonly askedName: string; readonly answer: InquiryAnswer | null },
): string => {
  if (subject === 'talk') return talkHistory(askedName)[kind];
  const said = answer === null ? '' : `: ${answerTexts[answer].replace('svarede: ', '')}`;
  if (subject === 'screening') return `${screeningHistory[kind]}${said}`;
  if (subject === 'purchase') return `${purchaseHistory[kind]}${said}`;
  const about = step === null ? '' : ` om ${itMatters[step]}`;
  return `${itHistory[kind]}${about}${said}`;
};
