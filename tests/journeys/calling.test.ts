import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenApproval } from '#shared/useCases/approvals/approvals.ts';
import { mustAskAnew } from '#shared/useCases/approvals/moveApproval.ts';
import { isApprovalUntold } from '#shared/useCases/approvals/tellApprovals.ts';
import { allApprovals } from '#shared/useCases/checklist/approvalsHeld.ts';
import { allChefComments } from '#shared/useCases/checklist/chefCommentsHeld.ts';
import { allInterests, owedNow } from '#shared/useCases/checklist/interestHeld.ts';
import { lacksNow } from '#shared/useCases/chefComments/chefComments.ts';
import { mustPass } from '#shared/useCases/chefComments/moveChefComment.ts';
import { isChefUntold } from '#shared/useCases/chefComments/tellChefComments.ts';
import { isInterestUntold } from '#shared/useCases/interest/tellInterest.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { anEdit, type Edit, toldBy } from '../builders/edits.ts';
import { runsOf } from '../builders/long.ts';
import type { HeldName, Told } from '../worlds/memory/heldStores.ts';
import { type MemoryStores, type MemoryTable, testDeps } from '../worlds/memory/memoryStores.ts';

type Held = { readonly id: string };

/** Does to lists that can be written what others are only told of. */
const teller = (stores: MemoryStores) => {
  const ids = new Map<string, string>();
  return ({ list, seq, value }: Told): void => {
    const table = stores[list satisfies HeldName] as unknown as MemoryTable<Held>;
    const place = `${list} ${seq}`;
    table.rows.delete(ids.get(place) ?? '');
    ids.delete(place);
    if (typeof value === 'string') return;
    ids.set(place, value.id);
    table.put(value);
  };
};

/** What anything calls for, looked at one by one. */
const lefts: readonly ((deps: Deps) => readonly string[])[] = [
  (deps) =>
    allApprovals(deps.stores)
      .filter(
        (now) =>
          mustAskAnew(deps, now) ||
          (isOpenApproval(deps.stores, now) && isApprovalUntold(deps, now)),
      )
      .map(({ id }) => id),
  (deps) =>
    allChefComments(deps.stores)
      .filter((now) => mustPass(deps, now) || (lacksNow(deps, now) && isChefUntold(deps, now)))
      .map(({ id }) => id),
  (deps) =>
    allInterests(deps.stores)
      .filter((now) => owedNow(deps.stores, now) && isInterestUntold(deps, now))
      .map(({ id }) => id),
];

/** Somebody is asked about each of two ideas, in every way there is. */
const before: readonly Edit[] = [
  ...[0, 1, 2].map((who): Edit => ['person', who, 1]),
  ...[0, 1].flatMap((p): readonly Edit[] => [
    ...[['project', p, 1] as const, ['approval', p, 0] as const],
    ...[['chefComment', p, 0] as const, ['interest', p, 0] as const],
  ]),
];

describe('the scheduler', () => {
  it('finds all that one would who looked at every matter, whatever happened and when', async () => {
    const turn = fc.record({
      told: fc.array(anEdit, { maxLength: 3 }),
      hours: fc.constantFrom(0, 0, 1, 8, 24),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 10 }), async (turns) => {
        const deps = testDeps();
        const tell = teller(deps.stores);
        for (const { told, hours } of [{ told: before, hours: 0 }, ...turns]) {
          deps.clock.pass(hours * 3_600_000);
          for (const one of toldBy(told)) tell(one);
          // What was told may call for more, e.g. that a deadline has passed.
          while ((await tellByClock(deps)) > 0) await deps.settle();
          expect(lefts.map((leftIn) => leftIn(deps))).toEqual([[], [], []]);
        }
      }),
      { seed: 20_261_129, numRuns: runsOf({ daily: 200, long: 5_000 }) },
    );
  });
});
