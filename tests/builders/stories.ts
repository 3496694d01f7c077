import type { PublicationLine, StoriesReply, StoryLine } from '#shared/contract/stories.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { columnOf } from '#shared/domain/stories/machines.ts';

export const aStoryLine = (given: Partial<StoryLine> = {}): StoryLine => ({
  ...{ id: 's1', kind: 'microStory', title: 'Døren går op', projectId: 'p1' },
  ...{ projectTitle: 'Nøglefri hjemmepleje', area: 'omsorg', state: 'draft' },
  ...{ since: '2026-11-20T09:00:00Z', plannedFor: null, waitsFor: null, dueAt: null },
  ...{ overdue: false, lederName: '', createdBy: 'Team DigiTek', waitsForMe: false },
  ...{ staleSince: null, revision: 1 },
  ...given,
  column: given.column ?? columnOf[given.state ?? 'draft'],
});

export const aPublication = (given: Partial<PublicationLine> = {}): PublicationLine => ({
  ...{ storyId: 's1', kind: 'microStory', title: 'Døren går op', projectId: 'p1' },
  ...{ projectTitle: 'Nøglefri hjemmepleje', area: 'omsorg', channel: 'official', outlet: '' },
  ...{ link: 'https://www.linkedin.com/posts/eksempel-1', day: '2026-11-03' },
  ...{ by: 'Kommunikation', approvedBy: 'Chef, Omsorg', approvedAt: '2026-11-02T09:00:00Z' },
  ...given,
});

const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);

/** The goals with what came out in each period; 0 where nothing is said. */
export const goalsWith = (published: Readonly<Record<string, number>>): StoriesReply['goals'] => [
  {
    kind: 'microStory',
    aim: 1,
    periods: months.map((period) => ({ period, published: published[period] ?? 0 })),
  },
  {
    kind: 'article',
    aim: 1,
    periods: [1, 2, 3, 4].map((quarter) => ({
      period: `2026-K${quarter}`,
      published: published[`2026-K${quarter}`] ?? 0,
    })),
  },
];

/** Kommunikation's overview on Monday 23 November 2026. */
export const aStoriesReply = (given: Partial<StoriesReply> = {}): StoriesReply => ({
  ...{ asOf: '2026-11-23T09:42:00Z', year: 2026, years: [2026], areas: defaultAreas },
  ...{ stories: [], register: [], goals: goalsWith({}), untold: [], descriptions: [] },
  ...{ closed: ['2026-12-24', '2026-12-25'], projects: [{ id: 'p1', title: 'Nøglefri' }] },
  settings: {
    revision: 'r1 r2',
    closingDays: ['06-05'],
    communication: defaultSettings.communication,
  },
  ...given,
});
