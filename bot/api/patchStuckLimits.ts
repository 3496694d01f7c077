import {
  editStuckLimits,
  type StuckLimitsRefusal,
} from '#shared/useCases/settings/editStuckLimits.ts';
import { stuckWords } from '#shared/words/screens/stuck.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: StuckLimitsRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    case 'notADay':
      return new ApiRefusal(422, refusal.type, stuckWords.notADay);
    case 'changed':
      return new ApiRefusal(409, refusal.type, stuckWords.changed, {
        beside: { current: refusal.current },
      });
  }
};

/** After how long a project sits, on the limits that were seen. */
export const patchStuckLimits: Handler<'PATCH /api/settings/stuck'> =
  (parts) =>
  async ({ actor, body }) => {
    const edited = await editStuckLimits(parts.deps, actor, body());
    if (!edited.ok) throw refusalOf(edited.refusal);
    return edited.value;
  };
