import type { Ask } from '#shared/domain/asking/asking.ts';
import type { Deps, Stores } from '../ports.ts';
import { farAhead, Kept, type KeptParts } from './kept.ts';

export type CallingParts = Pick<KeptParts<unknown>, 'own'> & {
  readonly subjects: (stores: Stores) => Iterable<string>;
  /** Whether it calls for something as it stands, and the hours at which it may by itself. */
  readonly look: (
    deps: Deps,
    subject: string,
  ) => { readonly calls: boolean; readonly hours: readonly string[] };
};

/** The hours at which somebody who is asked is nudged, and is late. */
export const hoursOf = (ask: Ask | null): readonly string[] =>
  ask ? [ask.nudgeAt, ask.dueAt] : [];

export const callsForNothing = { calls: false, hours: [] } as const;

type Look = { readonly calls: boolean; readonly until: string };
type Known = { readonly kept: Kept<Look>; readonly calling: Set<string> };

const knowing = (deps: Deps, { own, subjects, look }: CallingParts): Known => {
  const kept = new Kept<Look>({
    ...{ deps, own, subjects: () => subjects(deps.stores), until: ({ until }) => until },
    workOut: (noted, subject) => {
      const now = noted.clock.now();
      const { calls, hours } = look(noted, subject);
      const ahead = hours.filter((hour) => hour > now).sort();
      return { calls, until: ahead[0] ?? farAhead };
    },
  });
  return { kept, calling: new Set() };
};

/**
 * Which of many matters call for something. Each is looked at again when a row it rests on has
 * changed or its hour has come; so a look at all of them costs what has happened, and not what there is.
 */
export const callingAmong = (parts: CallingParts): ((deps: Deps) => readonly string[]) => {
  const known = new WeakMap<Deps, Known>();
  return (deps) => {
    const { kept, calling } = known.get(deps) ?? knowing(deps, parts);
    known.set(deps, { kept, calling });
    for (const subject of kept.refresh())
      if (kept.values.get(subject)?.calls) calling.add(subject);
      else calling.delete(subject);
    return [...calling];
  };
};
