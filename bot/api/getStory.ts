import { maySeeStory, storyIn, storyViewFrom } from '#shared/useCases/stories/stories.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { storyReplyOf } from './storyReply.ts';

/** The story with everything that happened to it. */
export const getStory: Handler<'GET /api/stories/:id'> =
  ({ deps }) =>
  ({ actor, idIn }) => {
    const id = idIn('id', apiWords.noStory);
    const now = storyIn(deps, id);
    if (!now) throw new ApiRefusal(404, 'unknown', apiWords.noStory);
    if (!maySeeStory(deps, actor, now))
      throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    return storyReplyOf(deps, storyViewFrom(deps, now), actor);
  };
