import type { AreaId } from './area.ts';
import type { Share } from './funding.ts';
import { type Door, type Gate, gateAfter, type Outcome } from './gates.ts';
import type { Change } from './history.ts';
import type { Ore } from './money.ts';
import type { PersonId } from './person.ts';
import type { Phase } from './phase.ts';
import type { PlanMoved, PlanProposal } from './plan/planned.ts';
import type { Priority } from './priority.ts';

export const statuses = [
  'raw',
  'backlog',
  'pipeline',
  'active',
  'operating',
  'stopped',
  'closed',
] as const;
export type Status = (typeof statuses)[number];

/** Only `digitek` projects pass gates (domain.md, Words). */
export const projectTypes = ['digitek', 'skal', 'other'] as const;
export type ProjectType = (typeof projectTypes)[number];

/** TEK benefits run 0–3; null = not assessed. */
export type TekValue = 0 | 1 | 2 | 3;
/** Risk drivers and the category run 1–4; null = not assessed. */
export type RiskValue = 1 | 2 | 3 | 4;

/** Where an idea comes from (seeds 000:598–607), and where others' solutions are found (004:773). */
export const ideaOrigins = [
  'staff',
  'tucv',
  'company',
  'digitek360',
  'market',
  'radar',
  'os2',
  'kombit',
] as const;
export type IdeaOrigin = (typeof ideaOrigins)[number];

export type ProjectId = string;

/** What a gate, or a move that is allowed, has made of a project. */
export type Standing = Pick<Project, 'type' | 'phase' | 'status'>;

/** One row of the portfolio. Flat, so that people can edit the list by hand in SharePoint. */
/** What digital solutions are to do here: be used in new ways, automate, inform, join up. */
export const focusAreas = ['newWays', 'automate', 'dataSupport', 'cohesion'] as const;
export type FocusArea = (typeof focusAreas)[number];

/** When the gains have paid for what they cost. */
export const timeHorizons = ['short', 'medium', 'long'] as const;
/** How many units and citizens it can reach. */
export const spreadPotentials = ['large', 'some', 'little'] as const;
/** How much the management follows it. */
export const attentions = ['great', 'some', 'little'] as const;

export type Project = {
  readonly id: ProjectId;
  readonly title: string;
  /** One sentence, at most 15 words, about people and not about technology. */
  readonly purpose: string;
  /** The longer story, at most two short paragraphs. */
  readonly summary: string;
  readonly type: ProjectType;
  readonly phase: Phase;
  readonly status: Status;
  readonly phaseSince: string;
  readonly leadArea: AreaId | null;
  readonly areas: readonly AreaId[];
  readonly ownerId: PersonId | null;
  readonly ownerName: string;
  readonly leadId: PersonId | null;
  readonly leadName: string;

  /** What the coming gate asks for (the next phase only); null = not filled in. */
  readonly askOre: Ore | null;
  readonly shares: readonly Share[];
  /** The whole expected budget, shown beside. */
  readonly budgetOre: Ore | null;
  /** Running costs a year for four years; empty = not filled in. */
  readonly runningCostsOre: readonly Ore[];
  /** Who pays for running it when the trial is over, in words: what stops most that were tried out. */
  readonly operationPayer: string;
  readonly verySmall: boolean;
  /** Gate 1 sent it straight to trial; gate 2 counts as skipped. */
  readonly fastTracked: boolean;

  readonly efficiency: TekValue | null;
  readonly efficiencyWhy: string;
  readonly quality: TekValue | null;
  readonly qualityWhy: string;
  readonly wellbeing: TekValue | null;
  readonly wellbeingWhy: string;

  readonly predictability: RiskValue | null;
  readonly breadth: RiskValue | null;
  readonly challenge: RiskValue | null;
  readonly maturity: RiskValue | null;
  readonly riskCategory: RiskValue | null;
  readonly riskWhy: string;

  readonly firstPriority: Priority | null;
  /** Who said it, or who wrote down that it was said. */
  readonly firstPriorityBy: string;
  readonly recommendedPriority: Priority | null;
  readonly decidedPriority: Priority | null;
  /** DigiTek's recommendation for the coming gate; cleared when the gate is decided. */
  readonly recommendedOutcome: Outcome | null;
  readonly recommendationWhy: string;
  readonly recommendLift: boolean;
  /** What DigiTek's meeting expects the next phase to take, by whose hours they are. */
  readonly hoursDigitek: number | null;
  readonly hoursIt: number | null;
  readonly hoursArea: number | null;
  /** What explains the priority beside benefits and risk; null = nobody has said. */
  readonly timeHorizon: (typeof timeHorizons)[number] | null;
  readonly spreadPotential: (typeof spreadPotentials)[number] | null;
  readonly attention: (typeof attentions)[number] | null;
  /** The gate a chef has lifted to the chefgruppe, with who and when. */
  readonly liftedGate: Gate | null;
  readonly liftedBy: string;
  readonly liftedAt: string | null;

  /** The plan: a day of its first and of its last month, and DigiTek's hours in it; null = not planned. */
  readonly planStart: string | null;
  readonly planEnd: string | null;
  readonly planHours: number | null;
  /** What its lead or owner would have the plan say. */
  readonly planProposal: PlanProposal | null;
  /** The last time a saved plan put it elsewhere; who must know is told of it. */
  readonly planMoved: PlanMoved | null;

  /** Whom the work waits for outside a gate, and since when. */
  readonly waitsFor: string;
  readonly waitsSince: string | null;
  readonly nextStep: string;
  /** A day, YYYY-MM-DD. */
  readonly nextStepDue: string | null;

  /** The last day of the service agreement (SLA), and of the contract or data-processing agreement. */
  readonly slaUntil: string | null;
  readonly agreementUntil: string | null;

  readonly municipality: string;
  readonly technology: string;
  readonly startYear: number | null;
  readonly endYear: number | null;
  readonly sourceUrl: string;
  /** Where it stands in ProjectFlow. */
  readonly flowUrl: string;
  /** Which of the four focus areas it serves; null = not said. */
  readonly focus: FocusArea | null;
  /** What citizens and users get out of it, and which of them have had a say. */
  readonly citizenEffect: string;
  readonly involved: string;
  /** A SKAL project's date, where it comes from, and the four questions it is asked here. */
  readonly skalDue: string | null;
  readonly skalSource: string;
  readonly skalCase: string;
  readonly skalGoals: string;
  readonly skalResponsible: string;
  readonly skalNeeds: string;
  /** Null = not said. */
  readonly origin: IdeaOrigin | null;
  /** The project this one was rethought from. */
  readonly parentId: ProjectId | null;
  /** The request whose decision was applied last: makes applying it again a no-op. */
  readonly lastDecision: string | null;
  /** The latest change of this row, not yet certain to be in the history. */
  readonly lastChange: Change | null;
  /** Type, phase and status as the product wrote them last; null before it ever did. */
  readonly standing: Standing | null;
  /** Names of the fields that the sample made up. */
  readonly sampleFields: readonly string[];
  readonly createdAt: string;
  readonly createdBy: string;
  /** Who gave the idea; null when nobody did by hand. */
  readonly createdById: PersonId | null;
};

