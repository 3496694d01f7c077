import { mayTick } from '../fieldRights.ts';
import type { Door } from '../gates.ts';
import type { Actor, PersonId } from '../person.ts';
import type { Project, ProjectId } from '../project.ts';
import { type StepCode, stepId } from '../steps.ts';

/** The steps that are a paper a gate rests on (`paper` in `steps.ts`). */
export const paperCodes = ['ideaDescription', 'projectDescription', 'evaluation'] as const;
export type PaperCode = (typeof paperCodes)[number] & StepCode;

export const isPaperCode = (value: unknown): value is PaperCode =>
  paperCodes.some((code) => code === value);

const doors: Record<PaperCode, Door> = {
  ideaDescription: 'gate1',
  projectDescription: 'gate2',
  evaluation: 'gate3',
};

/** The gate that rests on a paper. */
export const doorOfPaper = (paper: PaperCode): Door => doors[paper];

/** The step's own id: a project has each paper once. */
export type PaperId = string;

export const paperIdOf = (projectId: ProjectId, paper: PaperCode): PaperId =>
  stepId(projectId, paper);

export const answers = ['yes', 'no', 'notRelevant'] as const;
export type Answer = (typeof answers)[number];

/** A row of a table, by the names of its columns. */
export type PaperRow = Readonly<Record<string, string>>;

/** What is written in a field: a text; an answer with a note; or rows. What it is not is empty. */
export type PaperValue = {
  readonly text: string;
  readonly answer: Answer | null;
  readonly rows: readonly PaperRow[];
};

export const emptyValue: PaperValue = { text: '', answer: null, rows: [] };

export const isEmptyValue = ({ text, answer, rows }: PaperValue): boolean =>
  text.trim() === '' && answer === null && rows.length === 0;

export const sameValue = (one: PaperValue, other: PaperValue): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

const ordered = ({ text, answer, rows }: PaperValue): unknown => [
  text,
  answer,
  rows.map((row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))),
];

/** One field of one paper of one project, as far as it is written. A draft; a version is kept beside. */
export type PaperField = PaperValue & {
  /** `<project>:<paper>:<field>`. */
  readonly id: string;
  readonly projectId: ProjectId;
  readonly paper: PaperCode;
  readonly field: string;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
};

export const paperFieldId = (projectId: ProjectId, paper: PaperCode, field: string): string =>
  `${paperIdOf(projectId, paper)}:${field}`;

export const writtenValue = ({ text, answer, rows }: PaperValue): PaperValue => ({
  text,
  answer,
  rows,
});

/** Whoever may edit the project may write its papers; what is over is over. */
export const mayWritePaper = (actor: Actor, paper: PaperCode, project: Project): boolean =>
  mayTick(actor, paper, project);

/** A text of this length is as much as a reader will read; the list holds three times as much. */
export const longestText = 20_000;
const longestCell = 400;
const mostRows = 40;

/** Whether a field can be kept as it is written. */
export const fits = ({ text, rows }: PaperValue): boolean =>
  text.length <= longestText &&
  rows.length <= mostRows &&
  rows.every((row) => Object.values(row).every((cell) => cell.length <= longestCell));

/** All that is written in a field, as one text: for counting words and for what must not be there. */
export const textsIn = ({ text, rows }: PaperValue): readonly string[] => [
  text,
  ...rows.flatMap((row) => Object.values(row)),
];

/** As people count them. */
export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

const wordsAMinute = 200;

/** How long a paper of so many words takes to read; at least a minute. */
export const minutesFor = (words: number): number => Math.max(1, Math.round(words / wordsAMinute));

/** A version as the step, the request and the approval carry it. */
export const versionName = (number: number): string => `version ${number}`;
