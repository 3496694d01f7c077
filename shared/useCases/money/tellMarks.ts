import { passedMarksOf } from '#shared/domain/economy.ts';
import type { Pool } from '#shared/domain/funding.ts';
import { type Message, messageAbout, unsent } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { balanceIn, thisYearIn } from '../ledger/pools.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';

const markMessage = (
  pool: Pool,
  mark: number,
  to: PersonId,
  at: string,
  state: Message['state'],
): Message => ({
  id: `${pool.id}:mark:${mark}:${to}`,
  kind: 'poolMark',
  ...messageAbout.pool(pool.id, mark),
  to: { type: 'person', id: to },
  ...unsent,
  state,
  createdAt: at,
});

const marksDue = (deps: Deps): readonly Message[] => {
  const year = thisYearIn(deps);
  const consultants = peopleIn(deps).filter((person) => person.roles.includes('consultant'));
  return deps.stores.pools.all().flatMap(({ value: pool }) => {
    if (pool.year !== year || pool.kind === 'fixed') return [];
    const passed = passedMarksOf(balanceIn(deps.stores, pool.id));
    /* Who is told of the last mark need not hear of the one before it as well. */
    return passed.flatMap((mark) =>
      consultants.map((person) =>
        markMessage(
          pool,
          mark,
          person.id,
          deps.clock.now(),
          mark === passed.at(-1) ? 'queued' : 'dropped',
        ),
      ),
    );
  });
};

/** Tells the consultants that a pool has passed a mark, once for each mark, pool and year. */
export const tellMarks = async (deps: Deps): Promise<void> => {
  for (const message of marksDue(deps))
    if (!deps.stores.messages.get(message.id)) await deps.stores.messages.insert(message);
};
