import { at } from '#shared/contract/at.ts';
import type { PostStory } from '#shared/contract/stories.ts';
import type { Api } from '../remote/api.ts';

/** The only way a story begins from a screen; the same key twice is one story. */
export const startStory = (api: Api, story: PostStory) => api.send(at('POST /api/stories'), story);
