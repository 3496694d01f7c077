import type { Gate } from '#shared/domain/gates.ts';
import { dayYearText, momentText, spanText, weekdayText } from '../dates.ts';
import { choicePast, gateLabels } from '../words.ts';

/* What the bot says in chat beside the requests: hjælp, mine, status, welcome, faults. */

/** What people write to the bot; the first of each is the one that is shown. */
export const commands = {
  help: [
    'hjælp',
    'hjælp mig',
    'hjælpe mig',
    'hjælpe',
    'help',
    'hvad kan du',
    'hvad kan jeg skrive',
  ],
  mine: ['mine', 'mine sager', 'min', 'my', 'hvad venter på mig', 'hvad venter', 'sager'],
  tasks: ['opgaver', 'mine opgaver', 'opgaverne', 'opgave', 'hvad skal jeg gøre', 'tasks'],
  status: ['status', 'statussen'],
  pools: ['pulje', 'puljer', 'puljen', 'puljerne', 'penge', 'pengene', 'pools'],
  press: ['presse', 'pressen', 'press'],
  newIdea: ['ny idé', 'en ny idé', 'ny ide', 'idé', 'jeg har en idé', 'har en idé', 'new idea'],
  absence: ['fravær', 'fraværende', 'stedfortræder', 'jeg er væk', 'ferie', 'syg', 'absence'],
  handOn: ['giv videre', 'videre', 'viderestil', 'giv sagen videre', 'giv en sag videre'],
  whereIsMyIdea: [
    'hvor er min idé?',
    'hvor er mine idéer',
    'min idé',
    'mine idéer',
    'idéer',
    'where is my idea',
  ],
} as const;

/** What people say before a command, because they are polite. It asks for nothing by itself. */
export const manners: readonly string[] = [
  ...['hej', 'hejsa', 'halløj', 'goddag', 'godmorgen', 'kære', 'digitek', 'bot'],
  ...[
    'vil',
    'kan',
    'må',
    'kunne',
    'du',
    'jeg',
    'gerne',
    'godt',
    'lige',
    'få',
    'se',
    'at',
    'please',
  ],
  ...['vis', 'vise', 'giv', 'give', 'sig', 'mig', 'hvad', 'hvordan', 'er', 'i', 'den', 'venligst'],
];

/** And after it. */
export const thanks: readonly string[] = [
  ...['tak', 'mange', 'på', 'forhånd', 'venligst', 'please', 'hilsen', 'vh', 'mvh'],
];

/** Between "status" and the name. */
export const takenAlong: readonly string[] = ['på', 'for', 'af', 'om', 'projekt', 'projektet'];

export const welcomeWords = {
  title: 'Hej og velkommen',
  what: 'Her får du de projekter, du skal tage stilling til. Hver sag er ét kort, og du svarer med knapperne på kortet.',
  safe: 'Du kan altid spørge, før du svarer. Intet bliver besluttet, uden at nogen trykker.',
  write: 'Skriv ',
  toSee: ' for at se, hvad der venter. Skriv ',
  inDoubt: ', hvis du er i tvivl.',
  groupTitle: 'Hej chefgruppe',
  groupWhat:
    'Her kommer de projekter, chefgruppen beslutter. Hver sag er ét kort, og hver chef svarer med knapperne på kortet.',
} as const;

export const helpWords = {
  title: 'Det kan du skrive til mig',
  mine: ' viser det, der venter på dig',
  tasks: ' viser det, du skal gøre',
  statusExample: 'status digirehab',
  status: ' viser, hvor et projekt er. Skriv lidt af navnet.',
  pools: ' viser, hvad der er tilbage i puljerne',
  newIdea: ' tager 20 sekunder',
  whereIsMyIdea: ' viser, hvem der har den, og hvad der sker',
  press: ' skriver ned, hvad en journalist spørger om',
  absence: ' sætter, hvem der svarer, mens du er væk',
  handOn: ' lader team DigiTek give en sag til en anden',
  help: ' viser dette',
  cards: 'Når du skal svare på noget, sender jeg selv et kort. Du svarer på kortet.',
  stuck: 'Går noget i stå, så skriv til team DigiTek.',
  notUnderstood: 'Det forstod jeg ikke',
} as const;

export const chatButtons = {
  mine: 'Vis, hvad der venter',
  board: 'Åbn tavlen',
  economy: 'Åbn økonomien',
} as const;

export const mineWords = {
  nothing: 'Intet venter på dig',
  nothingText: 'Når du skal svare på noget, sender jeg selv et kort.',
  more: (count: number): string =>
    count === 1 ? 'Der venter 1 sag mere på dig' : `Der venter ${count} sager mere på dig`,
  moreText: 'Du finder dem alle under Til beslutning.',
} as const;

