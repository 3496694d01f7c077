import { describe, expect, it } from 'vitest';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { defaultRhythm, opensAt } from '#shared/domain/rhythm.ts';
import type { StoryKind } from '#shared/domain/stories/story.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { storyIn } from '#shared/useCases/stories/stories.ts';
import { tellStories } from '#shared/useCases/stories/tellStories.ts';
import {
  aNewStory,
  aStoryWorld,
  RecordingMessenger,
  storyActor,
  storyPeople,
} from '../builders/story.ts';
import type { Writes } from '../worlds/memory/memoryStores.ts';

/** Nobody stands in for anybody. */
const people = storyPeople.filter((person) => person.deputyFor === null);
const closingDays = ['06-05', '12-24', '12-31'];

type Moment = readonly [what: string, kind: StoryKind, asked: string, nudge: string, due: string];

/**
 * Worked out by hand with a calendar, in UTC: 16.00 and 9.00 in Copenhagen are 15 and 8 in winter,
 * 14 and 7 in summer. Nothing here may be taken from what the program says.
 */
const moments: readonly Moment[] = [
  ['a Monday', 'microStory', '2027-03-01T09:00Z', '2027-03-02T08:00Z', '2027-03-02T15:00Z'],
  ['Sunday 23.59', 'microStory', '2027-02-28T22:59Z', '2027-03-01T08:00Z', '2027-03-01T15:00Z'],
  ['Monday 0.00', 'microStory', '2027-02-28T23:00Z', '2027-03-02T08:00Z', '2027-03-02T15:00Z'],
  ['Friday 23.59', 'microStory', '2027-02-26T22:59Z', '2027-03-01T08:00Z', '2027-03-01T15:00Z'],
  ['Saturday 0.00', 'microStory', '2027-02-26T23:00Z', '2027-03-01T08:00Z', '2027-03-01T15:00Z'],
  ['before Easter', 'microStory', '2027-03-24T14:00Z', '2027-03-30T07:00Z', '2027-03-30T14:00Z'],
  ['Maundy Thursday', 'microStory', '2027-03-25T09:00Z', '2027-03-30T07:00Z', '2027-03-30T14:00Z'],
  ['Holy Saturday', 'microStory', '2027-03-27T09:00Z', '2027-03-30T07:00Z', '2027-03-30T14:00Z'],
  [
    'Easter Sunday, summer time begins',
    'microStory',
    '2027-03-28T01:30Z',
    '2027-03-30T07:00Z',
    '2027-03-30T14:00Z',
  ],
  [
    'Easter Sunday 23.59',
    'microStory',
    '2027-03-28T21:59Z',
    '2027-03-30T07:00Z',
    '2027-03-30T14:00Z',
  ],
  ['Easter Monday', 'microStory', '2027-03-29T12:00Z', '2027-03-30T07:00Z', '2027-03-30T14:00Z'],
  [
    'the first minute after Easter',
    'microStory',
    '2027-03-29T22:00Z',
    '2027-03-31T07:00Z',
    '2027-03-31T14:00Z',
  ],
  [
    'the Friday before summer time',
    'microStory',
    '2026-03-27T22:59Z',
    '2026-03-30T07:00Z',
    '2026-03-30T14:00Z',
  ],
  [
    'store bededag is a working day',
    'microStory',
    '2027-04-22T10:00Z',
    '2027-04-23T07:00Z',
    '2027-04-23T14:00Z',
  ],
  [
    'before Ascension Day',
    'microStory',
    '2027-05-05T10:00Z',
    '2027-05-07T07:00Z',
    '2027-05-07T14:00Z',
  ],
  [
    'the Friday after Ascension Day, 23.59',
    'microStory',
    '2027-05-07T21:59Z',
    '2027-05-10T07:00Z',
    '2027-05-10T14:00Z',
  ],
  [
    'before Whit Monday, Friday 23.59',
    'microStory',
    '2027-05-14T21:59Z',
    '2027-05-18T07:00Z',
    '2027-05-18T14:00Z',
  ],
  [
    'before Grundlovsdag, a Saturday in 2027',
    'microStory',
    '2027-06-04T10:00Z',
    '2027-06-07T07:00Z',
    '2027-06-07T14:00Z',
  ],
  [
    'before Grundlovsdag, a Friday in 2026',
    'microStory',
    '2026-06-04T10:00Z',
    '2026-06-08T07:00Z',
    '2026-06-08T14:00Z',
  ],
  [
    'on Grundlovsdag 2026',
    'microStory',
    '2026-06-05T10:00Z',
    '2026-06-08T07:00Z',
    '2026-06-08T14:00Z',
  ],
  [
    'before Grundlovsdag on Whit Monday 2028',
    'microStory',
    '2028-06-02T10:00Z',
    '2028-06-06T07:00Z',
    '2028-06-06T14:00Z',
  ],
  [
    'the Friday before winter time, 23.59',
    'microStory',
    '2027-10-29T21:59Z',
    '2027-11-01T08:00Z',
    '2027-11-01T15:00Z',
  ],
  [
    '2.30 the first time',
    'microStory',
    '2027-10-31T00:30Z',
    '2027-11-01T08:00Z',
    '2027-11-01T15:00Z',
  ],
  [
    '2.30 the second time',
    'microStory',
    '2027-10-31T01:30Z',
    '2027-11-01T08:00Z',
    '2027-11-01T15:00Z',
  ],
  [
    'two days before Christmas Eve',
    'microStory',
    '2027-12-22T10:00Z',
    '2027-12-23T08:00Z',
    '2027-12-23T15:00Z',
  ],
  [
    'the day before Christmas Eve',
    'microStory',
    '2027-12-23T11:00Z',
    '2027-12-27T08:00Z',
    '2027-12-27T15:00Z',
  ],
  ['Christmas Eve', 'microStory', '2027-12-24T17:00Z', '2027-12-27T08:00Z', '2027-12-27T15:00Z'],
  [
    'the day before New Year’s Eve',
    'microStory',
    '2027-12-30T10:00Z',
    '2028-01-03T08:00Z',
    '2028-01-03T15:00Z',
  ],
  [
    'New Year’s Eve 23.59',
    'microStory',
    '2027-12-31T22:59Z',
    '2028-01-03T08:00Z',
    '2028-01-03T15:00Z',
  ],
  [
    'New Year’s Eve 2026',
    'microStory',
    '2026-12-31T10:00Z',
    '2027-01-04T08:00Z',
    '2027-01-04T15:00Z',
  ],
  ['an article, a week', 'article', '2027-03-17T09:00Z', '2027-03-24T08:00Z', '2027-03-24T15:00Z'],
  [
    'an article over Easter',
    'article',
    '2027-03-18T09:00Z',
    '2027-03-30T07:00Z',
    '2027-03-30T14:00Z',
  ],
  [
    'an article over Whitsun',
    'article',
    '2027-05-10T09:00Z',
    '2027-05-18T07:00Z',
    '2027-05-18T14:00Z',
  ],
  [
    'an article over Christmas Eve',
    'article',
    '2027-12-17T08:00Z',
    '2027-12-27T08:00Z',
    '2027-12-27T15:00Z',
  ],
  [
    'the press, Friday afternoon',
    'press',
    '2027-02-26T15:00Z',
    '2027-03-01T08:00Z',
    '2027-03-01T15:00Z',
  ],
  [
    'the press, before Ascension Day',
    'press',
    '2027-05-05T21:59Z',
    '2027-05-07T07:00Z',
    '2027-05-07T14:00Z',
  ],
];

