import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hindrance } from '#shared/domain/stories/hindrances.ts';
import { isWaiting, type StoryNow, storyNowOf } from '#shared/domain/stories/now.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import {
  type Content,
  type StoryEvent,
  type StoryEventKind,
  storyEventKinds,
} from '#shared/domain/stories/story.ts';
import { runsOf } from '../builders/long.ts';
import {
  aContent,
  anAbout,
  aStory,
  givenFor,
  isStory,
  storyAfter,
  storyHash,
  storyPeople,
  theFacts,
  tried,
  waysTo,
} from '../builders/story.ts';

const ok = storyAfter(aStory('microStory'), ['consultant', 'asked'], ['chef-omsorg', 'approved']);
const [first, second] = aContent().pictures;
const [file] = aContent().files;
if (!first || !second || !file) throw new Error('the builder has two pictures and a file');

const changes: readonly (readonly [string, Partial<Content>])[] = [
  ['a word', { text: `${aContent().text} Tak.` }],
  ['one sign', { text: aContent().text.replace('.', '!') }],
  ['a blank at the end', { text: `${aContent().text} ` }],
  ['the order of the pictures', { pictures: [second, first] }],
  ['a picture taken out', { pictures: [first] }],
  ['another picture', { pictures: [{ ...first, id: `${'c'.repeat(64)}.jpg` }, second] }],
  ['an alt text', { pictures: [{ ...first, alt: 'En anden dør' }, second] }],
  ['a file in a newer version', { files: [{ ...file, version: '4' }] }],
  ['the title of a file', { files: [{ ...file, title: 'Notat' }] }],
  ['the address of a file', { files: [{ ...file, link: 'https://viborg.example/andet' }] }],
  ['a file taken out', { files: [] }],
];

const refusalOf = (now: StoryNow, who: string, given: StoryGiven): string => {
  const made = tried(now, who, given);
  return isStory(made) ? made.state : made.type;
};

describe('an OK', () => {
  it.each(changes)(
    'is void after a change of %s, and asked anew shows what it was',
    (_, change) => {
      const content = aContent(change);
      const saved = storyAfter(ok, ['digitek', 'saved', { content }]);
      expect(saved.version.hash).not.toBe(ok.version.hash);
      expect(saved).toMatchObject({ state: 'draft', approval: null });
      expect(refusalOf(saved, 'digitek', givenFor(saved, 'published'))).toBe('movedOn');
      const asked = storyAfter(saved, ['digitek', 'asked']);
      expect(asked.ask?.base?.hash).toBe(ok.version.hash);
      expect(asked.ask?.hash).toBe(saved.version.hash);
      const again = storyAfter(asked, ['chef-omsorg', 'approved'], ['digitek', 'published']);
      expect(again.publications.at(-1)?.hash).toBe(saved.version.hash);
    },
  );

  it('is for the words and pictures, not for where a consent lies', () => {
    const pictures = [{ ...first, people: true, consent: 'Mappe 14' }, second];
    expect(storyHash(aContent({ pictures }))).toBe(storyHash(aContent()));
  });

  it('is void after saving the same text again, and needs no difference shown', () => {
    const saved = storyAfter(ok, ['digitek', 'saved']);
    expect(saved).toMatchObject({ state: 'draft', approval: null });
    expect(storyAfter(saved, ['digitek', 'asked']).ask?.base).toBeNull();
  });

  it('still holds when the story is to come out on another day', () => {
    const moved = storyAfter(ok, ['digitek', 'planned', { plannedFor: '2027-03-01' }]);
    expect(moved.about).toEqual({ ...ok.about, plannedFor: '2027-03-01' });
    expect(moved).toMatchObject({ state: 'approved', approval: ok.approval });
    expect(storyAfter(moved, ['digitek', 'published']).publications).toHaveLength(1);
    const nonsense = givenFor(ok, 'planned', { plannedFor: '2027-02-30' });
    expect(refusalOf(ok, 'digitek', nonsense)).toBe('notAPlan');
  });

  it('is the chef’s own when the author takes the chef’s words unchanged', () => {
    const suggested = storyAfter(
      aStory('microStory'),
      ['consultant', 'asked'],
      ['chef-omsorg', 'suggested'],
    );
    const accepted = storyAfter(suggested, ['digitek', 'accepted']);
    expect(accepted.version.text).toBe('Nattevagten får hjælp med ét tryk.');
    expect(accepted.approval?.hash).toBe(accepted.version.hash);
    const other = storyAfter(suggested, [
      'digitek',
      'saved',
      { content: aContent({ text: 'Nattevagten får hjælp.' }) },
    ]);
    expect(other).toMatchObject({ state: 'draft', approval: null, suggestion: null });
  });

  it('to an article’s topic is none to its material', () => {
    const writing = storyAfter(aStory('article'), ...(waysTo.article.writing ?? []));
    expect(refusalOf(writing, 'digitek', givenFor(writing, 'published'))).toBe('movedOn');
    const material = storyAfter(writing, ['digitek', 'asked']);
    expect(material.ask?.base).toBeNull();
  });
});

