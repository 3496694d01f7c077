import { isReason } from '../gates.ts';
import type { Change } from '../history.ts';
import { may } from '../permissions.ts';
import type { Actor } from '../person.ts';
import type { Phase } from '../phase.ts';
import type { Project, ProjectId } from '../project.ts';

/*
 * A status is a few lines and three lights, written by whoever runs the project. It is a draft until
 * it is published; what is published is never changed, the next one has the next number.
 */

export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];

/** What each light is about. */
export const reportSubjects = ['time', 'money', 'benefits'] as const;
export type ReportSubject = (typeof reportSubjects)[number];

export const reportStates = ['draft', 'published'] as const;

/** What people write in one; null = not said yet. */
export type ReportWords = Readonly<Record<ReportSubject, Light | null>> & {
  /** How it goes. */
  readonly said: string;
  /** What happens now. */
  readonly next: string;
  /** What is needed, and from whom. */
  readonly help: string;
};

export type StatusReport = ReportWords & {
  /** `<project>:<number>`: the unique key that lets one writer begin it. */
  readonly id: string;
  readonly projectId: ProjectId;
  readonly number: number;
  readonly state: (typeof reportStates)[number];
  /** Where the project was when it was written. */
  readonly phase: Phase;
  readonly byName: string;
  /** When it was written last, or published. */
  readonly at: string;
  readonly lastChange: Change | null;
};

export const reportId = (projectId: ProjectId, number: number): string => `${projectId}:${number}`;

export const blankWords: ReportWords = {
  ...{ time: null, money: null, benefits: null },
  ...{ said: '', next: '', help: '' },
};

export const wordsIn = ({ time, money, benefits, said, next, help }: ReportWords): ReportWords => ({
  time,
  money,
  benefits,
  said,
  next,
  help,
});

export const sameWords = (one: ReportWords, other: ReportWords): boolean =>
  JSON.stringify(wordsIn(one)) === JSON.stringify(wordsIn(other));

/** What a reader will read, three times over. */
export const longestReportText = 1_000;

/** Whoever may edit the project says how it goes; of what is over nothing more is said. */
export const mayReport = (actor: Actor, project: Project): boolean =>
  project.status !== 'stopped' && project.status !== 'closed' && may(actor, 'editProject', project);

export type ReportLack = 'lights' | 'said' | 'help';

/** What it lacks before it can be published: all lights, how it goes, and what a red light needs. */
export const lacksOf = (words: ReportWords): readonly ReportLack[] => [
  ...(reportSubjects.some((subject) => words[subject] === null) ? (['lights'] as const) : []),
  ...(isReason(words.said) ? [] : (['said'] as const)),
  ...(reportSubjects.some((subject) => words[subject] === 'red') && !isReason(words.help)
    ? (['help'] as const)
    : []),
];

/** Something is not as it should be, and somebody should hear of it. */
export const isOff = (words: ReportWords): boolean =>
  reportSubjects.some((subject) => words[subject] === 'yellow' || words[subject] === 'red');

/** Newest first. */
export const newestReports = (reports: readonly StatusReport[]): readonly StatusReport[] =>
  reports.toSorted((one, other) => other.number - one.number);