const seconds = (minute: string): string => minute.replace('Z', ':00Z');

const shifted = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString().replace('.000Z', 'Z');

/** As the mirror does: a list that has not changed since it was lent is the same list. */
const lend = (table: { all: () => readonly unknown[]; readonly writes: Writes }): void => {
  const { writes } = table;
  const anew = table.all.bind(table);
  let lent = { at: -1, rows: anew() };
  table.all = () => {
    if (lent.at !== writes.count) lent = { at: writes.count, rows: anew() };
    return lent.rows;
  };
};

describe('the clock of an answer', () => {
  it.each(moments)('%s (%s): to the minute, by two servers', async (_, kind, asked, nudge, due) => {
    const world = aStoryWorld(seconds(asked), { closingDays, people });
    for (const table of Object.values(world.stores)) lend(table);
    const messenger = new RecordingMessenger(world.clock);
    const servers = [world.server(), world.server()] as const;
    const look = async (at: string): Promise<readonly string[]> => {
      world.clock.at = at;
      await Promise.all(servers.map((deps) => tellStories(deps)));
      await Promise.all(servers.map((deps) => deliver(deps, messenger)));
      return messenger.sentAt(at);
    };
    const [deps] = servers;
    await createStory(deps, storyActor('digitek'), aNewStory('story-one', kind));
    await moveStory(deps, storyActor('digitek'), 'story-one', {
      ...{ type: 'asked', revision: 1, comment: '' },
    });
    await deps.settle();
    expect(storyIn(deps, 'story-one')?.ask).toMatchObject({
      nudgeAt: seconds(nudge),
      dueAt: seconds(due),
    });
    const to = kind === 'microStory' ? 'chef-omsorg' : 'leder';
    // Whoever is asked outside the hours has the question as they begin.
    const opens = opensAt(seconds(asked), defaultRhythm, danishCalendar(closingDays));
    if (opens !== seconds(asked)) {
      expect(await look(seconds(asked))).toEqual([]);
      expect(await look(shifted(opens, -1))).toEqual([]);
    }
    expect(await look(opens)).toEqual([`storyAsk ${to}`]);
    expect(await look(shifted(seconds(nudge), -1))).toEqual([]);
    expect(await look(seconds(nudge))).toEqual([`storyNudge ${to}`]);
    expect(await look(shifted(seconds(nudge), 1))).toEqual([]);
    expect(await look(shifted(seconds(due), -1))).toEqual([]);
    expect(await look(seconds(due))).toEqual(['storyOverdue consultant', 'storyOverdue digitek']);
    expect(await look(shifted(seconds(due), 1))).toEqual([]);
    expect(await look(shifted(seconds(due), 60 * 24 * 30))).toEqual([]);
    expect(messenger.again).toEqual([]);
    expect(storyIn(deps, 'story-one')).toMatchObject({ approval: null, publications: [] });
  });
});
