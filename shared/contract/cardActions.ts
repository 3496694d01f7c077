import { z } from 'zod';
import { payerChoices } from '#shared/domain/chefComments/chefComment.ts';
import { outcomes } from '#shared/domain/gates.ts';
import { inquiryAnswers } from '#shared/domain/inquiries/inquiry.ts';
import { interestPriorities } from '#shared/domain/interest/interest.ts';
import { messageKinds } from '#shared/domain/message.ts';

z.config({ jitless: true });

const requestId = z.string().min(1).max(120);
const comment = z.string().max(20_000).default('');
const seat = z.string().max(60).optional();
/** Inputs and data of a card: only ids, a revision and what was typed. The actor is the sender. */
const about = { requestId, revision: z.number().int().min(0), comment, seat };

/** What the buttons of requests send. */
const requestAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('choose'),
    ...about,
    outcome: z.enum(outcomes),
    spread: z.boolean().default(false),
    rethink: z.boolean().default(false),
  }),
  z.object({ verb: z.literal('ask'), ...about }),
  z.object({ verb: z.literal('meeting'), ...about }),
  z.object({ verb: z.literal('lift'), ...about }),
  z.object({ verb: z.literal('toCommonPool'), ...about }),
  /** The lead's reply to a question. */
  z.object({ verb: z.literal('reply'), ...about, question: z.string().min(1).max(255) }),
  /** From a small next-step card: shows the choices after "rethink". */
  z.object({ verb: z.literal('rethinkChoices'), ...about }),
  /** Back from a small next-step card to all choices; what was typed comes along. */
  z.object({ verb: z.literal('back'), ...about }),
  /** Draws the card anew for whoever looks at it. */
  z.object({
    verb: z.literal('refresh'),
    ...about,
    /** The question, when it is the lead's card about one. */
    question: z.string().min(1).max(255).optional(),
  }),
]);

const typed = z.string().max(20_000).default('');
const number = z.number().int().min(0);
const line = z.string().max(2_000).default('');

/** Of a story: which, which question, and which picture of it. Nothing in it gives a right. */
const aboutStory = {
  storyId: z.string().min(1).max(120),
  ask: number.default(0),
  revision: number.default(0),
  /** From the small card that asks for one thing more. */
  step: z.boolean().default(false),
};

/** What the buttons of stories send. */
const storyAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('approveStory'), ...aboutStory, comment }),
  /** A micro-story's text as the chef would like it: a field of its own, not the comment's. */
  z.object({ verb: z.literal('suggestStory'), ...aboutStory, suggestion: typed }),
  z.object({ verb: z.literal('sendBackStory'), ...aboutStory, comment }),
  z.object({ verb: z.literal('stopStory'), ...aboutStory, comment }),
  z.object({ verb: z.literal('takePress'), ...aboutStory, comment }),
  z.object({ verb: z.literal('declinePress'), ...aboutStory, comment }),
  z.object({ verb: z.literal('closePress'), ...aboutStory, comment }),
  /** By whoever writes it: asked anew with a new date; the chef's text taken as it is. */
  z.object({ verb: z.literal('askStoryAgain'), ...aboutStory, comment }),
  z.object({ verb: z.literal('acceptStory'), ...aboutStory }),
  /** These only draw: the whole text, the field for a suggestion, all choices again. */
  z.object({ verb: z.literal('wholeStory'), ...aboutStory }),
  z.object({ verb: z.literal('editStory'), ...aboutStory }),
  z.object({ verb: z.literal('backToStory'), ...aboutStory }),
  z.object({
    verb: z.literal('refreshStory'),
    ...aboutStory,
    kind: z.enum(messageKinds).default('storyAsk'),
    about: z.string().max(60).default(''),
  }),
]);

/** Of an approval: which, which question, and which picture of it. Nothing in it gives a right. */
const aboutApproval = {
  approvalId: z.string().min(1).max(160),
  ask: number.default(0),
  revision: number.default(0),
};

