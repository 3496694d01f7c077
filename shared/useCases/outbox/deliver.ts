import { isCopy, type Message } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { nextTryMs, type UnreachedWhy } from '#shared/domain/reach.ts';
import type { Deps, Row } from '../ports.ts';
import { tellAbout } from '../requests/tell.ts';
import type { Messenger, Sent } from './messenger.ts';
import { isOvertaken, isWanted, noticeOf, revisionNow } from './notices.ts';
import { type Quiet, quietNow } from './quietHours.ts';
import { beginOutage, settleReach, watchReach } from './reach.ts';
import { sendAgain } from './sendAgain.ts';

/**
 * One server works on a message at a time; if it dies, another takes over after this long. Longer
 * than a send may take (bot/channel/outbound.ts), and short enough that a card is not missed.
 */
const claimMs = 8_000;
const longestWaitMs = 15 * 60_000;
/**
 * Chats that are written to side by side. Fewer than Teams takes in a second: whoever is claimed gets
 * a turn before it has to be put off.
 */
const atOnce = 32;

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

/** What there is to do with a message as it stands; most show what there is to show already. */
const typeOfWork = (deps: Deps, message: Message, trials: ReadonlySet<string>) => {
  switch (message.state) {
    case 'queued':
    case 'sending':
      return 'send';
    case 'sent':
      return message.shownRevision < revisionNow(deps, message) ? 'update' : null;
    case 'undeliverable':
      if (!trials.has(message.id)) return null;
      return message.activityId === null ? 'send' : 'update';
    case 'dropped':
      return null;
  }
};

type Look = {
  readonly now: string;
  readonly trials: ReadonlySet<string>;
  readonly isQuiet: Quiet;
};

const workFor = (deps: Deps, row: Row<Message>, { now, trials, isQuiet }: Look): Work | null => {
  if (!isFree(row.value, now)) return null;
  const type = typeOfWork(deps, row.value, trials);
  const notice = type && noticeOf(deps, row.value);
  if (!notice || (type === 'send' && isQuiet(row.value, notice))) return null;
  return { row, notice, type };
};

/**
 * Of all that could not be brought to somebody, the first that they still lack: whether they can be
 * reached again is found out with that one. What is gone from a chat is not there to be drawn anew.
 */
const trialsIn = (deps: Deps): ReadonlySet<string> => {
  const first = new Map<PersonId, string>();
  for (const { value: message } of deps.stores.messages.all()) {
    const { state, to, activityId, unreached } = message;
    if (state !== 'undeliverable' || to.type !== 'person' || first.has(to.id)) continue;
    const isThere = activityId === null || unreached !== 'gone';
    if (isThere && !isCopy(message) && isWanted(deps, message)) first.set(to.id, message.id);
  }
  return new Set(first.values());
};

const laterOf = (
  message: Message,
  now: string,
  result: Extract<Sent, { type: 'later' }>,
): Partial<Message> => {
  // Our own pace is nobody's fault: it is no attempt, and not waited for longer and longer.
  if (result.isOwnPace)
    return {
      notBefore: after(now, result.retryAfterMs),
      claimedUntil: null,
      attempts: message.attempts - 1,
    };
  const backOff = Math.min(longestWaitMs, 1_000 * 2 ** Math.min(message.attempts, 10));
  return {
    notBefore: after(now, Math.max(result.retryAfterMs, backOff)),
    claimedUntil: null,
    problem: result.problem,
  };
};

/** It is tried again, in case Teams lets us in without a word. */
const unbrought = (
  deps: Deps,
  message: Message,
  { why, problem }: { readonly why: UnreachedWhy; readonly problem: string },
): Partial<Message> => ({
  state: 'undeliverable',
  unreached: why,
  problem,
  claimedUntil: null,
  notBefore: after(deps.clock.now(), nextTryMs(message.attempts)),
});

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
        unreached: null,
        attempts: 0,
      };
    case 'unreachable':
      return unbrought(deps, work.row.value, result);
    case 'later':
      return {
        ...(work.row.value.state === 'undeliverable' ? {} : { state: 'queued' as const }),
        ...laterOf(work.row.value, deps.clock.now(), result),
      };
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
        state: 'sent',
        unreached: null,
        problem: '',
        shownRevision: work.notice.revision,
        claimedUntil: null,
        notBefore: null,
        attempts: 0,
      };
    case 'gone':
      return unbrought(deps, work.row.value, result);
    case 'later':
      return laterOf(work.row.value, deps.clock.now(), result);
  }
};

const claim = async (deps: Deps, work: Work, now: string): Promise<Row<Message> | null> => {
  const claimed = await deps.stores.messages.update(work.row, {
    ...(work.row.value.state === 'queued' ? { state: 'sending' as const } : {}),
    claimedUntil: after(now, claimMs),
    attempts: work.row.value.attempts + 1,
  });
  return claimed.type === 'updated' ? claimed.row : null;
};

