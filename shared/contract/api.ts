import { z } from 'zod';
import type { Area, AreaId } from '#shared/domain/area.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import type { Changes } from '#shared/domain/boardChanges.ts';
import type { Routing } from '#shared/domain/decider.ts';
import type { Family, Lesson } from '#shared/domain/family.ts';
import type { Field } from '#shared/domain/fieldRights.ts';
import type { Resting } from '#shared/domain/files/resting.ts';
import type { PoolView } from '#shared/domain/funding.ts';
import { type Gate, gateNames, outcomes } from '#shared/domain/gates.ts';
import type { HistoryEntry } from '#shared/domain/history.ts';
import { type AlikeProject, longestCompared } from '#shared/domain/ideas/alike.ts';
import type { Follower } from '#shared/domain/ideas/follower.ts';
import { type ImportWords, wordKinds } from '#shared/domain/importWords.ts';
import type { ShortMatter } from '#shared/domain/notice.ts';
import type { ProjectPace } from '#shared/domain/pace.ts';
import type { Action } from '#shared/domain/permissions.ts';
import type { PersonId, Role } from '#shared/domain/person.ts';
import { phases } from '#shared/domain/phase.ts';
import { priorities } from '#shared/domain/priority.ts';
import {
  attentions,
  focusAreas,
  ideaOrigins,
  type Project,
  projectTypes,
  spreadPotentials,
  statuses,
  timeHorizons,
} from '#shared/domain/project.ts';
import type { Unreached } from '#shared/domain/reach.ts';
import type { Missing } from '#shared/domain/readiness.ts';
import type { Decision } from '#shared/domain/request.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import type { Appetite } from '#shared/domain/risk.ts';
import { longestUnitName, type SpreadUnit } from '#shared/domain/spread/spreadUnit.ts';
import type { Step, StepCode } from '#shared/domain/steps.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import type { Stuck, StuckLimits } from '#shared/domain/stuck.ts';
import type { ApprovalLine, ApprovalReply } from './approvals.ts';
import type { BenefitsOnPage } from './benefits.ts';
import type { ChefCommentLine } from './chefComments.ts';
import type { InquiriesOnPage } from './inquiries.ts';
import type { InterestLine } from './interests.ts';
import type { PaperLine } from './papers.ts';
import type { ReportsOnPage } from './reports.ts';
import type { StoryReply } from './stories.ts';
import type { VisitOfProject } from './visits.ts';

z.config({ jitless: true });

/* Replies. `asOf` says when the lists were last known to be fresh. */

/** Every error: a code for programs, a Danish sentence for people. */
export type ErrorReply = {
  readonly error: {
    readonly code: string;
    readonly message: string;
    /** 422: what is missing, or which fields were refused, each with its sentence. */
    readonly details?: readonly { readonly code: string; readonly message: string }[];
  };
};

export type MeReply = {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly seats: readonly string[];
  readonly may: readonly Action[];
  readonly areas: readonly Area[];
  readonly waiting: number;
  /** The steps as the consultant has made them; a server of the release before says nothing. */
  readonly steps?: StepTemplates;
};

export type BoardReply = {
  readonly asOf: string;
  /** True when the lists could not be read lately: the figures are from `asOf`. */
  readonly stale?: true;
  readonly areas: readonly Area[];
  readonly projects: readonly BoardProject[];
  /** After how long a project sits. */
  readonly stuckLimits: StuckLimits;
  /** The names of those who own or lead one. */
  readonly people: Readonly<Record<PersonId, string>>;
  /** Rows that could not be read and are left out. */
  readonly setAside: number;
};

/** What became of the board since the one whose tag was sent; the names only where they changed. */
export type BoardChange = Omit<BoardReply, 'projects' | 'people'> &
  Changes &
  Partial<Pick<BoardReply, 'people'>>;

