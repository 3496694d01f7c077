import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';
import { capital, received } from '#shared/words/requests/cards.ts';
import {
  answererText,
  askedOf,
  leaderName,
  storyButtons,
  storyKickers,
  storySummaries,
} from '#shared/words/stories/cards.ts';
import {
  pastWords,
  receiptKicker,
  receiptSentence,
  storyLate,
} from '#shared/words/stories/receipts.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  card,
  type Element,
  heading,
  kicker,
  line,
  openUrl,
  strong,
} from '../elements.ts';
import { nameOf, refreshStory, type StoryPlace, summaryWith } from './storyContext.ts';
import { byAuthor, fateOf } from './storyFate.ts';

export type StoryNotice = {
  readonly kicker: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly place: StoryPlace;
};

/** One bold sentence, one that explains; nothing of the text, whoever it is. */
export const storyNoticeCard = (
  view: StoryView,
  context: CardContext,
  { kicker: first, title, lines, place }: StoryNotice,
): IAdaptiveCard =>
  card(
    [
      kicker(first),
      heading(nameOf(view)),
      line([strong(title)]),
      ...lines.filter((text) => text !== '').map((text): Element => line([text])),
      actionSet([openUrl(storyButtons.openStory, context.links.story(view.now.id))]),
    ],
    summaryWith(view, storySummaries.told(first)),
    refreshStory(view, context, place),
  );

/** Whom an open question waits for. */
export const waitsForText = (view: StoryView): string => {
  const { ask } = view.now;
  return ask === null ? leaderName : askedOf(view.areas, ask.seat);
};

/** Somebody whose question it is not, or not any more. */
export const notYoursStoryCard = (
  view: StoryView,
  context: CardContext,
  place: StoryPlace,
  pressed: boolean,
): IAdaptiveCard =>
  storyNoticeCard(view, context, {
    kicker: storyKickers.open(view.now.kind),
    title: storyLate.notYours,
    lines: [
      view.answerers.length > 0 ? storyLate.waitsFor(waitsForText(view)) : storyLate.over,
      pressed ? storyLate.changedNothing : '',
    ],
    place,
  });

/** A press on a question that is over: who answered, and when. */
export const lateStoryCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  place: StoryPlace,
): IAdaptiveCard => {
  const { now, areas } = view;
  const fate = fateOf(now, Number(place.about));
  if (fate.type !== 'answered')
    return storyNoticeCard(view, context, {
      kicker: pastWords.kicker(now.kind),
      title: fate.type === 'takenBack' ? pastWords.takenBack : pastWords.askedAnew,
      lines: [
        fate.type === 'takenBack' ? pastWords.takenBackText : pastWords.askedAnewText,
        storyLate.changedNothing,
      ],
      place,
    });
  const { event, stage } = fate;
  const byReader = event.byId === reader.id;
  const told = { kind: now.kind, stage, event, areas, byReader, byAuthor: byAuthor(now, event) };
  return storyNoticeCard(view, context, {
    kicker: receiptKicker(told),
    title: byReader
      ? storyLate.already
      : `${capital(told.byAuthor ? '' : answererText(areas, event))} har svaret.`,
    lines: [`${receiptSentence(told)}.`, storyLate.changedNothing],
    place,
  });
};

/** The press is here, and the lists have not taken it yet. */
export const receivedStoryCard = (
  view: StoryView,
  context: CardContext,
  place: StoryPlace,
): IAdaptiveCard =>
  storyNoticeCard(view, context, {
    kicker: storyKickers.received(view.now.kind),
    title: received.title,
    lines: [received.text],
    place,
  });
