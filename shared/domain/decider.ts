import type { AreaId } from './area.ts';
import { ownerOf, type Share, totalOf } from './funding.ts';
import type { Gate } from './gates.ts';
import { holdersOf, type Person } from './person.ts';
import { done, type Result, refused } from './result.ts';

/** Who decides, by seat: whoever holds the seat when the answer comes may give it. */
export type Decider =
  | { readonly type: 'chef'; readonly seats: readonly AreaId[] }
  | { readonly type: 'chefs'; readonly seats: readonly AreaId[] }
  | { readonly type: 'chefgruppe'; readonly seats: readonly AreaId[] };

/** Why they decide; the card says it in a sentence. */
export type DeciderReason =
  /** `bound`: it pays nothing now; it has paid before, or is named as payer all the same. */
  | { readonly type: 'commonPool'; readonly bound?: 'granted' | 'named' }
  | { readonly type: 'lifted'; readonly by: string }
  | { readonly type: 'otherPools'; readonly leadArea: AreaId; readonly payers: readonly AreaId[] }
  | { readonly type: 'ownPool'; readonly leadArea: AreaId }
  | { readonly type: 'noMoney'; readonly leadArea: AreaId }
  | { readonly type: 'rerouted'; readonly by: string; readonly because: string };

export type Routing = { readonly decider: Decider; readonly why: DeciderReason };

export type Routed = {
  readonly leadArea: AreaId | null;
  readonly shares: readonly Share[];
  readonly liftedGate: Gate | null;
  readonly liftedBy: string;
  /** The common pool has granted this project money: it binds until the project is closed. */
  readonly commonGranted: boolean;
};

/** Whether and why the common pool makes it the chefgruppe's; null when it does not. */
const commonPoolWhy = ({ shares, commonGranted }: Routed): DeciderReason | null => {
  const common = shares.find((share) => share.pool === 'common');
  if (common && common.ore > 0) return { type: 'commonPool' };
  if (commonGranted) return { type: 'commonPool', bound: 'granted' };
  return common ? { type: 'commonPool', bound: 'named' } : null;
};

const chefgruppe = (areas: readonly AreaId[]): Decider => ({ type: 'chefgruppe', seats: areas });

/**
 * Who decides at a gate, and why; the first match of domain.md's rule wins. Refused when a
 * project across areas has no lead area, because then nobody can be asked.
 */
export const deciderOf = (
  project: Routed,
  gate: Gate,
  areas: readonly AreaId[],
): Result<Routing, { readonly type: 'leadAreaMissing' }> => {
  const { leadArea } = project;
  if (leadArea === null) return refused({ type: 'leadAreaMissing' });
  const common = commonPoolWhy(project);
  if (common) return done({ decider: chefgruppe(areas), why: common });
  if (project.liftedGate === gate)
    return done({ decider: chefgruppe(areas), why: { type: 'lifted', by: project.liftedBy } });
  const paying = project.shares.map((share) => ownerOf(share.pool)).filter((area) => area !== null);
  const others = paying.filter((payer) => payer !== leadArea);
  if (others.length > 0) {
    const seats = [...new Set([leadArea, ...others])];
    return done({
      decider: { type: 'chefs', seats },
      why: { type: 'otherPools', leadArea, payers: [...new Set(paying)] },
    });
  }
  return done({
    decider: { type: 'chef', seats: [leadArea] },
    why: { type: totalOf(project.shares) > 0 ? 'ownPool' : 'noMoney', leadArea },
  });
};

/**
 * Whether an open matter may be sent on to somebody else. It may always be widened to the
 * chefgruppe; one chef in place of another is right only where one chef decides.
 */
export const mayReroute = (rule: Decider, to: Decider): boolean =>
  to.type === 'chefgruppe' || rule.type === 'chef';

export const sameDecider = (a: Decider, b: Decider): boolean =>
  a.type === b.type && [...a.seats].sort().join() === [...b.seats].sort().join();

/** Everybody who may answer a request today: each seat's chef, and its deputies while they stand in. */
export const answerersOf = (
  decider: Decider,
  people: readonly Person[],
  day: string,
): readonly { readonly person: Person; readonly seat: AreaId; readonly deputy: boolean }[] =>
  decider.seats.flatMap((seat) => {
    const { chef, deputies } = holdersOf(seat, people, day);
    return [
      ...(chef ? [{ person: chef, seat, deputy: false }] : []),
      ...deputies.map((person) => ({ person, seat, deputy: true })),
    ];
  });
