import type { AreaId } from '../area.ts';
import type { AskingEvent } from '../asking/asking.ts';
import type { PoolId } from '../funding.ts';
import type { Ore } from '../money.ts';
import type { PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';
import { isStepCode, type StepCode } from '../steps.ts';

/* Somebody is asked something about a project, beside the gates and what comes before them. */

export const inquirySubjects = [
  /** One person of the project asks another. */
  'talk',
  /** IT og Digitalisering is asked about a step. */
  'it',
  /** The consultant looks at something that is to be bought, before anybody decides. */
  'screening',
  /** The chain of whoever wants it bought decides: a leder, then the chef where it costs more, and every chef whose pool pays. */
  'purchase',
] as const;
export type InquirySubject = (typeof inquirySubjects)[number];

export const inquiryAnswers = [
  /** In words. */
  'said',
  'fine',
  'fineIf',
  'notYet',
  'buy',
  'dontBuy',
] as const;
export type InquiryAnswer = (typeof inquiryAnswers)[number];

type SubjectRule = {
  /** The answers there are, and what each has to say: a reason, anything at all, or nothing. */
  readonly answers: Partial<Record<InquiryAnswer, 'reason' | 'words' | 'plain'>>;
  /** Whether whoever is asked may ask back before they answer. */
  readonly asksBack: boolean;
  /** The setting that says how many working days there are. */
  readonly days: 'talkDays' | 'itDays' | 'screeningDays' | 'purchaseDays';
  /** Past due the consultant is told too, and not only whoever asked. */
  readonly escalates: boolean;
};

/** What may be asked, and what may be answered. A new subject is a line here. */
export const inquiryRules: Readonly<Record<InquirySubject, SubjectRule>> = {
  talk: { answers: { said: 'words' }, asksBack: false, days: 'talkDays', escalates: false },
  it: {
    answers: { fine: 'plain', fineIf: 'reason', notYet: 'reason' },
    asksBack: true,
    days: 'itDays',
    escalates: true,
  },
  screening: {
    answers: { fine: 'plain', fineIf: 'reason', notYet: 'reason' },
    asksBack: true,
    days: 'screeningDays',
    escalates: false,
  },
  purchase: {
    answers: { buy: 'plain', dontBuy: 'reason' },
    asksBack: true,
    days: 'purchaseDays',
    escalates: false,
  },
};

/** In the order of the card. */
export const answersTo = (subject: InquirySubject): readonly InquiryAnswer[] =>
  inquiryAnswers.filter((answer) => inquiryRules[subject].answers[answer] !== undefined);

/**
 * The steps at which IT og Digitalisering is asked (servicedesign, integrations, information
 * security, and before something is bought), and whether their *I orden* is the whole step. The checklists ask of CE and MDR too,
 * which is not IT's to vouch for: there the answer stands beside the tick, and is not it.
 */
export const itSteps = {
  purchaseOrProject: { ticks: false },
  ideaChecklist: { ticks: false },
  serviceDesign: { ticks: true },
  safetyChecks: { ticks: false },
  finalServiceDesign: { ticks: true },
} as const satisfies Partial<Record<StepCode, { readonly ticks: boolean }>>;
export type ItStep = keyof typeof itSteps;

export const isItStep = (code: unknown): code is ItStep =>
  isStepCode(code) && Object.hasOwn(itSteps, code);

/** `<project>:talk:<key of the asker's making>`, `<project>:it:<step>` or `<project>:<subject>`. */
export type InquiryId = string;

export const talkIdOf = (projectId: ProjectId, key: string): InquiryId =>
  `${projectId}:talk:${key}`;
export const itIdOf = (projectId: ProjectId, step: ItStep): InquiryId => `${projectId}:it:${step}`;
export const purchaseIdOf = (projectId: ProjectId, subject: 'screening' | 'purchase'): InquiryId =>
  `${projectId}:${subject}`;

/** What an id says: the project, what it is about, and the step where it is one. */
export type InquiryOf = {
  readonly projectId: ProjectId;
  readonly subject: InquirySubject;
  readonly step: ItStep | null;
};

const talkKey = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What an id names; null when it names nothing that can be asked. */
export const inquiryIn = (id: InquiryId): InquiryOf | null => {
  const [, bought, one] = /^(.+):(screening|purchase)$/.exec(id) ?? [];
  if (bought !== undefined && (one === 'screening' || one === 'purchase'))
    return { projectId: bought, subject: one, step: null };
  const [, projectId, subject, of = ''] = /^(.+):(talk|it):([A-Za-z0-9-]+)$/.exec(id) ?? [];
  if (projectId === undefined) return null;
  if (subject === 'talk') return talkKey.test(of) ? { projectId, subject, step: null } : null;
  return isItStep(of) ? { projectId, subject: 'it', step: of } : null;
};

export const inquiryEventKinds = [
  'asked',
  'answered',
  'question',
  'reply',
  /** Whoever asked needs no answer any more. */
  'withdrawn',
  /** It has been bought, at what it came to. */
  'bought',
] as const;
export type InquiryEventKind = (typeof inquiryEventKinds)[number];

/** A seat that is asked together with others, and who held it then. */
export type AskedSeat = { readonly seat: AreaId; readonly name: string };

/** One thing that happened to something that is asked. */
export type InquiryEvent = AskingEvent & {
  readonly inquiryId: InquiryId;
  readonly projectId: ProjectId;
  readonly kind: InquiryEventKind;
  /** The person who is asked; null where a role is. */
  readonly askedId: PersonId | null;
  readonly askedName: string;
  /** Of a purchase: the seats that are asked at once, who all have to say yes; none where one is asked. */
  readonly seats: readonly AskedSeat[];
  readonly answer: InquiryAnswer | null;
  /** Of a purchase: what it costs, and the pool that pays; null where the own budget does. */
  readonly ore: Ore | null;
  readonly payer: PoolId | null;
};
