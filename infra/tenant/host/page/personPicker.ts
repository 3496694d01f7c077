import { avatar, el, icon } from './dom.ts';
import type { PersonEntry } from './tenantApi.ts';
import { words } from './words.ts';

type Role = keyof typeof words.roleGroups;

/** Everybody one can be, by what they do. The first page, and the dialog behind one's picture. */
export function personPicker(
  people: readonly PersonEntry[],
  unread: Readonly<Record<string, number>>,
  addressFor: (person: PersonEntry) => string,
): HTMLElement {
  const groups = (Object.keys(words.roleGroups) as Role[]).map((role) => ({
    title: words.roleGroups[role],
    members: people.filter((person) => person.role === role),
  }));
  return el(
    'div',
    { class: 'picker' },
    ...groups
      .filter(({ members }) => members.length > 0)
      .map(({ title, members }) =>
        el(
          'section',
          { class: 'picker-group' },
          el('h2', {}, title),
          el(
            'ul',
            {},
            ...members.map((person) =>
              personEntry(person, unread[person.upn] ?? 0, addressFor(person)),
            ),
          ),
        ),
      ),
  );
}

function personEntry(person: PersonEntry, unread: number, address: string): HTMLElement {
  const note = noteOn(person);
  return el(
    'li',
    { class: 'picker-person' },
    el(
      'a',
      { class: 'picker-link', href: address },
      avatar(person.name),
      el(
        'span',
        { class: 'picker-text' },
        el('span', { class: 'picker-name' }, person.name),
        note !== '' && el('span', { class: 'picker-note' }, note),
      ),
      unread > 0 && el('span', { class: 'count' }, words.unread(unread)),
    ),
    el(
      'a',
      {
        class: 'picker-window',
        href: address,
        target: '_blank',
        rel: 'noopener',
        'aria-label': `${words.newWindow}: ${person.name}`,
        title: words.newWindow,
      },
      icon('window'),
    ),
  );
}

function noteOn(person: PersonEntry): string {
  if (!person.installed) return words.notInstalled;
  if (person.blocked) return words.blocked;
  const area = person.area as keyof typeof words.areas | undefined;
  return area === undefined ? '' : words.areas[area];
}

export function welcomePage(picker: HTMLElement): HTMLElement {
  return el(
    'main',
    { class: 'welcome' },
    el(
      'div',
      { class: 'welcome-inner' },
      el('p', { class: 'welcome-kicker' }, words.tab),
      el('h1', {}, words.whoAreYou),
      el('p', { class: 'welcome-intro' }, words.whoIntro),
      el('ol', { class: 'welcome-steps' }, ...words.firstSteps.map((step) => el('li', {}, step))),
      picker,
    ),
  );
}
