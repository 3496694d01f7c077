import { messageAbout } from '#shared/domain/message.ts';
import { type StoryView, storyReaderOf } from '#shared/domain/stories/view.ts';
import { storyCardAt, storyCardOfMessage } from '../cards/stories/storyCardFor.ts';
import { askPlace } from '../cards/stories/storyContext.ts';
import {
  type Asking,
  type MatterCards,
  ownIds,
  personIn,
  type ShownCopy,
  saysItself,
} from './drawing.ts';

type Of = { readonly view: StoryView };

export const storyCards = ({ view }: Of): MatterCards => ({
  draw: (message, { links, conversation }) => {
    const context = { links, userIds: ownIds(conversation) };
    const reader = storyReaderOf(view, personIn(message));
    return saysItself(storyCardOfMessage(message, view, reader, context));
  },
  link: (links) => links.story(view.now.id),
});

export const storyCopy = ({ view }: Of, { links, inbound }: Asking): ShownCopy => {
  const context = { links, userIds: [inbound.teamsUserId] };
  const { id, revision, ask } = view.now;
  return {
    ...{ kind: 'storyAsk', revision },
    about: messageAbout.story(id, String(ask?.seq ?? 0)),
    card: storyCardAt(view, storyReaderOf(view, inbound.personId), context, askPlace(view)),
  };
};
