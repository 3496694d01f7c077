import { useCallback, useRef, useState } from 'react';
import type { Moved } from './onStory.tsx';

/** A button that sends: however often it is pressed meanwhile, it is sent once. */
export const usePress = (): {
  readonly busy: boolean;
  readonly problems: readonly string[];
  readonly say: (problems: readonly string[]) => void;
  readonly press: (send: () => Promise<Moved | null>) => Promise<Moved | null>;
} => {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problems, say] = useState<readonly string[]>([]);
  const press = useCallback(async (send: () => Promise<Moved | null>) => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    say([]);
    const moved = await send();
    running.current = false;
    setBusy(false);
    if (moved?.type === 'refused') say(moved.messages);
    if (moved?.type === 'behind') say([moved.message]);
    return moved;
  }, []);
  return { busy, problems, say, press };
};
