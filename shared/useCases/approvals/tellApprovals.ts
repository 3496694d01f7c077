import { type ApprovalNow, isWaiting } from '#shared/domain/approvals/now.ts';
import { approvalAnswerers } from '#shared/domain/approvals/rules.ts';
import { helperOf } from '#shared/domain/approvals/view.ts';
import { type Message, type MessageKind, messageAbout, unsent } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { isOpenApproval } from './approvals.ts';

type Due = { readonly kind: MessageKind; readonly about: number; readonly to: PersonId };

type Told = {
  readonly now: ApprovalNow;
  readonly project: Project;
  readonly answerers: readonly PersonId[];
  /** Nobody is asked about a gate that is behind the project. */
  readonly isOpen: boolean;
  readonly at: string;
};

/** The lead, else whoever asked. */
const leadsOf = ({ now, project }: Told): readonly PersonId[] =>
  [...new Set([project.leadId, now.ask?.byId ?? null])].filter((id) => id !== null);

/** Asked once a round, whatever changes meanwhile; nudged on the morning of the day; past due the lead is told. */
const asksDue = (told: Told): readonly Due[] => {
  const { now, answerers, isOpen, at } = told;
  if (!isOpen || !isWaiting(now)) return [];
  const { round, seq, nudgeAt, dueAt } = now.ask;
  const due = answerers.map((to): Due => ({ kind: 'approvalAsk', about: round, to }));
  if (at >= nudgeAt && at < dueAt)
    due.push(...answerers.map((to): Due => ({ kind: 'approvalNudge', about: seq, to })));
  if (at >= dueAt)
    due.push(...leadsOf(told).map((to): Due => ({ kind: 'approvalOverdue', about: seq, to })));
  return due;
};

const questionsDue = (told: Told): readonly Due[] => {
  if (!told.isOpen) return [];
  const helper = [helperOf(told)].filter((id) => id !== null);
  return told.now.exchanges.flatMap(({ question, reply }): readonly Due[] =>
    reply
      ? [{ kind: 'approvalReply', about: reply.seq, to: question.byId }]
      : helper.map((to): Due => ({ kind: 'approvalQuestion', about: question.seq, to })),
  );
};

/** The lead hears how it went; whoever answered sees it on their own card. */
const answersDue = (told: Told): readonly Due[] => {
  const { answer } = told.now;
  if (!answer || (answer.kind !== 'approved' && answer.kind !== 'sentBack')) return [];
  return leadsOf(told)
    .filter((to) => to !== answer.byId)
    .map((to) => ({ kind: 'approvalTold', about: answer.seq, to }));
};

const idOf = (approvalId: string, { kind, about, to }: Due): string =>
  [approvalId, kind, about, to].join(':');

const messageOf = (now: ApprovalNow, due: Due, at: string): Message => ({
  id: idOf(now.id, due),
  kind: due.kind,
  ...messageAbout.approval(now.id, due.about),
  to: { type: 'person', id: due.to },
  ...unsent,
  createdAt: at,
});

/** Somebody asked after the hour of the nudge has the question before them as it is. */
const isNudgeToo = (asked: Message | undefined, nudgeAt: string): boolean =>
  asked !== undefined && asked.createdAt < nudgeAt;

const dueIn = (deps: Deps, now: ApprovalNow): readonly Due[] => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return [];
  const answerers = approvalAnswerers(project, peopleIn(deps), clock.day()).map(({ id }) => id);
  const isOpen = isOpenApproval(stores, now);
  const told: Told = { now, project, answerers, isOpen, at: clock.now() };
  return [...asksDue(told), ...questionsDue(told), ...answersDue(told)];
};

/**
 * Whether what a message says is still so. It is the same that calls for the message: one that was
 * dropped is not called for again.
 */
export const isStillDue = (
  deps: Deps,
  now: ApprovalNow,
  { kind, about, to }: Pick<Message, 'kind' | 'about' | 'to'>,
): boolean =>
  dueIn(deps, now).some(
    (due) =>
      due.kind === kind && String(due.about) === about && to.type === 'person' && to.id === due.to,
  );

/** What an approval calls for and that is not in the outbox, as far as memory knows. */
export const untoldOf = (deps: Deps, now: ApprovalNow): readonly Message[] => {
  const { stores, clock } = deps;
  const askedOf = (to: PersonId): Message | undefined =>
    stores.messages.get(idOf(now.id, { kind: 'approvalAsk', about: now.ask?.round ?? 0, to }))
      ?.value;
  return dueIn(deps, now)
    .filter(
      ({ kind, to }) => kind !== 'approvalNudge' || isNudgeToo(askedOf(to), now.ask?.nudgeAt ?? ''),
    )
    .filter((due) => {
      const known = stores.messages.get(idOf(now.id, due))?.value;
      return !known || known.state === 'dropped';
    })
    .map((due) => messageOf(now, due, clock.now()));
};

/** Puts every message that an approval calls for into the outbox, each once. Returns how many. */
export const tellApproval = async (deps: Deps, now: ApprovalNow): Promise<number> => {
  const { messages } = deps.stores;
  let told = 0;
  for (const message of untoldOf(deps, now)) {
    const { type, row } = await messages.insert(message);
    if (type === 'inserted') told += 1;
    else if (row.value.state === 'dropped')
      await messages.update(row, { state: 'queued', notBefore: null, attempts: 0, problem: '' });
  }
  return told;
};
