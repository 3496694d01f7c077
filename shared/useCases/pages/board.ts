import type { BoardProject, WaitingFor } from '#shared/domain/board.ts';
import { gateAfter } from '#shared/domain/gates.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { priorityOf } from '#shared/domain/priority.ts';
import type { Project } from '#shared/domain/project.ts';
import { missingFor } from '#shared/domain/readiness.ts';
import { positionOf, requestStateOf } from '#shared/domain/request.ts';
import type { StuckBefore } from '#shared/domain/stuck.ts';
import { isAssessed } from '#shared/domain/tek.ts';
import { askedBeforeGate } from '../checklist/askedBeforeGate.ts';
import { stepsByCode } from '../checklist/steps.ts';
import { isHeldUp } from '../outbox/reach.ts';
import type { Deps, Stores } from '../ports.ts';
import { unitsOf } from '../spread/unitsOf.ts';
import { isEnded, type Open, openIn, somebodyIn, stuckBeforeIn, stuckIn } from '../stuck/stuck.ts';

const waitingAtGate = (deps: Deps, { request, statements }: Open): WaitingFor => {
  const { decider } = request;
  const atMeeting = requestStateOf(request, statements, undefined).type === 'meeting';
  return {
    type: 'gate',
    gate: request.gate,
    requestId: request.id,
    decider: decider.type,
    seats: decider.seats,
    pending: decider.seats.filter((seat) => positionOf(seat, statements).type === 'waiting'),
    ...(atMeeting ? { meeting: true as const } : {}),
    ...(isHeldUp(deps, request.id) ? { unreached: true as const } : {}),
    since: request.askedAt,
  };
};

const missingOf = (stores: Stores, project: Project): WaitingFor | undefined => {
  const gate = gateAfter(project.phase);
  if (gate === null || project.type !== 'digitek' || project.status !== 'active') return undefined;
  const count = missingFor(project, gate, stepsByCode(stores, project.id)).length;
  return { type: 'missing', gate, count };
};

/** The owner or the chef who is asked before the gate: they hold it up, whatever is written. */
const askedIn = (stores: Stores, project: Project): WaitingFor | undefined => {
  const asked = askedBeforeGate(stores, project);
  return asked ? { type: 'somebody', whom: asked.whom, since: asked.since } : undefined;
};

/** How far it is spread; nothing while no unit is named. */
const spreadIn = (stores: Stores, { id, phase, status }: Project): WaitingFor | undefined => {
  if (phase !== 'spread' || status !== 'operating') return undefined;
  const units = unitsOf(stores, id);
  const started = units.filter(({ state }) => state === 'started').length;
  return units.length === 0 ? undefined : { type: 'spread', started, total: units.length };
};

const waitingForOf = (
  deps: Deps,
  project: Project,
  open: Open | undefined,
): WaitingFor | undefined => {
  const { stores } = deps;
  if (open) return waitingAtGate(deps, open);
  const somebody = askedIn(stores, project) ?? somebodyIn(project);
  if (somebody) return somebody;
  const spread = spreadIn(stores, project);
  if (spread) return spread;
  if (project.nextStep !== '')
    return {
      type: 'step',
      text: project.nextStep,
      ...(project.nextStepDue === null ? {} : { due: project.nextStepDue }),
    };
  return missingOf(stores, project);
};

type Waits = Pick<BoardProject, 'waitingFor' | 'stuck'>;

const waitsOf = (deps: Deps, project: Project, before: StuckBefore): Waits => {
  if (isEnded(project)) return {};
  const open = openIn(deps.stores, project);
  const waitingFor = waitingForOf(deps, project, open);
  const stuck = stuckIn(deps.stores, project, open, before);
  return { ...(waitingFor ? { waitingFor } : {}), ...(stuck ? { stuck } : {}) };
};

/** What one project waits for, and whether it sits. */
export const waitsIn = (deps: Deps, project: Project): Waits =>
  waitsOf(deps, project, stuckBeforeIn(deps));

const moneyOf = (project: Project): Pick<BoardProject, 'askOre' | 'budgetOre' | 'common'> => {
  const { askOre, budgetOre } = project;
  const common = project.shares.some((share) => share.pool === 'common' && share.ore > 0);
  return {
    ...(askOre === null ? {} : { askOre }),
    ...(budgetOre === null ? {} : { budgetOre }),
    ...(common ? { common: true as const } : {}),
  };
};

const assessmentOf = (
  project: Project,
): Pick<BoardProject, 'tek' | 'risk' | 'priority' | 'voice'> => ({
  ...priorityOf(project),
  ...(isAssessed(project)
    ? { tek: [project.efficiency, project.quality, project.wellbeing] as const }
    : {}),
  ...(project.riskCategory === null ? {} : { risk: project.riskCategory }),
});

/** A project as the board shows it; what is not said is left out. */
export const cardOf = (deps: Deps, project: Project, before: StuckBefore): BoardProject => ({
  id: project.id,
  title: project.title,
  ...(project.purpose === '' ? {} : { purpose: project.purpose }),
  phase: project.phase,
  status: project.status,
  type: project.type,
  ...(project.leadArea === null ? {} : { area: project.leadArea }),
  ...(project.municipality === '' ? {} : { municipality: project.municipality }),
  ...(project.origin === null ? {} : { origin: project.origin }),
  ...assessmentOf(project),
  ...moneyOf(project),
  ...waitsOf(deps, project, before),
  ...(project.leadId === null ? {} : { lead: project.leadId }),
  ...(project.ownerId === null ? {} : { owner: project.ownerId }),
});

/** What those who own or lead a project are called: as the list of people has it, else as the row does. */
export const namesOnBoard = (stores: Stores): Readonly<Record<PersonId, string>> => {
  const names: Record<PersonId, string> = {};
  const add = (id: PersonId | null, name: string): void => {
    if (id !== null && names[id] === undefined)
      names[id] = stores.people.get(id)?.value.name ?? name;
  };
  for (const { value } of stores.projects.all()) {
    add(value.ownerId, value.ownerName);
    add(value.leadId, value.leadName);
  }
  return names;
};

/** Every project as the board shows it, in the order of the list. */
export const boardOf = (deps: Deps): readonly BoardProject[] => {
  const before = stuckBeforeIn(deps);
  return deps.stores.projects.all().map((row) => cardOf(deps, row.value, before));
};
