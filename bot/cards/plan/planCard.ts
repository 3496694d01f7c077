import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Notice } from '#shared/domain/notice.ts';
import type { PlanNews } from '#shared/domain/plan/news.ts';
import { newsText, planNewsWords as words } from '#shared/words/plan/news.ts';
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

type Told = Extract<Notice, { type: 'plan' }>;

/** As many as a glance takes in. */
const mostShown = 5;

const newsLines = (news: PlanNews, links: Links): readonly Element[] => [
  line([link(news.project.title, links.project(news.project.id))], 'Medium'),
  line([newsText(news)], 'None'),
];

/** To whoever must know: what a saved plan moved of theirs. Nothing is asked. */
export const planCard = ({ news }: Told, links: Links): IAdaptiveCard => {
  const title = words.title(news);
  const more = news.length - mostShown;
  const isOne = news.length === 1;
  return card(
    [
      kicker(words.kicker),
      heading(title),
      ...(isOne
        ? news.map((one) => line([newsText(one)]))
        : news.slice(0, mostShown).flatMap((one) => newsLines(one, links))),
      more > 0 ? note(words.more(more), 'Small') : null,
      note(words.by(news), 'Small'),
      note(words.why, 'Small'),
      actionSet([openUrl(words.open, links.plan())]),
    ],
    around(`${words.kicker}: `, title, ''),
    null,
  );
};
