import type { Area } from '#shared/domain/area.ts';
import type { PointFacts } from '#shared/domain/quarter/facts.ts';
import type { AgendaSection } from '#shared/domain/quarter/order.ts';
import type { QuarterId, QuarterState } from '#shared/domain/quarter/quarter.ts';
import type { PlanRefusal } from '#shared/domain/quarter/rules.ts';
import { dayText, dayYearText, momentText, weekdayText } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import { lateVisitText, visitsLateText, yearBehindText } from '../visits/late.ts';
import { areaName, choicePast, gateLabels, listText, priorityNames } from '../words.ts';
import { countText } from './words.ts';

export const planRefusals: Record<PlanRefusal['type'], string> = {
  notAllowed: 'Det er konsulenterne, der planlægger kvartalsstatus.',
  notADay: 'Vælg en dag.',
  past: 'Dagen er gået. Vælg en, der kommer.',
  notAWorkday: 'Den dag er der lukket. Vælg en hverdag.',
  changed: 'En anden har rettet dagene imens. Prøv igen.',
};

export const sectionTitles: Record<AgendaSection, string> = {
  decide: 'Skal besluttes',
  money: 'Prioritet og penge',
  follow: 'Skal følges op',
};

export const quarterPageWords = {
  unknown: 'Der er ingen kvartalsstatus den dag.',
  nav: 'Kvartalsstatus',
  digitek: 'DigiTek-møde',
  waiting: 'Henter kvartalsstatus',
  tabs: 'Møder',
  title: (id: QuarterId): string => `Kvartalsstatus ${dayText(id)}`,
  none: 'Ingen kvartalsstatus er planlagt',
  noneText: 'Vælg en dag, så bliver dagsordenen til af det, der venter.',
  noneTextOthers: 'DigiTek planlægger den. Du får besked.',
  nothing: 'Intet venter. Mødet kan aflyses.',
  plan: 'Planlæg kvartalsstatus',
  ownMissing: (count: number): string =>
    count === 1 ? 'Dit svar mangler' : `${count}${nbsp}af dine svar mangler`,
  answerNow: 'Svar nu',
  reschedule: 'Flyt mødet',
  rescheduleText: 'Cheferne får én besked om den nye dag. Dagsordenen følger med.',
  newDay: 'Ny dag',
  movedFrom: (day: string): string => `Flyttet fra ${weekdayText(day)}`,
  movedAway: (day: string): string =>
    `Et møde, der var sat til denne dag, er flyttet til ${weekdayText(day)}`,
  day: 'Dag',
  save: 'Gem',
  cancel: 'Fortryd',
  others: 'Andre møder',
  points: (count: number): string => countText(count, 'punkt', 'punkter'),
  minutesOf: (minutes: number, all: number): string => `${minutes} af ${all}${nbsp}minutter`,
  over: (minutes: number): string => `${minutes}${nbsp}min. for meget`,
  notReadyCount: (count: number): string =>
    count === 1 ? '1 sag er ikke klar' : `${count} sager er ikke klar`,
  begin: 'Start mødet',
  resume: 'Til mødet',
  send: 'Send dagsordenen',
  sendAgain: 'Send rettelse',
  sentAt: (at: string): string => `Sendt ${momentText(at)}`,
  changedSince: 'Dagsordenen er ændret siden.',
  pack: 'Dagsordenen',
  packWhen: (id: QuarterId): string => `Send den en uge før, senest ${weekdayText(id)}.`,
  word: 'Hent i Word',
  slides: 'Hent som slides',
  sinceLast: (day: QuarterId): string => `Hvad er der sket siden ${dayText(day)}?`,
  who: 'Hvem får den',
  away: (names: readonly string[]): string => `${listText(names)} svarer på vegne af`,
  noChef: 'Ingen chef lige nu',
  director: 'Direktøren kan læse med.',
  notReady: 'Ikke klar til mødet',
  lacks: (count: number): string =>
    count === 0 ? 'mangler kun at blive sendt' : `mangler ${countText(count, 'ting', 'ting')}`,
  add: 'Tilføj punkt',
  addTitle: 'Hvad er punktet?',
  minutes: 'Minutter',
  hint: 'Træk et punkt i prikkerne, brug knapperne, eller hold Alt og brug pil op og ned.',
  up: (title: string): string => `Flyt ${title} op`,
  down: (title: string): string => `Flyt ${title} ned`,
  remove: (title: string): string => `Tag ${title} af`,
  drag: 'Træk for at flytte',
  minutesFor: (title: string): string => `Minutter til ${title}`,
  moved: (place: number, all: number): string => `Flyttet til punkt ${place} af ${all}`,
  // The meeting itself.
  of: (place: number, all: number): string => `${place} af ${all}`,
  used: (minutes: number, all: number): string => `${minutes} af ${all}${nbsp}min. brugt`,
  end: 'Slut mødet',
  endSure: 'Slut mødet, og send referatet til godkendelse?',
  leave: 'Til dagsordenen',
  minutesTitle: 'Referat',
  selfWriting: 'skriver sig selv',
  present: 'Til stede',
  line: 'Tilføj en linje',
  addLine: 'Skriv',
  next: 'Næste punkt',
  previous: 'Forrige punkt',
  nextIs: 'Næste',
  staysOpen: 'Uden beslutning bliver sagen stående åben.',
  last: 'Det var det sidste punkt.',
  agree: (said: string): string => `Alle siger: ${said}`,
  differ: 'Svarene er forskellige',
  someSaid: (given: number, all: number): string => `${given} af ${all} har svaret`,
  cost: 'Pris',
  benefits: 'Gevinster',
  risk: 'Risiko',
  priority: 'Prioritet',
  waited: 'Har ventet',
  recommends: 'DigiTek anbefaler',
  noRecommendation: 'Ingen anbefaling endnu.',
  before: 'Før',
  after: 'Efter',
  left: 'tilbage',
  sayWhy: 'Hvorfor?',
  sayWhyOptional: 'Kommentar (frivillig)',
  against: (name: string): string => `${name} svarede noget andet. Hvorfor? Det står i referatet.`,
  againstHint: 'De kan også rette svaret på deres eget kort.',
  decide: 'Beslut',
  onlyChefs: 'Beslutningen skrives af en chef eller en konsulent.',
  decided: (said: string): string => `Besluttet: ${said}`,
  takenBack: 'Sagen er trukket tilbage.',
  change: 'Ret svar',
  readPaper: 'Læs papiret',
  openProject: 'Åbn projektet',
  setPriority: (title: string): string => `Prioritet for ${title}`,
  recommended: (priority: string): string => `DigiTek anbefaler ${priority.toLowerCase()}`,
  follow: (priority: string): string => `Beslut ${priority.toLowerCase()}`,
  isDecided: (priority: string): string => `Besluttet: ${priority.toLowerCase()}`,
  // The minutes.
  version: (version: number): string => `Version ${version}`,
  approvals: 'Godkendelser',
  approvedAt: (at: string): string => `Godkendt ${dayYearText(at)}`,
  waits: 'Venter',
  proposals: 'Forslag til rettelser',
  correct: 'Ret referatet',
  correctPoint: 'Punkt',
  correctText: 'Rettelse',
  correctRule: 'Rettelsen kommer som en ny linje, og alle bliver spurgt igen.',
  approve: 'Godkend referatet',
  propose: 'Foreslå rettelse',
  proposeText: 'Hvad skal rettes?',
  inDocuments: 'Åbn i Dokumenter',
  saved: 'Gemt',
  youSigned: 'Du har godkendt.',
  youProposed: 'Du har foreslået en rettelse.',
  states: {
    planned: 'Planlagt',
    under: 'Mødet er i gang',
    over: 'Venter på godkendelse',
    signed: 'Godkendt af alle',
  } satisfies Record<QuarterState, string>,
} as const;

