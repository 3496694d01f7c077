import { describe, expect, it } from 'vitest';
import {
  boardColumns,
  columnOf,
  isOver,
  machines,
  movesOf,
  type Party,
  stateAfter,
  waitsForIn,
} from '#shared/domain/stories/machines.ts';
import {
  type StoryEventKind,
  type StoryKind,
  type StoryState,
  storyEventKinds,
  storyKinds,
  storyStates,
} from '#shared/domain/stories/story.ts';

const parties: readonly Party[] = ['author', 'answerer', 'publisher'];

type Rows = readonly (readonly [StoryState, StoryEventKind, Party, StoryState])[];

/** Written by hand from the description of the work, move by move; all else is forbidden. */
const allowed: Readonly<Record<StoryKind, Rows>> = {
  microStory: [
    ['draft', 'planned', 'author', 'draft'],
    ['asked', 'planned', 'author', 'asked'],
    ['suggested', 'planned', 'author', 'suggested'],
    ['approved', 'planned', 'author', 'approved'],
    ['draft', 'saved', 'author', 'draft'],
    ['draft', 'asked', 'author', 'asked'],
    ['draft', 'stopped', 'author', 'stopped'],
    ['asked', 'saved', 'author', 'draft'],
    ['asked', 'asked', 'author', 'asked'],
    ['asked', 'approved', 'answerer', 'approved'],
    ['asked', 'suggested', 'answerer', 'suggested'],
    ['asked', 'stopped', 'answerer', 'stopped'],
    ['asked', 'stopped', 'author', 'stopped'],
    ['suggested', 'saved', 'author', 'draft'],
    ['suggested', 'asked', 'author', 'asked'],
    ['suggested', 'accepted', 'author', 'approved'],
    ['suggested', 'stopped', 'author', 'stopped'],
    ['approved', 'saved', 'author', 'draft'],
    ['approved', 'stopped', 'author', 'stopped'],
    ['approved', 'published', 'publisher', 'published'],
    ['published', 'published', 'publisher', 'published'],
  ],
  article: [
    ['draft', 'planned', 'author', 'draft'],
    ['topicLeder', 'planned', 'author', 'topicLeder'],
    ['topicChef', 'planned', 'author', 'topicChef'],
    ['writing', 'planned', 'author', 'writing'],
    ['materialLeder', 'planned', 'author', 'materialLeder'],
    ['materialChef', 'planned', 'author', 'materialChef'],
    ['approved', 'planned', 'author', 'approved'],
    ['draft', 'saved', 'author', 'draft'],
    ['draft', 'asked', 'author', 'topicLeder'],
    ['draft', 'stopped', 'author', 'stopped'],
    ['topicLeder', 'saved', 'author', 'draft'],
    ['topicLeder', 'asked', 'author', 'topicLeder'],
    ['topicLeder', 'approved', 'answerer', 'topicChef'],
    ['topicLeder', 'suggested', 'answerer', 'draft'],
    ['topicLeder', 'stopped', 'answerer', 'stopped'],
    ['topicLeder', 'stopped', 'author', 'stopped'],
    ['topicChef', 'saved', 'author', 'draft'],
    ['topicChef', 'asked', 'author', 'topicChef'],
    ['topicChef', 'approved', 'answerer', 'writing'],
    ['topicChef', 'suggested', 'answerer', 'draft'],
    ['topicChef', 'stopped', 'answerer', 'stopped'],
    ['topicChef', 'stopped', 'author', 'stopped'],
    ['writing', 'saved', 'author', 'writing'],
    ['writing', 'asked', 'author', 'materialLeder'],
    ['writing', 'stopped', 'author', 'stopped'],
    ['materialLeder', 'saved', 'author', 'writing'],
    ['materialLeder', 'asked', 'author', 'materialLeder'],
    ['materialLeder', 'approved', 'answerer', 'materialChef'],
    ['materialLeder', 'suggested', 'answerer', 'writing'],
    ['materialLeder', 'stopped', 'answerer', 'stopped'],
    ['materialLeder', 'stopped', 'author', 'stopped'],
    ['materialChef', 'saved', 'author', 'writing'],
    ['materialChef', 'asked', 'author', 'materialChef'],
    ['materialChef', 'approved', 'answerer', 'approved'],
    ['materialChef', 'suggested', 'answerer', 'writing'],
    ['materialChef', 'stopped', 'answerer', 'stopped'],
    ['materialChef', 'stopped', 'author', 'stopped'],
    ['approved', 'saved', 'author', 'writing'],
    ['approved', 'stopped', 'author', 'stopped'],
    ['approved', 'published', 'publisher', 'published'],
    ['published', 'published', 'publisher', 'published'],
  ],
  description: [
    ['draft', 'saved', 'author', 'draft'],
    ['draft', 'published', 'publisher', 'published'],
    ['draft', 'stopped', 'author', 'stopped'],
    ['published', 'saved', 'author', 'published'],
    ['published', 'published', 'publisher', 'published'],
    ['published', 'stopped', 'author', 'stopped'],
    ['stopped', 'saved', 'author', 'draft'],
  ],
  press: [
    ['draft', 'saved', 'author', 'draft'],
    ['draft', 'asked', 'author', 'asked'],
    ['draft', 'closed', 'author', 'closed'],
    ['asked', 'asked', 'author', 'asked'],
    ['asked', 'taken', 'answerer', 'taken'],
    ['asked', 'declined', 'answerer', 'declined'],
    ['asked', 'closed', 'answerer', 'closed'],
    ['asked', 'closed', 'author', 'closed'],
    ['taken', 'closed', 'answerer', 'closed'],
    ['taken', 'closed', 'author', 'closed'],
    ['declined', 'saved', 'author', 'draft'],
    ['declined', 'closed', 'author', 'closed'],
  ],
};

