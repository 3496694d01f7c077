import type { Area } from '#shared/domain/area.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { SinceLine } from '#shared/domain/past/since.ts';
import type { PersonId } from '#shared/domain/person.ts';

/** A few figures that say how a portfolio stands. */
export type PastFigures = {
  /** Underway or in operation. */
  readonly projects: number;
  readonly waiting: number;
  readonly stuck: number;
  /** What is left in the pools of the day's year; null for who may not see it. */
  readonly leftOre: Ore | null;
};

/** GET /api/past/:day: the board as it was when that day ended. */
export type PastReply = {
  readonly asOf: string;
  /** The first day there is, where an earlier one was asked for. */
  readonly day: string;
  /** There is no history before this day. */
  readonly firstDay: string;
  /** The latest kvartalsstatus that was held. */
  readonly lastQuarter: string | null;
  readonly areas: readonly Area[];
  readonly people: Readonly<Record<PersonId, string>>;
  /** Where something is another today, its card says what has become of it. */
  readonly projects: readonly BoardProject[];
  readonly changes: readonly SinceLine[];
  readonly figuresThen: PastFigures;
  readonly figuresNow: PastFigures;
};