export type ProjectReply = {
  readonly asOf: string;
  readonly project: Project;
  /** It has lasted for longer than its limit. */
  readonly stuck: Stuck | null;
  /** How long it has been in its phase, and was in those before; a server of the release before says nothing. */
  readonly pace?: ProjectPace | null;
  /** Sent back with a PATCH: what the change was made on. */
  readonly revision: string;
  readonly steps: readonly Step[];
  readonly gate: Gate | null;
  readonly missing: readonly Missing[];
  readonly restsOn: number;
  readonly routing: Routing | null;
  /** The common pool has granted the project money, so the chefgruppe decides until it is closed. */
  readonly commonGranted: boolean;
  readonly pools: readonly PoolView[];
  readonly appetite: Appetite | null;
  readonly open: RequestReply | null;
  /** The owner's approval that the gate ahead rests on. */
  readonly approval: ApprovalLine | null;
  /** The chef's comment that the gate ahead rests on. */
  readonly chefComment: ChefCommentLine | null;
  /** Whether the idea is wanted; null when it is no longer an idea. */
  readonly interest: InterestLine | null;
  /** What is asked about it, and whom the reader may ask. */
  readonly inquiries: InquiriesOnPage;
  /** The papers that are begun, and the one the gate ahead rests on. */
  readonly papers: readonly PaperLine[];
  /** The owner or the chef whose word is waited for before the gate. */
  readonly asked: { readonly whom: string; readonly since: string } | null;
  /** Who has not been told something about the project, because they cannot be reached. */
  readonly unreached: readonly Unreached[];
  readonly decisions: readonly Decision[];
  readonly may: readonly Action[];
  /** The fields and steps the reader may change: what has a pencil. */
  readonly mayChange: readonly Field[];
  readonly mayTick: readonly StepCode[];
  /** Steps that say nothing yet, of which the reader may say who, when and where. */
  readonly mayPlan: readonly StepCode[];
  /** Documents of steps, and links (no name), that stay because something rests on them. */
  readonly resting: readonly {
    readonly code: StepCode;
    readonly name: string | null;
    readonly why: Resting;
  }[];
  /** Steps that are somebody else's word: ticking one writes down how they said it. */
  readonly writesDown: readonly StepCode[];
  /** Those who have had the same idea, the first first. */
  readonly followers: readonly Pick<Follower, 'id' | 'personName' | 'words' | 'at'>[];
  /** The units it is being spread to, in the order they start, each with what a change is made on. */
  readonly units: readonly (SpreadUnit & { readonly revision: string })[];
  /** How it is said to go. */
  readonly reports: ReportsOnPage;
  /** Whether it takes units, and the reader may say how they stand. */
  readonly maySpread: boolean;
  /** What it has promised, and what became of it. */
  readonly benefits: BenefitsOnPage;
  /** The DigiTek 360 that the idea comes from; null where it comes from none. */
  readonly visit: VisitOfProject | null;
  readonly parent: { readonly id: string; readonly title: string } | null;
  readonly children: readonly { readonly id: string; readonly title: string }[];
  /** All that were thought anew from one another, from the first on; null when it is alone. */
  readonly family: Family | null;
  /** What was said where those it builds on were thought anew, the nearest first. */
  readonly lessons: readonly Lesson[];
};

export type RequestReply = {
  readonly view: RequestView;
  readonly reader: Reader;
  readonly waits: 'answer' | 'reply' | null;
  readonly unreached: readonly Unreached[];
  /** Where the reader may hand it on to: `agenda`, `chefgruppe`, an area's chef. */
  readonly handOn: readonly string[];
};

export type AlikeReply = { readonly alike: readonly AlikeProject[] };

/** What came of trying once more; the sentence is for whoever pressed. */
export type SendAgainReply = {
  readonly outcome: 'delivered' | 'underway' | 'nothing' | 'still';
  readonly message: string;
};

/** What waits for the reader and takes a minute, as a line of a list: anything but a gate request. */
export type WaitLine = {
  readonly type: ShortMatter['type'];
  readonly id: string;
  /** What it is, in Danish. */
  readonly kind: string;
  readonly title: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
};

export type RequestsReply = {
  readonly asOf: string;
  readonly requests: readonly RequestReply[];
  /** All that waits for the reader but gate requests, longest waiting first. */
  readonly waits: readonly WaitLine[];
  /** Stories whose answer waits for the reader. */
  readonly stories: readonly StoryReply[];
  /** Owners' approvals that wait for the reader. */
  readonly approvals: readonly ApprovalReply[];
  /** What the person answered lately, or a deputy in their place, newest first. */
  readonly answered: readonly {
    readonly title: string;
    readonly decision: Decision | null;
    readonly requestId: string;
    readonly seat: AreaId | null;
    readonly onBehalf: boolean;
    /** The deputy's name; null when the person answered. */
    readonly deputy: string | null;
  }[];
};

