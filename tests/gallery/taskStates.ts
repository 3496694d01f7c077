import type { TaskLine } from '#shared/contract/tasks.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { blankStep, type Step } from '#shared/domain/steps.ts';
import { nudgeCard } from '../../bot/cards/tasks/nudgeCard.ts';
import { type OwnTasks, ownTasksCard } from '../../bot/cards/tasks/ownTasksCard.ts';
import { aReadyProject } from '../builders/portfolio.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const reminded = (more: Partial<Step>) =>
  nudgeCard(
    {
      ...{ type: 'step', revision: 0, name: '', day: '2026-11-23', areas: defaultAreas },
      project: spoken(aReadyProject('gate2')),
      step: { ...blankStep('p1', 'serviceDesign'), ...more },
    },
    context.links,
  );

const aTask = (id: number, more: Partial<TaskLine> = {}): TaskLine => ({
  ...{ id: `p1:${id}`, due: null, when: 'undated', as: 'lead' },
  about: { projectId: 'p1', title: spoken(aReadyProject('gate2')).title, area: 'omsorg' },
  task: { type: 'step', code: 'draftContract', name: '', gate: 'gate2', ticks: true },
  ...more,
});

const own = (more: Partial<OwnTasks>) =>
  ownTasksCard(
    { ...{ tasks: [], answers: 0, waitsOn: 0, day: '2026-11-23' }, ...more },
    context.links,
  );

/** Every card about somebody's task. */
export const taskStates = (): readonly State[] => [
  { name: 'trin: påmindet, over tiden', card: reminded({ due: '2026-11-16' }) },
  { name: 'trin: påmindet før fristen', card: reminded({ due: '2026-11-27' }) },
  { name: 'trin: påmindet uden frist', card: reminded({}) },
  {
    name: 'trin: påmindet, ingen gate venter',
    card: reminded({ code: 'operatingOrganisation', due: '2026-11-27' }),
  },
  { name: 'opgaver: ajour', card: own({}) },
  { name: 'opgaver: kun svar', card: own({ answers: 1 }) },
  {
    name: 'opgaver: mange, nogle over tiden',
    card: own({
      ...{ answers: 2, waitsOn: 3 },
      tasks: [
        aTask(1, { due: '2026-11-16', when: 'late' }),
        aTask(2, { due: '2026-10-31', when: 'late', task: { type: 'unit', name: 'Distrikt Syd' } }),
        aTask(3, { due: '2026-11-27', when: 'thisWeek' }),
        aTask(4, { task: { type: 'send', gate: 'gate2' } }),
        aTask(5, { task: { type: 'nextStep', text: 'Aftal et møde med IT' } }),
        ...[6, 7].map((id) => aTask(id)),
      ],
    }),
  },
];
