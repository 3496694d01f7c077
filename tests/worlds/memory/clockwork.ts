import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import type { TestDeps } from './memoryStores.ts';
import type { FakeTeams } from './teams.ts';

/** The server's own work at a moment, as often as one piece of it may give another. */
export const work = async (deps: TestDeps, teams: FakeTeams, at = deps.clock.at): Promise<void> => {
  deps.clock.at = at;
  for (let round = 0; round < 3; round += 1) {
    await sweep(deps, 'later');
    await tellByClock(deps);
    await deliver(deps, teams);
    await deps.settle();
  }
};

/** The kinds of what somebody has been told, oldest first. */
export const toldOf = (teams: FakeTeams, who: string): readonly string[] =>
  teams.chatOf(who).map(({ message }) => message.kind);
