import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { AlikeIndex, type ToldRow } from '#shared/text/alike.ts';
import type { Told, Written } from '#shared/text/likeness.ts';
import { stemmedIn } from '#shared/text/stems.ts';
import { bySample, inOwnWords, ofTheirOwn } from '../builders/alikeIdeas.ts';

type Row = ToldRow & { readonly id: string };

const sample: readonly Row[] = papaparse
  .parse<Record<string, string>>(
    readFileSync(new URL('../../infra/sample/projects.csv', import.meta.url), 'utf8'),
    { header: true, delimiter: ';', skipEmptyLines: true },
  )
  .data.map((row, at) => ({
    ...{ id: row['id'] ?? '', seq: at + 1 },
    value: {
      title: row['titel'] ?? '',
      technology: row['leverandør_eller_teknologi'] ?? '',
      purpose: '',
      summary: row['resume'] ?? '',
    },
  }));

const ofSample = (id: string): Row => {
  const row = sample.find((one) => one.id === id);
  if (!row) throw new Error(`The sample has no ${id}`);
  return row;
};

type Case = {
  readonly written: Written;
  readonly itself: number | null;
  readonly twins: readonly string[];
  readonly unlike: readonly string[];
};

const cases: readonly Case[] = [
  ...inOwnWords.map(({ title, purpose = '', twins, unlike }) => ({
    ...{ written: { title, purpose }, itself: null, twins, unlike },
  })),
  ...bySample.map(({ id, twins, unlike }) => {
    const { seq, value } = ofSample(id);
    const written = { title: value.title, purpose: value.summary };
    return { written, itself: seq, twins: twins.filter((one) => one !== id), unlike };
  }),
];

const index = new AlikeIndex();
const idsFor = ({ written, itself }: Pick<Case, 'written' | 'itself'>): readonly string[] =>
  index.among(sample, written, itself).map(({ row }) => row.id);

const told = (title: string, more: Partial<Told> = {}): Told => ({
  ...{ title, technology: '', purpose: '', summary: '' },
  ...more,
});
const rowsOf = (...titles: readonly string[]): readonly ToldRow[] =>
  titles.map((title, at) => ({ seq: at + 1, value: told(title) }));
const found = (rows: readonly ToldRow[], title: string, purpose = '') =>
  new AlikeIndex()
    .among(rows, { title, purpose })
    .map(({ row, words }) => ({ title: row.value.title, words }));

