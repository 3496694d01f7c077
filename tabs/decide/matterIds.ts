import type { RequestsReply } from '#shared/contract/api.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';

/** In place of a matter's id: those that may be answered together. */
export const togetherId = 'samlet';

/** Whatever waits longest. */
export const noMatterHash = hashOf({ type: 'decide', requestId: null });

export const matterHash = (id: string): string => hashOf({ type: 'decide', requestId: id });

/** Everything that waits, in the order of the list: what is short and has a clock comes first. */
export const matterIdsIn = ({
  waits,
  requests,
}: Pick<RequestsReply, 'waits' | 'requests'>): readonly string[] => [
  ...waits.map(({ type, id }) => matterIdOf(type, id)),
  ...requests.map(({ view }) => view.request.id),
];
