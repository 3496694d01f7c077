import { isUnderway } from '#shared/domain/board.ts';
import { type LessonLearnt, lessonLines, type RiskKnown } from '#shared/domain/lessons.ts';
import { type PaperCode, paperFieldId } from '#shared/domain/papers/paper.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Decision } from '#shared/domain/request.ts';
import type { Deps, Stores } from '../ports.ts';
import { allStories } from '../stories/stories.ts';

const shortOf = ({ id, title, leadArea, phase, status }: Project): LessonLearnt['project'] => ({
  ...{ id, title, leadArea, phase, status },
});

const fieldOf = ({ papers }: Stores, id: string, paper: PaperCode, field: string) =>
  papers.get(paperFieldId(id, paper, field))?.value;

/** What is only being written is nobody's lesson yet. */
const isWritten = ({ paperVersions }: Stores, id: string): boolean =>
  paperVersions
    .where('projectId', id)
    .some(({ value }) => value.paper === 'evaluation' && value.kind === 'saved');

type Learnt = Pick<LessonLearnt, 'lines' | 'from' | 'byName' | 'at'>;

/** What the evaluation says that others can use; null before it is in a version. */
export const evaluated = (stores: Stores, id: string): Learnt | null => {
  const field = fieldOf(stores, id, 'evaluation', 'learnt');
  const lines = lessonLines(field?.text ?? '');
  if (!field || lines.length === 0 || !isWritten(stores, id)) return null;
  return { lines, from: 'evaluation', byName: field.byName, at: field.at };
};

const endedWith = ({ outcome, rethink }: Decision): Learnt['from'] | null => {
  if (outcome === 'stop') return 'stopped';
  return outcome === 'rethink' || rethink ? 'rethought' : null;
};

const said = (stores: Stores, id: string): Learnt | null => {
  const last = stores.decisions
    .where('projectId', id)
    .map(({ value }) => value)
    .findLast((decision) => endedWith(decision) !== null);
  const from = last ? endedWith(last) : null;
  const lines = lessonLines(last?.comment ?? '');
  if (!last || !from || lines.length === 0) return null;
  return { lines, from, byName: last.byName, at: last.at };
};

/** What one project has taught: its evaluation's five lines, else the word it ended with. */
const learntIn = (stores: Stores, id: string): Learnt | null =>
  evaluated(stores, id) ?? said(stores, id);

const toldBy = (deps: Deps): ReadonlyMap<string, number> => {
  const told = new Map<string, number>();
  for (const { projectId, publications } of allStories(deps))
    if (projectId !== null && publications.length > 0)
      told.set(projectId, (told.get(projectId) ?? 0) + 1);
  return told;
};

/** Every lesson, the latest first. */
export const allLessons = (deps: Deps): readonly LessonLearnt[] => {
  const { stores } = deps;
  const told = toldBy(deps);
  return stores.projects
    .all()
    .flatMap(({ value }): readonly LessonLearnt[] => {
      const learnt = learntIn(stores, value.id);
      if (!learnt) return [];
      const isOwed = fieldOf(stores, value.id, 'projectDescription', 'sharing')?.answer === 'yes';
      return [{ project: shortOf(value), ...learnt, isOwed, told: told.get(value.id) ?? 0 }];
    })
    .sort((one, other) => other.at.localeCompare(one.at));
};

/** The risks of what is under way or in operation, the greatest first. */
export const allRisks = ({ stores }: Deps): readonly RiskKnown[] =>
  stores.projects
    .all()
    .flatMap(({ value }): readonly RiskKnown[] =>
      value.riskCategory !== null && value.riskWhy !== '' && isUnderway(value)
        ? [{ project: shortOf(value), category: value.riskCategory, why: value.riskWhy }]
        : [],
    )
    .sort((one, other) => other.category - one.category);