/** What the buttons of an owner's approval send. */
const approvalAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('approvePaper'), ...aboutApproval, comment }),
  z.object({ verb: z.literal('sendBackPaper'), ...aboutApproval, comment }),
  z.object({ verb: z.literal('askAboutPaper'), ...aboutApproval, comment }),
  /** The lead's reply to a question. */
  z.object({ verb: z.literal('replyToOwner'), ...aboutApproval, comment, question: number }),
  z.object({
    verb: z.literal('refreshApproval'),
    ...aboutApproval,
    kind: z.enum(messageKinds).default('approvalAsk'),
    about: number.default(0),
  }),
]);

/** Of a chef's comment: which, which question, and which picture of it. Nothing in it gives a right. */
const aboutChefComment = {
  chefCommentId: z.string().min(1).max(160),
  ask: number.default(0),
  revision: number.default(0),
};
/** What it cost on the card: who saw another price is asked again. */
const price = { ore: number.nullable().default(null) };

/** What the buttons of a chef's comment send. */
const chefCommentAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('choosePayer'),
    ...aboutChefComment,
    ...price,
    comment,
    choice: z.enum(payerChoices),
  }),
  z.object({ verb: z.literal('commentOnly'), ...aboutChefComment, ...price, comment }),
  z.object({ verb: z.literal('askBeforeGate'), ...aboutChefComment, comment }),
  /** The lead's reply to a question. */
  z.object({ verb: z.literal('replyToChef'), ...aboutChefComment, comment, question: number }),
  /** By the lead, from the card that says the owner has approved. */
  z.object({ verb: z.literal('askChef'), ...aboutChefComment }),
  /** From the receipt: draws all choices again. */
  z.object({ verb: z.literal('chooseAgain'), ...aboutChefComment }),
  z.object({
    verb: z.literal('refreshChefComment'),
    ...aboutChefComment,
    kind: z.enum(messageKinds).default('chefAsk'),
    about: number.default(0),
  }),
]);

/** Of the question of interest: which, which question, and which picture of it. Nothing in it gives a right. */
const aboutInterest = {
  interestId: z.string().min(1).max(160),
  ask: number.default(0),
  revision: number.default(0),
};

/** What the buttons of the question of interest send. */
const interestAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('wantIdea'),
    ...aboutInterest,
    comment,
    priority: z.enum(interestPriorities),
  }),
  z.object({ verb: z.literal('ideaNotNow'), ...aboutInterest, comment }),
  z.object({ verb: z.literal('declineIdea'), ...aboutInterest, comment }),
  z.object({ verb: z.literal('askIdeaGiver'), ...aboutInterest, comment }),
  /** The reply of whoever gave the idea. */
  z.object({ verb: z.literal('replyAboutIdea'), ...aboutInterest, comment, question: number }),
  /** The owner who was chosen in the list; whoever presses; not known yet. */
  z.object({
    verb: z.literal('nameOwner'),
    ...aboutInterest,
    owner: z.string().max(60).default(''),
  }),
  z.object({ verb: z.literal('ownIdea'), ...aboutInterest }),
  z.object({ verb: z.literal('ownerLater'), ...aboutInterest }),
  /** From the receipt: draws all choices again. */
  z.object({ verb: z.literal('wantAgain'), ...aboutInterest }),
  z.object({
    verb: z.literal('refreshInterest'),
    ...aboutInterest,
    kind: z.enum(messageKinds).default('interestAsk'),
    about: number.default(0),
  }),
]);

/** Of a kvartalsstatus: which, and which picture of it. Nothing in it gives a right. */
const aboutQuarter = {
  quarterId: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  revision: number.default(0),
};

/** What the buttons about the minutes send. */
const quarterAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('approveMinutes'), ...aboutQuarter, version: number }),
  z.object({ verb: z.literal('proposeMinutes'), ...aboutQuarter, version: number, comment }),
  z.object({
    verb: z.literal('refreshQuarter'),
    ...aboutQuarter,
    kind: z.enum(messageKinds).default('quarterMinutes'),
    about: number.default(0),
  }),
]);

