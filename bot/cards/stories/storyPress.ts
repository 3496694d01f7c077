import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestStoryComment } from '#shared/domain/stories/rules.ts';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';
import {
  consequences,
  questionOf,
  sentence,
  storyButtons,
  storyFields,
  storyKickers,
} from '#shared/words/stories/cards.ts';
import { type Fact, factSheet } from '#shared/words/stories/draft.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  type Button,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  openUrl,
  strong,
} from '../elements.ts';
import type { OpenCard } from './storyCard.ts';
import { aboutStory, askSummary, inBytes, nameOf, refreshStory } from './storyContext.ts';
import { shortened, unturned } from './storyElements.ts';
import { dueLine, messageLine, textPart, whyNote } from './storyParts.ts';

/** The name stands at the top already; addresses are for the project's page. */
const leftOut: readonly Fact['code'][] = ['project', 'source', 'since', 'technology', 'years'];
const longestFact = 160;

/** What a leder needs at hand when the journalist is called. */
const factLines = (view: StoryView): readonly Element[] => {
  if (!view.project) return [];
  return factSheet(view.project, view.areas)
    .filter(({ code }) => !leftOut.includes(code))
    .map(({ label, text }, index) => {
      const fact = line(
        [strong(`${label}: `), sentence(shortened(unturned(text), longestFact))],
        index === 0 ? 'Medium' : 'Small',
      );
      return index === 0 ? { ...fact, separator: true } : fact;
    });
};

const openPart = (view: StoryView): readonly Button[] => {
  const about = aboutStory(view);
  return view.now.state === 'taken'
    ? [execute(storyButtons.close, 'closePress', about)]
    : [
        execute(storyButtons.take, 'takePress', about),
        execute(storyButtons.decline, 'declinePress', about),
      ];
};

const toProject = (view: StoryView, context: CardContext): readonly Button[] =>
  view.project
    ? [openUrl(storyButtons.openProject, context.links.project(view.project.id))]
    : [openUrl(storyButtons.openStory, context.links.story(view.now.id))];

/** Which medium, and about what. */
const mediumLine = (view: StoryView): Element => {
  const title = unturned(view.now.about.title);
  const name = unturned(nameOf(view));
  return line(title === name ? [strong(title)] : [strong(title), `, om ${name}`]);
};

const longestQuestion = 900;

/** A journalist's question, with the facts of the project; taken, it waits for what came of it. */
export const pressCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  open: OpenCard,
): IAdaptiveCard => {
  const { kind, state } = view.now;
  const isTaken = state === 'taken';
  const isNudge = open.place.kind === 'storyNudge' && !view.overdue;
  const first = isTaken ? storyKickers.taken : storyKickers.ask(kind, state);
  return inBytes((level) =>
    card(
      [
        kicker(isNudge ? storyKickers.nudge(kind) : first),
        heading(questionOf(kind, state)),
        mediumLine(view),
        isTaken ? null : dueLine(view, isNudge),
        messageLine(view),
        ...textPart(view, context, level, longestQuestion),
        ...factLines(view),
        isTaken
          ? line([consequences.pressTaken], 'Medium')
          : whyNote(view, reader, consequences.press),
        open.problem ?? null,
        field(
          isTaken ? storyFields.outcome : storyFields.pressReason,
          context.typed ?? '',
          longestStoryComment,
        ),
        actionSet([...openPart(view), ...toProject(view, context)]),
      ],
      askSummary(view, open.place.kind),
      refreshStory(view, context, open.place),
    ),
  );
};
