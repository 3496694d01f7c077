import type { Project } from '#shared/domain/project.ts';
import { keepTyped, typedAt } from '../typed/typed.ts';

/** What somebody had typed in a section and not saved, and what it was typed over. */
export type TypedSection = {
  readonly draft: Partial<Project>;
  readonly base: Partial<Project>;
  readonly revision: string;
};

type Kept = { readonly draft: object; readonly base: object; readonly revision: string };

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
export const typedSection = (key: string): TypedSection | null => typedAt(key, isTyped);

export const keepSection = (key: string, typed: Kept | null): void => keepTyped(key, typed);
