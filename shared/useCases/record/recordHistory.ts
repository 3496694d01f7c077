import {
  type Change,
  firstHash,
  type HistoryEntry,
  type HistoryKind,
  sealedTextOf,
} from '#shared/domain/history.ts';
import type { Actor } from '#shared/domain/person.ts';
import { type Deps, Fault, type Row, type Stores } from '../ports.ts';

const remembered = new WeakMap<Stores, Set<string>>();
const mostRemembered = 50_000;

/** Causes known to be in the history. It is append-only, so what was there once needs no look. */
const recordedIn = (stores: Stores): Set<string> => {
  const known = remembered.get(stores) ?? new Set();
  if (known.size > mostRemembered) known.clear();
  remembered.set(stores, known);
  return known;
};

export const isRecorded = (deps: Deps, change: Pick<Change, 'cause'>): boolean =>
  recordedIn(deps.stores).has(change.cause);

const remember = (deps: Deps, rows: readonly Row<HistoryEntry>[]): void => {
  const known = recordedIn(deps.stores);
  for (const row of rows) known.add(row.value.cause);
};

/** Learns in one reading which changes of a kind are in the history. */
export const learnRecorded = async (deps: Deps, kind: HistoryKind): Promise<void> => {
  remember(deps, await deps.stores.history.readWhere('kind', kind));
};

const learned = new WeakMap<Stores, Set<HistoryKind>>();

/** What this process did not write itself is looked up once. */
export const learnRecordedOnce = async (deps: Deps, kind: HistoryKind): Promise<void> => {
  const known = learned.get(deps.stores) ?? new Set();
  learned.set(deps.stores, known);
  if (known.has(kind)) return;
  await learnRecorded(deps, kind);
  known.add(kind);
};

/** Far more writers than ever append to one subject at once. */
const mostTries = 60;

export const changeBy = (
  actor: Pick<Actor, 'id' | 'name'>,
  kind: HistoryKind,
  cause: string,
  at: string,
  difference: { readonly before: string; readonly after: string },
): Change => ({ cause, kind, byId: actor.id, byName: actor.name, at, ...difference });

/**
 * Appends a change to its subject's chain, once: the unique key `subject:seq` settles who comes
 * first, the unique cause makes doing it again a no-op.
 */
export const recordHistory = async (deps: Deps, subject: string, change: Change): Promise<void> => {
  if (isRecorded(deps, change)) return;
  const chain = await deps.stores.history.readWhere('subject', subject);
  remember(deps, chain);
  if (isRecorded(deps, change)) return;
  let last = chain.at(-1)?.value;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const seq = (last?.seq ?? 0) + 1;
    const unsealed = {
      ...change,
      id: `${subject}:${seq}`,
      subject,
      seq,
      previousHash: last?.hash ?? firstHash,
    };
    const entry: HistoryEntry = { ...unsealed, hash: deps.hashOf(sealedTextOf(unsealed)) };
    const inserted = await deps.stores.history.insert(entry);
    // Taken: whoever took it comes before us, and the query need not know of it yet.
    last = inserted.row.value;
    remember(deps, [inserted.row]);
    if (last.cause === change.cause) return;
  }
  throw new Fault('graph.unavailable', { subject, cause: change.cause, tries: mostTries });
};
