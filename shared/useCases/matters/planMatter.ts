import { newsIn, tellPlan } from '../plan/planNews.ts';
import { asksNobody, type MatterKind, sweptElsewhere } from './kind.ts';

/** What a saved plan moved: told once to each who must know, and never drawn again. */
export const planMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: () => 0,
  told: (deps, message) => {
    const news = newsIn(deps, message);
    const isOver = news.length === 0;
    return { matter: { type: 'plan', revision: 0, news }, isOvertaken: isOver, isWanted: !isOver };
  },
  byClock: tellPlan,
};