const store = async (deps: Deps, row: Row<Message>, changes: Partial<Message>): Promise<void> => {
  const updated = await deps.stores.messages.update(row, changes);
  if (updated.type === 'changed') await deps.stores.messages.update(updated.row, changes);
};

/** Over before anybody was told; what stands in a chat already is drawn to the end. */
const isOverBeforehand = (deps: Deps, { type, row }: Work): boolean =>
  type === 'send' && isOvertaken(deps, row.value);

/** The chat is closed to the bot, and the app is there: the activity feed is another way. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: guards in the order they must come; taken apart, each would ask for the row again.
const tellInFeed = async (deps: Deps, messenger: Messenger, personId: PersonId): Promise<void> => {
  const { messages } = deps.stores;
  for (const row of messages.all()) {
    const { to, state, unreached, feedAt } = row.value;
    if (to.type !== 'person' || to.id !== personId) continue;
    if (state !== 'undeliverable' || unreached !== 'blocked' || feedAt !== null) continue;
    const notice = isWanted(deps, row.value) ? noticeOf(deps, row.value) : undefined;
    const told = notice && (await messenger.tellInFeed(row.value, notice));
    if (told?.type === 'told') await messages.update(row, { feedAt: deps.clock.now() });
    if (told?.type === 'notInstalled') {
      await messages.update(row, { unreached: 'notInstalled' });
      await beginOutage(deps, personId, 'notInstalled');
    }
  }
};

/** What follows from a message that was brought to somebody, or could not be. */
const follow = async (
  deps: Deps,
  messenger: Messenger,
  before: Message,
  { state, unreached }: Partial<Message>,
): Promise<void> => {
  const { to, requestId, kind } = before;
  if (state === 'undeliverable' && to.type === 'chefgruppe' && requestId !== null)
    await tellAbout(deps, requestId);
  if (state === 'undeliverable' && to.type === 'person' && !isCopy(before)) {
    if (unreached && kind !== 'unreached') await beginOutage(deps, to.id, unreached);
    await tellInFeed(deps, messenger, to.id);
    await watchReach(deps);
  }
  if (state === 'sent' && to.type === 'person' && before.unreached !== null) {
    await sendAgain(deps, to.id);
    await settleReach(deps, to.id);
  }
};

/** True when the next message of the chat may follow. */
const carryOut = async (deps: Deps, messenger: Messenger, work: Work): Promise<boolean> => {
  const now = deps.clock.now();
  const claimed = await claim(deps, work, now);
  if (!claimed) return true;
  const mine = { ...work, row: claimed };
  const changes = isOverBeforehand(deps, mine)
    ? { state: 'dropped' as const, claimedUntil: null }
    : await (mine.type === 'send' ? sendNow : updateNow)(deps, messenger, mine);
  await store(deps, claimed, changes);
  await follow(deps, messenger, claimed.value, changes);
  return changes.state === 'undeliverable' || !changes.notBefore;
};

/** The messages of one chat in their order; what has to wait holds up those behind it. */
const carryOutAll = async (
  deps: Deps,
  messenger: Messenger,
  chat: readonly Work[],
): Promise<void> => {
  for (const one of chat) if (!(await carryOut(deps, messenger, one))) return;
};

const isUndelivered = (deps: Deps, message: Message, isQuiet: Quiet): boolean => {
  const type = typeOfWork(deps, message, new Set());
  const notice = type && noticeOf(deps, message);
  return notice !== null && notice !== undefined && !(type === 'send' && isQuiet(message, notice));
};

/**
 * How many messages are still to be sent or drawn anew, those somebody is at included. What could
 * not be brought to its person waits for them, and what comes at night for the morning, not for us.
 */
export const undeliveredIn = (deps: Deps): number => {
  const isQuiet = quietNow(deps);
  return deps.stores.messages.all().filter(({ value }) => isUndelivered(deps, value, isQuiet))
    .length;
};

/** Messages of one chat keep their order; different chats need not wait for each other. */
const chatOf = (message: Message): string =>
  message.to.type === 'person' ? message.to.id : message.to.type;

/**
 * Sends what is queued and draws anew what shows an old picture. Safe to run on any number of
 * servers: a message is claimed before it is worked on. With a person, only what is for them.
 * Returns how many were worked on.
 */
export const deliver = async (
  deps: Deps,
  messenger: Messenger,
  only: PersonId | null = null,
): Promise<number> => {
  const look = { now: deps.clock.now(), trials: trialsIn(deps), isQuiet: quietNow(deps) };
  const work = deps.stores.messages
    .all()
    .filter(({ value }) => only === null || chatOf(value) === only)
    .map((row) => workFor(deps, row, look))
    .filter((one) => one !== null);
  const chats = new Map<string, Work[]>();
  for (const one of work) {
    const chat = chatOf(one.row.value);
    chats.set(chat, [...(chats.get(chat) ?? []), one]);
  }
  const waiting = [...chats.values()];
  const worker = async (): Promise<void> => {
    for (let chat = waiting.shift(); chat; chat = waiting.shift())
      await carryOutAll(deps, messenger, chat);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, worker));
  return work.length;
};