const cells = storyKinds.flatMap((kind) =>
  storyStates.flatMap((state) =>
    storyEventKinds.flatMap((event) => parties.map((party) => ({ kind, state, event, party }))),
  ),
);

const reachedIn = (kind: StoryKind): ReadonlySet<StoryState> => {
  const { start, moves } = machines[kind];
  const reached = new Set<StoryState>([start]);
  const next = () =>
    moves.find(({ from, to }) => !reached.has(to) && from.some((state) => reached.has(state)));
  for (let move = next(); move; move = next()) reached.add(move.to);
  return reached;
};

describe('the machines', () => {
  it('allow what is written here and nothing else, for every state, event and party', () => {
    expect(cells).toHaveLength(4 * 14 * 11 * 3);
    for (const { kind, state, event, party } of cells) {
      const expected = allowed[kind].filter(
        ([from, what, who]) => from === state && what === event && who === party,
      );
      const found = movesOf(kind, state, event).filter((move) => move.by === party);
      const where = `${kind}, ${state}: ${event} by ${party}`;
      expect(
        found.map((move) => move.to),
        where,
      ).toEqual(expected.map(([, , , to]) => to));
    }
  });

  it('lead one event from one state to one state, whoever makes it', () => {
    for (const { kind, state, event } of cells) {
      const targets = new Set(movesOf(kind, state, event).map((move) => move.to));
      expect(targets.size).toBeLessThanOrEqual(1);
      expect(stateAfter(kind, state, event)).toBe([...targets][0]);
    }
  });

  it.each(storyKinds)(
    'lead to every state they know of, and out of each but the last: %s',
    (kind) => {
      const reached = reachedIn(kind);
      const known = allowed[kind].flatMap(([from, , , to]) => [from, to]);
      expect([...reached].sort()).toEqual([...new Set(known)].sort());
      for (const state of reached) {
        const goesOn = machines[kind].moves.some((move) => move.from.includes(state));
        expect(goesOn || isOver(state), `${kind}, ${state}`).toBe(true);
      }
    },
  );

  it('publish nothing that nobody has said yes to', () => {
    for (const kind of ['microStory', 'article'] as const) {
      const into = machines[kind].moves.filter(
        ({ to, from }) => to === 'published' && !from.every((state) => state === 'published'),
      );
      expect(into.flatMap(({ from }) => from).sort()).toEqual(['approved', 'published']);
      const yes = machines[kind].moves.filter(
        ({ to, from }) => to === 'approved' && !from.includes('approved'),
      );
      expect(new Set(yes.map(({ event }) => event))).toEqual(
        new Set(kind === 'microStory' ? ['approved', 'accepted'] : ['approved']),
      );
    }
  });

  it('wait for somebody exactly where somebody answers', () => {
    for (const kind of storyKinds) {
      const answered = new Set(
        machines[kind].moves.filter(({ by }) => by === 'answerer').flatMap(({ from }) => from),
      );
      expect(new Set(Object.keys(waitsForIn[kind]))).toEqual(answered);
    }
  });

  it('have a column on the board for every state', () => {
    for (const state of storyStates) expect(boardColumns).toContain(columnOf[state]);
  });
});