describe('what is alike in the sample, as a reader of it says', () => {
  it('is read from enough: twins and unlike ones', () => {
    expect(cases.flatMap(({ twins }) => twins).length).toBeGreaterThanOrEqual(100);
    expect(cases.flatMap(({ unlike }) => unlike).length).toBeGreaterThanOrEqual(50);
    for (const id of cases.flatMap(({ twins, unlike }) => [...twins, ...unlike])) ofSample(id);
  });

  it('is among the first five, nine times of ten', () => {
    const counts = cases.map((one) => {
      const ids = idsFor(one);
      return {
        hit: one.twins.filter((id) => ids.includes(id)).length,
        of: Math.min(5, one.twins.length),
      };
    });
    const sum = (key: 'hit' | 'of') => counts.reduce((all, one) => all + one[key], 0);
    expect(sum('hit') / sum('of')).toBeGreaterThanOrEqual(0.9);
  });

  it('leaves no idea that has a twin without one', () => {
    const alone = cases.filter((one) => {
      const ids = idsFor(one);
      return one.twins.length > 0 && !one.twins.some((id) => ids.includes(id));
    });
    expect(alone.map(({ written }) => written.title)).toEqual([]);
  });

  it('is not what only shares a word, nine times of ten', () => {
    const shown = cases.flatMap((one) => {
      const ids = idsFor(one);
      return one.unlike.filter((id) => ids.includes(id));
    });
    const all = cases.flatMap(({ unlike }) => unlike);
    expect(shown.length / all.length).toBeLessThanOrEqual(0.1);
  });

  it('is little or nothing for what the sample has nothing of', () => {
    const counts = ofTheirOwn.map(
      (title) => idsFor({ written: { title, purpose: '' }, itself: null }).length,
    );
    expect(counts.filter((count) => count === 0).length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  });

  it('is the same thing again, before anything else', () => {
    for (const { id, value } of sample) {
      const again = idsFor({ written: { ...value, purpose: value.summary }, itself: null });
      expect(again.slice(0, 2), value.title).toContain(id);
    }
  });
});

describe('words are compared', () => {
  it.each([
    ['Robotstøvsugere', 'robotstøvsuger', 'however they are bent'],
    ['Støvsugning', 'støvsuger', 'what one does as the doing of it'],
    ['Aabne låse', 'åbne LAASE', 'with å as aa, in any case'],
    ['Caféer', 'cafe', 'without accents'],
    ['Robotstøvsuger', 'støvsuger', 'as the last part of another'],
    ['Medicinbokse', 'medicin', 'as the first part of another'],
    ['Vaske-tørre-toilet', 'toilet', 'though a hyphen joins them'],
  ])('»%s« and »%s«: %s', (title, sought) => {
    expect(found(rowsOf(title, 'Noget andet'), sought).map((one) => one.title)).toEqual([title]);
  });

  it('by the parts they are made of, when those are words by themselves', () => {
    const rows = rowsOf('Medicinpåmindelse', 'Medicin til tiden', 'Gulvlampe');
    expect(found(rows, 'Medicinbokse').map(({ title }) => title)).toEqual([
      'Medicin til tiden',
      'Medicinpåmindelse',
    ]);
  });

  it.each(['og til det, som vi har', 'Nye store og mange', 'x 7 2026', '', '»«* "-" :'])(
    '»%s« says nothing',
    (title) => {
      expect(found(rowsOf('Nye store og mange, som vi har det til x 7 2026'), title)).toEqual([]);
    },
  );

  it('and told as the found project writes them, what says most first', () => {
    const [first] = found(
      rowsOf('Robotstøvsugere på plejehjem', 'Sang'),
      'Robotstøvsuger på gangene',
      'Plejehjemmet bliver rent.',
    );
    expect(first?.words).toEqual(['Robotstøvsugere', 'plejehjem']);
  });

  it('where they stand: the thing in the name before the place, and the name before the text', () => {
    const rows = [
      { seq: 1, value: told('Sang', { summary: 'En lampe og en stol står der.' }) },
      { seq: 2, value: told('Lys til en lampe') },
      { seq: 3, value: told('Lampe til gange') },
    ];
    expect(found(rows, 'Lampe').map(({ title }) => title)).toEqual([
      ...['Lampe til gange', 'Lys til en lampe', 'Sang'],
    ]);
  });

  it('by the purpose alone, while there is no name', () => {
    expect(found(rowsOf('Robotstøvsugere', 'Sang'), '', 'En robotstøvsuger')).toHaveLength(1);
  });

  it('whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 255 }), (text) => {
        found(rowsOf(text, 'Robotstøvsugere'), text, text);
      }),
    );
  });

  it('by stems that are their own', () => {
    const stemOf = (word: string) => stemmedIn(word)[0]?.stem ?? '';
    for (const { value } of sample)
      for (const { stem } of stemmedIn(`${value.title} ${value.summary}`))
        expect([stem, '']).toContain(stemOf(stem));
  });
});

describe('what the index holds follows the rows', () => {
  const titles = (rows: readonly ToldRow[], held: AlikeIndex) =>
    held.among(rows, { title: 'Lampe', purpose: '' }).map(({ row }) => row.value.title);

  it('takes up a new one, a changed one, and lets go a deleted one', () => {
    const held = new AlikeIndex();
    const [lamp, song] = rowsOf('Lampe om natten', 'Sang') as [ToldRow, ToldRow];
    const rows = [lamp, song];
    expect(titles(rows, held)).toEqual(['Lampe om natten']);
    const more = [...rows, { seq: 3, value: told('Lampe') }];
    expect(titles(more, held)).toEqual(['Lampe om natten', 'Lampe']);
    const changed = [{ seq: 1, value: told('Stol om natten') }, ...more.slice(1)];
    expect(titles(changed, held)).toEqual(['Lampe']);
    expect(titles(changed.slice(0, 2), held)).toEqual([]);
    expect(titles([], held)).toEqual([]);
  });

  it('answers as one that has just been made, whatever happened to the rows', () => {
    const names = ['Lampe', 'Robotlampe', 'Sang', 'Stol', 'Natlampe til gange'] as const;
    const someRows = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...names)), {
        selector: ([seq]) => seq,
      })
      .map((rows) =>
        [...rows].sort(([a], [b]) => a - b).map(([seq, title]) => ({ seq, value: told(title) })),
      );
    fc.assert(
      fc.property(fc.array(someRows, { minLength: 1, maxLength: 4 }), (states) => {
        const held = new AlikeIndex();
        for (const rows of states)
          expect(titles(rows, held)).toEqual(titles(rows, new AlikeIndex()));
      }),
      { numRuns: 30 },
    );
  });

  it('and another server’s is its own', () => {
    const [one, other] = [new AlikeIndex(), new AlikeIndex()];
    expect(titles(rowsOf('Lampe'), one)).toEqual(['Lampe']);
    expect(titles(rowsOf('Sang'), other)).toEqual([]);
    expect(titles(rowsOf('Lampe'), one)).toEqual(['Lampe']);
  });
});
