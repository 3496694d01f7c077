import { useEffect, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { AlikeProject } from '#shared/domain/ideas/alike.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import type { IdeaDraft } from './ideaDraft.ts';

/** So long after the last key one has come to a thought. */
const pauseMs = 300;
const fewestLetters = 3;

/**
 * What is alike to what is typed; null before there is anything to compare. An answer to what has
 * been typed over is dropped, and what cannot be asked about leaves what stands.
 */
export const useAlike = (
  { title, purpose }: Pick<IdeaDraft, 'title' | 'purpose'>,
  /** The idea itself, which is no other. */
  itself: string | null = null,
): readonly AlikeProject[] | null => {
  const api = useApi();
  const [alike, setAlike] = useState<readonly AlikeProject[] | null>(null);
  const isEnough = `${title}${purpose}`.trim().length >= fewestLetters;
  useEffect(() => {
    if (!isEnough) {
      setAlike(null);
      return undefined;
    }
    let isLatest = true;
    const ask = async (): Promise<void> => {
      const reply = await api.send(at('POST /api/ideas/alike'), { title, purpose, itself });
      if (isLatest && reply.type === 'done') setAlike(reply.value.alike);
    };
    const pause = setTimeout(() => void ask(), pauseMs);
    return () => {
      isLatest = false;
      clearTimeout(pause);
    };
  }, [api, title, purpose, isEnough, itself]);
  return alike;
};
