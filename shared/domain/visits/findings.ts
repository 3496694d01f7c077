import type { PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';
import { wordForm } from '../wordForm.ts';
import type { VisitNow } from './now.ts';
import type { GroupLevel, VisitEvent } from './visit.ts';

/* What was seen in a visit: observations, laid in groups, some of which become ideas. */

export type Observation = {
  readonly key: string;
  readonly text: string;
  /** '' = in no group. */
  readonly group: string;
  readonly picture: string | null;
  readonly byId: PersonId;
  readonly byName: string;
  /** When it was written, which may be long before the server heard of it. */
  readonly at: string;
};

export type Group = {
  readonly name: string;
  readonly count: number;
  readonly value: GroupLevel | null;
  readonly effort: GroupLevel | null;
  readonly isChosen: boolean;
  /** Why it was chosen, or not. */
  readonly why: string;
  readonly projectId: ProjectId | null;
  /** The event that changed it last; 0 = nobody has. */
  readonly seq: number;
};

export type Findings = {
  /** In the order they were written. */
  readonly notes: readonly Observation[];
  /** In the order they came up. */
  readonly groups: readonly Group[];
};

/** Two phones that wrote the same name mean the same group. */
export const groupForm = (name: string): string => wordForm(name);

const writtenAt = ({ notedAt, at }: VisitEvent): string => notedAt ?? at;

/** By the clock of the device, and within it by its own numbers. */
const inOrder = (a: VisitEvent, b: VisitEvent): number =>
  writtenAt(a).localeCompare(writtenAt(b)) || a.seq - b.seq || a.note.localeCompare(b.note);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Groups {
  readonly #groups = new Map<string, Mutable<Group>>();
  /** What a group is called now, by what it was called. */
  readonly #renamed = new Map<string, string>();

  #formNow(form: string): string {
    const next = this.#renamed.get(form);
    return next === undefined || next === form ? form : this.#formNow(next);
  }

  /** A group by any name it has had; made when it is new. */
  at(name: string): Mutable<Group> {
    const form = this.#formNow(groupForm(name));
    const found = this.#groups.get(form);
    if (found) return found;
    const made: Mutable<Group> = {
      ...{ name: name.trim(), count: 0, value: null, effort: null, isChosen: false },
      ...{ why: '', projectId: null, seq: 0 },
    };
    this.#groups.set(form, made);
    return made;
  }

  /** The name of another group makes the two one. */
  rename(from: string, to: string): Mutable<Group> {
    const group = this.at(from);
    const was = this.#formNow(groupForm(from));
    const is = this.#formNow(groupForm(to));
    if (was === is) return Object.assign(group, { name: to.trim() });
    const kept = this.#groups.get(is) ?? { ...group, name: to.trim() };
    this.#groups.delete(was);
    this.#groups.set(is, kept);
    this.#renamed.set(was, is);
    return kept;
  }

  all(): readonly Group[] {
    return [...this.#groups.values()];
  }
}

/** Where each observation was laid last, and whether it was taken away. */
const movesIn = (events: readonly VisitEvent[]) => {
  const moved = new Map<string, string>();
  const dropped = new Set<string>();
  for (const { kind, note, group } of events) {
    if (kind === 'grouped') moved.set(note, group);
    if (kind === 'dropped') dropped.add(note);
  }
  return { moved, dropped };
};

/** What the team has said of groups, laid on those that are. */
const judge = (groups: Groups, events: readonly VisitEvent[]): void => {
  for (const event of events) {
    const { kind, group: of, name, seq, projectId } = event;
    if (kind === 'becameIdea') Object.assign(groups.at(of), { projectId, seq });
    if (kind !== 'valued') continue;
    const { value, effort, done: isChosen, comment: why } = event;
    const group = name === '' ? groups.at(of) : groups.rename(of, name);
    Object.assign(group, { value, effort, isChosen, why, seq });
  }
};

/** What the numbered events and the observations of a visit come to. */
export const findingsOf = (
  { events }: Pick<VisitNow, 'events'>,
  noted: readonly VisitEvent[],
): Findings => {
  const { moved, dropped } = movesIn(events);
  const groups = new Groups();
  const notes = [...noted]
    .sort(inOrder)
    .filter(({ note }) => !dropped.has(note))
    .map((event) => ({ event, group: moved.get(event.note) ?? event.group }));
  for (const { group } of notes) if (group !== '') groups.at(group);
  judge(groups, events);
  const laid = notes.map(({ event, group }): Observation => {
    const its = group === '' ? null : groups.at(group);
    if (its) its.count += 1;
    return {
      ...{ key: event.note, text: event.comment, group: its?.name ?? '', picture: event.picture },
      ...{ byId: event.byId, byName: event.byName, at: writtenAt(event) },
    };
  });
  return {
    notes: laid,
    // What nobody has said a word about, and nothing lies in, is no group.
    groups: groups.all().filter(({ count, seq }) => count > 0 || seq > 0),
  };
};

/** A group by any spelling of its name. */
export const groupNamed = ({ groups }: Findings, name: string): Group | undefined =>
  groups.find((group) => groupForm(group.name) === groupForm(name));
