import { z } from 'zod';
import type { AreaId } from '#shared/domain/area.ts';
import { isPoolId, type PoolId } from '#shared/domain/funding.ts';
import type { PurchaseFacts } from '#shared/domain/inquiries/chain.ts';
import {
  type InquiryEvent,
  type InquiryId,
  type InquiryOf,
  inquiryAnswers,
} from '#shared/domain/inquiries/inquiry.ts';
import type { Askable } from '#shared/domain/inquiries/people.ts';
import type { InquiryReader, InquiryView } from '#shared/domain/inquiries/view.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Unreached } from '#shared/domain/reach.ts';

z.config({ jitless: true });

/** Something that is asked about a project, as one person sees it. */
export type InquiryReply = {
  readonly view: InquiryView;
  readonly reader: InquiryReader;
  /** What it waits for from the reader. */
  readonly waits: 'answer' | 'reply' | null;
  /** Who has not been told something about it, because they cannot be reached. */
  readonly unreached: readonly Unreached[];
};

type Word = Pick<InquiryEvent, 'byName' | 'comment' | 'at'>;

/** Something that is or can be asked, on the page of its project. */
export type InquiryLine = Pick<InquiryOf, 'subject' | 'step'> & {
  readonly id: InquiryId;
  /** Sent along when somebody asks, or takes it back. */
  readonly revision: number;
  /** The event that asks, which an answer names; 0 when nothing is asked. */
  readonly ask: number;
  /** The newest question; null when nobody has asked. */
  readonly asked: (Word & Pick<InquiryEvent, 'askedName'>) | null;
  /** Nobody who was asked can answer any more. */
  readonly isGone: boolean;
  readonly isWaiting: boolean;
  readonly overdue: boolean;
  readonly dueAt: string | null;
  readonly hasOpenQuestion: boolean;
  /** The newest answer, which stands until there is another. */
  readonly answer: (Word & Pick<InquiryEvent, 'answer'>) | null;
  readonly waits: InquiryReply['waits'];
  /** Whether the reader may ask (anew), and take it back. */
  readonly mayAsk: boolean;
  readonly mayTakeBack: boolean;
};

/** How an idea stands that is something to be bought, or may be said to be. */
export type PurchaseOnPage = {
  /** It has been said to be a purchase: the consultant is asked. */
  readonly isPurchase: boolean;
  readonly screening: InquiryLine;
  readonly chain: InquiryLine;
  /** IT og Digitalisering, who can be asked too. */
  readonly it: InquiryLine;
  readonly ore: Ore | null;
  readonly payer: PoolId | null;
  /** Above this the chef decides, and not a leder. */
  readonly chefFromOre: Ore;
  /** When the consultant's answer would be due, asked for now. */
  readonly screeningDueAt: string;
  /** Whom of the chain the reader may ask now: ledere, and the chef, who has no id here. */
  readonly mayAskOf: readonly (Pick<Person, 'name'> & { readonly id: string | null })[];
  /** The own pool of the area, where it can pay. */
  readonly pool: PoolId | null;
  /** Every pool that can be asked to pay, and what is left in it. */
  readonly pools: PurchaseFacts['pools'];
  readonly leadArea: AreaId | null;
  /** Who may pay what the chain has said yes to; null is the area's own budget. */
  readonly payers: readonly (PoolId | null)[];
  /** The reader may say that it is a purchase, or a project after all. */
  readonly mayMark: boolean;
  /** The chain wants it, and the reader may say that it has been bought. */
  readonly mayBuy: boolean;
};

/** What is asked about a project, and whom its reader may ask. */
export type InquiriesOnPage = {
  /** What one person asked another, oldest first. */
  readonly talk: readonly InquiryLine[];
  /** What IT og Digitalisering is or can be asked about, by the steps of the phase. */
  readonly it: readonly InquiryLine[];
  /** Null where it is no idea on its way in. */
  readonly purchase: PurchaseOnPage | null;
  /** Empty for whoever may ask nobody. */
  readonly askable: readonly Askable[];
  /** When an answer asked for now would be due. */
  readonly talkDueAt: string;
  readonly itDueAt: string;
};

const number = z.number().int().min(0);
const seen = { ask: number, revision: number };
const ore = z.number().int().min(0).max(100_000_000_000);
const payer = z.custom<PoolId>(isPoolId).nullable();
const comment = z.string().max(20_000).default('');

/** POST /api/inquiries/:id/moves. */
export const postInquiryMove = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('asked'),
    revision: number,
    askedId: z.string().min(1).max(60).nullable(),
    comment,
    ore: ore.nullable().default(null),
    payer: payer.default(null),
  }),
  z.strictObject({
    type: z.literal('answered'),
    ...seen,
    answer: z.enum(inquiryAnswers),
    comment,
  }),
  z.strictObject({ type: z.literal('question'), ...seen, comment }),
  z.strictObject({ type: z.literal('reply'), question: number, comment }),
  z.strictObject({ type: z.literal('withdrawn'), revision: number }),
  z.strictObject({ type: z.literal('bought'), revision: number, ore, payer }),
]);
export type PostInquiryMove = z.input<typeof postInquiryMove>;
