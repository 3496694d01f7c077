import { createContext, useContext } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PostMove, StoryReply } from '#shared/contract/stories.ts';
import type { StoryEventKind } from '#shared/domain/stories/story.ts';
import type { Api, Failed } from '../remote/api.ts';

/** What a move came to, as the page shows it. */
export type Moved =
  | { readonly type: 'done'; readonly reply: StoryReply }
  /** It has gone on since: the story as it is now comes along. */
  | { readonly type: 'behind'; readonly current: StoryReply; readonly message: string }
  | { readonly type: 'refused'; readonly messages: readonly string[] };

/** The story, and the one way anything happens to it. */
export type StoryOnPage = {
  readonly reply: StoryReply;
  readonly move: (move: PostMove) => Promise<Moved>;
};

export const StoryContext = createContext<StoryOnPage | null>(null);

export const useStory = (): StoryOnPage => {
  const story = useContext(StoryContext);
  if (!story) throw new Error('StoryContext is missing');
  return story;
};

const holdsCurrent = (body: unknown): body is { readonly current: StoryReply } =>
  typeof body === 'object' && body !== null && 'current' in body;

const movedBy = (failed: Failed): Moved => {
  if (failed.status === 409 && holdsCurrent(failed.body))
    return { type: 'behind', current: failed.body.current, message: failed.message };
  const details = failed.details.map(({ message }) => message);
  return { type: 'refused', messages: details.length > 0 ? details : [failed.message] };
};

export const sendMove = async (
  api: Api,
  put: (reply: StoryReply) => void,
  id: string,
  move: PostMove,
): Promise<Moved> => {
  const sent = await api.send(at('POST /api/stories/:id/moves', { id }), move);
  if (sent.type === 'failed') {
    const moved = movedBy(sent);
    if (moved.type === 'behind') put(moved.current);
    return moved;
  }
  if (sent.type === 'unchanged') return { type: 'refused', messages: [] };
  put(sent.value);
  return { type: 'done', reply: sent.value };
};

export const mayMove = (reply: StoryReply, event: StoryEventKind): boolean =>
  reply.moves.includes(event);

export const chefNameFor = (reply: StoryReply, area: string | null): string => {
  const chef = reply.chefs.find((one) => one.area === area);
  return chef ? chef.name || (chef.deputies[0] ?? '') : '';
};
