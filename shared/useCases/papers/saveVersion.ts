import { type PaperContent, wordCountOf } from '#shared/domain/papers/content.ts';
import { latestOf, type PaperEvent, type PaperNow } from '#shared/domain/papers/now.ts';
import { mayWritePaper, type PaperCode, paperIdOf } from '#shared/domain/papers/paper.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { contentNow, hashesOf } from '../checklist/papersHeld.ts';
import type { Deps } from '../ports.ts';
import type { Numbered } from '../record/appendEvent.ts';
import { followPaper } from './followPaper.ts';
import { appendToPaper, keepContent, readPaper } from './papers.ts';

export type VersionRefusal = {
  readonly type:
    | 'unknown'
    | 'notAllowed'
    /** Nobody has written anything. */
    | 'empty'
    /** The latest version says the very same. */
    | 'nothingNew'
    /** More than two hundred pages of a paper can be kept. */
    | 'tooLong';
};

type Saving = {
  readonly actor: Actor;
  readonly content: PaperContent;
  readonly contentId: string;
  readonly fieldsHash: string;
};

const savedEvent = (
  deps: Deps,
  now: PaperNow,
  numbered: Numbered,
  { actor, content, contentId, fieldsHash }: Saving,
): PaperEvent => ({
  ...numbered,
  ...{ paperId: now.id, projectId: now.projectId, paper: now.paper, kind: 'saved' },
  ...{ byId: actor.id, byName: actor.name, at: deps.clock.now() },
  version: (latestOf(now)?.version ?? 0) + 1,
  ...{ fieldsHash, contentId, words: wordCountOf(content), link: '' },
});

/** The draft and the project as the lists have them now. */
const readDraft = async ({ stores }: Deps, projectId: string): Promise<Project | undefined> => {
  const [project] = await Promise.all([
    stores.projects.read(projectId),
    stores.papers.readWhere('projectId', projectId),
  ]);
  return project?.value;
};

/**
 * Makes the draft the paper's next version. What it says is kept first, under its own sum; the
 * numbered event is the commit. Pressed twice on the same picture, by one or by two on two servers,
 * it is one version; the document and the step follow from it.
 */
export const saveVersion = async (
  deps: Deps,
  actor: Actor,
  asked: { readonly projectId: string; readonly paper: PaperCode; readonly seen: number },
): Promise<Result<PaperNow, VersionRefusal>> => {
  const { projectId, paper, seen } = asked;
  const project = await readDraft(deps, projectId);
  if (!project) return refused({ type: 'unknown' });
  if (!mayWritePaper(actor, paper, project)) return refused({ type: 'notAllowed' });
  const content = contentNow(deps, project, paper);
  if (Object.keys(content.values).length === 0) return refused({ type: 'empty' });
  const id = paperIdOf(projectId, paper);
  const hashes = hashesOf(deps, content);
  const contentId = `${id}:${hashes.whole.slice(0, 20)}`;
  if (!(await keepContent(deps, projectId, contentId, content)))
    return refused({ type: 'tooLong' });
  const saving: Saving = { actor, content, contentId, fieldsHash: hashes.fields };
  const result = await appendToPaper<VersionRefusal>(deps, await readPaper(deps, asked), {
    seen,
    causeOf: () => `${id}:r${seen}:${hashes.whole.slice(0, 20)}`,
    eventFor: (now, numbered) =>
      latestOf(now)?.contentId === contentId
        ? { refusal: { type: 'nothingNew' } }
        : { event: savedEvent(deps, now, numbered, saving) },
  });
  deps.later('followPaper', () => followPaper(deps, asked));
  return result.type === 'refused' ? refused(result.refusal) : done(result.now);
};
