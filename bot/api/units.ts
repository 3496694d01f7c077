import { addUnit, changeUnit, type UnitRefusal } from '#shared/useCases/spread/spreadUnits.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { spreadRefusals } from '#shared/words/spread/words.ts';
import type { Handler } from './context.ts';
import { projectReplyOf } from './getProject.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: UnitRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'unknown':
      return new ApiRefusal(404, 'unknown', spreadRefusals.noUnit);
    case 'notAllowed':
      return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    case 'changed':
      return new ApiRefusal(409, 'changed', spreadRefusals.changed);
    case 'unitThere':
      return new ApiRefusal(422, 'unitThere', spreadRefusals.unitThere(refusal.name));
    default:
      return new ApiRefusal(422, refusal.type, spreadRefusals[refusal.type]);
  }
};

/** A unit more that the project is spread to. */
export const postUnit: Handler<'POST /api/projects/:id/units'> =
  (parts) =>
  async ({ actor, reply, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const added = await addUnit(parts.deps, actor, { projectId, ...body() });
    if (!added.ok) throw refusalOf(added.refusal);
    reply.code(201);
    return projectReplyOf(parts, actor, projectId);
  };

/** How a unit stands: planned anew, started, given up, or called something else. */
export const putUnit: Handler<'PUT /api/projects/:id/units/:unit'> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const unitId = idIn('unit', spreadRefusals.noUnit);
    const changed = await changeUnit(parts.deps, actor, { projectId, unitId, ...body() });
    if (!changed.ok) throw refusalOf(changed.refusal);
    return projectReplyOf(parts, actor, projectId);
  };
