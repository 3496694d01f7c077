import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { cardAction } from '#shared/contract/cardActions.ts';
import { wordsIn } from '../../bot/cards/requests/room.ts';
import { bytesOf } from '../../bot/cards/stories/storyContext.ts';
import { storyAfter } from '../builders/story.ts';
import type { State } from '../gallery/states.ts';
import {
  aPicture,
  askedAnew,
  everyStoryState,
  seenStory,
  storyIn,
} from '../gallery/storyStates.ts';

type Json = Record<string, unknown>;

/** Every object of a card, its data left out; what a button opens is part of the card. */
function* nodes(value: unknown): Generator<Json> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodes(each);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  yield value as Json;
  for (const [name, inner] of Object.entries(value)) if (name !== 'data') yield* nodes(inner);
}

const of = (card: unknown, type: string): readonly Json[] =>
  [...nodes(card)].filter((node) => node['type'] === type);

const executes = ({ card }: State): readonly Json[] => of(card.body, 'Action.Execute');

/** Grey boxes hold somebody's own words; what counts is what we say ourselves. */
const outsideBoxes = ({ card }: State): number =>
  wordsIn((card.body ?? []).filter((part) => !('style' in part) || part.style !== 'emphasis'));

const states = everyStoryState();
const named = states.map((state) => [state.name, state] as const);

describe.each(named)('%s', (_, state) => {
  it('says what it says in 120 words outside boxes and buttons', () => {
    expect(outsideBoxes(state)).toBeLessThanOrEqual(120);
  });

  it('has at most six buttons, with short labels', () => {
    const labels = of(state.card.body, 'ActionSet').flatMap((set) =>
      (set['actions'] as Json[]).map((action) => String(action['title'])),
    );
    expect(labels.length).toBeLessThanOrEqual(6);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(24);
  });

  it('gives every Execute a Submit that sends the same, and both are actions the bot reads', () => {
    for (const action of executes(state)) {
      const fallback = action['fallback'] as Json;
      const data = { verb: action['verb'], ...(action['data'] as Json) };
      expect(fallback).toMatchObject({ type: 'Action.Submit', title: action['title'], data });
      expect(cardAction.safeParse(fallback['data']).success).toBe(true);
    }
  });

  it('sends ids and numbers, and nothing of the story', () => {
    for (const action of executes(state))
      for (const value of Object.values(action['data'] as Json))
        expect(String(value)).toMatch(/^(?:[\w-]{1,60}|true)$/);
  });

  it('is small, and draws itself anew', () => {
    expect(bytesOf(state.card)).toBeLessThan(16_000);
    const { refresh } = state.card;
    if (!state.name.startsWith('presse: s') || state.name === 'presse: spurgt')
      if (state.name !== 'presse: ingen leder') {
        expect(refresh?.userIds).toHaveLength(1);
        const data = refresh?.action?.data as Json;
        expect(cardAction.safeParse({ verb: refresh?.action?.verb, ...data })).toMatchObject({
          success: true,
          data: { verb: 'refreshStory' },
        });
      }
  });

  it('says in its notification no more than fits, and nothing of the text', () => {
    const summary = state.card.fallbackText ?? '';
    expect(summary.length).toBeGreaterThan(0);
    expect(summary.length).toBeLessThanOrEqual(90);
    expect(summary).not.toContain('..');
    expect(summary).not.toMatch(/godmorgen|minutter|nattevagten|passer ikke|Hvor mange|Mette/);
  });

  it('has one heading, and a label on every field, none with the id of another', () => {
    const all = [...nodes(state.card.body)];
    expect(all.filter((node) => node['style'] === 'heading')).toHaveLength(1);
    const inputs = of(state.card.body, 'Input.Text');
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
    for (const input of inputs) {
      expect(String(input['label']).length).toBeGreaterThan(4);
      expect(input).not.toHaveProperty('isRequired');
      expect(input).not.toHaveProperty('placeholder');
    }
  });

  it('uses nothing that cards.md avoids, and every picture is said in words', () => {
    for (const node of nodes(state.card)) {
      expect(String(node['type'])).not.toMatch(
        /^(FactSet|Table|Action\.ToggleVisibility|Input\.(?!Text).*)$/,
      );
      expect(['positive', 'destructive', 'good']).not.toContain(node['style']);
      expect(node).not.toHaveProperty('color');
      if (node['type'] === 'TextBlock') expect(node['wrap']).toBe(true);
      if (node['type'] === 'Image') {
        expect(String(node['altText']).length).toBeGreaterThan(5);
        expect(node['url']).toMatch(/^https:\/\/digitek\.example\/pictures\/[0-9a-f]{64}\.jpg$/);
      }
    }
  });

  it('is in the words of the house', () => {
    const said = JSON.stringify(state.card.body);
    expect(said).not.toMatch(/bedes|venligst|hermed|ugyldig|undefined|NaN|Invalid/i);
    expect(said).not.toMatch(/"text":"[^"]*!"/);
    expect(said).not.toContain('..');
  });
});

