import { actions, may } from '#shared/domain/permissions.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { seatsFor } from '#shared/useCases/requests/views.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import type { Handler } from './context.ts';

/** Who the reader is here, and how much waits for them. */
export const getMe: Handler<'GET /api/me'> =
  ({ deps }) =>
  ({ actor }) => {
    const settings = settingsOf(deps.stores);
    return {
      id: actor.id,
      name: actor.name,
      roles: actor.roles,
      seats: seatsFor(deps, actor),
      may: actions.filter((action) => may(actor, action)),
      areas: settings.areas,
      steps: settings.stepTemplates,
      waiting: mattersWaitingFor(deps, actor.id).length,
    };
  };
