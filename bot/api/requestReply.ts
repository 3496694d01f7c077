import type { RequestReply } from '#shared/contract/api.ts';
import { type RequestView, waitsForReader } from '#shared/domain/requestView.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { readerFor } from '#shared/useCases/views.ts';

/** A request as one person sees it. */
export const requestReplyOf = (deps: Deps, view: RequestView, personId: string): RequestReply => {
  const reader = readerFor(deps, view, personId);
  return { view, reader, waits: waitsForReader(view, reader) };
};
