import type { FastifyReply } from 'fastify';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import { may } from '#shared/domain/permissions.ts';
import { isQuarterId } from '#shared/domain/quarter/quarter.ts';
import {
  type PrintedQuarter,
  type QuarterView,
  quarterReaderOf,
} from '#shared/domain/quarter/view.ts';
import { quarterPage, quartersPage } from '#shared/useCases/pages/quarterPage.ts';
import { moveQuarter } from '#shared/useCases/quarter/moveQuarter.ts';
import { planQuarter } from '#shared/useCases/quarter/planQuarter.ts';
import { quarterViewNamed, quarterViewOf, requestsOn } from '#shared/useCases/quarter/quarters.ts';
import { planRefusals, quarterPageWords } from '#shared/words/quarter/page.ts';
import { quarterRefusalWords } from '#shared/words/quarter/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { askingRefusal } from './askingRefusal.ts';
import type { ApiParts, Asked, Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const slidesType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const unknown = () => new ApiRefusal(404, 'unknown', quarterPageWords.unknown);

/** It tells of money and of who thought what: for the chefgruppe and its deputies, the director and the team. */
const mustSee = ({ actor }: Asked, view?: QuarterView): void => {
  const signs = view !== undefined && quarterReaderOf(view, actor.id).seat !== null;
  if (!may(actor, 'seeQuarter') && !signs)
    throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
};

const viewIn = (
  parts: ApiParts,
  turn: Asked,
  id: string,
  viewOf: typeof quarterViewOf = quarterViewOf,
): QuarterView => {
  const view = isQuarterId(id) ? viewOf(parts.deps, id) : undefined;
  mustSee(turn, view);
  if (!view) throw unknown();
  return view;
};

const replyOf = (
  { deps, freshness }: ApiParts,
  { actor }: Asked,
  view: QuarterView,
): QuarterReply => ({
  asOf: freshness.asOf(),
  ...quarterPage(deps, actor, view),
});

/** Every kvartalsstatus there is. */
export const getQuarters: Handler<'GET /api/quarters'> = (parts) => (turn) => {
  mustSee(turn);
  return quartersPage(parts.deps, turn.actor);
};

/** Plans one on a day. */
export const postQuarter: Handler<'POST /api/quarters'> = (parts) => async (turn) => {
  const planned = await planQuarter(parts.deps, turn.actor, turn.body().day);
  if (planned.ok) return quartersPage(parts.deps, turn.actor);
  const { type } = planned.refusal;
  const status = { notAllowed: 403, changed: 409 }[type as string] ?? 422;
  throw new ApiRefusal(status, type, planRefusals[type]);
};

/** One, as the reader sees it. */
export const getQuarter: Handler<'GET /api/quarters/:id'> = (parts) => (turn) =>
  replyOf(parts, turn, viewIn(parts, turn, turn.idIn('id', quarterPageWords.unknown)));

/** Anything that happens to it; the same rules as the card's. */
export const postMoveOfQuarter: Handler<'POST /api/quarters/:id/moves'> =
  (parts) => async (turn) => {
    // By its name: another may be on the day that the page was opened by.
    const asked = turn.idIn('id', quarterPageWords.unknown);
    const { id } = viewIn(parts, turn, asked, quarterViewNamed).now;
    const result = await moveQuarter(parts.deps, turn.actor, id, turn.body());
    if (result.type === 'unknown') throw unknown();
    const current = replyOf(parts, turn, result.view);
    if (result.type === 'refused')
      throw askingRefusal(result.refusal.type, quarterRefusalWords(result.refusal), current);
    return current;
  };

const send = (
  turn: Asked,
  type: string,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): FastifyReply =>
  turn.reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(type)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));

/** The agenda as it stands, with what its points rest on. */
const printedOf = ({ deps }: ApiParts, { actor }: Asked, view: QuarterView): PrintedQuarter => ({
  view,
  requests: requestsOn(deps, view),
  facts: quarterPage(deps, actor, view).points.map(({ facts }) => facts),
});

/** The minutes as a Word document; before the meeting the agenda. */
export const getQuarterWord: Handler<'GET /api/quarters/:id/word'> = (parts) => async (turn) => {
  const view = viewIn(parts, turn, turn.idIn('id', quarterPageWords.unknown));
  const printed =
    view.now.version === 0 ? printedOf(parts, turn, view) : { view, requests: [], facts: [] };
  return send(turn, wordType, await parts.deps.minutesWordOf(printed));
};

/** The agenda as slides, a point on each. */
export const getQuarterSlides: Handler<'GET /api/quarters/:id/slides'> =
  (parts) => async (turn) => {
    const view = viewIn(parts, turn, turn.idIn('id', quarterPageWords.unknown));
    return send(turn, slidesType, await parts.deps.deckOf(printedOf(parts, turn, view)));
  };
