import type { ShortMatter } from '#shared/domain/notice.ts';

/* What waits is opened by one kind of address; a gate request by its own id, the others by a prefix. */

/** A matter among what waits: named so that no request can be meant. */
export const matterIdOf = (type: ShortMatter['type'], id: string): string => `${type}:${id}`;

/** The id of a matter of this kind; null when the matter is of another. */
export const idInMatter = (type: ShortMatter['type'], matterId: string | null): string | null =>
  matterId?.startsWith(`${type}:`) ? matterId.slice(type.length + 1) : null;
