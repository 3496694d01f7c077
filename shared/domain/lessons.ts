import type { Project, RiskValue } from './project.ts';

/** What a project has taught others, as it was said there (features N47, P27). */
export type LessonLearnt = {
  readonly project: Pick<Project, 'id' | 'title' | 'leadArea' | 'phase' | 'status'>;
  /** At most five lines. */
  readonly lines: readonly string[];
  /** From its evaluation, or the word with which it was stopped or thought anew. */
  readonly from: 'evaluation' | 'stopped' | 'rethought';
  readonly byName: string;
  readonly at: string;
  /** They promised in the projektbeskrivelse to share it. */
  readonly isOwed: boolean;
  /** How many stories about it have come out. */
  readonly told: number;
};

/** A risk that somebody has judged, of a project that is not over. */
export type RiskKnown = {
  readonly project: LessonLearnt['project'];
  readonly category: RiskValue;
  readonly why: string;
};

const mostLines = 5;

/** The lines of a field: without the marks that people set before them, and without empty ones. */
export const lessonLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s+/u, '').trim())
    .filter((line) => line !== '')
    .slice(0, mostLines);

/** Promised to others, and not told to anybody yet. */
export const isSharingDue = ({ isOwed, told }: Pick<LessonLearnt, 'isOwed' | 'told'>): boolean =>
  isOwed && told === 0;
