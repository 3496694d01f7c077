import { useCallback, useRef, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PaperReply } from '#shared/contract/papers.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import type { Live } from '../remote/live.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { nothingSaid, type Said } from '../shell/GreyPage.tsx';
import { usePaper } from './onPaper.tsx';

export type Saving = {
  readonly busy: boolean;
  readonly said: Said;
  readonly say: (said: Said) => void;
  readonly save: () => void;
};

/** Stores what is typed, and makes all of it the next version. Pressed twice it is one. */
export const useSaveVersion = (live: Live<PaperReply>): Saving => {
  const api = useApi();
  const { reply, drafts, onOpen } = usePaper();
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<Said>(nothingSaid);
  const underway = useRef(false);

  const saveAll = useCallback(async (): Promise<void> => {
    await drafts.flush();
    const address = at('POST /api/projects/:id/papers/:paper/versions', {
      id: reply.project.id,
      paper: reply.paper,
    });
    // What could not be stored is in no version: that is settled first.
    if (drafts.all().size > 0) return say({ text: paperWords.unsaved, isProblem: true });
    const sent = await api.send(address, { seen: reply.revision });
    if (sent.type === 'failed') say({ text: sent.message, isProblem: true });
    if (sent.type !== 'done') return;
    live.put(sent.value);
    onOpen('');
    const number = sent.value.versions.at(-1)?.version ?? 1;
    say({ text: paperWords.versionSaved(number), isProblem: false });
  }, [api, live, drafts, onOpen, reply.project.id, reply.paper, reply.revision]);

  const save = useCallback((): void => {
    if (underway.current || !reply.mayWrite) return;
    underway.current = true;
    setBusy(true);
    say(nothingSaid);
    void saveAll().finally(() => {
      underway.current = false;
      setBusy(false);
    });
  }, [saveAll, reply.mayWrite]);

  return { busy, said, say, save };
};
