import type { Change } from '../history.ts';
import type { PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';

/**
 * Somebody who had the same idea: their words are kept with it, and they are told where it is as if
 * they had given it.
 */
export type Follower = {
  /** `<projectId>:<personId>`: a person follows a project once. */
  readonly id: string;
  readonly projectId: ProjectId;
  readonly personId: PersonId;
  readonly personName: string;
  /** The idea as they wrote it. */
  readonly words: string;
  readonly at: string;
  readonly lastChange: Change | null;
};

/** What somebody wrote of an idea, its name first; '' when they wrote nothing. */
export const wordsOf = ({ title, purpose }: { readonly title: string; readonly purpose: string }) =>
  [title.trim(), purpose.trim()].filter((part) => part !== '').join('. ');

/** What was said before, and after it what is new. */
export const withWords = (before: string, words: string): string =>
  before.includes(words) ? before : `${before} ${words}`;
