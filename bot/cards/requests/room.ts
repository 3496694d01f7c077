import type { IAdaptiveCard } from '@microsoft/teams.cards';

/** What a card takes in of what people have written. */
export type Room = {
  /** Words of the project's name. */
  readonly title: number;
  readonly purpose: boolean;
  /** Sentences of DigiTek's reason; what is left out is behind *Læs mere*. */
  readonly reason: number;
  /** What each seat says, a line each; else those who have answered on one. */
  readonly seats: boolean;
  /** Words of why the request was sent on. */
  readonly because: number;
  /** The question again, below its answer. */
  readonly asked: boolean;
  /** Benefits, where a question or a refusal has taken the card; else they always stand. */
  readonly benefits: boolean;
  /** Words of a question or its answer. */
  readonly quote: number;
  /**
   * What is good to know and nothing rests on: a budget that the risk does not blame, how much risk
   * there would have been room for, when a question was sent.
   */
  readonly more: boolean;
};

const roomiest: Room = {
  title: 20,
  purpose: true,
  reason: 0,
  seats: true,
  because: 16,
  asked: true,
  benefits: true,
  quote: 40,
  more: true,
};

/** DigiTek's reason, as long as a card ever takes in. */
export const longestReason = 45;

/**
 * The order in which things give way. The question, the money, the risk with its appetite, what
 * DigiTek says and what the buttons do are not in it: they always stand.
 */
const givingWay = (sentences: number): readonly Partial<Room>[] => [
  { purpose: false },
  ...Array.from({ length: sentences }, (_, gone) => ({ reason: sentences - 1 - gone })),
  { seats: false },
  { asked: false },
  { because: 0 },
  { quote: 28 },
  { benefits: false },
  { more: false },
  { title: 12 },
  { quote: 16 },
  { quote: 8 },
  { title: 8 },
  { quote: 0 },
];

const mostWords = 120;

const isOpen = (name: string): boolean => name !== 'data' && name !== 'actions';

/** Space, line break and the space that keeps an amount together. */
const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 160;

/** Counted sign by sign: a card is drawn for every press, and splitting costs more than drawing. */
const wordCount = (text: string): number => {
  let count = 0;
  let inside = false;
  for (let index = 0; index < text.length; index += 1) {
    const blank = isBlank(text.charCodeAt(index));
    if (!blank && !inside) count += 1;
    inside = !blank;
  }
  return count;
};

/** Runs that follow each other are one text, wherever they are parted. */
const textIn = (inlines: unknown): string =>
  Array.isArray(inlines)
    ? inlines
        .map((run: unknown) =>
          typeof run === 'object' && run !== null && 'text' in run ? String(run.text) : '',
        )
        .join('')
    : '';

/** Words of texts and labels, buttons left out. */
export const wordsIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + wordsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  if ('inlines' in value) return wordCount(textIn(value.inlines));
  let sum = 0;
  for (const [name, inner] of Object.entries(value)) sum += wordsOf(name, inner);
  return sum;
};

const wordsOf = (name: string, inner: unknown): number => {
  if (typeof inner !== 'string') return isOpen(name) ? wordsIn(inner) : 0;
  return name === 'text' || name === 'label' ? wordCount(inner) : 0;
};

/** The roomiest card that a chef can still read between two meetings. */
export const fitted = (
  draw: (room: Room) => IAdaptiveCard,
  /** How many there are in DigiTek's reason, where the card has it. */
  sentences = 0,
): IAdaptiveCard => {
  let room: Room = { ...roomiest, reason: sentences };
  let drawn = draw(room);
  for (const less of givingWay(sentences)) {
    if (wordsIn(drawn.body) <= mostWords) return drawn;
    room = { ...room, ...less };
    drawn = draw(room);
  }
  return drawn;
};
