import type { AreaId } from '../area.ts';
import type { AskingEvent } from '../asking/asking.ts';
import type { PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';

/* A DigiTek 360: two consultants visit a unit, note what they see, and choose what becomes ideas. */

/** `visit-<key of the planner's making>`. */
export type VisitId = string;

export const visitIdOf = (key: string): VisitId => `visit-${key}`;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const named = new RegExp(`^visit-${uuid}$`);
export const isVisitId = (id: string): boolean => named.test(id);

/** The key of an observation, made once on the device that it is written on. */
const keyed = new RegExp(`^${uuid}$`);
export const isNoteKey = (key: string): boolean => keyed.test(key);

/** The idea that an event of a visit makes: the same however often it is followed. */
export const projectIdOfGroup = (id: VisitId, seq: number): ProjectId =>
  `p${id.slice('visit-'.length)}-${seq}`;

/** Whatever happened to it before or since: an observation is in the list once. */
export const noteIdOf = (id: VisitId, key: string): string => `${id}:note:${key}`;

/** The six steps, in order (seeds 000:427, 001:307–312). */
export const visitSteps = [
  'expectations',
  'introduction',
  'practice',
  'overview',
  'selection',
  'startup',
] as const;
export type VisitStep = (typeof visitSteps)[number];

export const visitEventKinds = [
  /** Where, who and when: written, or changed. */
  'planned',
  /** The leder is asked. */
  'asked',
  'answered',
  'question',
  'reply',
  /** It comes to nothing. */
  'withdrawn',
  /** A step is done, or is not after all. */
  'stepped',
  /** An observation: by a key of its own, and not numbered. */
  'noted',
  /** An observation is laid in a group; it is taken away. */
  'grouped',
  'dropped',
  /** What a group is called and worth, and whether it is chosen. */
  'valued',
  'becameIdea',
] as const;
export type VisitEventKind = (typeof visitEventKinds)[number];

export const visitAnswers = ['yes', 'otherDay', 'no'] as const;
export type VisitAnswer = (typeof visitAnswers)[number];

/** What a group is worth, and what it takes. */
export const groupLevels = ['low', 'medium', 'high'] as const;
export type GroupLevel = (typeof groupLevels)[number];

/** The day each step is to be held; null = nobody has said. */
export type VisitDays = Readonly<Record<VisitStep, string | null>>;

export const noDays: VisitDays = {
  ...{ expectations: null, introduction: null, practice: null },
  ...{ overview: null, selection: null, startup: null },
};

/** Somebody of the team who comes. */
export type Visitor = { readonly id: PersonId; readonly name: string };

/** Where it is, who comes, and when. */
export type VisitTerms = {
  readonly area: AreaId;
  readonly unit: string;
  readonly lederId: PersonId | null;
  readonly lederName: string;
  readonly employees: number;
  /** Employees who are chosen to give more of their time: a number, and no names. */
  readonly chosen: number;
  readonly consultants: readonly Visitor[];
  readonly days: VisitDays;
};

/** One thing that happened to a visit. Never edited. */
export type VisitEvent = AskingEvent & {
  readonly visitId: VisitId;
  readonly kind: VisitEventKind;
  readonly area: AreaId | null;
  readonly unit: string;
  readonly lederId: PersonId | null;
  readonly lederName: string;
  readonly employees: number | null;
  readonly chosen: number | null;
  readonly consultants: readonly Visitor[];
  readonly days: VisitDays;
  readonly answer: VisitAnswer | null;
  readonly step: VisitStep | null;
  /** The day of a step, or the one the leder would rather have. */
  readonly day: string | null;
  /** A step is done; a group is chosen. */
  readonly done: boolean;
  /** The name of a group as it was when this happened. */
  readonly group: string;
  /** What the group is called from here on; '' = as before. */
  readonly name: string;
  /** The observation it is about, or is, by its key. */
  readonly note: string;
  readonly value: GroupLevel | null;
  readonly effort: GroupLevel | null;
  readonly picture: string | null;
  /** When an observation was written, by the clock of the device. */
  readonly notedAt: string | null;
  readonly projectId: ProjectId | null;
};

/** What only some kinds of events say, unsaid. */
export const blankVisitEvent = {
  ...{ seat: null, onBehalf: false, comment: '', dueAt: null, nudgeAt: null, about: null },
  ...{ area: null, unit: '', lederId: null, lederName: '', employees: null, chosen: null },
  ...{ consultants: [], days: noDays, answer: null, step: null, day: null, done: false },
  ...{ group: '', name: '', note: '', value: null, effort: null, picture: null },
  ...{ notedAt: null, projectId: null },
} as const satisfies Omit<
  VisitEvent,
  'id' | 'cause' | 'seq' | 'byId' | 'byName' | 'at' | 'visitId' | 'kind'
>;

/** The plan alone, of whatever holds it. */
export const visitTermsIn = (event: VisitEvent): VisitTerms => ({
  ...{ area: event.area ?? '', unit: event.unit, lederId: event.lederId },
  ...{ lederName: event.lederName, employees: event.employees ?? 0, chosen: event.chosen ?? 0 },
  ...{ consultants: event.consultants, days: event.days },
});

/** An observation is not numbered: two phones without a net do not know of each other. */
export const isNote = ({ kind }: Pick<VisitEvent, 'kind'>): boolean => kind === 'noted';

export const longestNote = 20_000;
export const longestGroup = 80;
export const longestUnit = 120;
