import {
  type ApprovalView,
  approvalReaderOf,
  openQuestionOf,
} from '#shared/domain/approvals/view.ts';
import { messageAbout } from '#shared/domain/message.ts';
import { approvalCardAt } from '../cards/approvals/approvalCardFor.ts';
import { type ApprovalPlace, askPlace } from '../cards/approvals/approvalContext.ts';
import {
  type Asking,
  type MatterCards,
  ownIds,
  personIn,
  type ShownCopy,
  saysItself,
} from './drawing.ts';

type Of = { readonly view: ApprovalView };

export const approvalCards = ({ view }: Of): MatterCards => ({
  draw: (message, { links, conversation, actorOf }) => {
    const personId = personIn(message);
    const reader = approvalReaderOf(view, personId === null ? null : actorOf(personId));
    const place = { kind: message.kind, about: Number(message.about) };
    const context = { links, userIds: ownIds(conversation) };
    return saysItself(approvalCardAt(view, reader, context, place));
  },
  link: (links) =>
    view.isOpen ? links.matter('approval', view.now.id) : links.project(view.project.id),
});

export const approvalCopy = ({ view }: Of, { links, useCases, inbound }: Asking): ShownCopy => {
  const { personId, personName, teamsUserId } = inbound;
  const actor = personId === null ? null : useCases.actorOf(personId, personName);
  const reader = approvalReaderOf(view, actor);
  const question = reader.answers ? null : openQuestionOf(view);
  const place: ApprovalPlace =
    question === null ? askPlace(view) : { kind: 'approvalQuestion', about: question };
  return {
    ...{ kind: place.kind, revision: view.now.revision },
    about: messageAbout.approval(view.now.id, place.about),
    card: approvalCardAt(view, reader, { links, userIds: [teamsUserId] }, place),
  };
};
