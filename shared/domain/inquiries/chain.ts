import type { AreaId } from '../area.ts';
import { areaPool, ownerOf, type PoolId } from '../funding.ts';
import type { Ore } from '../money.ts';
import type { InquiryAnswer, InquiryEvent } from './inquiry.ts';
import type { InquiryNow } from './now.ts';

/** What a purchase goes by beside itself. */
export type PurchaseFacts = {
  /** The consultant's answer that stands; null where there is none. */
  readonly screened: InquiryAnswer | null;
  /** The chain is asked, or has decided. */
  readonly isChainAsked: boolean;
  /** What costs more is the chef's to decide. */
  readonly chefFromOre: Ore;
  readonly leadArea: AreaId | null;
  /** Every area that somebody sits for, in the order they stand. */
  readonly areas: readonly AreaId[];
  /** The year that is paid from now. */
  readonly year: number;
  /** What is left in each pool whose year is open; any of them may be asked to pay. */
  readonly pools: readonly { readonly pool: PoolId; readonly leftOre: Ore }[];
};

type Facts = Pick<PurchaseFacts, 'chefFromOre' | 'leadArea' | 'areas'>;

/**
 * Who says yes to a purchase, seat by seat, after the leder who may have been asked first
 * (domain.md, Who decides): what the own budget or the own pool pays is the area's, and its chef's
 * above the limit; another area's pool is both chefs'; the common pool is every chef's. An empty
 * seat of the common pool's is passed over: those who sit decide.
 */
export const seatsFor = (
  { payer, ore }: Pick<InquiryEvent, 'payer' | 'ore'>,
  { chefFromOre, leadArea, areas }: Facts,
): readonly AreaId[] => {
  if (leadArea === null) return [];
  const owner = payer === null ? null : ownerOf(payer);
  const owners = payer === 'common' ? areas : owner === null ? [] : [owner];
  const beside = owners.filter((area) => area !== leadArea);
  const isAreas = payer === 'common' || beside.length > 0 || (ore ?? 0) > chefFromOre;
  return isAreas ? [leadArea, ...beside] : [];
};

type Asked = Pick<InquiryNow, 'asked' | 'askedId'>;

/** The seats that are asked after whoever is asked now, when they say yes. */
export const seatsAfter = ({ asked, askedId }: Asked, facts: Facts): readonly AreaId[] => {
  // Those who are asked at once are all there are.
  if (!asked || asked.seats.length > 0) return [];
  const seats = seatsFor(asked, facts);
  if (askedId !== null) return seats;
  const at = seats.indexOf(asked.seat ?? facts.leadArea ?? '');
  return at < 0 ? [] : seats.slice(at + 1);
};

/** Everybody who has to has said yes. */
export const isToBeBought = (now: Asked & Pick<InquiryNow, 'word'>, facts: Facts): boolean =>
  now.word?.answer === 'buy' && seatsAfter(now, facts).length === 0;

/** What the area itself decides: its budget, or its own pool. */
const isOwn = (payer: PoolId | null, leadArea: AreaId | null): boolean =>
  payer === null || (leadArea !== null && payer === areaPool(leadArea));

/** The pools that what was said yes to may be entered in; null is the own budget. */
export const payersAllowed = (
  payer: PoolId | null,
  { leadArea, pools }: Pick<PurchaseFacts, 'leadArea' | 'pools'>,
): readonly (PoolId | null)[] => {
  if (!isOwn(payer, leadArea)) return [payer];
  const own = pools.find(({ pool }) => isOwn(pool, leadArea));
  return own ? [null, own.pool] : [null];
};

/** What a pool lacks to pay this; 0 when it has it, where no pool pays, and while its year is closed. */
export const lackIn = (
  { pools }: Pick<PurchaseFacts, 'pools'>,
  { payer, ore }: Pick<InquiryEvent, 'payer' | 'ore'>,
): Ore => {
  const paying = pools.find(({ pool }) => pool === payer);
  return paying ? Math.max(0, (ore ?? 0) - Math.max(0, paying.leftOre)) : 0;
};

/** The year that has to be opened before the pool can pay; null when it is, or none pays. */
export const closedYearIn = (
  { pools, year }: Pick<PurchaseFacts, 'pools' | 'year'>,
  { payer }: Pick<InquiryEvent, 'payer'>,
): number | null => (payer === null || pools.some(({ pool }) => pool === payer) ? null : year);
