import type { Balance } from './book.ts';
import type { Pool } from './funding.ts';
import type { RequestView } from './requestView.ts';

/** What a message is about, as it stands when the message is drawn. */
export type Notice =
  | { readonly type: 'request'; readonly revision: number; readonly view: RequestView }
  /** A pool has passed a mark; said once and never drawn again. */
  | {
      readonly type: 'poolMark';
      readonly revision: number;
      readonly pool: Pool;
      readonly balance: Balance;
      readonly mark: number;
    };
