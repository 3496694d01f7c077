import { defaultAreas } from '#shared/domain/area.ts';
import type { Matter } from '#shared/domain/notice.ts';
import { aView } from '../builders/request.ts';
import { aContent, anAbout, aStory, storyAt } from '../builders/story.ts';

/* What somebody who cannot be reached has not been told of. */

export const aLackedRequest: Matter = {
  ...{ type: 'request', revision: 1 },
  view: aView({ project: { id: 'p1', title: 'Touch&Play på Æblegården' } }),
};

const written = aStory(
  'microStory',
  'consultant',
  aContent(),
  anAbout({ title: 'OmiVista på bosteder' }),
);

export const aLackedStory: Matter = {
  ...{ type: 'story', revision: 1 },
  view: {
    now: { ...written, id: 's1' },
    ...{ project: null, areas: defaultAreas, answerers: [], overdue: false, at: storyAt },
  },
};