describe('a reason', () => {
  const asked = {
    microStory: waysTo.microStory.asked,
    article: waysTo.article.topicLeder,
    press: waysTo.press.asked,
  };
  const cases: readonly (readonly [keyof typeof asked, StoryEventKind, string, string])[] = [
    ['microStory', 'stopped', 'chef-omsorg', 'comment'],
    ['article', 'stopped', 'leder', 'comment'],
    ['article', 'suggested', 'leder', 'text'],
    ['press', 'declined', 'leder', 'comment'],
    ['press', 'closed', 'leder', 'comment'],
  ];
  it.each(cases)('%s: %s is refused without one', (kind, event, who, field) => {
    const now = storyAfter(aStory(kind), ...(asked[kind] ?? []));
    for (const empty of ['', '   ', '..', 'ok', '\n\n'])
      expect(refusalOf(now, who, givenFor(now, event, { [field]: empty }))).toBe('reasonRequired');
    const given = givenFor(now, event, { [field]: 'Det er for tidligt' });
    expect(isStory(tried(now, who, given))).toBe(true);
    const long = givenFor(now, event, { [field]: 'x'.repeat(2_001) });
    expect(refusalOf(now, who, long)).toBe('commentTooLong');
  });

  it('is asked of the author who stops it as well', () => {
    const given = givenFor(ok, 'stopped', { ask: null, comment: '' });
    expect(refusalOf(ok, 'consultant', given)).toBe('reasonRequired');
  });
});

describe('what a person can write', () => {
  const draft = aStory('microStory');
  const content = (more: Partial<Content>) => givenFor(draft, 'saved', { content: aContent(more) });
  it.each([
    ['no title', givenFor(draft, 'saved', { about: anAbout({ title: '  ' }) }), 'titleMissing'],
    [
      'a long title',
      givenFor(draft, 'saved', { about: anAbout({ title: 'x'.repeat(121) }) }),
      'titleMissing',
    ],
    ['a long text', content({ text: 'x'.repeat(30_001) }), 'contentTooLong'],
    ['21 files', content({ files: Array(21).fill(file) }), 'contentTooLong'],
    ['11 pictures', content({ pictures: Array(11).fill(first) }), 'tooManyPictures'],
    ['10 pictures', content({ pictures: Array(10).fill(first) }), 'draft'],
  ] as const)('%s', (_, given, expected) => {
    expect(refusalOf(draft, 'digitek', given)).toBe(expected);
  });

  it.each([
    ['javascript:alert(1)', 'linkMissing'],
    ['ftp://viborg.example/x', 'linkMissing'],
    ['https://a b', 'linkMissing'],
    ['', 'linkMissing'],
    [`https://viborg.example/${'x'.repeat(2_000)}`, 'linkMissing'],
    ['https://viborg.example/opslag?x=1#2', 'published'],
  ])('a link: %s', (link, expected) => {
    expect(refusalOf(ok, 'digitek', givenFor(ok, 'published', { link }))).toBe(expected);
  });

  it.each([
    ['2027-03-04', 'notADay'],
    ['2027-02-30', 'notADay'],
    ['3. marts', 'notADay'],
    ['', 'notADay'],
    ['2027-03-02', 'beforeOk'],
    ['2027-03-03', 'published'],
  ])('a day: %s', (day, expected) => {
    expect(refusalOf(ok, 'digitek', givenFor(ok, 'published', { day }))).toBe(expected);
  });

  it.each([
    ['private', '', 'outletMissing'],
    ['organisation', '  ', 'outletMissing'],
    ['private', 'Chef, Omsorg', 'published'],
    ['official', '', 'published'],
  ])('whose: %s, "%s"', (channel, outlet, expected) => {
    expect(refusalOf(ok, 'digitek', givenFor(ok, 'published', { channel, outlet }))).toBe(expected);
  });
});

