import { Fault, type Pictures } from '#shared/useCases/ports.ts';

type Picture = NonNullable<Awaited<ReturnType<Pictures['read']>>>;

export type Limits = {
  readonly mostBytes: number;
  /** Addresses that are nobody's may cost this many calls a minute, of all who ask together. */
  readonly missesPerMinute: number;
  readonly now: () => number;
};

const usual: Limits = {
  mostBytes: 32 * 1_024 * 1_024,
  missesPerMinute: 60,
  now: () => performance.now(),
};

const minuteMs = 60_000;

/**
 * The pictures that were shown last, and one download for all who ask at once. Anybody may ask
 * without a token, so guessing must not eat what Graph gives the rest of us.
 */
export class RecentPictures {
  readonly #pictures: Pick<Pictures, 'read'>;
  readonly #limits: Limits;
  readonly #kept = new Map<string, Picture>();
  readonly #underWay = new Map<string, Promise<Picture | undefined>>();
  #bytes = 0;
  #misses: number[] = [];

  constructor(pictures: Pick<Pictures, 'read'>, limits: Partial<Limits> = {}) {
    this.#pictures = pictures;
    this.#limits = { ...usual, ...limits };
  }

  async read(id: string): Promise<Picture | undefined> {
    const kept = this.#kept.get(id);
    if (kept) {
      // A map is in order of insertion: the last one used goes to the end.
      this.#kept.delete(id);
      this.#kept.set(id, kept);
      return kept;
    }
    return this.#underWay.get(id) ?? this.#begin(id);
  }

  #begin(id: string): Promise<Picture | undefined> {
    this.#checkMisses();
    const asked = this.#ask(id).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, asked);
    return asked;
  }

  async #ask(id: string): Promise<Picture | undefined> {
    const found = await this.#pictures.read(id);
    if (found) this.#keep(id, found);
    else this.#misses.push(this.#limits.now());
    return found;
  }

  /** Those under way may be misses too, so that asking for all at once is no way round. */
  #checkMisses(): void {
    const { missesPerMinute, now } = this.#limits;
    const since = now() - minuteMs;
    this.#misses = this.#misses.filter((at) => at > since);
    if (this.#misses.length + this.#underWay.size >= missesPerMinute)
      throw new Fault('graph.throttled', { problem: 'manyUnknownPictures', outcome: 'notSent' });
  }

  #keep(id: string, picture: Picture): void {
    this.#kept.set(id, picture);
    this.#bytes += picture.bytes.length;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#limits.mostBytes) return;
      this.#kept.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }
}
