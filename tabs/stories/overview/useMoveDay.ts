import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PostMove, StoryLine, StoryReply } from '#shared/contract/stories.ts';
import { calendarWords } from '#shared/words/stories/overview.ts';
import { useApi } from '../../remote/RemoteContext.tsx';

const movedTo = ({ view: { now } }: StoryReply, day: string | null): PostMove => ({
  type: 'planned',
  revision: now.revision,
  plannedFor: day,
});

export type MoveDay = {
  readonly said: string;
  readonly problem: string;
  readonly busy: string | null;
  readonly move: (line: Pick<StoryLine, 'id' | 'title'>, day: string | null) => Promise<void>;
};

/** Gives a story another planned day: no word of it is touched, so an OK still holds. */
export const useMoveDay = (onMoved: () => void): MoveDay => {
  const api = useApi();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const move: MoveDay['move'] = async ({ id, title }, day) => {
    if (busy !== null) return;
    setBusy(id);
    setSaid('');
    setProblem('');
    const read = await api.read(at('GET /api/stories/:id', { id }));
    const sent =
      read.type === 'done'
        ? await api.send(at('POST /api/stories/:id/moves', { id }), movedTo(read.value, day))
        : read;
    setBusy(null);
    if (sent.type === 'failed') setProblem(sent.message);
    else setSaid(day === null ? calendarWords.noDay(title) : calendarWords.moved(title, day));
    onMoved();
  };
  return { said, problem, busy, move };
};
