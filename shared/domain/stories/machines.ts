import { type StoryEventKind, type StoryKind, type StoryState, storyKinds } from './story.ts';

/** Who makes a move: whoever writes, whoever is asked, whoever puts it out. */
export type Party = 'author' | 'answerer' | 'publisher';

export type Move = {
  readonly event: StoryEventKind;
  readonly from: readonly StoryState[];
  readonly to: StoryState;
  readonly by: Party;
};

export type Machine = { readonly start: StoryState; readonly moves: readonly Move[] };

const move = (
  event: StoryEventKind,
  from: readonly StoryState[],
  to: StoryState,
  by: Party,
): Move => ({ event, from, to, by });

/** The same state again: asked anew with a new date. */
const again = (states: readonly StoryState[]): readonly Move[] =>
  states.map((state) => move('asked', [state], state, 'author'));

/** Another day to come out is not another text: nothing that was said of it is touched. */
const planned = (states: readonly StoryState[]): readonly Move[] =>
  states.map((state) => move('planned', [state], state, 'author'));

/**
 * Every way a story can go (domain.md, Communication); what is not here cannot happen. Saving while
 * somebody is asked takes the question back, and saving after the OK makes the OK void.
 */
export const machines: Record<StoryKind, Machine> = {
  microStory: {
    start: 'draft',
    moves: [
      move('saved', ['draft', 'asked', 'suggested', 'approved'], 'draft', 'author'),
      ...planned(['draft', 'asked', 'suggested', 'approved']),
      move('asked', ['draft', 'suggested'], 'asked', 'author'),
      ...again(['asked']),
      move('approved', ['asked'], 'approved', 'answerer'),
      move('suggested', ['asked'], 'suggested', 'answerer'),
      move('stopped', ['asked'], 'stopped', 'answerer'),
      move('accepted', ['suggested'], 'approved', 'author'),
      move('stopped', ['draft', 'asked', 'suggested', 'approved'], 'stopped', 'author'),
      move('published', ['approved', 'published'], 'published', 'publisher'),
    ],
  },
  article: {
    start: 'draft',
    moves: [
      move('saved', ['draft', 'topicLeder', 'topicChef'], 'draft', 'author'),
      move('saved', ['writing', 'materialLeder', 'materialChef', 'approved'], 'writing', 'author'),
      ...planned([
        'draft',
        'topicLeder',
        'topicChef',
        'writing',
        'materialLeder',
        'materialChef',
        'approved',
      ]),
      move('asked', ['draft'], 'topicLeder', 'author'),
      move('asked', ['writing'], 'materialLeder', 'author'),
      ...again(['topicLeder', 'topicChef', 'materialLeder', 'materialChef']),
      move('approved', ['topicLeder'], 'topicChef', 'answerer'),
      move('approved', ['topicChef'], 'writing', 'answerer'),
      move('approved', ['materialLeder'], 'materialChef', 'answerer'),
      move('approved', ['materialChef'], 'approved', 'answerer'),
      move('suggested', ['topicLeder', 'topicChef'], 'draft', 'answerer'),
      move('suggested', ['materialLeder', 'materialChef'], 'writing', 'answerer'),
      move(
        'stopped',
        ['topicLeder', 'topicChef', 'materialLeder', 'materialChef'],
        'stopped',
        'answerer',
      ),
      move(
        'stopped',
        [
          'draft',
          'topicLeder',
          'topicChef',
          'writing',
          'materialLeder',
          'materialChef',
          'approved',
        ],
        'stopped',
        'author',
      ),
      move('published', ['approved', 'published'], 'published', 'publisher'),
    ],
  },
  description: {
    start: 'draft',
    moves: [
      move('saved', ['draft'], 'draft', 'author'),
      move('saved', ['published'], 'published', 'author'),
      move('published', ['draft', 'published'], 'published', 'publisher'),
      move('stopped', ['draft', 'published'], 'stopped', 'author'),
      move('saved', ['stopped'], 'draft', 'author'),
    ],
  },
  press: {
    start: 'draft',
    moves: [
      move('saved', ['draft', 'declined'], 'draft', 'author'),
      move('asked', ['draft'], 'asked', 'author'),
      ...again(['asked']),
      move('taken', ['asked'], 'taken', 'answerer'),
      move('declined', ['asked'], 'declined', 'answerer'),
      move('closed', ['asked', 'taken'], 'closed', 'answerer'),
      move('closed', ['draft', 'asked', 'taken', 'declined'], 'closed', 'author'),
    ],
  },
};

const placeOf = (kind: StoryKind, state: StoryState, event: StoryEventKind): string =>
  `${kind} ${state} ${event}`;

const movesByPlace = new Map<string, readonly Move[]>();
for (const kind of storyKinds)
  for (const one of machines[kind].moves)
    for (const state of one.from) {
      const place = placeOf(kind, state, one.event);
      movesByPlace.set(place, [...(movesByPlace.get(place) ?? []), one]);
    }

/** The moves an event could be from a state, whoever makes it. */
export const movesOf = (
  kind: StoryKind,
  state: StoryState,
  event: StoryEventKind,
): readonly Move[] => movesByPlace.get(placeOf(kind, state, event)) ?? [];

/** Where an event leads; undefined when it cannot happen there. */
export const stateAfter = (
  kind: StoryKind,
  state: StoryState,
  event: StoryEventKind,
): StoryState | undefined => movesOf(kind, state, event)[0]?.to;

/** Who is waited for in a state: the chef's seat, or the leder. */
export const waitsForIn: Readonly<
  Record<StoryKind, Partial<Readonly<Record<StoryState, 'chef' | 'leder'>>>>
> = {
  microStory: { asked: 'chef' },
  article: {
    topicLeder: 'leder',
    topicChef: 'chef',
    materialLeder: 'leder',
    materialChef: 'chef',
  },
  description: {},
  press: { asked: 'leder', taken: 'leder' },
};

/** Nothing more is to be done. */
export const isOver = (state: StoryState): boolean => state === 'stopped' || state === 'closed';

/** The columns of the communication board. */
export const boardColumns = ['draft', 'waiting', 'approved', 'published', 'stopped'] as const;
export type BoardColumn = (typeof boardColumns)[number];

export const columnOf: Readonly<Record<StoryState, BoardColumn>> = {
  draft: 'draft',
  writing: 'draft',
  suggested: 'draft',
  declined: 'draft',
  asked: 'waiting',
  topicLeder: 'waiting',
  topicChef: 'waiting',
  materialLeder: 'waiting',
  materialChef: 'waiting',
  taken: 'waiting',
  approved: 'approved',
  published: 'published',
  closed: 'published',
  stopped: 'stopped',
};
