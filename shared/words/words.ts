import type { Area, AreaId } from '#shared/domain/area.ts';
import type { Column } from '#shared/domain/board.ts';
import type { Decider } from '#shared/domain/decider.ts';
import type { PoolId } from '#shared/domain/funding.ts';
import type { Choice, Gate, Outcome } from '#shared/domain/gates.ts';
import { listed } from '#shared/domain/listed.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Priority, PriorityVoice } from '#shared/domain/priority.ts';
import type { IdeaOrigin, ProjectType, RiskValue, Status } from '#shared/domain/project.ts';
import type { Fact, Missing } from '#shared/domain/readiness.ts';
import type { Ending } from '#shared/domain/request.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { madeStep, type StepTemplates } from '#shared/domain/stepTemplates.ts';

/* Closed sets in Danish, each a complete record: a new code without a word does not compile. */

export const phaseNames: Record<Phase, string> = {
  idea: 'IDÉ',
  investigation: 'UNDERSØGELSE',
  trial: 'AFPRØVNING',
  operation: 'IDRIFTSÆTTELSE',
  spread: 'SPREDNING',
};

export const columnNames: Record<Column, string> = {
  idea: 'IDÉ',
  investigation: 'UNDERSØGELSE',
  trial: 'AFPRØVNING',
  operation: 'IDRIFTSÆTTELSE / SPREDNING',
};

/** Where a column has no room for the whole name. */
export const tightColumnNames: Record<Column, string> = {
  ...columnNames,
  operation: 'DRIFT / SPREDNING',
};

export const shortColumnNames: Record<Column, string> = {
  idea: 'Idé',
  investigation: 'Undersøg',
  trial: 'Afprøv',
  operation: 'Drift',
};

export const statusNames: Record<Status, string> = {
  raw: 'Idébank',
  backlog: 'Backlog',
  pipeline: 'Pipeline',
  active: 'I gang',
  operating: 'I drift',
  stopped: 'Stoppet',
  closed: 'Afsluttet',
};

export const typeNames: Record<ProjectType, string> = {
  digitek: 'DigiTek-projekt',
  skal: 'SKAL-projekt',
  other: 'Øvrigt projekt',
};

/** Where an idea comes from. */
export const originNames: Record<IdeaOrigin, string> = {
  staff: 'Medarbejdere og ledere',
  tucv: 'TUCV',
  company: 'En virksomhed',
  digitek360: 'DigiTek 360',
  market: 'Markedsafdækning',
  radar: 'KL’s Teknologiradar',
  os2: 'OS2',
  kombit: 'KOMBIT',
};

export const priorityNames: Record<Priority, string> = {
  low: 'Lav',
  medium: 'Middel',
  high: 'Høj',
  veryHigh: 'Meget høj',
};

export const voiceNames: Record<PriorityVoice, string> = {
  mandatory: 'skal gøres',
  decided: 'besluttet af chefgruppen',
  recommended: 'anbefalet af DigiTek',
  first: 'chefens første bud',
};

export const gateLabels: Record<Gate, string> = {
  gate1: 'Gate\u00a01',
  gate2: 'Gate\u00a02',
  gate3: 'Gate\u00a03',
  funding: 'Bevilling',
};

/** What stops at a gate: before gate 1 it is an idea. */
const subject: Record<Gate, string> = {
  gate1: 'idéen',
  gate2: 'projektet',
  gate3: 'projektet',
  funding: 'projektet',
};

const outcomeButtons: Record<Outcome, (gate: Gate) => string> = {
  stop: (gate) => `Stop ${subject[gate]}`,
  investigate: () => 'Videre til undersøgelse',
  fastTrack: () => 'Direkte til afprøvning',
  backToInvestigation: () => 'Tilbage til undersøgelse',
  trial: () => 'Til afprøvning',
  operate: () => 'Sæt i drift',
  rethink: () => 'Nytænk',
  grant: () => 'Bevilg pengene',
  refuse: () => 'Sig nej til pengene',
};

/** What the button says. */
export const choiceLabel = (gate: Gate, choice: Choice): string => {
  if (choice.outcome !== 'operate') return outcomeButtons[choice.outcome](gate);
  if (choice.spread && choice.rethink) return 'Sæt i drift, spred, nytænk';
  if (choice.spread) return 'Sæt i drift og spred';
  return choice.rethink ? 'Sæt i drift og nytænk' : outcomeButtons.operate(gate);
};

