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
    readonly cause: string;
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
      causeOf: () => how.cause,
      eventFor: async (now, numbered) => {
        const judged = how.judge(now);
        return 'move' in judged ? { event: eventOf(deps, by, now, numbered, judged.move) } : judged;
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
    cause: `${id}:r${seen}:${given.type}:${content}`,
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
