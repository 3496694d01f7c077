import type { GateRequest } from '#shared/domain/request.ts';
import { settlementOf } from '#shared/domain/request.ts';
import { followRemovals, unfinishedRemovals } from '../files/removeFile.ts';
import { followFiles, unfinishedFiles } from '../files/takeFile.ts';
import { decidedWithReserves, keepReserved, needsReserving, settlePools } from '../ledger/pools.ts';
import type { Unfinished } from '../matters/kind.ts';
import { tellByClock, unfinishedMatters } from '../matters/registry.ts';
import { tellMarks } from '../money/tellMarks.ts';
import { tellYear } from '../money/tellYear.ts';
import { watchReach } from '../outbox/reach.ts';
import { followPaper, unfinishedPapers } from '../papers/followPaper.ts';
import { type Deps, Fault, type Stores } from '../ports.ts';
import { recordStatement } from '../record/recordStatement.ts';
import { askAnew, mayAskAnew } from '../requests/askAnew.ts';
import { followDecision } from '../requests/followDecision.ts';
import { followRequest } from '../requests/sendGateRequest.ts';
import { readSettled } from '../requests/settle.ts';
import { isUntold } from '../requests/tell.ts';
import { openRequests, statementsOf } from '../requests/views.ts';
import { followSpread, unfollowedSpreads } from '../spread/spreadUnits.ts';
import { lastChangeAt, recordAll, unrecorded } from './recordChanges.ts';

/** What one sweep found to do; a fault in one matter does not keep the others waiting. */
export type Swept = { readonly done: number; readonly failed: readonly string[] };

const minute = 60_000;
const day = 24 * 60 * minute;
/** What happened this long before a sweep may still have been under way then. */
const overlapMs = 10 * minute;
/** Matters finished side by side: after a stop there may be many, and people wait for all of them. */
const atOnce = 4;

type Before = { readonly at: string; readonly failed: ReadonlySet<string> };

/** The last sweep of this process over these lists: what it could not finish is tried again. */
const before = new WeakMap<Stores, Before>();

type Work = Unfinished;
type Since = { readonly at: number; readonly failed: ReadonlySet<string> };

const finishDecided = (deps: Deps): readonly Work[] =>
  deps.stores.requests
    .all()
    .filter((row) => row.value.closedAt === null && deps.stores.decisions.get(row.value.id))
    .map((row) => [row.value.id, () => followDecision(deps, row.value.id)]);

const finishOpen = async (deps: Deps, requestId: string): Promise<void> => {
  const fresh = await readSettled(deps, requestId);
  if (!fresh) return;
  const { request, decision, statements } = fresh;
  if (decision || (await askAnew(deps, request))) {
    await followDecision(deps, requestId);
    return;
  }
  for (const statement of statements) await recordStatement(deps, request.projectId, statement);
  await followRequest(deps, request);
};

const isSettled = (deps: Deps, request: GateRequest): boolean => {
  const { type } = settlementOf(request.decider, statementsOf(deps, request.id));
  return type === 'decided' || type === 'lifted';
};

/**
 * Whether an open request may lack something: something happened to it lately, it could not be
 * finished last time, or memory shows that it does. A chef's deputy of today is asked today.
 */
const needsLook = (deps: Deps, request: GateRequest, since: Since): boolean =>
  since.failed.has(request.id) ||
  [request.askedAt, ...statementsOf(deps, request.id).map((statement) => statement.at)].some(
    (at) => Date.parse(at) >= since.at,
  ) ||
  isSettled(deps, request) ||
  isUntold(deps, request) ||
  mayAskAnew(deps, request);

const openWork = (deps: Deps, since: Since): readonly Work[] => {
  const open = openRequests(deps);
  return [
    ...open
      .filter((request) => needsLook(deps, request, since))
      .map((request): Work => [request.id, () => finishOpen(deps, request.id)]),
    ...open
      .filter((request) => !isSettled(deps, request) && needsReserving(deps, request))
      .map(
        (request): Work => [
          request.id,
          async () => {
            await keepReserved(deps, request);
          },
        ],
      ),
  ];
};

const historyWork = async (deps: Deps, since: Since): Promise<readonly Work[]> => {
  const changed = await unrecorded(
    deps,
    (subject, change) =>
      since.failed.has(`history:${subject}`) || Date.parse(change.at) >= since.at,
  );
  return changed.map((one): Work => [`history:${one.subject}`, () => recordAll(deps, one)]);
};

/** Documents whose server died as they came or went, papers without theirs, matters that are behind, and what the clock calls for. */
const matterWork = async (deps: Deps): Promise<readonly Work[]> => [
  ...unfinishedFiles(deps).map((step): Work => [step.id, () => followFiles(deps, step)]),
  ...unfinishedRemovals(deps).map(
    (step): Work => [`removed:${step.id}`, () => followRemovals(deps, step)],
  ),
  ...(await unfinishedPapers(deps)).map((now): Work => [now.id, () => followPaper(deps, now)]),
  ...(await unfinishedMatters(deps)),
  [
    'byClock',
    async () => {
      await tellByClock(deps);
    },
  ],
];

const doAll = async (work: readonly Work[]): Promise<readonly (readonly [string, string])[]> => {
  const failed: (readonly [string, string])[] = [];
  const waiting = work.values();
  const worker = async (): Promise<void> => {
    for (const [matter, finish] of waiting)
      try {
        await finish();
      } catch (thrown) {
        failed.push([matter, thrown instanceof Fault ? thrown.code : String(thrown)]);
      }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
};

/**
 * How far back to look. What a dead server left half done is the last that it did, so at start the
 * days before the latest change are enough, however long ago that is.
 */
const sinceOf = (deps: Deps, when: 'start' | 'later'): { open: Since; history: Since } => {
  const last = before.get(deps.stores);
  const failed = last?.failed ?? new Set<string>();
  const now = deps.clock.now();
  const lately = { at: Date.parse(last?.at ?? now) - overlapMs, failed };
  if (when === 'later') return { open: lately, history: lately };
  const latest = Date.parse(lastChangeAt(deps) ?? now);
  return {
    open: { at: Number.NEGATIVE_INFINITY, failed },
    history: { at: Math.min(latest, lately.at) - 2 * day, failed },
  };
};

/**
 * Finishes what was cut off: decisions whose consequences are not all there, positions that
 * settle a matter nobody ended, requests without reservation or message, changes missing in the
 * history. At start everything open is looked at, later only what is recent or shows a lack.
 */
export const sweep = async (deps: Deps, when: 'start' | 'later'): Promise<Swept> => {
  const at = deps.clock.now();
  const since = sinceOf(deps, when);
  const work: readonly Work[] = [
    ...finishDecided(deps),
    ...openWork(deps, since.open),
    ...decidedWithReserves(deps).map(
      (decision): Work => [decision.id, () => settlePools(deps, decision)],
    ),
    ...unfollowedSpreads(deps).map(
      (projectId): Work => [`spread:${projectId}`, () => followSpread(deps, projectId)],
    ),
    ['pools', () => tellMarks(deps)],
    ['year', () => tellYear(deps)],
    ['reach', () => watchReach(deps)],
    ...(await matterWork(deps)),
  ];
  const failed = [...(await doAll(work))];
  const records = await historyWork(deps, since.history);
  failed.push(...(await doAll(records)));
  before.set(deps.stores, { at, failed: new Set(failed.map(([matter]) => matter)) });
  return {
    done: work.length + records.length - failed.length,
    failed: failed.map(([matter, why]) => `${matter}: ${why}`),
  };
};
