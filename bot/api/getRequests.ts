import { z } from 'zod';
import type { RequestReply, RequestsReply } from '#shared/contract/api.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Decision } from '#shared/domain/request.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { unreachedOfRequest } from '#shared/useCases/reach.ts';
import { storiesWaitingFor } from '#shared/useCases/stories.ts';
import { openRequests, viewOf, waitingFor } from '#shared/useCases/views.ts';
import { type ApiParts, bodyOf, type Turn } from './context.ts';
import { requestReplyOf } from './requestReply.ts';
import { storyReplyOf } from './storyReply.ts';

const query = z.strictObject({ waitingFor: z.literal('me').optional() });
const mostAnswered = 10;

/** Somebody who was a chef, or a deputy, keeps what they said but not the pools. */
const decisionFor = (actor: Actor, decision: Decision | undefined): Decision | null => {
  if (!decision) return null;
  return may(actor, 'seePools') ? decision : { ...decision, pools: [] };
};

/** What a person decided or said, newest first, one line a request. */
const answeredBy = (deps: Deps, actor: Actor): RequestsReply['answered'] => {
  const { decisions, statements, requests, projects } = deps.stores;
  const when = new Map<string, string>();
  for (const { value } of statements.all())
    if (value.byId === actor.id && value.kind !== 'question') when.set(value.requestId, value.at);
  for (const { value } of decisions.all())
    if (value.byId === actor.id) when.set(value.id, value.at);
  return [...when]
    .sort(([, a], [, b]) => b.localeCompare(a))
    .slice(0, mostAnswered)
    .map(([requestId]) => ({
      title: projects.get(requests.get(requestId)?.value.projectId ?? '')?.value.title ?? '',
      decision: decisionFor(actor, decisions.get(requestId)?.value),
      requestId,
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
    unreached: unreachedOfRequest(deps, waiting.view.request.id),
  }));

/** GET /api/requests?waitingFor=me: what waits for the reader; without it all that are open. */
export const getRequests =
  ({ deps, freshness }: ApiParts) =>
  ({ actor, request }: Turn): RequestsReply => {
    const mine = bodyOf(query, request.query).waitingFor === 'me';
    return {
      asOf: freshness.asOf(),
      requests: mine ? mineFor(deps, actor) : openFor(deps, actor),
      stories: storiesWaitingFor(deps, actor.id).map((view) => storyReplyOf(deps, view, actor)),
      answered: answeredBy(deps, actor),
    };
  };
