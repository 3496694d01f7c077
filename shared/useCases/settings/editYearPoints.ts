import type { YearPointsReply } from '#shared/contract/year.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import {
  type YearPoint,
  type YearPointsProblem,
  yearPointsProblem,
} from '#shared/domain/yearPoints.ts';
import type { Deps } from '../ports.ts';
import { putSetting, revisionOf } from './editCommunication.ts';
import { areaIdsOf, settingsOf } from './settingsOf.ts';

export type YearPointsRefusal =
  | YearPointsProblem
  | { readonly type: 'notAllowed' }
  | { readonly type: 'changed'; readonly current: YearPointsReply };

type Given = { readonly revision: string; readonly points: readonly YearPoint[] };

/** The fixed points of the årshjul, who changed them last, and the revision a change is made on. */
export const yearPointsOf = (deps: Deps): YearPointsReply => {
  const row = deps.stores.settings.get('yearPoints');
  const last = row?.value.lastChange ?? null;
  return {
    revision: revisionOf(row?.etag),
    points: settingsOf(deps.stores).yearPoints,
    latest: last && { byName: last.byName, at: last.at },
  };
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** As people leave them: in the order of the year; an area that is gone is nobody's. */
const tidied = (deps: Deps, points: readonly YearPoint[]): readonly YearPoint[] => {
  const areas = areaIdsOf(deps.stores);
  return points
    .map(({ id, title, day, area, link }) => ({
      ...{ id, title: oneLine(title), day: day.trim() },
      area: area !== null && areas.includes(area) ? area : null,
      link: link.trim(),
    }))
    .sort((a, b) => a.day.slice(-5).localeCompare(b.day.slice(-5)));
};

/** Sets the points, all of them, on the revision that was read. */
export const editYearPoints = async (
  deps: Deps,
  actor: Actor,
  { revision, points }: Given,
): Promise<Result<YearPointsReply, YearPointsRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  const tidy = tidied(deps, points);
  const problem = yearPointsProblem(tidy);
  if (problem) return refused(problem);
  const write = { id: 'yearPoints', value: JSON.stringify(tidy), revision } as const;
  return (await putSetting(deps, actor, write))
    ? done(yearPointsOf(deps))
    : refused({ type: 'changed', current: yearPointsOf(deps) });
};
