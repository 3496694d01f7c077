import { defaultAreas } from '#shared/domain/area.ts';
import { blankStep, type Step } from '#shared/domain/steps.ts';
import { nudgeCard } from '../../bot/cards/tasks/nudgeCard.ts';
import { aReadyProject } from '../builders/portfolio.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const reminded = (more: Partial<Step>) =>
  nudgeCard(
    {
      ...{ type: 'step', revision: 0, day: '2026-11-23', areas: defaultAreas },
      project: spoken(aReadyProject('gate2')),
      step: { ...blankStep('p1', 'serviceDesign'), ...more },
    },
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
];
