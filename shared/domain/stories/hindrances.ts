import type { AreaId } from '../area.ts';
import { holdersOf, type Person } from '../person.ts';
import { wordForm } from '../wordForm.ts';
import { lengthOf, longestPost } from './linkedIn.ts';
import { waitsForIn } from './machines.ts';
import { cprLikeIn, doubtfulIn, type Found, gapsIn, wordsIn } from './privacy.ts';
import type { About, Content, StoryKind, StoryState } from './story.ts';

/** Where something stands: the text itself, a picture's alt text or consent, or the title. */
export type Place =
  | { readonly type: 'text' | 'title' }
  | { readonly type: 'alt' | 'consent'; readonly picture: number };

/** What stops the sending, each said with its place. */
export type Hindrance =
  | { readonly type: 'textMissing' }
  | { readonly type: 'tooLong'; readonly by: number }
  | { readonly type: 'gap'; readonly found: Found }
  | { readonly type: 'altMissing'; readonly picture: number }
  | { readonly type: 'consentMissing'; readonly picture: number }
  | { readonly type: 'cpr'; readonly place: Place; readonly found: Found }
  /** May be a person's number: the author says whether it is. */
  | { readonly type: 'doubtful'; readonly place: Place; readonly found: Found }
  | { readonly type: 'blockedWord'; readonly place: Place; readonly found: Found }
  | { readonly type: 'chefMissing'; readonly area: AreaId | null }
  | { readonly type: 'lederMissing' }
  /** What is published names the leder whom the press may call. */
  | { readonly type: 'lederNotNamed'; readonly name: string };

/** Something that stands in a place, and can be marked there. */
export const isPlaced = (
  hindrance: Hindrance,
): hindrance is Extract<Hindrance, { type: 'cpr' | 'doubtful' | 'blockedWord' }> =>
  hindrance.type === 'cpr' || hindrance.type === 'doubtful' || hindrance.type === 'blockedWord';

type Written = { readonly place: Place; readonly text: string };

/** Every text that goes out, or that whoever is asked will read. */
const writtenIn = (about: About, { text, pictures }: Content): readonly Written[] => [
  { place: { type: 'title' }, text: about.title },
  { place: { type: 'text' }, text },
  ...pictures.flatMap(({ alt, consent }, picture): Written[] => [
    { place: { type: 'alt', picture }, text: alt },
    { place: { type: 'consent', picture }, text: consent },
  ]),
];

/** Numbers that may be somebody's, as they are written; what is said to be none goes by this. */
export const doubtfulNumbersIn = (about: About, content: Content, day: string): readonly string[] =>
  writtenIn(about, content).flatMap(({ text }) => doubtfulIn(text, day).map((found) => found.text));

type Looking = Pick<Asked['facts'], 'day'> & {
  readonly words: readonly string[];
  readonly cleared: readonly string[];
};

const privateIn = (
  written: readonly Written[],
  { day, words, cleared }: Looking,
): readonly Hindrance[] =>
  written.flatMap(({ place, text }): Hindrance[] => [
    ...cprLikeIn(text, day).map((found): Hindrance => ({ type: 'cpr', place, found })),
    ...doubtfulIn(text, day)
      .filter((found) => !cleared.includes(found.text))
      .map((found): Hindrance => ({ type: 'doubtful', place, found })),
    // Words are for what is published; a consent may well say what it is a consent to.
    ...(place.type === 'consent'
      ? []
      : wordsIn(text, words).map((found): Hindrance => ({ type: 'blockedWord', place, found }))),
  ]);

const picturesIn = ({ pictures }: Content): readonly Hindrance[] =>
  pictures.flatMap(({ alt, people, consent }, picture): Hindrance[] => [
    ...(alt.trim() === '' ? [{ type: 'altMissing', picture } as const] : []),
    ...(people && consent.trim() === '' ? [{ type: 'consentMissing', picture } as const] : []),
  ]);

const whoIsMissing = (
  kind: StoryKind,
  after: StoryState,
  about: About,
  people: readonly Person[],
  day: string,
): readonly Hindrance[] => {
  const asks = Object.values(waitsForIn[kind]);
  const missing: Hindrance[] = [];
  if (asks.includes('chef')) {
    const seat = about.area === null ? null : holdersOf(about.area, people, day);
    if (!seat || (!seat.chef && seat.deputies.length === 0))
      missing.push({ type: 'chefMissing', area: about.area });
  }
  const leder = people.find(({ id, roles }) => id === about.lederId && roles.includes('leder'));
  if (asks.includes('leder') && !leder && after !== 'published')
    missing.push({ type: 'lederMissing' });
  return missing;
};

type Asked = {
  readonly kind: StoryKind;
  readonly about: About;
  /** The state the sending leads to. */
  readonly after: StoryState;
  readonly content: Content;
  readonly facts: {
    readonly people: readonly Person[];
    readonly day: string;
    readonly blockedWords: readonly string[];
  };
  /** Doubtful numbers that the author has said are nobody's. */
  readonly cleared?: readonly string[];
};

const materialStates: readonly StoryState[] = [
  'writing',
  'materialLeder',
  'materialChef',
  'approved',
  'published',
];

const lederNotNamed = ({ kind, after, about, content }: Asked): readonly Hindrance[] => {
  if (kind !== 'article' || !materialStates.includes(after) || about.lederName === '') return [];
  return wordForm(content.text).includes(wordForm(about.lederName))
    ? []
    : [{ type: 'lederNotNamed', name: about.lederName }];
};

/** All that stops a text from being sent, so that it can be put right in one go. */
export const hindrancesIn = (asked: Asked): readonly Hindrance[] => {
  const { kind, about, after, content, facts, cleared = [] } = asked;
  const { people, day, blockedWords } = facts;
  const { text } = content;
  const over = kind === 'microStory' ? lengthOf(text) - longestPost : 0;
  return [
    ...(text.trim() === '' ? [{ type: 'textMissing' } as const] : []),
    ...(over > 0 ? [{ type: 'tooLong', by: over } as const] : []),
    ...gapsIn(text).map((found): Hindrance => ({ type: 'gap', found })),
    ...picturesIn(content),
    ...privateIn(writtenIn(about, content), {
      ...{ day, cleared },
      words: kind === 'press' ? [] : blockedWords,
    }),
    ...whoIsMissing(kind, after, about, people, day),
    ...lederNotNamed(asked),
  ];
};
