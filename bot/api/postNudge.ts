import { isStepCode } from '#shared/domain/steps.ts';
import { nudge } from '#shared/useCases/tasks/nudge.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** Reminds whoever was chosen for a step. */
export const postNudge: Handler<'POST /api/projects/:id/steps/:code/nudge'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const code = idIn('code', apiWords.noStep);
    body();
    if (!isStepCode(code)) throw new ApiRefusal(404, 'unknown', apiWords.noStep);
    const nudged = await nudge(deps, actor, projectId, code);
    switch (nudged.type) {
      case 'unknown':
        throw new ApiRefusal(404, 'unknown', apiWords.noProject);
      case 'notAllowed':
        throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
      case 'nobody':
      case 'done':
        throw new ApiRefusal(409, nudged.type, apiWords.nudge[nudged.type]);
      case 'told':
      case 'alreadyTold':
        return { outcome: nudged.type, whom: nudged.whom };
    }
  };
