import { z } from 'zod';
import type { Area, AreaId } from '#shared/domain/area.ts';
import { type Phase, phases } from '#shared/domain/phase.ts';
import type { Unreached } from '#shared/domain/reach.ts';
import type { Communication } from '#shared/domain/settings.ts';
import type { Hindrance } from '#shared/domain/stories/hindrances.ts';
import type { BoardColumn } from '#shared/domain/stories/machines.ts';
import {
  type Channel,
  channels,
  type StoryEventKind,
  type StoryId,
  type StoryKind,
  type StoryState,
  storyKinds,
} from '#shared/domain/stories/story.ts';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';

z.config({ jitless: true });

/** One story, as one person sees it. */
export type StoryReply = {
  readonly view: StoryView;
  readonly reader: StoryReader;
  /** What the reader may do as one who writes: the events that can come next. */
  readonly moves: readonly StoryEventKind[];
  /** What would stop it from being sent now. */
  readonly hindrances: readonly Hindrance[];
  /** When an answer asked for now would be due. */
  readonly dueAt: string;
  readonly organisations: readonly string[];
  /** Words that stop the sending, so that it can be said while one types. */
  readonly blockedWords: readonly string[];
  /** Who answers for each area now; no names where nobody does. */
  readonly chefs: readonly {
    readonly area: AreaId;
    readonly name: string;
    readonly deputies: readonly string[];
  }[];
  /** Who has not been told something about it, because they cannot be reached. */
  readonly unreached: readonly Unreached[];
};

/** A story on the board, in the calendar, in a list. */
export type StoryLine = {
  readonly id: StoryId;
  readonly kind: StoryKind;
  readonly title: string;
  readonly projectId: string | null;
  readonly projectTitle: string;
  readonly area: string | null;
  readonly state: StoryState;
  readonly column: BoardColumn;
  readonly since: string;
  readonly plannedFor: string | null;
  /** Whose answer is waited for: the seat of `area`, or the leder. */
  readonly waitsFor: 'chef' | 'leder' | null;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly lederName: string;
  readonly createdBy: string;
  /** It waits for the reader's answer. */
  readonly waitsForMe: boolean;
  /** The phase viborg.dk still tells of, when it is an earlier one. */
  readonly staleSince: Phase | null;
  readonly revision: number;
};

/** One line of the publication register (N19). */
export type PublicationLine = {
  readonly storyId: StoryId;
  readonly kind: StoryKind;
  readonly title: string;
  readonly projectId: string | null;
  readonly projectTitle: string;
  readonly area: string | null;
  readonly channel: Channel;
  readonly outlet: string;
  readonly link: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly by: string;
  /** Who said OK to these very words; empty for viborg.dk's descriptions. */
  readonly approvedBy: string;
  readonly approvedAt: string | null;
};

export type Goal = {
  readonly kind: 'microStory' | 'article';
  /** `2026-11` or `2026-K4`, oldest first. */
  readonly periods: readonly { readonly period: string; readonly published: number }[];
  readonly aim: number;
};

/** A project whose description on viborg.dk is missing or of an earlier phase. */
export type DescriptionTask = {
  readonly projectId: string;
  readonly title: string;
  readonly phase: Phase;
  readonly area: string | null;
  readonly storyId: StoryId | null;
  readonly staleSince: Phase | null;
};

/** What the consultants set; sent back with the revision it was read on. */
export type CommunicationReply = {
  readonly revision: string;
  readonly closingDays: readonly string[];
  readonly communication: Communication;
};

export type StoriesReply = {
  readonly asOf: string;
  readonly year: number;
  /** Years there is something in, and this one; newest first. */
  readonly years: readonly number[];
  readonly areas: readonly Area[];
  readonly stories: readonly StoryLine[];
  readonly register: readonly PublicationLine[];
  readonly goals: readonly Goal[];
  /** Projects under way or in operation that no story has told of, most told-worthy first. */
  readonly untold: readonly {
    readonly projectId: string;
    readonly title: string;
    readonly phase: Phase;
    readonly area: string | null;
  }[];
  readonly descriptions: readonly DescriptionTask[];
  /** Working days are the others: public holidays and closing days of the year, YYYY-MM-DD. */
  readonly closed: readonly string[];
  /** What a story can be about, by title; empty for who may not begin one. */
  readonly projects: readonly { readonly id: string; readonly title: string }[];
  /** Null for who may not change it. */
  readonly settings: CommunicationReply | null;
};

