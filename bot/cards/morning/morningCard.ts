import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Morning, MorningMatter } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { morningWords as words } from '#shared/words/morning.ts';
import { handOnWords } from '#shared/words/requests/handOn.ts';
import { commands } from '#shared/words/server/chat.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  type Button,
  bold,
  card,
  type Element,
  heading,
  kicker,
  line,
  link,
  note,
  openUrl,
  type Refresh,
  say,
  small,
  strong,
} from '../elements.ts';

/** As many lines as a morning has time for, of all sorts together. */
const mostShown = 7;
/** Of what waits for others, and of what is late, no more than this. */
const mostBeside = 3;

type Shown = {
  readonly morning: Morning;
  readonly personId: PersonId;
  readonly links: Links;
  readonly userIds: readonly string[];
};

const linkOf = (matter: MorningMatter, links: Links): string =>
  matter.type === 'request'
    ? links.request(matter.view.request.id)
    : links.matter(matter.type, matter.view.now.id);

const twoLines = (kind: string, title: string, url: string, below: string): readonly Element[] => [
  line([strong(`${kind}: `), link(title, url)], 'Medium'),
  line([small(below)], 'None'),
];

const more = (count: number): readonly Element[] =>
  count > 0 ? [note(words.more(count), 'Small')] : [];

const waitLines = ({ morning, personId, links }: Shown): readonly Element[] => {
  const { waits, at } = morning;
  const most = Math.max(mostBeside, mostShown - Math.min(mostBeside, morning.late.length));
  return [
    ...waits.slice(0, most).flatMap((wait) => {
      const { kind, title } = words.wait(wait, personId);
      return twoLines(kind, title, linkOf(wait.matter, links), words.age(wait, at));
    }),
    ...more(waits.length - most),
  ];
};

const lateLines = ({ morning: { late, day }, links }: Shown): readonly Element[] =>
  late.length === 0
    ? []
    : [
        bold(words.lateHead, 'Medium'),
        ...late
          .slice(0, mostBeside)
          .flatMap((one) => [
            line([link(words.late(one), links.project(one.project.id))], 'Small'),
            line([small(words.lateAge(one, day))], 'None'),
          ]),
        ...more(late.length - mostBeside),
      ];

const longLines = ({ morning: { long, at }, links }: Shown): readonly Element[] =>
  long.length === 0
    ? []
    : [
        bold(words.longHead, 'Medium'),
        ...long.slice(0, mostBeside).flatMap((one) => {
          const { kind, title } = words.long(one);
          const { matter } = one;
          const project = matter.view.project;
          const url = project === null ? linkOf(matter, links) : links.project(project.id);
          return [
            line([`${kind}: `, link(title, url)], 'Small'),
            line([small(words.longAge(one, at))], 'None'),
          ];
        }),
        ...more(long.length - mostBeside),
      ];

const agreementLines = ({ morning: { agreements, day }, links }: Shown): readonly Element[] =>
  agreements.length === 0
    ? []
    : [
        bold(words.agreementsHead, 'Medium'),
        ...agreements
          .slice(0, mostBeside)
          .flatMap((one) => [
            line([link(words.agreement(one, day), links.project(one.project.id))], 'Small'),
            line([small(words.agreementWhy(one))], 'None'),
          ]),
        ...more(agreements.length - mostBeside),
      ];

const uncoveredLines = ({ morning: { uncovered }, links }: Shown): readonly Element[] =>
  uncovered.length === 0
    ? []
    : [
        bold(words.uncoveredHead, 'Medium'),
        ...uncovered
          .slice(0, mostBeside)
          .flatMap((one) => [
            line([link(one.away.name, links.decide())], 'Small'),
            line([small(words.uncoveredWhy(one))], 'None'),
          ]),
        ...more(uncovered.length - mostBeside),
      ];

const pointLines = ({ morning: { points }, links }: Shown): readonly Element[] =>
  points.length === 0
    ? []
    : [
        bold(words.pointsHead, 'Medium'),
        ...points
          .slice(0, mostBeside)
          .flatMap((one) => [
            line([link(one.title, one.link || links.year())], 'Small'),
            line([small(words.pointWhen(one))], 'None'),
          ]),
        ...more(points.length - mostBeside),
      ];

const planLines = ({ morning: { plan }, links }: Shown): readonly Element[] =>
  plan.length === 0
    ? []
    : [
        bold(words.planHead, 'Medium'),
        ...plan
          .slice(0, mostBeside)
          .flatMap((one) => [
            line([link(one.project.title, links.plan())], 'Small'),
            line([small(words.planNews(one))], 'None'),
          ]),
        ...more(plan.length - mostBeside),
      ];

const buttonsOf = ({ morning: { waits, late, long, ideas }, links }: Shown): readonly Button[] => [
  ...(waits.length > 0
    ? [openUrl(words.openDecide, links.decide()), say(words.showHere, commands.mine[0])]
    : []),
  ...(long.some(({ unheld }) => unheld.length > 0)
    ? [say(handOnWords.button, commands.handOn[0])]
    : []),
  ...(late.length > 0 ? [openUrl(words.openTasks, links.tasks())] : []),
  ...(ideas > 0 ? [openUrl(words.openIdeas, links.ideas())] : []),
];

const refreshOf = ({ morning, userIds }: Shown): Refresh<'refreshMorning'> => ({
  verb: 'refreshMorning',
  data: { morning: morning.day },
  userIds,
});

const over = (shown: Shown, title: string, text: string): IAdaptiveCard =>
  card(
    [
      kicker(words.kicker(shown.morning)),
      heading(title),
      line([text]),
      actionSet([openUrl(words.openDecide, shown.links.decide())]),
    ],
    title,
    refreshOf(shown),
  );

/** To anybody, once a morning: what waits for them, what is late, and how long it takes. */
export const morningCard = (shown: Shown): IAdaptiveCard => {
  const { morning } = shown;
  if (morning.isPast) return over(shown, words.past, words.pastText);
  if (words.isAnswered(morning)) return over(shown, words.answered, words.answeredText(morning));
  const title = words.title(morning);
  const reading = words.reading(morning);
  return card(
    [
      kicker(words.kicker(morning)),
      heading(title),
      reading === null ? null : line([reading], 'None'),
      ...waitLines(shown),
      ...lateLines(shown),
      ...uncoveredLines(shown),
      ...longLines(shown),
      ...agreementLines(shown),
      ...pointLines(shown),
      ...planLines(shown),
      morning.ideas > 0 ? note(words.ideas(morning.ideas)) : null,
      ...[buttonsOf(shown)].filter((buttons) => buttons.length > 0).map(actionSet),
    ],
    title,
    refreshOf(shown),
  );
};
