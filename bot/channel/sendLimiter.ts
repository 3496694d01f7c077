/** So many calls in so many milliseconds. */
type Window = { readonly calls: number; readonly ms: number };

export type SendLimits = {
  readonly perConversation: readonly Window[];
  readonly overall: readonly Window[];
};

/** What Teams allows one bot (platform A7). */
export const teamsLimits: SendLimits = {
  perConversation: [
    { calls: 7, ms: 1_000 },
    { calls: 8, ms: 2_000 },
    { calls: 60, ms: 30_000 },
    { calls: 1_800, ms: 3_600_000 },
  ],
  overall: [{ calls: 50, ms: 1_000 }],
};

export type Timing = {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

const realTiming: Timing = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** For two clocks that do not run alike. */
const margin = 1.005;

const lasts = ({ ms }: Window): number => ms * margin;

/** The calls of one kind that are under way, and that ended as far back as the longest window. */
class Calls {
  readonly #windows: readonly Window[];
  readonly #longest: number;
  #ended: number[] = [];
  #underWay = 0;

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
    this.#longest = Math.max(...windows.map(lasts));
  }

  /** How long until one more is allowed; 0 = now, and without end while it hangs on an answer. */
  waitMs(now: number): number {
    return Math.max(
      0,
      ...this.#windows.map((window) => {
        const free = window.calls - this.#underWay;
        if (free <= 0) return Number.POSITIVE_INFINITY;
        const oldest = this.#ended.at(-free);
        return oldest === undefined ? 0 : oldest + lasts(window) - now;
      }),
    );
  }

  begin(): void {
    this.#underWay += 1;
  }

  end(now: number): void {
    this.#underWay -= 1;
    const since = now - this.#longest;
    if (this.#ended.length > 64 && (this.#ended[0] ?? now) < since)
      this.#ended = this.#ended.filter((at) => at >= since);
    this.#ended.push(now);
  }

  isIdle(now: number): boolean {
    return this.#underWay === 0 && (this.#ended.at(-1) ?? 0) < now - this.#longest;
  }
}

/** Somebody who would have had to wait too long, and for how long; nothing was called. */
export class NotYet {
  readonly waitMs: number;

  constructor(waitMs: number) {
    this.waitMs = waitMs;
  }
}

/** What hangs on somebody's answer is asked about again after this long. */
const unknownWaitMs = 1_000;

/**
 * Lets calls to the Connector through no faster than Teams takes them; each chat in order. Teams
 * counts a call some time between its leaving and its answer, so it is counted from its answer: no
 * window of theirs can hold more than the limit, wherever it begins (infra/decisions/0039).
 */
export class SendLimiter {
  readonly #limits: SendLimits;
  readonly #timing: Timing;
  readonly #overall: Calls;
  readonly #conversations = new Map<string, Calls>();
  readonly #queues = new Map<string, Promise<number>>();
  /** Those who hang on somebody's answer. */
  readonly #hanging = new Set<() => void>();

  constructor(limits: SendLimits = teamsLimits, timing: Timing = realTiming) {
    this.#limits = limits;
    this.#timing = timing;
    this.#overall = new Calls(limits.overall);
  }

  /**
   * Makes the call when it may be made; those of one conversation begin in order. Whoever would have
   * to wait longer than `mostMs` is told so at once.
   */
  async through<T>(
    conversationId: string,
    call: () => Promise<T>,
    mostMs = Number.POSITIVE_INFINITY,
  ): Promise<T | NotYet> {
    const mine = this.#callsOf(conversationId);
    const waitMs = await this.#turn(conversationId, mine, this.#timing.now() + mostMs);
    if (waitMs > 0) return new NotYet(waitMs);
    try {
      return await call();
    } finally {
      const now = this.#timing.now();
      mine.end(now);
      this.#overall.end(now);
      for (const wake of this.#hanging) wake();
    }
  }

  /** 0 when it is this one's turn. */
  #turn(conversationId: string, its: Calls, deadline: number): Promise<number> {
    const before = this.#queues.get(conversationId) ?? Promise.resolve(0);
    const mine = before.then(() => this.#admit(its, deadline));
    this.#queues.set(conversationId, mine);
    return mine.finally(() => {
      if (this.#queues.get(conversationId) === mine) this.#queues.delete(conversationId);
    });
  }

  async #admit(its: Calls, deadline: number): Promise<number> {
    for (;;) {
      const now = this.#timing.now();
      const waitMs = Math.max(its.waitMs(now), this.#overall.waitMs(now));
      if (waitMs <= 0) {
        its.begin();
        this.#overall.begin();
        return 0;
      }
      if (Number.isFinite(waitMs)) {
        if (now + waitMs > deadline) return waitMs;
        await this.#timing.sleep(waitMs);
      } else if (!(await this.#answerBefore(deadline - now))) return unknownWaitMs;
    }
  }

  /** Whether somebody's call was answered within the time. */
  async #answerBefore(mostMs: number): Promise<boolean> {
    const { promise, wake } = this.#nextAnswer();
    const late = Number.isFinite(mostMs) ? [this.#timing.sleep(mostMs).then(() => false)] : [];
    try {
      return await Promise.race([promise, ...late]);
    } finally {
      this.#hanging.delete(wake);
    }
  }

  #nextAnswer() {
    let wake = (): void => undefined;
    const promise = new Promise<boolean>((resolve) => {
      wake = () => resolve(true);
      this.#hanging.add(wake);
    });
    return { promise, wake };
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
      if (calls.isIdle(now) && !this.#queues.has(id)) this.#conversations.delete(id);
  }
}
