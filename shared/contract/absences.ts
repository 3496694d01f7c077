import { z } from 'zod';
import type { Absence, Days, Person } from '#shared/domain/person.ts';

z.config({ jitless: true });

type Named = Pick<Person, 'id' | 'name'>;

/** Somebody who is away, or will be, and who answers meanwhile. */
export type AbsenceLine = Pick<Absence, 'id' | 'from' | 'to' | 'replies'> & {
  readonly person: Named;
  readonly deputy: Named;
  /** Today is one of the days. */
  readonly isRunning: boolean;
  /** The first days, from today on, on which nobody answers: the deputy is away too. */
  readonly gap: Days | null;
  /** The reader may end it. */
  readonly mayEnd: boolean;
};

/** GET /api/absences: the reader's own and those they stand in; all of them for the consultant. */
export type AbsencesReply = {
  readonly today: string;
  /** By their first day. */
  readonly lines: readonly AbsenceLine[];
  /** For whom the reader may name a deputy, themselves first; nobody where nothing is asked of them. */
  readonly mayFor: readonly Named[];
  /** Who answers whenever one of these is away, for those who have named somebody. */
  readonly standing: readonly { readonly personId: string; readonly deputyId: string }[];
  /** Whether people's automatic replies are read. */
  readonly readsReplies: boolean;
  /** Who may be named. */
  readonly deputies: readonly Named[];
};

const id = z.string().max(60);

/** The key makes a double press one absence. */
export const postAbsence = z.strictObject({
  key: z.string().regex(/^absence-[0-9a-z-]{4,60}$/),
  personId: id.min(1),
  deputyId: id,
  from: z.string().max(10),
  to: z.string().max(10),
});

/** Who answers whenever somebody is away; '' for nobody any more. */
export const postStanding = z.strictObject({ personId: id.min(1), deputyId: id });

/** Whose it is; which stands in the address. */
export const postAbsenceEnd = z.strictObject({ personId: id.min(1) });
