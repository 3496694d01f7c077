import type { BoardProject, WaitingFor } from '#shared/domain/board.ts';
import { gateAfter } from '#shared/domain/gates.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { priorityOf } from '#shared/domain/priority.ts';
import type { Project } from '#shared/domain/project.ts';
import { missingFor } from '#shared/domain/readiness.ts';
import {
  type GateRequest,
  openQuestionsOf,
  positionOf,
  requestStateOf,
  type Statement,
} from '#shared/domain/request.ts';
import { stuckLimitsOf } from '#shared/domain/settings.ts';
import { type Stuck, type StuckBefore, stuckBefore, stuckOf } from '#shared/domain/stuck.ts';
import { isAssessed } from '#shared/domain/tek.ts';
import { askedBeforeGate } from '../checklist/askedBeforeGate.ts';
import { stepsByCode } from '../checklist/steps.ts';
import { isHeldUp } from '../outbox/reach.ts';
import type { Deps, Stores } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { unitsOf } from '../spread/unitsOf.ts';

const openRequestIn = (stores: Stores, project: Project): GateRequest | undefined =>
  stores.requests
    .where('projectId', project.id)
    .map((row) => row.value)
    .findLast((request) => request.closedAt === null && !stores.decisions.get(request.id));

type Open = {
  readonly request: GateRequest;
  readonly statements: readonly Statement[];
};

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

const isEnded = ({ status }: Project): boolean => status === 'stopped' || status === 'closed';

const openIn = (stores: Stores, project: Project): Open | undefined => {
  const request = openRequestIn(stores, project);
  return (
    request && {
      request,
      statements: stores.statements.where('requestId', request.id).map((row) => row.value),
    }
  );
};

/** What people have written that it waits for; an open request is what it waits for before that. */
const somebodyIn = ({ waitsFor, waitsSince, phaseSince }: Project) =>
  waitsFor === ''
    ? undefined
    : { type: 'somebody' as const, whom: waitsFor, since: waitsSince ?? phaseSince };

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

/** Of whoever leads it, and else owns it; nobody is named where nobody is appointed. */
const whoseOf = (...names: readonly string[]): Pick<Stuck, 'whose'> => {
  const whose = names.find((name) => name !== '');
  return whose === undefined ? {} : { whose };
};

/** A project that is on its way through the gates; in operation it is where it should be. */
const isOnItsWay = ({ status, phase }: Project): boolean =>
  status === 'active' && phase !== 'operation' && phase !== 'spread';

/** The latest that moved: the phase, the row, a step, the request. That it was put in is no move. */
const lastMovementOf = (stores: Stores, project: Project, open: Open | undefined): string => {
  const { phaseSince, lastChange } = project;
  const steps = [...stepsByCode(stores, project.id).values()].map(({ doneAt }) => doneAt ?? '');
  return [
    phaseSince,
    lastChange && lastChange.before !== '{}' ? lastChange.at : '',
    ...steps,
    open?.request.askedAt ?? '',
    open?.statements.at(-1)?.at ?? '',
  ]
    .sort()
    .reduce((_, at) => at);
};

const stuckIn = (
  stores: Stores,
  project: Project,
  open: Open | undefined,
  before: StuckBefore,
): Stuck | undefined => {
  const [question] = open ? openQuestionsOf(open.statements) : [];
  const somebody = open ? undefined : somebodyIn(project);
  const { leadName, ownerName, phaseSince } = project;
  return stuckOf(
    {
      question: question && {
        since: question.at,
        ...whoseOf(leadName, open?.request.askedByName ?? ''),
      },
      gate: open && { since: open.request.askedAt },
      somebody: somebody && { since: somebody.since },
      // Few have been in their phase for so long: only of those is asked what has moved since.
      phase: () =>
        isOnItsWay(project) && phaseSince < before.phase
          ? { since: lastMovementOf(stores, project, open), ...whoseOf(leadName, ownerName) }
          : undefined,
    },
    before,
  );
};

type Waits = Pick<BoardProject, 'waitingFor' | 'stuck'>;

const waitsOf = (deps: Deps, project: Project, before: StuckBefore): Waits => {
  if (isEnded(project)) return {};
  const open = openIn(deps.stores, project);
  const waitingFor = waitingForOf(deps, project, open);
  const stuck = stuckIn(deps.stores, project, open, before);
  return { ...(waitingFor ? { waitingFor } : {}), ...(stuck ? { stuck } : {}) };
};

/** The days before which something sits: the same for all, and another with each new day. */
export const stuckBeforeIn = ({ stores, clock, calendarOf }: Deps): StuckBefore => {
  const settings = settingsOf(stores);
  return stuckBefore(stuckLimitsOf(settings), clock.day(), calendarOf(settings.closingDays));
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
