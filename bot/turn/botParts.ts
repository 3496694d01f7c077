import type { Route } from '#shared/contract/tabAddress.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import type { ResendResult } from '#shared/useCases/outbox/resend.ts';
import type { Clock, Deps } from '#shared/useCases/ports.ts';
import type { Links } from '../cards/context.ts';
import type { Outbound } from '../channel/outbound.ts';
import type { KnownConversations } from './knownConversations.ts';
import type { UseCases } from './useCases.ts';

/** What the conversation needs; nothing in here constructs anything. */
export type BotParts = {
  readonly useCases: UseCases;
  /** For the kinds of matter that stand on events: each calls its own use cases. */
  readonly deps: Deps;
  readonly known: KnownConversations;
  readonly outbound: Outbound;
  readonly links: Links;
  /** The place of the tab that an address leads to, ours or Teams' way to it; null for any other. */
  readonly placeAt: (url: string) => Route | null;
  readonly clock: Pick<Clock, 'now'>;
  /** Tries at once what could not be brought to somebody. */
  readonly resend: (actor: Actor, personId: PersonId) => Promise<ResendResult>;
  readonly later: Deps['later'];
  /** Every list has been read once; until then nothing can be said about a request. */
  readonly ready: () => boolean;
  /** A press is answered within this, whatever the lists do. */
  readonly deadlineMs: number;
  /** What can only be shown when it has been read is waited for so long. Teams waits three seconds. */
  readonly lookMs: number;
  /** How long an answer may be on its way: a card that takes its place is not sent before that. */
  readonly travelMs: number;
};