export const outcomeNames: Record<Outcome, string> = {
  stop: 'Stop',
  investigate: 'Undersøg videre',
  fastTrack: 'Direkte til afprøvning',
  backToInvestigation: 'Tilbage til undersøgelse',
  trial: 'Afprøv',
  operate: 'Sæt i drift',
  rethink: 'Nytænk',
  grant: 'Bevilg',
  refuse: 'Sig nej',
};

/** A decision's name, with all that was decided together: "Sæt i drift og nytænk". */
export const choiceName = (choice: Choice): string =>
  choice.outcome === 'operate' ? choiceLabel('gate3', choice) : outcomeNames[choice.outcome];

const outcomePast: Record<Outcome, string> = {
  stop: 'stop',
  investigate: 'videre til undersøgelse',
  fastTrack: 'direkte til afprøvning',
  backToInvestigation: 'tilbage til undersøgelse',
  trial: 'til afprøvning',
  operate: 'i drift',
  rethink: 'nytænk',
  grant: 'pengene bevilges',
  refuse: 'nej til pengene',
};

/** What was decided, after "besluttede": "videre til undersøgelse", "i drift og spred". */
export const choicePast = (choice: Choice): string => {
  const base = outcomePast[choice.outcome];
  if (choice.outcome !== 'operate') return base;
  if (choice.spread && choice.rethink) return `${base}, spred og nytænk`;
  if (choice.spread) return `${base} og spred`;
  return choice.rethink ? `${base} og nytænk` : base;
};

/** The answers that are not outcomes. */
export const answerLabels = {
  lift: 'Løft til chefgruppen',
  meeting: 'Tag det på mødet',
  toCommonPool: 'Søg fællespuljen',
  ask: 'Spørg projektlederen',
  rethinkAlso: 'Ja, i drift og nytænk',
  rethinkOnly: 'Nej, kun nytænk',
  back: 'Tilbage',
} as const;

export const endingNames: Record<Ending, string> = {
  decided: 'Besluttet',
  withdrawn: 'Trukket tilbage',
  rerouted: 'Sendt videre',
  lifted: 'Løftet til chefgruppen',
  toCommonPool: 'Fællespuljen søges',
  askedAnew: 'Spurgt på ny',
};

export const stepNames: Record<StepCode, string> = {
  purchaseOrProject: 'Indkøb eller projekt',
  blockers: 'Stopklodser er undersøgt',
  interest: 'Leder og chef er interesserede',
  firstPriority: 'Chefens første prioritet',
  ownerAppointed: 'Projektejer er udpeget',
  leadAppointed: 'Projektleder er udpeget, idéfasen er planlagt',
  ideaDescription: 'Idébeskrivelse',
  ideaChecklist: 'Tjekliste: CE, MDR, informationssikkerhed',
  ideaMeeting: 'DigiTek-møde om idéen',
  ideaOwner: 'Projektejer godkender idébeskrivelsen',
  ideaChef: 'Chefen har kommenteret og valgt pulje',
  ideaOwn: 'Jeres eget trin',
  schedule: 'Tidsplan for undersøgelsen',
  benefitClarification: 'Gevinster er afklaret',
  projectDescription: 'Projektbeskrivelse',
  serviceDesign: 'Servicedesign og integrationer',
  draftContract: 'Udkast til kontrakt og databehandleraftale',
  investigationMeeting: 'DigiTek-møde om projektet',
  investigationOwner: 'Projektejer godkender projektbeskrivelsen',
  investigationChef: 'Chefen har kommenteret, puljen er bekræftet',
  investigationOwn: 'Jeres eget trin',
  safetyChecks: 'Tjek af CE/MDR, informationssikkerhed og databehandleraftale',
  trialStart: 'Afprøvningen er startet',
  agreements: 'Kontrakt, databehandler- og serviceaftale',
  finalServiceDesign: 'Endeligt servicedesign, integrationer og IT-test',
  limitedTrial: 'Afprøvet et afgrænset sted',
  evaluation: 'Evaluering',
  trialMeeting: 'DigiTek-møde om evalueringen',
  trialOwner: 'Projektejer godkender evalueringen',
  trialChef: 'Chefen har kommenteret evalueringen',
  trialOwn: 'Jeres eget trin',
  operatingOrganisation: 'Driftsorganisationen er på plads',
  benefitFollowUp: 'Opfølgning på gevinster er aftalt',
  leadLetsGo: 'Projektlederen slipper projektet',
  operationOwn: 'Jeres eget trin',
};

