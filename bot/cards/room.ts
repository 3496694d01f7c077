import type { IAdaptiveCard } from '@microsoft/teams.cards';

/** How many words of what people have written a card takes in. */
export type Room = {
  readonly title: number;
  readonly purpose: number;
  /** DigiTek's reason. */
  readonly why: number;
  /** Why the request was sent on. */
  readonly because: number;
  readonly question: number;
  readonly reply: number;
  /** The question again, below its answer; 0 leaves it out. */
  readonly asked: number;
  /** Benefits and risk, a line each; they stand in the paper too. */
  readonly facts: boolean;
};

const rooms: readonly [Room, ...Room[]] = [
  { title: 20, purpose: 16, why: 14, because: 14, question: 22, reply: 32, asked: 12, facts: true },
  { title: 14, purpose: 16, why: 8, because: 6, question: 14, reply: 24, asked: 5, facts: true },
  { title: 12, purpose: 12, why: 5, because: 5, question: 12, reply: 18, asked: 0, facts: false },
  { title: 8, purpose: 0, why: 0, because: 0, question: 8, reply: 12, asked: 0, facts: false },
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

/** Words of texts and labels, buttons left out. */
export const wordsIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + wordsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') sum += isOpen(name) ? wordsIn(inner) : 0;
    else if (name === 'text' || name === 'label') sum += wordCount(inner);
  }
  return sum;
};

/** The roomiest card that a chef can still read between two meetings. */
export const fitted = (draw: (room: Room) => IAdaptiveCard): IAdaptiveCard => {
  const [first, ...tighter] = rooms;
  let drawn = draw(first);
  for (const room of tighter) {
    if (wordsIn(drawn.body) <= mostWords) return drawn;
    drawn = draw(room);
  }
  return drawn;
};
