import type { RefreshMorning } from '#shared/contract/cardActions.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { morningNow } from '#shared/useCases/matters/morningMatter.ts';
import { morningCard } from '../cards/morning/morningCard.ts';
import { type Kind, nothingHeld, wordAfter } from './actions.ts';
import { type MatterCards, ownIds, saysItself } from './drawing.ts';

/** The morning's message, as the lists have it when it is sent and whenever it is opened. */
export const morningCards = ({
  morning,
  personId,
}: Extract<Notice, { type: 'morning' }>): MatterCards => ({
  draw: (_, { links, conversation }) =>
    saysItself(morningCard({ morning, personId, links, userIds: ownIds(conversation) })),
  link: (links) => (morning.waits.length > 0 ? links.decide() : links.tasks()),
});

/** Whoever opens it sees what waits for them: nobody else's morning can be asked for. */
export const morningKind: Kind<RefreshMorning, never> = {
  held: nothingHeld,
  asked: ({ deps, links }, { action, actor, teamsUserId }) => ({
    type: 'first',
    shown: {
      type: 'card',
      card: morningCard({
        morning: morningNow(deps, action.morning, actor.id),
        personId: actor.id,
        links,
        userIds: [teamsUserId],
      }),
      view: null,
    },
  }),
  received: () => wordAfter('notStored'),
  failed: (_parts, _press, ending) => wordAfter(ending),
};
