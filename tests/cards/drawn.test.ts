// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heading, line, link, note, small } from '../../bot/cards/elements.ts';
import { speaking } from '../gallery/spoken.ts';
import { everyState } from '../gallery/states.ts';
import { everyStoryState } from '../gallery/storyStates.ts';
import { draw, seenIn } from './draw.ts';
import { asWritten, everyOddity, inertFor, oddWords } from './oddWords.ts';

const everything = () => [...everyState(), ...everyStoryState()];
const states = everything();

describe('the renderer', () => {
  it.each(states.map((state) => [state.name, state.card] as const))('draws %s', (_, card) => {
    const { problems, element } = draw(card);
    expect(problems).toEqual([]);
    const labels = [...(element?.querySelectorAll('.ac-pushButton') ?? [])].map(
      (button) => button.textContent,
    );
    const sets = (card.body ?? []).filter((part) => part.type === 'ActionSet');
    expect(element?.textContent?.length ?? 0).toBeGreaterThan(10);
    expect(labels).toEqual(sets.flatMap((set) => set.actions.map((action) => action.title)));
  });
});

/** Different texts get different words, the same text the same. */
const wordsFrom =
  (turn: number) =>
  (text: string): string => {
    const place = [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), turn);
    return everyOddity[place % everyOddity.length] ?? '';
  };

describe('what people have written is drawn as they wrote it', () => {
  it.each([0, 15])('on every card in every state (words from %i)', (turn) => {
    const words = wordsFrom(turn);
    const odd = speaking(words, everything);
    const plain = speaking((text) => inertFor(words(text)), everything);
    expect(odd).toHaveLength(states.length);
    for (const [index, { name, card }] of odd.entries()) {
      const inert = seenIn(draw(plain[index]?.card ?? card).element);
      expect(seenIn(draw(card).element), name).toEqual(inert.map(asWritten));
    }
  });

  it('whatever the words, in each kind of line', () => {
    fc.assert(
      fc.property(oddWords, (words) => {
        const drawn = draw({
          type: 'AdaptiveCard',
          version: '1.5',
          body: [
            heading(words, 60),
            note(words),
            line([words]),
            line(['»', words, '« ', small(words)]),
            line([link(words, 'https://viborg.example')]),
          ],
        });
        const seen = words.replace(/\s+/g, ' ');
        expect(drawn.problems).toEqual([]);
        expect(seenIn(drawn.element)).toEqual([seen, seen, seen, `»${seen}« ${seen}`, seen]);
      }),
      { numRuns: 300 },
    );
  });
});