/** How the year goes, and then each visit that is late. */
export const visitLines = (
  { late, behind }: Pick<Extract<PointFacts, { type: 'visits' }>, 'late' | 'behind'>,
  areas: readonly Area[],
): readonly string[] => [
  ...behind.map((year) => yearBehindText(year, areas)),
  ...late.map(lateVisitText),
];

/** Under a point: where it stands. */
export const pointText = (facts: PointFacts, areas: readonly Area[]): string => {
  switch (facts.type) {
    case 'request': {
      const money = facts.askOre > 0 ? [formatKr(facts.askOre)] : [];
      return [areaName(areas, facts.area), gateLabels[facts.gate], ...money].join(' · ');
    }
    case 'priorities':
      return facts.projects
        .slice(0, 3)
        .map(({ title, recommended }) => `${title}: ${priorityNames[recommended].toLowerCase()}`)
        .join(' · ');
    case 'pools': {
      const left = facts.pools.reduce((sum, { availableOre }) => sum + availableOre, 0);
      return `${formatKr(left)} tilbage i ${facts.year}`;
    }
    case 'stuck': {
      const [first] = facts.projects;
      return first ? `Længst: ${first.title}` : '';
    }
    case 'reports':
      return facts.projects
        .slice(0, 3)
        .map(({ title }) => title)
        .join(' · ');
    case 'benefits':
      return `${facts.measured.length} målt siden sidst, ${facts.missing.length} mangler måling`;
    case 'visits':
      return visitLines(facts, areas).slice(0, 4).join(' · ');
    case 'stories':
      return `${countText(facts.stories, 'historie', 'historier')} og ${countText(facts.articles, 'artikel', 'artikler')} i år`;
    case 'heard':
      return facts.decisions
        .slice(0, 3)
        .map(({ title }) => title)
        .join(' · ');
    case 'own':
      return '';
  }
};

/** Beside a point: why it is here. */
export const pointWhy = (facts: PointFacts, areas: readonly Area[]): string => {
  switch (facts.type) {
    case 'request':
      return requestWhy(facts, areas);
    case 'priorities':
      return 'Chefgruppen beslutter';
    case 'pools': {
      const short = facts.pools.filter(({ availableOre }) => availableOre < 0);
      const [first] = short;
      return first ? `${first.title} mangler ${formatKr(-first.availableOre)}` : '';
    }
    case 'reports':
    case 'stuck':
      return countText(facts.projects.length, 'projekt', 'projekter');
    case 'visits':
      return visitsLateText(facts.late, facts.behind);
    case 'heard':
      return 'Til orientering';
    default:
      return '';
  }
};

const requestWhy = (
  facts: Extract<PointFacts, { type: 'request' }>,
  areas: readonly Area[],
): string => {
  if (facts.why === 'ended') return 'Besluttet';
  if (facts.why === 'differ') return 'Svarene er forskellige';
  if (facts.why === 'wish') return `${facts.by} vil tage det på mødet`;
  if (facts.answered === 0) return 'Ingen har svaret endnu';
  const missing = listText(facts.missing.map((seat) => areaName(areas, seat)));
  return `${facts.answered} af ${facts.seats} har svaret · ${missing} mangler`;
};

/** What the chefgruppe said in writing, of one project. */
export const heardText = ({
  title,
  gate,
  choice,
}: Extract<PointFacts, { type: 'heard' }>['decisions'][number]): string =>
  `${title}, ${gateLabels[gate]}: ${choice ? choicePast(choice) : ''}`;
