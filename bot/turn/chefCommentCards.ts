import {
  type ChefCommentView,
  chefReaderOf,
  openChefQuestion,
} from '#shared/domain/chefComments/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { chefCardAt } from '../cards/chefComments/chefCardFor.ts';
import { type ChefPlace, chefPlace } from '../cards/chefComments/chefContext.ts';
import {
  type Asking,
  type MatterCards,
  ownIds,
  personIn,
  type ShownCopy,
  saysItself,
} from './drawing.ts';

type Of = { readonly view: ChefCommentView };

export const chefCommentCards = ({ view }: Of): MatterCards => ({
  draw: (message, { links, conversation, actorOf }) => {
    const personId = personIn(message);
    const reader = chefReaderOf(view, personId === null ? null : actorOf(personId));
    const place = { kind: message.kind, about: Number(message.about) };
    const context = { links, userIds: ownIds(conversation) };
    return saysItself(chefCardAt(view, reader, context, place));
  },
  link: (links) =>
    view.lacks === null ? links.project(view.project.id) : links.matter('chefComment', view.now.id),
});

export const chefCommentCopy = ({ view }: Of, { links, useCases, inbound }: Asking): ShownCopy => {
  const { personId, personName, teamsUserId } = inbound;
  const reader = chefReaderOf(
    view,
    personId === null ? null : useCases.actorOf(personId, personName),
  );
  const question = reader.answers ? null : openChefQuestion(view);
  const place: ChefPlace =
    question === null ? chefPlace(view) : { kind: 'chefQuestion', about: question };
  return {
    ...{ kind: place.kind, revision: view.now.revision },
    about: messageAbout.chefComment(view.now.id, place.about),
    card: chefCardAt(view, reader, { links, userIds: [teamsUserId] }, place),
  };
};
