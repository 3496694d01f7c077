import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedSentences, type Run, wordDiff } from '#shared/text/wordDiff.ts';

/** [-removed-], {+added+} and the rest. */
const drawn = (runs: readonly Run[]): string =>
  runs
    .map(({ type, text }) => {
      if (type === 'same') return text;
      return type === 'added' ? `{+${text}+}` : `[-${text}-]`;
    })
    .join('');

const sideOf = (runs: readonly Run[], gone: Run['type']): string =>
  runs
    .filter(({ type }) => type !== gone)
    .map(({ text }) => text)
    .join('');

describe('what changed, word by word', () => {
  it.each([
    [
      'Opkaldet tager fire minutter.',
      'Opkaldet tager fem til ti minutter.',
      'Opkaldet tager [-fire -]{+fem til ti +}minutter.',
    ],
    ['Vi ringer.', 'Vi ringer.', 'Vi ringer.'],
    ['', 'Vi ringer.', '{+Vi ringer.+}'],
    ['Vi ringer.', '', '[-Vi ringer.-]'],
    ['', '', ''],
    ['Æblet er rødt', 'Æblet er grønt', 'Æblet er [-rødt-]{+grønt+}'],
    ['Målet er nået', 'Målet er nåede', 'Målet er [-nået-]{+nåede+}'],
    ['Hej 👩‍👩‍👧 du', 'Hej 👩‍👩‍👦 du', 'Hej [-👩‍👩‍👧 -]{+👩‍👩‍👦 +}du'],
    ['Et\nto', 'Et\n\nto', 'Et\n{+\n+}to'],
    [
      'rolige, glade og trygge',
      'stille, kede og trygge',
      '[-rolige, glade -]{+stille, kede +}og trygge',
    ],
  ])('%j to %j', (before, after, expected) => {
    expect(drawn(wordDiff(before, after))).toBe(expected);
  });

  it('keeps both texts to the letter, whatever they are', () => {
    const word = fc.constantFrom(
      'Vi',
      'ringer',
      'til',
      'ældre',
      '😀',
      '👩‍👩‍👧',
      ' ',
      '  ',
      '\n',
      '\r\n',
      ',',
      '. ',
      'שלום',
      '\u00a0',
      '\ud83d',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after);
        expect(sideOf(runs, 'added')).toBe(before);
        expect(sideOf(runs, 'removed')).toBe(after);
        expect(runs.every((run) => run.text !== '')).toBe(true);
        expect(runs.some(({ type }, index) => type === runs[index + 1]?.type)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the sentences that changed', () => {
  const story =
    'Borgeren ringede. Hun sagde godmorgen.\n\nOpkaldet tager fire minutter, og det er det samme ansigt hver gang. Alle er rolige.';

  it('and no others, whole', () => {
    const changed = changedSentences(story, story.replace('fire minutter', 'fem til ti minutter'));
    expect(changed.map(({ before, now }) => [drawn(before), drawn(now)])).toEqual([
      [
        'Opkaldet tager [-fire -]minutter, og det er det samme ansigt hver gang.',
        'Opkaldet tager {+fem til ti +}minutter, og det er det samme ansigt hver gang.',
      ],
    ]);
  });

  it('are none when nothing changed', () => {
    expect(changedSentences(story, story)).toEqual([]);
  });

  it('two places far apart are two', () => {
    const after = story.replace('ringede', 'skrev').replace('rolige', 'glade');
    expect(changedSentences(story, after).map(({ now }) => drawn(now))).toEqual([
      'Borgeren {+skrev+}.',
      'Alle er {+glade+}.',
    ]);
  });

  it('a new sentence has no before, and one taken out no now', () => {
    const more = story.replace('Alle', 'Det er nyt for os. Alle');
    expect(changedSentences(story, more)).toEqual([
      { before: [], now: [{ type: 'added', text: 'Det er nyt for os.' }] },
    ]);
    expect(changedSentences(more, story)).toEqual([
      { before: [{ type: 'removed', text: 'Det er nyt for os.' }], now: [] },
    ]);
  });

  it('a wholly new sentence is shown whole, not as a mosaic', () => {
    const [change] = changedSentences(
      'Hun ringede til os på skærmen i går.',
      'Ledelsen køber nye biler og tog på tur.',
    );
    expect(change?.before).toEqual([
      { type: 'removed', text: 'Hun ringede til os på skærmen i går.' },
    ]);
  });

  it('a sentence that was split is shown together', () => {
    const changed = changedSentences(
      'Vi ringer, og hun svarer. Slut.',
      'Vi ringer. Og hun svarer. Slut.',
    );
    expect(changed.map(({ now }) => sideOf(now, 'removed'))).toEqual(['Vi ringer. Og hun svarer.']);
  });

  it('says something even when only a line break moved', () => {
    const [change] = changedSentences('En. To.', 'En.\n\nTo.');
    expect(sideOf(change?.before ?? [], 'added')).toBe('En. To.');
    expect(sideOf(change?.now ?? [], 'removed')).toBe('En.\n\nTo.');
  });

  it('is never empty for two texts that differ', () => {
    const text = fc
      .array(fc.constantFrom('Vi ringer.', 'Hun svarer.', ' ', '\n', 'Ja!', ' og '), {
        maxLength: 12,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(changedSentences(before, after).length > 0).toBe(before !== after);
      }),
    );
  });
});

/** What this process worked, so that a busy machine, which makes it wait, changes nothing. */
const workedMs = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
};

it.each([
  ['wholly different texts', (word: string) => `${word} `.repeat(500)],
  [
    'numbered words',
    (word: string) => Array.from({ length: 600 }, (_, at) => `${word}${at}. `).join(''),
  ],
  ['one long word', (word: string) => word.repeat(3_000)],
  [
    '60,000 signs of sentences',
    (word: string) => Array.from({ length: 6_000 }, (_, at) => `A${word}${at}. `).join(''),
  ],
])('is quick with %s', (_what, textOf) => {
  const [before, after] = [textOf('æble'), textOf('pære')];
  const worked = workedMs(() => {
    expect(sideOf(wordDiff(before, after), 'added')).toBe(before);
    changedSentences(before, after);
  });
  // Two seconds where nothing else runs; what grows with the square of the length takes minutes.
  expect(worked).toBeLessThan(20_000);
});
