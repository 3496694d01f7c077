import type { Project } from '#shared/domain/project.ts';

/** What somebody had typed in a section and not saved, and what it was typed over. */
export type TypedSection = {
  readonly draft: Partial<Project>;
  readonly base: Partial<Project>;
  readonly revision: string;
};

type Kept = { readonly draft: object; readonly base: object; readonly revision: string };

export const typedKey = (personId: string, projectId: string, section: string): string =>
  `digitek-typed:${personId}:${projectId}:${section}`;

const isFields = (value: unknown): value is Partial<Project> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTyped = (value: unknown): value is TypedSection =>
  typeof value === 'object' &&
  value !== null &&
  'draft' in value &&
  'base' in value &&
  'revision' in value &&
  isFields(value.draft) &&
  isFields(value.base) &&
  typeof value.revision === 'string';

/** What was typed when the tab was closed; null when nothing was. */
export const typedSection = (key: string): TypedSection | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isTyped(value) ? value : null;
  } catch {
    // Storage that is closed keeps nothing, and the page is as good without.
    return null;
  }
};

/** Kept at every key, and forgotten when it is saved or given up. */
export const keepSection = (key: string, typed: Kept | null): void => {
  try {
    if (typed === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // As above: what is typed stands on the page.
  }
};
