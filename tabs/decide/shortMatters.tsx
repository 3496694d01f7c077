import {
  ArrowTrendingLinesRegular,
  ChatHelpRegular,
  CommentCheckmarkRegular,
  DocumentCheckmarkRegular,
  HomePersonRegular,
  LightbulbRegular,
  MegaphoneRegular,
  NotepadRegular,
} from '@fluentui/react-icons';
import { type ComponentType, lazy } from 'react';
import { idInMatter } from '#shared/contract/matterIds.ts';
import type { ShortMatter } from '#shared/domain/notice.ts';
import type { AnswerPageProps } from '../asking/AskingPage.tsx';

type Shown = {
  readonly Icon: ComponentType<{ readonly fontSize: number }>;
  /** Fetched when there is one to answer. */
  readonly Page: ComponentType<AnswerPageProps>;
};

/** Every kind that waits and is no gate request: what it looks like, and where it is answered. */
export const shortMatters: { readonly [T in ShortMatter['type']]: Shown } = {
  story: {
    Icon: MegaphoneRegular,
    Page: lazy(async () => ({
      default: (await import('../stories/answer/StoryAnswerPage.tsx')).StoryAnswerPage,
    })),
  },
  approval: {
    Icon: DocumentCheckmarkRegular,
    Page: lazy(async () => ({
      default: (await import('../approvals/ApprovalAnswerPage.tsx')).ApprovalAnswerPage,
    })),
  },
  chefComment: {
    Icon: CommentCheckmarkRegular,
    Page: lazy(async () => ({
      default: (await import('../chefComments/ChefAnswerPage.tsx')).ChefAnswerPage,
    })),
  },
  inquiry: {
    Icon: ChatHelpRegular,
    Page: lazy(async () => ({
      default: (await import('../inquiries/InquiryAnswerPage.tsx')).InquiryAnswerPage,
    })),
  },
  benefit: {
    Icon: ArrowTrendingLinesRegular,
    Page: lazy(async () => ({
      default: (await import('../benefits/BenefitAnswerPage.tsx')).BenefitAnswerPage,
    })),
  },
  visit: {
    Icon: HomePersonRegular,
    Page: lazy(async () => ({
      default: (await import('../visits/VisitAnswerPage.tsx')).VisitAnswerPage,
    })),
  },
  interest: {
    Icon: LightbulbRegular,
    Page: lazy(async () => ({
      default: (await import('../interest/InterestAnswerPage.tsx')).InterestAnswerPage,
    })),
  },
  quarter: {
    Icon: NotepadRegular,
    Page: lazy(async () => ({
      default: (await import('../quarter/MinutesAnswerPage.tsx')).MinutesAnswerPage,
    })),
  },
};

const types = Object.keys(shortMatters) as readonly ShortMatter['type'][];

/** The kind and the id that a matter is named by; null when it is a gate request. */
export const shortMatterIn = (
  matterId: string | null,
): { readonly Page: Shown['Page']; readonly id: string } | null => {
  for (const type of types) {
    const id = idInMatter(type, matterId);
    if (id !== null) return { Page: shortMatters[type].Page, id };
  }
  return null;
};
