import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Matter, Notice } from '#shared/domain/notice.ts';
import { matterName } from '#shared/words/matters.ts';
import {
  causeText,
  helpText,
  reachWords,
  unreachedCardWords as words,
} from '#shared/words/screens/reach.ts';
import { visitWords } from '#shared/words/visits/words.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  type Button,
  bold,
  box,
  card,
  type Element,
  execute,
  heading,
  kicker,
  line,
  note,
  openUrl,
  strong,
} from '../elements.ts';

type UnreachedNotice = Extract<Notice, { type: 'unreached' }>;

const mostShown = 5;

const matter = (lacked: Matter, place: number): Element => {
  const { kind, title } = matterName(lacked);
  return line([strong(title), `, ${kind}`], place === 0 ? 'Medium' : 'Small');
};

const mattersOf = (lacks: readonly Matter[]): readonly Element[] => [
  ...lacks.slice(0, mostShown).map(matter),
  ...(lacks.length > mostShown ? [note(words.more(lacks.length - mostShown), 'Small')] : []),
];

/** A chat with the person, outside the bot, with a first word that can be sent as it is. */
const chatLink = (upn: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?${new URLSearchParams({ users: upn, message: words.writeText })}`;

const wayTo = (lacks: readonly Matter[], links: Links): Button => {
  const [first, ...others] = lacks;
  const only = others.length === 0 ? first : undefined;
  if (only?.type === 'story') return openUrl(words.openStory, links.story(only.view.now.id));
  if (only?.type === 'quarter') return openUrl(words.openQuarter, links.quarter(only.view.now.id));
  if (only?.type === 'visit') return openUrl(visitWords.open, links.visit(only.view.now.id));
  if (only && 'view' in only)
    return openUrl(words.openProject, links.project(only.view.project.id));
  return openUrl(words.openBoard, links.board());
};

const overCard = (notice: UnreachedNotice, links: Links): IAdaptiveCard =>
  card(
    [
      kicker(words.kickerOver),
      heading(words.headingOver(notice.name)),
      line([words.over]),
      actionSet([openUrl(words.openBoard, links.board())]),
    ],
    words.summaryOver(notice.name),
    null,
  );

/** To whoever can do something about it: who cannot be reached, why, and what waits for them. */
export const unreachedCard = (notice: UnreachedNotice, links: Links): IAdaptiveCard => {
  const { name, why, inFeed, lacks, personId } = notice;
  if (notice.over) return overCard(notice, links);
  const meanwhile = reachWords.meanwhile(why, inFeed);
  return card(
    [
      kicker(words.kicker),
      heading(words.heading(name)),
      bold(words.waits(lacks.length)),
      box('warning', [line([causeText(notice)], 'None')]),
      ...mattersOf(lacks),
      line([strong(reachWords.helps), ` ${helpText[why]}`], 'Medium'),
      note([meanwhile, words.once].filter((text) => text !== '').join(' ')),
      actionSet([
        ...(notice.upn === '' ? [] : [openUrl(words.write, chatLink(notice.upn))]),
        execute(words.sendAgain, 'sendAgain', { personId }),
        wayTo(lacks, links),
      ]),
    ],
    words.summary(name, lacks.length),
    null,
  );
};
