import { type ChainEvent, type ChainNow, chainNowOf } from '#shared/domain/chain/edit.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { eventsOf, foldedBy, foldOf } from '../asking/events.ts';
import type { Deps, Stores } from '../ports.ts';

const folded = foldedBy(
  ({ projectId }: ChainEvent) => projectId,
  foldOf((first: ChainEvent, events) => chainNowOf(first.projectId, events)),
);

/** A project's chain as memory has it. */
export const chainOf = (
  { chainEdits }: Pick<Stores, 'chainEdits'>,
  projectId: ProjectId,
): ChainNow =>
  folded(chainEdits.all()).find((now) => now.projectId === projectId) ?? chainNowOf(projectId, []);

export const editIdOf = (projectId: ProjectId, seq: number): string => `${projectId}:chain:${seq}`;

/** As the lists have it now; what either they or memory know has happened. */
export const readChain = async (
  { stores }: Pick<Deps, 'stores'>,
  projectId: ProjectId,
): Promise<ChainNow> => {
  const read = await stores.chainEdits.readWhere('projectId', projectId);
  const held = stores.chainEdits.where('projectId', projectId);
  return chainNowOf(projectId, eventsOf([...held, ...read]));
};

/** Often enough that those at one wall see each other write; a look costs one resource unit. */
const lookEveryMs = 2_000;

const looked = new WeakMap<Stores, Map<ProjectId, number>>();

/**
 * Somebody has the chain before them: what another server has added since is looked up by its
 * number, at most once in two seconds for each chain, however many look. The round of all lists is
 * too slow for a workshop, and need not be faster for this.
 */
export const lookForEdits = async (
  { stores, clock }: Pick<Deps, 'stores' | 'clock'>,
  projectId: ProjectId,
): Promise<void> => {
  const times = looked.get(stores) ?? new Map<ProjectId, number>();
  looked.set(stores, times);
  const now = Date.parse(clock.now());
  if (now - (times.get(projectId) ?? 0) < lookEveryMs) return;
  times.set(projectId, now);
  let { revision } = chainOf(stores, projectId);
  while (await stores.chainEdits.read(editIdOf(projectId, revision + 1))) revision += 1;
};
