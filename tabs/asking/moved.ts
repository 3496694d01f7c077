import type { Reply } from '../remote/api.ts';

/** What a press came to, as the page shows it. */
export type Moved<R> =
  | { readonly type: 'done'; readonly reply: R }
  | {
      readonly type: 'refused';
      readonly message: string;
      /** What is pressed on as it is now, when it is another than the page shows. */
      readonly current: R | null;
    };

/** The server says what it is now beside why it refused: the same as its reply. */
const holdsCurrent = <R>(body: unknown): body is { readonly current: R } =>
  typeof body === 'object' && body !== null && 'current' in body;

export const movedBy = <R>(sent: Reply<R>): Moved<R> => {
  if (sent.type === 'done') return { type: 'done', reply: sent.value };
  if (sent.type === 'unchanged') return { type: 'refused', message: '', current: null };
  const current = holdsCurrent<R>(sent.body) ? sent.body.current : null;
  return { type: 'refused', message: sent.message, current };
};
