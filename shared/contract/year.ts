import { z } from 'zod';
import type { AreaId } from '#shared/domain/area.ts';
import type { QuarterState } from '#shared/domain/quarter/quarter.ts';
import type { TellingPeriod } from '#shared/domain/stories/telling.ts';
import { haveOwnIds, type YearPoint } from '#shared/domain/yearPoints.ts';

/** GET /api/year/:year: all that has its place in a year. */
export type YearReply = {
  readonly asOf: string;
  readonly today: string;
  readonly year: number;
  /** The next kvartalsstatus from today on, in whatever year; null when none is planned. */
  readonly nextMeeting: string | null;
  readonly quarters: readonly { readonly day: string; readonly state: QuarterState }[];
  readonly stories: readonly TellingPeriod[];
  readonly articles: readonly TellingPeriod[];
  /** DigiTek 360s of the year that stand: held, or planned for a day. */
  readonly visits: readonly {
    readonly id: string;
    readonly unit: string;
    readonly area: AreaId;
    readonly day: string;
    readonly isDone: boolean;
  }[];
  /** What comes back, on its day of this year. */
  readonly points: readonly YearPoint[];
  /** The pools of the year after: they begin anew on its first day. */
  readonly nextPools: { readonly year: number; readonly isOpened: boolean };
};

/** GET /api/settings/year-points: the fixed points as they are written, and who wrote them last. */
export type YearPointsReply = {
  readonly revision: string;
  readonly points: readonly YearPoint[];
  readonly latest: { readonly byName: string; readonly at: string } | null;
};

/** PATCH /api/settings/year-points: all of them, on the revision that was read. */
export const patchYearPoints = z.strictObject({
  revision: z.string().max(200),
  points: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(60),
        title: z.string().max(400),
        day: z.string().max(40),
        area: z.string().max(60).nullable(),
        link: z.string().max(1_000),
      }),
    )
    .max(200)
    .refine(haveOwnIds),
});
export type PatchYearPoints = z.input<typeof patchYearPoints>;
