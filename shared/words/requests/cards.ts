import type { Area, AreaId } from '#shared/domain/area.ts';
import type { PoolId } from '#shared/domain/funding.ts';
import { type Choice, type Gate, needsReason, type Outcome } from '#shared/domain/gates.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { PaperNews } from '#shared/domain/papers/now.ts';
import type { Priority } from '#shared/domain/priority.ts';
import type { RiskValue } from '#shared/domain/project.ts';
import type { Statement } from '#shared/domain/request.ts';
import type { Voice } from '#shared/domain/requestView.ts';
import type { Appetite } from '#shared/domain/risk.ts';
import type { Tek } from '#shared/domain/tek.ts';
import { dayText, momentText } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import { yearNotOpened } from '../pools.ts';
import {
  areaName,
  choicePast,
  gateLabels,
  listText,
  poolName,
  priorityNames,
  seatName,
  tekNames,
  voiceText,
} from '../words.ts';

/* What the cards say while a request is open. Receipts are in receipts.ts, the chat in server/chat.ts. */

/** "Gate 1 · Din beslutning": the only line that always changes with the state. */
export const kickers = {
  yours: (gate: Gate): string => `${gateLabels[gate]} · Din beslutning`,
  verySmall: (gate: Gate): string => `${gateLabels[gate]} · Din beslutning · Meget lille`,
  shared: (gate: Gate): string => `${gateLabels[gate]} · Jeres beslutning`,
  deputy: (gate: Gate): string => `${gateLabels[gate]} · Du er stedfortræder`,
  chefgruppe: (gate: Gate): string => `${gateLabels[gate]} · Chefgruppen beslutter`,
  asked: (gate: Gate): string => `${gateLabels[gate]} · Du har spurgt`,
  answered: (gate: Gate): string => `${gateLabels[gate]} · Nyt svar til dig`,
  said: (gate: Gate, whose = 'Du har svaret'): string => `${gateLabels[gate]} · ${whose}`,
  oneMore: (gate: Gate): string => `${gateLabels[gate]} · Ét svar mere`,
  oneMoreChoice: (gate: Gate): string => `${gateLabels[gate]} · Ét valg mere`,
  open: (gate: Gate): string => `Åben · ${gateLabels[gate]}`,
  agenda: (gate: Gate): string => `På dagsordenen · ${gateLabels[gate]}`,
  question: (gate: Gate): string => `${gateLabels[gate]} · Spørgsmål til dig`,
  received: (gate: Gate): string => `${gateLabels[gate]} · Modtaget`,
} as const;

export const questions = {
  short: 'Puljen rækker ikke. Hvad skal der ske?',
  notOpened: (year: number): string => `${yearNotOpened.title(year)}. Hvad skal der ske?`,
  shortNow: 'Puljen rækker ikke længere. Hvad skal der ske?',
  rethink: 'Nytænkning. Skal løsningen også i drift imens?',
  ask: 'Hvad vil du spørge om?',
} as const;

export const reasons = {
  mayLift: 'Du kan selv løfte det.',
  alsoOwner: 'Du er også projektejer.',
} as const;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "Omsorgs pulje", "fællespuljen", inside a sentence. */
export const poolInside = (areas: readonly Area[], pool: PoolId): string =>
  pool === 'common' ? lower(poolName(areas, pool)) : poolName(areas, pool);

const payerOf = (areas: readonly Area[], pool: PoolId): string =>
  pool === 'common' ? poolName(areas, pool) : areaName(areas, pool.slice('area:'.length));

export const moneyRows = {
  available: (areas: readonly Area[], pool: PoolId): string => `Ledig i ${poolInside(areas, pool)}`,
  cost: 'Det koster',
  costAll: 'Det koster i alt',
  pays: (areas: readonly Area[], pool: PoolId): string => `${payerOf(areas, pool)} betaler`,
  paysToo: (areas: readonly Area[], pool: PoolId): string => `${payerOf(areas, pool)} betaler selv`,
  left: 'Tilbage efter et ja',
  missing: 'Mangler',
  missingIn: (areas: readonly Area[], pool: PoolId): string =>
    `Mangler i ${poolInside(areas, pool)}`,
  runningYear: 'Drift om året',
  runningFirstYear: 'Drift første år',
  runningFour: `Drift i 4${nbsp}år`,
  budget: 'Hele budgettet',
  reserved: 'Reserveret imens',
} as const;

