import type { AreaId } from '#shared/domain/area.ts';
import type { QuarterState } from '#shared/domain/quarter/quarter.ts';
import type { TellingPeriod } from '#shared/domain/stories/telling.ts';

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
  /** The pools of the year after: they begin anew on its first day. */
  readonly nextPools: { readonly year: number; readonly isOpened: boolean };
};
