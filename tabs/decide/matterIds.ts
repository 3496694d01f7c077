import type { RequestsReply } from '#shared/contract/api.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';

export const matterHash = (id: string): string => hashOf({ type: 'decide', requestId: id });

/** Everything that waits, in the order of the list: what is short and has a clock comes first. */
export const matterIdsIn = ({
  stories,
  approvals,
  requests,
}: Pick<RequestsReply, 'stories' | 'approvals' | 'requests'>): readonly string[] => [
  ...stories.map(({ view }) => matterIdOf('story', view.now.id)),
  ...approvals.map(({ view }) => matterIdOf('approval', view.now.id)),
  ...requests.map(({ view }) => view.request.id),
];
