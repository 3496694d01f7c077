import { avatar, button, el } from './dom.ts';
import type { FeedEntry } from './tenantApi.ts';
import { dayOf, timeOf, words } from './words.ts';

/** The activity feed, the newest on top. */
export function feedView(
  entries: readonly FeedEntry[],
  onOpen: (entry: FeedEntry) => void,
): HTMLElement {
  const list = el(
    'ul',
    { class: 'feed' },
    ...entries.map((entry) =>
      el(
        'li',
        {},
        button(
          { class: 'feed-entry' },
          () => onOpen(entry),
          avatar('DigiTek', 'bot'),
          el(
            'span',
            { class: 'feed-text' },
            el('span', { class: 'feed-title' }, entry.title),
            el('span', { class: 'feed-preview' }, entry.previewText ?? ''),
            el('span', { class: 'feed-time' }, `${dayOf(entry.at)} kl. ${timeOf(entry.at)}`),
          ),
        ),
      ),
    ),
  );
  return el(
    'section',
    { class: 'pane-feed', 'aria-label': words.feed },
    el('h2', { class: 'pane-title' }, words.feed),
    entries.length === 0 ? el('p', { class: 'hint' }, words.emptyFeed) : list,
  );
}
