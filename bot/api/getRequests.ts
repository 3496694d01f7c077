import { z } from 'zod';
import type { RequestReply, RequestsReply } from '#shared/contract/api.ts';
import { may } from '#shared/domain/permissions.ts';
import { type Actor, has } from '#shared/domain/person.ts';
import type { Decision, Statement } from '#shared/domain/request.ts';
import { approvalsWaitingFor } from '#shared/useCases/approvals/approvals.ts';
import { unreachedAbout } from '#shared/useCases/outbox/reach.ts';
import { approvalReplyOf } from '#shared/useCases/pages/approvalReply.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { waysFor } from '#shared/useCases/requests/handOn.ts';
import { openRequests, viewOf, waitingFor } from '#shared/useCases/requests/views.ts';
import { storiesWaitingFor } from '#shared/useCases/stories/stories.ts';
import { type Handler, readAs } from './context.ts';
import { requestReplyOf } from './requestReply.ts';
import { storyReplyOf } from './storyReply.ts';
import { waitLinesFor } from './waitLines.ts';

const query = z.strictObject({ waitingFor: z.literal('me').optional() });
const mostAnswered = 10;

/** Somebody who was a chef, or a deputy, keeps what they said but not the pools. */
const decisionFor = (actor: Actor, decision: Decision | undefined): Decision | null => {
  if (!decision) return null;
  return may(actor, 'seePools') ? decision : { ...decision, pools: [] };
};

type Said = Pick<Statement, 'byId' | 'byName' | 'seat' | 'onBehalf' | 'at'>;

/** Said by the person, or by somebody who stood in for them. */
const isFor = (actor: Actor, said: Said): boolean =>
  said.byId === actor.id ||
  (said.onBehalf && has(actor, 'chef') && said.seat !== null && said.seat === actor.area);

/** What a person decided or said, or a deputy for them, newest first, one line a request. */
const answeredBy = (deps: Deps, actor: Actor): RequestsReply['answered'] => {
  const { decisions, statements, requests, projects } = deps.stores;
  const latest = new Map<string, Said>();
  for (const { value } of statements.all())
    if (isFor(actor, value) && value.kind !== 'question') latest.set(value.requestId, value);
  for (const { value } of decisions.all()) if (isFor(actor, value)) latest.set(value.id, value);
  return [...latest]
    .sort(([, a], [, b]) => b.at.localeCompare(a.at))
    .slice(0, mostAnswered)
    .map(([requestId, { byId, byName, seat, onBehalf }]) => ({
      title: projects.get(requests.get(requestId)?.value.projectId ?? '')?.value.title ?? '',
      decision: decisionFor(actor, decisions.get(requestId)?.value),
      requestId,
      ...{ seat, onBehalf },
      deputy: byId === actor.id ? null : byName,
    }));
};

const openFor = (deps: Deps, actor: Actor): readonly RequestReply[] =>
  openRequests(deps)
    .map((request) => viewOf(deps, request.id))
    .filter((view) => view !== undefined)
    .map((view) => requestReplyOf(deps, view, actor));

const mineFor = (deps: Deps, actor: Actor): readonly RequestReply[] =>
  waitingFor(deps, actor.id).map((waiting) => ({
    ...waiting,
    unreached: unreachedAbout(deps, 'requestId', waiting.view.request.id),
    handOn: waysFor(deps, actor, waiting.view),
  }));

/** What waits for the reader; without it all that are open. */
export const getRequests: Handler<'GET /api/requests'> =
  ({ deps, freshness }) =>
  ({ actor, request }) => {
    const mine = readAs(query, request.query).waitingFor === 'me';
    return {
      asOf: freshness.asOf(),
      requests: mine ? mineFor(deps, actor) : openFor(deps, actor),
      waits: waitLinesFor(deps, actor.id),
      stories: storiesWaitingFor(deps, actor.id).map((view) => storyReplyOf(deps, view, actor)),
      approvals: approvalsWaitingFor(deps, actor.id).map((view) =>
        approvalReplyOf(deps, view, actor),
      ),
      answered: answeredBy(deps, actor),
    };
  };
