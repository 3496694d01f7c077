import type { AreaId } from './area.ts';
import { ownerOf, payingShares, type Share } from './funding.ts';
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
  | { readonly type: 'commonPool' }
  | { readonly type: 'lifted'; readonly by: string }
  | { readonly type: 'otherPools'; readonly leadArea: AreaId; readonly payers: readonly AreaId[] }
  | { readonly type: 'ownPool'; readonly leadArea: AreaId }
  | { readonly type: 'noMoney'; readonly leadArea: AreaId }
  | { readonly type: 'rerouted'; readonly by: string; readonly because: string };

export type Routing = { readonly decider: Decider; readonly why: DeciderReason };

type Routed = {
  readonly leadArea: AreaId | null;
  readonly shares: readonly Share[];
  readonly liftedGate: Gate | null;
  readonly liftedBy: string;
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
  const payers = payingShares(project.shares).map((share) => ownerOf(share.pool));
  if (payers.includes(null))
    return done({ decider: chefgruppe(areas), why: { type: 'commonPool' } });
  if (project.liftedGate === gate)
    return done({ decider: chefgruppe(areas), why: { type: 'lifted', by: project.liftedBy } });
  const paying = payers.filter((payer) => payer !== null);
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
    why: { type: paying.length > 0 ? 'ownPool' : 'noMoney', leadArea },
  });
};

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
