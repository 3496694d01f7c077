import type { AreaId } from '../area.ts';
import type { BenefitRow } from '../benefits/sums.ts';
import type { Choice, Door, Gate } from '../gates.ts';
import type { Ore } from '../money.ts';
import type { Priority } from '../priority.ts';
import type { ReportSubject, StatusReport } from '../reports/report.ts';
import type { Stuck } from '../stuck.ts';
import type { LateVisit, YearBehind } from '../visits/late.ts';

/** What stands behind a point, as it is now. */
export type PointFacts =
  | {
      readonly type: 'request';
      readonly requestId: string;
      readonly projectId: string;
      readonly gate: Gate;
      readonly area: AreaId | null;
      readonly askOre: Ore;
      /** Its seats that have answered, and all of them. */
      readonly answered: number;
      readonly seats: number;
      /** Those who have said nothing yet. */
      readonly missing: readonly AreaId[];
      readonly why: 'differ' | 'wish' | 'waiting' | 'ended';
      /** Who wishes the meeting. */
      readonly by: string;
    }
  | {
      readonly type: 'priorities';
      readonly projects: readonly {
        readonly id: string;
        readonly title: string;
        readonly area: AreaId | null;
        readonly decided: Priority | null;
        readonly recommended: Priority;
        readonly why: string;
      }[];
    }
  | {
      readonly type: 'pools';
      readonly year: number;
      readonly pools: readonly {
        readonly id: string;
        readonly title: string;
        readonly budgetOre: Ore;
        readonly availableOre: Ore;
      }[];
    }
  | {
      readonly type: 'stuck';
      readonly projects: readonly {
        readonly id: string;
        readonly title: string;
        readonly area: AreaId | null;
        readonly stuck: Stuck;
      }[];
    }
  | {
      readonly type: 'reports';
      readonly projects: readonly (Pick<StatusReport, ReportSubject | 'said' | 'help'> & {
        readonly id: string;
        readonly title: string;
        readonly area: AreaId | null;
      })[];
    }
  | {
      readonly type: 'benefits';
      /** Measured since the kvartalsstatus before; and those that lack a measurement now. */
      readonly measured: readonly BenefitRow[];
      readonly missing: readonly BenefitRow[];
    }
  | {
      readonly type: 'visits';
      readonly late: readonly LateVisit[];
      readonly behind: readonly YearBehind[];
    }
  | { readonly type: 'stories'; readonly stories: number; readonly articles: number }
  | {
      readonly type: 'heard';
      readonly decisions: readonly {
        readonly projectId: string;
        readonly title: string;
        readonly gate: Gate;
        readonly choice: Choice | null;
      }[];
    }
  | { readonly type: 'own' };

/** A gate that chefgruppen would decide, and that is not ready for it. */
export type NotReady = {
  readonly projectId: string;
  readonly title: string;
  readonly area: AreaId | null;
  readonly gate: Door;
  readonly lacks: number;
};
