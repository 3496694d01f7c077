import {
  emptyValue,
  fits,
  mayWritePaper,
  type PaperCode,
  type PaperField,
  type PaperValue,
  paperFieldId,
  sameValue,
  textsIn,
  writtenValue,
} from '#shared/domain/papers/paper.ts';
import { questionOf } from '#shared/domain/papers/template.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { cprLikeIn } from '#shared/domain/stories/privacy.ts';
import type { Deps, Row } from '../ports.ts';

export type FieldInput = {
  readonly projectId: string;
  readonly paper: PaperCode;
  readonly field: string;
  /** What the writer wrote on: the row's etag, or `none`. */
  readonly revision: string;
  readonly value: PaperValue;
};

export type FieldRefusal =
  | { readonly type: 'unknown' | 'notAllowed' | 'tooLong' }
  /** A number like a person's in what everybody can read. */
  | { readonly type: 'personNumber'; readonly found: string }
  /** Somebody else wrote in the same field; null when it is gone. */
  | { readonly type: 'changed'; readonly current: Row<PaperField> | null };

/** The revision of a field that nobody has written in. */
export const unwritten = 'none';

const refusalOf = (deps: Deps, actor: Actor, input: FieldInput): FieldRefusal | null => {
  const project = deps.stores.projects.get(input.projectId)?.value;
  const question = questionOf(input.paper, input.field);
  if (!project || !question || question.kind === 'drawn') return { type: 'unknown' };
  if (!mayWritePaper(actor, input.paper, project)) return { type: 'notAllowed' };
  if (!fits(input.value)) return { type: 'tooLong' };
  const day = deps.clock.day();
  const [found] = textsIn(input.value).flatMap((text) => cprLikeIn(text, day));
  return found ? { type: 'personNumber', found: found.text } : null;
};

type Written = Result<Row<PaperField> | null, FieldRefusal>;

/** A row that stands there already is the writer's own when it says the same. */
const settled = (row: Row<PaperField>, value: PaperValue): Written =>
  sameValue(row.value, value) ? done(row) : refused({ type: 'changed', current: row });

const writtenBy = (deps: Deps, actor: Actor, value: PaperValue) => ({
  ...writtenValue(value),
  byId: actor.id,
  byName: actor.name,
  at: deps.clock.now(),
});

const firstWritten = async (deps: Deps, actor: Actor, input: FieldInput): Promise<Written> => {
  const { projectId, paper, field, value } = input;
  if (sameValue(value, emptyValue)) return done(null);
  const inserted = await deps.stores.papers.insert({
    id: paperFieldId(projectId, paper, field),
    ...{ projectId, paper, field },
    ...writtenBy(deps, actor, value),
  });
  return inserted.type === 'inserted' ? done(inserted.row) : settled(inserted.row, value);
};

const rewritten = async (
  deps: Deps,
  actor: Actor,
  { revision, value }: FieldInput,
  row: Row<PaperField>,
): Promise<Written> => {
  if (sameValue(row.value, value)) return done(row);
  if (row.etag !== revision) return refused({ type: 'changed', current: row });
  const updated = await deps.stores.papers.update(row, writtenBy(deps, actor, value));
  if (updated.type === 'gone') return refused({ type: 'changed', current: null });
  return updated.type === 'updated' ? done(updated.row) : settled(updated.row, value);
};

/**
 * Keeps what somebody has typed in one field, on what they typed it on. Fields are rows of their
 * own, so two people in two fields never meet; two in the same field are each shown the other's.
 */
export const editField = async (deps: Deps, actor: Actor, input: FieldInput): Promise<Written> => {
  const refusal = refusalOf(deps, actor, input);
  if (refusal) return refused(refusal);
  const { projectId, paper, field } = input;
  const id = paperFieldId(projectId, paper, field);
  const row = await deps.stores.papers.read(id);
  return row ? rewritten(deps, actor, input, row) : firstWritten(deps, actor, input);
};