/** Of what is asked about a project: which, which question, and which picture of it. Nothing in it gives a right. */
const aboutInquiry = {
  inquiryId: z.string().min(1).max(160),
  ask: number.default(0),
  revision: number.default(0),
};

/** What the buttons of what is asked about a project send. */
const inquiryAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('answerInquiry'),
    ...aboutInquiry,
    comment,
    answer: z.enum(inquiryAnswers),
  }),
  z.object({ verb: z.literal('askBack'), ...aboutInquiry, comment }),
  /** The lead's reply to a question back. */
  z.object({ verb: z.literal('replyToInquiry'), ...aboutInquiry, comment, question: number }),
  /** From the receipt: draws all answers again. */
  z.object({ verb: z.literal('answerInquiryAgain'), ...aboutInquiry }),
  z.object({
    verb: z.literal('refreshInquiry'),
    ...aboutInquiry,
    kind: z.enum(messageKinds).default('inquiryAsk'),
    about: number.default(0),
  }),
]);

/** Of a benefit: which, which question, and which picture of it. Nothing in it gives a right. */
const aboutBenefit = {
  benefitId: z.string().min(1).max(200),
  ask: number.default(0),
  revision: number.default(0),
};

/** What the buttons of the follow-up of benefits send. */
const benefitAction = z.discriminatedUnion('verb', [
  /** The number as it was typed. */
  z.object({ verb: z.literal('measureBenefit'), ...aboutBenefit, value: line, comment }),
  z.object({
    verb: z.literal('benefitNotYet'),
    ...aboutBenefit,
    until: z.iso.date(),
    comment,
  }),
  z.object({ verb: z.literal('benefitUnmeasurable'), ...aboutBenefit, comment }),
  z.object({ verb: z.literal('askAboutBenefit'), ...aboutBenefit, value: line, comment }),
  /** The lead's reply to a question back. */
  z.object({ verb: z.literal('replyAboutBenefit'), ...aboutBenefit, comment, question: number }),
  /** These only draw: the days one can choose among, the field of the number again. */
  z.object({ verb: z.literal('benefitLater'), ...aboutBenefit, comment }),
  z.object({ verb: z.literal('measureAgain'), ...aboutBenefit, comment }),
  z.object({
    verb: z.literal('refreshBenefit'),
    ...aboutBenefit,
    kind: z.enum(messageKinds).default('benefitAsk'),
    about: number.default(0),
  }),
]);

/** Of a DigiTek 360: which, which question, and which picture of it. Nothing in it gives a right. */
const aboutVisit = {
  visitId: z.string().min(1).max(60),
  ask: number.default(0),
  revision: number.default(0),
};

/** What the buttons about a DigiTek 360 send. */
const visitAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('agreeVisit'), ...aboutVisit, comment }),
  /** The day that was chosen; what is none is told. */
  z.object({
    verb: z.literal('visitOtherDay'),
    ...aboutVisit,
    day: z.string().max(60).default(''),
    comment,
  }),
  z.object({ verb: z.literal('declineVisit'), ...aboutVisit, comment }),
  z.object({ verb: z.literal('askAboutVisit'), ...aboutVisit, comment }),
  /** The reply of one of those who come. */
  z.object({ verb: z.literal('replyAboutVisit'), ...aboutVisit, comment, question: number }),
  /** From the receipt: draws all answers again. */
  z.object({ verb: z.literal('answerVisitAgain'), ...aboutVisit }),
  z.object({
    verb: z.literal('refreshVisit'),
    ...aboutVisit,
    kind: z.enum(messageKinds).default('visitAsk'),
    about: number.default(0),
  }),
]);

/** The form behind `presse`; its key makes a double press one enquiry. */
const pressForm = z.object({
  verb: z.literal('logPress'),
  key: z.string().regex(/^press-[0-9a-f-]{36}$/),
  medium: line,
  contact: line,
  project: line,
  question: typed,
  /** Numbers that look like a person's; pressed once more, they are said to be nobody's. */
  cleared: z.array(line).max(20).optional(),
});

