import fc from 'fast-check';
import {
  type Chain,
  type ChainColumn,
  chainColumns,
  columnsAfter,
  edgeKey,
  linkIn,
} from '#shared/domain/chain/chain.ts';
import {
  type ChainEvent,
  type ChainGiven,
  type ChainNow,
  type ChainRefusal,
  causeOfEdit,
  chainMoveFor,
  chainNowOf,
  withChainEvents,
} from '#shared/domain/chain/edit.ts';
import { rowStep } from '#shared/domain/chain/place.ts';
import type { Project } from '#shared/domain/project.ts';
import { actor, aReadyProject } from './portfolio.ts';

/** A UUID for a test: of a number. */
export const uuidOf = (number: number): string =>
  `0000${number.toString(16).padStart(4, '0')}-0000-4000-8000-000000000000`;

export const aChainProject = (more: Partial<Project> = {}): Project =>
  aReadyProject('gate2', { phase: 'investigation', status: 'active', ...more });

export const emptyNow = (project: Project = aChainProject()): ChainNow =>
  chainNowOf(project.id, []);

const instant = (seq: number): string =>
  new Date(Date.UTC(2026, 10, 30, 8, 0, seq)).toISOString().replace(/\.\d+Z$/, 'Z');

/** What an edit comes to by the rules, as the next one in the list; or why not. */
export const tried = (
  now: ChainNow,
  who: string,
  given: ChainGiven,
  { key = uuidOf(60_000 + now.revision), project = aChainProject() } = {},
): ChainNow | ChainRefusal => {
  const person = actor(who);
  const at = instant(now.revision);
  const by = { key, byId: person.id, byName: person.name, at };
  const move = chainMoveFor(now, person, project, given, by);
  if (!move.ok) return move.refusal;
  const seq = now.revision + 1;
  const event: ChainEvent = {
    ...{ id: `${project.id}:chain:${seq}`, cause: causeOfEdit(project.id, key), seq, at },
    ...{ projectId: project.id, byId: person.id, byName: person.name, phase: project.phase },
    ...move.value,
  };
  return withChainEvents(now, [event]);
};

export const edited = (now: ChainNow, who: string, given: ChainGiven, more = {}): ChainNow => {
  const made = tried(now, who, given, more);
  if ('chain' in made) return made;
  throw new Error(`${who} ${given.type}: ${made.type}`);
};

/** A link is written under the number, from those it comes from. */
export const addLink = (
  number: number,
  column: ChainColumn,
  text = `Led ${number}`,
  from: readonly number[] = [],
): ChainGiven => ({
  type: 'added',
  link: { id: uuidOf(number), column, text },
  edges: from.map((one) => ({ from: uuidOf(one), to: uuidOf(number) })),
});

/** What a chain says, whatever the order its parts are kept in. */
export const saidBy = ({ links, edges }: Chain) => ({
  links: [...links].sort((a, b) => a.id.localeCompare(b.id)),
  edges: edges.map(edgeKey).sort(),
});

/** An arrow without an end, or a way round in a ring; '' when there is neither. */
export const faultIn = (chain: Chain): string => {
  const loose = chain.edges.find(({ from, to }) => !linkIn(chain, from) || !linkIn(chain, to));
  if (loose) return `loose ${edgeKey(loose)}`;
  const wrong = chain.edges.find(({ from, to }) => {
    const [a, b] = [linkIn(chain, from), linkIn(chain, to)];
    return a && b && !columnsAfter(a.column).includes(b.column);
  });
  if (wrong) return `goes to a column it may not ${edgeKey(wrong)}`;
  const stacked = chain.links.find(({ id, column, row }) =>
    chain.links.some(
      (other) => other.id !== id && other.column === column && Math.abs(other.row - row) < rowStep,
    ),
  );
  if (stacked) return `on another ${stacked.id}`;
  // Taken away as long as something has nothing before it, only a ring is left.
  let left = [...chain.edges];
  let before = -1;
  while (left.length !== before) {
    before = left.length;
    const reached = new Set(left.map(({ to }) => to));
    left = left.filter(({ from }) => reached.has(from));
  }
  return left.length === 0 ? '' : `ring ${left.map(edgeKey).join(' ')}`;
};

const few = fc.integer({ min: 1, max: 8 });
const edgeOf = fc.record({ from: few.map(uuidOf), to: few.map(uuidOf) });

/** Any edit of a handful of links: most meet each other. */
export const anyEdit: fc.Arbitrary<ChainGiven> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('added' as const),
      link: fc.record({
        id: few.map(uuidOf),
        column: fc.constantFrom(...chainColumns),
        text: fc.constantFrom('En', 'To', 'Tre'),
      }),
      edges: fc.array(edgeOf, { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('removed' as const), id: few.map(uuidOf) }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('joined' as const), edge: edgeOf }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('parted' as const), edge: edgeOf }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('written' as const),
      id: few.map(uuidOf),
      text: fc.constantFrom('Fire', 'Fem', 'Seks'),
      seen: fc.constant([]),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('detailed' as const),
      id: few.map(uuidOf),
      details: fc.record({ who: fc.constantFrom('Aften', 'Nat'), stops: fc.boolean() }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('arranged' as const),
      rows: fc.dictionary(few.map(uuidOf), fc.integer({ min: 0, max: 9 }), { maxKeys: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        type: fc.constant('moved' as const),
        id: few.map(uuidOf),
        column: fc.constantFrom(...chainColumns),
        row: fc.integer({ min: 0, max: 9 }),
      },
      { requiredKeys: ['type', 'id', 'column'] },
    ),
  },
);
