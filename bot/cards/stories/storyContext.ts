import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { StoryAction } from '#shared/contract/cardActions.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import type { StoryView } from '#shared/domain/stories/view.ts';
import { storySummaries } from '#shared/words/stories/cards.ts';
import type { CardContext } from '../context.ts';
import type { Refresh } from '../elements.ts';
import { around } from '../summary.ts';

/** Which card of a story it is: the message's kind, and the event (or phase) it is about. */
export type StoryPlace = { readonly kind: MessageKind; readonly about: string };

/** The card of the question that is asked now. */
export const askPlace = (view: StoryView): StoryPlace => ({
  kind: 'storyAsk',
  about: String(view.now.ask?.seq ?? 0),
});

type AboutStory = Pick<StoryAction, 'storyId' | 'ask' | 'revision'>;

/** What every button of a story sends: ids and numbers, nothing that gives a right. */
export const aboutStory = ({ now }: StoryView): AboutStory => ({
  storyId: now.id,
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

export const refreshStory = (
  { now }: StoryView,
  context: CardContext,
  { kind, about }: StoryPlace,
): Refresh<'refreshStory'> => ({
  verb: 'refreshStory',
  data: { storyId: now.id, revision: now.revision, kind, about },
  userIds: context.userIds,
});

/** What the card is known by: the project's name, or the story's own where there is none. */
export const nameOf = (view: StoryView): string => view.project?.title ?? view.now.about.title;

export const summaryWith = (view: StoryView, [before, after]: readonly [string, string]): string =>
  around(before, nameOf(view), after);

/** One line for a locked phone: kind, name, what is asked; nothing of the text. */
export const askSummary = (view: StoryView, kind: MessageKind): string => {
  const { now } = view;
  const { ask } = now;
  if (kind === 'storyNudge' && ask) return summaryWith(view, storySummaries.nudge(ask.dueAt));
  return summaryWith(
    view,
    ask?.base ? storySummaries.changed(now.kind) : storySummaries.ask(now.kind),
  );
};

/** Teams counts UTF-16, others UTF-8; the message around the card takes some too. */
const mostBytes = 24_000;

const utf8 = new TextEncoder();

export const bytesOf = (card: IAdaptiveCard): number => {
  const text = JSON.stringify(card);
  return Math.max(utf8.encode(text).length, text.length * 2);
};

/** How much of a story a card takes in. */
export type Level = {
  /** Signs of the text; the rest is behind a link. */
  readonly text: number;
  /** Lines that stand as blocks of their own; further ones share the last. */
  readonly lines: number;
  /** Signs of a picture's alternative text. */
  readonly alt: number;
  /** The text once more, in the field of "Foreslå tekst". */
  readonly field: boolean;
};

const levels: readonly [Level, ...Level[]] = [
  { text: 30_000, lines: 40, alt: 300, field: true },
  { text: 30_000, lines: 40, alt: 120, field: true },
  { text: 30_000, lines: 40, alt: 120, field: false },
  { text: 30_000, lines: 10, alt: 60, field: false },
  { text: 30_000, lines: 2, alt: 30, field: false },
  { text: 1_500, lines: 10, alt: 60, field: false },
  { text: 600, lines: 10, alt: 30, field: false },
];

/** The fullest card that Teams takes. */
export const inBytes = (draw: (level: Level) => IAdaptiveCard): IAdaptiveCard => {
  const [first, ...tighter] = levels;
  let drawn = draw(first);
  for (const level of tighter) {
    if (bytesOf(drawn) <= mostBytes) return drawn;
    drawn = draw(level);
  }
  return drawn;
};
