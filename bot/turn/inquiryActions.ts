import type { InquiryAction } from '#shared/contract/cardActions.ts';
import type { InquiryGiven, InquiryRefusal } from '#shared/domain/inquiries/rules.ts';
import { type InquiryView, inquiryReaderOf, ownYesOf } from '#shared/domain/inquiries/view.ts';
import { freshInquiryViewOf, inquiryViewOf } from '#shared/useCases/inquiries/inquiries.ts';
import { moveInquiry } from '#shared/useCases/inquiries/moveInquiry.ts';
import { openInquiryCard } from '../cards/inquiries/inquiryCard.ts';
import { failedInquiryCard, inquiryCardAt } from '../cards/inquiries/inquiryCardFor.ts';
import type { InquiryPlace } from '../cards/inquiries/inquiryContext.ts';
import { inquiryNotice, receivedInquiry } from '../cards/inquiries/inquiryReceipt.ts';
import type { Kind } from './actions.ts';
import { askingKind } from './askingActions.ts';

type DrawingAction = Extract<InquiryAction, { verb: 'refreshInquiry' | 'answerInquiryAgain' }>;
type MovingAction = Exclude<InquiryAction, DrawingAction>;

const isDrawing = (action: InquiryAction): action is DrawingAction =>
  action.verb === 'refreshInquiry' || action.verb === 'answerInquiryAgain';

const placeIn = (action: InquiryAction): InquiryPlace => {
  switch (action.verb) {
    case 'refreshInquiry':
      return { kind: action.kind, about: action.about };
    case 'replyToInquiry':
      return { kind: 'inquiryQuestion', about: action.question };
    default:
      return { kind: 'inquiryAsk', about: action.ask };
  }
};

const givenOf = (action: MovingAction): InquiryGiven => {
  const { ask, revision, comment } = action;
  switch (action.verb) {
    case 'answerInquiry':
      return { type: 'answered', ask, revision, answer: action.answer, comment };
    case 'askBack':
      return { type: 'question', ask, revision, comment };
    case 'replyToInquiry':
      return { type: 'reply', question: action.question, comment };
  }
};

/** Something that is asked about a project, and the lead's card with a question back. */
export const inquiryKind: Kind<InquiryAction, InquiryView> = askingKind<
  InquiryAction,
  InquiryView,
  InquiryRefusal
>({
  held: {
    known: ({ deps }, { inquiryId }) => inquiryViewOf(deps, inquiryId),
    fresh: ({ deps }, { inquiryId }) => freshInquiryViewOf(deps, inquiryId),
    isUpToDate: (view, { revision }) => view.now.revision >= revision,
  },
  moveFor: ({ deps }, { action, actor }) =>
    isDrawing(action) ? null : () => moveInquiry(deps, actor, action.inquiryId, givenOf(action)),
  isFor: (view, actor) => {
    const { answers, replies } = inquiryReaderOf(view, actor);
    return answers || replies || view.now.events.some(({ byId }) => byId === actor.id);
  },
  another: (view, { action, context }) =>
    inquiryNotice(view, context, placeIn(action), !isDrawing(action)),
  draw: (view, { action, actor, context }, problem) => {
    const reader = inquiryReaderOf(view, actor);
    const place = placeIn(action);
    if (problem) return failedInquiryCard(view, reader, context, { place, problem });
    return action.verb === 'answerInquiryAgain' &&
      view.isOpen &&
      (reader.answers || ownYesOf(view, reader.id) !== null)
      ? openInquiryCard(view, reader, context, { place })
      : inquiryCardAt(view, reader, context, place);
  },
  received: (view, { action, context }) => receivedInquiry(view, context, placeIn(action)),
});
