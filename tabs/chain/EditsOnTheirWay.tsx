import { useEffect } from 'react';
import { useApi } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { chainQueueOf } from './chainQueue.ts';

/** Sends the edits of chains that a closed tab has left behind, wherever in the tab one is. */
export const EditsOnTheirWay = () => {
  const api = useApi();
  const { id } = useMe();
  useEffect(() => {
    void chainQueueOf(api, id).send();
  }, [api, id]);
  return null;
};
