import { moveStory } from '#shared/useCases/stories/moveStory.ts';
import { maySeeStory, storyIn } from '#shared/useCases/stories/stories.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { storyRefusalOf, storyReplyOf } from './storyReply.ts';

/** The same rule as the card's. */
export const postStoryMove: Handler<'POST /api/stories/:id/moves'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', apiWords.noStory);
    const given = body();
    const known = storyIn(deps, id);
    if (known && !maySeeStory(deps, actor, known))
      throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    const result = await moveStory(deps, actor, id, given);
    if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noStory);
    const reply = storyReplyOf(deps, result.view, actor);
    if (result.type === 'refused') throw storyRefusalOf(result.refusal, reply);
    return reply;
  };
