import type { Area } from '#shared/domain/area.ts';
import type { Field } from '#shared/domain/fieldRights.ts';
import type { PoolId } from '#shared/domain/funding.ts';
import type { Gate } from '#shared/domain/gates.ts';
import type { Priority } from '#shared/domain/priority.ts';
import type { Project } from '#shared/domain/project.ts';
import { choiceOf, type Decision } from '#shared/domain/request.ts';
import { daysText, shortDayText } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import {
  areaName,
  choiceName,
  endingNames,
  gateLabels,
  originNames,
  outcomeNames,
  phaseNames,
  poolName,
  priorityNames,
  riskDriverNames,
  statusNames,
  tekNames,
  typeNames,
} from '../words.ts';
import { effectWords, focusNames, skalWords } from './effect.ts';
import { attentionNames, profileWords, spreadNames, timeHorizonNames } from './profile.ts';
/* What the project page says. */

export const projectWords = {
  board: 'Tavle',
  now: 'Nu',
  next: 'Næste',
  nothingNow: 'Ingen venter på noget lige nu',
  nothingNext: 'Næste skridt er ikke skrevet endnu',
  ready: 'klar',
  allReady: 'Alt er klar',
  showReady: (count: number): string => `Vis ${count} mere, der er klar`,
  hideReady: 'Vis færre',
  phaseSteps: 'Trin i fasen',
  otherSteps: 'Øvrige trin i fasen',
  tick: 'Sæt flueben',
  writeDown: 'Skriv ned',
  untick: 'Fjern flueben',
  openPaper: 'Åbn',
  givePaper: 'Sæt link ind',
  goTo: 'Udfyld',
  /** Where the work of a step is done. */
  chainStep: {
    open: 'Åbn effektkæden',
    questions: 'Svar på syv spørgsmål',
    again: 'Se på effektkæden igen',
    benefits: 'Se gevinsterne',
  },
  link: 'Link til papiret',
  linkHint: 'Begynder med https',
  version: 'Version',
  minutes: 'Minutter at læse',
  how: 'Hvordan blev det sagt?',
  howMissing: 'Skriv, hvordan det blev sagt. En sætning er nok.',
  howSaid: (by: string, how: string): string => (how === '' ? by : `${by}: ${how}`),
  howHint: 'For eksempel: på mødet den 3. marts',
  savePaper: 'Gem papiret',
  noArea: 'Vælg først det område, der har projektet. Så kan vi se, hvem der beslutter.',
  whoMayChange: ', så længe pengene ikke er valgt. Vælger I fællespuljen, er det chefgruppen.',
  noGate: 'Der er ingen gate foran projektet.',
  money: 'Penge',
  ask: 'Næste fase koster',
  askHint: 'For eksempel 45.000. Skriv 0, hvis den ikke koster noget.',
  forNextPhase: 'til næste fase',
  noAmount: 'Beløbet er ikke skrevet endnu',
  grantAsk: 'Projektet beder om',
  grantAskHint: 'For eksempel 45.000. Lad feltet stå tomt, hvis projektet klarer sig uden.',
  grantAsked: 'fra puljerne',
  grantOffer: 'Vil projektet have penge fra en pulje? Skriv beløb og pulje.',
  grantNone: 'Projektet beder ikke om penge',
  wholeBudget: 'Hele projektet',
  running: 'Drift bagefter',
  perYear: 'om året i 4 år',
  year: (place: number): string => `Drift, år ${place}`,
  pays: 'Hvem betaler',
  pool: 'Pulje',
  share: 'Andel',
  addPool: 'Tilføj en pulje',
  removePool: 'Fjern puljen',
  sharesAre: (ore: number): string => `Andelene giver ${formatKr(ore)}`,
  operationPayer: 'Hvem betaler driften efter afprøvningen?',
  operationPayerHint: 'For eksempel: Omsorgs driftsbudget.',
  operationPayerByGate3: 'For eksempel: Omsorgs driftsbudget. Skal være sagt før gate 3.',
  operationPaidBy: 'Driften betales af',
  agreements: 'Aftaler',
  agreementsNone: 'Ingen datoer er skrevet. Så minder vi ikke om dem.',
  agreementsHint: 'Projektejeren får det at vide i morgenens besked i god tid før.',
  agreementEnded: (day: string): string => `${day}, udløbet`,
  slaUntil: 'Serviceaftale (SLA) gælder til',
  agreementUntil: 'Kontrakt eller databehandleraftale gælder til',
  verySmall: 'Meget lille projekt: kan gå direkte til afprøvning',
  benefits: 'Gevinster',
  insideField: 'I det skraverede felt',
  outsideField: 'Uden for det skraverede felt',
  notAssessed: 'Ikke vurderet',
  sentence: 'Hvorfor',
  risk: 'Risiko',
  insideAppetite: 'Inden for risikovillighed',
  outsideAppetite: 'Over risikovillighed',
  category: 'Kategori',
  suggested: 'foreslået',
  overridden: (suggested: number): string =>
    `De fire drivere peger på ${suggested}. Kategorien er valgt af jer.`,
  riskWhy: 'Begrundelse',
  recommendation: 'Anbefaling',
  noRecommendation: 'DigiTek har ikke anbefalet noget endnu',
  outcome: 'Anbefalet svar',
  priority: 'Anbefalet prioritet',
  /** As it stands now, whoever's voice it is. */
  priorityNow: 'Prioritet',
  firstPriority: 'Chefens første bud',
  why: 'Begrundelse',
  lift: 'Foreslå at løfte sagen til chefgruppen',
  liftSaid: 'DigiTek foreslår at løfte sagen til chefgruppen.',
  hoursSaid: (hours: number): string => `Næste fase tager omkring ${hours} timer.`,
  about: 'Om projektet',
  title: 'Navn',
  purpose: 'Formål i én sætning',
  summary: 'Kort fortalt',
  area: 'Område',
  areas: 'Andre områder',
  type: 'Type',
  status: 'Status',
  owner: 'Projektejer',
  lead: 'Projektleder',
  nobody: 'Ingen valgt',
  waitsFor: 'Venter på',
  stuck: 'Sidder fast.',
  nextStep: 'Næste skridt',
  nextStepDue: 'Dato',
  municipality: 'Kommune',
  technology: 'Leverandør eller teknologi',
  source: 'Kilde',
  sourceUrl: 'Link til kilden',
  sourceHint: 'For eksempel siden i Teknologiradaren. Begynder med https://',
  flow: 'ProjectFlow',
  flowUrl: 'Link til ProjectFlow',
  plan: 'Plan',
  origin: 'Kommer fra',
  originUnsaid: 'Ikke sagt',
  noText: 'Skriv to sætninger om, hvorfor projektet findes.',
  edit: 'Ret',
  save: 'Gem',
  cancel: 'Fortryd',
  tekDrag: 'Træk punktet i trekanten, eller brug skyderne.',
  /** Of a section that somebody typed in and left. */
  goOn: 'Skriv videre på det, der ikke er gemt',
  typedBefore: 'Det her skrev du sidst. Det er ikke gemt endnu.',
  saving: 'Gemmer',
  history: 'Historien',
  noHistory: 'Intet er sket endnu',
  allHistory: (count: number): string => `Se alle ${count} hændelser`,
  papers: 'Papirer',
  noPapers: 'Ingen papirer endnu',
  people: 'Personer',
  areaChef: 'Chef for området',
  start: 'Sæt i gang',
  yours: 'Det, du skrev',
  theirs: 'Det, der står nu',
  conflict: 'En anden har rettet det samme imens. Vælg, hvad der skal stå.',
  keepMine: 'Behold min tekst',
  keepTheirs: 'Behold den anden',
  seeRequest: 'Se sagen',
  you: 'dig',
  answerNow: 'Svar nu',
  withdraw: 'Træk tilbage',
  withdrawWhy: 'Hvorfor trækkes sagen tilbage?',
  reroute: 'Send videre',
  rerouteWhy: 'Hvorfor sendes sagen videre?',
  rerouteTo: 'Send til',
  priorityIs: 'Prioritet',
  chefgruppe: 'Chefgruppen',
  agenda: 'Sæt på dagsordenen',
  agendaWhy: 'Skriv eventuelt hvorfor',
  meeting: 'Skriv mødets beslutning',
  meetingWhy: 'Begrundelse eller bemærkning',
  meetingChoice: 'Mødet besluttede',
  sampled: 'Opdigtet eksempel',
  sampledNote: 'Noget her er opdigtet som eksempel.',
  day: (day: number): string => `Dag ${day}`,
  skipped: 'sprunget over',
  notFound: 'Projektet findes ikke',
  toBoard: 'Tilbage til tavlen',
  stopped: 'Projektet er stoppet',
  closed: 'Projektet er afsluttet',
  remark: 'Bemærkning',
  search: 'Skriv et navn',
  none: 'Ingen',
  due: (day: string): string => `senest ${shortDayText(day)}`,
} as const;

