import type { ApprovalId } from './approvals/approval.ts';
import type { BenefitId } from './benefits/benefit.ts';
import type { ChefCommentId } from './chefComments/chefComment.ts';
import type { InquiryId } from './inquiries/inquiry.ts';
import type { InterestId } from './interest/interest.ts';
import type { PersonId } from './person.ts';
import type { QuarterId } from './quarter/quarter.ts';
import type { UnreachedWhy } from './reach.ts';
import type { RequestId } from './request.ts';
import type { StoryId } from './stories/story.ts';
import type { VisitId } from './visits/visit.ts';

/** Where a message goes: a person's 1:1 chat with the bot, the chefgruppe's chat, the team's channel. */
export type Recipient =
  | { readonly type: 'person'; readonly id: PersonId }
  | { readonly type: 'chefgruppe' }
  | { readonly type: 'team' };

export const messageKinds = [
  'ask',
  'question',
  'reply',
  'ended',
  'toMeeting',
  'poolMark',
  /** A year waits to be opened. */
  'yearNotOpened',
  /** Somebody is asked about a story; nudged; past due, to the consultant. */
  'storyAsk',
  'storyNudge',
  'storyOverdue',
  /** How it went, to whoever wrote it. */
  'storyTold',
  /** What viborg.dk says of a project is of an earlier phase. */
  'storyStale',
  /** The owner is asked about a paper; nudged; replied to. */
  'approvalAsk',
  'approvalNudge',
  'approvalReply',
  /** To the lead: past due; a question of the owner's; how it went. */
  'approvalOverdue',
  'approvalQuestion',
  'approvalTold',
  /** The chef is asked before a gate; nudged; replied to. */
  'chefAsk',
  'chefNudge',
  'chefReply',
  /** To the lead: past due; a question of the chef's; how it went. */
  'chefOverdue',
  'chefQuestion',
  'chefTold',
  /** The chef or a leder is asked whether an idea is wanted; nudged; replied to. */
  'interestAsk',
  'interestNudge',
  'interestReply',
  /** To whoever asked: past due; how it went. A question goes to whoever gave the idea. */
  'interestOverdue',
  'interestQuestion',
  'interestTold',
  /** To whoever gave the idea: how it went. To whoever was named: that they own it. */
  'interestAuthor',
  'interestOwner',
  /** Somebody is asked something about a project; nudged; replied to. */
  'inquiryAsk',
  'inquiryNudge',
  'inquiryReply',
  /** To whoever asked: past due; a question back; the answer. */
  'inquiryOverdue',
  'inquiryQuestion',
  'inquiryTold',
  /** The owner of a benefit is asked how it has gone; nudged; replied to. */
  'benefitAsk',
  'benefitNudge',
  'benefitReply',
  /** To the lead: past due; a question back; how it has gone; that a new owner has to be chosen. */
  'benefitOverdue',
  'benefitQuestion',
  'benefitTold',
  'benefitOwner',
  /** The leder of a unit is asked whether it may be visited; nudged; replied to. */
  'visitAsk',
  'visitNudge',
  'visitReply',
  /** To those who come: past due; a question back; the answer. */
  'visitOverdue',
  'visitQuestion',
  'visitTold',
  /** To team DigiTek in the morning: the ideas that have come. */
  'newIdeas',
  /** To anybody, in the morning: what has waited too long, what is late and what is due. */
  'morning',
  /** To those who own, lead or are chef of what a saved plan moved: what moved, once a day at most. */
  'planMoved',
  /** To whoever was chosen for a step: somebody reminds them of it. */
  'stepNudge',
  /** To the chefgruppe's chefs: the pack of a kvartalsstatus; its minutes, to be signed. */
  'quarterPack',
  'quarterMinutes',
  /** To whoever leads it: a chef wants the minutes to be otherwise; all have signed. */
  'quarterProposal',
  'quarterSigned',
  /** Somebody is away, and another answers for them: to that other, and to whoever is away. */
  'absence',
  /** Somebody cannot be reached: to whoever can do something about it. */
  'unreached',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Messages that ask something: without them the matter stands still. */
export const askingKinds: readonly MessageKind[] = [
  'ask',
  'question',
  'storyAsk',
  'storyNudge',
  'approvalAsk',
  'approvalNudge',
  'approvalQuestion',
  'chefAsk',
  'chefNudge',
  'chefQuestion',
  'interestAsk',
  'interestNudge',
  'interestQuestion',
  'quarterMinutes',
  'inquiryAsk',
  'inquiryNudge',
  'inquiryQuestion',
  'benefitAsk',
  'benefitNudge',
  'benefitQuestion',
  'visitAsk',
  'visitNudge',
  'visitQuestion',
];

/** Messages that nobody sent but the clock: one of them a day is enough for anybody. */
export const reminderKinds: readonly MessageKind[] = [
  'morning',
  'newIdeas',
  'yearNotOpened',
  'storyNudge',
  'approvalNudge',
  'chefNudge',
  'interestNudge',
  'inquiryNudge',
  'benefitNudge',
  'visitNudge',
];

/** `dropped`: overtaken by events before it was sent. */
export const messageStates = ['queued', 'sending', 'sent', 'undeliverable', 'dropped'] as const;
export type MessageState = (typeof messageStates)[number];

const nothing = {
  requestId: null,
  poolRow: null,
  storyId: null,
  approvalId: null,
  chefCommentId: null,
  interestId: null,
  quarterId: null,
  inquiryId: null,
  benefitId: null,
  visitId: null,
} as const;
type Nothing = typeof nothing;
/** The indexed columns that name what a message is about. */
export type SubjectColumn = Exclude<keyof Nothing, 'poolRow'>;

/**
 * What a message is about, each in a column of its own, and what of it: the statement, the mark of
 * a pool, the event (or phase) of a story, the event of an approval, of a chef's comment, of a question of interest, of an inquiry, of a benefit or of a visit, the year, the morning, the day and the step, `outageOf` for somebody who cannot be reached.
 */
export type MessageAbout =
  | (Omit<Nothing, 'requestId'> & {
      readonly requestId: RequestId;
      readonly about: string | null;
    })
  | (Omit<Nothing, 'poolRow'> & { readonly poolRow: string; readonly about: string })
  | (Omit<Nothing, 'storyId'> & { readonly storyId: StoryId; readonly about: string })
  | (Omit<Nothing, 'approvalId'> & { readonly approvalId: ApprovalId; readonly about: string })
  | (Omit<Nothing, 'chefCommentId'> & {
      readonly chefCommentId: ChefCommentId;
      readonly about: string;
    })
  | (Omit<Nothing, 'quarterId'> & { readonly quarterId: QuarterId; readonly about: string })
  | (Omit<Nothing, 'interestId'> & { readonly interestId: InterestId; readonly about: string })
  | (Omit<Nothing, 'inquiryId'> & { readonly inquiryId: InquiryId; readonly about: string })
  | (Omit<Nothing, 'benefitId'> & { readonly benefitId: BenefitId; readonly about: string })
  | (Omit<Nothing, 'visitId'> & { readonly visitId: VisitId; readonly about: string })
  | (Nothing & { readonly about: string });

/** The only ways to say what a message is about. */
export const messageAbout = {
  request: (requestId: RequestId, statement: string | null): MessageAbout => ({
    ...nothing,
    requestId,
    about: statement,
  }),
  pool: (poolRow: string, mark: number): MessageAbout => ({
    ...nothing,
    poolRow,
    about: String(mark),
  }),
  story: (storyId: StoryId, what: string): MessageAbout => ({ ...nothing, storyId, about: what }),
  approval: (approvalId: ApprovalId, event: number): MessageAbout => ({
    ...nothing,
    approvalId,
    about: String(event),
  }),
  chefComment: (chefCommentId: ChefCommentId, event: number): MessageAbout => ({
    ...nothing,
    chefCommentId,
    about: String(event),
  }),
  interest: (interestId: InterestId, event: number): MessageAbout => ({
    ...nothing,
    interestId,
    about: String(event),
  }),
  quarter: (quarterId: QuarterId, event: number): MessageAbout => ({
    ...nothing,
    quarterId,
    about: String(event),
  }),
  /** Whose, and which. */
  absence: (personId: PersonId, id: string): MessageAbout => ({
    ...nothing,
    about: `${personId}/${id}`,
  }),
  inquiry: (inquiryId: InquiryId, event: number): MessageAbout => ({
    ...nothing,
    inquiryId,
    about: String(event),
  }),
  benefit: (benefitId: BenefitId, event: number): MessageAbout => ({
    ...nothing,
    benefitId,
    about: String(event),
  }),
  visit: (visitId: VisitId, event: number): MessageAbout => ({
    ...nothing,
    visitId,
    about: String(event),
  }),
  morning: (day: string): MessageAbout => ({ ...nothing, about: day }),
  step: (stepId: string, day: string): MessageAbout => ({ ...nothing, about: `${day}/${stepId}` }),
  year: (year: number): MessageAbout => ({ ...nothing, about: String(year) }),
  outage: (outage: string): MessageAbout => ({ ...nothing, about: outage }),
};

/** The key of what a message is about; null when that is a year, or somebody who cannot be reached. */
export const subjectOf = (message: MessageAbout): string | null =>
  message.requestId ??
  message.storyId ??
  message.approvalId ??
  message.chefCommentId ??
  message.interestId ??
  message.quarterId ??
  message.inquiryId ??
  message.benefitId ??
  message.visitId ??
  message.poolRow;

/**
 * One message that somebody is to see, and, once sent, the copy of the card that stands there.
 * It holds no content: a card is drawn from the lists when it is sent, and drawn again when
 * `shownRevision` is behind the request's.
 */
export type Message = MessageAbout & {
  /** Unique: `<what it is about>:<kind>:<what of it>:<recipient>`. */
  readonly id: string;
  readonly kind: MessageKind;
  readonly to: Recipient;
  readonly state: MessageState;
  readonly conversationId: string | null;
  readonly activityId: string | null;
  readonly shownRevision: number;
  readonly attempts: number;
  readonly notBefore: string | null;
  readonly claimedUntil: string | null;
  readonly problem: string;
  /** Why it could not be brought; stands until it has been. */
  readonly unreached: UnreachedWhy | null;
  /** When the activity feed told of it instead. */
  readonly feedAt: string | null;
  readonly createdAt: string;
};

/** A message that nobody has tried to send yet. */
export const unsent = {
  state: 'queued',
  conversationId: null,
  activityId: null,
  shownRevision: 0,
  attempts: 0,
  notBefore: null,
  claimedUntil: null,
  problem: '',
  unreached: null,
  feedAt: null,
} as const;

/** A copy that somebody asked for with `mine`: it is kept true while it stands, and never sent again. */
export const isCopy = (message: Pick<Message, 'id'>): boolean => message.id.includes(':mine:');

/** What is known of a chat's reach before anything has gone wrong in it. */
export const neverUnreached = { unreachedSince: null, unreached: null, reachedAt: null } as const;

/** The one message that somebody may have in the morning of a day. */
export const morningKey = (day: string, personId: PersonId): string => `morning:${day}:${personId}`;

export const personalKey = (personId: PersonId): string => `person:${personId}`;

/** A conversation the bot knows: a person's chat, a group chat or a channel. */
export type Conversation = {
  /** `person:<object id>` or `chat:<conversation id>`. */
  readonly id: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly personId: PersonId | null;
  /** The Teams user id (29:…) that `refresh.userIds` wants. */
  readonly teamsUserId: string | null;
  /** Object ids of a group chat's members, with their Teams user ids. */
  readonly members: readonly { readonly id: PersonId; readonly teamsUserId: string }[];
  readonly installed: boolean;
  /** Since when what waits for this person cannot be brought, the last time that was so, and why. */
  readonly unreachedSince: string | null;
  readonly unreached: UnreachedWhy | null;
  /** When everything that waited had been brought after all. */
  readonly reachedAt: string | null;
};
