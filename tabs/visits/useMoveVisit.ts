import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PostVisitMove, VisitReply } from '#shared/contract/visits.ts';
import { useApi } from '../remote/RemoteContext.tsx';

/** Does something to a visit; what hindered it is said, and the page shows how it is then. */
export const useMoveVisit = (id: string, put: (reply: VisitReply) => void) => {
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  /** Whether it was stored. */
  const move = async (given: PostVisitMove): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem('');
    const sent = await api.send(at('POST /api/visits/:id/moves', { id }), given);
    setBusy(false);
    if (sent.type === 'done') put(sent.value);
    if (sent.type === 'failed') setProblem(sent.message);
    return sent.type === 'done';
  };
  return { busy, problem, move, clear: () => setProblem('') };
};

export type MoveVisit = ReturnType<typeof useMoveVisit>;
