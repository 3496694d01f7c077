import { type Follower, withWords, wordsOf } from '#shared/domain/ideas/follower.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { cprLikeIn } from '#shared/domain/stories/privacy.ts';
import type { Deps, Row } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';

export type FollowRefusal =
  | { readonly type: 'unknown' }
  | { readonly type: 'notAllowed' }
  /** There is nothing to keep: they have written nothing. */
  | { readonly type: 'wordsMissing' }
  | { readonly type: 'personNumber' };

type Given = { readonly projectId: ProjectId; readonly title: string; readonly purpose: string };

const refusalOf = (
  deps: Deps,
  actor: Actor,
  { projectId, ...idea }: Given,
): FollowRefusal | null => {
  if (!may(actor, 'createIdea')) return { type: 'notAllowed' };
  if (!deps.stores.projects.get(projectId)) return { type: 'unknown' };
  const words = wordsOf(idea);
  if (words === '') return { type: 'wordsMissing' };
  return cprLikeIn(words, deps.clock.day()).length > 0 ? { type: 'personNumber' } : null;
};

/** Somebody has had the same idea: once, however often it is pressed; new words are put after the old. */
export const followProject = async (
  deps: Deps,
  actor: Actor,
  given: Given,
): Promise<Result<Row<Follower>, FollowRefusal>> => {
  const refusal = refusalOf(deps, actor, given);
  if (refusal) return refused(refusal);
  const { projectId } = given;
  const words = wordsOf(given);
  const at = deps.clock.now();
  const id = `${projectId}:${actor.id}`;
  const after = (comment: string): string => JSON.stringify({ comment });
  const change = changeBy(actor, 'followed', `${id}:made`, at, {
    before: '{}',
    after: after(words),
  });
  const { followers } = deps.stores;
  const made = await followers.insert({
    ...{ id, projectId, personId: actor.id, personName: actor.name, words, at, lastChange: change },
  });
  if (made.type === 'inserted') {
    deps.later('history', () => recordHistory(deps, projectId, change));
    return done(made.row);
  }
  const row = await changeRow(deps, followers, id, projectId, (before, etag) => {
    const both = withWords(before.words, words);
    if (both === before.words) return null;
    return {
      changes: { words: both },
      change: changeBy(actor, 'followed', `${id}:${etag}`, at, {
        before: after(before.words),
        after: after(words),
      }),
    };
  });
  return row ? done(row) : refused({ type: 'unknown' });
};
