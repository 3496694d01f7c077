import type { WaitLine } from '#shared/contract/api.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { WaitingMatter } from '#shared/useCases/matters/kind.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { waitsAs } from '#shared/words/matters.ts';

/** A gate request has a line of its own, with its money. */
const lineOf = (matter: WaitingMatter, personId: PersonId): WaitLine | null => {
  if (matter.type === 'request') return null;
  const { now } = matter.view;
  const overdue = matter.type !== 'quarter' && matter.view.overdue;
  const dueAt = now.ask?.dueAt ?? null;
  return { type: matter.type, id: now.id, ...waitsAs(matter, personId), dueAt, overdue };
};

/** All that waits for a person but gate requests, longest waiting first. */
export const waitLinesFor = (deps: Deps, personId: PersonId): readonly WaitLine[] =>
  mattersWaitingFor(deps, personId)
    .map((matter) => lineOf(matter, personId))
    .filter((line) => line !== null);
