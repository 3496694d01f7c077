import { settleRequest } from './answerRequest.ts';
import { isRecent, secureLastChange } from './changeRow.ts';
import { poolSubject } from './editPools.ts';
import { followDecision } from './followDecision.ts';
import { keepReserved, needsReserving } from './pools.ts';
import type { Deps } from './ports.ts';
import { recordStatement } from './recordStatement.ts';
import { followRequest } from './sendGateRequest.ts';
import { tellAbout } from './tell.ts';
import { tellMarks } from './tellMarks.ts';
import { openRequests, readRequest, statementsOf } from './views.ts';

/** What one sweep found to do; a fault in one matter does not keep the others waiting. */
export type Swept = { readonly done: number; readonly failed: readonly string[] };

const day = 24 * 60 * 60_000;
/** Matters finished side by side: after a stop there may be many, and people wait for all of them. */
const atOnce = 4;

const finishDecided = (deps: Deps): readonly string[] =>
  deps.stores.requests
    .all()
    .filter((row) => row.value.closedAt === null && deps.stores.decisions.get(row.value.id))
    .map((row) => row.value.id);

const finishOpen = async (deps: Deps, requestId: string): Promise<void> => {
  const fresh = await readRequest(deps, requestId);
  if (!fresh) return;
  if (fresh.decision || (await settleRequest(deps, fresh))) {
    await followDecision(deps, requestId);
    return;
  }
  await followRequest(deps, fresh.request);
  for (const statement of fresh.statements)
    await recordStatement(deps, fresh.request.projectId, statement);
  await tellAbout(deps, requestId);
};

/** An open request needs the long look when something happened to it lately, or at start. */
const needsLook = (deps: Deps, requestId: string, askedAt: string, withinMs: number): boolean =>
  [askedAt, ...statementsOf(deps, requestId).map((statement) => statement.at)].some((at) =>
    isRecent(at, deps.clock.now(), withinMs),
  );

const recordedChanges = (deps: Deps, withinMs: number): readonly (() => Promise<void>)[] => {
  const now = deps.clock.now();
  const recent = (at: string | undefined): boolean =>
    at !== undefined && isRecent(at, now, withinMs);
  const steps = deps.stores.steps
    .all()
    .filter((row) => recent(row.value.lastChange?.at))
    .map((row) => () => secureLastChange(deps, row.value.projectId, row.value));
  const projects = deps.stores.projects
    .all()
    .filter((row) => recent(row.value.lastChange?.at))
    .map((row) => () => secureLastChange(deps, row.value.id, row.value));
  const pools = deps.stores.pools
    .all()
    .filter((row) => recent(row.value.lastChange?.at))
    .map((row) => () => secureLastChange(deps, poolSubject(row.value.id), row.value));
  return [...projects, ...steps, ...pools];
};

/**
 * Finishes what was cut off: decisions whose consequences are not all there, positions that
 * settle a matter nobody ended, requests without reservation or message, changes missing in the
 * history. At start everything open is looked at, later only what is recent.
 */
export const sweep = async (deps: Deps, when: 'start' | 'later'): Promise<Swept> => {
  const withinMs = when === 'start' ? 400 * day : day / 144;
  const work: (readonly [string, () => Promise<void>])[] = [
    ...finishDecided(deps).map((id) => [id, () => followDecision(deps, id)] as const),
    ...openRequests(deps)
      .filter((request) => needsLook(deps, request.id, request.askedAt, withinMs))
      .map((request) => [request.id, () => finishOpen(deps, request.id)] as const),
    ...openRequests(deps)
      .filter((request) => needsReserving(deps, request))
      .map(
        (request) =>
          [
            request.id,
            async () => {
              await keepReserved(deps, request);
            },
          ] as const,
      ),
    ['pools', () => tellMarks(deps)] as const,
    ...recordedChanges(deps, Math.min(withinMs, 2 * day)).map(
      (record) => ['history', record] as const,
    ),
  ];
  const failed: string[] = [];
  const waiting = work.values();
  const worker = async (): Promise<void> => {
    for (const [id, finish] of waiting)
      try {
        await finish();
      } catch (fault) {
        failed.push(`${id}: ${fault instanceof Error ? fault.message : String(fault)}`);
      }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { done: work.length - failed.length, failed };
};
