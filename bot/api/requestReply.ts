import type { RequestReply } from '#shared/contract/api.ts';
import type { Actor } from '#shared/domain/person.ts';
import { type RequestView, waitsForReader } from '#shared/domain/requestView.ts';
import { unreachedAbout } from '#shared/useCases/outbox/reach.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { waysFor } from '#shared/useCases/requests/handOn.ts';
import { readerFor, seenBy } from '#shared/useCases/requests/views.ts';

/** A request as one person sees it. */
export const requestReplyOf = (deps: Deps, view: RequestView, actor: Actor): RequestReply => {
  const reader = readerFor(deps, view, actor.id);
  return {
    view: seenBy(deps, actor, view),
    reader,
    waits: waitsForReader(view, reader),
    unreached: unreachedAbout(deps, 'requestId', view.request.id),
    handOn: waysFor(deps, actor, view),
  };
};
