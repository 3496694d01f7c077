import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { type Hindrance, hindrancesIn } from '#shared/domain/stories/hindrances.ts';
import {
  type About,
  type Content,
  emptyAbout,
  emptyContent,
} from '#shared/domain/stories/story.ts';
import type { StoryView } from '#shared/domain/stories/view.ts';
import type { Deps } from '../ports.ts';
import { createStory, moveStory } from './moveStory.ts';
import { storyFactsOf } from './stories.ts';

/** What somebody wrote down of a journalist's call. */
export type Enquiry = {
  /** Made with the form, so that a double press is one enquiry. */
  readonly key: string;
  readonly projectId: string | null;
  /** The medium. */
  readonly title: string;
  readonly text: string;
  /** Numbers in it that are said to be nobody's. */
  readonly cleared: readonly string[];
};

export type EnquiryResult =
  /** Written down; `asked` when there was a leder to ask. */
  | { readonly type: 'logged'; readonly asked: boolean; readonly view: StoryView }
  | { readonly type: 'hindered'; readonly hindrances: readonly Hindrance[] }
  | { readonly type: 'notAllowed' };

/** The project's owner, when they are a leder: they know it best. */
const lederOf = (
  deps: Deps,
  project: Project | undefined,
): Pick<About, 'lederId' | 'lederName'> => {
  const owner = project?.ownerId ? deps.stores.people.get(project.ownerId)?.value : undefined;
  return owner?.roles.includes('leder')
    ? { lederId: owner.id, lederName: owner.name }
    : { lederId: null, lederName: '' };
};

const hindrancesFor = (deps: Deps, enquiry: Enquiry, about: About, content: Content) =>
  hindrancesIn({
    kind: 'press',
    about,
    after: 'asked',
    content,
    cleared: enquiry.cleared,
    facts: storyFactsOf(deps, { kind: 'press', projectId: enquiry.projectId }),
  }).filter(({ type }) => type !== 'lederMissing');

const aboutOf = (deps: Deps, { projectId, title }: Enquiry): About => {
  const project = projectId === null ? undefined : deps.stores.projects.get(projectId)?.value;
  return { ...emptyAbout, title, area: project?.leadArea ?? null, ...lederOf(deps, project) };
};

/** The leder is asked at once; null when that could not be. */
const ask = async (deps: Deps, actor: Actor, enquiry: Enquiry): Promise<StoryView | null> => {
  const { key, cleared } = enquiry;
  const given = { type: 'asked', revision: 1, comment: '', cleared } as const;
  const asked = await moveStory(deps, actor, key, given);
  return asked.type === 'unknown' || asked.type === 'refused' ? null : asked.view;
};

/**
 * Writes an enquiry down and asks the leder at once. Without one it stands as a draft, where the
 * team picks somebody: the journalist waits, so nothing is thrown away.
 */
export const logEnquiry = async (
  deps: Deps,
  actor: Actor,
  enquiry: Enquiry,
): Promise<EnquiryResult> => {
  if (!may(actor, 'logPress')) return { type: 'notAllowed' };
  const { key, projectId, text } = enquiry;
  const content = { ...emptyContent, text };
  const about = aboutOf(deps, enquiry);
  const hindrances = hindrancesFor(deps, enquiry, about, content);
  if (hindrances.length > 0) return { type: 'hindered', hindrances };
  const created = await createStory(deps, actor, {
    key,
    kind: 'press',
    projectId,
    benefitId: null,
    content,
    about,
  });
  if (!created.ok) return { type: 'notAllowed' };
  const { now } = created.value;
  // The key came with a card: another's story is none of this one's business.
  if (now.kind !== 'press' || now.createdById !== actor.id) return { type: 'notAllowed' };
  const asked = now.about.lederId === null || now.ask ? null : await ask(deps, actor, enquiry);
  return {
    type: 'logged',
    asked: now.ask !== null || asked !== null,
    view: asked ?? created.value,
  };
};
