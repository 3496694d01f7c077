import type { Area, AreaId } from '../area.ts';
import type { PersonId } from '../person.ts';
import type { AgendaPoint } from './agenda.ts';
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

/** Draws the minutes, or before the meeting the pack, as a document, and says what the file is called. */
export type MinutesWordOf = (
  view: QuarterView,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
