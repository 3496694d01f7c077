import type { Balance } from './book.ts';
import type { Pool } from './funding.ts';
import type { RequestView } from './requestView.ts';
import type { StoryView } from './stories/view.ts';

/** What a message is about, as it stands when the message is drawn. */
export type Notice =
  | { readonly type: 'request'; readonly revision: number; readonly view: RequestView }
  | { readonly type: 'story'; readonly revision: number; readonly view: StoryView }
  /** A pool has passed a mark; said once and never drawn again. */
  | {
      readonly type: 'poolMark';
      readonly revision: number;
      readonly pool: Pool;
      readonly balance: Balance;
      readonly mark: number;
    }
  /** A year that the consultant is asked to open; drawn again when that has been done. */
  | {
      readonly type: 'year';
      readonly revision: number;
      readonly year: number;
      readonly isOpened: boolean;
      /** It has come, and is not only ahead. */
      readonly hasCome: boolean;
    };
