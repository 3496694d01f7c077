import type { Area } from '#shared/domain/area.ts';
import type { Became, BoardProject, WaitingFor } from '#shared/domain/board.ts';
import type { DropRefusal } from '#shared/domain/boardDrop.ts';
import type { Gate } from '#shared/domain/gates.ts';
import type { Stuck } from '#shared/domain/stuck.ts';
import { daysText, timeText, weekOf } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import { spreadText } from '../spread/words.ts';
import {
  areaName,
  gateLabels,
  phaseNames,
  priorityNames,
  seatName,
  statusNames,
} from '../words.ts';
import { reachWords } from './reach.ts';

/* What the board says. */

export const boardWords = {
  product: 'DigiTek Portefølje',
  asBoard: 'Vis som tavle',
  asList: 'Vis som liste',
  shownAs: 'Vis som',
  place: 'Fase',
  person: 'Person',
  ended: 'Afsluttede og stoppede',
  newIdea: 'Ny idé',
  search: 'Søg i projekter',
  area: 'Område',
  type: 'Type',
  origin: 'Kommer fra',
  originShort: 'Fra',
  from: (origin: string): string => `Fra ${origin}`,
  priority: 'Prioritet',
  view: 'Visning',
  filter: 'Filter',
  searchAndFilter: 'Søg og filtrér',
  across: 'På tværs',
  mandatory: 'SKAL',
  noPool: 'ingen pulje',
  atMeeting: 'på mødet',
  loading: 'Henter tavlen',
  emptyColumn: 'Ingen projekter her lige nu',
  emptyFilter: 'Intet passer.',
  atGate: 'venter ved en gate',
  stuck: 'sidder fast',
  clearFilter: 'Ryd filter',
  seeWhich: 'Se hvilke',
  nobodyWaits: 'Ingen venter',
  phases: 'Faser',
  keys: 'Taster',
  singleKeys: 'Brug enkelte taster som genveje',
  shelf: 'Idébank, backlog og pipeline',
  backToBoard: 'Tilbage til tavlen',
  open: 'Åbn projektet',
  openRequest: 'Se sagen ved gaten',
  tryAgain: 'Prøv igen',
  cannotFetch: 'Vi kan ikke hente tavlen lige nu',
  cannotFetchPage: 'Vi kan ikke hente siden lige nu',
  close: 'Luk',
} as const;

export const viewNames = {
  all: 'Alle',
  waiting: 'Venter på svar',
  mine: 'Mine',
  common: 'Fællespuljen',
  stuck: 'Sidder fast',
} as const;

export const projectsText = (count: number): string =>
  `${count}${nbsp}${count === 1 ? 'projekt' : 'projekter'}`;

/** "9 projekter", or "3 af 9" while something is filtered away. */
export const columnCountText = (
  shown: number,
  total: number,
): { readonly figure: string; readonly rest: string; readonly tight: string } =>
  shown === total
    ? { figure: String(total), rest: total === 1 ? 'projekt' : 'projekter', tight: '' }
    : { figure: String(shown), rest: `af ${total}`, tight: `af ${total}` };

export const sumWords = { ask: 'Næste fase', budget: 'Hele budgettet' } as const;

/** A card's one amount: the next phase's price, or the whole budget and that it is the whole. */
export const amountText = ({ askOre, budgetOre }: BoardProject): string => {
  if (askOre !== undefined) return formatKr(askOre);
  return budgetOre === undefined ? '' : `budget ${formatKr(budgetOre)}`;
};

export const queueText = (count: number): string => `${count} venter`;

export const moreText = (count: number): string => `+ ${count} mere`;

/** "Gate 2: 2 venter på svar", the banner on a phone. */
export const bannerText = (gate: Gate, count: number): string =>
  count === 0
    ? `${gateLabels[gate]}: ingen venter`
    : `${gateLabels[gate]}: ${count} venter på svar`;

export const updatedText = (asOf: string): string => `opdateret ${timeText(asOf)}`;

/** Said when nothing new can be fetched; the age is what matters. */
export const staleText = (asOf: string): string =>
  `Vi kan ikke hente nyt lige nu. Du ser tallene fra ${timeText(asOf)}.`;

export const asideText = (count: number): string => `Kan ikke læses: ${count}`;

type AtGate = Extract<WaitingFor, { type: 'gate' }>;

/** Whom a gate waits for: the group, the one chef, or how many of several are left. */
export const deciderShortText = (
  waiting: AtGate,
  areas: readonly Area[],
  short = false,
): string => {
  if (waiting.decider === 'chefgruppe') return 'Chefgruppen';
  const seats = waiting.pending.length > 0 ? waiting.pending : waiting.seats;
  const [first] = seats;
  if (seats.length === 1 && first !== undefined)
    return short ? areaName(areas, first) : seatName(areas, first);
  return `${seats.length} chefer`;
};

