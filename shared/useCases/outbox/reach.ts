import {
  askingKinds,
  type Conversation,
  isCopy,
  type Message,
  messageAbout,
  neverUnreached,
  personalKey,
  type Recipient,
  type SubjectColumn,
  unsent,
} from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import {
  isOutageOver,
  outageIn,
  outageNow,
  outageOf,
  outageStart,
  type Unreached,
  type UnreachedWhy,
} from '#shared/domain/reach.ts';
import type { RequestId } from '#shared/domain/request.ts';
import {
  type AboutMatter,
  answerersTo,
  isAboutMatter,
  matterTold,
  messagesOfProject,
} from '../matters/registry.ts';
import { peopleIn } from '../people.ts';
import type { Deps, Row } from '../ports.ts';

const chatWith = (deps: Deps, personId: PersonId): Conversation | undefined =>
  deps.stores.conversations.get(personalKey(personId))?.value;

/** The app was there and is not any more. */
const isTakenAway = (deps: Deps, personId: PersonId): boolean => {
  const chat = chatWith(deps, personId);
  return chat !== undefined && !chat.installed && chat.conversationId !== '';
};

/** Not brought yet, or standing in a chat that the person has taken the app out of. */
const isUnbrought = (deps: Deps, message: Message, personId: PersonId): boolean => {
  const { state, unreached, kind } = message;
  if (state === 'undeliverable') return true;
  if (state === 'queued' || state === 'sending') return unreached !== null;
  return state === 'sent' && askingKinds.includes(kind) && isTakenAway(deps, personId);
};

type To = { readonly message: AboutMatter; readonly personId: PersonId };

/** What people lack of these messages; of a person who cannot be reached we tell others, not them. */
const lackedIn = (deps: Deps, messages: Iterable<Row<Message>>): readonly To[] => {
  const lacked: To[] = [];
  for (const { value: message } of messages) {
    if (message.to.type !== 'person' || !isAboutMatter(message) || isCopy(message)) continue;
    const personId = message.to.id;
    if (isUnbrought(deps, message, personId) && matterTold(deps, message)?.isWanted)
      lacked.push({ message, personId });
  }
  return lacked;
};

/** What one person lacks, in the order in which it was to be told. */
export const lackedBy = (deps: Deps, personId: PersonId): readonly Message[] =>
  lackedIn(
    deps,
    deps.stores.messages
      .all()
      .filter(({ value: { to } }) => to.type === 'person' && to.id === personId),
  ).map(({ message }) => message);

/** Whether another who may answer in their stead has the card, e.g. a deputy. */
const isCovered = (
  deps: Deps,
  { message, personId }: To,
  beside: readonly Row<Message>[],
): boolean =>
  answerersTo(deps, message, personId).some((other) =>
    beside.some(
      ({ value: { to, kind, state } }) =>
        to.type === 'person' &&
        to.id === other &&
        other !== personId &&
        kind === message.kind &&
        state === 'sent' &&
        !isTakenAway(deps, other),
    ),
  );

/** The person as the list knows them, else as the project names them. */
export const nameOfPerson = (deps: Deps, personId: PersonId): string => {
  const known = deps.stores.people.get(personId)?.value.name;
  if (known) return known;
  for (const { value } of deps.stores.projects.all()) {
    if (value.leadId === personId) return value.leadName;
    if (value.ownerId === personId) return value.ownerName;
  }
  return '';
};

const unreachedOf = (
  deps: Deps,
  personId: PersonId,
  lacked: readonly To[],
  beside: readonly Row<Message>[],
): Unreached => {
  const outage = outageNow(chatWith(deps, personId));
  const messages = lacked.map(({ message }) => message);
  return {
    id: personId,
    name: nameOfPerson(deps, personId),
    why: outage?.why ?? messages.find((one) => one.unreached)?.unreached ?? 'refused',
    since: outage?.since ?? messages[0]?.createdAt ?? deps.clock.now(),
    inFeed: messages.some((one) => one.feedAt !== null),
    holdsUp: lacked.some(
      (one) => askingKinds.includes(one.message.kind) && !isCovered(deps, one, beside),
    ),
  };
};

/** Who cannot be reached of those that these messages are for. */
const unreachedIn = (deps: Deps, beside: readonly Row<Message>[]): readonly Unreached[] => {
  const byPerson = new Map<PersonId, To[]>();
  for (const one of lackedIn(deps, beside))
    byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one]);
  return [...byPerson].map(([id, lacked]) => unreachedOf(deps, id, lacked, beside));
};

/** Who has not been told something about one matter, by the column that names it. */
export const unreachedAbout = (
  deps: Deps,
  column: SubjectColumn,
  id: string,
): readonly Unreached[] => unreachedIn(deps, deps.stores.messages.where(column, id));

/** Everybody who has not been told something about a project. */
export const unreachedOfProject = (deps: Deps, projectId: string): readonly Unreached[] =>
  unreachedIn(deps, messagesOfProject(deps, projectId));

/** Whether a request waits for somebody who cannot be reached, and for whom nobody stands in. */
export const isHeldUp = (deps: Deps, requestId: RequestId): boolean => {
  const beside = deps.stores.messages.where('requestId', requestId);
  const asks = beside.filter(({ value: { kind } }) => askingKinds.includes(kind));
  return lackedIn(deps, asks).some((one) => !isCovered(deps, one, beside));
};

