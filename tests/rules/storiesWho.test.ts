import { describe, expect, it } from 'vitest';
import { movesOf, waitsForIn } from '#shared/domain/stories/machines.ts';
import type { StoryNow } from '#shared/domain/stories/now.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import {
  type StoryEventKind,
  type StoryState,
  storyEventKinds,
  storyKinds,
} from '#shared/domain/stories/story.ts';
import {
  aStory,
  givenFor,
  isStory,
  storyAfter,
  storyPeople,
  theFacts,
  tried,
  waysTo,
} from '../builders/story.ts';

const writers = ['consultant', 'digitek', 'communications'];
const seatHolders = ['chef-omsorg', 'deputy'];
const byRevision: readonly StoryEventKind[] = [
  'saved',
  'planned',
  'asked',
  'accepted',
  'published',
];
const byBoth: readonly StoryEventKind[] = ['stopped', 'closed'];

/** What the one who presses saw: the story as it is, or as it was, or it is the author's own move. */
type Seen = 'now' | 'before' | 'own';
const seenFor = (event: StoryEventKind): readonly Seen[] =>
  byBoth.includes(event) ? ['now', 'before', 'own'] : ['now', 'before'];

const givenOf = (now: StoryNow, event: StoryEventKind, seen: Seen): StoryGiven => {
  if (seen === 'own') return givenFor(now, event, { ask: null });
  if (seen === 'now') return givenFor(now, event);
  return givenFor(
    now,
    event,
    byRevision.includes(event) ? { revision: now.revision - 1 } : { ask: now.revision + 1 },
  );
};

type Cell = { now: StoryNow; event: StoryEventKind; seen: Seen; who: string };

const answererOf = ({ now, who }: Cell): boolean => {
  const waits = waitsForIn[now.kind][now.state];
  if (waits === 'chef') return seatHolders.includes(who);
  return waits === 'leder' && who === 'leder';
};

/** Who the newest question went to, answered or not, is told that it has gone on. */
const wasAsked = ({ now, who }: Cell): boolean => {
  if (!now.ask) return false;
  return now.ask.lederId === null ? seatHolders.includes(who) : who === 'leder';
};

const goes = ({ now, event }: Cell, answerer: boolean): boolean =>
  movesOf(now.kind, now.state, event).some(({ by }) => (by === 'answerer') === answerer);

/** The leder of an article takes part in the writing of it. */
const writesAlong = ({ now, event, who }: Cell): boolean =>
  now.kind === 'article' && now.state === 'writing' && event === 'saved' && who === 'leder';

const asAuthor = (cell: Cell): string => {
  if (!writers.includes(cell.who) && !writesAlong(cell)) return 'notAllowed';
  if (cell.seen === 'before') return 'changed';
  return goes(cell, false) ? 'done' : 'movedOn';
};

const asAnswerer = (cell: Cell): string => {
  const { now, seen, who } = cell;
  const waits = waitsForIn[now.kind][now.state] !== undefined;
  if (waits && seen === 'now' && !answererOf(cell)) return 'notYours';
  if (waits && seen === 'now') return goes(cell, true) ? 'done' : 'movedOn';
  return wasAsked(cell) || writers.includes(who) ? 'movedOn' : 'notYours';
};

/** What must come of it, said without the rules' own code. */
const expectedOf = (cell: Cell): string =>
  byRevision.includes(cell.event) || cell.seen === 'own' ? asAuthor(cell) : asAnswerer(cell);

const stories = storyKinds.flatMap((kind) =>
  Object.entries(waysTo[kind]).map(([state, way]) => ({
    kind,
    state: state as StoryState,
    now: storyAfter(aStory(kind), ...way),
  })),
);

const cells: readonly Cell[] = stories.flatMap(({ now }) =>
  storyEventKinds.flatMap((event) =>
    seenFor(event).flatMap((seen) => storyPeople.map(({ id }) => ({ now, event, seen, who: id }))),
  ),
);

describe('who may do what with a story', () => {
  it('is tried in every state of every kind', () => {
    for (const { kind, state, now } of stories) expect([kind, now.state]).toEqual([kind, state]);
    expect(stories).toHaveLength(6 + 9 + 3 + 5);
    expect(cells).toHaveLength(stories.length * (9 * 2 + 2 * 3) * storyPeople.length);
  });

  it.each(stories)('is as written down: $kind, $state', ({ now }) => {
    for (const cell of cells.filter((one) => one.now === now)) {
      const made = tried(now, cell.who, givenOf(now, cell.event, cell.seen));
      const became = isStory(made) ? 'done' : made.type;
      expect(became, `${cell.who}: ${cell.event}, saw ${cell.seen}`).toBe(expectedOf(cell));
      if (isStory(made)) expect(made.revision).toBe(now.revision + 1);
    }
  });

  it('says on whose behalf a deputy answers, and that the leder answers for no seat', () => {
    const asked = storyAfter(aStory('microStory'), ['consultant', 'asked']);
    const approval = (who: string) => storyAfter(asked, [who, 'approved']).approval;
    expect(approval('deputy')).toMatchObject({ seat: 'omsorg', onBehalf: true, byId: 'deputy' });
    expect(approval('chef-omsorg')).toMatchObject({ seat: 'omsorg', onBehalf: false });
    const topic = storyAfter(aStory('article'), ['consultant', 'asked'], ['leder', 'approved']);
    expect(topic.events.at(-1)).toMatchObject({ seat: null, onBehalf: false });
  });

  it('follows the day: a deputy answers on the last day and not on the next', () => {
    const asked = storyAfter(aStory('microStory'), ['consultant', 'asked']);
    const on = (day: string, who: string) => {
      const made = tried(asked, who, givenFor(asked, 'approved'), theFacts({ day }));
      return isStory(made) ? 'done' : made.type;
    };
    expect(on('2027-03-03', 'deputy')).toBe('done');
    expect(on('2027-03-04', 'deputy')).toBe('notYours');
    expect(on('2027-03-04', 'deputy-later')).toBe('done');
    expect(on('2027-03-02', 'deputy-before')).toBe('done');
    expect(on('2027-03-21', 'deputy-later')).toBe('notYours');
  });

  it('lets whoever took the press’s call send it on and end it, and nobody else like them', () => {
    const logged = aStory('press', 'chef-sundhed');
    const becomes = (now: StoryNow, who: string, event: StoryGiven['type'], more = {}) => {
      const made = tried(now, who, givenFor(now, event, more));
      return isStory(made) ? made.state : made.type;
    };
    expect(becomes(logged, 'chef-sundhed', 'asked')).toBe('asked');
    expect(becomes(logged, 'chef-sundhed', 'closed', { ask: null })).toBe('closed');
    expect(becomes(logged, 'chef-omsorg', 'asked')).toBe('notAllowed');
    expect(becomes(logged, 'other-leder', 'closed', { ask: null })).toBe('notAllowed');
    expect(becomes(aStory('microStory', 'chef-sundhed'), 'chef-sundhed', 'asked')).toBe(
      'notAllowed',
    );
  });
});
