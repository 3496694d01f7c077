import { useMemo, useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { Live } from '../remote/live.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import {
  actOn,
  type ProjectOnPage,
  saveChanges,
  saveFile,
  saveStep,
  takeFileOff,
  takeLinkOff,
} from './editing.tsx';

/** One project as it is shown, with what may be done to it. */
export const useProjectOnPage = (reply: ProjectReply, live: Live<ProjectReply>): ProjectOnPage => {
  const api = useApi();
  const [editing, onEdit] = useState('');
  return useMemo(
    () => ({
      reply,
      mayChange: (...fields) => fields.some((field) => reply.mayChange.includes(field)),
      mayTick: (code) => reply.mayTick.includes(code),
      editing,
      onEdit,
      save: (base, changes, reason) => saveChanges(api, live.put, base, changes, reason),
      putStep: (code, step) => saveStep(api, live.put, reply.project.id, code, step),
      sendFile: (code, file) => saveFile(api, live.put, reply.project.id, code, file),
      removeFile: (code, name) => takeFileOff(api, live.put, reply.project.id, code, name),
      removeLink: (code, left) => takeLinkOff(api, live.put, reply.project.id, code, left),
      act: async (address, body) => {
        const acted = await actOn(api, address, body);
        live.refresh();
        return acted;
      },
    }),
    [reply, live, api, editing],
  );
};
