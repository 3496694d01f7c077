import { fewestChosen, mostChosen, type VisitRefusal } from '#shared/domain/visits/given.ts';
import type { NoteRefusal } from '#shared/domain/visits/noteRules.ts';
import type { VisitNow, VisitState } from '#shared/domain/visits/now.ts';
import type {
  GroupLevel,
  VisitAnswer,
  VisitEvent,
  VisitEventKind,
  VisitStep,
} from '#shared/domain/visits/visit.ts';
import { askingWords, type RefusalWords, wordRefusals } from '../asking/words.ts';
import { dayText, dueMoment, hourMoment, hourText, weekdayText } from '../dates.ts';
import { nbsp } from '../money.ts';

/* What is read of a DigiTek 360, on cards, in the tab and in the history. */

export const visitName = 'DigiTek 360';

/** What a visit is called: the unit it is of. */
export const visitTitle = ({ terms }: Pick<VisitNow, 'terms'>): string => terms?.unit ?? visitName;

export const visitStepNames: Record<VisitStep, string> = {
  expectations: 'Forventningsafstemning',
  introduction: 'Introduktionsmøde',
  practice: 'Praktik',
  overview: 'Overblik og businesscase',
  selection: 'Udvælgelse',
  startup: 'Igangsættelse',
};

export const visitStates: Record<VisitState, string> = {
  withdrawn: 'Aflyst',
  planned: 'Lederen er ikke spurgt',
  asked: 'Venter på lederen',
  otherDay: 'Lederen vil helst en anden dag',
  declined: 'Lederen har sagt ikke nu',
  agreed: 'Aftalt',
  underWay: 'I gang',
  done: 'Afsluttet',
};

export const groupLevelNames: Record<GroupLevel, string> = {
  low: 'Lav',
  medium: 'Mellem',
  high: 'Høj',
};
export const effortNames: Record<GroupLevel, string> = {
  low: 'Lille',
  medium: 'Mellem',
  high: 'Stor',
};

export const visitKickers = {
  yours: `${visitName} · Dit ja`,
  nudge: `Husk · ${visitName}`,
  passed: `${visitName} · Fristen er gået`,
  open: `Åben · ${visitName}`,
  answered: `✓ Svaret · ${visitName}`,
  question: `${visitName} · Spørgsmål til dig`,
  replied: `${visitName} · Du har svaret`,
  received: `${visitName} · Modtaget`,
  past: `${visitName} · Lukket`,
} as const;

const answerTexts: Record<VisitAnswer, string> = {
  yes: 'sagde ja til besøg',
  otherDay: 'vil helst en anden dag',
  no: 'sagde ikke nu',
};

export const visitAnswerLabels: Record<VisitAnswer, string> = {
  yes: 'Ja, kom på besøg',
  otherDay: 'Find andre datoer',
  no: 'Ikke nu',
};

/** "32 timer", "1 time". */
export const hoursText = (hours: number): string =>
  `${hours.toLocaleString('da-DK')}${nbsp}${hours === 1 ? 'time' : 'timer'}`;

/** "2.–9. februar", or the one day there is. */
const spanText = (from: string, to: string): string =>
  from === to ? weekdayText(from) : `fra ${dayText(from)} til ${dayText(to)}`;

/** When it is to be, over all the days that are known. */
export const whenText = ({ terms }: Pick<VisitNow, 'terms'>): string => {
  const days = Object.values(terms?.days ?? {}).filter((day) => day !== null);
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? '' : spanText(from, to);
};

