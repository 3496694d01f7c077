import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { freeName } from '#shared/domain/quarter/quarter.ts';
import type { PlanRefusal } from '#shared/domain/quarter/rules.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import type { Deps } from '../ports.ts';
import { meetingsMoved } from '../requests/views.ts';
import { putSetting, revisionOf } from '../settings/editCommunication.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { dayProblemIn, quarterDays, quarterIds } from './quarters.ts';

const mostTries = 5;

/** Puts a kvartalsstatus on a day; there already = nothing happens. */
export const planQuarter = async (
  deps: Deps,
  actor: Actor,
  day: string,
): Promise<Result<readonly string[], PlanRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  const problem = dayProblemIn(deps, day);
  if (problem) return refused({ type: problem });
  if (quarterDays(deps).includes(day)) return done(quarterDays(deps));
  const id = 'quarterlyStatusDays';
  const moves = meetingsMoved(deps);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const row = await deps.stores.settings.read(id);
    const days = settingsOf(deps.stores).quarterlyStatusDays;
    // Somebody else has planned it meanwhile.
    if (quarterDays(deps).includes(day)) return done(quarterDays(deps));
    const name = freeName(day, [...days, ...quarterIds(deps)], moves);
    const value = JSON.stringify([...days, name].sort());
    if (await putSetting(deps, actor, { id, value, revision: revisionOf(row?.etag) }))
      return done(quarterDays(deps));
  }
  return refused({ type: 'changed' });
};
