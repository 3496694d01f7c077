import { useRef, useState } from 'react';
import type { PostStory } from '#shared/contract/stories.ts';
import { useApi } from '../../remote/RemoteContext.tsx';
import { go, storyHash } from '../../shell/route.ts';
import { startStory } from '../startStory.ts';

export type Create = {
  /** What is being begun right now. */
  readonly busy: string | null;
  readonly problem: string;
  readonly create: (story: Omit<PostStory, 'key'>) => Promise<void>;
};

const sameStory = ({ kind, projectId, benefitId }: Omit<PostStory, 'key'>): string =>
  `${kind}:${projectId ?? ''}:${benefitId ?? ''}`;

/** Begins a story and goes to it. The key is made once a wish, so a double press is one story. */
export const useCreate = (): Create => {
  const api = useApi();
  const keys = useRef(new Map<string, string>());
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const create = async (story: Omit<PostStory, 'key'>): Promise<void> => {
    const wish = sameStory(story);
    if (busy !== null) return;
    const key = keys.current.get(wish) ?? crypto.randomUUID();
    keys.current.set(wish, key);
    setBusy(wish);
    setProblem('');
    const reply = await startStory(api, { ...story, key });
    setBusy(null);
    if (reply.type === 'failed') setProblem(reply.message);
    else if (reply.type === 'done') {
      keys.current.delete(wish);
      go(storyHash(reply.value.view.now.id));
    }
  };
  return { busy, problem, create };
};
