import { dayOf } from '#shared/domain/day.ts';
import type { PaperCode, PaperValue } from '#shared/domain/papers/paper.ts';
import { emptyValue } from '#shared/domain/papers/paper.ts';
import { editField, unwritten } from '#shared/useCases/papers/editField.ts';
import { saveVersion } from '#shared/useCases/papers/saveVersion.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import type { Wired } from '../../bot/wiring.ts';
import { before } from './spread.ts';

/** What an evaluation said that others can use, made up for the sample. */
const lessons: readonly {
  readonly project: string;
  readonly daysAgo: number;
  readonly learnt: string;
  readonly isOwed?: true;
}[] = [
  {
    ...{ project: 'P123', daysAgo: 230 },
    learnt:
      'Begynd med de ruter, hvor der køres mest.\nAftal aftenvagten, før prøven begynder.\nEt distrikt ad gangen er hurtigere end fire på én gang.',
  },
  {
    ...{ project: 'P087', daysAgo: 190 },
    learnt:
      'Mål gulvtiden, før robotten kommer.\nPersonalet skal kunne stoppe den uden at ringe.\nDørtrin koster mere end robotten.',
  },
  {
    ...{ project: 'P070', daysAgo: 150, isOwed: true },
    learnt: 'Den, der kender arbejdet, skal beskrive det for robotten.\nRet sagsgangen først.',
  },
];

const last = lessons.at(-1);

const write = async (
  deps: Deps,
  project: string,
  paper: PaperCode,
  field: string,
  value: Partial<PaperValue>,
) => {
  const { leadId = '', leadName = '' } = deps.stores.projects.get(project)?.value ?? {};
  const lead = actorOf(deps, leadId ?? '', leadName);
  const written = await editField(deps, lead, {
    ...{ projectId: project, paper, field, revision: unwritten },
    value: { ...emptyValue, ...value },
  });
  if (!written.ok && written.refusal.type !== 'changed')
    throw new Error(`The sample's ${project} cannot say what it learnt: ${written.refusal.type}`);
  return lead;
};

/** Whether all has been written; the version of the last one comes last. */
export const lessonsAreThere = ({ stores }: Pick<Wired, 'stores'>): boolean =>
  last === undefined || stores.paperVersions.where('projectId', last.project).length > 0;

export const loadSampleLessons = async ({ deps, settled }: Wired): Promise<void> => {
  for (const { project, daysAgo, learnt, isOwed } of lessons) {
    const at = before(deps.clock.now(), daysAgo);
    const then: Deps = { ...deps, clock: { now: () => at, day: () => dayOf(at) } };
    if (isOwed) await write(then, project, 'projectDescription', 'sharing', { answer: 'yes' });
    const lead = await write(then, project, 'evaluation', 'learnt', { text: learnt });
    await saveVersion(then, lead, { projectId: project, paper: 'evaluation', seen: 0 });
    await settled();
  }
};