const days = (count: number, short: boolean): string =>
  short ? `${count}${nbsp}d.` : daysText(count);

const gateTail = (waiting: AtGate, waited: number, short: boolean): string => {
  if (waiting.meeting) return boardWords.atMeeting;
  if (waiting.unreached) return reachWords.cannot;
  const answered = waiting.seats.length - waiting.pending.length;
  return answered > 0 && !short
    ? `${answered} af ${waiting.seats.length} · ${days(waited, true)}`
    : days(waited, short);
};

/** "nu afprøvning": what a card of another day has become since. */
export const becameText = (became: Became): string => {
  switch (became.type) {
    case 'phase':
      return `nu ${phaseNames[became.phase].toLowerCase()}`;
    case 'status':
      return `nu ${statusNames[became.status].toLowerCase()}`;
    case 'priority':
      return became.priority === null
        ? 'nu uden prioritet'
        : `nu ${priorityNames[became.priority].toLowerCase()} prioritet`;
  }
};

export type WaitSaid = { readonly who: string; readonly rest: string };

/** The card's last line: what the project waits for, and how long. */
export const waitText = (
  waiting: WaitingFor | undefined,
  areas: readonly Area[],
  waited: number,
  short: boolean,
): WaitSaid | null => {
  if (!waiting) return null;
  switch (waiting.type) {
    case 'gate':
      return {
        who: deciderShortText(waiting, areas, short),
        rest: gateTail(waiting, waited, short),
      };
    case 'somebody':
      return { who: waiting.whom, rest: days(waited, short) };
    case 'spread':
      return { who: spreadText(waiting.started, waiting.total), rest: '' };
    case 'step':
      return {
        who: waiting.text,
        rest: waiting.due === undefined || short ? '' : dueText(waiting.due),
      };
    case 'missing':
      return {
        who:
          waiting.count === 0
            ? `Klar til ${gateLabels[waiting.gate]}`
            : `${waiting.count} mangler til ${gateLabels[waiting.gate]}`,
        rest: '',
      };
  }
};

/** What keeps a project that sits, where that is another thing than what it waits for. */
export const stuckText = (stuck: Stuck, days: number, short: boolean): WaitSaid | null => {
  const { why, whose } = stuck;
  const rest = short ? `${days}${nbsp}d.` : daysText(days);
  switch (why) {
    case 'gate':
    case 'somebody':
      return null;
    case 'question':
      return { who: whose === undefined ? 'Ubesvaret spørgsmål' : `Spørgsmål til ${whose}`, rest };
    case 'phase':
      return { who: 'Uden bevægelse', rest };
  }
};

type Waits = Pick<BoardProject, 'waitingFor' | 'stuck' | 'became'>;

/** The card's last line: what it has become, what keeps it when it sits, else what it waits for. */
export const cardWaitText = (
  { waitingFor, stuck, became }: Waits,
  areas: readonly Area[],
  waited: number,
  short: boolean,
): WaitSaid | null =>
  became
    ? { who: becameText(became), rest: '' }
    : ((stuck && stuckText(stuck, waited, short)) ?? waitText(waitingFor, areas, waited, short));

/** "uge 40" for a day in the plan. */
const dueText = (due: string): string => `uge${nbsp}${weekOf(due)}`;

const waitSpoken = (
  { waitingFor: waiting, stuck, became }: Waits,
  areas: readonly Area[],
  waited: number,
): string => {
  if (became) return becameText(became);
  const other = stuck && stuckText(stuck, waited, false);
  if (other) return `${other.who}, ${other.rest}`;
  const said = waitText(waiting, areas, waited, false);
  if (!waiting || !said) return '';
  const tail = [said.who, said.rest].filter((part) => part !== '').join(', ');
  if (waiting.type === 'gate') return `venter ved ${gateLabels[waiting.gate]} på ${tail}`;
  return waiting.type === 'somebody' ? `venter på ${tail}` : tail;
};

