import type { BodyOf } from '#shared/contract/routes.ts';
import { type BenefitRow, measuredIn } from '#shared/domain/benefits/sums.ts';
import type { Project } from '#shared/domain/project.ts';
import { emptyAbout, emptyContent } from '#shared/domain/stories/story.ts';
import { benefitRowBy } from '#shared/useCases/pages/benefitsPage.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { createStory, type NewStory } from '#shared/useCases/stories/moveStory.ts';
import { apiWords } from '#shared/words/server/api.ts';
import {
  benefitStoryDraft,
  descriptionDraft,
  microStoryDraft,
  topicDraft,
} from '#shared/words/stories/draft.ts';
import { storyKindNames } from '#shared/words/stories/stories.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';
import { storyReplyOf } from './storyReply.ts';

/** The text a new story begins with: laid out from the project's facts. */
const draftFor = (
  deps: Deps,
  kind: NewStory['kind'],
  project: Project | undefined,
  lederName: string,
): string => {
  const { areas } = settingsOf(deps.stores);
  if (!project) return '';
  switch (kind) {
    case 'microStory':
      return microStoryDraft(project, areas);
    case 'article':
      return topicDraft(project, lederName);
    case 'description':
      return descriptionDraft(project, areas);
    case 'press':
      return '';
  }
};

/** The project's owner, when they are a leder: they know it best. */
const lederFor = (deps: Deps, project: Project | undefined, wanted: string | null | undefined) => {
  const id = wanted === undefined ? (project?.ownerId ?? null) : wanted;
  const person = id === null ? undefined : deps.stores.people.get(id)?.value;
  if (person?.roles.includes('leder')) return { lederId: person.id, lederName: person.name };
  // Whom somebody picked is looked up by the rule, and refused there when they are no leder.
  return { lederId: wanted ?? null, lederName: '' };
};

/** The story of what a benefit was measured to be; its project and its name are the benefit's own. */
const benefitStoryOf = (deps: Deps, key: string, row: BenefitRow): NewStory => {
  const project = deps.stores.projects.get(row.projectId)?.value;
  const { areas } = settingsOf(deps.stores);
  return {
    ...{ key, kind: 'microStory', projectId: row.projectId, benefitId: row.id },
    content: { ...emptyContent, text: project ? benefitStoryDraft(project, areas, row) : '' },
    about: {
      ...emptyAbout,
      title: row.title.slice(0, 120),
      area: row.leadArea,
      ...lederFor(deps, project, undefined),
    },
  };
};

const newStoryOf = (deps: Deps, body: BodyOf<'POST /api/stories'>): NewStory => {
  const { key, kind, projectId } = body;
  if (body.benefitId !== undefined) {
    const row = benefitRowBy(deps, body.benefitId);
    if (!row || measuredIn(row) === null)
      throw new ApiRefusal(422, 'benefitUnmeasured', apiWords.story.benefitUnmeasured);
    return benefitStoryOf(deps, key, row);
  }
  const project = projectId === null ? undefined : deps.stores.projects.get(projectId)?.value;
  const leder = lederFor(deps, project, body.lederId);
  const text = body.text ?? draftFor(deps, kind, project, leder.lederName);
  return {
    ...{ key, kind, projectId, benefitId: null },
    content: { ...emptyContent, text },
    about: {
      ...emptyAbout,
      title: (body.title ?? project?.title ?? storyKindNames[kind]).slice(0, 120),
      area: project?.leadArea ?? null,
      ...leder,
    },
  };
};

/** A story with its first text; the same key is the same story. */
export const postStory: Handler<'POST /api/stories'> =
  ({ deps }) =>
  async ({ actor, reply, body }) => {
    const created = await createStory(deps, actor, newStoryOf(deps, body()));
    if (!created.ok) {
      if (created.refusal.type === 'notAllowed')
        throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
      const { type } = created.refusal;
      throw new ApiRefusal(422, type, apiWords.story[type]);
    }
    reply.code(201);
    return storyReplyOf(deps, created.value, actor);
  };
