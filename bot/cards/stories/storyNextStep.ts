import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestStoryComment, type StoryRefusal } from '#shared/domain/stories/rules.ts';
import type { StoryView } from '#shared/domain/stories/view.ts';
import { notStored, uncertain } from '#shared/words/requests/cards.ts';
import {
  consequences,
  storyButtons,
  storyFields,
  storyKickers,
  storyLacking,
} from '#shared/words/stories/cards.ts';
import { storyRefusalText } from '#shared/words/stories/stories.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  bold,
  box,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  note,
} from '../elements.ts';
import { longestSuggestion } from './storyCard.ts';
import { aboutStory, askPlace, askSummary, nameOf, refreshStory } from './storyContext.ts';

/** What a press was refused for, or that the lists failed. */
export type StoryProblem =
  | { readonly type: 'refused'; readonly refusal: StoryRefusal }
  | { readonly type: 'fault'; readonly uncertain: boolean };

/** Answers that need a sentence, or a text. */
export type StepVerb =
  | 'stopStory'
  | 'sendBackStory'
  | 'declinePress'
  | 'closePress'
  | 'suggestStory';

const isMissing = (problem: StoryProblem): boolean =>
  problem.type === 'refused' && problem.refusal.type === 'reasonRequired';

/** What is in the way, over the field that has what was typed. */
export const problemBox = (problem: StoryProblem, verb: StepVerb | null): Element => {
  if (problem.type === 'fault')
    return box('attention', [
      bold(problem.uncertain ? uncertain.title : notStored.fault),
      line([problem.uncertain ? uncertain.text : notStored.faultText], 'None'),
    ]);
  if (isMissing(problem))
    return box('warning', [
      bold(
        verb === 'sendBackStory' || verb === 'closePress'
          ? storyLacking.wishMissing
          : storyLacking.missing,
      ),
      line([storyLacking.writeOne], 'None'),
    ]);
  return box('warning', [
    bold(storyLacking.notStored),
    line([`${storyRefusalText(problem.refusal)} ${storyLacking.kept}`], 'None'),
  ]);
};

type Step = { readonly question: string; readonly label: string; readonly button: string };

const stepOf = (view: StoryView, verb: StepVerb): Step => {
  const isMicro = view.now.kind === 'microStory';
  switch (verb) {
    case 'stopStory':
      return {
        question: isMicro ? storyLacking.stop : storyLacking.stopArticle,
        label: storyFields.reason,
        button: isMicro ? storyButtons.stopStory : storyButtons.stop,
      };
    case 'sendBackStory':
      return {
        question: storyLacking.sendBack,
        label: storyFields.wishes,
        button: storyButtons.sendBack,
      };
    case 'declinePress':
      return {
        question: storyLacking.decline,
        label: storyFields.reason,
        button: storyButtons.decline,
      };
    case 'closePress':
      return {
        question: storyLacking.close,
        label: storyFields.outcome,
        button: storyButtons.close,
      };
    case 'suggestStory':
      return {
        question: storyLacking.suggest,
        label: storyFields.suggestionStep,
        button: storyButtons.sendSuggestion,
      };
  }
};

/** Far more than any answer may be; what an odd client sends beyond it would not fit on a card. */
const mostKept = 5_000;

/** A small card that asks for one thing more, so that no other answer is under the thumb. */
export const storyStepCard = (
  view: StoryView,
  context: CardContext,
  verb: StepVerb,
  problem: StoryProblem | null,
): IAdaptiveCard => {
  const { question, label, button } = stepOf(view, verb);
  const about = aboutStory(view);
  const isText = verb === 'suggestStory';
  const typed = (context.typed ?? '').slice(0, mostKept);
  return card(
    [
      kicker(storyKickers.oneMore(view.now.kind)),
      heading(nameOf(view)),
      bold(question),
      problem && !isMissing(problem) ? null : line([storyLacking.nothingYet]),
      problem ? problemBox(problem, verb) : null,
      isText
        ? field(label, typed, longestSuggestion, 'suggestion')
        : field(label, typed, longestStoryComment),
      isText ? note(consequences.suggestion, 'Small') : null,
      actionSet([
        execute(button, verb, { ...about, step: true }),
        execute(storyButtons.backToAll, 'backToStory', about),
      ]),
    ],
    askSummary(view, 'storyAsk'),
    refreshStory(view, context, askPlace(view)),
  );
};
