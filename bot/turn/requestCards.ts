import { messageAbout } from '#shared/domain/message.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import type { Waiting } from '#shared/useCases/requests/views.ts';
import { anybody } from '../cards/context.ts';
import { cardFor, cardOfMessage, questionCardFor } from '../cards/requests/cardFor.ts';
import { summaryOf } from '../cards/summary.ts';
import { type Asking, type MatterCards, personIn, type ShownCopy, userIdsOf } from './drawing.ts';

export const requestCards = ({ view }: { readonly view: RequestView }): MatterCards => ({
  draw: (message, { links, conversation, readerFor }) => {
    const personId = personIn(message);
    const reader = personId === null ? anybody : readerFor(view, personId);
    const context = { links, userIds: userIdsOf(conversation, view, readerFor) };
    return {
      card: cardOfMessage(message, view, reader, context),
      summary: summaryOf(view, message.kind, personId === null ? null : reader),
    };
  },
  link: (links) =>
    view.state.type === 'ended' ? links.project(view.project.id) : links.request(view.request.id),
});

/** The question a lead has not replied to yet. */
const openQuestionIn = (view: RequestView): string | null =>
  view.questions.find(({ reply }) => reply === null)?.question.id ?? null;

export const requestCopy = (
  { view, reader, waits }: Waiting,
  { links, inbound }: Asking,
): ShownCopy => {
  const context = { links, userIds: [inbound.teamsUserId] };
  const question = waits === 'reply' ? openQuestionIn(view) : null;
  const kind = question === null ? 'ask' : 'question';
  return {
    ...{ kind, revision: view.revision, summary: summaryOf(view, kind, reader) },
    about: messageAbout.request(view.request.id, question),
    card:
      question === null
        ? cardFor(view, reader, context)
        : questionCardFor(view, question, reader, context),
  };
};