export const visitWords = {
  asks: (now: Pick<VisitNow, 'terms'>): string => {
    const when = whenText(now);
    return when === '' ? 'Må vi komme på besøg?' : `Må vi komme på besøg ${when}?`;
  },
  what: 'Vi følger jeres dag og finder steder, hvor teknologi kan hjælpe.',
  why: (onBehalf: string): string =>
    onBehalf === '' ? 'Du spørges, fordi du er leder af enheden.' : `Du svarer for ${onBehalf}.`,
  yourTime: 'Din tid',
  employees: (count: number, each: number): string => `${count} ansatte à ${hoursText(each)}`,
  chosen: (count: number, each: number): string => `${count} udvalgte à ${hoursText(each)}`,
  unitTime: 'Jeres tid i alt',
  firstMeeting: 'Første møde:',
  get: 'I får:',
  gets: 'en liste over idéer. I vælger selv.',
  who: 'Vi kommer:',
  rule: 'Det koster ikke enheden penge. Alle kan se, at I får besøg. Kun du og team DigiTek læser det, vi noterer.',
  day: 'En dag, der passer bedre (ved Find andre datoer)',
  comment: 'Kommentar (skal med ved Ikke nu og Spørg)',
  askBack: 'Spørg DigiTek',
  answerAgain: 'Ret aftalen',
  open: 'Åbn besøget',
  due: (dueAt: string, at: string): string => `Svar inden ${dueMoment(dueAt, at)}.`,
  dueNudge: (dueAt: string): string => `Svar inden ${hourText(dueAt)}.`,
  duePassed: (dueAt: string): string =>
    `Fristen var ${hourMoment(dueAt)}. Dit svar kan stadig bruges.`,
} as const;

export const visitReceipts = {
  said: (answer: VisitAnswer, who: string): string => `${who} ${answerTexts[answer]}`,
  otherDay: (day: string): string => `Forslag: ${weekdayText(day)}.`,
  first: 'Først:',
  firstMeeting: (day: string): string => `møde ${weekdayText(day)}.`,
  before: 'Inden da:',
  beforeText: 'tænk over, hvem af jer der vil være med. Mere skal du ikke gøre.',
  toLeder: 'DigiTek har fået besked. Du skal ikke gøre mere.',
  team: {
    yes: 'Nu kan I holde det første møde.',
    otherDay: 'Ret datoerne på besøgets side, og spørg igen.',
    no: 'Besøget kan planlægges igen senere.',
  } satisfies Record<VisitAnswer, string>,
} as const;

export const visitQuestionWords = {
  why: 'Du spørges, fordi du kommer på besøget. Dit svar kommer på kortet hos den, der spørger.',
  sent: 'Dit svar er sendt videre. Du skal ikke gøre mere.',
} as const;

/** Whom it waits for. */
export const lederNameOf = ({ terms }: Pick<VisitNow, 'terms'>): string => terms?.lederName ?? '';

export const visitPast = {
  waitsFor: (name: string): string => `Den venter på ${name || 'en anden'}.`,
  overdue: (name: string): string => `${name || 'Lederen'} har ikke svaret`,
  overdueText: (askedAt: string, dueAt: string): string =>
    `Spurgt ${dayText(askedAt)}. Fristen var ${hourMoment(dueAt)}.`,
  overdueNext: 'Ring, eller tryk Ryk på besøgets side. Svaret kan stadig komme.',
  over: 'Vi spørger ikke mere om det her',
  overText: 'Besøget er aflyst, ændret eller overstået.',
} as const;

const refusals: Record<
  Exclude<VisitRefusal['type'], 'wordTooLong' | 'personNumber'>,
  RefusalWords