const longText = z.string().max(60_000);
const line = z.string().max(500);
const revision = z.number().int().min(0);
const comment = z.string().max(20_000).default('');

/** Numbers that may be a person's and, says the author, are not. */
const cleared = z.array(z.string().max(60)).max(50).optional();

export const pictureShape = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}\.(?:jpg|png)$/),
  alt: z.string().max(1_000),
  people: z.boolean(),
  consent: z.string().max(1_000),
});

const content = z.strictObject({
  text: longText,
  pictures: z.array(pictureShape).max(50),
  files: z
    .array(z.strictObject({ title: line, link: z.string().max(2_000), version: line }))
    .max(50),
});

const plannedFor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();

const about = z.strictObject({
  title: line,
  area: z.string().max(60).nullable(),
  lederId: z.string().max(60).nullable(),
  lederName: line,
  plannedFor,
});

/** POST /api/stories: a draft is laid out from the project; a press enquiry brings its own words. */
export const postStory = z.strictObject({
  /** Made by the client, so that a double press is one story; never a description's own id, nor a benefit's story's. */
  key: z.string().regex(/^(?!viborgdk-|gevinst-)[a-z0-9-]{8,60}$/),
  kind: z.enum(storyKinds),
  projectId: z.string().max(120).nullable(),
  title: line.optional(),
  text: longText.optional(),
  lederId: z.string().max(60).nullable().optional(),
  /** A micro-story of what a benefit was measured to be; each benefit has one. */
  benefitId: z.string().max(200).optional(),
});
export type PostStory = z.input<typeof postStory>;

/** POST /api/stories/:id/moves: everything that can happen to a story. */
export const postMove = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('saved'), revision, content, about }),
  z.strictObject({ type: z.literal('asked'), revision, comment, cleared }),
  z.strictObject({ type: z.literal('accepted'), revision, cleared }),
  z.strictObject({ type: z.literal('planned'), revision, plannedFor }),
  z.strictObject({
    type: z.literal('published'),
    revision,
    channel: z.enum(channels),
    outlet: z.string().max(500).default(''),
    link: z.string().max(5_000),
    day: z.string().max(30),
    cleared,
  }),
  z.strictObject({ type: z.literal('approved'), ask: revision, comment }),
  z.strictObject({ type: z.literal('taken'), ask: revision, comment }),
  z.strictObject({ type: z.literal('suggested'), ask: revision, text: longText }),
  z.strictObject({ type: z.literal('declined'), ask: revision, comment }),
  z.strictObject({ type: z.literal('stopped'), ask: revision.nullable(), comment }),
  z.strictObject({ type: z.literal('closed'), ask: revision.nullable(), comment }),
]);
export type PostMove = z.input<typeof postMove>;

export const storiesQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  project: z.string().max(120).optional(),
});

/** GET /api/stories/export: the filter of the screen. */
export const storiesExportQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  kind: z.enum(storyKinds).optional(),
  channel: z.enum(channels).optional(),
  area: z.string().max(60).optional(),
  phase: z.enum(phases).optional(),
  text: z.string().max(200).optional(),
});

const words = z.array(z.string().max(500)).max(500);

/** PATCH /api/settings/communication: all of it, on the revision that was read. */
export const patchCommunication = z.strictObject({
  revision: z.string().max(400),
  closingDays: words,
  communication: z.strictObject({
    storyDays: z.number(),
    articleDays: z.number(),
    pressDays: z.number(),
    dueTime: z.string().max(20),
    nudgeTime: z.string().max(20),
    storiesAMonth: z.number(),
    articlesAQuarter: z.number(),
    blockedWords: words,
    organisations: words,
  }),
});
export type PatchCommunication = z.input<typeof patchCommunication>;
