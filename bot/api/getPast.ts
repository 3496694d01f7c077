import { may } from '#shared/domain/permissions.ts';
import { pastPage } from '#shared/useCases/pages/pastPage.ts';
import { pastRefusal } from '#shared/words/screens/past.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** The board as it was when a day ended; what is left in the pools is for those who may see them. */
export const getPast: Handler<'GET /api/past/:day'> =
  ({ deps, freshness }) =>
  async ({ actor, idIn }) => {
    const page = await pastPage(deps, idIn('day', pastRefusal({ type: 'notADay' })));
    if (!page.ok) throw new ApiRefusal(422, page.refusal.type, pastRefusal(page.refusal));
    const { figuresThen, figuresNow, ...rest } = page.value;
    const seen = may(actor, 'seePools') ? {} : { leftOre: null };
    return {
      asOf: freshness.asOf(),
      ...rest,
      figuresThen: { ...figuresThen, ...seen },
      figuresNow: { ...figuresNow, ...seen },
    };
  };
