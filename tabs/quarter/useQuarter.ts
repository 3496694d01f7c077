import { createContext, useContext, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import type { SentTo } from '#shared/contract/routes.ts';
import type { Live } from '../remote/live.ts';
import { useApi } from '../remote/RemoteContext.tsx';

type Given = SentTo<'POST /api/quarters/:id/moves'>['given'];

export type OnQuarter = {
  readonly reply: QuarterReply;
  /** What was refused last, in a sentence; '' when nothing was. */
  readonly problem: string;
  readonly isSending: boolean;
  /** True when it was done. */
  readonly move: (given: Given) => Promise<boolean>;
  readonly refresh: () => void;
  readonly say: (problem: string) => void;
};

export const QuarterContext = createContext<OnQuarter | null>(null);

export const useQuarter = (): OnQuarter => {
  const found = useContext(QuarterContext);
  if (!found) throw new Error('QuarterContext is missing');
  return found;
};

/** One kvartalsstatus on a page: every press sends the revision it was made on. */
export const useOnQuarter = (reply: QuarterReply, live: Live<QuarterReply>): OnQuarter => {
  const api = useApi();
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  const move = async (given: Given): Promise<boolean> => {
    setSending(true);
    setProblem('');
    const address = at('POST /api/quarters/:id/moves', { id: reply.id });
    const sent = await api.send(address, { seen: reply.revision, given });
    setSending(false);
    if (sent.type === 'done') {
      live.put(sent.value);
      return true;
    }
    if (sent.type === 'failed') setProblem(sent.message);
    live.refresh();
    return false;
  };
  return { reply, problem, isSending, move, refresh: live.refresh, say: setProblem };
};