const recommended: Record<Outcome, string> = {
  stop: 'stop',
  investigate: 'videre',
  fastTrack: 'direkte til afprøvning',
  backToInvestigation: 'tilbage til undersøgelse',
  trial: 'afprøv',
  operate: 'i drift',
  rethink: 'nytænk',
  grant: 'bevilg pengene',
  refuse: 'sig nej',
};

export const leads = {
  recommends: 'DigiTek anbefaler:',
  benefits: 'Gevinst (0–3):',
  risk: 'Risiko:',
  operationPayer: 'Driften betales af:',
  changed: (gate: Gate): string => `Ændret siden ${lower(gateLabels[gate])}:`,
} as const;

/** "videre, høj prioritet.": the outcome first, then the priority. */
export const recommendationText = (
  outcome: Outcome | null,
  priority: Priority | null,
  lift: boolean,
): string => {
  const what = lift ? 'løft til chefgruppen' : outcome ? recommended[outcome] : '';
  const rank = priority && !lift ? `${priorityNames[priority].toLowerCase()} prioritet` : '';
  return [what, rank].filter((part) => part !== '').join(', ');
};

const leg = (name: string, value: number | null): string =>
  `${name.toLowerCase()}${nbsp}${value ?? '?'}`;

export const benefitsText = (tek: Tek): string =>
  tek.efficiency === null && tek.quality === null && tek.wellbeing === null
    ? 'ikke vurderet'
    : [
        leg(tekNames.efficiency, tek.efficiency),
        leg(tekNames.quality, tek.quality),
        leg(tekNames.wellbeing, tek.wellbeing),
      ].join(', ');

const shortRisks: Record<RiskValue, string> = {
  1: 'rutine',
  2: 'udfordring',
  3: 'kompleks',
  4: 'innovation',
};

export const riskText = (risk: RiskValue | null): string =>
  risk === null ? 'ikke vurderet.' : `${risk}${nbsp}af${nbsp}4, ${shortRisks[risk]}.`;

const overBecause: Record<Exclude<Appetite['because'], 'fits'>, string> = {
  littlePotential: 'gevinsten er lille',
  largeInvestment: 'prisen er høj',
  both: 'gevinsten er lille, og prisen er høj',
};

/**
 * Whether the appetite has room for the risk, and why: said on every gate card. Of what is inside,
 * how much there is room for is said when `full`.
 */
export const appetiteSaid = (
  appetite: Appetite | null,
  full: boolean,
): { readonly lead: string; readonly why: string } => {
  if (appetite === null)
    return { lead: '', why: 'Risikovilligheden er kendt, når gevinst og risiko er vurderet.' };
  const room = `der er plads til risiko${nbsp}${appetite.limit}.`;
  return appetite.because === 'fits'
    ? { lead: '', why: `Inden for risikovilligheden${full ? `: ${room}` : '.'}` }
    : { lead: 'Over risikovilligheden:', why: `${overBecause[appetite.because]}, ${room}` };
};

/** The way to what a card has no room for. */
export const readOn = {
  more: 'Læs mere',
  reply: 'Læs hele svaret',
  question: 'Læs hele spørgsmålet',
  comment: 'Læs hele kommentaren',
} as const;

const papers: Record<Gate, string> = {
  gate1: 'Læs idébeskrivelsen',
  gate2: 'Læs projektbeskrivelsen',
  gate3: 'Læs evalueringen',
  funding: 'Læs papiret',
};

export const paperText = (gate: Gate, minutes: number | null): string =>
  minutes === null ? papers[gate] : `${papers[gate]} (${minutes}${nbsp}min.)`;

/** What has come of the paper since the matter was sent, and what the way to it is called. */
export const paperNewsText = (news: PaperNews): { readonly said: string; readonly way: string } => {
  if (news.newer === null)
    return { said: 'Papiret er rettet, efter sagen blev sendt.', way: 'Se kladden' };
  const name = `version${nbsp}${news.newer.version}`;
  return { said: `${capital(name)} er kommet, efter sagen blev sendt.`, way: `Læs ${name}` };
};

export const changedText = (common: 'all' | 'part' | 'nothing'): string => {
  switch (common) {
    case 'all':
      return 'fællespuljen betaler nu det hele.';
    case 'part':
      return 'fællespuljen betaler nu en del.';
    case 'nothing':
      return 'andre puljer betaler nu.';
  }
};

