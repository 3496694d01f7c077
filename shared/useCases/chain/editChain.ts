import { type BenefitId, benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { isPromised } from '#shared/domain/benefits/now.ts';
import {
  type ChainEvent,
  type ChainGiven,
  type ChainNow,
  type ChainRefusal,
  causeOfEdit,
  chainMoveFor,
  leavesBenefits,
  withChainEvents,
} from '#shared/domain/chain/edit.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { readBenefit } from '../benefits/benefits.ts';
import type { Deps } from '../ports.ts';
import { appendEvent, type Numbered } from '../record/appendEvent.ts';
import { chainOf, editIdOf, readChain } from './chains.ts';

export type ChainEdited =
  | { readonly type: 'done' | 'repeated'; readonly now: ChainNow }
  | { readonly type: 'refused'; readonly refusal: ChainRefusal; readonly now: ChainNow }
  | { readonly type: 'unknown' };

export type ChainEditing = {
  readonly projectId: ProjectId;
  /** Of the editor's making: delivered twice it is one edit. */
  readonly key: string;
  /** The newest edit the editor has seen. */
  readonly seen: number;
  readonly given: ChainGiven;
};

/** As the list has it: another server may just have taken the description. */
const isPromisedNow = async (deps: Deps, id: BenefitId): Promise<boolean> => {
  const now = await readBenefit(deps, id);
  return now !== undefined && isPromised(now);
};

/**
 * One edit of a chain. Its number in the project is a unique key, so that of two at once the second
 * is judged anew on what the first has made of it: neither is lost, and no circle or loose end of an
 * arrow comes of both.
 */
export const editChain = async (
  deps: Deps,
  actor: Actor,
  { projectId, key, seen, given }: ChainEditing,
): Promise<ChainEdited> => {
  const { stores, clock } = deps;
  const project = (await stores.projects.read(projectId))?.value;
  if (!project) return { type: 'unknown' };
  const by = { key, byId: actor.id, byName: actor.name, at: clock.now() };
  const eventFor = async (now: ChainNow, numbered: Numbered) => {
    const move = chainMoveFor(now, actor, project, given, by);
    if (!move.ok) return { refusal: move.refusal };
    const leaving = leavesBenefits(now.chain, move.value);
    if (leaving !== null && (await isPromisedNow(deps, benefitIdOf(projectId, leaving))))
      return { refusal: { type: 'promised' } as const };
    const { byId, byName, at } = by;
    const of = { projectId, phase: project.phase };
    return { event: { ...numbered, ...of, byId, byName, at, ...move.value } };
  };
  // Behind what the editor has seen: the lists are asked, else memory is as good.
  const known = chainOf(stores, projectId);
  const first = known.revision < seen ? await readChain(deps, projectId) : known;
  return appendEvent<ChainEvent, ChainNow, ChainRefusal>(
    {
      table: stores.chainEdits,
      idOf: (seq) => editIdOf(projectId, seq),
      withEvents: withChainEvents,
      ...{ seen, eventFor },
      causeOf: () => causeOfEdit(projectId, key),
    },
    first,
  );
};
