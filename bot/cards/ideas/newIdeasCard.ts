import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Notice } from '#shared/domain/notice.ts';
import type { Project } from '#shared/domain/project.ts';
import { digestWords } from '#shared/words/ideas/digest.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  card,
  type Element,
  heading,
  kicker,
  line,
  link,
  note,
  openUrl,
} from '../elements.ts';
import { around } from '../summary.ts';

type NewIdeas = Extract<Notice, { type: 'newIdeas' }>;

/** As many as a morning has time for. */
const mostShown = 8;

const ideaLines = (idea: Project, { areas, at }: NewIdeas, links: Links): readonly Element[] => [
  line([link(idea.title, links.project(idea.id))], 'Medium'),
  line([`${digestWords.from(areas, idea)}, ${digestWords.age(idea, at)}`], 'None'),
];

/** To team DigiTek, once a morning: the ideas that have come and that nobody has begun on. */
export const newIdeasCard = (notice: NewIdeas, links: Links): IAdaptiveCard => {
  const { ideas, day } = notice;
  const [only] = ideas;
  const isOne = ideas.length === 1 && only !== undefined;
  const title = isOne ? only.title : digestWords.title(ideas.length);
  const more = ideas.length - mostShown;
  return card(
    [
      kicker(isOne ? `${digestWords.one} · ${digestWords.kicker(day)}` : digestWords.kicker(day)),
      heading(title),
      line([digestWords.first(ideas.length)]),
      ...ideas.slice(0, mostShown).flatMap((idea) => ideaLines(idea, notice, links)),
      more > 0 ? note(digestWords.more(more), 'Small') : null,
      actionSet([openUrl(digestWords.open, links.ideas())]),
    ],
    isOne ? around(`${digestWords.one}: `, title, '') : title,
    null,
  );
};