/** Takes down that somebody cannot be reached, and why. */
export const beginOutage = async (
  deps: Deps,
  personId: PersonId,
  why: UnreachedWhy,
): Promise<void> => {
  const { conversations } = deps.stores;
  const [id, now] = [personalKey(personId), deps.clock.now()];
  const fresh: Conversation = {
    ...{ id, conversationId: '', serviceUrl: '', kind: 'personal', personId },
    ...{ teamsUserId: null, members: [], installed: false },
    ...neverUnreached,
    unreachedSince: now,
    unreached: why,
  };
  const row = conversations.get(id) ?? (await conversations.insert(fresh)).row;
  const outage = outageNow(row.value);
  if (outage?.why === why) return;
  const unreachedSince = outage?.since ?? outageStart(row.value, now);
  const installed = row.value.installed && why !== 'notInstalled';
  const updated = await conversations.update(row, { unreachedSince, unreached: why, installed });
  if (updated.type === 'changed' && !outageNow(updated.row.value))
    await conversations.update(updated.row, { unreachedSince, unreached: why, installed });
};

const endOutage = async (deps: Deps, row: Row<Conversation>): Promise<void> => {
  // An outage that began a second after the last one ended may lie ahead of the clock.
  const now = deps.clock.now();
  const over = { reachedAt: [now, row.value.unreachedSince ?? now].sort().at(-1) ?? now };
  const updated = await deps.stores.conversations.update(row, over);
  // The chat may have been written down anew in the same moment, by whoever delivered.
  if (updated.type === 'changed' && outageNow(updated.row.value))
    await deps.stores.conversations.update(updated.row, over);
};

/** Ends the outage of somebody who has got everything that waited for them. */
export const settleReach = async (deps: Deps, personId: PersonId): Promise<void> => {
  const { conversations, messages } = deps.stores;
  const row = await conversations.read(personalKey(personId));
  if (!row || !outageNow(row.value)) return;
  // Another server may have brought the rest in the same moment: whoever looks last sees it all.
  await Promise.all(lackedBy(deps, personId).map(({ id }) => messages.read(id)));
  if (lackedBy(deps, personId).length === 0) await endOutage(deps, row);
};

const person = (id: PersonId): Recipient => ({ type: 'person', id });

const messageOf = (about: string, to: Recipient, at: string): Message => ({
  id: ['unreached', about, to.type === 'person' ? to.id : to.type].join(':'),
  kind: 'unreached',
  ...messageAbout.outage(about),
  to,
  ...unsent,
  createdAt: at,
});

/** The other consultants are told; the team's channel, when none of them can be reached either. */
const messagesOn = (deps: Deps, personId: PersonId, since: string): readonly Message[] => {
  const { messages } = deps.stores;
  const about = outageOf(personId, since);
  const at = deps.clock.now();
  const consultants = peopleIn(deps)
    .filter(({ id, roles }) => id !== personId && roles.includes('consultant'))
    .map(({ id }) => messageOf(about, person(id), at));
  const nobody = consultants.every(({ id }) => messages.get(id)?.value.state === 'undeliverable');
  return nobody ? [...consultants, messageOf(about, { type: 'team' }, at)] : consultants;
};

const tellOf = async (deps: Deps, personId: PersonId, since: string): Promise<void> => {
  const { messages } = deps.stores;
  for (const message of messagesOn(deps, personId, since))
    if (!messages.get(message.id)) await messages.insert(message);
};

/** How old a copy of a list in memory may be: until then an outage may have causes not seen here. */
const settledAfterMs = 20_000;

const isLongSince = (deps: Deps, since: string): boolean =>
  Date.parse(since) + settledAfterMs <= Date.parse(deps.clock.now());

const isPast = (deps: Deps, message: Message): boolean => {
  if (isAboutMatter(message)) return matterTold(deps, message)?.isOvertaken ?? false;
  const { personId, since } = outageIn(message.about);
  return isOutageOver(chatWith(deps, personId), since);
};

/** What nobody needs to be told any more is not tried again. */
const dropPast = async (deps: Deps): Promise<void> => {
  const { messages } = deps.stores;
  for (const row of messages.all()) {
    if (row.value.state !== 'undeliverable' || row.value.to.type !== 'person') continue;
    if (isPast(deps, row.value)) await messages.update(row, { state: 'dropped', unreached: null });
  }
};

/** Of a message that was brought, or of an old row, nothing is said. */
const whyOf = (deps: Deps, personId: PersonId): UnreachedWhy => {
  const chat = chatWith(deps, personId);
  return outageNow(chat)?.why ?? (chat?.installed === false ? 'notInstalled' : 'refused');
};

/** Everybody who lacks something, each with why. */
const lackingNow = (deps: Deps): ReadonlyMap<PersonId, UnreachedWhy> => {
  const lacking = new Map<PersonId, UnreachedWhy>();
  for (const { message, personId } of lackedIn(deps, deps.stores.messages.all()))
    lacking.set(personId, message.unreached ?? lacking.get(personId) ?? whyOf(deps, personId));
  return lacking;
};

const watchChat = async (
  deps: Deps,
  row: Row<Conversation>,
  personId: PersonId,
  lacks: boolean,
): Promise<void> => {
  const outage = outageNow(row.value);
  if (!outage) return;
  if (lacks || !isLongSince(deps, outage.since)) await tellOf(deps, personId, outage.since);
  else await endOutage(deps, row);
};

/**
 * Sees to it that whoever can do something knows of everybody who cannot be reached, once for
 * each outage. Derived from the lists, so any server may do it, and do it again.
 */
export const watchReach = async (deps: Deps): Promise<void> => {
  await dropPast(deps);
  const lacking = lackingNow(deps);
  for (const [personId, why] of lacking)
    if (!outageNow(chatWith(deps, personId))) await beginOutage(deps, personId, why);
  for (const row of deps.stores.conversations.all()) {
    const { personId } = row.value;
    if (personId !== null) await watchChat(deps, row, personId, lacking.has(personId));
  }
};