> = {
  wordMissing: wordRefusals.missing,
  movedOn: { title: askingWords.answered, text: askingWords.changedNothing },
  changed: {
    title: 'En anden har rettet det imens',
    text: 'Se det, som det er nu, og prøv igen. Intet er gemt.',
  },
  holdsAlready: { title: 'Det er allerede gemt', text: askingWords.changedNothing },
  notYours: { title: askingWords.notYours, text: askingWords.changedNothing },
  notAllowed: { title: askingWords.youCannot, text: 'Det kan kun team DigiTek.' },
  notNow: { title: visitPast.over, text: visitPast.overText },
  unitMissing: { title: 'Enheden mangler', text: 'Skriv, hvor besøget er.' },
  unknownArea: { title: 'Vælg et chefområde', text: 'Intet er gemt endnu.' },
  unknownPerson: {
    title: 'Vælg fra listen',
    text: 'Lederen skal stå på listen over personer, og konsulenterne skal være fra team DigiTek.',
  },
  lederMissing: {
    title: 'Lederen mangler',
    text: 'Vælg, hvem der leder enheden. Så kan du spørge.',
  },
  employeesMissing: {
    title: 'Antallet af ansatte mangler',
    text: 'Skriv et helt tal fra 1 til 5.000.',
  },
  chosenCount: {
    title: 'Antallet af udvalgte passer ikke',
    text: `Vælg fra ${fewestChosen} til ${mostChosen} ansatte, og ikke flere end der er.`,
  },
  twoConsultants: { title: 'Vælg to konsulenter', text: 'De skal være to forskellige.' },
  dayMissing: { title: 'Dagen mangler', text: 'Vælg en dag. Intet er gemt endnu.' },
  dayPast: { title: 'Dagen passer ikke', text: 'Vælg en anden dag. Intet er gemt endnu.' },
  daysOrder: {
    title: 'Trinnene står ikke i rækkefølge',
    text: 'Et trin kan ikke ligge før det forrige.',
  },
  askedToday: { title: 'Lederen er spurgt i dag', text: 'Giv dem lidt tid. Intet er sendt.' },
  yesFirst: { title: 'Lederen har ikke sagt ja endnu', text: 'Trinnet venter på det.' },
  unknownNote: { title: 'Observationen er der ikke mere', text: 'En anden har fjernet den.' },
  unknownGroup: { title: 'Gruppen er der ikke mere', text: 'En anden har omdøbt eller tømt den.' },
  unknownProject: { title: 'Projektet er der ikke mere', text: 'Søg igen, og vælg et andet.' },
  nameMissing: { title: 'Gruppen mangler et navn', text: 'Skriv et par ord.' },
  notChosen: { title: 'Vælg først en gruppe', text: 'Kun det, I har valgt, bliver til idéer.' },
  isIdea: { title: 'Gruppen er blevet en idé', text: 'Idéen rettes på sin egen side.' },
};

/** A number like a person's is never kept. */
const personNumber = (found: string): RefusalWords => ({
  title: 'Der står noget, der ligner et CPR-nummer',
  text: `Fjern »${found}«, og gem igen. Din tekst er bevaret.`,
});

export const visitRefusalWords = (refusal: VisitRefusal): RefusalWords => {
  if (refusal.type === 'wordTooLong') return wordRefusals.tooLong(refusal.longest);
  return refusal.type === 'personNumber' ? personNumber(refusal.found) : refusals[refusal.type];
};

export const noteRefusalWords = (refusal: NoteRefusal): RefusalWords => {
  switch (refusal.type) {
    case 'wordTooLong':
      return wordRefusals.tooLong(refusal.longest);
    case 'personNumber':
      return personNumber(refusal.found);
    case 'noteEmpty':
      return { title: 'Skriv, hvad du så', text: 'Intet er gemt endnu.' };
    case 'badKey':
      return { title: 'Noten kan ikke læses', text: 'Skriv den igen.' };
    case 'notAllowed':
      return { title: askingWords.youCannot, text: 'Kun team DigiTek noterer under et besøg.' };
  }
};

/** A line for a locked phone, around the unit's name. */
export const visitSummaries = {
  ask: ['Må vi komme på besøg? ', ''],
  reply: ['Svar om besøget: ', ''],
  nudge: (dueAt: string): readonly [string, string] => [`Husk at svare ${hourText(dueAt)}: `, ''],
  told: (first: string): readonly [string, string] => [`${first}: `, ''],
} as const;

/** A line of the history. */
export const visitHistory: Record<VisitEventKind, string> = {
  planned: 'Besøget er planlagt eller rettet',
  asked: 'Lederen er spurgt',
  answered: 'Lederen har svaret',
  question: 'Lederen spurgte DigiTek',
  reply: 'Svar fra DigiTek',
  withdrawn: 'Besøget er aflyst',
  stepped: 'Et trin er rettet',
  noted: 'En observation er noteret',
  grouped: 'En observation er lagt i en gruppe',
  dropped: 'En observation er fjernet',
  valued: 'En gruppe er vurderet',
  becameIdea: 'En gruppe er blevet en idé',
};

/** Whose word an answer is, where somebody stood in. */
export const visitWho = ({ byName }: Pick<VisitEvent, 'byName'>, isReader: boolean): string =>
  isReader ? askingWords.you : byName;
