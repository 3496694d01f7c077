/** So many calls in so many milliseconds. */
type Window = { readonly calls: number; readonly ms: number };

export type SendLimits = {
  readonly perConversation: readonly Window[];
  readonly overall: readonly Window[];
};

/**
 * What Teams allows one bot (platform A7); fifty a second go out in small lots, because what leaves
 * together arrives apart, and into the second after.
 */
export const teamsLimits: SendLimits = {
  perConversation: [
    { calls: 7, ms: 1_000 },
    { calls: 8, ms: 2_000 },
    { calls: 60, ms: 30_000 },
    { calls: 1_800, ms: 3_600_000 },
  ],
  overall: [
    { calls: 50, ms: 1_000 },
    { calls: 10, ms: 200 },
  ],
};

export type Timing = {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

const realTiming: Timing = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Teams counts when a call arrives, and the network takes one a little sooner or later than another:
 * a window is taken for so much longer than it is.
 */
const slack = 0.08;

const longestMs = (windows: readonly Window[]): number =>
  Math.max(...windows.map(({ ms }) => ms * (1 + slack)));

/** The calls of one kind, as far back as its longest window. */
class Calls {
  readonly #windows: readonly Window[];
  #at: number[] = [];

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
  }

  /** How long until one more is allowed; 0 = now. */
  waitMs(now: number): number {
    return Math.max(
      0,
      ...this.#windows.map(({ calls, ms }) => {
        const oldest = this.#at.at(-calls);
        return oldest === undefined ? 0 : oldest + ms * (1 + slack) - now;
      }),
    );
  }

  count(now: number): void {
    const since = now - longestMs(this.#windows);
    if (this.#at.length > 64 && (this.#at[0] ?? now) < since)
      this.#at = this.#at.filter((at) => at >= since);
    this.#at.push(now);
  }

  isIdle(now: number): boolean {
    return (this.#at.at(-1) ?? 0) < now - longestMs(this.#windows);
  }
}

/** Lets calls to the Connector through no faster than Teams takes them; each chat in order. */
export class SendLimiter {
  readonly #limits: SendLimits;
  readonly #timing: Timing;
  readonly #overall: Calls;
  readonly #conversations = new Map<string, Calls>();
  readonly #queues = new Map<string, Promise<number>>();

  constructor(limits: SendLimits = teamsLimits, timing: Timing = realTiming) {
    this.#limits = limits;
    this.#timing = timing;
    this.#overall = new Calls(limits.overall);
  }

  /**
   * Resolves with 0 when the call may be made; callers of one conversation get through in order.
   * Somebody who would have to wait longer than `mostMs` is told at once how long.
   */
  turn(conversationId: string, mostMs = Number.POSITIVE_INFINITY): Promise<number> {
    const deadline = this.#timing.now() + mostMs;
    const before = this.#queues.get(conversationId) ?? Promise.resolve(0);
    const mine = before.then(() => this.#admit(conversationId, deadline));
    this.#queues.set(conversationId, mine);
    return mine.finally(() => {
      if (this.#queues.get(conversationId) === mine) this.#queues.delete(conversationId);
    });
  }

  async #admit(conversationId: string, deadline: number): Promise<number> {
    const calls = this.#callsOf(conversationId);
    for (;;) {
      const now = this.#timing.now();
      const waitMs = Math.max(calls.waitMs(now), this.#overall.waitMs(now));
      if (waitMs <= 0) {
        calls.count(now);
        this.#overall.count(now);
        return 0;
      }
      if (now + waitMs > deadline) return waitMs;
      await this.#timing.sleep(waitMs);
    }
  }

  #callsOf(conversationId: string): Calls {
    const known = this.#conversations.get(conversationId);
    if (known) return known;
    this.#forgetIdle();
    const made = new Calls(this.#limits.perConversation);
    this.#conversations.set(conversationId, made);
    return made;
  }

  #forgetIdle(): void {
    if (this.#conversations.size < 1_000) return;
    const now = this.#timing.now();
    for (const [id, calls] of this.#conversations)
      if (calls.isIdle(now)) this.#conversations.delete(id);
  }
}