/** Who does a step, by when and where. */
export const stepPlanWords = {
  plan: 'Hvem og hvornår',
  who: 'Hvem',
  due: 'Frist',
  where: 'Hvor',
  outside: 'Eller en uden for listen',
  outsideHint: 'For eksempel leverandøren',
  open: 'Åbn',
  /** "skulle være klar 16. sep. · 6 dage over". */
  late: (due: string, days: number): string =>
    `skulle være klar ${shortDayText(due)} · ${daysText(days)} over`,
} as const;

/** What the project is on its way to, inside a sentence: "Gate 2", "bevilling". */
const goalOf = (gate: Gate): string =>
  gate === 'funding' ? gateLabels.funding.toLowerCase() : gateLabels[gate];

export const beforeGateText = (gate: Gate): string => `Før ${goalOf(gate)}`;

export const sendGateText = (gate: Gate): string =>
  gate === 'funding' ? `Send til ${goalOf(gate)}` : `Send ${goalOf(gate)}`;

export const readyText = (ready: number, all: number): string =>
  `${ready} af ${all}${nbsp}${projectWords.ready}`;

export const missingCountText = (count: number): string => `${count} ting mangler`;

export const beforeSendText = (gate: Gate): string =>
  gate === 'funding' ? 'før sagen kan sendes' : `før ${goalOf(gate)} kan sendes`;