export type HistoryReply = { readonly entries: readonly HistoryEntry[]; readonly holds: boolean };

/** The words lists are read with; sent back with the revision they were read on. */
export type ImportWordsReply = {
  readonly revision: string;
  readonly words: ImportWords;
  readonly areas: readonly Area[];
};

/** Rows that make no sense and are left out: what those who can mend them see. */
export type AsideReply = {
  readonly asOf: string;
  readonly rows: readonly {
    readonly list: string;
    readonly itemId: string;
    readonly field: string;
    readonly problem: string;
  }[];
};

export type PeopleReply = {
  readonly people: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly roles: readonly Role[];
  }[];
};

/** 409 on PATCH: somebody else changed the project; both versions of the fields that clash. */
export type ConflictReply = ErrorReply & {
  readonly current: ProjectReply;
  readonly clashes: readonly {
    readonly field: string;
    readonly yours: unknown;
    readonly theirs: unknown;
  }[];
};

/* Requests. Everything is checked again by the rules; this is only the shape. */

const text = (longest: number) => z.string().trim().max(longest);
const ore = z.number().int().min(0).max(100_000_000_000);
const tek = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).nullable();
const risk = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable();
const hours = z.number().int().min(0).max(20_000).nullable();
const day = z.iso.date().nullable();
const person = z.string().max(60).nullable();
const area = z.string().min(1).max(60);
const pool = z.union([z.literal('common'), z.templateLiteral(['area:', area])]);

const link = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2_000)]);

/** The fields of a project that people edit. Who may, and which moves there are, the domain says. */
const fieldShapes = {
  title: text(255).min(1),
  purpose: text(255),
  summary: text(4_000),
  type: z.enum(projectTypes),
  phase: z.enum(phases),
  status: z.enum(statuses),
  leadArea: area.nullable(),
  areas: z.array(area).max(30),
  ownerId: person,
  leadId: person,
  askOre: ore.nullable(),
  shares: z.array(z.strictObject({ pool, ore })).max(12),
  budgetOre: ore.nullable(),
  runningCostsOre: z.array(ore).max(4),
  operationPayer: text(255),
  verySmall: z.boolean(),
  efficiency: tek,
  efficiencyWhy: text(500),
  quality: tek,
  qualityWhy: text(500),
  wellbeing: tek,
  wellbeingWhy: text(500),
  predictability: risk,
  breadth: risk,
  challenge: risk,
  maturity: risk,
  riskCategory: risk,
  riskWhy: text(500),
  firstPriority: z.enum(priorities).nullable(),
  recommendedPriority: z.enum(priorities).nullable(),
  recommendedOutcome: z.enum(outcomes).nullable(),
  recommendationWhy: text(500),
  recommendLift: z.boolean(),
  hoursDigitek: hours,
  hoursIt: hours,
  hoursArea: hours,
  timeHorizon: z.enum(timeHorizons).nullable(),
  spreadPotential: z.enum(spreadPotentials).nullable(),
  attention: z.enum(attentions).nullable(),
  waitsFor: text(120),
  nextStep: text(255),
  nextStepDue: day,
  slaUntil: day,
  agreementUntil: day,
  municipality: text(255),
  technology: text(255),
  focus: z.enum(focusAreas).nullable(),
  citizenEffect: text(2_000),
  involved: text(2_000),
  skalDue: day,
  skalSource: text(255),
  skalCase: text(2_000),
  skalGoals: text(2_000),
  skalResponsible: text(2_000),
  skalNeeds: text(2_000),
  origin: z.enum(ideaOrigins).nullable(),
  sourceUrl: link,
  flowUrl: link,
} as const satisfies Readonly<Record<Field, z.ZodType>>;

export const projectChanges = z.strictObject(fieldShapes).partial();
export type ProjectChanges = z.infer<typeof projectChanges>;

export const patchProject = z.strictObject({
  revision: z.string().max(200),
  changes: projectChanges,
  /** A word why, where a move by hand asks for one. */
  reason: text(2_000).default(''),
});

export const createProject = projectChanges.extend({
  title: text(255).min(1),
});
export type CreateProject = z.infer<typeof createProject>;

