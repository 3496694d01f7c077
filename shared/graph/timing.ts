/** Time as the limiter sees it, so that a test can turn hours into nothing. */
export interface Timing {
  /** Milliseconds that only rise; no calendar. */
  now(): number;
  /** Calls back once; what is returned calls it off. */
  after(ms: number, work: () => void): () => void;
}

/** A timer cannot be set further ahead than this; whoever waits longer looks again. */
const longestTimer = 2 ** 31 - 1;

export const realTiming: Timing = {
  now: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, Math.min(Math.max(ms, 0), longestTimer));
    return () => clearTimeout(timer);
  },
};

export const pause = (timing: Timing, ms: number): Promise<void> =>
  new Promise((resolve) => {
    timing.after(ms, resolve);
  });
