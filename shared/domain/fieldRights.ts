import { outcomeRule } from './gates.ts';
import { type Actor, has } from './person.ts';
import type { Project } from './project.ts';
import { gateAhead, isOver, isUntaken } from './project.ts';
import { type StepCode, type StepVoice, stepCodes, steps } from './steps.ts';

/**
 * What somebody is to a project. `leadChef` is the chef of its lead area, `areaChef` of any of its
 * areas; `unitLeder` is a leder under the chef of the lead area; `author` gave the idea, and nobody has
 * taken it yet.
 */
export const relations = [
  'team',
  'leadChef',
  'areaChef',
  'unitLeder',
  'owner',
  'lead',
  'author',
  'anybody',
] as const;
export type Relation = (typeof relations)[number];

/** What people may change by hand. Who wrote it, when and by what decision is never among them. */
export type Editable = Omit<
  Project,
  | 'id'
  | 'phaseSince'
  | 'ownerName'
  | 'leadName'
  | 'fastTracked'
  | 'decidedPriority'
  | 'firstPriorityBy'
  | 'liftedGate'
  | 'liftedBy'
  | 'liftedAt'
  | 'waitsSince'
  | 'planStart'
  | 'planEnd'
  | 'planHours'
  | 'planProposal'
  | 'planMoved'
  | 'startYear'
  | 'endYear'
  | 'parentId'
  | 'lastDecision'
  | 'lastChange'
  | 'standing'
  | 'sampleFields'
  | 'createdAt'
  | 'createdBy'
  | 'createdById'
>;
export type Field = keyof Editable;

type Who = readonly Relation[];

/** Edit a project: its own chef, owner and lead, and DigiTek all of them (domain.md, Roles and rights). */
const edits: Who = ['team', 'areaChef', 'owner', 'lead'];
/** What an idea says: whoever gave it, until DigiTek takes it. */
const tells: Who = [...edits, 'author'];
const digitek: Who = ['team'];
/** Its type, and what moves it without a gate. Which moves there are stands in `movement.ts`. */
const moves: Who = ['team', 'lead'];
const appointsOwner: Who = ['team', 'leadChef', 'unitLeder'];
/** The chef's own word, or a leder's under them; DigiTek may write down what they said. */
const firstVoice: Who = ['leadChef', 'unitLeder', 'team'];

/** Who may change each field. What is not here is not changed by hand at all. */
export const fieldRights: Record<Field, Who> = {
  title: tells,
  purpose: tells,
  summary: tells,
  sourceUrl: tells,
  origin: tells,
  flowUrl: edits,
  focus: edits,
  citizenEffect: edits,
  involved: edits,
  skalDue: edits,
  skalSource: edits,
  skalCase: edits,
  skalGoals: edits,
  skalResponsible: edits,
  skalNeeds: edits,
  leadArea: tells,
  areas: tells,
  slaUntil: edits,
  agreementUntil: edits,
  municipality: edits,
  technology: edits,
  type: digitek,
  phase: moves,
  status: moves,
  ownerId: appointsOwner,
  leadId: digitek,
  askOre: edits,
  shares: edits,
  budgetOre: edits,
  runningCostsOre: edits,
  operationPayer: edits,
  verySmall: edits,
  efficiency: edits,
  efficiencyWhy: edits,
  quality: edits,
  qualityWhy: edits,
  wellbeing: edits,
  wellbeingWhy: edits,
  predictability: edits,
  breadth: edits,
  challenge: edits,
  maturity: edits,
  riskCategory: edits,
  riskWhy: edits,
  firstPriority: firstVoice,
  recommendedPriority: digitek,
  recommendedOutcome: digitek,
  recommendationWhy: digitek,
  recommendLift: digitek,
  hoursDigitek: digitek,
  hoursIt: digitek,
  hoursArea: digitek,
  timeHorizon: edits,
  spreadPotential: edits,
  attention: edits,
  waitsFor: edits,
  nextStep: edits,
  nextStepDue: edits,
};

export const fields = Object.keys(fieldRights) as readonly Field[];

/** What anybody says of a new idea: its title, why, where, and a link. Nothing else. */
export const ideaFields: readonly Field[] = [
  'title',
  'purpose',
  'summary',
  'sourceUrl',
  'origin',
  'leadArea',
  'areas',
];