type Case = {
  readonly what: string;
  readonly kind?: 'microStory' | 'article' | 'press' | 'description';
  readonly content?: Partial<Content>;
  readonly about?: Parameters<typeof anAbout>[0];
  readonly expected: readonly Hindrance['type'][];
};

const people = [{ ...first, people: true, consent: '' }, second];

/** A CPR-like number with a checksum that fits, one without, and a replacement number. */
const hindrances: readonly Case[] = [
  { what: 'nothing', expected: [] },
  { what: 'no text', content: { text: ' \n ' }, expected: ['textMissing'] },
  { what: '3,000 signs', content: { text: 'x'.repeat(3_000) }, expected: [] },
  { what: '3,001 signs', content: { text: 'x'.repeat(3_001) }, expected: ['tooLong'] },
  { what: '1,501 emoji', content: { text: '🙂'.repeat(1_501) }, expected: ['tooLong'] },
  {
    what: '3,001 signs in an article',
    kind: 'article',
    content: { text: 'x'.repeat(3_001) },
    expected: [],
  },
  {
    what: 'a gap',
    content: { text: 'Det [Skriv, hvad der er blevet lettere] nu.' },
    expected: ['gap'],
  },
  {
    what: 'no alt text',
    content: { pictures: [{ ...first, alt: ' ' }] },
    expected: ['altMissing'],
  },
  { what: 'no consent', content: { pictures: people }, expected: ['consentMissing'] },
  { what: 'a CPR number', content: { text: 'Hun hedder 010190-1232 her' }, expected: ['cpr'] },
  {
    what: 'a CPR number in an alt text',
    content: { pictures: [{ ...first, alt: '010190-1232' }] },
    expected: ['cpr'],
  },
  {
    what: 'a CPR number in a consent',
    content: { pictures: [{ ...first, consent: '010190-1232' }] },
    expected: ['cpr'],
  },
  { what: 'a CPR number in the title', about: { title: 'Om 010190-1232' }, expected: ['cpr'] },
  {
    what: 'a word of the settings',
    content: { text: 'En ny DIAGNOSE hjælper' },
    expected: ['blockedWord'],
  },
  {
    what: 'a word of the settings in a consent',
    content: { pictures: [{ ...first, consent: 'Om diagnose' }] },
    expected: [],
  },
  {
    what: 'a word of the settings from the press',
    kind: 'press',
    content: { text: 'De spørger til en diagnose' },
    expected: [],
  },
  {
    what: 'a CPR number from the press',
    kind: 'press',
    content: { text: 'De nævner 010190-1232' },
    expected: ['cpr'],
  },
  {
    what: 'a number that may be nobody’s',
    content: { text: 'Ordre 0707411234 er her' },
    expected: ['doubtful'],
  },
  {
    what: 'a CPR number over two lines',
    content: { text: 'Hun hedder 010190\n1232 her' },
    expected: ['cpr'],
  },
  { what: 'no area', about: { area: null }, expected: ['chefMissing'] },
  { what: 'an area without a chef', about: { area: 'social' }, expected: ['chefMissing'] },
  { what: 'no leder', kind: 'article', about: { lederId: null }, expected: ['lederMissing'] },
  {
    what: 'a leder nobody knows',
    kind: 'article',
    about: { lederId: 'gone' },
    expected: ['lederMissing'],
  },
  {
    what: 'the press without a leder',
    kind: 'press',
    about: { lederId: null },
    expected: ['lederMissing'],
  },
  { what: 'the press without an area', kind: 'press', about: { area: null }, expected: [] },
  {
    what: 'all at once',
    content: { text: '', pictures: [{ ...first, alt: '', people: true }] },
    about: { area: null },
    expected: ['textMissing', 'altMissing', 'consentMissing', 'chefMissing'],
  },
];

