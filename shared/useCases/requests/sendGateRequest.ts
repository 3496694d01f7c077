import { deciderOf, type Routing } from '#shared/domain/decider.ts';
import { type Gate, gateRule } from '#shared/domain/gates.ts';
import { differenceOf } from '#shared/domain/history.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  askOf,
  type Missing,
  missingFor,
  paperOf,
  sharesAskedOf,
} from '#shared/domain/readiness.ts';
import { type GateRequest, type RequestId, requestId } from '#shared/domain/request.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import type { Step, StepCode } from '#shared/domain/steps.ts';
import { stepsByCode } from '../checklist/steps.ts';
import { boundOf } from '../ledger/boundOf.ts';
import { reserveFor } from '../ledger/pools.ts';
import type { Deps } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { tellAbout } from './tell.ts';

export type SendRefusal =
  | { readonly type: 'unknown' }
  | { readonly type: 'notAllowed' }
  /** The project is not in the phase that this gate ends, or has no gates at all. */
  | { readonly type: 'wrongPhase' }
  | { readonly type: 'notReady'; readonly missing: readonly Missing[] }
  | { readonly type: 'leadAreaMissing' }
  | { readonly type: 'alreadyAsked'; readonly request: GateRequest }
  /** The gate before has its answer, and what follows from it is still being written. */
  | { readonly type: 'justAnswered'; readonly request: GateRequest };

/**
 * A project with its requests, and its steps in memory. A query may be some seconds behind what
 * this server has written itself, so its answer is taken from memory, where the newer of the two is.
 */
const readMatter = async ({ stores }: Deps, projectId: string) => {
  const [project] = await Promise.all([
    stores.projects.read(projectId),
    stores.steps.readWhere('projectId', projectId),
    stores.approvals.readWhere('projectId', projectId),
    stores.chefComments.readWhere('projectId', projectId),
    stores.requests.readWhere('projectId', projectId),
    stores.decisions.readWhere('projectId', projectId),
  ]);
  return { project: project?.value, earlier: stores.requests.where('projectId', projectId) };
};

/** DigiTek projects pass gates; the others only ask for money. */
const isAtGate = (project: Project, gate: Gate): boolean => {
  if (project.status === 'stopped' || project.status === 'closed') return false;
  return gate === 'funding'
    ? project.type !== 'digitek'
    : project.type === 'digitek' && project.phase === gateRule(gate).from;
};

type Asking = {
  readonly project: Project;
  readonly gate: Gate;
  readonly round: number;
  readonly routing: Routing;
  readonly previous: RequestId | null;
  readonly steps: ReadonlyMap<StepCode, Step>;
  readonly at: string;
};

/** The request row that asks; the same asking makes the same row. */
export const requestFrom = (actor: Pick<Actor, 'id' | 'name'>, asking: Asking): GateRequest => {
  const { project, gate, round, routing } = asking;
  const paper = paperOf(gate, asking.steps);
  return {
    id: requestId(project.id, gate, round),
    projectId: project.id,
    gate,
    round,
    askedBy: actor.id,
    askedByName: actor.name,
    askedAt: asking.at,
    askOre: askOf(project, gate) ?? 0,
    shares: sharesAskedOf(project, gate),
    decider: routing.decider,
    why: routing.why,
    paper: {
      link: paper?.link ?? '',
      version: paper?.version ?? '',
      minutes: paper?.minutes ?? null,
    },
    previous: asking.previous,
    closedAt: null,
  };
};

/** What waits at a gate is at work: it leaves the idea bank, the backlog or the pipeline. */
const startWork = async (deps: Deps, request: GateRequest): Promise<void> => {
  const { projectId } = request;
  await changeRow(deps, deps.stores.projects, projectId, projectId, (project) => {
    const waiting = ['raw', 'backlog', 'pipeline'].includes(project.status);
    if (!waiting || request.gate === 'funding') return null;
    const changes = { status: 'active', phaseSince: request.askedAt } as const;
    const by = { id: request.askedBy, name: request.askedByName };
    const difference = differenceOf<Project>(project, changes);
    const cause = `${request.id}:started`;
    return { changes, change: changeBy(by, 'moved', cause, request.askedAt, difference) };
  });
};

/** The money, the record and the messages that follow from a request; may be done again at will. */
export const followRequest = async (deps: Deps, request: GateRequest): Promise<void> => {
  await startWork(deps, request);
  await reserveFor(deps, request);
  await recordHistory(
    deps,
    request.projectId,
    changeBy(
      { id: request.askedBy, name: request.askedByName },
      'requested',
      `${request.id}:requested`,
      request.askedAt,
      {
        before: '{}',
        after: JSON.stringify({
          gate: request.gate,
          askOre: request.askOre,
          decider: request.decider,
        }),
      },
    ),
  );
  await tellAbout(deps, request.id);
};

/** Until an answered request is closed the project may not have moved: that is said before its phase. */
const mayAsk = (
  { stores }: Deps,
  actor: Actor,
  { project, gate, open }: { project: Project; gate: Gate; open: GateRequest | undefined },
): SendRefusal | null => {
  if (!may(actor, 'sendRequest', project)) return { type: 'notAllowed' };
  if (open && stores.decisions.get(open.id)) return { type: 'justAnswered', request: open };
  if (!isAtGate(project, gate)) return { type: 'wrongPhase' };
  return open ? { type: 'alreadyAsked', request: open } : null;
};

/**
 * Sends the request of a gate: checks what it rests on, finds the decider, writes one row whose
 * unique key settles who sent it. Money that cannot be reserved in full does not stop it; the
 * card says so.
 */
export const sendGateRequest = async (
  deps: Deps,
  actor: Actor,
  asked: { readonly projectId: string; readonly gate: Gate },
): Promise<Result<GateRequest, SendRefusal>> => {
  const { projectId, gate } = asked;
  const { project, earlier } = await readMatter(deps, projectId);
  if (!project) return refused({ type: 'unknown' });
  const steps = stepsByCode(deps.stores, projectId);
  const open = earlier.find((one) => one.value.closedAt === null)?.value;
  const refusal = mayAsk(deps, actor, { project, gate, open });
  if (refusal) return refused(refusal);
  const missing = missingFor(project, gate, steps);
  if (missing.length > 0) return refused({ type: 'notReady', missing });
  const routing = deciderOf(boundOf(deps, project), gate, areaIdsOf(deps.stores));
  if (!routing.ok) return refused(routing.refusal);
  const round = earlier.filter((one) => one.value.gate === gate).length + 1;
  const request = requestFrom(actor, {
    project,
    gate,
    round,
    routing: routing.value,
    previous: null,
    steps,
    at: deps.clock.now(),
  });
  const inserted = await deps.stores.requests.insert(request);
  if (inserted.type === 'exists' && inserted.row.value.askedBy !== actor.id)
    return refused({ type: 'alreadyAsked', request: inserted.row.value });
  deps.later('followRequest', () => followRequest(deps, inserted.row.value));
  return done(inserted.row.value);
};
