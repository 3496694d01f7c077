import type { RequestsReply } from '#shared/contract/api.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';

const prefix = 'story:';

/** A story among the matters: it is named so that no request can be meant. */
export const storyMatterId = (storyId: string): string => `${prefix}${storyId}`;

export const storyIdOf = (matterId: string | null): string | null =>
  matterId?.startsWith(prefix) ? matterId.slice(prefix.length) : null;

export const matterHash = (id: string): string => hashOf({ type: 'decide', requestId: id });

export const storyMatterHash = (storyId: string): string => matterHash(storyMatterId(storyId));

/** Everything that waits, in the order of the list: stories are short and have a clock. */
export const matterIdsIn = ({
  stories,
  requests,
}: Pick<RequestsReply, 'stories' | 'requests'>): readonly string[] => [
  ...stories.map(({ view }) => storyMatterId(view.now.id)),
  ...requests.map(({ view }) => view.request.id),
];
