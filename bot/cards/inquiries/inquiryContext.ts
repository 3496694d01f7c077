import type { InquiryAction } from '#shared/contract/cardActions.ts';
import type { InquiryRefusal } from '#shared/domain/inquiries/rules.ts';
import type { InquiryView } from '#shared/domain/inquiries/view.ts';
import { inquirySummaries } from '#shared/words/inquiries/words.ts';
import type { Frame, Problem } from '../asking/asking.ts';
import { type Place, placeOfAsk } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import type { Refresh } from '../elements.ts';
import { around } from '../summary.ts';

export type InquiryPlace = Place;

/** The card of what is asked now. */
export const inquiryPlace = ({ now }: InquiryView): Place => placeOfAsk('inquiryAsk', now.ask);

/** Why what was pressed is not stored. */
export type InquiryProblem = Problem<InquiryRefusal>;

type AboutInquiry = Pick<InquiryAction, 'inquiryId' | 'ask' | 'revision'>;

/** What every button sends: ids and numbers, nothing that gives a right. */
export const aboutInquiry = ({ now }: InquiryView): AboutInquiry => ({
  inquiryId: now.id,
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

export const refreshInquiry = (
  { now }: InquiryView,
  context: CardContext,
  { kind, about }: InquiryPlace,
): Refresh<'refreshInquiry'> => ({
  verb: 'refreshInquiry',
  data: { inquiryId: now.id, revision: now.revision, kind, about },
  userIds: context.userIds,
});

export const inquirySummary = (
  view: InquiryView,
  [before, after]: readonly [string, string],
): string => around(before, view.project.title, after);

/** What every card of it has; a notice is told by its first line. */
export const inquiryFrame = (
  view: InquiryView,
  context: CardContext,
  place: InquiryPlace,
  first: string,
): Frame => ({
  title: view.project.title,
  url: context.links.project(view.project.id),
  summary: inquirySummary(view, inquirySummaries.told(first)),
  refresh: refreshInquiry(view, context, place),
});
