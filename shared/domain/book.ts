import type { PoolView, PoolYear, Posting, Share } from './funding.ts';
import type { Ore } from './money.ts';

export type Balance = {
  readonly budgetOre: Ore;
  readonly reservedOre: Ore;
  /** Granted and not yet spent. */
  readonly grantedOre: Ore;
  readonly spentOre: Ore;
  /** Given back so far, whether it was reserved or granted. */
  readonly releasedOre: Ore;
  /** Budget − reserved − granted-not-spent − spent; negative when overdrawn. */
  readonly availableOre: Ore;
};

type Matter = { reserved: Ore; granted: Ore; spent: Ore };

const post = (matter: Matter, posting: Posting): void => {
  switch (posting.kind) {
    case 'reserved':
      matter.reserved += posting.ore;
      return;
    case 'granted':
      matter.reserved = 0;
      matter.granted += posting.ore;
      return;
    case 'released':
      if (matter.reserved > 0) matter.reserved = Math.max(0, matter.reserved - posting.ore);
      else matter.granted = Math.max(0, matter.granted - posting.ore);
      return;
    case 'spent':
    case 'correction':
      matter.spent += posting.ore;
      return;
  }
};

const unspentOf = (matter: Matter): Ore => Math.max(0, matter.granted - Math.max(0, matter.spent));

/** The matter a posting belongs to: its grant, else the purchase it is or puts right. */
const matterOf = (posting: Posting): string => posting.requestId ?? posting.corrects ?? posting.id;

/**
 * One pool's postings, added up as they come. A grant replaces its request's reservation;
 * spending uses the grant first, and what goes beyond it counts at once.
 */
export class Book {
  readonly #matters = new Map<string, Matter>();
  #reserved: Ore = 0;
  #unspent: Ore = 0;
  #spent: Ore = 0;
  #released: Ore = 0;

  add(posting: Posting): void {
    const key = matterOf(posting);
    const matter = this.#matters.get(key) ?? { reserved: 0, granted: 0, spent: 0 };
    this.#matters.set(key, matter);
    const [reserved, unspent, spent] = [matter.reserved, unspentOf(matter), matter.spent];
    post(matter, posting);
    this.#reserved += matter.reserved - reserved;
    this.#unspent += unspentOf(matter) - unspent;
    this.#spent += matter.spent - spent;
    if (posting.kind === 'released') this.#released += posting.ore;
  }

  /** Øre of the budget that are reserved, granted or spent. */
  get usedOre(): Ore {
    return this.#reserved + this.#unspent + this.#spent;
  }

  balance(budgetOre: Ore): Balance {
    return {
      budgetOre,
      reservedOre: this.#reserved,
      grantedOre: this.#unspent,
      spentOre: this.#spent,
      releasedOre: this.#released,
      availableOre: budgetOre - this.usedOre,
    };
  }

  /** Øre still reserved for a request. */
  reservedFor(requestId: string): Ore {
    return this.#matters.get(requestId)?.reserved ?? 0;
  }

  /** Requests that have money reserved. */
  get reservedRequests(): readonly string[] {
    return [...this.#matters].flatMap(([id, { reserved }]) => (reserved > 0 ? [id] : []));
  }

  /** Øre granted to a request and not yet spent. */
  unspentOf(requestId: string): Ore {
    const matter = this.#matters.get(requestId);
    return matter ? unspentOf(matter) : 0;
  }
}

export const bookOf = (postings: Iterable<Posting>): Book => {
  const book = new Book();
  for (const posting of postings) book.add(posting);
  return book;
};

/** What a share asks of its pool, beside what the pool has. */
export const poolViewOf = (
  share: Share,
  balance: Balance,
  ownReservedOre: Ore,
  of: PoolYear = {},
): PoolView => {
  const beforeOre = balance.availableOre + ownReservedOre;
  const afterOre = beforeOre - share.ore;
  return {
    pool: share.pool,
    askedOre: share.ore,
    beforeOre,
    afterOre,
    missingOre: share.ore > 0 ? Math.max(0, -afterOre) : 0,
    ...of,
    parts: {
      budgetOre: balance.budgetOre,
      spentOre: balance.spentOre,
      grantedOre: balance.grantedOre,
      othersOre: balance.reservedOre - ownReservedOre,
    },
  };
};
