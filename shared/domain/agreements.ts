import type { PersonId } from './person.ts';
import { isOver, type Project, type ProjectId } from './project.ts';
import { previousDay, type WorkCalendar, workdayBefore } from './workday.ts';

/* Agreements that a project rests on and that end on a day: who is reminded of it, and from when. */

export const agreementKinds = ['sla', 'agreement'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

const untilOf: Record<AgreementKind, 'slaUntil' | 'agreementUntil'> = {
  sla: 'slaUntil',
  agreement: 'agreementUntil',
};

/** An agreement that ends soon, or has ended, and whom that is for. */
export type EndingAgreement = {
  readonly project: Pick<Project, 'id' | 'title'>;
  readonly kind: AgreementKind;
  /** Its last day. */
  readonly until: string;
  /** The day before the one from which it is named: what is waited with since a day is named the next. */
  readonly since: string;
};

/** What is looked at: the day, how many working days ahead somebody is reminded, and which days these are. */
export type AgreementClock = {
  readonly day: string;
  readonly days: number;
  readonly calendar: WorkCalendar;
};

type Dated = Pick<Project, 'id' | 'title' | 'status' | 'slaUntil' | 'agreementUntil'>;

/** The agreements of a project that end within so many working days or have ended; nothing of what is over. */
export const endingAgreements = (
  project: Dated,
  { day, days, calendar }: AgreementClock,
): readonly EndingAgreement[] => {
  if (isOver(project)) return [];
  const { id, title } = project;
  return agreementKinds.flatMap((kind): EndingAgreement[] => {
    const until = project[untilOf[kind]];
    if (until === null) return [];
    const from = workdayBefore(until, days, calendar);
    return from > day ? [] : [{ project: { id, title }, kind, until, since: previousDay(from) }];
  });
};

/**
 * Whom it is for: the owner while the list of people has them, else the consultants; when its last day
 * is past, the consultants too.
 */
export const toldOfAgreement = (
  { ownerId }: { readonly ownerId: PersonId | null },
  { until }: Pick<EndingAgreement, 'until'>,
  day: string,
  people: {
    readonly isThere: (id: PersonId) => boolean;
    readonly consultants: readonly PersonId[];
  },
): readonly PersonId[] => {
  const owner = ownerId !== null && people.isThere(ownerId) ? [ownerId] : [];
  const isPast = until < day;
  return owner.length === 0 || isPast ? [...new Set([...owner, ...people.consultants])] : owner;
};

/** Named once for each day it ends: another day is another reminder. */
export const agreementKey = (
  projectId: ProjectId,
  { kind, until }: Pick<EndingAgreement, 'kind' | 'until'>,
): string => `${projectId}:${kind}:${until}`;
