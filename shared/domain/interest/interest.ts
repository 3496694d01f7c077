import type { AskingEvent } from '../asking/asking.ts';
import type { PersonId } from '../person.ts';
import type { Priority } from '../priority.ts';
import type { ProjectId } from '../project.ts';
import { stepId } from '../steps.ts';

/** The step's own id: an idea is asked about once at a time. */
export type InterestId = string;

const step = 'interest';

export const interestIdOf = (projectId: ProjectId): InterestId => stepId(projectId, step);

/** The idea an id names; null when it names none. */
export const ideaIn = (id: InterestId): ProjectId | null =>
  id.endsWith(`:${step}`) ? id.slice(0, -step.length - 1) : null;

/** A yes carries the first priority; very high is for SKAL only, and is not asked about. */
export const interestPriorities = ['high', 'medium', 'low'] as const satisfies readonly Priority[];
export type InterestPriority = (typeof interestPriorities)[number];

export const interestEventKinds = [
  /** The chef of the lead area is asked, or a leder under them. */
  'asked',
  'yes',
  'notNow',
  'no',
  /** After a yes: who is the owner, or that it is not known yet. */
  'owner',
  /** The team has written down what was said, and how. */
  'noted',
  'question',
  'reply',
  /** What was said is taken back. */
  'withdrawn',
] as const;
export type InterestEventKind = (typeof interestEventKinds)[number];

/** One thing that happened to the question of interest in an idea. */
export type InterestEvent = AskingEvent & {
  readonly interestId: InterestId;
  readonly projectId: ProjectId;
  readonly kind: InterestEventKind;
  /** The leder who is asked; null where it is the chef of the lead area. */
  readonly askedId: PersonId | null;
  /** With a yes, and with what is written down: the first priority as it was said. */
  readonly priority: Priority | null;
  /** The owner who was named; null where that is not known yet. */
  readonly ownerId: PersonId | null;
  readonly ownerName: string;
};