/** What the buttons do, as far as it can't be seen from their labels. */
export const notes = {
  gate1: (ore: Ore): string =>
    ore > 0
      ? `Videre bevilger ${formatKr(ore)} nu. Stop lukker idéen og giver pengene fri.`
      : 'Videre sætter undersøgelsen i gang. Stop lukker idéen.',
  gate2: (ore: Ore): string =>
    ore > 0
      ? `Til afprøvning bevilger ${formatKr(ore)} nu. Tilbage og Stop giver pengene fri.`
      : 'Til afprøvning sætter afprøvningen i gang. Stop lukker projektet.',
  gate3: (): string =>
    'Spredning giver hvert sted sin egen start. Nytænk åbner en ny idé med det, I har lært.',
  /** What DigiTek is for (A18), where something passes into operation. */
  mandate: 'DigiTek prøver af. Driften er områdets.',
  funding: (ore: Ore): string =>
    `Et ja bevilger ${formatKr(ore)} nu. Et nej lader pengene blive i puljen.`,
  verySmall:
    'Direkte springer gate 2 over. CE, sikkerhed og databehandleraftale skal stadig være på plads.',
  lift: 'Løft lader chefgruppen beslutte. De andre svar gælder med det samme.',
  short: 'Søger du fællespuljen, er det chefgruppen, der beslutter.',
  asked: 'Du kan godt beslutte uden at vente.',
  chefs: (gate: Gate): string =>
    gate === 'funding'
      ? 'Er I enige, er det besluttet. Ellers går sagen til chefgruppen.'
      : 'Er I enige, er det besluttet. Ét stop stopper projektet. Ellers går sagen til chefgruppen.',
  chefgruppe: (statusDay: string | null): string =>
    statusDay === null
      ? 'Siger alle det samme, er det besluttet. Ellers kommer det på næste kvartalsstatus.'
      : `Siger alle det samme, er det besluttet. Ellers kommer det på kvartalsstatus ${dayText(statusDay)}.`,
} as const;

const shortNames: Partial<Record<Outcome, string>> = {
  stop: 'Stop',
  backToInvestigation: 'Tilbage',
  fastTrack: 'Direkte',
  refuse: 'Nej',
};

/** "Kommentar (skal med ved Tilbage, Stop og Spørg)": says when the field is needed. */
export const commentLabel = (gate: Gate, offered: readonly Choice[]): string => {
  if (offered.some((choice) => choice.outcome === 'fastTrack'))
    return 'Kommentar (frivillig ved Videre, ellers skal den med)';
  const needed = offered
    .filter((choice) => needsReason(gate, choice))
    .map((choice) => shortNames[choice.outcome] ?? '');
  return `Kommentar (skal med ved ${listText([...needed, 'Spørg'])})`;
};

export const fields = {
  reason: 'Begrundelse (skal udfyldes)',
  question: 'Spørgsmål (skal udfyldes)',
  optional: 'Kommentar (frivillig)',
  reply: 'Svar (skal udfyldes)',
} as const;

export const buttons = {
  backToAll: 'Tilbage til alle valg',
  change: 'Ret mit svar',
  /** A deputy, or the chef, answered in the reader's place. */
  changeOthers: 'Giv et andet svar',
  answer: 'Giv mit svar',
  sendReply: 'Send svaret',
  openProject: 'Åbn projektet',
  openAgenda: 'Åbn dagsordenen',
} as const;

/** A question to the lead, on the card of whoever asked and of the others. */
export const asked = {
  sent: 'Dit spørgsmål er sendt til projektlederen',
  sentBy: (name: string): string => `${name} har spurgt projektlederen`,
  willHear: 'Du får besked, når svaret er her.',
  openMeanwhile: 'Sagen er åben imens.',
  sentWhen: (at: string): string =>
    `${capital(momentText(at))}. Du får besked, når svaret er her. Sagen er åben imens.`,
  sentByWhen: (at: string): string => `${capital(momentText(at))}. Sagen er åben imens.`,
  reply: 'Svar fra projektlederen',
  replyTo: (name: string): string => `Svar fra projektlederen til ${name}`,
  youAsked: 'Du spurgte:',
  theyAsked: 'Spørgsmålet var:',
  repliedWhen: (at: string): string => `Svaret kom ${momentText(at)}.`,
} as const;

