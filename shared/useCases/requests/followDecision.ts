import { changesAfter, rethoughtFrom, stepsUndoneBy } from '#shared/domain/consequences.ts';
import { deciderOf, type Routing } from '#shared/domain/decider.ts';
import { differenceOf } from '#shared/domain/history.ts';
import { type Decision, type GateRequest, requestId as keyOf } from '#shared/domain/request.ts';
import { stepId } from '#shared/domain/steps.ts';
import { stepsByCode } from '../checklist/steps.ts';
import { boundOf } from '../ledger/boundOf.ts';
import { settlePools } from '../ledger/pools.ts';
import type { Deps } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { recordStatement } from '../record/recordStatement.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { followRequest, requestFrom } from './sendGateRequest.ts';
import { tellAbout } from './tell.ts';
import { statementsOf } from './views.ts';

const actorIn = (decision: Decision) => ({ id: decision.byId, name: decision.byName });

const moveProject = async (deps: Deps, decision: Decision): Promise<void> => {
  await changeRow(deps, deps.stores.projects, decision.projectId, decision.projectId, (project) => {
    const changes = changesAfter(project, decision);
    if (Object.keys(changes).length === 0) return null;
    const difference = differenceOf(project, changes);
    return {
      changes,
      change: changeBy(actorIn(decision), 'moved', `${decision.id}:moved`, decision.at, difference),
    };
  });
};

const undoSteps = async (deps: Deps, decision: Decision): Promise<void> => {
  for (const code of stepsUndoneBy(decision)) {
    const id = stepId(decision.projectId, code);
    await changeRow(deps, deps.stores.steps, id, decision.projectId, (step) => {
      if (!step.done || (step.doneAt !== null && step.doneAt > decision.at)) return null;
      const changes = { done: false, doneByName: '', doneAt: null };
      return {
        changes,
        change: changeBy(
          actorIn(decision),
          'stepChanged',
          `${decision.id}:undone:${code}`,
          decision.at,
          differenceOf(step, changes),
        ),
      };
    });
  }
};

/** Who is asked next when the end of a request was not the end of the matter. */
const nextRouting = (deps: Deps, decision: Decision): Routing | null => {
  const project = deps.stores.projects.get(decision.projectId)?.value;
  if (!project) return null;
  if (decision.ending === 'rerouted')
    return decision.reroutedTo
      ? {
          decider: decision.reroutedTo,
          why: { type: 'rerouted', by: decision.byName, because: decision.comment },
        }
      : null;
  if (decision.ending !== 'lifted' && decision.ending !== 'askedAnew') return null;
  const routing = deciderOf(boundOf(deps, project), decision.gate, areaIdsOf(deps.stores));
  return routing.ok ? routing.value : null;
};

const askNext = async (deps: Deps, ended: GateRequest, decision: Decision): Promise<void> => {
  const routing = nextRouting(deps, decision);
  const project = await deps.stores.projects.read(decision.projectId);
  if (!routing || !project) return;
  const request = requestFrom(
    { id: ended.askedBy, name: ended.askedByName },
    {
      project: project.value,
      gate: ended.gate,
      round: ended.round + 1,
      routing,
      previous: ended.id,
      steps: stepsByCode(deps.stores, ended.projectId),
      at: decision.at,
    },
  );
  const inserted = await deps.stores.requests.insert(request);
  await followRequest(deps, inserted.row.value);
};

const openRethought = async (deps: Deps, decision: Decision): Promise<void> => {
  const project = deps.stores.projects.get(decision.projectId)?.value;
  const rethought = project && rethoughtFrom(project, decision);
  if (!rethought) return;
  await deps.stores.projects.insert(rethought);
  const after = JSON.stringify({ title: rethought.title, parentId: rethought.parentId });
  await recordHistory(
    deps,
    rethought.id,
    changeBy(actorIn(decision), 'created', `${decision.id}:rethought`, decision.at, {
      before: '{}',
      after,
    }),
  );
};

const recordEnd = (deps: Deps, decision: Decision) => {
  const { ending, outcome, spread, rethink, comment, gate, seat, onBehalf, reroutedTo } = decision;
  const handedOn = reroutedTo === null ? {} : { reroutedTo };
  return recordHistory(
    deps,
    decision.projectId,
    changeBy(actorIn(decision), 'ended', `${decision.id}:ended`, decision.at, {
      before: '{}',
      after: JSON.stringify({
        ...{ gate, ending, outcome, spread, rethink, comment, seat, onBehalf },
        ...handedOn,
      }),
    }),
  );
};

/**
 * The request that follows this one, when it has been asked already. All that comes before it is
 * done then, and doing it again would undo what has been decided since.
 */
const askedAlready = async (deps: Deps, ended: GateRequest): Promise<GateRequest | undefined> => {
  const next = await deps.stores.requests.read(keyOf(ended.projectId, ended.gate, ended.round + 1));
  return next?.value.previous === ended.id ? next.value : undefined;
};

const asksAnother = ({ ending }: Decision): boolean =>
  ending === 'lifted' || ending === 'askedAnew' || ending === 'rerouted';

const close = async (deps: Deps, requestId: string): Promise<void> => {
  const request = await deps.stores.requests.read(requestId);
  if (!request || request.value.closedAt !== null) return;
  await deps.stores.requests.update(request, { closedAt: deps.clock.now() });
};

/** What follows up to the question that another is asked. */
const followFirst = async (deps: Deps, ended: GateRequest, decision: Decision): Promise<void> => {
  await moveProject(deps, decision);
  await undoSteps(deps, decision);
  await settlePools(deps, decision);
  for (const statement of statementsOf(deps, ended.id))
    await recordStatement(deps, ended.projectId, statement);
  await recordEnd(deps, decision);
  await openRethought(deps, decision);
  await askNext(deps, ended, decision);
};

/**
 * Everything that follows from the end of a request. Each part has its own key, so this may be
 * cut off anywhere and run again, by any server; the request is closed last.
 */
export const followDecision = async (deps: Deps, requestId: string): Promise<void> => {
  const decision = (await deps.stores.decisions.read(requestId))?.value;
  const ended = (
    deps.stores.requests.get(requestId) ?? (await deps.stores.requests.read(requestId))
  )?.value;
  if (!decision || !ended) return;
  const next = asksAnother(decision) ? await askedAlready(deps, ended) : undefined;
  if (next) await followRequest(deps, next);
  else await followFirst(deps, ended, decision);
  await tellAbout(deps, requestId);
  await close(deps, requestId);
};
