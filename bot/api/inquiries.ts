import { inquiryViewOf } from '#shared/useCases/inquiries/inquiries.ts';
import { moveInquiry } from '#shared/useCases/inquiries/moveInquiry.ts';
import { inquiryReplyOf } from '#shared/useCases/pages/inquiryReply.ts';
import { inquiryRefusalWords } from '#shared/words/inquiries/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { askingRefusal } from './askingRefusal.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

/** Something that is asked about a project, as the reader sees it. */
export const getInquiry: Handler<'GET /api/inquiries/:id'> =
  ({ deps }) =>
  ({ actor, idIn }) => {
    const view = inquiryViewOf(deps, idIn('id', apiWords.noInquiry));
    if (!view) throw new ApiRefusal(404, 'unknown', apiWords.noInquiry);
    return inquiryReplyOf(deps, view, actor);
  };

/** The same rule as the card's. */
export const postMoveOfInquiry: Handler<'POST /api/inquiries/:id/moves'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', apiWords.noInquiry);
    const result = await moveInquiry(deps, actor, id, body());
    if (result.type === 'unknown') throw new ApiRefusal(404, 'unknown', apiWords.noInquiry);
    const current = inquiryReplyOf(deps, result.view, actor);
    const { refusal } = result.type === 'refused' ? result : { refusal: null };
    if (refusal === null || refusal.type === 'holdsAlready') return current;
    throw askingRefusal(refusal.type, inquiryRefusalWords(refusal), current);
  };
