import { type StoryReply, postMove as shape } from '#shared/contract/stories.ts';
import { apiWords } from '#shared/messages/api.ts';
import { moveStory } from '#shared/useCases/moveStory.ts';
import { maySeeStory, storyIn } from '#shared/useCases/stories.ts';
import { type ApiParts, bodyOf, idIn, type Turn } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { storyRefusalOf, storyReplyOf } from './storyReply.ts';

/** POST /api/stories/:id/moves: the same rule as the card's. */
export const postStoryMove =
  ({ deps }: ApiParts) =>
  async ({ actor, request }: Turn): Promise<StoryReply> => {
    const id = idIn(request, 'id', apiWords.noStory);
    const given = bodyOf(shape, request.body);
    const known = storyIn(deps, id);
    if (known && !maySeeStory(deps, actor, known))
      throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    const result = await moveStory(deps, actor, id, given);
    if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noStory);
    const reply = storyReplyOf(deps, result.view, actor);
    if (result.type === 'refused') throw storyRefusalOf(result.refusal, reply);
    return reply;
  };