/* "Nu → Næste", when nobody has written what the project waits for. */

export const waitsForText = (whom: string, days: number): string =>
  days === 0 ? `Venter på ${whom}` : `Venter på ${whom} · ${daysText(days)}`;

export const allReadyText = (gate: Gate): string => `${projectWords.allReady} til ${goalOf(gate)}`;

export const missingToText = (count: number, gate: Gate): string =>
  `${missingCountText(count)} til ${goalOf(gate)}`;

export const sendToText = (whom: string): string => `Send til ${whom}`;

/** "Kvartalsstatus fredag 11. december". */
export const meetingOnText = (day: string): string => `Kvartalsstatus ${day}`;

export const answerToText = (gate: Gate): string =>
  gate === 'funding' ? 'Svaret på bevillingen' : `Svaret på ${goalOf(gate)}`;

export const whoDecidesText = (gate: Gate): string =>
  gate === 'funding' ? 'Hvem beslutter bevillingen' : `Hvem beslutter ${goalOf(gate)}`;

/** Under a gate's door: "Undersøg videre, 26. juni". */
export const gatePassedText = (decision: Decision): string => {
  const choice = choiceOf(decision);
  return choice ? choiceName(choice) : endingNames[decision.ending];
};

/* History. */

/** Every field that people edit has a name in the history, and some that they only see. */
const fieldNames: Readonly<Record<Field, string>> & Partial<Record<keyof Project, string>> = {
  title: projectWords.title,
  purpose: projectWords.purpose,
  summary: projectWords.summary,
  type: projectWords.type,
  status: projectWords.status,
  phase: 'Fase',
  leadArea: projectWords.area,
  areas: projectWords.areas,
  ownerId: projectWords.owner,
  ownerName: projectWords.owner,
  leadId: projectWords.lead,
  leadName: projectWords.lead,
  askOre: 'Beløb',
  shares: projectWords.pays,
  budgetOre: projectWords.wholeBudget,
  runningCostsOre: projectWords.running,
  verySmall: 'Meget lille projekt',
  efficiency: tekNames.efficiency,
  efficiencyWhy: `${tekNames.efficiency}, hvorfor`,
  quality: tekNames.quality,
  qualityWhy: `${tekNames.quality}, hvorfor`,
  wellbeing: tekNames.wellbeing,
  wellbeingWhy: `${tekNames.wellbeing}, hvorfor`,
  predictability: riskDriverNames.predictability,
  breadth: riskDriverNames.breadth,
  challenge: riskDriverNames.challenge,
  maturity: riskDriverNames.maturity,
  riskCategory: 'Risikokategori',
  riskWhy: 'Risiko, begrundelse',
  firstPriority: projectWords.firstPriority,
  recommendedPriority: projectWords.priority,
  decidedPriority: 'Besluttet prioritet',
  recommendedOutcome: projectWords.outcome,
  recommendationWhy: projectWords.recommendation,
  recommendLift: 'Forslag om løft',
  hoursDigitek: 'Timer, DigiTek',
  hoursIt: 'Timer, IT og Digitalisering',
  hoursArea: 'Timer, området',
  timeHorizon: profileWords.timeHorizon,
  spreadPotential: profileWords.spreadPotential,
  attention: profileWords.attention,
  waitsFor: projectWords.waitsFor,
  nextStep: projectWords.nextStep,
  nextStepDue: 'Dato for næste skridt',
  municipality: projectWords.municipality,
  technology: projectWords.technology,
  sourceUrl: projectWords.source,
  operationPayer: 'Hvem der betaler driften',
  slaUntil: projectWords.slaUntil,
  agreementUntil: projectWords.agreementUntil,
  flowUrl: projectWords.flow,
  focus: effectWords.focus,
  citizenEffect: effectWords.citizenEffect,
  involved: effectWords.involved,
  skalDue: skalWords.skalDue,
  skalSource: skalWords.skalSource,
  skalCase: skalWords.skalCase,
  skalGoals: skalWords.skalGoals,
  skalResponsible: skalWords.skalResponsible,
  skalNeeds: skalWords.skalNeeds,
  origin: projectWords.origin,
};

