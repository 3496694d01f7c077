import type { StoryReply } from '#shared/contract/stories.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Person } from '#shared/domain/person.ts';
import { type Hindrance, hindrancesIn } from '#shared/domain/stories/hindrances.ts';
import type { StoryNow } from '#shared/domain/stories/now.ts';
import { clearedIn } from '#shared/domain/stories/rules.ts';
import type { About, Content } from '#shared/domain/stories/story.ts';
import { sameValue } from '../../remote/keepSame.ts';

/** What the author has on the screen, saved or not. */
export type Draft = { readonly content: Content; readonly about: About };

export const draftOf = (now: StoryNow): Draft => {
  const { text, pictures, files } = now.version;
  return { content: { text, pictures, files }, about: now.about };
};

export const sameDraft = (one: Draft, other: Draft): boolean => sameValue(one, other);

const somebody = (id: string, more: Partial<Person>): Person => ({
  ...{ id, name: '', upn: '', roles: [], area: null, unit: '' },
  ...{ deputyFor: null, deputyFrom: null, deputyTo: null, absences: [], standing: null },
  ...more,
});

/** Those who hold a seat, as far as the rule asks: that somebody does. */
const holders = ({ chefs }: StoryReply): readonly Person[] =>
  chefs
    .filter(({ name, deputies }) => name !== '' || deputies.length > 0)
    .map(({ area, name }) => somebody(`seat:${area}`, { name, roles: ['chef'], area }));

/** Whoever was picked from the list is there; of the one saved before, the server knows better. */
const lederIn = ({ view, hindrances }: StoryReply, lederId: string | null): readonly Person[] => {
  const gone = hindrances.some(({ type }) => type === 'lederMissing');
  if (lederId === null || (gone && lederId === view.now.about.lederId)) return [];
  return [somebody(lederId, { roles: ['leder'] })];
};

/** The server's own rule, asked while one types; the server judges again. */
export const hindrancesOfDraft = (
  reply: StoryReply,
  { content, about }: Draft,
): readonly Hindrance[] =>
  hindrancesIn({
    kind: reply.view.now.kind,
    about,
    after: reply.view.now.state,
    content,
    cleared: clearedIn(reply.view.now, dayOf(reply.view.at)),
    facts: {
      people: [...holders(reply), ...lederIn(reply, about.lederId)],
      day: dayOf(reply.view.at),
      blockedWords: reply.blockedWords,
    },
  });