const schemaPath = fileURLToPath(
  new URL('../../../shared/truth/adaptive-card-1.5.0.json', import.meta.url),
);
const hasSchema = existsSync(schemaPath);

const validator = () => {
  const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as Json;
  delete schema['id'];
  delete schema['$schema'];
  return new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);
};

const valid = hasSchema ? validator() : () => true;
const problemsOf = (card: unknown): string =>
  valid(card) ? '' : JSON.stringify('errors' in valid ? valid.errors : '');

describe.skipIf(!hasSchema)('the official schema 1.5 (skipped: no shared/truth)', () => {
  it.each(named)('takes %s', (_, { card }) => {
    expect(problemsOf(card)).toBe('');
  });

  it('refuses a card that is wrong', () => {
    expect(problemsOf({ type: 'AdaptiveCard', body: [{ type: 'Image' }] })).not.toBe('');
  });
});

const chef = { by: 'chef-omsorg' };
const longAlt = 'En borger ser på en tablet ved køkkenbordet. '.repeat(22).slice(0, 1_000);
const tenPictures = Array.from({ length: 10 }, (_, index) => aPicture(index, { alt: longAlt }));
const sized = (text: string, pictures = tenPictures) =>
  storyIn('microStory', 'asked', { text, pictures, files: [] });

const texts: readonly (readonly [string, string])[] = [
  ['3,000 letters', 'Det er en god historie om hjælp. '.repeat(100).slice(0, 3_000)],
  ['3,000 signs of a line each', 'a\n'.repeat(1_500)],
  ['1,500 emoji', '😀'.repeat(1_500)],
  ['3,000 Chinese signs', '漢'.repeat(3_000)],
  ['3,000 quotes and backslashes', '"\\'.repeat(1_500)],
  ['3,000 control signs', '\u0007'.repeat(3_000)],
];