/** The Danish names of some fields, each once: "Projektleder, Anbefaling". */
export const fieldsText = (fields: readonly string[]): string =>
  [...new Set(fields.map((field) => fieldName(field) ?? field))].join(', ');

/** A field's Danish name; null for what people do not see. */
export const fieldName = (field: string): string | null => fieldNames[field as Field] ?? null;

const isShares = (
  value: unknown,
): value is readonly { pool: 'common' | `area:${string}`; ore: number }[] =>
  Array.isArray(value) &&
  value.every((one) => typeof one === 'object' && one !== null && 'pool' in one);

const namesOf: Partial<Record<keyof Project, Readonly<Record<string, string>>>> = {
  type: typeNames,
  phase: phaseNames,
  status: statusNames,
  firstPriority: priorityNames,
  origin: originNames,
  focus: focusNames,
  recommendedPriority: priorityNames,
  recommendedOutcome: outcomeNames,
  timeHorizon: timeHorizonNames,
  spreadPotential: spreadNames,
  attention: attentionNames,
};

const listValueText = (
  field: string,
  value: readonly unknown[],
  areas: readonly Area[],
): string => {
  if (isShares(value))
    return value.map((share) => `${poolName(areas, share.pool)} ${formatKr(share.ore)}`).join(', ');
  return value
    .map((one) => (field === 'areas' ? areaName(areas, String(one)) : formatKr(Number(one))))
    .join(', ');
};

const moneyFields: readonly string[] = ['askOre', 'budgetOre'];

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** A field's value in Danish, for a conflict or the history. */
export const valueText = (field: string, value: unknown, areas: readonly Area[]): string => {
  if (isEmpty(value)) return projectWords.none;
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
  if (Array.isArray(value)) return listValueText(field, value, areas);
  if (field === 'leadArea') return areaName(areas, String(value));
  if (moneyFields.includes(field)) return formatKr(Number(value));
  return namesOf[field as keyof Project]?.[String(value)] ?? String(value);
};

/** Who pays, and how much once that is said: "Fællespuljen betaler", "Omsorgs pulje: 10.000 kr.". */
export const payerText = (areas: readonly Area[], pool: PoolId, ore: number): string =>
  ore > 0 ? `${poolName(areas, pool)}: ${formatKr(ore)}` : `${poolName(areas, pool)} betaler`;

/** The first priority with whose word it is: "Første prioritet: høj, skrevet af Chef, Omsorg". */
export const firstPriorityText = (priority: Priority, by: string): string =>
  `${projectWords.firstPriority}: ${priorityNames[priority].toLowerCase()}${by === '' ? '' : `, skrevet af ${by}`}`;
