import type { Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { isWaiting } from '#shared/domain/stories/now.ts';
import { type StoryView, staleSince } from '#shared/domain/stories/view.ts';
import type { Messenger } from './messenger.ts';
import { noticeOf, revisionNow } from './noticeOf.ts';
import type { Deps, Row } from './ports.ts';
import { tellAbout } from './tell.ts';

/**
 * One server works on a message at a time; if it dies, another takes over after this long. Longer
 * than a send may take (bot/outbound.ts), and short enough that a card is not missed.
 */
const claimMs = 8_000;
const longestWaitMs = 15 * 60_000;

const after = (now: string, ms: number): string =>
  new Date(Date.parse(now) + ms).toISOString().replace(/\.\d+Z$/, 'Z');

const isFree = (message: Message, now: string): boolean =>
  (message.claimedUntil === null || message.claimedUntil <= now) &&
  (message.notBefore === null || message.notBefore <= now);

type Work = {
  readonly row: Row<Message>;
  readonly notice: Notice;
  readonly type: 'send' | 'update';
};

const workFor = (deps: Deps, row: Row<Message>, now: string): Work | null => {
  const message = row.value;
  const waits = message.state === 'queued' || message.state === 'sending';
  if ((!waits && message.state !== 'sent') || !isFree(message, now)) return null;
  // Most messages show what there is to show, and then there is nothing to draw.
  if (!waits && message.shownRevision >= revisionNow(deps, message)) return null;
  const notice = noticeOf(deps, message);
  return notice ? { row, notice, type: waits ? 'send' : 'update' } : null;
};

/**
 * Somebody to be asked or nudged about a text that has been answered, or has changed, since; or
 * whom it is no longer for. A description that was brought up to date needs no task.
 */
const isPast = ({ now, overdue, answerers, project }: StoryView, message: Message): boolean => {
  const { kind, about, to } = message;
  if (kind === 'storyStale') return staleSince(now, project?.phase ?? null) === null;
  if (kind === 'storyTold') return false;
  if (!isWaiting(now) || String(now.ask?.seq) !== about) return true;
  if (kind === 'storyOverdue') return !overdue;
  const isFor = answerers.some(({ id }) => to.type === 'person' && id === to.id);
  return !isFor || (kind === 'storyNudge' && overdue);
};

/** A question to answer, a gate to decide, a year to open: over before anybody was told. */
const isOvertaken = ({ type, notice, row }: Work): boolean => {
  if (type !== 'send') return false;
  if (notice.type === 'year') return notice.isOpened;
  if (notice.type === 'story') return isPast(notice.view, row.value);
  return (
    notice.type === 'request' && notice.view.state.type === 'ended' && row.value.kind !== 'ended'
  );
};

const laterOf = (
  message: Message,
  now: string,
  result: { readonly retryAfterMs: number; readonly problem: string },
): Partial<Message> => {
  const backOff = Math.min(longestWaitMs, 1_000 * 2 ** Math.min(message.attempts, 10));
  return {
    notBefore: after(now, Math.max(result.retryAfterMs, backOff)),
    claimedUntil: null,
    problem: result.problem,
  };
};

const sendNow = async (deps: Deps, messenger: Messenger, work: Work): Promise<Partial<Message>> => {
  const result = await messenger.send(work.row.value, work.notice);
  switch (result.type) {
    case 'sent':
      return {
        state: 'sent',
        conversationId: result.conversationId,
        activityId: result.activityId,
        shownRevision: work.notice.revision,
        claimedUntil: null,
        notBefore: null,
        problem: '',
        attempts: 0,
      };
    case 'unreachable':
      return { state: 'undeliverable', claimedUntil: null, problem: result.problem };
    case 'later':
      return { state: 'queued', ...laterOf(work.row.value, deps.clock.now(), result) };
  }
};

const updateNow = async (
  deps: Deps,
  messenger: Messenger,
  work: Work,
): Promise<Partial<Message>> => {
  const result = await messenger.update(work.row.value, work.notice);
  switch (result.type) {
    case 'updated':
      return {
        shownRevision: work.notice.revision,
        claimedUntil: null,
        notBefore: null,
        attempts: 0,
      };
    case 'gone':
      return { state: 'undeliverable', claimedUntil: null, problem: result.problem };
    case 'later':
      return laterOf(work.row.value, deps.clock.now(), result);
  }
};

const claim = async (deps: Deps, work: Work, now: string): Promise<Row<Message> | null> => {
  const claimed = await deps.stores.messages.update(work.row, {
    ...(work.type === 'send' ? { state: 'sending' as const } : {}),
    claimedUntil: after(now, claimMs),
    attempts: work.row.value.attempts + 1,
  });
  return claimed.type === 'updated' ? claimed.row : null;
};

const store = async (deps: Deps, row: Row<Message>, changes: Partial<Message>): Promise<void> => {
  const updated = await deps.stores.messages.update(row, changes);
  if (updated.type === 'changed') await deps.stores.messages.update(updated.row, changes);
};

/** True when the next message of the chat may follow. */
const carryOut = async (deps: Deps, messenger: Messenger, work: Work): Promise<boolean> => {
  const now = deps.clock.now();
  const claimed = await claim(deps, work, now);
  if (!claimed) return true;
  const mine = { ...work, row: claimed };
  const changes = isOvertaken(mine)
    ? { state: 'dropped' as const, claimedUntil: null }
    : await (mine.type === 'send' ? sendNow : updateNow)(deps, messenger, mine);
  await store(deps, claimed, changes);
  const { to, requestId } = claimed.value;
  if (changes.state === 'undeliverable' && to.type === 'chefgruppe' && requestId !== null)
    await tellAbout(deps, requestId);
  return !changes.notBefore;
};

/** Messages of one chat keep their order; different chats need not wait for each other. */
const chatOf = (message: Message): string =>
  message.to.type === 'person' ? message.to.id : 'chefgruppe';

/**
 * Sends what is queued and draws anew what shows an old picture. Safe to run on any number of
 * servers: a message is claimed before it is worked on. Returns how many were worked on.
 */
export const deliver = async (deps: Deps, messenger: Messenger): Promise<number> => {
  const now = deps.clock.now();
  const work = deps.stores.messages
    .all()
    .map((row) => workFor(deps, row, now))
    .filter((one) => one !== null);
  const chats = new Map<string, Work[]>();
  for (const one of work) {
    const chat = chatOf(one.row.value);
    chats.set(chat, [...(chats.get(chat) ?? []), one]);
  }
  await Promise.all(
    [...chats.values()].map(async (chat) => {
      for (const one of chat) if (!(await carryOut(deps, messenger, one))) return;
    }),
  );
  return work.length;
};