/** What is over is over: the text may be put right, and the rest stands as it was decided. */
const textFields: ReadonlySet<Field> = new Set([
  'title',
  'purpose',
  'summary',
  'sourceUrl',
  'origin',
  'municipality',
  'technology',
  'citizenEffect',
  'involved',
]);

type Concerned = Pick<
  Project,
  | 'ownerId'
  | 'leadId'
  | 'leadArea'
  | 'areas'
  | 'status'
  | 'phase'
  | 'type'
  | 'askOre'
  | 'createdById'
>;

const isSeatIn = (actor: Actor, role: 'chef' | 'leder', areas: readonly (string | null)[]) =>
  has(actor, role) && actor.area !== null && areas.includes(actor.area);

const holds: Record<Relation, (actor: Actor, project: Concerned) => boolean> = {
  team: (actor) => has(actor, 'consultant', 'digitek'),
  leadChef: (actor, { leadArea }) => isSeatIn(actor, 'chef', [leadArea]),
  areaChef: (actor, { leadArea, areas }) => isSeatIn(actor, 'chef', [leadArea, ...areas]),
  unitLeder: (actor, { leadArea }) => isSeatIn(actor, 'leder', [leadArea]),
  owner: (actor, { ownerId }) => ownerId === actor.id,
  lead: (actor, { leadId }) => leadId === actor.id,
  author: (actor, project) => project.createdById === actor.id && isUntaken(project),
  anybody: () => true,
};

const holdsAny = (who: Who, actor: Actor, project: Concerned): boolean =>
  who.some((relation) => holds[relation](actor, project));

/** Whether somebody may change a field of a project as it is now. Nothing is allowed by default. */
export const mayChange = (actor: Actor, field: Field, project: Concerned): boolean =>
  holdsAny(fieldRights[field], actor, project) && (!isOver(project) || textFields.has(field));

/** Whether somebody may say this of a new idea, which nobody owns or leads yet. */
export const maySayOfIdea = (actor: Actor, field: Field, blank: Concerned): boolean =>
  ideaFields.includes(field) || mayChange(actor, field, blank);

/** The fields somebody may change: what the screens give a pencil. */
export const changeable = (actor: Actor, project: Concerned): readonly Field[] =>
  fields.filter((field) => mayChange(actor, field, project));

const voices: Record<StepVoice, Who> = {
  digitek,
  owner: ['owner', 'team'],
  chef: ['leadChef', 'team'],
  first: firstVoice,
};

/** Whose own word it is, where the team may only write down that it was said, and how. */
const ownWord: Partial<Record<StepVoice, Who>> = {
  owner: ['owner'],
  chef: ['leadChef'],
  first: ['leadChef', 'unitLeder'],
};

/** Who may tick a step, or untick it; what the project itself says is ticked by nobody. */
export const stepRights = (code: StepCode): Who => {
  const { voice, fact } = steps[code];
  if (fact) return [];
  return voice ? voices[voice] : edits;
};

export const mayTick = (actor: Actor, code: StepCode, project: Concerned): boolean =>
  holdsAny(stepRights(code), actor, project) && !isOver(project);

/** Who, when and where of a step that says nothing yet. */
export const mayPlanStep = (actor: Actor, code: StepCode, project: Concerned): boolean =>
  (holdsAny(edits, actor, project) && !isOver(project)) || mayTick(actor, code, project);

export const tickable = (actor: Actor, project: Concerned): readonly StepCode[] =>
  stepCodes.filter((code) => mayTick(actor, code, project));

/** Whether a tick writes down what somebody else said: then it has to say how they said it. */
export const writesDown = (actor: Actor, code: StepCode, project: Concerned): boolean => {
  const { voice } = steps[code];
  const own = voice && ownWord[voice];
  return own !== undefined && !holdsAny(own, actor, project);
};

/** A recommendation is for the coming gate: one of its own outcomes, or none. */
export const isForComingGate = (project: Concerned, outcome: Project['recommendedOutcome']) => {
  if (outcome === null) return true;
  const gate = gateAhead(project);
  return gate !== null && outcomeRule(gate, outcome) !== undefined;
};
