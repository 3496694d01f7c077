/* What waits is opened by one kind of address; a gate request by its own id, the others by a prefix. */

const prefixes = { story: 'story:', approval: 'approval:' } as const;
type Named = keyof typeof prefixes;

/** A matter among what waits: named so that no request can be meant. */
export const matterIdOf = (kind: Named, id: string): string => `${prefixes[kind]}${id}`;

/** The id of a story or an approval; null when the matter is none. */
export const idInMatter = (kind: Named, matterId: string | null): string | null =>
  matterId?.startsWith(prefixes[kind]) ? matterId.slice(prefixes[kind].length) : null;
