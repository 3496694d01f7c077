import { seatAnswerers } from '#shared/domain/asking/asking.ts';
import { type Message, type MessageKind, messageAbout, unsent } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { isSigned, type QuarterNow } from '#shared/domain/quarter/quarter.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';

type Due = { readonly kind: MessageKind; readonly about: number; readonly to: PersonId };

/** Every chef of the chefgruppe, and who stands in for one today. */
const membersIn = (deps: Deps): readonly PersonId[] => {
  const [people, day] = [peopleIn(deps), deps.clock.day()];
  const all = areaIdsOf(deps.stores).flatMap((seat) => seatAnswerers(seat, people, day));
  return [...new Set(all.map(({ id }) => id))];
};

/** Whoever ended the meeting, or began it, writes its minutes. */
const writerOf = ({ ended, began }: QuarterNow): PersonId | null =>
  ended?.byId ?? began?.byId ?? null;

/** The pack as long as the meeting lies ahead; one that was put right is told anew, and so is another day. */
const packDue = (deps: Deps, now: QuarterNow): readonly Due[] => {
  const about = Math.max(now.sent?.seq ?? 0, now.rescheduled?.seq ?? 0);
  return about === 0 || now.began !== null || now.day < deps.clock.day()
    ? []
    : membersIn(deps).map((to) => ({ kind: 'quarterPack', about, to }));
};

const minutesDue = (deps: Deps, now: QuarterNow): readonly Due[] =>
  now.version === 0 || isSigned(now, areaIdsOf(deps.stores))
    ? []
    : membersIn(deps).map((to) => ({ kind: 'quarterMinutes', about: now.versionSeq, to }));

const writerDue = (deps: Deps, now: QuarterNow): readonly Due[] => {
  const to = writerOf(now);
  if (to === null) return [];
  const proposals = now.proposals
    .filter(({ byId }) => byId !== to)
    .map(({ seq }) => ({ kind: 'quarterProposal' as const, about: seq, to }));
  const isDone = isSigned(now, areaIdsOf(deps.stores));
  const last = now.approvals.reduce((seq, one) => Math.max(seq, one.seq), 0);
  return isDone ? [...proposals, { kind: 'quarterSigned', about: last, to }] : proposals;
};

const allDue = (deps: Deps, now: QuarterNow): readonly Due[] => [
  ...packDue(deps, now),
  ...minutesDue(deps, now),
  ...writerDue(deps, now),
];

const messageOf = ({ id }: QuarterNow, { kind, about, to }: Due, at: string): Message => ({
  id: [id, kind, about, to].join(':'),
  kind,
  ...messageAbout.quarter(id, about),
  to: { type: 'person', id: to },
  ...unsent,
  createdAt: at,
});

/** Whether what a message says is still to be said. */
export const isQuarterMessageDue = (
  deps: Deps,
  now: QuarterNow,
  { kind, about, to }: Pick<Message, 'kind' | 'about' | 'to'>,
): boolean =>
  allDue(deps, now).some(
    (due) =>
      due.kind === kind && String(due.about) === about && to.type === 'person' && to.id === due.to,
  );

/** What is called for and not in the outbox, as far as memory knows. */
export const quarterUntold = (deps: Deps, now: QuarterNow): readonly Message[] => {
  const at = deps.clock.now();
  return allDue(deps, now)
    .map((due) => messageOf(now, due, at))
    .filter(({ id }) => deps.stores.messages.get(id) === undefined);
};

/** Puts every message that a kvartalsstatus calls for into the outbox, each once. Returns how many. */
export const tellQuarter = async (deps: Deps, now: QuarterNow): Promise<number> => {
  let told = 0;
  for (const message of quarterUntold(deps, now)) {
    const { type } = await deps.stores.messages.insert(message);
    if (type === 'inserted') told += 1;
  }
  return told;
};
