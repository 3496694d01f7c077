import type { Change } from '#shared/domain/history.ts';
import { type Deps, Fault, type Row, type Table } from '../ports.ts';
import { recordHistory } from './recordHistory.ts';

type Changing = { readonly id: string; readonly lastChange?: Change | null };

type Decided<T> = { readonly changes: Partial<T>; readonly change: Change } | null;

const mostTries = 20;

/** It is about to be overwritten, however old it is: who made it may have been cut off. */
const keep = async (deps: Deps, subject: string, last?: Change | null): Promise<void> => {
  if (last) await recordHistory(deps, subject, last);
};

/**
 * Reads a row fresh, asks `decide` what to change, and writes it with `If-Match`; when somebody
 * was faster it is read and asked again. `decide` returning null = nothing to do.
 */
export const changeRow = async <T extends Changing>(
  deps: Deps,
  table: Table<T>,
  id: string,
  subject: string,
  decide: (current: T, etag: string) => Decided<T> | Promise<Decided<T>>,
): Promise<Row<T> | null> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const row = await table.read(id);
    if (!row) return null;
    const decided = await decide(row.value, row.etag);
    if (!decided) return row;
    await keep(deps, subject, row.value.lastChange);
    const changes: Partial<T> = { ...decided.changes, lastChange: decided.change };
    const updated = await table.update(row, changes);
    if (updated.type === 'gone') return null;
    if (updated.type === 'updated') {
      deps.later('history', async () => {
        await recordHistory(deps, subject, decided.change);
      });
      return updated.row;
    }
  }
  throw new Fault('graph.unavailable', { id, tries: mostTries });
};