describe('what stops the sending', () => {
  it.each(hindrances)('$what', ({ kind = 'microStory', content, about, expected }) => {
    const draft = aStory(kind, 'consultant', aContent(content), anAbout(about));
    const made = tried(draft, 'consultant', givenFor(draft, 'asked'));
    if (expected.length === 0) {
      expect(isStory(made)).toBe(true);
      return;
    }
    if (isStory(made) || made.type !== 'hindered') throw new Error(JSON.stringify(made));
    expect(made.hindrances.map(({ type }) => type)).toEqual(expected);
  });

  it('stops a chef’s text too, and a description nobody is asked about', () => {
    const asked = storyAfter(aStory('microStory'), ['consultant', 'asked']);
    const text = 'Skriv til 010190-1232';
    expect(refusalOf(asked, 'chef-omsorg', givenFor(asked, 'suggested', { text }))).toBe(
      'hindered',
    );
    const described = aStory('description', 'consultant', aContent({ text }));
    expect(refusalOf(described, 'digitek', givenFor(described, 'published'))).toBe('hindered');
    const changed = storyAfter(
      aStory('description'),
      ['digitek', 'published'],
      ['digitek', 'saved', { content: aContent({ text }) }],
    );
    expect(refusalOf(changed, 'digitek', givenFor(changed, 'published'))).toBe('hindered');
  });
});

/** Whoever may do anything does anything, with what they saw then or before, or what nobody saw. */
const doing = fc.record({
  who: fc.constantFrom(...storyPeople.map(({ id }) => id)),
  event: fc.constantFrom(...storyEventKinds),
  back: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 })),
  own: fc.boolean(),
  text: fc.constantFrom(
    'En tekst om døren. Spørg Leder, nattevagten.',
    'En anden tekst. Spørg Leder, nattevagten.',
    'En tredje tekst.',
  ),
  swap: fc.boolean(),
});
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

const likely = fc.oneof(
  doing,
  doing.map((one): Doing => ({ ...one, who: 'consultant', back: 0, event: 'asked' })),
  doing.map((one): Doing => ({ ...one, who: 'chef-omsorg', back: 0, event: 'approved' })),
  doing.map((one): Doing => ({ ...one, who: 'chef-omsorg', back: 0, event: 'suggested' })),
  doing.map((one): Doing => ({ ...one, who: 'leder', back: 0, event: 'approved' })),
  doing.map((one): Doing => ({ ...one, who: 'digitek', back: 0, event: 'accepted' })),
  doing.map((one): Doing => ({ ...one, who: 'digitek', back: 0, event: 'published' })),
);

const givenBy = (now: StoryNow, { event, back, own, text, swap }: Doing): StoryGiven => {
  const given = givenFor(now, event);
  const pictures = swap ? [second, first] : [first, second];
  const more = {
    ...('revision' in given ? { revision: given.revision - back } : {}),
    ...('ask' in given ? { ask: own && event === 'stopped' ? null : (given.ask ?? 0) - back } : {}),
    ...(event === 'saved' ? { content: aContent({ text, pictures }) } : {}),
    ...(event === 'suggested' ? { text } : {}),
  };
  return { ...given, ...more } as StoryGiven;
};

