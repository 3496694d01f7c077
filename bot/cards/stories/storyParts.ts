import type { Content } from '#shared/domain/stories/story.ts';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';
import { type ChangedSentence, changedSentences, wordDiff } from '#shared/text/wordDiff.ts';
import { changedWords, dueWords, storyTexts, whyAsked } from '#shared/words/stories/cards.ts';
import type { CardContext } from '../context.ts';
import { bold, box, type Element, line, link, note, strong, subtle } from '../elements.ts';
import { type Level, nameOf } from './storyContext.ts';
import {
  changeLines,
  fileLines,
  pictureElements,
  proseBox,
  shortened,
  unturned,
} from './storyElements.ts';

/** The project, and the story's own title where that says more. */
export const nameLine = (view: StoryView): Element => {
  const name = unturned(nameOf(view));
  const title = unturned(view.now.about.title);
  return line([title === name ? name : `${name}: ${shortened(title, 120)}`]);
};

/** When the answer is due, or that it was. */
export const dueLine = (view: StoryView, isNudge = false): Element | null => {
  const { ask } = view.now;
  if (!ask) return null;
  if (view.overdue) return line([dueWords.passed(ask.dueAt)]);
  return bold(isNudge ? dueWords.nudge(ask.dueAt) : dueWords.answer(ask.dueAt, view.at));
};

/** What whoever asks wrote along. */
export const messageLine = ({ now }: StoryView): Element | null => {
  const comment = unturned(now.ask?.comment ?? '');
  return comment === ''
    ? null
    : line([strong(storyTexts.message), ` ${shortened(comment, 240)}`], 'Medium');
};

export const whyText = (view: StoryView, reader: StoryReader): string => {
  const { now, areas } = view;
  if (reader.seat === null && reader.onBehalf) return whyAsked.lederDeputy;
  if (now.kind === 'press') return whyAsked.press;
  if (reader.seat === null) return whyAsked.leder;
  return reader.onBehalf ? whyAsked.deputy(areas, reader.seat) : whyAsked.chef(areas, reader.seat);
};

export const whyNote = (view: StoryView, reader: StoryReader, consequence: string): Element =>
  note(`${whyText(view, reader)} ${consequence}`);

/** The text in its box; where it is cut, the way to the rest. */
export const textPart = (
  view: StoryView,
  context: CardContext,
  level: Level,
  longest = level.text,
): readonly Element[] => {
  const { text } = view.now.version;
  if (text.trim() === '') return [];
  const room = Math.min(level.text, longest);
  const parts = [proseBox(text, { ...level, text: room })];
  return text.length > room
    ? [
        ...parts,
        line([link(storyTexts.readAll, context.links.story(view.now.id))]),
        line([subtle(storyTexts.restInTab)]),
      ]
    : parts;
};

export const picturesPart = (
  { now }: StoryView,
  context: CardContext,
  level: Level,
): readonly Element[] => pictureElements(now.version.pictures, context, level.alt);

export const filesPart = ({ now }: StoryView): readonly Element[] => fileLines(now.version.files);

type Pictures = Content['pictures'];

const onlyIn = (these: Pictures, those: Pictures): Pictures =>
  these.filter(({ id }) => !those.some((one) => one.id === id));

const altPairs = (before: Pictures, after: Pictures) =>
  after.flatMap((picture) => {
    const old = before.find(({ id }) => id === picture.id);
    return old && old.alt !== picture.alt ? [{ before: old.alt, now: picture.alt }] : [];
  });

const isMoved = (before: Pictures, after: Pictures): boolean => {
  const kept = before.filter(({ id }) => after.some((one) => one.id === id)).map(({ id }) => id);
  const now = after.filter(({ id }) => before.some((one) => one.id === id)).map(({ id }) => id);
  return kept.join() !== now.join();
};

const filesDiffer = (before: Content, after: Content): boolean =>
  JSON.stringify(before.files) !== JSON.stringify(after.files);