/** The form behind `ny idé`; its key makes a double press one idea. */
const ideaForm = z.object({
  verb: z.literal('sendIdea'),
  key: z.string().regex(/^idea-[0-9a-f-]{36}$/),
  title: line,
  why: line,
  area: line,
});

/** Where a message of Teams is opened; '' when nobody said. */
const messageLink = z.union([
  z.literal(''),
  z
    .url({ protocol: /^https$/, hostname: /^teams\.(?:microsoft\.com|cloud\.microsoft)$/ })
    .max(2_000),
]);

/** The dialog behind »Gør til idé«; its key is the message's own, so that a message is one idea. */
export const messageIdeaForm = z.object({
  verb: z.literal('sendMessageIdea'),
  key: z.string().regex(/^message-[0-9a-f]{32}$/),
  link: messageLink.default(''),
  title: line,
  why: line,
  area: line,
});

/** Somebody cannot be reached: what waits for them is tried once more. */
const reachAction = z.object({ verb: z.literal('sendAgain'), personId: z.string().min(1).max(60) });

/** The form behind `fravær`, whose key makes a double press one absence; and its end. */
const absenceAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('setDeputy'),
    key: z.string().regex(/^absence-[0-9a-z-]{4,60}$/),
    from: z.string().max(60).default(''),
    to: z.string().max(60).default(''),
    deputy: z.string().max(60).default(''),
  }),
  z.object({ verb: z.literal('setStanding'), standing: z.string().max(60).default('') }),
  z.object({ verb: z.literal('endAbsence'), absence: z.string().min(1).max(80) }),
]);

/** The form behind `giv videre`: which gate, to whom, and why. */
const handOnForm = z.object({
  verb: z.literal('handOn'),
  matter: requestId,
  to: z.string().max(60).default(''),
  comment,
});

/** The morning's message is drawn anew for whoever opens it. */
const refreshMorning = z.object({
  verb: z.literal('refreshMorning'),
  morning: z.iso.date(),
});

/** What the buttons of our cards send. Cards take their verbs from here, and the bot parses with it. */
export const cardAction = z.discriminatedUnion('verb', [
  requestAction,
  storyAction,
  approvalAction,
  chefCommentAction,
  interestAction,
  quarterAction,
  inquiryAction,
  benefitAction,
  visitAction,
  pressForm,
  ideaForm,
  messageIdeaForm,
  reachAction,
  refreshMorning,
  absenceAction,
  handOnForm,
]);

export type RequestAction = z.infer<typeof requestAction>;
export type StoryAction = z.infer<typeof storyAction>;
export type ApprovalAction = z.infer<typeof approvalAction>;
export type ChefCommentAction = z.infer<typeof chefCommentAction>;
export type InterestAction = z.infer<typeof interestAction>;
export type QuarterAction = z.infer<typeof quarterAction>;
export type InquiryAction = z.infer<typeof inquiryAction>;
export type BenefitAction = z.infer<typeof benefitAction>;
export type VisitAction = z.infer<typeof visitAction>;
export type PressForm = z.infer<typeof pressForm>;
export type IdeaForm = z.infer<typeof ideaForm>;
export type MessageIdeaForm = z.infer<typeof messageIdeaForm>;
export type ReachAction = z.infer<typeof reachAction>;
export type RefreshMorning = z.infer<typeof refreshMorning>;
export type AbsenceAction = z.infer<typeof absenceAction>;
export type HandOnAction = z.infer<typeof handOnForm>;
export type CardAction = z.infer<typeof cardAction>;

export type Verb = CardAction['verb'];

/** What a button sends with its verb: the verb's own data, and nothing of another's. */
export type ButtonData<V extends Verb> = Omit<
  Extract<z.input<typeof cardAction>, { verb: V }>,
  'verb'
>;
