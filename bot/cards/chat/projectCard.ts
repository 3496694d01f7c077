import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Area } from '#shared/domain/area.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import type { Project } from '#shared/domain/project.ts';
import { buttons } from '#shared/words/requests/cards.ts';
import { sharedProject, statusWords } from '#shared/words/server/chat.ts';
import { areaName, typeNames } from '#shared/words/words.ts';
import type { Links } from '../context.ts';
import { actionSet, card, heading, kicker, line, note, openUrl, strong } from '../elements.ts';
import { beginningOf } from '../text.ts';
import { placeOf, priorityText, waitText } from './chatCards.ts';

type Facts = {
  readonly project: Project;
  readonly waitingFor: BoardProject['waitingFor'];
  readonly areas: readonly Area[];
  readonly now: string;
};

const named = (label: string, name: string) =>
  name === '' ? null : line([strong(label), ` ${name}`]);

/** A project among several people: what everybody may see, as it is now, and the way to it. */
export const projectCard = (facts: Facts, links: Links): IAdaptiveCard => {
  const { project, waitingFor, areas, now } = facts;
  const { purpose } = project;
  const waits = waitingFor ? ` ${waitText(waitingFor, areas)}` : '';
  return card(
    [
      kicker(`${areaName(areas, project.leadArea)} · ${typeNames[project.type]}`),
      heading(project.title),
      line([strong(`${placeOf(project)}.${waits}`)]),
      purpose === '' ? null : line([beginningOf(purpose, { words: 40 }).text || purpose]),
      named(sharedProject.lead, project.leadName),
      named(sharedProject.owner, project.ownerName),
      line([strong(statusWords.priority), ` ${priorityText(project)}`]),
      note(statusWords.asOf(now)),
      actionSet([openUrl(buttons.openProject, links.project(project.id))]),
    ],
    project.title.slice(0, 90),
    null,
  );
};

/** As a line among what was found: where it is, whose it is. */
export const projectLine = ({ project, areas }: Facts): string =>
  sharedProject.line([placeOf(project), areaName(areas, project.leadArea), project.municipality]);
