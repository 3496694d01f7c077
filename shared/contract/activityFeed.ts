/**
 * Kinds of entries in a person's activity feed. Teams shows only those that the manifest declares,
 * with a template whose one word is `what`.
 */
export const activityTypes = ['waitsForYou', 'newsForYou'] as const;
export type ActivityType = (typeof activityTypes)[number];