export const statusWords = {
  which: 'Hvilket projekt mener du?',
  found: (count: number, words: string): string => `Jeg fandt ${count} projekter med »${words}«.`,
  foundMany: (count: number, words: string, shown: number): string =>
    `Jeg fandt ${count} projekter med »${words}«. Her er ${shown} af dem. Skriv lidt mere af navnet, eller nummeret, for at se et af de andre.`,
  /** What tells two projects of one name apart. */
  toldApart: (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · '),
  none: 'Det projekt fandt jeg ikke',
  noneText: (words: string): string =>
    `Jeg fandt intet med »${words}«. Prøv et andet ord fra navnet, eller se på tavlen.`,
  nameMissing: 'Hvilket projekt?',
  nameMissingText: 'Skriv status og lidt af navnet, for eksempel status digirehab.',
  waitsAtGate: (gate: Gate, whom: string): string =>
    `Venter på ${gateLabels[gate].toLowerCase()} hos ${whom}`,
  waitsForMeeting: (gate: Gate): string =>
    `Venter på ${gateLabels[gate].toLowerCase()} på kvartalsstatus`,
  waitsFor: (whom: string): string => `Venter på ${whom}`,
  lacks: (gate: Gate, count: number): string =>
    count === 0
      ? `Klar til ${gateLabels[gate].toLowerCase()}`
      : `Mangler ${count === 1 ? 'én ting' : `${count} ting`} før ${gateLabels[gate].toLowerCase()}`,
  nextStep: 'Næste skridt:',
  stuck: 'Sidder fast.',
  waitedSince: (since: string, days: number): string =>
    `Har ventet siden ${weekdayText(since)} (${spanText(days)})`,
  granted: 'Bevilget',
  spent: 'Brugt',
  rest: 'Rest',
  lastDecided: 'Sidst besluttet:',
  last: (gate: Gate, choice: Parameters<typeof choicePast>[0], at: string): string =>
    `${gateLabels[gate].toLowerCase()}, ${choicePast(choice)}, ${dayYearText(at)}`,
  priority: 'Prioritet:',
  noPriority: 'ikke givet endnu',
  asOf: (at: string): string => `Som det ser ud ${momentText(at)}`,
} as const;

/** A project that somebody puts into a conversation. */
export const sharedProject = {
  lead: 'Projektleder:',
  owner: 'Projektejer:',
  line: (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · '),
  none: (words: string): string => `Ingen projekter passer på »${words}«. Prøv et andet ord.`,
  noneYet: 'Her er ingen projekter endnu.',
  noMore: 'Der er ikke flere.',
} as const;

/** What the press asks, taken down in chat. */
export const pressWords = {
  title: 'Hvad spørger pressen om?',
  what: 'Jeg sender den til projektets leder med fakta om projektet.',
  medium: 'Medie (skal udfyldes)',
  contact: 'Journalistens navn og telefon (frivillig)',
  project: 'Projekt, lidt af navnet (frivillig)',
  question: 'Spørgsmålet (skal udfyldes)',
  send: 'Send henvendelsen',
  notSent: 'Den er ikke sendt endnu',
  perhapsSent: 'Måske er den sendt',
  mediumMissing: 'Skriv, hvilket medie det er. Det andet, du skrev, er bevaret.',
  mediumLong: (longest: number): string =>
    `Navnet på mediet har plads til ${longest} tegn. Det, du skrev, er bevaret.`,
  questionMissing: 'Skriv, hvad der bliver spurgt om. Det andet, du skrev, er bevaret.',
  questionLong: (longest: number): string =>
    `Spørgsmålet har plads til ${longest.toLocaleString('da-DK')} tegn. Det, du skrev, er bevaret.`,
  doubtful: (number: string): string =>
    `Er ${number.slice(0, 2)}…${number.slice(-2)} et cpr-nummer? Er det, så fjern det. Er det ikke, så send igen.`,
  noProject: 'Det projekt fandt jeg ikke. Prøv et andet ord fra navnet, eller lad feltet stå tomt.',
  several: (titles: readonly string[]): string =>
    `Der er flere projekter med de ord: ${titles.join(' · ')}. Skriv lidt mere af navnet, eller nummeret.`,
  /** Journalist and question in the one text of the enquiry. */
  text: (question: string, contact: string): string =>
    contact === '' ? question : `${question}\n\nKontakt: ${contact}`,
  sent: 'Henvendelsen er sendt',
  kept: 'Henvendelsen er skrevet ned',
  askedLeder: (name: string): string => `Lederen har fået den: ${name}`,
  askedText: (due: string): string => `${due}. Du får besked, når lederen har svaret.`,
  noLeder: 'Ingen leder er spurgt endnu',
  noLederText: 'Team DigiTek vælger den, der skal svare pressen. Sig det til dem, hvis det haster.',
  received: 'Henvendelsen er modtaget, men ikke gemt endnu. Kortet skifter, så snart den er gemt.',
  fault: 'Jeg kunne ikke gemme den lige nu. Prøv igen om lidt. Det, du skrev, er bevaret.',
  uncertain:
    'Jeg ved ikke, om den blev gemt. Tryk igen om lidt: den skrives kun ned én gang. Det, du skrev, er bevaret.',
  notAllowed: 'Det kan kun chefer, ledere, team DigiTek og Kommunikation.',
} as const;

/** Short words in the place of a card. */
export const botFaults = {
  received:
    'Dit svar er modtaget, men ikke gemt endnu. Jeg arbejder på det. Kortet skifter, så snart svaret er gemt. Du skal ikke trykke igen.',
  uncertain: 'Jeg ved ikke, om dit svar blev gemt. Tryk igen om lidt. Et svar gælder kun én gang.',
  unknownRequest: 'Den sag findes ikke her. Intet er ændret.',
  badPress: 'Det tryk kunne jeg ikke læse. Intet er ændret. Skriv hjælp, hvis du er i tvivl.',
  fault: 'Jeg kunne ikke gøre det lige nu. Prøv igen om lidt. Intet er ændret.',
  notHere: 'Det kan DigiTek ikke her. Skriv hjælp i chatten med DigiTek, og se, hvad du kan.',
  starting: 'Jeg er lige ved at starte. Prøv igen om et øjeblik. Intet er ændret.',
} as const;
