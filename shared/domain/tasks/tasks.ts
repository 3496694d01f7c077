import type { Gate } from '../gates.ts';
import type { IdeaAsked } from '../ideas/standing.ts';
import type { PersonId } from '../person.ts';
import { isOver, type Project } from '../project.ts';
import { lastOfMonth, type SpreadUnit } from '../spread/spreadUnit.ts';
import { blankStep, steps as rules, type Step, type StepCode } from '../steps.ts';
import { askedSteps, type StepTemplates } from '../stepTemplates.ts';

/** Something that is to be done on a project, and by when (a day); null when nobody has said. */
export type ProjectTask = { readonly due: string | null } & (
  | { readonly type: 'step'; readonly code: StepCode }
  /** What people have written comes next. */
  | { readonly type: 'nextStep'; readonly text: string }
  /** A unit it is being spread to that has not started, and its month is over. */
  | { readonly type: 'unit'; readonly unitId: string; readonly name: string }
  /** Nothing is missing: the gate can be asked for. */
  | { readonly type: 'send'; readonly gate: Gate }
);

/** What is known of a project's way to its gate. */
export type Underway = {
  readonly project: Project;
  readonly steps: ReadonlyMap<StepCode, Step>;
  /** The steps as the consultant has made them. */
  readonly made: StepTemplates;
  readonly gate: Gate | null;
  /** How much the gate still lacks. */
  readonly missing: number;
  /** Units it is being spread to that should have started. */
  readonly lateUnits: readonly SpreadUnit[];
  /** Who is asked about it now, at the gate or before it. */
  readonly asked: IdeaAsked | null;
};

/** The steps of the phase a project is in; while it spreads it is in operation too. */
const presentSteps = (
  { phase, fastTracked, status }: Project,
  made: StepTemplates,
): readonly StepCode[] => [
  ...(phase === 'idea' && status === 'raw' ? askedSteps(made, 'intake', false) : []),
  ...askedSteps(made, phase === 'spread' ? 'operation' : phase, fastTracked),
];

const isChosen = ({ responsible, responsibleId }: Step): boolean =>
  responsible !== '' || responsibleId !== null;

/** Somebody's word, while somebody is asked: it is theirs to say, and nobody else's to do. */
const isBeingAsked = ({ asked }: Underway, { code }: Step): boolean =>
  asked !== null && rules[code].voice !== undefined && rules[code].voice !== 'digitek';

/** The steps of the present phase that somebody has to do, in order. */
const undoneSteps = (underway: Underway): readonly Step[] => {
  const { project, steps, made } = underway;
  if (isOver(project)) return [];
  return presentSteps(project, made)
    .map((code) => steps.get(code) ?? blankStep(project.id, code))
    .filter((step) => !step.done && !isBeingAsked(underway, step));
};

/** What somebody was chosen for. */
export const chosenFor = (underway: Underway, personId: PersonId): readonly ProjectTask[] =>
  undoneSteps(underway)
    .filter(({ responsibleId }) => responsibleId === personId)
    .map(({ code, due }) => ({ type: 'step', code, due }));

/** Under way: an idea in the bank or the backlog calls for nothing. */
const isAtWork = ({ status }: Project): boolean =>
  status === 'active' || status === 'operating' || status === 'pipeline';

/** What nobody else was chosen for and that has a date; without any, the first that comes. */
const leadSteps = (underway: Underway, isIdle: boolean): readonly ProjectTask[] => {
  const free = undoneSteps(underway).filter((step) => !isChosen(step));
  const dated = free.filter(({ due }) => due !== null);
  const [first] = free;
  const taken = dated.length > 0 || !isIdle || !first ? dated : [first];
  return taken.map(({ code, due }) => ({ type: 'step', code, due }));
};

/** It was due when its month was over. */
const unitTask = ({ id, name, planned }: SpreadUnit): ProjectTask => ({
  ...{ type: 'unit', unitId: id, name },
  due: lastOfMonth(planned),
});

/**
 * What the lead has to do on a project: the steps they or nobody was chosen for, what is written as
 * the next step, and to send the gate when nothing is missing. Where somebody is asked, they wait.
 */
export const leadTasks = (underway: Underway, leadId: PersonId): readonly ProjectTask[] => {
  const { project, gate, missing, asked, lateUnits } = underway;
  if (!isAtWork(project)) return [];
  const own = chosenFor(underway, leadId);
  const { nextStep, nextStepDue } = project;
  const next: readonly ProjectTask[] =
    nextStep === '' ? [] : [{ type: 'nextStep', text: nextStep, due: nextStepDue }];
  if (gate !== null && missing === 0 && asked === null)
    return [...own, ...next, { type: 'send', gate, due: null }];
  const units = lateUnits.map(unitTask);
  const isIdle = own.length === 0 && units.length === 0 && next.length === 0 && asked === null;
  return [...own, ...units, ...next, ...leadSteps(underway, isIdle)];
};

/** The steps that others were chosen for: what a lead waits for. */
export const othersSteps = (underway: Underway, personId: PersonId): readonly Step[] =>
  undoneSteps(underway).filter((step) => isChosen(step) && step.responsibleId !== personId);
