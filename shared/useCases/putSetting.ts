import { differenceOf } from '#shared/domain/history.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { changeRow } from './changeRow.ts';
import type { Deps } from './ports.ts';
import { changeBy, recordHistory } from './recordHistory.ts';

export const settingSubject = (id: keyof Settings): string => `setting:${id}`;

/** What a change of a setting is made on; one that is not in the list yet has a revision too. */
export const revisionOf = (etag: string | undefined): string => etag ?? 'none';

type Write = { readonly id: keyof Settings; readonly value: string; readonly revision: string };

/** Sets one setting on the revision that was read; false when somebody was faster. */
export const putSetting = async (
  deps: Deps,
  actor: Actor,
  { id, value, revision }: Write,
): Promise<boolean> => {
  const subject = settingSubject(id);
  const at = deps.clock.now();
  let clash = false;
  const row = await changeRow(deps, deps.stores.settings, id, subject, (current, etag) => {
    clash = current.value !== value && etag !== revision;
    if (clash || current.value === value) return null;
    const difference = differenceOf(current, { value });
    const change = changeBy(actor, 'edited', `${subject}:edit:${etag}`, at, difference);
    return { changes: { value }, change };
  });
  if (row) return !clash;
  const after = JSON.stringify({ value });
  const change = changeBy(actor, 'created', `${subject}:created`, at, { before: '{}', after });
  const inserted = await deps.stores.settings.insert({ id, value, lastChange: change });
  if (inserted.type === 'inserted')
    deps.later('history', () => recordHistory(deps, subject, change));
  return inserted.row.value.value === value;
};
