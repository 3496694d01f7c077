import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { StoryEvent, StoryState } from '#shared/domain/stories/story.ts';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';
import { changedSentences } from '#shared/text/wordDiff.ts';
import { sentence, storyButtons, storySummaries, storyTexts } from '#shared/words/stories/cards.ts';
import {
  nextForAsked,
  nextForAuthor,
  receiptSentence,
  sinceHead,
  sinceWords,
  type ToldStory,
} from '#shared/words/stories/receipts.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  type Button,
  card,
  type Element,
  execute,
  heading,
  kicker,
  line,
  openUrl,
  small,
  strong,
} from '../elements.ts';
import {
  aboutStory,
  inBytes,
  type Level,
  refreshStory,
  type StoryPlace,
  summaryWith,
} from './storyContext.ts';
import { proseBox, shortened, unturned } from './storyElements.ts';
import { byAuthor, sinceThen, stageBefore } from './storyFate.ts';
import { changesBox, nameLine, picturesPart } from './storyParts.ts';

export type Answered = { readonly event: StoryEvent; readonly stage: StoryState };

const toldOf = (view: StoryView, reader: StoryReader, { event, stage }: Answered): ToldStory => ({
  kind: view.now.kind,
  stage,
  event,
  areas: view.areas,
  byReader: event.byId === reader.id,
  byAuthor: byAuthor(view.now, event),
});

/** What has happened since; empty when nothing has. */
const sinceText = (view: StoryView, event: StoryEvent, mine: boolean): string => {
  switch (sinceThen(view.now, event)) {
    case 'nothing':
      return '';
    case 'published':
      return sinceWords.published(
        view.now.kind === 'microStory',
        view.now.publications[0]?.day ?? '',
      );
    case 'voided':
      return sinceWords.voided;
    case 'accepted':
      return mine ? sinceWords.accepted : sinceWords.acceptedTold;
    case 'notUsed':
      return sinceWords.notUsed;
  }
};

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(url);

/** To the post itself once it is out, for whoever said OK to it. */
const postButton = (view: StoryView, event: StoryEvent): readonly Button[] => {
  const url = view.now.publications[0]?.link ?? '';
  return sinceThen(view.now, event) === 'published' && isWebAddress(url)
    ? [openUrl(storyButtons.openPost, url)]
    : [];
};

const commentLine = (event: StoryEvent): Element | null => {
  const comment = unturned(event.comment);
  return comment === '' ? null : line([`»${shortened(comment, 280)}«`]);
};

/** How it went, to whoever was asked: nothing of the text, for the card stays in the chat. */
export const askedReceipt = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  { place, answered }: { readonly place: StoryPlace; readonly answered: Answered },
): IAdaptiveCard => {
  const told = toldOf(view, reader, answered);
  const since = sinceText(view, answered.event, told.byReader);
  const buttons = postButton(view, answered.event);
  const head = sinceHead(told, sinceThen(view.now, answered.event));
  return card(
    [
      kicker(head.kicker),
      heading(head.heading),
      nameLine(view),
      line([strong(receiptSentence(told))]),
      commentLine(answered.event),
      line([since === '' ? nextForAsked(told) : since]),
      buttons.length > 0 ? actionSet(buttons) : null,
    ],
    summaryWith(view, storySummaries.told(head.kicker)),
    refreshStory(view, context, place),
  );
};

/** The words to copy, once they are signed off and as long as they are. */
const copyPart = (
  view: StoryView,
  context: CardContext,
  event: StoryEvent,
  level: Level,
): readonly Element[] => {
  const { now } = view;
  const isReady = now.kind === 'microStory' && now.approval?.seq === event.seq;
  return isReady && now.publications.length === 0
    ? [
        line([small(storyTexts.copyReady)], 'Medium'),
        proseBox(now.version.text, level),
        ...picturesPart(view, context, level),
      ]
    : [];
};

const textBefore = (view: StoryView, event: StoryEvent): string =>
  view.now.events.findLast(
    ({ kind, seq }) => seq < event.seq && (kind === 'saved' || kind === 'accepted'),
  )?.text ?? '';

const mostSentences = 6;

/** The chef's words beside those they were asked about. */
const suggestionPart = (
  view: StoryView,
  event: StoryEvent,
  level: Level,
): readonly (Element | null)[] => {
  if (event.kind !== 'suggested' || view.now.kind !== 'microStory') return [commentBox(event)];
  const sentences = changedSentences(textBefore(view, event), event.text);
  return sentences.length > mostSentences
    ? [proseBox(event.text, level)]
    : [changesBox({ sentences, alts: [] }, level.alt)];
};

const commentBox = (event: StoryEvent): Element | null =>
  event.comment.trim() === '' ? null : proseBox(event.comment, { text: 600, lines: 10 });

const toldButtons = (view: StoryView, context: CardContext, event: StoryEvent): Element => {
  const { now } = view;
  const mayAccept = now.state === 'suggested' && now.events.at(-1)?.seq === event.seq;
  return actionSet([
    ...(mayAccept ? [execute(storyButtons.accept, 'acceptStory', aboutStory(view))] : []),
    openUrl(storyButtons.openStory, context.links.story(now.id)),
  ]);
};

/** How it went, to whoever writes it, with the words that may now be used. */
export const toldCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  {
    place,
    event,
    problem,
    brief = false,
  }: {
    readonly place: StoryPlace;
    readonly event: StoryEvent;
    readonly problem?: Element | null;
    /** Another card beside this one has the words. */
    readonly brief?: boolean;
  },
): IAdaptiveCard => {
  const told = toldOf(view, reader, { event, stage: stageBefore(view.now, event) });
  const since = sinceText(view, event, false);
  const head = sinceHead(told, sinceThen(view.now, event));
  const isLeder = reader.id !== null && reader.id === view.now.about.lederId;
  const next = isLeder ? nextForAsked(told) : nextForAuthor(told);
  return inBytes((level) =>
    card(
      [
        kicker(head.kicker),
        heading(head.heading),
        nameLine(view),
        line([strong(sentence(receiptSentence(told)).replace(/\.$/, ''))]),
        ...(brief ? [] : suggestionPart(view, event, level)),
        line([since === '' ? next : since], 'Medium'),
        ...(brief ? [] : copyPart(view, context, event, level)),
        problem ?? null,
        toldButtons(view, context, event),
      ],
      summaryWith(view, storySummaries.told(head.kicker)),
      refreshStory(view, context, place),
    ),
  );
};
