import type {
  IAdaptiveCard,
  IColumnSet,
  IImage,
  ITextInput,
  ITextRun,
} from '@microsoft/teams.cards';
import type { Material, Picture } from '#shared/domain/stories/story.ts';
import type { Run as Changed } from '#shared/text/wordDiff.ts';
import { sentence, storyTexts } from '#shared/words/stories/cards.ts';
import type { CardContext } from '../context.ts';
import { type Button, box, type Element, line, link, small, strong } from '../elements.ts';
import type { Level } from './storyContext.ts';

/** Each line is a block; where there are many, the rest stands in the last, with its line breaks. */
const linesOf = (
  text: string,
  mostLines: number,
): readonly { readonly text: string; readonly first: boolean }[] => {
  const lines: { text: string; first: boolean }[] = [];
  let afterBlank = true;
  for (const one of text.replace(/\r\n?|\u2028|\u2029/g, '\n').split('\n')) {
    if (one.trim() === '') {
      afterBlank = true;
      continue;
    }
    const last = lines.at(-1);
    if (lines.length >= mostLines && last) last.text += `${afterBlank ? '\n\n' : '\n'}${one}`;
    else lines.push({ text: one, first: afterBlank });
    afterBlank = false;
  }
  return lines;
};

/** Cut where a sign ends, never inside an emoji. */
const cutAt = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return `${whole.replace(/\S*$/u, '').trimEnd() || whole} …`;
};

export const shortened = (text: string, longest: number): string => cutAt(text.trim(), longest);

/** Signs that turn the direction of what follows, which on one line may be our own words. */
export const unturned = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Somebody's own text, as it was written: its paragraphs, and nothing in it read as markdown. */
export const proseBox = (text: string, room: Pick<Level, 'text' | 'lines'>): Element =>
  box(
    'emphasis',
    linesOf(cutAt(text, room.text), room.lines).map((one, index) =>
      line([one.text], one.first && index > 0 ? 'Small' : 'None'),
    ),
  );

const runOf = ({ type, text }: Changed): readonly ITextRun[] => {
  if (type === 'same') return [{ type: 'TextRun', text }];
  const said = text.trimEnd();
  const space = text.slice(said.length);
  const marked: ITextRun =
    type === 'removed'
      ? { type: 'TextRun', text: said, strikethrough: true }
      : { type: 'TextRun', text: said, weight: 'Bolder', underline: true };
  // A line through or under the space after a word looks like a slip.
  const runs = said === '' ? [] : [marked];
  return space === '' ? runs : [...runs, { type: 'TextRun', text: space }];
};

/** What was, and what is: the words say which is which, because a line through is not read aloud. */
export const changeLines = (
  label: string,
  runs: readonly Changed[],
  first: boolean,
): readonly Element[] =>
  runs.length === 0
    ? []
    : [line([strong(label)], first ? 'None' : 'Medium'), line(runs.flatMap(runOf), 'None')];

/** An alternative text on one line, ended like a sentence. */
const altOf = (picture: Picture, longest: number): string =>
  sentence(shortened(unturned(picture.alt), longest));

const captionOf = (picture: Picture, lead: string, longest: number): Element =>
  line(
    [
      small(
        [lead, altOf(picture, longest), picture.people ? storyTexts.consent : storyTexts.nobody]
          .filter((part) => part !== '')
          .join(' '),
      ),
    ],
    'Small',
  );

const image = (picture: Picture, context: CardContext, longest: number): IImage => ({
  type: 'Image',
  url: context.links.picture(picture.id),
  altText: shortened(unturned(picture.alt), longest) || storyTexts.picture,
});

/** So many stand in the card's whole width; more are small, with the words beside. */
const mostWide = 3;

const beside = (
  picture: Picture,
  lead: string,
  context: CardContext,
  longest: number,
): IColumnSet => ({
  type: 'ColumnSet',
  spacing: 'Medium',
  columns: [
    {
      type: 'Column',
      width: 'auto',
      items: [{ ...image(picture, context, longest), size: 'Large' }],
    },
    { type: 'Column', width: 'stretch', items: [captionOf(picture, lead, longest)] },
  ],
});

/** All pictures, each with what it shows and whether those in it have said yes. */
export const pictureElements = (
  pictures: readonly Picture[],
  context: CardContext,
  longestAlt: number,
): readonly Element[] =>
  pictures.flatMap((picture, index): Element[] => {
    const lead = storyTexts.pictureNumber(index + 1, pictures.length);
    if (pictures.length > mostWide) return [beside(picture, lead, context, longestAlt)];
    return [
      { ...image(picture, context, longestAlt), size: 'Stretch', spacing: 'Medium' },
      captionOf(picture, lead, longestAlt),
    ];
  });

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(url);

const mostFiles = 5;

/** Files by their names; one that lies nowhere on the web is only named. */
export const fileLines = (files: readonly Material[]): readonly Element[] => {
  const shown = files.slice(0, mostFiles).map((file): Element => {
    const title = shortened(unturned(file.title), 80) || file.link.slice(0, 80);
    return line([isWebAddress(file.link) ? link(title, file.link) : title]);
  });
  const more = files.length - mostFiles;
  return more > 0 ? [...shown, line([storyTexts.moreFiles(more)])] : shown;
};

/** A button that opens a field in the card; only for a field that is already filled. */
export const showCard = (
  title: string,
  input: ITextInput,
  more: Element,
  send: Button,
): Button => ({
  type: 'Action.ShowCard',
  title,
  card: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [input, more],
    actions: [send],
  } satisfies IAdaptiveCard,
});
