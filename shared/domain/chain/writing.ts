import type { PersonId } from '../person.ts';
import type { LinkId } from './chain.ts';
import type { ChainEvent } from './edit.ts';
import type { ChainOp } from './op.ts';

/** Somebody who writes in a chain now, and the link they wrote last; null for what is of no one link. */
export type Writer = {
  readonly byId: PersonId;
  readonly byName: string;
  readonly link: LinkId | null;
};

/** Whoever has saved something within this long writes now. */
const nowMs = 60_000;

const linkOf = (op: ChainOp | null): LinkId | null => {
  if (op === null || op.type === 'rows') return null;
  if (op.type === 'put') return op.link.id;
  return op.type === 'join' || op.type === 'part' ? op.edge.to : op.id;
};

/** Who has edited within the last minute, the latest first; by the list, so that every server says the same. */
export const writersNow = (events: readonly ChainEvent[], at: string): readonly Writer[] => {
  const since = Date.parse(at) - nowMs;
  const found = new Map<PersonId, Writer>();
  for (const { byId, byName, op, at: when } of [...events].reverse()) {
    if (Date.parse(when) < since) break;
    if (!found.has(byId)) found.set(byId, { byId, byName, link: linkOf(op) });
  }
  return [...found.values()];
};
