import { may } from '#shared/domain/permissions.ts';
import {
  editYearPoints,
  type YearPointsRefusal,
  yearPointsOf,
} from '#shared/useCases/settings/editYearPoints.ts';
import { yearPointsRefusalText } from '#shared/words/plan/yearPoints.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: YearPointsRefusal): ApiRefusal => {
  const text = yearPointsRefusalText(refusal);
  if (refusal.type === 'notAllowed') return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
  return refusal.type === 'changed'
    ? new ApiRefusal(409, refusal.type, text, { beside: { current: refusal.current } })
    : new ApiRefusal(422, refusal.type, text);
};

/** The fixed points of the årshjul, for whoever changes them. */
export const getYearPoints: Handler<'GET /api/settings/year-points'> =
  ({ deps }) =>
  ({ actor }) => {
    if (!may(actor, 'changeSettings')) throw refusalOf({ type: 'notAllowed' });
    return yearPointsOf(deps);
  };

/** All of them, on the revision that was read. */
export const patchYearPoints: Handler<'PATCH /api/settings/year-points'> =
  ({ deps }) =>
  async ({ actor, body }) => {
    const edited = await editYearPoints(deps, actor, body());
    if (!edited.ok) throw refusalOf(edited.refusal);
    return edited.value;
  };
