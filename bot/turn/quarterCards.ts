import { messageAbout } from '#shared/domain/message.ts';
import { type QuarterView, quarterReaderOf } from '#shared/domain/quarter/view.ts';
import { minutesPlace, quarterCardAt } from '../cards/quarter/quarterCards.ts';
import {
  type Asking,
  type MatterCards,
  ownIds,
  personIn,
  type ShownCopy,
  saysItself,
} from './drawing.ts';

type Viewed = { readonly view: QuarterView };

export const quarterCards = ({ view }: Viewed): MatterCards => ({
  draw: (message, { links, conversation }) => {
    const reader = quarterReaderOf(view, personIn(message));
    const place = { kind: message.kind, about: Number(message.about) };
    const context = { links, userIds: ownIds(conversation) };
    return saysItself(quarterCardAt(view, reader, context, { place }));
  },
  link: (links) => links.quarter(view.now.id),
});

export const quarterCopy = ({ view }: Viewed, { links, inbound }: Asking): ShownCopy => {
  const place = minutesPlace(view);
  const reader = quarterReaderOf(view, inbound.personId);
  const context = { links, userIds: [inbound.teamsUserId] };
  return {
    ...{ kind: place.kind, revision: view.now.revision },
    about: messageAbout.quarter(view.now.id, place.about),
    card: quarterCardAt(view, reader, context, { place }),
  };
};
