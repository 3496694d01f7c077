import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PaperFieldClash, PaperReply, PaperVersionReply } from '#shared/contract/papers.ts';
import type { PaperCode, PaperValue } from '#shared/domain/papers/paper.ts';
import type { Api } from '../remote/api.ts';
import type { Live } from '../remote/live.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { createDrafts, type FieldSent, unwritten } from './drafts.ts';
import type { PaperOnPage } from './onPaper.tsx';

type Named = { readonly id: string; readonly paper: PaperCode };

const isClash = (body: unknown): body is PaperFieldClash =>
  typeof body === 'object' && body !== null && 'current' in body;

const sendField = async (
  api: Api,
  put: (reply: PaperReply) => void,
  { id, paper }: Named,
  sent: { readonly field: string; readonly revision: string; readonly value: PaperValue },
): Promise<FieldSent> => {
  const { field, revision, value } = sent;
  const address = at('PUT /api/projects/:id/papers/:paper/fields/:field', { id, paper, field });
  const rows = value.rows.map((row) => ({ ...row }));
  const reply = await api.send(address, { revision, value: { ...value, rows } });
  if (reply.type === 'done') {
    put(reply.value);
    const kept = reply.value.fields.find((one) => one.field === field);
    return { type: 'kept', revision: kept?.revision ?? unwritten };
  }
  if (reply.type !== 'failed') return { type: 'failed' };
  if (reply.status === 409 && isClash(reply.body))
    return { type: 'clash', current: reply.body.current };
  return reply.status >= 400 && reply.status < 500
    ? { type: 'refused', message: reply.message }
    : { type: 'failed' };
};

/** What is typed is stored when the person looks away, and they are asked before they lose it. */
const useKeeping = (drafts: PaperOnPage['drafts']): void => {
  useEffect(() => {
    const onHide = (): void => {
      if (document.hidden) void drafts.flush();
    };
    const onLeave = (event: BeforeUnloadEvent): void => {
      void drafts.flush();
      const isHeld = [...drafts.all().values()].some(({ state }) => state !== 'sending');
      if (isHeld) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onLeave);
      void drafts.flush();
    };
  }, [drafts]);
};

/** A version as it was kept: it never changes, so it is read once. */
const useVersion = ({ id, paper }: Named, version: number | null): PaperVersionReply | null => {
  const api = useApi();
  const [read, setRead] = useState<PaperVersionReply | null>(null);
  useEffect(() => {
    if (version === null) return setRead(null);
    let wanted = true;
    const path = 'GET /api/projects/:id/papers/:paper/versions/:version';
    const address = at(path, { id, paper, version: String(version) });
    void api.read(address).then((reply) => {
      if (wanted && reply.type === 'done') setRead(reply.value);
    });
    return () => {
      wanted = false;
    };
  }, [api, id, paper, version]);
  return read?.version.version === version ? read : null;
};

const baseOf = ({ bound, versions }: PaperReply): number | null =>
  bound.find(({ isOpen, version }) => isOpen && version !== null)?.version ??
  versions.at(-1)?.version ??
  null;

/** One paper as it is shown and written. */
export const usePaperOnPage = (
  named: Named,
  reply: PaperReply,
  live: Live<PaperReply>,
): PaperOnPage => {
  const api = useApi();
  const { id, paper } = named;
  const drafts = useMemo(
    () =>
      createDrafts((field, revision, value) =>
        sendField(api, live.put, { id, paper }, { field, revision, value }),
      ),
    [api, live, id, paper],
  );
  const typed = useSyncExternalStore(drafts.subscribe, drafts.all);
  const [open, setOpen] = useState('');
  const [wanted, setWanted] = useState<number | null>(null);
  const shown = useVersion(named, wanted);
  const base = useVersion(named, baseOf(reply));
  const mayWrite = useRef(reply.mayWrite);
  mayWrite.current = reply.mayWrite;
  useKeeping(drafts);
  const onOpen = useCallback(
    (field: string): void => {
      void drafts.flush();
      setOpen(mayWrite.current ? field : '');
    },
    [drafts],
  );
  const onShow = useCallback((version: number | null): void => {
    setOpen('');
    setWanted(version);
  }, []);
  return useMemo(
    () => ({ reply, drafts, typed, open, onOpen, shown, onShow, base }),
    [reply, drafts, typed, open, onOpen, shown, onShow, base],
  );
};
