import { longestComment } from '#shared/domain/answer.ts';
import { isReason } from '#shared/domain/gates.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Decision, Statement } from '#shared/domain/request.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import type { Deps } from '../ports.ts';
import { recordStatement } from '../record/recordStatement.ts';
import { tellAbout } from './tell.ts';
import { type FreshRequest, readAfter, readRequest, viewFrom } from './views.ts';

export type ReplyRefusal =
  | { readonly type: 'notYours' }
  | { readonly type: 'alreadyEnded'; readonly decision: Decision }
  | { readonly type: 'textMissing' }
  | { readonly type: 'commentTooLong'; readonly longest: number }
  | { readonly type: 'unknownQuestion' }
  | { readonly type: 'alreadyReplied'; readonly reply: Statement };

export type ReplyResult =
  | { readonly type: 'said' | 'repeated'; readonly view: RequestView }
  | { readonly type: 'refused'; readonly refusal: ReplyRefusal; readonly view: RequestView }
  | { readonly type: 'unknown' };

export type ReplyInput = {
  readonly requestId: string;
  readonly question: string;
  readonly text: string;
};

const refusalOf = (
  deps: Deps,
  actor: Actor,
  input: ReplyInput,
  fresh: FreshRequest,
): ReplyRefusal | null => {
  const project = deps.stores.projects.get(fresh.request.projectId)?.value;
  if (!may(actor, 'replyToQuestion', project)) return { type: 'notYours' };
  if (!fresh.statements.some((one) => one.kind === 'question' && one.id === input.question))
    return { type: 'unknownQuestion' };
  if (fresh.decision) return { type: 'alreadyEnded', decision: fresh.decision };
  if (input.text.length > longestComment)
    return { type: 'commentTooLong', longest: longestComment };
  return isReason(input.text) ? null : { type: 'textMissing' };
};

/** The reply to a question, once: its key is the question's. The request stays open all the while. */
export const replyToQuestion = async (
  deps: Deps,
  actor: Actor,
  input: ReplyInput,
): Promise<ReplyResult> => {
  const fresh = await readRequest(deps, input.requestId);
  if (!fresh) return { type: 'unknown' };
  const view = viewFrom(deps, fresh.request, fresh.statements, fresh.decision);
  if (!view) return { type: 'unknown' };
  const refusal = refusalOf(deps, actor, input, fresh);
  if (refusal) return { type: 'refused', refusal, view };
  const inserted = await deps.stores.statements.insert({
    id: `${input.question}:reply`,
    requestId: input.requestId,
    kind: 'reply',
    seat: null,
    onBehalf: false,
    byId: actor.id,
    byName: actor.name,
    outcome: null,
    spread: false,
    rethink: false,
    text: input.text.trim(),
    about: input.question,
    noted: [],
    at: deps.clock.now(),
  });
  const reply = inserted.row.value;
  const now = await readAfter(deps, fresh, reply);
  const shown = viewFrom(deps, now.request, now.statements, now.decision) ?? view;
  if (inserted.type === 'exists' && (reply.byId !== actor.id || reply.text !== input.text.trim()))
    return { type: 'refused', refusal: { type: 'alreadyReplied', reply }, view: shown };
  deps.later('followReply', async () => {
    await recordStatement(deps, fresh.request.projectId, reply);
    await tellAbout(deps, input.requestId);
  });
  return { type: inserted.type === 'inserted' ? 'said' : 'repeated', view: shown };
};
