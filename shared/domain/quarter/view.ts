import type { Area, AreaId } from '../area.ts';
import type { PersonId } from '../person.ts';
import type { RequestView } from '../requestView.ts';
import type { AgendaPoint } from './agenda.ts';
import type { PointFacts } from './facts.ts';
import type { Minutes } from './minutes.ts';
import type { QuarterNow, QuarterState } from './quarter.ts';
import { type QuarterFacts, seatSignedBy } from './rules.ts';

/** A seat of the chefgruppe, and who answers for it today. */
export type QuarterSeat = {
  readonly seat: AreaId;
  readonly chefName: string;
  readonly deputies: readonly string[];
};

/** A kvartalsstatus as cards and screens show it. */
export type QuarterView = {
  readonly now: QuarterNow;
  /** It is about no project of its own. */
  readonly project: null;
  readonly state: QuarterState;
  readonly points: readonly AgendaPoint[];
  readonly minutes: Minutes;
  readonly seats: readonly QuarterSeat[];
  readonly areas: readonly Area[];
  readonly signers: Pick<QuarterFacts, 'people' | 'day' | 'seats'>;
  readonly at: string;
  /** The kvartalsstatus after it; null when none is planned. */
  readonly next: string | null;
};

export type QuarterReader = {
  readonly id: PersonId | null;
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
  /** Their word about the minutes is waited for. */
  readonly owes: boolean;
};

/** Somebody has said what they think of the present version. */
const hasSaid = ({ approvals, proposals }: QuarterNow, seat: AreaId): boolean =>
  [...approvals, ...proposals].some((one) => one.seat === seat);

export const quarterReaderOf = (
  { now, state, signers }: Pick<QuarterView, 'now' | 'state' | 'signers'>,
  id: PersonId | null,
): QuarterReader => {
  const as = id === null ? null : seatSignedBy({ id }, signers);
  return {
    ...{ id, seat: as?.seat ?? null, onBehalf: as?.onBehalf ?? false },
    owes: state === 'over' && as !== null && !hasSaid(now, as.seat),
  };
};

/** The seats whose word about the present version is missing. */
export const seatsOwing = ({ now, state, signers }: QuarterView): readonly AreaId[] =>
  state === 'over' ? signers.seats.filter((seat) => !hasSaid(now, seat)) : [];

/** The minutes, or before the meeting the agenda with what its points rest on. */
export type PrintedQuarter = {
  readonly view: QuarterView;
  /** Of the gates on the agenda, as they stand; none for minutes. */
  readonly requests: readonly RequestView[];
  /** What stands behind each point of the agenda, in its order; none for minutes. */
  readonly facts: readonly PointFacts[];
};

/** Draws it as a Word document, and says what the file is called. */
export type MinutesWordOf = (
  printed: PrintedQuarter,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;

/** Draws it as slides, and says what the file is called. */
export type DeckOf = (
  printed: PrintedQuarter,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
