import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Message } from '#shared/domain/message.ts';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';
import { stateText, storyKindNames } from '#shared/messages/stories.ts';
import type { CardContext } from './context.ts';
import { card, heading, kicker, line, strong } from './elements.ts';

/** The card a message about a story carries, as the story stands when it is drawn. */
export const storyCardOfMessage = (
  _message: Pick<Message, 'kind' | 'about'>,
  view: StoryView,
  _reader: StoryReader,
  _context: CardContext,
): IAdaptiveCard => {
  const { kind, state, about } = view.now;
  return card(
    [
      kicker(storyKindNames[kind]),
      heading(view.project?.title ?? about.title),
      line([strong(stateText(kind, state))]),
    ],
    `${storyKindNames[kind]}: ${about.title}`.slice(0, 90),
    null,
  );
};
