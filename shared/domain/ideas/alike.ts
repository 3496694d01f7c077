import type { Project } from '../project.ts';

/** A project that is alike to an idea: why, where it stands, and what its end was. */
export type AlikeProject = Pick<
  Project,
  'id' | 'title' | 'leadArea' | 'municipality' | 'phase' | 'status'
> & {
  /** The words they share, as the project has them. */
  readonly words: readonly string[];
  /** The name of whoever knows more of it; '' when nobody leads or owns it. */
  readonly knownBy: string;
  /** The word with which it was stopped; '' when it was not, or nobody said. */
  readonly stoppedBecause: string;
  /** What its evaluation says that others can use, at most five lines. */
  readonly learnt: readonly string[];
};

/** As much of an idea as is compared: what its name and its purpose may hold. */
export const longestCompared = 255;
