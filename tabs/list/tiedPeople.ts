import type { BoardProject } from '#shared/domain/board.ts';
import type { PersonId } from '#shared/domain/person.ts';

export type Tied = {
  readonly id: PersonId;
  readonly name: string;
  readonly owns: number;
  readonly leads: number;
};

/** Those who own or lead a project, by name, with how many. */
export const tiedPeople = (
  projects: readonly BoardProject[],
  people: Readonly<Record<PersonId, string>>,
): readonly Tied[] => {
  const counts = new Map<PersonId, { owns: number; leads: number }>();
  const of = (id: PersonId) => {
    const known = counts.get(id) ?? { owns: 0, leads: 0 };
    counts.set(id, known);
    return known;
  };
  for (const { owner, lead } of projects) {
    if (owner !== undefined) of(owner).owns += 1;
    if (lead !== undefined) of(lead).leads += 1;
  }
  return [...counts]
    .map(([id, count]) => ({ id, name: people[id] ?? '', ...count }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
};