/** A card read aloud: title, area, amount, what it waits for, TEK, risk. */
export const cardName = (project: BoardProject, areas: readonly Area[], waited: number): string =>
  [
    project.title,
    areaName(areas, project.area),
    project.type === 'skal' ? boardWords.mandatory : '',
    project.priority ? `prioritet ${priorityNames[project.priority].toLowerCase()}` : '',
    project.askOre === undefined ? '' : `næste fase ${formatKr(project.askOre)}`,
    project.budgetOre === undefined ? '' : `hele budgettet ${formatKr(project.budgetOre)}`,
    project.stuck ? boardWords.stuck : '',
    waitSpoken(project, areas, waited),
    project.tek
      ? `effektivitet ${project.tek[0]}, kvalitet ${project.tek[1]}, trivsel ${project.tek[2]}`
      : '',
    project.risk === undefined ? '' : `risiko ${project.risk}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

/** Why a card stays where it was, in a sentence. */
export const dropText = (title: string, refusal: DropRefusal): string => {
  switch (refusal.type) {
    case 'backwards':
      return `»${title}« kan ikke flyttes tilbage. En gate fører kun fremad.`;
    case 'notNext':
      return `»${title}« skal først igennem ${gateLabels[refusal.gate]}. Slip kortet på den dør, eller vælg den i kortets menu.`;
    case 'noGates':
      return `»${title}« har ingen gates. Det flyttes videre på projektets egen side.`;
    case 'notUnderway':
      return `»${title}« er ikke i gang, så det kan ikke flyttes på tavlen.`;
  }
};

/** "Chefgruppen 15 dage · Chef, Omsorg 4 dage" under the gate's banner. */
export const queueLine = (said: readonly WaitSaid[]): string =>
  said.map((one) => `${one.who} ${one.rest}`.trim()).join(' · ');

export const keyList: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'Søg'],
  ['1 – 4', 'Gå til en fase'],
  ['G og så 1 – 3', 'Gå til en gates kø'],
  ['Pile', 'Gå mellem kort og faser'],
  ['Enter', 'Åbn projektet'],
  ['M', 'Åbn kortets menu'],
  ['F', 'Gå til filtrene'],
  ['V', 'Gå til visningerne'],
  ['N', 'Skriv en ny idé'],
  ['?', 'Se tasterne'],
  ['Esc', 'Tilbage til kortet'],
];

export const ideaWords = {
  title: 'Ny idé',
  intro: 'Skriv kort, hvad idéen er. Resten kan komme senere.',
  name: 'Navn',
  nameHint: 'Højst 48 tegn, så hele navnet kan ses på tavlen',
  purpose: 'Formål i én sætning',
  purposeHint: 'Hvem får det bedre, og hvordan?',
  area: 'Område',
  save: 'Gem idéen',
  cancel: 'Luk uden at gemme',
  nameMissing: 'Skriv et navn.',
} as const;

export const asideWords = {
  title: 'Rækker, der ikke giver mening',
  intro:
    'Disse rækker i SharePoint-listerne giver ikke mening endnu. En række, der ikke kan læses, er ikke med på tavlen; et projekt, der er flyttet uden beslutning, står, som det stod. Ret dem i listen, så går det i orden af sig selv.',
  none: 'Alle rækker kan læses.',
  list: 'Liste',
  item: 'Række',
  field: 'Felt',
  problem: 'Hvad er galt',
} as const;

const asideProblems: Readonly<Record<string, string>> = {
  missing: 'Feltet er tomt og må ikke være det',
  notText: 'Der står ikke en tekst',
  tooLong: 'Teksten er for lang',
  notNumber: 'Der står ikke et tal',
  notInstant: 'Der står ikke et tidspunkt',
  notDay: 'Der står ikke en dato',
  notChoice: 'Værdien er ikke en af de mulige',
  notJson: 'Indholdet er ikke til at læse',
  outOfRange: 'Tallet er for stort eller for lille',
  duplicate: 'En anden række har samme nøgle',
  noDecision:
    'Rettet i listen, men ingen har besluttet det. Projektet står, som det stod. Sæt feltet tilbage',
  byHand:
    'Skrevet i listen af en person. Kun et svar i Teams eller i fanen tæller, så sagen er stadig åben. Slet rækken',
  editedByHand:
    'Rettet i listen af en person. Her gælder det, der blev svaret. Sæt rækken tilbage fra versionshistorikken',
  requestOpen: 'En anmodning venter på svar, og med det, der står nu, kan ingen spørges',
};

/** What is wrong with a row, in words; a code nobody has words for as it is. */
export const asideProblemText = (problem: string): string => asideProblems[problem] ?? problem;

export const outsideWords = {
  title: 'Åbn DigiTek Portefølje i Teams',
  noParent:
    'Siden er åbnet direkte i en browser, så vi kan ikke se, hvem du er. Teams giver os det, når du åbner den derfra.',
  silent:
    'Vi fik ikke svar fra Teams, så vi kan ikke se, hvem du er. Prøv at indlæse siden igen inde i Teams.',
  steps: [
    'Åbn Microsoft Teams.',
    'Find DigiTek Portefølje under Apps i venstre side.',
    'Vælg fanen Tavle eller Til beslutning.',
  ],
  missing: 'Kan du ikke finde appen? Så spørg en digitaliseringskonsulent i team DigiTek.',
  again: 'Prøv igen',
} as const;

/** In a card's menu: the way to where the gate is sent. */
export const sendToText = (gate: Gate): string => `Send til ${gateLabels[gate]}`;
