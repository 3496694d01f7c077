import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { isStuckLimit, stuckLimitsOf, stuckSettings } from '#shared/domain/settings.ts';
import { type StuckLimits, stuckWhys } from '#shared/domain/stuck.ts';
import type { Deps } from '../ports.ts';
import { putSetting, revisionOf } from './editCommunication.ts';
import { settingsOf } from './settingsOf.ts';

export type StuckLimitsRefusal =
  | { readonly type: 'notAllowed' | 'notADay' }
  | { readonly type: 'changed'; readonly current: StuckLimits };

/**
 * Changes after how long a project sits. Each limit is a setting of its own, and only those that
 * were changed are written: on what was seen, and without a word when it stands there already.
 */
export const editStuckLimits = async (
  deps: Deps,
  actor: Actor,
  { seen, limits }: { readonly seen: StuckLimits; readonly limits: StuckLimits },
): Promise<Result<StuckLimits, StuckLimitsRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  if (!stuckWhys.every((why) => isStuckLimit(limits[why]))) return refused({ type: 'notADay' });
  const { settings } = deps.stores;
  const changed = stuckWhys.filter((why) => limits[why] !== seen[why]);
  const rows = await Promise.all(changed.map((why) => settings.read(stuckSettings[why])));
  const now = stuckLimitsOf(settingsOf(deps.stores));
  const clash = (): Result<StuckLimits, StuckLimitsRefusal> =>
    refused({ type: 'changed', current: stuckLimitsOf(settingsOf(deps.stores)) });
  if (changed.some((why) => now[why] !== seen[why] && now[why] !== limits[why])) return clash();
  for (const [place, why] of changed.entries()) {
    const revision = revisionOf(rows[place]?.etag);
    const write = { id: stuckSettings[why], value: String(limits[why]), revision };
    if (now[why] !== limits[why] && !(await putSetting(deps, actor, write))) return clash();
  }
  return done(stuckLimitsOf(settingsOf(deps.stores)));
};