/** A chef's question on the lead's card. */
export const toLead = {
  asks: (name: string): string => `${name} spørger`,
  why: 'Du spørges, fordi du er projektleder. Dit svar kommer på kortet, og sagen er åben imens.',
  youReplied: 'Dit svar er sendt',
  theyWait: (name: string): string => `${name} har fået besked. Du skal ikke gøre mere.`,
  missing: 'Svaret mangler',
  missingText: 'Skriv en sætning. Den, der spurgte, får den at se.',
  alreadyReplied: 'Der er allerede svaret. Dit tryk ændrede ikke noget.',
  notYours: 'Spørgsmålet er til projektlederen. Dit tryk ændrede ikke noget.',
} as const;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Positions of several deciders. */
export const positions = {
  count: (given: number, all: number): string => `${given}${nbsp}af${nbsp}${all} har svaret`,
  who: (areas: readonly Area[], seat: AreaId, reader: 'chef' | 'deputy' | null): string =>
    `${seatName(areas, seat)}${reader === null ? '' : reader === 'chef' ? ' (dig)' : ' (du svarer)'}:`,
  /** After what the seat says, when its chef did not say it. */
  byDeputy: (name: string): string => `, svaret af ${name}`,
  waiting: 'venter på svar',
  meeting: 'tag det på mødet',
  choice: choicePast,
  waitFor: (names: readonly string[]): string =>
    `Vi venter på ${listText(names)}. Du får besked, når det er afgjort.`,
} as const;

/** What a seat has said, to whoever may answer for it: their own words, or somebody's for them. */
export const seatSaid = (
  areas: readonly Area[],
  { statement, voice, choice }: SeatSaid,
): { readonly kicker: string; readonly title: string } => {
  const seat = statement.seat === null ? '' : seatName(areas, statement.seat);
  const wish = choice === null;
  const said = wish ? '' : `: ${choicePast(choice)}`;
  const did = wish ? 'har bedt om at tage det på mødet' : 'har svaret';
  switch (voice) {
    case 'own':
      return { kicker: 'Du har svaret', title: `Du ${did}${said}` };
    case 'ownForSeat':
      return { kicker: 'Du har svaret', title: `Du ${did} på vegne af ${seat}${said}` };
    case 'forReader':
      return {
        kicker: 'Svaret på dine vegne',
        title: `${statement.byName} ${did} på dine vegne${said}`,
      };
    case 'others':
      return {
        kicker: 'Der er svaret',
        title: `${voiceText(areas, statement)} ${did}${said}`,
      };
  }
};

type SeatSaid = {
  readonly statement: Pick<Statement, 'seat' | 'onBehalf' | 'byName'>;
  readonly voice: Voice;
  /** Null: the meeting is wished. */
  readonly choice: Choice | null;
};

/** The matter waits for the meeting. */
export const meeting = {
  title: (statusDayWeekday: string): string =>
    statusDayWeekday === ''
      ? 'Tages op på næste kvartalsstatus'
      : `Tages op på kvartalsstatus ${statusDayWeekday}`,
  wished: (name: string): string =>
    `${name} vil gerne tale om det på mødet. Sagen er åben, og ingen skal gøre mere nu.`,
  differ: 'I svarede forskelligt. Sagen er åben, og ingen skal gøre mere nu.',
  agenda: (name: string): string =>
    `${name} har sat sagen på dagsordenen. Sagen er åben, og ingen skal gøre mere nu.`,
} as const;

/** The small card that asks for what an answer lacks. */
export const lacking = {
  nothingYet: 'Intet er besluttet endnu.',
  reasonMissing: 'Begrundelsen mangler',
  questionMissing: 'Spørgsmålet mangler',
  writeOne: 'Skriv en sætning. Projektlederen får den at se.',
  rethink: 'Vi åbner en ny idé, der tager erfaringerne med. Intet er besluttet endnu.',
} as const;

/** Box over the field after an answer that was not stored. */
export const notStored = {
  title: (label: string): string => `Dit »${label}« er ikke gemt`,
  poolShort:
    'Pengene er brugt eller reserveret af andre, siden kortet blev sendt. Din kommentar er bevaret.',
  tooLong: 'Teksten er for lang',
  tooLongText: (longest: number): string =>
    `Der er plads til ${longest} tegn. Din tekst er bevaret.`,
  fault: 'Dit svar er ikke gemt',
  faultText:
    'Jeg kunne ikke gemme dit svar lige nu. Prøv igen om lidt. Intet er ændret, og din tekst er bevaret.',
} as const;

/** The lists did not say whether they took it: a second press is safe, because one counts. */
export const uncertain = {
  title: 'Jeg ved ikke, om dit svar blev gemt',
  text: 'Tryk igen om lidt. Et svar gælder kun én gang, og din tekst er bevaret.',
} as const;

/** A press whose storing takes longer than Teams waits. */
export const received = {
  title: 'Dit svar er modtaget, men ikke gemt endnu',
  text: 'Jeg arbejder på det. Kortet skifter, så snart svaret er gemt. Du skal ikke trykke igen.',
} as const;
