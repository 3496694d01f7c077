import { describe, expect, it } from 'vitest';
import { galleries } from '../gallery/gallery.ts';

type Json = Record<string, unknown>;

/** Every object of a card, what its buttons open too; their data is left out. */
function* nodes(value: unknown): Generator<Json> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodes(each);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  yield value as Json;
  for (const [name, inner] of Object.entries(value)) if (name !== 'data') yield* nodes(inner);
}

const fieldsOf = (card: unknown): readonly Json[] =>
  [...nodes(card)].filter((node) => String(node['type']).startsWith('Input.'));

const sentByButtons = (card: unknown): readonly string[] =>
  [...nodes(card)].flatMap((node) => Object.keys(node['data'] ?? {}));

/** Of every card, how many have a field at all: without any the rules below would hold of nothing. */
const withFields = (): number =>
  Object.values(galleries)
    .flatMap((states) => states())
    .filter(({ card }) => fieldsOf(card.body).length > 0).length;

describe.each(Object.entries(galleries))('the fields of cards: %s', (_, states) => {
  it.each(states().map(({ name, card }) => [name, card] as const))(
    'are no button’s own data: %s',
    (_name, card) => {
      // An emptied field is not sent: the button's own would come back as if somebody had typed it.
      const typed = fieldsOf(card.body).map((field) => String(field['id']));
      const sent = sentByButtons(card.body);
      expect(typed.filter((id) => sent.includes(id))).toEqual([]);
    },
  );

  it('may be left empty: no number with limits, and no list that is sought in', () => {
    // The renderer takes no such number for empty, and no word that the list has not: every button is dead.
    for (const { card } of states())
      for (const field of fieldsOf(card.body)) {
        expect(field['type']).not.toBe('Input.Number');
        expect(field['style']).not.toBe('filtered');
      }
  });
});

describe('the fields of cards', () => {
  it('are there', () => {
    expect(withFields()).toBeGreaterThan(50);
  });
});
