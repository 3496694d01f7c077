import {
  type Change,
  firstHash,
  type HistoryEntry,
  type HistoryKind,
  sealedTextOf,
} from '#shared/domain/history.ts';
import type { Actor } from '#shared/domain/person.ts';
import { type Deps, Fault } from './ports.ts';

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
export const recordHistory = async (
  deps: Deps,
  subject: string,
  change: Change,
): Promise<HistoryEntry> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const chain = await deps.stores.history.readWhere('subject', subject);
    const known = chain.find((row) => row.value.cause === change.cause);
    if (known) return known.value;
    const last = chain.at(-1)?.value;
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
    if (inserted.type === 'inserted' || inserted.row.value.cause === change.cause)
      return inserted.row.value;
  }
  throw new Fault('graph.unavailable', { subject, cause: change.cause, tries: mostTries });
};
