import {
  type InterestView,
  interestReaderOf,
  openInterestQuestion,
} from '#shared/domain/interest/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { interestCardAt } from '../cards/interest/interestCardFor.ts';
import { type InterestPlace, interestPlace } from '../cards/interest/interestContext.ts';
import {
  type Asking,
  type MatterCards,
  ownIds,
  personIn,
  type ShownCopy,
  saysItself,
} from './drawing.ts';

type Of = { readonly view: InterestView };

export const interestCards = ({ view }: Of): MatterCards => ({
  draw: (message, { links, conversation, actorOf }) => {
    const personId = personIn(message);
    const reader = interestReaderOf(view, personId === null ? null : actorOf(personId));
    const place = { kind: message.kind, about: Number(message.about) };
    const context = { links, userIds: ownIds(conversation) };
    return saysItself(interestCardAt(view, reader, context, place));
  },
  link: (links) =>
    view.owes === null ? links.project(view.project.id) : links.matter('interest', view.now.id),
});

export const interestCopy = ({ view }: Of, { links, useCases, inbound }: Asking): ShownCopy => {
  const { personId, personName, teamsUserId } = inbound;
  const actor = personId === null ? null : useCases.actorOf(personId, personName);
  const reader = interestReaderOf(view, actor);
  const question = reader.answers ? null : openInterestQuestion(view);
  const place: InterestPlace =
    question === null ? interestPlace(view) : { kind: 'interestQuestion', about: question };
  return {
    ...{ kind: place.kind, revision: view.now.revision },
    about: messageAbout.interest(view.now.id, place.about),
    card: interestCardAt(view, reader, { links, userIds: [teamsUserId] }, place),
  };
};
