import type { BoardProject, WaitingFor } from '#shared/domain/board.ts';
import { gateAfter } from '#shared/domain/gates.ts';
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
import type { Deps, Stores } from './ports.ts';
import { requestsHeldUp } from './reach.ts';

/** A one-line title leaves one line for the purpose; under a longer one it is never seen. */
const longestTitleBesidePurpose = 40;
const longestPurpose = 56;

const openRequestIn = (stores: Stores, project: Project): GateRequest | undefined =>
  stores.requests
    .where('projectId', project.id)
    .map((row) => row.value)
    .findLast((request) => request.closedAt === null && !stores.decisions.get(request.id));

const waitingAtGate = (
  request: GateRequest,
  statements: readonly Statement[],
  heldUp: ReadonlySet<string>,
): WaitingFor => {
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
    ...(heldUp.has(request.id) ? { unreached: true as const } : {}),
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

const waitingForOf = (
  stores: Stores,
  project: Project,
  heldUp: ReadonlySet<string>,
): WaitingFor | undefined => {
  if (project.status === 'stopped' || project.status === 'closed') return undefined;
  const request = openRequestIn(stores, project);
  if (request) {
    const statements = stores.statements.where('requestId', request.id).map((row) => row.value);
    return waitingAtGate(request, statements, heldUp);
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

const shortened = (text: string): string => {
  if (text.length <= longestPurpose) return text;
  const cut = text.slice(0, longestPurpose);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).trimEnd()} …`;
};

const hasRoomForPurpose = (project: Project): boolean =>
  project.purpose !== '' &&
  project.title.length <= longestTitleBesidePurpose &&
  (project.status === 'active' || project.status === 'operating');

const moneyOf = (project: Project): Pick<BoardProject, 'ore' | 'common'> => {
  const ore = project.askOre ?? project.budgetOre;
  const common = project.shares.some((share) => share.pool === 'common' && share.ore > 0);
  return { ...(ore === null ? {} : { ore }), ...(common ? { common: true as const } : {}) };
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

const cardOf = (stores: Stores, project: Project, heldUp: ReadonlySet<string>): BoardProject => {
  const waitingFor = waitingForOf(stores, project, heldUp);
  return {
    id: project.id,
    title: project.title,
    ...(hasRoomForPurpose(project) ? { purpose: shortened(project.purpose) } : {}),
    phase: project.phase,
    status: project.status,
    type: project.type,
    ...(project.leadArea === null ? {} : { area: project.leadArea }),
    ...assessmentOf(project),
    ...moneyOf(project),
    ...(waitingFor ? { waitingFor } : {}),
    ...(project.leadId === null ? {} : { lead: project.leadId }),
    ...(project.ownerId === null ? {} : { owner: project.ownerId }),
  };
};

/** Every project as the board shows it, in the order of the list; what is not said is left out. */
export const boardOf = (deps: Deps): readonly BoardProject[] => {
  const heldUp = requestsHeldUp(deps);
  return deps.stores.projects.all().map((row) => cardOf(deps.stores, row.value, heldUp));
};
