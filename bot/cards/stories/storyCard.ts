import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestPost } from '#shared/domain/stories/linkedIn.ts';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';
import {
  changedWords,
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
  type Button,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  note,
} from '../elements.ts';
import {
  aboutStory,
  askSummary,
  inBytes,
  type Level,
  refreshStory,
  type StoryPlace,
} from './storyContext.ts';
import { pictureElements, showCard } from './storyElements.ts';
import { okOf } from './storyFate.ts';
import {
  changesBox,
  changesIn,
  dueLine,
  messageLine,
  nameLine,
  picturesPart,
  textPart,
  whyNote,
} from './storyParts.ts';

/** More than a post may be, so that what is pasted is not cut unseen; by how much is then said. */
export const longestSuggestion = longestPost + 1_000;

export type OpenCard = {
  readonly place: StoryPlace;
  /** Above the buttons: what was just pressed was not stored. */
  readonly problem?: Element | null;
  /** The whole text, although only what changed would do. */
  readonly whole?: boolean;
};

/** Opens with the text in it; where the card has no room for it twice, on a card of its own. */
const suggestButton = (view: StoryView, level: Level): Button => {
  const about = aboutStory(view);
  if (!level.field) return execute(storyButtons.suggest, 'editStory', about);
  const { text } = view.now.version;
  return showCard(
    storyButtons.suggest,
    field(storyFields.suggestion, text, longestSuggestion, 'suggestion'),
    note(consequences.suggestion, 'Small'),
    execute(storyButtons.sendSuggestion, 'suggestStory', about),
  );
};

const buttonsOf = (view: StoryView, level: Level, changed: boolean): readonly Button[] => {
  const about = aboutStory(view);
  return [
    execute(changed ? storyButtons.approveChange : storyButtons.approve, 'approveStory', about),
    suggestButton(view, level),
    execute(storyButtons.stop, 'stopStory', about),
    ...(changed ? [execute(storyButtons.whole, 'wholeStory', about)] : []),
  ];
};

/** The chef's own words, used as they were, are the chef's OK. */
export const isMine = ({ now }: StoryView, reader: StoryReader): boolean => {
  const ok = okOf(now);
  if (ok?.kind !== 'accepted') return ok?.byId === reader.id;
  const words = now.events.findLast(({ kind, seq }) => kind === 'suggested' && seq < ok.seq);
  return words?.byId === reader.id;
};

/** "Dit OK fra … gælder ikke længere", when there was one. */
export const okNote = (view: StoryView, reader: StoryReader): string => {
  const ok = okOf(view.now);
  return ok ? changedWords.ok(isMine(view, reader), ok.at) : '';
};

const changedBody = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  { level, open }: { readonly level: Level; readonly open: OpenCard },
): readonly (Element | null)[] | null => {
  const changes = changesIn(view, isMine(view, reader));
  if (!changes || changes.isMuch || open.whole) return null;
  return [
    line([changes.words]),
    messageLine(view),
    changesBox(changes, level.alt),
    ...pictureElements(changes.newPictures, context, level.alt),
    note([okNote(view, reader), consequences.changed].filter((text) => text !== '').join(' ')),
    open.problem ?? null,
    actionSet(buttonsOf(view, level, true)),
  ];
};

const wholeBody = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  { level, open }: { readonly level: Level; readonly open: OpenCard },
): readonly (Element | null)[] => {
  const changes = changesIn(view, isMine(view, reader));
  const consequence = changes
    ? [okNote(view, reader), consequences.changed].filter((text) => text !== '').join(' ')
    : consequences.microStory;
  return [
    changes?.isMuch ? line([changes.words]) : null,
    messageLine(view),
    ...textPart(view, context, level),
    ...picturesPart(view, context, level),
    whyNote(view, reader, consequence),
    open.problem ?? null,
    actionSet(buttonsOf(view, level, false)),
  ];
};

const kickerOf = (view: StoryView, reader: StoryReader, { place }: OpenCard): string => {
  const { kind, ask } = view.now;
  if (place.kind === 'storyNudge' && !view.overdue) return storyKickers.nudge(kind);
  return ask?.base
    ? storyKickers.changed(kind, isMine(view, reader))
    : storyKickers.ask(kind, view.now.state);
};

/** A micro-story that waits for the chef: the whole of it, or only what changed after an OK. */
export const microStoryCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  open: OpenCard,
): IAdaptiveCard => {
  const { now } = view;
  const question = now.ask?.base ? storyQuestions.still : questionOf(now.kind, now.state);
  return inBytes((level) =>
    card(
      [
        kicker(kickerOf(view, reader, open)),
        heading(question),
        nameLine(view),
        dueLine(view, open.place.kind === 'storyNudge'),
        ...(changedBody(view, reader, context, { level, open }) ??
          wholeBody(view, reader, context, { level, open })),
      ],
      askSummary(view, open.place.kind),
      refreshStory(view, context, open.place),
    ),
  );
};
