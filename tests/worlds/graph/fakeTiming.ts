import type { Timing } from '#shared/graph/timing.ts';

type Due = { readonly at: number; readonly order: number; readonly work: () => void };

/** Time that passes when it is told to. */
export class FakeTiming implements Timing {
  #now = 0;
  #order = 0;
  #due: Due[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, work: () => void): () => void {
    const due = { at: this.#now + Math.max(0, ms), order: this.#order, work };
    this.#order += 1;
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((one) => one !== due);
    };
  }

  /** Lets everything happen that is due until then, promises included. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (;;) {
      const next = this.#due
        .filter((one) => one.at <= until)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!next) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.work();
      await settled();
    }
    this.#now = until;
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