const isYes = (event: StoryEvent): boolean =>
  (event.kind === 'approved' && ['omsorg', null].includes(event.seat)) || event.kind === 'accepted';

/** Each publication has a yes to exactly its text, and nobody saved in between. */
const unsigned = (now: StoryNow): readonly StoryEvent[] =>
  now.events.filter((event, at) => {
    if (event.kind !== 'published') return false;
    const before = now.events.slice(0, at);
    const last = before.findLastIndex(isYes);
    const yes = before[last];
    if (yes?.hash !== event.hash || event.hash === '') return true;
    return before.slice(last).some(({ kind }) => kind === 'saved' || kind === 'suggested');
  });

/** Somewhere on its way, so that the last steps are come to often. */
const begun = (kind: 'microStory' | 'article') =>
  fc.constantFrom(...Object.values(waysTo[kind]).map((way) => way ?? []));

describe('nothing is published without a yes to that very text', () => {
  it.each(['microStory', 'article'] as const)('whatever anybody does: %s', (kind) => {
    let published = 0;
    fc.assert(
      fc.property(begun(kind), fc.array(likely, { minLength: 4, maxLength: 30 }), (way, doings) => {
        let now = storyAfter(aStory(kind), ...way);
        for (const one of doings) {
          const made = tried(now, one.who, givenBy(now, one));
          if (isStory(made)) now = made;
          if (now.state === 'published') expect(now.publications.length).toBeGreaterThan(0);
        }
        expect(unsigned(now)).toEqual([]);
        expect(now.publications).toHaveLength(
          now.events.filter(({ kind: what }) => what === 'published').length,
        );
        expect(storyNowOf([...now.events].reverse())).toEqual(now);
        published += now.publications.length;
      }),
      { numRuns: runsOf({ daily: 600, long: 3_000 }), seed: 20_270_303 },
    );
    expect(published).toBeGreaterThan(100);
  });

  it('and whatever rows somebody writes by hand', () => {
    const row = (now: StoryNow, kind: StoryEventKind, seq: number, hash: string) => ({
      ...(now.events[0] as StoryEvent),
      ...{ kind, seq, hash, id: `${now.id}:${seq}`, cause: `c${seq}` },
    });
    const event = fc.tuple(fc.constantFrom(...storyEventKinds), fc.constantFrom('h1', 'h2', ''));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (rows) => {
        const start = aStory('microStory');
        const events = rows.map(([kind, hash], at) => row(start, kind, at + 2, hash));
        const now = storyNowOf([...start.events, ...events]);
        for (const { hash, seq } of now?.publications ?? [])
          expect(now?.events.some((one) => isYes(one) && one.hash === hash && one.seq < seq)).toBe(
            true,
          );
      }),
      { numRuns: runsOf({ daily: 1_000, long: 5_000 }), seed: 20_270_304 },
    );
  });

  it('and nothing follows from a number that is not known', () => {
    const published = storyAfter(ok, ['digitek', 'published']);
    const [one, two, , four] = published.events;
    const known = [one, two, four].filter((event) => event !== undefined);
    expect(storyNowOf(known)).toMatchObject({ state: 'asked', revision: 2, publications: [] });
    expect(storyNowOf(known.slice(1))).toBeUndefined();
  });

  it('and time alone does nothing to a story', () => {
    const asked = storyAfter(aStory('microStory'), ['consultant', 'asked']);
    const later = theFacts({ day: '2028-03-03' });
    expect(isWaiting(asked)).toBe(true);
    const made = tried(asked, 'digitek', givenFor(asked, 'published'), later);
    expect(made).toEqual({ type: 'movedOn' });
  });
});
