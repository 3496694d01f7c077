import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Notice } from '#shared/domain/notice.ts';
import { steps } from '#shared/domain/steps.ts';
import { nudgeWords, stepTask, tasksWords } from '#shared/words/tasks/page.ts';
import { areaName } from '#shared/words/words.ts';
import type { Links } from '../context.ts';
import { actionSet, card, heading, kicker, line, link, openUrl } from '../elements.ts';
import { around } from '../summary.ts';

type Nudge = Extract<Notice, { type: 'step' }>;

/** To whoever was chosen for a step: what it is, where, by when, and what cannot go on without it. */
export const nudgeCard = (
  { step, name, project, areas, day }: Nudge,
  links: Links,
): IAdaptiveCard => {
  const { gate } = steps[step.code];
  const area = project.leadArea === null ? '' : ` · ${areaName(areas, project.leadArea)}`;
  const title = stepTask({ code: step.code, name });
  return card(
    [
      kicker(nudgeWords.kicker(day)),
      heading(title),
      line([link(project.title, links.project(project.id)), area]),
      line([step.due === null ? nudgeWords.noDue : nudgeWords.due(step.due, day)]),
      gate === undefined ? null : line([`${tasksWords.holdsUp(gate)}.`], 'None'),
      actionSet([
        openUrl(nudgeWords.open, links.project(project.id)),
        openUrl(nudgeWords.all, links.tasks()),
      ]),
    ],
    around(`${title}: `, project.title, ''),
    null,
  );
};
