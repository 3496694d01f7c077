import { changesBetween } from '#shared/domain/boardChanges.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import type { StuckBefore } from '#shared/domain/stuck.ts';
import { Kept } from '../kept/kept.ts';
import type { Deps, Row } from '../ports.ts';
import { cardOf, namesOnBoard, stuckBeforeIn } from './board.ts';

/** A project's card as text, and the row it is of. */
type Card = { readonly row: Row<Project>; readonly text: string };
type Cards = ReadonlyMap<ProjectId, Card>;

export type BoardNow = {
  /** In the order of the list. Good until somebody looks again. */
  readonly cards: Cards;
  /** What those who own or lead something are called, as text. */
  readonly people: string;
  /** The same for the same board on any server, and for no other. */
  readonly sum: string;
  /** What became of the board as it was looked at before; null where its order is another. */
  readonly became: {
    readonly changed: readonly ProjectId[];
    readonly gone: readonly ProjectId[];
  } | null;
};

/** By what column a row names the project it belongs to. */
const ofProject = {
  projects: 'id',
  requests: 'projectId',
  decisions: 'projectId',
  steps: 'projectId',
  approvals: 'projectId',
  chefComments: 'projectId',
  interests: 'projectId',
  inquiries: 'projectId',
  spreadUnits: 'projectId',
} as const;

const seqOf = (card: Card | undefined): number => card?.row.seq ?? 0;

const isSameCard = (one: Card | undefined, other: Card | undefined): boolean =>
  one?.text === other?.text && seqOf(one) === seqOf(other);

const textsOf = (cards: Cards): ReadonlyMap<ProjectId, string> =>
  new Map([...cards].map(([id, { text }]) => [id, text]));

const isNamedAlike = (one: Project, other: Project): boolean =>
  one.ownerId === other.ownerId &&
  one.ownerName === other.ownerName &&
  one.leadId === other.leadId &&
  one.leadName === other.leadName;

/**
 * A sum, so that one card can be taken out of it and another put in; with the place of each, so
 * that it is another when the order is. 256 bits of SHA-256 are added: no two boards meet.
 */
class Sum {
  readonly #hashOf: Deps['hashOf'];
  #sum = 0n;

  constructor(hashOf: Deps['hashOf']) {
    this.#hashOf = hashOf;
  }

  change(was: Card | undefined, now: Card | undefined): void {
    this.#sum = BigInt.asUintN(256, this.#sum - this.#numberOf(was) + this.#numberOf(now));
  }

  toString(): string {
    return this.#sum.toString(36);
  }

  #numberOf(card: Card | undefined): bigint {
    return card ? BigInt(`0x${this.#hashOf(`${card.row.seq} ${card.text}`)}`) : 0n;
  }
}

/**
 * The board as it stands, for whoever looks again and again: a look costs what has changed since the
 * one before, and a walk that finds it (`infra/decisions/0038-kept-board.md`).
 */
export const createKeptBoard = (deps: Deps): (() => BoardNow) => {
  const { projects, people } = deps.stores;
  const sum = new Sum(deps.hashOf);
  let cards = new Map<ProjectId, Card>();
  let lastSeq = 0;
  let before: StuckBefore = stuckBeforeIn(deps);
  let named: { readonly by: unknown; readonly text: string } = { by: null, text: '' };

  const kept = new Kept<Card>({
    deps,
    own: ofProject,
    subjects: () => projects.all().map(({ value }) => value.id),
    workOut: (noted, id) => {
      const row = noted.stores.projects.get(id);
      return row && { row, text: JSON.stringify(cardOf(noted, row.value, before)) };
    },
  });

  /** The days before which something sits are nobody's row: with others every card is doubted. */
  const refresh = (): readonly ProjectId[] => {
    const now = stuckBeforeIn(deps);
    const isOtherDay = JSON.stringify(now) !== JSON.stringify(before);
    before = now;
    return [...kept.refresh(isOtherDay)];
  };

  const nameAnew = (touched: readonly ProjectId[]): void => {
    const by = people.all();
    const isNamed = (id: ProjectId): boolean => {
      const [was, now] = [cards.get(id), kept.values.get(id)];
      return was && now ? isNamedAlike(was.row.value, now.row.value) : was === now;
    };
    if (by !== named.by || !touched.every(isNamed))
      named = { by, text: JSON.stringify(namesOnBoard(deps.stores)) };
  };

  /** Each stands where it stood, and who is new comes after all that were there. */
  const isInOrder = (ids: readonly ProjectId[]): boolean =>
    ids.every((id) => {
      const [was, now] = [cards.get(id), kept.values.get(id)];
      return !now || (was ? seqOf(was) === seqOf(now) : seqOf(now) > lastSeq);
    });

  const inOrderOfList = (): Map<ProjectId, Card> =>
    new Map(
      projects.all().flatMap(({ value: { id } }) => {
        const card = kept.values.get(id);
        return card ? [[id, card] as const] : [];
      }),
    );

  const follow = (touched: readonly ProjectId[]): BoardNow['became'] => {
    const ids = touched
      .filter((id) => !isSameCard(cards.get(id), kept.values.get(id)))
      .sort((a, b) => seqOf(kept.values.get(a)) - seqOf(kept.values.get(b)));
    for (const id of ids) sum.change(cards.get(id), kept.values.get(id));
    if (!isInOrder(ids)) {
      const stood = textsOf(cards);
      cards = inOrderOfList();
      return changesBetween(stood, textsOf(cards));
    }
    // Those that look the same too: their rows may be others.
    for (const id of new Set([...ids, ...touched])) {
      const now = kept.values.get(id);
      if (now) cards.set(id, now);
      else cards.delete(id);
    }
    return {
      changed: ids.filter((id) => kept.values.has(id)),
      gone: ids.filter((id) => !kept.values.has(id)),
    };
  };

  return () => {
    const touched = refresh();
    nameAnew(touched);
    const became = follow(touched);
    lastSeq = seqOf(kept.values.get(projects.all().at(-1)?.value.id ?? ''));
    return { cards, people: named.text, sum: String(sum), became };
  };
};
