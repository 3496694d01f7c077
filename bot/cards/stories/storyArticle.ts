import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestStoryComment } from '#shared/domain/stories/rules.ts';
import type { StoryState } from '#shared/domain/stories/story.ts';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';
import {
  consequences,
  questionOf,
  storyButtons,
  storyFields,
  storyKickers,
  storyQuestions,
} from '#shared/words/stories/cards.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  note,
  openUrl,
} from '../elements.ts';
import { isMine, type OpenCard, okNote } from './storyCard.ts';
import { aboutStory, askSummary, inBytes, type Level, refreshStory } from './storyContext.ts';
import { pictureElements } from './storyElements.ts';
import {
  changesBox,
  changesIn,
  dueLine,
  filesPart,
  messageLine,
  nameLine,
  picturesPart,
  textPart,
  whyNote,
} from './storyParts.ts';

/** A topic is read here; of the material the card shows the beginning, the rest is in the tab. */
const longestTopic = 1_500;
const longestMaterial = 600;

const isMaterial = (stage: StoryState): boolean =>
  stage === 'materialLeder' || stage === 'materialChef';

const consequenceOf = (stage: StoryState): string => {
  switch (stage) {
    case 'topicLeder':
      return consequences.topicLeder;
    case 'topicChef':
      return consequences.topicChef;
    case 'materialLeder':
      return consequences.materialLeder;
    default:
      return consequences.materialChef;
  }
};

const contentPart = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  { level, whole }: { readonly level: Level; readonly whole: boolean },
): readonly (Element | null)[] => {
  const changes = changesIn(view, isMine(view, reader));
  if (changes && !changes.isMuch && !whole)
    return [
      line([changes.words]),
      changesBox(changes, level.alt),
      ...filesPart(view),
      ...pictureElements(changes.newPictures, context, level.alt),
    ];
  const longest = isMaterial(view.now.state) ? longestMaterial : longestTopic;
  return [
    changes?.isMuch ? line([changes.words]) : null,
    ...textPart(view, context, level, longest),
    ...filesPart(view),
    ...picturesPart(view, context, level),
  ];
};

const buttonsPart = (view: StoryView, context: CardContext, changed: boolean): Element => {
  const about = aboutStory(view);
  const approve = isMaterial(view.now.state)
    ? storyButtons.approveMaterial
    : storyButtons.approveTopic;
  return actionSet([
    execute(changed ? storyButtons.approveChange : approve, 'approveStory', about),
    execute(storyButtons.sendBack, 'sendBackStory', about),
    execute(storyButtons.stop, 'stopStory', about),
    changed
      ? execute(storyButtons.whole, 'wholeStory', about)
      : openUrl(storyButtons.openStory, context.links.story(view.now.id)),
  ]);
};

/** An article's topic, or its material, for the leder and then the chef. */
export const articleCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  open: OpenCard,
): IAdaptiveCard => {
  const { kind, state, ask } = view.now;
  const changed = ask?.base !== null && ask?.base !== undefined;
  const isNudge = open.place.kind === 'storyNudge' && !view.overdue;
  const first = changed
    ? storyKickers.changed(kind, isMine(view, reader))
    : storyKickers.ask(kind, state);
  const consequence = changed
    ? `${okNote(view, reader)} ${consequences.changedSent}`.trim()
    : consequenceOf(state);
  return inBytes((level) =>
    card(
      [
        kicker(isNudge ? storyKickers.nudge(kind) : first),
        heading(changed ? storyQuestions.still : questionOf(kind, state)),
        nameLine(view),
        dueLine(view, isNudge),
        messageLine(view),
        ...contentPart(view, reader, context, { level, whole: open.whole === true }),
        changed ? note(consequence) : whyNote(view, reader, consequence),
        open.problem ?? null,
        field(storyFields.comment, context.typed ?? '', longestStoryComment),
        buttonsPart(view, context, changed && open.whole !== true),
      ],
      askSummary(view, open.place.kind),
      refreshStory(view, context, open.place),
    ),
  );
};
