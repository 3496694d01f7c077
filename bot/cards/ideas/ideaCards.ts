import type { IAdaptiveCard, ITextInput } from '@microsoft/teams.cards';
import type { IdeaForm } from '#shared/contract/cardActions.ts';
import type { Area } from '#shared/domain/area.ts';
import type { AlikeProject } from '#shared/domain/ideas/alike.ts';
import type { IdeaStanding } from '#shared/domain/ideas/standing.ts';
import type { Project } from '#shared/domain/project.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import { alikeWhere, alikeWords } from '#shared/words/ideas/alike.ts';
import {
  ideaForm,
  ideaHeadline,
  ideaKicker,
  ideaNext,
  ideaReceipt,
  ideaSince,
  ideaWords,
} from '#shared/words/ideas/words.ts';
import { commands } from '#shared/words/server/chat.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  bold,
  box,
  card,
  choose,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  link,
  note,
  openUrl,
  type Run,
  say,
  strong,
} from '../elements.ts';
import { around } from '../summary.ts';
import { beginningOf, quoted } from '../text.ts';

export type Idea = Omit<IdeaForm, 'verb'>;

/** As much as a title and a purpose may be. */
export const longestIdeaText = 255;

const [newIdeaCommand] = commands.newIdea;
const [whereCommand] = commands.whereIsMyIdea;

const oneLine = (input: ITextInput): ITextInput => ({ ...input, isMultiline: false });

/** What is in the way of an idea, over its fields. */
export type IdeaProblem = { readonly title: string; readonly text: string };

/** Three fields, and only the first has to be filled in. */
export const ideaFields = (
  idea: Pick<Idea, 'title' | 'why' | 'area'>,
  areas: readonly Area[],
  problem: IdeaProblem | null,
): readonly (Element | null)[] => [
  problem === null ? null : box('warning', [bold(problem.title), line([problem.text], 'None')]),
  oneLine(field(ideaForm.what, idea.title, longestIdeaText, 'title')),
  field(ideaForm.why, idea.why, longestIdeaText, 'why'),
  choose(ideaForm.area, 'area', idea.area, [
    { title: ideaForm.across, value: '' },
    ...areas.map(({ id, name }) => ({ title: name, value: id })),
  ]),
  note(ideaForm.note),
];

export const ideaFormCard = (
  idea: Idea,
  areas: readonly Area[],
  problem: IdeaProblem | null = null,
): IAdaptiveCard =>
  card(
    [
      kicker(ideaForm.kicker),
      heading(ideaForm.title),
      ...ideaFields(idea, areas, problem),
      actionSet([execute(ideaForm.send, 'sendIdea', { key: idea.key })]),
    ],
    ideaForm.title,
    null,
  );

/** More would hide that the idea has come. */
const mostAlike = 2;

const sharedWords = (words: readonly string[]): readonly Run[] =>
  words.flatMap((word, at) => [at > 0 ? ', ' : ' ', strong(word)]);

const alikeLines = (alike: AlikeProject, links: Links): readonly Element[] => [
  line([link(alike.title, links.project(alike.id)), ` (${alikeWhere(alike)})`]),
  line([alikeWords.both, ...sharedWords(alike.words)], 'None'),
];

/** What is alike, with why and where it stands; nothing when nothing is. */
export const alikePart = (
  alike: readonly AlikeProject[],
  links: Links,
): readonly (Element | null)[] => [
  alike.length > 0 ? line([strong(alikeWords.title)], 'Medium') : null,
  ...alike.slice(0, mostAlike).flatMap((one) => alikeLines(one, links)),
];

/** It has come, what happens first, and what it is alike. */
export const ideaReceiptCard = (
  project: Project,
  alike: readonly AlikeProject[],
  links: Links,
): IAdaptiveCard =>
  card(
    [
      kicker(ideaReceipt.kicker),
      heading(project.title),
      line([strong(ideaReceipt.title)]),
      note(askingWords.when(project.createdAt), 'Small'),
      line([ideaReceipt.next]),
      ...alikePart(alike, links),
      actionSet([
        openUrl(ideaReceipt.writeOn, links.project(project.id)),
        say(ideaReceipt.whereIsIt, whereCommand),
      ]),
    ],
    around(`${ideaReceipt.title}: `, project.title, ''),
    null,
  );

const mostOthers = 4;

const otherLines = (
  others: readonly IdeaStanding[],
  areas: readonly Area[],
  links: Links,
): readonly (Element | null)[] => {
  if (others.length === 0) return [];
  const more = others.length - mostOthers;
  return [
    line([strong(ideaWords.others)], 'Medium'),
    ...others
      .slice(0, mostOthers)
      .map((one) =>
        line([
          link(one.project.title, links.project(one.project.id)),
          `: ${ideaHeadline(areas, one)}`,
        ]),
      ),
    more > 0 ? note(ideaWords.more(more), 'Small') : null,
  ];
};

const nextLine = (standing: IdeaStanding): Element | null => {
  const next = ideaNext(standing);
  return next === '' ? null : line([strong(ideaWords.next), ` ${next}`], 'Medium');
};

/** With which words it was stopped, or laid aside. */
const whyOf = ({ where }: IdeaStanding): string => {
  if (where.type === 'stopped') return where.why;
  return where.type === 'shelf' ? (where.declined?.comment ?? '') : '';
};

const whyLine = (standing: IdeaStanding): Element | null => {
  const why = whyOf(standing);
  const said = quoted(beginningOf(why, { words: 40 }).text || why);
  return why === '' ? null : line([strong(ideaWords.why), ' ', said]);
};

/** Where somebody's ideas are: the newest as an answer, the others as lines. */
export const whereIsMyIdeaCard = (
  standings: readonly IdeaStanding[],
  areas: readonly Area[],
  at: string,
  links: Links,
): IAdaptiveCard => {
  const [newest, ...others] = standings;
  if (!newest)
    return card(
      [
        heading(ideaWords.none),
        line([ideaWords.noneText]),
        actionSet([say(ideaWords.newIdea, newIdeaCommand)]),
      ],
      ideaWords.none,
      null,
    );
  const { project, isUntaken } = newest;
  return card(
    [
      kicker(ideaKicker(newest)),
      heading(project.title),
      line([strong(ideaHeadline(areas, newest))]),
      note(ideaSince(newest, at), 'Small'),
      nextLine(newest),
      whyLine(newest),
      isUntaken ? line([ideaWords.writeOn]) : null,
      ...otherLines(others, areas, links),
      actionSet([
        openUrl(isUntaken ? ideaReceipt.writeOn : ideaWords.open, links.project(project.id)),
        say(ideaWords.newIdea, newIdeaCommand),
      ]),
    ],
    around('', project.title, `: ${ideaHeadline(areas, newest)}`),
    null,
  );
};
