import { askingKinds, type MessageKind } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { matterName } from '../matters.ts';
import { reachWords } from './reach.ts';

/* What is said in the activity feed, where the chat is closed. */

const feedPreview = 'Chatten med DigiTek er slået fra. Tryk her, og svar i fanen.';
const feedNews = 'Chatten med DigiTek er slået fra. Tryk her for at se det i fanen.';

const feedTitle = (notice: Notice): string => {
  if (notice.type === 'unreached') return reachWords.cannotOf(notice.name);
  const { kind, title } = matterName(notice);
  return 'view' in notice ? `${kind}: ${title}` : title;
};

export const feedWords = {
  entry: (
    kind: MessageKind,
    notice: Notice,
  ): { readonly what: string; readonly preview: string; readonly waits: boolean } => {
    const waits = askingKinds.includes(kind);
    return { what: feedTitle(notice), preview: waits ? feedPreview : feedNews, waits };
  },
} as const;
