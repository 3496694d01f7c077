import { newIdeasAt, tellNewIdeas } from '../ideas/tellNewIdeas.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { asksNobody, type MatterKind, sweptElsewhere } from './kind.ts';

/** The ideas that came since the last morning: told once, and never drawn again. */
export const newIdeasMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: () => 0,
  told: (deps, { about }) => {
    const day = about ?? '';
    const ideas = newIdeasAt(deps, day);
    const at = deps.clock.now();
    return {
      matter: {
        type: 'newIdeas',
        revision: 0,
        day,
        ideas,
        areas: settingsOf(deps.stores).areas,
        at,
      },
      isOvertaken: ideas.length === 0,
      isWanted: day === deps.clock.day() && ideas.length > 0,
    };
  },
  byClock: tellNewIdeas,
};
