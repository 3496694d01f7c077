import type { CardAction } from '#shared/contract/cardActions.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { WaitingMatter } from '#shared/useCases/matters/kind.ts';
import { absenceCard, standingCard } from '../cards/absences/absenceCards.ts';
import { poolMarkCard, yearCard } from '../cards/chat/poolCard.ts';
import { unreachedCard } from '../cards/chat/unreachedCard.ts';
import type { Links } from '../cards/context.ts';
import { newIdeasCard } from '../cards/ideas/newIdeasCard.ts';
import { planCard } from '../cards/plan/planCard.ts';
import { nudgeCard } from '../cards/tasks/nudgeCard.ts';
import { absenceKind } from './absences.ts';
import { type Answered, acted, type Sender } from './actions.ts';
import { approvalKind } from './approvalActions.ts';
import { approvalCards, approvalCopy } from './approvalCards.ts';
import { benefitKind } from './benefitActions.ts';
import { benefitCards, benefitCopy } from './benefitCards.ts';
import type { BotParts } from './botParts.ts';
import { chefCommentKind } from './chefCommentActions.ts';
import { chefCommentCards, chefCommentCopy } from './chefCommentCards.ts';
import {
  type Asking,
  type Drawing,
  type Drawn,
  type MatterCards,
  type ShownCopy,
  saysItself,
} from './drawing.ts';
import { enquiryKind } from './enquiry.ts';
import { handOnKind } from './handOn.ts';
import { ideaKind, messageIdeaKind } from './ideas.ts';
import { inquiryKind } from './inquiryActions.ts';
import { inquiryCards, inquiryCopy } from './inquiryCards.ts';
import { interestKind } from './interestActions.ts';
import { interestCards, interestCopy } from './interestCards.ts';
import { morningCards, morningKind } from './morningCards.ts';
import { quarterKind } from './quarterActions.ts';
import { quarterCards, quarterCopy } from './quarterCards.ts';
import { reachKind } from './reachActions.ts';
import { requestKind } from './requestActions.ts';
import { requestCards, requestCopy } from './requestCards.ts';
import { storyKind } from './storyActions.ts';
import { storyCards, storyCopy } from './storyCards.ts';
import { visitKind } from './visitActions.ts';
import { visitCards, visitCopy } from './visitCards.ts';

/* Every kind of card the bot knows: drawn, shown on demand, pressed. A new kind is a line in each. */

const cardsOf = (notice: Notice): MatterCards => {
  switch (notice.type) {
    case 'request':
      return requestCards(notice);
    case 'story':
      return storyCards(notice);
    case 'approval':
      return approvalCards(notice);
    case 'chefComment':
      return chefCommentCards(notice);
    case 'interest':
      return interestCards(notice);
    case 'quarter':
      return quarterCards(notice);
    case 'inquiry':
      return inquiryCards(notice);
    case 'benefit':
      return benefitCards(notice);
    case 'visit':
      return visitCards(notice);
    case 'newIdeas':
      return {
        draw: (_, { links }) => saysItself(newIdeasCard(notice, links)),
        link: (links) => links.ideas(),
      };
    case 'morning':
      return morningCards(notice);
    case 'absence':
      return {
        draw: (_, { links }) => saysItself(absenceCard(notice, links)),
        link: (links) => links.decide(),
      };
    case 'standing':
      return {
        draw: (_, { links }) => saysItself(standingCard(notice, links)),
        link: (links) => links.decide(),
      };
    case 'step':
      return {
        draw: (_, { links }) => saysItself(nudgeCard(notice, links)),
        link: (links) => links.tasks(),
      };
    case 'plan':
      return {
        draw: (_, { links }) => saysItself(planCard(notice, links)),
        link: (links) => links.plan(),
      };
    case 'poolMark':
      return {
        draw: (_, { links }) => saysItself(poolMarkCard(notice, links)),
        link: (links) => links.economy(),
      };
    case 'year':
      return {
        draw: (_, { links }) => saysItself(yearCard(notice, links)),
        link: (links) => links.economy(),
      };
    case 'unreached':
      return {
        draw: (_, { links }) => saysItself(unreachedCard(notice, links)),
        link: (links) => links.board(),
      };
  }
};

/** The card that a message about this carries. */
export const drawNotice = (notice: Notice, message: Message, drawing: Drawing): Drawn =>
  cardsOf(notice).draw(message, drawing);

export const linkTo = (notice: Notice, links: Links): string => cardsOf(notice).link(links);

/** What somebody sees who asks what waits for them. */
export const copyOf = (matter: WaitingMatter, asking: Asking): ShownCopy => {
  switch (matter.type) {
    case 'request':
      return requestCopy(matter.waiting, asking);
    case 'story':
      return storyCopy(matter, asking);
    case 'approval':
      return approvalCopy(matter, asking);
    case 'chefComment':
      return chefCommentCopy(matter, asking);
    case 'interest':
      return interestCopy(matter, asking);
    case 'quarter':
      return quarterCopy(matter, asking);
    case 'inquiry':
      return inquiryCopy(matter, asking);
    case 'benefit':
      return benefitCopy(matter, asking);
    case 'visit':
      return visitCopy(matter, asking);
  }
};

type MatterAction = Extract<
  CardAction,
  | { requestId: string }
  | { storyId: string }
  | { approvalId: string }
  | { chefCommentId: string }
  | { interestId: string }
  | { quarterId: string }
  | { inquiryId: string }
  | { benefitId: string }
  | { visitId: string }
>;

/** What is about no matter: a form, or something that is a person's own. */
const answerToForm = (
  parts: BotParts,
  sender: Sender,
  action: Exclude<CardAction, MatterAction>,
): Promise<Answered> => {
  switch (action.verb) {
    case 'sendIdea':
      return acted(parts, ideaKind, { ...sender, action });
    case 'sendMessageIdea':
      return acted(parts, messageIdeaKind, { ...sender, action });
    case 'refreshMorning':
      return acted(parts, morningKind, { ...sender, action });
    case 'setDeputy':
    case 'setStanding':
    case 'endAbsence':
      return acted(parts, absenceKind, { ...sender, action });
    case 'handOn':
      return acted(parts, handOnKind, { ...sender, action });
    case 'sendAgain':
      return acted(parts, reachKind, { ...sender, action });
    case 'logPress':
      return acted(parts, enquiryKind, { ...sender, action });
  }
};

/** Does what somebody pressed; what an action is about says which kind it is of. */
export const answerTo = (
  parts: BotParts,
  sender: Sender,
  action: CardAction,
): Promise<Answered> => {
  if ('requestId' in action) return acted(parts, requestKind, { ...sender, action });
  if ('storyId' in action) return acted(parts, storyKind, { ...sender, action });
  if ('approvalId' in action) return acted(parts, approvalKind, { ...sender, action });
  if ('chefCommentId' in action) return acted(parts, chefCommentKind, { ...sender, action });
  if ('interestId' in action) return acted(parts, interestKind, { ...sender, action });
  if ('quarterId' in action) return acted(parts, quarterKind, { ...sender, action });
  if ('inquiryId' in action) return acted(parts, inquiryKind, { ...sender, action });
  if ('benefitId' in action) return acted(parts, benefitKind, { ...sender, action });
  if ('visitId' in action) return acted(parts, visitKind, { ...sender, action });
  return answerToForm(parts, sender, action);
};
