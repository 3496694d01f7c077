import type { VisitReply } from '#shared/contract/visits.ts';
import { isVisitId } from '#shared/domain/visits/visit.ts';
import { visitReplyOf, visitsPage } from '#shared/useCases/pages/visitsPage.ts';
import { keepNote } from '#shared/useCases/visits/keepNote.ts';
import { moveVisit, type VisitResult } from '#shared/useCases/visits/moveVisit.ts';
import { freshVisitViewOf, visitViewOf } from '#shared/useCases/visits/visits.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { noteRefusalWords, visitRefusalWords } from '#shared/words/visits/words.ts';
import { askingRefusal } from './askingRefusal.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const unknown = () => new ApiRefusal(404, 'unknown', apiWords.noVisit);

const idOf = (id: string): string => {
  if (!isVisitId(id)) throw unknown();
  return id;
};

/** Every visit, and what the years have come to: for everybody to read. */
export const getVisits: Handler<'GET /api/visits'> =
  ({ deps, freshness }) =>
  ({ actor }) => ({ asOf: freshness.asOf(), ...visitsPage(deps, actor) });

/** One, as the reader sees it; one that was planned a moment ago is looked up. */
export const getVisit: Handler<'GET /api/visits/:id'> =
  ({ deps }) =>
  async ({ actor, idIn }) => {
    const id = idOf(idIn('id', apiWords.noVisit));
    const view = visitViewOf(deps, id) ?? (await freshVisitViewOf(deps, id));
    if (!view) throw unknown();
    return visitReplyOf(deps, view, actor);
  };

/** What a press came to: the visit as it is then, or why it was not stored. */
const answerTo = (
  result: Exclude<VisitResult, { type: 'unknown' }>,
  current: VisitReply | undefined,
): VisitReply => {
  const refusal = result.type === 'refused' ? result.refusal : null;
  if (current && (refusal === null || refusal.type === 'holdsAlready')) return current;
  throw refusal === null
    ? unknown()
    : askingRefusal(refusal.type, visitRefusalWords(refusal), current);
};

/** The same rule as the card's. */
export const postMoveOfVisit: Handler<'POST /api/visits/:id/moves'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const id = idOf(idIn('id', apiWords.noVisit));
    const result = await moveVisit(deps, actor, id, body());
    if (result.type === 'unknown') throw unknown();
    const isHere = result.view.now.terms !== null;
    return answerTo(result, isHere ? visitReplyOf(deps, result.view, actor) : undefined);
  };

/** An observation: kept once, however often it is sent. */
export const postNoteOfVisit: Handler<'POST /api/visits/:id/notes'> =
  ({ deps }) =>
  async ({ actor, idIn, body, reply }) => {
    const id = idOf(idIn('id', apiWords.noVisit));
    const note = body();
    const result = await keepNote(deps, actor, id, note);
    if (result.type === 'unknown') throw unknown();
    if (result.type === 'refused')
      throw askingRefusal(result.refusal.type, noteRefusalWords(result.refusal));
    if (result.type === 'done') reply.code(201);
    return { key: note.key };
  };
