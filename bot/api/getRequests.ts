import { z } from 'zod';
import type { RequestReply, RequestsReply } from '#shared/contract/api.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { openRequests, viewOf, waitingFor } from '#shared/useCases/views.ts';
import { type ApiParts, bodyOf, type Turn } from './context.ts';
import { requestReplyOf } from './requestReply.ts';

const query = z.strictObject({ waitingFor: z.literal('me').optional() });
const mostAnswered = 10;

/** What a person decided or said, newest first, one line a request. */
const answeredBy = (deps: Deps, personId: string): RequestsReply['answered'] => {
  const { decisions, statements, requests, projects } = deps.stores;
  const when = new Map<string, string>();
  for (const { value } of statements.all())
    if (value.byId === personId && value.kind !== 'question') when.set(value.requestId, value.at);
  for (const { value } of decisions.all())
    if (value.byId === personId) when.set(value.id, value.at);
  return [...when]
    .sort(([, a], [, b]) => b.localeCompare(a))
    .slice(0, mostAnswered)
    .map(([requestId]) => ({
      title: projects.get(requests.get(requestId)?.value.projectId ?? '')?.value.title ?? '',
      decision: decisions.get(requestId)?.value ?? null,
      requestId,
    }));
};

const openFor = (deps: Deps, personId: string): readonly RequestReply[] =>
  openRequests(deps)
    .map((request) => viewOf(deps, request.id))
    .filter((view) => view !== undefined)
    .map((view) => requestReplyOf(deps, view, personId));

/** GET /api/requests?waitingFor=me: what waits for the reader; without it all that are open. */
export const getRequests =
  ({ deps, freshness }: ApiParts) =>
  ({ actor, request }: Turn): RequestsReply => {
    const mine = bodyOf(query, request.query).waitingFor === 'me';
    return {
      asOf: freshness.asOf(),
      requests: mine ? waitingFor(deps, actor.id) : openFor(deps, actor.id),
      answered: answeredBy(deps, actor.id),
    };
  };
