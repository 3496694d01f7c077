import { Fault, type SetAside } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import type { ListMirror } from './listMirror.ts';
import type { Call, Reply } from './reply.ts';
import type { Timing } from './timing.ts';

type AnyListMirror = Pick<
  ListMirror<{ readonly id: string }>,
  'nextCall' | 'take' | 'settleDoubts' | 'isLoaded'
> & { readonly rows: { setAside(): readonly SetAside[] } };

export type MirrorParts = {
  readonly client: GraphClient;
  readonly timing: Timing;
  /** ISO instant, for people. */
  readonly now: () => string;
  /** The lists that somebody who looks at the board wants fresh. */
  readonly watched: readonly string[];
  /** A round failed; the old picture stays. */
  readonly onFault?: (fault: unknown) => void;
};

export type Polling = { readonly watchedMs: number; readonly idleMs: number };

const watchedForMs = 15_000;
const roundPatienceMs = 5_000;
const mostParts = 20;
/** A list whose reading has to start over more often than this in one round is left for the next. */
const mostRestarts = 2;

/** All lists in memory, kept fresh by one round of deltas in one call. */
export class Mirror {
  readonly #parts: MirrorParts;
  readonly #lists = new Map<string, AnyListMirror>();
  readonly #versions = new Map<string, number>();
  readonly #listeners = new Set<(changed: ReadonlySet<string>) => void>();
  #version = 0;
  #asOf: string | undefined;
  #staleSince: string | undefined;
  #touchedAt = Number.NEGATIVE_INFINITY;
  #allAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | undefined;
  #queued: Promise<void> | undefined;
  #callOff: (() => void) | undefined;

  constructor(parts: MirrorParts) {
    this.#parts = parts;
  }

  add(name: string, list: AnyListMirror): void {
    this.#lists.set(name, list);
    this.#versions.set(name, 0);
  }

  /** Rises when a row of any list really changed. */
  get version(): number {
    return this.#version;
  }

  versionOf(list: string): number {
    return this.#versions.get(list) ?? 0;
  }

  /** When the last round that succeeded began; undefined before the first. */
  get asOf(): string | undefined {
    return this.#asOf;
  }

  /** Since when rounds have failed; undefined while they succeed. */
  get staleSince(): string | undefined {
    return this.#staleSince;
  }

  get isLoaded(): boolean {
    return [...this.#lists.values()].every((list) => list.isLoaded);
  }

  setAside(): readonly SetAside[] {
    return [...this.#lists.values()].flatMap((list) => list.rows.setAside());
  }

  onChange(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something in these lists is new. */
  tell(names: Iterable<string>): void {
    const changed = new Set(names);
    if (changed.size === 0) return;
    this.#version += 1;
    for (const name of changed) this.#versions.set(name, this.versionOf(name) + 1);
    for (const listener of this.#listeners) listener(changed);
  }

  /** Reads everything, however long Graph makes us wait. */
  load(): Promise<void> {
    return this.#after(this.#running, [...this.#lists.keys()], Number.POSITIVE_INFINITY);
  }

  /** A round that begins after this call; fails when the source cannot be asked. */
  refreshNow(): Promise<void> {
    if (this.#queued) return this.#queued;
    const before = this.#running;
    const round = this.#after(before, [...this.#lists.keys()], roundPatienceMs);
    if (before) this.#queued = round;
    return round;
  }

  /** Somebody looks: the board's lists are kept fresh fast for a while. */
  touch(): void {
    const now = this.#parts.timing.now();
    const asleep = now - this.#touchedAt >= watchedForMs;
    this.#touchedAt = now;
    if (asleep && this.#callOff && !this.#running) this.#inBackground(this.#parts.watched);
  }

  start(polling: Polling): void {
    this.stop();
    const look = () => {
      this.#callOff = this.#parts.timing.after(polling.watchedMs, look);
      if (!this.#running) this.#inBackground(this.#due(polling));
    };
    this.#callOff = this.#parts.timing.after(polling.watchedMs, look);
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #due(polling: Polling): readonly string[] {
    const now = this.#parts.timing.now();
    if (now - this.#allAt >= polling.idleMs) return [...this.#lists.keys()];
    return now - this.#touchedAt < watchedForMs ? this.#parts.watched : [];
  }

  #inBackground(names: readonly string[]): void {
    if (names.length === 0) return;
    this.#after(undefined, names, roundPatienceMs).catch((fault: unknown) => {
      this.#parts.onFault?.(fault);
    });
  }

  /** One round at a time. */
  #after(
    before: Promise<void> | undefined,
    names: readonly string[],
    patienceMs: number,
  ): Promise<void> {
    const begin = () => {
      // Whoever asks from now on wants the round after this one.
      this.#queued = undefined;
      return this.#round(names, patienceMs);
    };
    const round = before ? before.then(begin, begin) : begin();
    this.#running = round;
    const end = () => {
      if (this.#running === round) this.#running = undefined;
    };
    round.then(end, end);
    return round;
  }

  async #round(names: readonly string[], patienceMs: number): Promise<void> {
    const began = this.#parts.now();
    if (names.length === this.#lists.size) this.#allAt = this.#parts.timing.now();
    const changed = new Set<string>();
    const faults: unknown[] = [];
    try {
      for (let at = 0; at < names.length; at += mostParts)
        await this.#ask(names.slice(at, at + mostParts), patienceMs, changed, faults);
    } catch (fault) {
      faults.push(fault);
    }
    this.tell(changed);
    if (faults.length === 0) {
      this.#asOf = began;
      this.#staleSince = undefined;
      return;
    }
    this.#staleSince ??= began;
    throw faults[0];
  }

  async #ask(
    names: readonly string[],
    patienceMs: number,
    changed: Set<string>,
    faults: unknown[],
  ): Promise<void> {
    const lists = names.flatMap((name) => {
      const list = this.#lists.get(name);
      return list ? [{ name, list }] : [];
    });
    const calls = await Promise.all(lists.map(({ list }) => list.nextCall(patienceMs)));
    const replies = await this.#parts.client.batch(calls);
    await Promise.all(
      lists.map(async ({ name, list }, at) => {
        const [call, reply] = [calls[at], replies[at]];
        if (!call || !reply) return;
        try {
          await this.#take(list, { call, reply, patienceMs }, () => changed.add(name));
        } catch (fault) {
          faults.push(fault);
        }
      }),
    );
  }

  /** Each change is said as it is found: what comes after it may fail. */
  async #take(
    list: AnyListMirror,
    { call, reply, patienceMs }: { call: Call; reply: Reply; patienceMs: number },
    onChange: () => void,
  ): Promise<void> {
    const taken = list.take(reply, call);
    if (taken.changed) onChange();
    if (taken.more && (await this.#readOn(list, patienceMs))) onChange();
    if (await list.settleDoubts()) onChange();
  }

  /** The further pages of one list. */
  async #readOn(list: AnyListMirror, patienceMs: number): Promise<boolean> {
    let changed = false;
    let restarts = 0;
    for (;;) {
      const call: Call = await list.nextCall(patienceMs);
      const reply = await this.#parts.client.send(call);
      if (reply.status === 410 && ++restarts > mostRestarts)
        throw new Fault('graph.unavailable', { problem: 'resyncAgainAndAgain', path: call.path });
      const taken = list.take(reply, call);
      changed ||= taken.changed;
      if (!taken.more) return changed;
    }
  }
}
