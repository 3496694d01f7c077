import type { StoryReply } from '#shared/contract/stories.ts';
import { apiWords } from '#shared/messages/api.ts';
import { maySeeStory, storyIn, storyViewFrom } from '#shared/useCases/stories.ts';
import { type ApiParts, idIn, type Turn } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { storyReplyOf } from './storyReply.ts';

/** GET /api/stories/:id: the story with everything that happened to it. */
export const getStory =
  ({ deps }: ApiParts) =>
  ({ actor, request }: Turn): StoryReply => {
    const id = idIn(request, 'id', apiWords.noStory);
    const now = storyIn(deps, id);
    if (!now) throw new ApiRefusal(404, 'unknown', apiWords.noStory);
    if (!maySeeStory(deps, actor, now))
      throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    return storyReplyOf(deps, storyViewFrom(deps, now), actor);
  };
