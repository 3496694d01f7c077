import type { AreaId } from '../area.ts';
import type { PersonId } from '../person.ts';
import type { Phase } from '../phase.ts';
import type { ProjectId } from '../project.ts';

/** Everything the team tells the world, or answers it with (domain.md, Communication). */
export const storyKinds = ['microStory', 'article', 'description', 'press'] as const;
export type StoryKind = (typeof storyKinds)[number];

export const storyStates = [
  'draft',
  'asked',
  'suggested',
  'topicLeder',
  'topicChef',
  'writing',
  'materialLeder',
  'materialChef',
  'approved',
  'published',
  'taken',
  'declined',
  'closed',
  'stopped',
] as const;
export type StoryState = (typeof storyStates)[number];

export const storyEventKinds = [
  'saved',
  'planned',
  'asked',
  'approved',
  'suggested',
  'accepted',
  'taken',
  'declined',
  'published',
  'closed',
  'stopped',
] as const;
export type StoryEventKind = (typeof storyEventKinds)[number];

/** LinkedIn's two kinds of profile, the news on viborg.dk, or an organisation by name. */
export const channels = ['official', 'private', 'viborgDk', 'organisation'] as const;
export type Channel = (typeof channels)[number];

export type StoryId = string;

export type Picture = {
  /** SHA-256 of its bytes and the ending: its name in the library. */
  readonly id: string;
  readonly alt: string;
  /** Somebody can be recognised in it. */
  readonly people: boolean;
  /** Where the written consent lies, and whose it is; must be there when there are people. */
  readonly consent: string;
};

/** A file in the library or elsewhere, in the version that was read. */
export type Material = {
  readonly title: string;
  readonly link: string;
  readonly version: string;
};

/** What is signed off: any change of it makes another hash. */
export type Content = {
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly files: readonly Material[];
};

/** What can be said of a story beside its content. */
export type About = {
  readonly title: string;
  /** The seat of the chef it is sent to. */
  readonly area: AreaId | null;
  readonly lederId: PersonId | null;
  readonly lederName: string;
  /** The day it is meant to come out, YYYY-MM-DD. */
  readonly plannedFor: string | null;
};

/**
 * One thing that happened to a story. A story is nothing but its events: the key `<story>:<seq>`
 * lets exactly one of those who act at once come next, the cause makes the same press one event.
 */
export type StoryEvent = Content &
  About & {
    readonly id: string;
    readonly cause: string;
    readonly storyId: StoryId;
    readonly seq: number;
    readonly story: StoryKind;
    readonly projectId: ProjectId | null;
    readonly kind: StoryEventKind;
    readonly byId: PersonId;
    readonly byName: string;
    /** The seat it was answered for. */
    readonly seat: AreaId | null;
    readonly onBehalf: boolean;
    readonly at: string;
    /** Of the content it is about; empty where there is none. */
    readonly hash: string;
    readonly comment: string;
    /** When the answer it asks for is due, and the nudge before that. */
    readonly dueAt: string | null;
    readonly nudgeAt: string | null;
    readonly channel: Channel | null;
    /** The organisation, or whose profile. */
    readonly outlet: string;
    readonly link: string;
    /** The day it was published, YYYY-MM-DD. */
    readonly day: string | null;
    /** The project's phase when it was published. */
    readonly phase: Phase | null;
  };

/** The row people see in SharePoint: what the events come to, kept up with them. */
export type Story = {
  readonly id: StoryId;
  readonly kind: StoryKind;
  readonly title: string;
  readonly projectId: ProjectId | null;
  readonly area: AreaId | null;
  readonly state: StoryState;
  readonly stateSince: string;
  readonly dueAt: string | null;
  readonly plannedFor: string | null;
  readonly lederName: string;
  readonly text: string;
  readonly link: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly createdBy: string;
};

/** The one description a project has on viborg.dk. */
export const descriptionIdOf = (projectId: ProjectId): StoryId => `viborgdk-${projectId}`;

/**
 * The one story that is begun from a measured benefit; `hash` is of the benefit's id, which has signs
 * that no story's id has.
 */
export const benefitStoryIdOf = (hash: string): StoryId => `gevinst-${hash.slice(0, 32)}`;

export const emptyContent: Content = { text: '', pictures: [], files: [] };
export const emptyAbout: About = {
  title: '',
  area: null,
  lederId: null,
  lederName: '',
  plannedFor: null,
};

/**
 * The text whose SHA-256 is the content's hash: words, pictures in order with their alt texts, and
 * files in their versions. Whether somebody is in a picture, and the consent, is about the picture
 * and not part of what the reader sees.
 */
export const sealedContentOf = ({ text, pictures, files }: Content): string =>
  JSON.stringify([
    text,
    pictures.map(({ id, alt }) => [id, alt]),
    files.map(({ title, link, version }) => [title, link, version]),
  ]);
