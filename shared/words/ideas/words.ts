import type { Area } from '#shared/domain/area.ts';
import type { Decider } from '#shared/domain/decider.ts';
import type {
  Declined,
  IdeaAsked,
  IdeaStanding,
  IdeaWhere,
} from '#shared/domain/ideas/standing.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { daysFrom, spanText, weekdayText } from '../dates.ts';
import { gateLabels, listText, seatName } from '../words.ts';
import { followWords } from './follow.ts';

/* What whoever gives an idea reads of it, in chat. */

const team = 'team DigiTek';

export const ideaForm = {
  kicker: 'Tager 20 sekunder',
  title: 'Ny idé',
  what: 'Hvad går idéen ud på?',
  why: 'Hvorfor er den god? (frivilligt)',
  area: 'Område',
  across: 'På tværs, eller ved ikke',
  note: 'Du kan skrive videre, indtil DigiTek tager idéen. Skriv ikke om borgere ved navn.',
  send: 'Send idéen',
  notSent: 'Idéen er ikke sendt endnu',
  perhapsSent: 'Vi ved ikke, om idéen er gemt',
  missing: 'Skriv et par ord om, hvad idéen går ud på.',
  tooLong: (longest: number): string => `Der er plads til ${longest} tegn i hvert felt.`,
  fault: 'Listen svarede ikke. Intet er gemt. Prøv igen om lidt.',
  uncertain: 'Tryk igen om lidt. Idéen kommer kun ind én gang.',
  received: 'Modtaget. Idéen er på vej ind.',
  notAllowed: 'Du kan ikke sende idéer herfra.',
} as const;

/** A message in Teams that becomes an idea. */
export const messageIdea = {
  title: 'Gør beskeden til en idé',
  keepsLink: 'Linket til beskeden bliver gemt sammen med idéen.',
  hidNumbers: 'Vi har sat prikker i stedet for et tal',
  hidNumbersText:
    'Et tal i beskeden ligner et CPR-nummer. Se teksten igennem, og slet det, der handler om en borger.',
  empty: 'Der står ikke noget i beskeden, vi kan bruge',
  emptyText: 'Skriv selv, hvad idéen går ud på.',
  known: 'Beskeden er allerede en idé',
  knownBy: (name: string, when: string): string =>
    name === '' ? when : `Givet af ${name}. ${when}`,
  another: 'Har du en anden idé, så skriv ny idé i chatten med DigiTek.',
  open: 'Se idéen',
} as const;

export const ideaReceipt = {
  kicker: '✓ Modtaget · Ny idé',
  title: 'DigiTek har fået din idé',
  next: 'Først ser DigiTek, om det er et køb eller et projekt.',
  writeOn: 'Skriv videre på idéen',
  whereIsIt: 'Hvor er min idé?',
} as const;

const kickers: Record<IdeaWhere['type'], string> = {
  received: 'Modtaget',
  taken: 'DigiTek har taget den',
  shelf: 'Venter på tur',
  asked: 'Der er spurgt',
  underway: 'Blev til et projekt',
  operating: 'I drift',
  closed: 'Afsluttet',
  stopped: 'Stoppet',
};

export const ideaKicker = ({ where, follows }: IdeaStanding): string =>
  `${follows ? followWords.follows : 'Din idé'} · ${kickers[where.type]}`;

const deciders = (areas: readonly Area[], { type, seats }: Decider): string =>
  type === 'chefgruppe' ? 'chefgruppen' : listText(seats.map((seat) => seatName(areas, seat)));

/** Whoever is asked, by name or seat. */
export const askedWhom = (areas: readonly Area[], asked: IdeaAsked): string =>
  asked.type === 'gate' ? deciders(areas, asked.decider) : asked.whom;

const underway: Record<Phase, string> = {
  idea: 'Den beskrives nu',
  investigation: 'Den undersøges nu',
  trial: 'Den afprøves nu',
  operation: 'Den er i drift',
  spread: 'Den er i drift og spredes',
};

const declinedText = ({ byName, kind }: Declined): string =>
  kind === 'no' ? `${byName} sagde nej, og den ligger i backlog` : `${byName} sagde: ikke nu`;

/** Who has it, in one line. */
export const ideaHeadline = (areas: readonly Area[], { where, project }: IdeaStanding): string => {
  switch (where.type) {
    case 'received':
      return `Den er hos ${team}`;
    case 'taken':
      return `Den er hos ${project.leadName || team}`;
    case 'shelf':
      if (where.declined) return declinedText(where.declined);
      return where.shelf === 'backlog' ? 'Den ligger i backlog' : 'Den står i pipeline';
    case 'asked':
      return `Den er hos ${askedWhom(areas, where.asked)}`;
    case 'underway':
      return underway[where.phase];
    case 'operating':
      return underway[project.phase === 'spread' ? 'spread' : 'operation'];
    case 'closed':
      return 'Den er afsluttet';
    case 'stopped':
      return 'Den er stoppet';
  }
};

/** "Siden torsdag 19. november (10 dage)". */
export const ideaSince = ({ since }: IdeaStanding, at: string): string => {
  const days = daysFrom(since, at);
  return days === 0 ? 'Siden i dag' : `Siden ${weekdayText(since)} (${spanText(days)})`;
};

const intake: Partial<Record<StepCode, string>> = {
  purchaseOrProject: 'er det et køb eller et projekt?',
  blockers: 'er der noget i vejen, eller findes den allerede?',
  interest: 'vil en leder eller en chef have den?',
  firstPriority: 'hvor vigtig er den for chefen?',
  ownerAppointed: 'hvem skal eje den?',
  leadAppointed: 'hvem skal lede den?',
};

const papers: Partial<Record<Phase, string>> = {
  idea: 'idébeskrivelsen',
  investigation: 'projektbeskrivelsen',
  trial: 'evalueringen',
};

const led = (name: string): string => (name === '' ? '' : ` Den har ${name}.`);

const answers = ({ type, gate }: IdeaAsked): string => {
  switch (type) {
    case 'owner':
      return 'projektejeren siger, om papiret holder.';
    case 'chef':
      return `chefen kommenterer og vælger pulje før ${gateLabels[gate].toLowerCase()}.`;
    case 'interest':
      return 'de siger, om idéen skal videre, og hvem der ejer den.';
    case 'purchase':
      return 'de siger, om det skal købes.';
    case 'gate':
      return `${gateLabels[gate].toLowerCase()}. De siger, om den skal videre.`;
  }
};

/** What comes next; '' when nothing does. */
export const ideaNext = ({ where, project }: IdeaStanding): string => {
  switch (where.type) {
    case 'received':
    case 'taken':
      return (where.next && intake[where.next]) ?? 'idéen beskrives.';
    case 'shelf':
      return `${team} tager den op, når der er plads.`;
    case 'asked':
      return answers(where.asked);
    case 'underway':
      return where.nextStep === ''
        ? `${papers[where.phase] ?? 'driften'}.${led(project.leadName)}`
        : `${where.nextStep}.${led(project.leadName)}`;
    case 'operating':
      return 'gevinsten følges.';
    case 'closed':
    case 'stopped':
      return '';
  }
};

export const ideaWords = {
  next: 'Næste skridt:',
  why: 'Hvorfor:',
  writeOn: 'Du kan stadig skrive videre på den.',
  others: 'Dine andre idéer:',
  more: (count: number): string => `og ${count} til`,
  open: 'Åbn idéen',
  none: 'Du har ingen idéer hos os endnu',
  noneText: 'Har du én, tager det 20 sekunder at skrive den.',
  newIdea: 'Skriv en ny idé',
} as const;
