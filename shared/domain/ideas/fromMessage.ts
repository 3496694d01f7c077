import { sentencesIn } from '../stories/plainLanguage.ts';
import { withoutNumbers } from '../stories/privacy.ts';

/* What a message says as an idea: its first sentence is the name, and all of it is why. */

export type FromMessage = {
  readonly title: string;
  readonly why: string;
  /** A number like a person's stood in it, and stands there as dots now. */
  readonly hidNumbers: boolean;
};

/** A name is read on a card of the board. */
const longestName = 100;

/** Cut after a word, with a sign for it; a word longer than all the room is cut where a letter ends. */
export const cutAtWord = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 1);
  const at = room.search(/\s\S*$/u);
  const cut =
    at > longest / 2 ? room.slice(0, at) : room.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd().replace(/[.,;:]$/, '')} …`;
};

/** "Hej alle!" names nothing. */
const fewestWords = 3;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const firstSentence = (text: string): string => {
  const found = sentencesIn(text).map((sentence) => oneLine(sentence.text));
  const first = found.find((sentence) => sentence.split(' ').length >= fewestWords) ?? found[0];
  return (first ?? oneLine(text)).replace(/(?<=[^.])\.$/, '');
};

/** A message in plain text as the beginning of an idea. `today` is a day, YYYY-MM-DD. */
export const ideaFromMessage = (said: string, longest: number, today: string): FromMessage => {
  const text = withoutNumbers(said, today);
  const name = firstSentence(text);
  const whole = oneLine(text);
  const isAll = whole.replace(/\.$/, '') === name && name.length <= longestName;
  return {
    title: cutAtWord(name, longestName),
    why: isAll ? '' : cutAtWord(whole, longest),
    hidNumbers: text !== said,
  };
};