describe('a story as long as LinkedIn takes, with ten pictures', () => {
  it.each(texts)('%s stays below 25 KB', (_, text) => {
    const card = seenStory(sized(text), chef);
    expect(bytesOf(card)).toBeLessThan(25_000);
    expect(problemsOf(card)).toBe('');
    expect(of(card.body, 'Image')).toHaveLength(10);
  });

  it('holds a plain text twice, in its box and in the field, when the pictures are few', () => {
    const [, text] = texts[0] ?? ['', ''];
    const card = seenStory(sized(text, [aPicture(1)]), chef);
    expect(bytesOf(card)).toBeLessThan(25_000);
    expect(of(card.body, 'Input.Text')[0]?.['value']).toBe(text);
    expect(JSON.stringify(card.body)).toContain(text.slice(0, 500));
  });

  it('opens the field on a card of its own when there is no room for it twice', () => {
    const [, text] = texts[3] ?? ['', ''];
    const card = seenStory(sized(text), chef);
    expect(of(card.body, 'Action.ShowCard')).toEqual([]);
    const verbs = executes({ name: '', card }).map(({ verb }) => verb);
    expect(verbs).toEqual(['approveStory', 'editStory', 'stopStory']);
  });

  it('shows every word of it before an OK can be given', () => {
    for (const [, text] of texts.slice(0, 4)) {
      const said = of(seenStory(sized(text), chef).body, 'TextRun').map(({ text: run }) => run);
      expect(said.join('').replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
    }
  });
});

const nasty = [
  '[tryk her](javascript:alert(1))',
  '<at>Chef</at> <b>fed</b> <img src=x onerror=alert(1)>',
  '**fed** _kursiv_ `kode` ~~væk~~ # ikke en overskrift',
  '\u202Edkirv\u202C og ﬁﬂ og مرحبا og 👨‍👩‍👧‍👦',
  '{{DATE(2017-02-14T06:08:39Z,SHORT)}} og {title}',
];

describe('what people wrote', () => {
  it.each(nasty)('is text and nothing else: %s', (text) => {
    const card = seenStory(
      storyIn('microStory', 'asked', {
        text,
        pictures: [aPicture(1, { alt: text })],
        files: [],
      }),
      chef,
    );
    const blocks = of(card.body, 'TextBlock').map((block) => String(block['text']));
    for (const block of blocks) expect(block).not.toContain(text);
    const runs = of(card.body, 'TextRun');
    expect(runs.map((run) => run['text']).join('')).toContain(text);
    for (const run of runs) expect(run).not.toHaveProperty('selectAction');
    expect(of(card.body, 'Input.Text')[0]?.['value']).toBe(text);
  });

  it('never turns our own words around', () => {
    const card = seenStory(
      storyIn('microStory', 'asked', {
        text: 'Kort.',
        pictures: [aPicture(1, { alt: '\u202Ebagvendt' })],
        files: [],
      }),
      chef,
    );
    expect(JSON.stringify(card)).not.toContain('\u202E');
  });

  it('only links to files that lie on the web', () => {
    const files = [
      { title: 'God', link: 'https://viborg.example/god.docx', version: '1' },
      { title: 'Ond', link: 'javascript:alert(1)', version: '1' },
    ];
    const now = storyIn('article', 'topicLeder', { text: 'Kort.', pictures: [], files });
    const card = seenStory(now, { by: 'leder' });
    const links = of(card.body, 'TextRun').filter((run) => 'selectAction' in run);
    expect(links.map((run) => run['text'])).toEqual(['God']);
    expect(JSON.stringify(card)).not.toContain('javascript:');
  });
});

const textOf = (card: unknown): string => JSON.stringify(card);

describe('after an OK that was given to another text', () => {
  it('shows the changed sentence alone, with what went and what came', () => {
    const card = seenStory(askedAnew(), chef);
    const runs = of(card.body, 'TextRun');
    expect(runs.filter((run) => run['strikethrough'] === true).map(({ text }) => text)).toEqual([
      'fire',
    ]);
    expect(runs.filter((run) => run['underline'] === true).map(({ text }) => text)).toEqual([
      'fem til ti',
    ]);
    const shown = textOf((card.body ?? []).filter((part) => part.type !== 'ActionSet'));
    expect(shown).not.toContain('godmorgen');
    expect(shown).toContain('gælder ikke længere');
  });

  it('shows the whole text when much of it is new', () => {
    const text = Array.from({ length: 9 }, (_, at) => `Sætning ${at} er helt ny her.`).join(' ');
    const card = seenStory(askedAnew(text), chef);
    expect(textOf(card)).toContain('Meget er ændret');
    expect(textOf(card)).toContain('Sætning 8 er helt ny her.');
  });

  it('shows a picture that came, and says which went', () => {
    const card = seenStory(askedAnew(undefined, [aPicture(4)]), chef);
    expect(of(card.body, 'Image')).toHaveLength(1);
    expect(textOf(card)).toContain('Ét billede er taget ud.');
  });
});

describe('who reads it', () => {
  it('keeps the text from whoever is not asked, and from receipts', () => {
    const open = storyIn('microStory', 'asked');
    for (const by of ['chef-sundhed', 'deputy-before', 'leder', 'nobody'])
      expect(textOf(seenStory(open, { by }))).not.toContain('godmorgen');
    expect(textOf(seenStory(storyIn('microStory', 'approved'), chef))).not.toContain('godmorgen');
  });

  it('gives the words to whoever writes it only while the OK holds', () => {
    const place = { kind: 'storyTold', about: '3' } as const;
    const ok = storyIn('microStory', 'approved');
    const card = (now: typeof ok) => textOf(seenStory(now, { by: 'consultant', place }));
    expect(card(ok)).toContain('godmorgen');
    const again = storyAfter(ok, [
      'digitek',
      'saved',
      { content: { ...ok.version, text: `${ok.version.text} Nyt.` } },
    ]);
    expect(card(again)).not.toContain('godmorgen');
    expect(card(again)).toContain('gælder ikke længere');
  });
});
