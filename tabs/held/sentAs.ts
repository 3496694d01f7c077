import type { Reply } from '../remote/api.ts';
import type { Sent } from './heldQueue.ts';

/** Not now: no net, no token, too many at once, or a server that is not well. */
const isLater = (status: number): boolean =>
  status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;

/** What a reply means for something that was held. */
export const sentAs = <T, U>(reply: Reply<T>, value: (of: T) => U): Sent<U> => {
  if (reply.type === 'done') return { type: 'done', value: value(reply.value) };
  if (reply.type === 'unchanged') return { type: 'later' };
  return isLater(reply.status) ? { type: 'later' } : { type: 'refused', message: reply.message };
};

/** One tab of the device at a time, where the browser can say so. */
export const aloneAs =
  (name: string) =>
  async (work: () => Promise<void>): Promise<void> => {
    const { locks } = navigator as { readonly locks?: LockManager };
    if (!locks) return work();
    await locks.request(name, work);
  };