/** A new idea with only what must be said; everything else is filled in on the way. */
export const newIdea = (
  idea: Pick<Project, 'id' | 'title' | 'createdAt' | 'createdBy'> & Partial<Project>,
): Project => ({
  purpose: '',
  summary: '',
  type: 'digitek',
  phase: 'idea',
  status: 'raw',
  phaseSince: idea.createdAt,
  leadArea: null,
  areas: [],
  ownerId: null,
  ownerName: '',
  leadId: null,
  leadName: '',
  askOre: null,
  shares: [],
  budgetOre: null,
  runningCostsOre: [],
  operationPayer: '',
  verySmall: false,
  fastTracked: false,
  efficiency: null,
  efficiencyWhy: '',
  quality: null,
  qualityWhy: '',
  wellbeing: null,
  wellbeingWhy: '',
  predictability: null,
  breadth: null,
  challenge: null,
  maturity: null,
  riskCategory: null,
  riskWhy: '',
  firstPriority: null,
  firstPriorityBy: '',
  recommendedPriority: null,
  decidedPriority: null,
  recommendedOutcome: null,
  recommendationWhy: '',
  recommendLift: false,
  hoursDigitek: null,
  hoursIt: null,
  hoursArea: null,
  timeHorizon: null,
  spreadPotential: null,
  attention: null,
  liftedGate: null,
  liftedBy: '',
  liftedAt: null,
  planStart: null,
  planEnd: null,
  planHours: null,
  planProposal: null,
  planMoved: null,
  waitsFor: '',
  waitsSince: null,
  nextStep: '',
  nextStepDue: null,
  slaUntil: null,
  agreementUntil: null,
  municipality: '',
  technology: '',
  startYear: null,
  endYear: null,
  sourceUrl: '',
  flowUrl: '',
  focus: null,
  citizenEffect: '',
  involved: '',
  skalDue: null,
  skalSource: '',
  skalCase: '',
  skalGoals: '',
  skalResponsible: '',
  skalNeeds: '',
  origin: null,
  parentId: null,
  lastDecision: null,
  lastChange: null,
  standing: null,
  sampleFields: [],
  createdById: null,
  ...idea,
});

/** What is over is over. */
export const isOver = ({ status }: Pick<Project, 'status'>): boolean =>
  status === 'stopped' || status === 'closed';

/** Nobody of DigiTek has taken it yet: it is still whoever gave it who writes. */
export const isUntaken = (project: Pick<Project, 'status' | 'phase' | 'leadId'>): boolean =>
  project.status === 'raw' && project.phase === 'idea' && project.leadId === null;

/** The gate ahead, or the funding a project without gates asks for; null when there is neither. */
export const gateAhead = (
  project: Pick<Project, 'type' | 'status' | 'phase' | 'askOre'>,
): Gate | null => {
  if (isOver(project)) return null;
  if (project.type === 'digitek') return gateAfter(project.phase);
  return (project.askOre ?? 0) > 0 ? 'funding' : null;
};

/** Whether this gate is the next one of a project that passes gates. */
export const standsBefore = (project: Project, door: Door): boolean =>
  project.type === 'digitek' && gateAhead(project) === door;
