import type { Actor } from '#shared/domain/person.ts';
import {
  type QuarterEvent,
  type QuarterId,
  type QuarterNow,
  quarterNowOf,
} from '#shared/domain/quarter/quarter.ts';
import {
  type QuarterGiven,
  type QuarterMove,
  type QuarterRefusal,
  quarterMoveFor,
} from '#shared/domain/quarter/rules.ts';
import type { QuarterView } from '#shared/domain/quarter/view.ts';
import type { AskingResult } from '../asking/result.ts';
import { actorOf } from '../people.ts';
import type { Deps } from '../ports.ts';
import { type Appended, appendEvent, type Numbered } from '../record/appendEvent.ts';
import { meetingsMoved } from '../requests/views.ts';
import { followPriorities, followQuarter } from './followQuarter.ts';
import { quarterFactsOf, quarterIdNamed, quarterViewFrom, readQuarter } from './quarters.ts';

export type QuarterResult = AskingResult<QuarterView, QuarterRefusal>;

type By = Pick<Actor, 'id' | 'name'>;

const eventOf = (
  deps: Deps,
  by: By,
  now: QuarterNow,
  numbered: Numbered,
  move: QuarterMove,
): QuarterEvent => ({
  ...move,
  ...numbered,
  quarterId: now.id,
  byId: by.id,
  byName: by.name,
  at: deps.clock.now(),
});

/** Appends what somebody, or the meeting itself, does; whoever comes second is judged anew. */
export const appendToQuarter = (
  deps: Deps,
  first: QuarterNow,
  by: By,
  how: {
    readonly seen: number;
    readonly causeOf: (now: QuarterNow) => string;
    readonly judge: (
      now: QuarterNow,
    ) => { readonly move: QuarterMove } | { readonly refusal: QuarterRefusal };
  },
): Promise<Appended<QuarterNow, QuarterRefusal>> =>
  appendEvent(
    {
      table: deps.stores.meetings,
      idOf: (seq) => `${first.id}:${seq}`,
      withEvents: (now, events) => quarterNowOf(now.id, [...now.events, ...events]),
      seen: how.seen,
      causeOf: how.causeOf,
      eventFor: async (now, numbered) => {
        const judged = how.judge(now);
        return 'move' in judged ? { event: eventOf(deps, by, now, numbered, judged.move) } : judged;
      },
      // Another meeting has got the day: what has happened to it is read before this is judged anew.
      onForeign: async ({ quarterId }) => {
        await readQuarter(deps, quarterId);
      },
    },
    first,
  );

/** What the rules rest on is read, not remembered. */
const readAround = async ({ stores }: Deps, actor: Actor, given: QuarterGiven): Promise<void> => {
  await Promise.all([
    stores.people.read(actor.id),
    ...(given.type === 'prioritise' ? [stores.projects.read(given.projectId)] : []),
  ]);
};

/**
 * To be moved to a day is caused by the day itself, and by how often one has been moved there before:
 * the unique column lets one of two meetings through that are moved to it in the same moment.
 */
const causeOfMove = (
  deps: Deps,
  { id, events }: QuarterNow,
  press: { readonly byId: string; readonly seen: number; readonly day: string },
): string => {
  const isTo = ({ kind, value }: QuarterEvent): boolean =>
    kind === 'rescheduled' && value === press.day;
  const own = events.find((one) => isTo(one) && one.byId === press.byId && one.seq > press.seen);
  if (own) return own.cause;
  const known = meetingsMoved(deps).filter((one) => isTo(one) && one.quarterId !== id);
  return `day:${press.day}:${known.length + events.filter(isTo).length}`;
};

/**
 * Anything that happens to a kvartalsstatus, from a card or from the tab. `seen` is the revision the
 * presser had before them: with it the same press is the same, however often it comes.
 */
export const moveQuarter = async (
  deps: Deps,
  presser: Actor,
  name: QuarterId,
  { seen, given }: { readonly seen: number; readonly given: QuarterGiven },
): Promise<QuarterResult> => {
  const id = quarterIdNamed(deps, name);
  if (id === undefined) return { type: 'unknown' };
  const first = await readQuarter(deps, id);
  await readAround(deps, presser, given);
  const actor = actorOf(deps, presser.id, presser.name);
  const content = deps.hashOf(JSON.stringify([actor.id, given])).slice(0, 16);
  const result = await appendToQuarter(deps, first, actor, {
    seen,
    causeOf: (now) =>
      given.type === 'reschedule'
        ? causeOfMove(deps, now, { byId: actor.id, seen, day: given.day })
        : `${id}:r${seen}:${given.type}:${content}`,
    judge: (now) => {
      const move = quarterMoveFor(now, actor, given, quarterFactsOf(deps, now));
      return move.ok ? { move: move.value } : { refusal: move.refusal };
    },
  });
  // Whoever wrote down a priority sees a project that has it.
  if (result.type !== 'refused') await followPriorities(deps, result.now);
  deps.later('followQuarter', () => followQuarter(deps, id));
  const view = quarterViewFrom(deps, result.now);
  return result.type === 'refused'
    ? { type: 'refused', refusal: result.refusal, view }
    : { type: result.type, view };
};