/** A step as the consultant has named it, or as it is usually called. */
export const stepName = (code: StepCode, made: StepTemplates): string =>
  madeStep(made, code).name || stepNames[code];

type FactMissing = Exclude<Missing['type'], 'step' | 'paper' | 'ownerApproval'>;

const missingFacts: Record<FactMissing, string> = {
  leadArea: 'Vælg det område, der har projektet',
  owner: 'Vælg en projektejer',
  lead: 'Vælg en projektleder',
  purpose: 'Skriv formålet i én sætning',
  amount: 'Skriv, hvad næste fase koster',
  pool: 'Vælg den pulje, der betaler',
  sharesDiffer: 'Puljernes andele skal give hele beløbet',
  tek: 'Vurdér gevinsterne',
  risk: 'Vælg risikokategori',
  recommendation: 'Skriv DigiTeks anbefaling',
  runningCosts: 'Skriv driftsudgifter for fire år',
  operationPayer: 'Skriv, hvem der betaler driften efter afprøvningen',
};

/** What is missing, as a line of the checklist. */
export const missingText = (missing: Missing, made: StepTemplates): string => {
  switch (missing.type) {
    case 'step':
    case 'ownerApproval':
      return stepName(missing.code, made);
    case 'paper':
      return `${stepName(missing.code, made)}: skriv papiret, eller sæt et link ind`;
    default:
      return missingFacts[missing.type];
  }
};

/** A fact that is there, said on one quiet line. */
export const factNames: Record<Fact, string> = {
  leadArea: 'Chefområdet er valgt',
  owner: 'Projektejeren er udpeget',
  lead: 'Projektlederen er udpeget',
  purpose: 'Formålet er skrevet',
  tek: 'Trivsel, effektivitet og kvalitet er vurderet',
  risk: 'Risikoen er vurderet',
  recommendation: 'DigiTek har anbefalet',
  money: 'Beløb og pulje er på plads',
  runningCosts: 'Driftsudgifterne er skrevet',
  operationPayer: 'Det er sagt, hvem der betaler driften',
};

export const riskNames: Record<RiskValue, string> = {
  1: 'Rutine',
  2: 'Faglig eller organisatorisk udfordring',
  3: 'Kompleks',
  4: 'Innovation',
};

export const riskDriverNames = {
  predictability: 'Forudsigelighed',
  breadth: 'Bredde',
  challenge: 'Faglig udfordring',
  maturity: 'Modenhed',
} as const;

export const tekNames = {
  efficiency: 'Effektivitet',
  quality: 'Kvalitet',
  wellbeing: 'Trivsel',
} as const;

export const areaName = (areas: readonly Area[], id: AreaId | null | undefined): string =>
  id === null || id === undefined ? 'På tværs' : (areas.find((area) => area.id === id)?.name ?? id);

/** "Chef, Omsorg". */
/** Who decides, as a receipt and the history name them. */
export const deciderName = (
  decider: Pick<Decider, 'type' | 'seats'>,
  areas: readonly Area[],
): string =>
  decider.type === 'chefgruppe'
    ? 'Chefgruppen'
    : listText(decider.seats.map((seat) => seatName(areas, seat)));

export const seatName = (areas: readonly Area[], seat: AreaId): string =>
  `Chef, ${areaName(areas, seat)}`;

/** Who said it, as the others know them: "Chef, Omsorg", or "Leder, Syd (for Chef, Omsorg)". */
export const voiceText = (
  areas: readonly Area[],
  said: { readonly seat: AreaId | null; readonly onBehalf: boolean; readonly byName: string },
): string => {
  if (said.seat === null) return said.byName;
  const seat = seatName(areas, said.seat);
  return said.onBehalf ? `${said.byName} (for ${seat})` : seat;
};

/** "Omsorgs pulje", "fællespuljen". */
export const poolName = (areas: readonly Area[], pool: PoolId): string => {
  if (pool === 'common') return 'Fællespuljen';
  const name = areaName(areas, pool.slice('area:'.length));
  return /[sxz]$/i.test(name) ? `${name}' pulje` : `${name}s pulje`;
};

export const listText = (words: readonly string[]): string => listed(words);