export type Changes = {
  readonly sentences: readonly ChangedSentence[];
  readonly alts: readonly { readonly before: string; readonly now: string }[];
  readonly newPictures: Pictures;
  /** All of it in words: what changed, and that the rest did not. */
  readonly words: string;
  /** More than is easier read as differences. */
  readonly isMuch: boolean;
};

const signsIn = (sentences: readonly ChangedSentence[]): number =>
  sentences
    .flatMap(({ before, now }) => [...before, ...now])
    .reduce((sum, { text }) => sum + text.length, 0);

const mostSentences = 4;
const mostSigns = 1_400;

/** Hardly a word is as it was: two texts, not one that was changed. */
const isRewritten = (sentences: readonly ChangedSentence[], text: string): boolean => {
  const fresh = sentences
    .flatMap(({ now }) => now)
    .filter(({ type }) => type === 'added')
    .reduce((sum, one) => sum + one.text.length, 0);
  return fresh > 120 && fresh > text.length * 0.7;
};

const some = (count: number, words: (count: number) => string): string =>
  count > 0 ? words(count) : '';

/** What is different from the text that was said OK to; null when nothing was before. */
export const changesIn = (view: StoryView, mine: boolean): Changes | null => {
  const { ask, version } = view.now;
  if (!ask?.base) return null;
  const { base } = ask;
  const sentences = changedSentences(base.text, version.text);
  const newPictures = onlyIn(version.pictures, base.pictures);
  const gone = onlyIn(base.pictures, version.pictures).length;
  const alts = altPairs(base.pictures, version.pictures);
  const isMuch =
    sentences.length > mostSentences ||
    signsIn(sentences) > mostSigns ||
    isRewritten(sentences, version.text);
  const touched = newPictures.length + gone + alts.length > 0 || filesDiffer(base, version);
  const same = touched ? 0 : version.pictures.length;
  const words = [
    isMuch ? changedWords.muchText : changedWords.places(sentences.length),
    some(newPictures.length, changedWords.pictureAdded),
    some(gone, changedWords.pictureRemoved),
    some(alts.length, changedWords.altChanged),
    isMoved(base.pictures, version.pictures) ? changedWords.pictureOrder : '',
    filesDiffer(base, version) ? changedWords.filesChanged : '',
    isMuch ? '' : changedWords.rest(same, mine),
  ];
  return {
    sentences: isMuch ? [] : sentences,
    alts: isMuch ? [] : alts,
    newPictures,
    words: words.filter((one) => one !== '').join(' '),
    isMuch,
  };
};

/** Før and Nu of each sentence, and of each picture's words. */
export const changesBox = (
  { sentences, alts }: Pick<Changes, 'sentences' | 'alts'>,
  alt: number,
): Element | null => {
  const pairs = [
    ...sentences.map((one) => ({ ...one, lead: '' })),
    ...alts.map((one) => {
      const runs = wordDiff(
        shortened(unturned(one.before), alt),
        shortened(unturned(one.now), alt),
      );
      return {
        before: runs.filter(({ type }) => type !== 'added'),
        now: runs.filter(({ type }) => type !== 'removed'),
        lead: `${changedWords.alt}, `,
      };
    }),
  ];
  if (pairs.length === 0) return null;
  const label = (lead: string, word: string): string =>
    lead === '' ? word : `${lead}${word.toLowerCase()}`;
  return box(
    'emphasis',
    pairs.flatMap(({ before, now, lead }, index) => {
      const [was, is] =
        now.length === 0
          ? [changedWords.gone, '']
          : ['', before.length === 0 ? changedWords.added : changedWords.now];
      return [
        ...changeLines(label(lead, was === '' ? changedWords.before : was), before, index === 0),
        ...changeLines(label(lead, is), now, index === 0 && before.length === 0),
      ];
    }),
  );
};