/** An idea as far as it is written, to be compared and not kept. */
export const postAlike = z.strictObject({
  title: z.string().max(longestCompared),
  purpose: z.string().max(longestCompared).default(''),
  /** The idea it is written in, when it is stored. */
  itself: z.string().max(120).nullable().default(null),
});

const stepShapes = {
  done: z.boolean(),
  link: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(2_000)]),
  version: text(60),
  minutes: z.number().int().min(1).max(600).nullable(),
  /** Somebody outside, by name. */
  responsible: text(120),
  due: day,
  note: text(1_000),
} as const;

/** The whole step: what is left out is not said. */
/** The idea as somebody wrote it, who has had the same. */
export const postFollower = z.strictObject({
  title: z.string().max(longestCompared),
  purpose: z.string().max(longestCompared).default(''),
});

export const putStep = z.strictObject({
  done: stepShapes.done,
  link: stepShapes.link.default(''),
  version: stepShapes.version.default(''),
  minutes: stepShapes.minutes.default(null),
  responsible: stepShapes.responsible.default(''),
  due: stepShapes.due.default(null),
  note: stepShapes.note.default(''),
});

/** A document that is taken off a step, by its name. */
export const postFileRemoval = z.strictObject({ name: z.string().min(1).max(200) });

/** What is left out stays as it is, so that one may tick a step while another plans it. */
export const patchStep = z
  .strictObject({
    ...stepShapes,
    /** Somebody of the list of people; their name follows. */
    responsibleId: person,
  })
  .partial();
export type PatchStep = z.input<typeof patchStep>;

const unitName = text(longestUnitName);

/** A unit that the project is to be spread to; any day of the month it is to start. */
export const postUnit = z.strictObject({ name: unitName, month: z.iso.date() });

export const putUnit = z.strictObject({
  revision: z.string().max(200),
  change: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('plan'), month: z.iso.date() }),
    z.strictObject({ type: z.literal('start'), on: z.iso.date() }),
    z.strictObject({ type: z.literal('giveUp'), reason: text(500) }),
    z.strictObject({ type: z.literal('name'), name: unitName }),
  ]),
});

/** Whom it is for stands in the address. */
export const postSendAgain = z.strictObject({});

export const postRequest = z.strictObject({ gate: z.enum(gateNames) });

const comment = z.string().max(20_000).default('');
const seat = z.string().max(60).optional();
const revision = z.number().int().min(0).optional();
const choice = {
  outcome: z.enum(outcomes),
  spread: z.boolean().default(false),
  rethink: z.boolean().default(false),
};

const answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choose'), ...choice, comment, seat, revision }),
  z.strictObject({ type: z.literal('ask'), comment, seat, revision }),
  z.strictObject({ type: z.literal('meeting'), comment, seat, revision }),
  z.strictObject({ type: z.literal('lift'), comment, seat, revision }),
  z.strictObject({ type: z.literal('toCommonPool'), comment, seat, revision }),
]);

/** `type` is `choose` when it is left out. */
const withType = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !('type' in body)
    ? { type: 'choose', ...body }
    : body;

export const postAnswer = z.preprocess<unknown, typeof answer, z.input<typeof answer>>(
  withType,
  answer,
);
export type PostAnswer = z.infer<typeof postAnswer>;

export const postReply = z.strictObject({ question: z.string().min(1).max(255), comment });
export const postWithdraw = z.strictObject({ comment });
export const postReroute = z.strictObject({
  to: z.union([z.literal('chefgruppe'), area]),
  comment,
});
export const postAgenda = z.strictObject({ comment });
export const postMeetingDecision = z.strictObject({
  ...choice,
  comment,
  /** Those who had said something else, each with why. */
  noted: z
    .array(z.strictObject({ seat: area, text: comment }))
    .max(50)
    .default([]),
});

/* How many are possible is the rule's to say. */
const days = z.number().int();
const limits = z.strictObject({ gate: days, question: days, somebody: days, phase: days });

/** What was seen, and what is wanted. */
export const patchStuckLimits = z.strictObject({ seen: limits, limits });
const wordLists = z.record(z.string().max(40), z.array(z.string().max(200)).max(300));

/** PATCH /api/settings/import-words: all of them, on the revision that was read. */
export const patchImportWords = z.strictObject({
  revision: z.string().max(200),
  words: z.record(z.enum(wordKinds), wordLists),
});
export type PatchImportWords = z.input<typeof patchImportWords>;
