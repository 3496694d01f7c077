import type { BoardProject, WaitingFor } from '#shared/domain/board.ts';
import { gateAfter } from '#shared/domain/gates.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { priorityOf } from '#shared/domain/priority.ts';
import type { Project } from '#shared/domain/project.ts';
import { missingFor } from '#shared/domain/readiness.ts';
import {
  type GateRequest,
  positionOf,
  requestStateOf,
  type Statement,
} from '#shared/domain/request.ts';
import { isAssessed } from '#shared/domain/tek.ts';
import type { Stores } from './ports.ts';

const openRequestIn = (stores: Stores, project: Project): GateRequest | undefined =>
  stores.requests
    .where('projectId', project.id)
    .map((row) => row.value)
    .findLast((request) => request.closedAt === null && !stores.decisions.get(request.id));

const waitingAtGate = (request: GateRequest, statements: readonly Statement[]): WaitingFor => {
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
    since: request.askedAt,
  };
};

const missingOf = (stores: Stores, project: Project): WaitingFor | undefined => {
  const gate = gateAfter(project.phase);
  if (gate === null || project.type !== 'digitek' || project.status !== 'active') return undefined;
  const steps = stores.steps.where('projectId', project.id).map((row) => row.value);
  const byCode = new Map(steps.map((step) => [step.code, step]));
  return { type: 'missing', gate, count: missingFor(project, gate, byCode).length };
};

const waitingForOf = (stores: Stores, project: Project): WaitingFor | undefined => {
  if (project.status === 'stopped' || project.status === 'closed') return undefined;
  const request = openRequestIn(stores, project);
  if (request) {
    const statements = stores.statements.where('requestId', request.id).map((row) => row.value);
    return waitingAtGate(request, statements);
  }
  if (project.waitsFor !== '')
    return {
      type: 'somebody',
      whom: project.waitsFor,
      since: project.waitsSince ?? project.phaseSince,
    };
  if (project.nextStep !== '')
    return {
      type: 'step',
      text: project.nextStep,
      ...(project.nextStepDue === null ? {} : { due: project.nextStepDue }),
    };
  return missingOf(stores, project);
};

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

const cardOf = (stores: Stores, project: Project): BoardProject => {
  const waitingFor = waitingForOf(stores, project);
  return {
    id: project.id,
    title: project.title,
    ...(project.purpose === '' ? {} : { purpose: project.purpose }),
    phase: project.phase,
    status: project.status,
    type: project.type,
    ...(project.leadArea === null ? {} : { area: project.leadArea }),
    ...(project.municipality === '' ? {} : { municipality: project.municipality }),
    ...assessmentOf(project),
    ...moneyOf(project),
    ...(waitingFor ? { waitingFor } : {}),
    ...(project.leadId === null ? {} : { lead: project.leadId }),
    ...(project.ownerId === null ? {} : { owner: project.ownerId }),
  };
};

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

/** Every project as the board shows it, in the order of the list; what is not said is left out. */
export const boardOf = (stores: Stores): readonly BoardProject[] =>
  stores.projects.all().map((row) => cardOf(stores, row.value));
