import { Fault } from '#shared/useCases/ports.ts';
import type { Headroom } from './retryAfter.ts';
import type { Timing } from './timing.ts';

/** A decision's write goes before what somebody waits to see, and that before the background. */
export type Priority = 'write' | 'read' | 'background';

export type Entry = {
  /** Resource units (platform C4): 1 for an item or a delta, 2 for a query or a write. */
  readonly units: number;
  readonly priority: Priority;
  /** Gives up, with nothing sent, when it would have to wait longer than this. */
  readonly patienceMs: number;
};

export type Budget = {
  readonly units: number;
  readonly perMs: number;
  /** Calls under way at once. */
  readonly concurrency: number;
};

type Waiting = Entry & {
  readonly deadline: number;
  readonly admit: () => void;
  readonly refuse: (fault: Fault) => void;
};

/** For two clocks that do not run alike; what travels is counted until its answer is here. */
const windowMargin = 1.002;
/** Spent units are remembered in this many lumps per window. */
const lumpsPerWindow = 600;
/** What the background leaves to the others. */
const backgroundShare = 0.8;
const backgroundSlots = 2;

/**
 * One per tenant and process: nothing goes out before the time the service named, nor over the
 * budget, nor more at once than is good for it.
 */
export class Limiter {
  readonly #timing: Timing;
  readonly #budget: Budget;
  readonly #waiting: Record<Priority, Waiting[]> = { write: [], read: [], background: [] };
  readonly #spent: { units: number; readonly until: number }[] = [];
  #spentUnits = 0;
  #underWay = 0;
  #unitsUnderWay = 0;
  #closedUntil = 0;
  /** The first of those that wait to lose patience, or one that is gone already. */
  #firstDeadline = Number.POSITIVE_INFINITY;
  #headroom: { units: number; readonly until: number } | undefined;
  #callOff: (() => void) | undefined;
  readonly counts = { sent: 0, units: 0, throttled: 0 };

  constructor(timing: Timing, budget: Budget) {
    this.#timing = timing;
    this.#budget = budget;
  }

  /** Resolves when the call may go out; `leave` must follow. */
  enter(entry: Entry): Promise<void> {
    return new Promise((admit, refuse) => {
      const deadline = this.#timing.now() + entry.patienceMs;
      this.#firstDeadline = Math.min(this.#firstDeadline, deadline);
      this.#waiting[entry.priority].push({ ...entry, deadline, admit, refuse });
      this.#admitAll();
    });
  }

  /** The call is over; what the service said is left, if it did. */
  leave(entry: Pick<Entry, 'units'>, headroom?: Headroom): void {
    this.#underWay -= 1;
    this.#unitsUnderWay -= entry.units;
    this.#spend(entry.units);
    // What is under way may not have been counted over there yet.
    if (headroom)
      this.#headroom = {
        units: headroom.units - this.#unitsUnderWay,
        until: this.#timing.now() + headroom.forMs,
      };
    this.#admitAll();
  }

  /** The service said no: nobody goes out before the time. */
  close(ms: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.#timing.now() + ms);
    this.#admitAll();
  }

  throttled(): void {
    this.counts.throttled += 1;
  }

  /** How long everybody still has to wait, in ms; 0 when open. */
  closedFor(): number {
    return Math.max(0, this.#closedUntil - this.#timing.now());
  }

  #admitAll(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#forget();
    this.#refuseImpatient();
    for (;;) {
      const next = this.#next();
      if (!next) return;
      const at = this.#earliest(next);
      if (at === undefined || at > this.#timing.now()) {
        this.#lookAgain(at ?? Number.POSITIVE_INFINITY);
        return;
      }
      this.#admit(next);
    }
  }

  #next(): Waiting | undefined {
    const { write, read, background } = this.#waiting;
    return write[0] ?? read[0] ?? background[0];
  }

  /** When this one may go; undefined while it waits for a place that somebody leaves. */
  #earliest(next: Waiting): number | undefined {
    const background = next.priority === 'background';
    const places = this.#budget.concurrency - (background ? backgroundSlots : 0);
    if (this.#underWay >= Math.max(1, places)) return undefined;
    const share = background ? backgroundShare : 1;
    const affordable = this.#whenAffordable(next.units, this.#budget.units * share);
    if (affordable === undefined) return undefined;
    return Math.max(this.#closedUntil, affordable, this.#whenHeadroom(next.units));
  }

  /**
   * Undefined while only what is under way stands in between. A call dearer than the whole budget
   * goes out alone, else it never would.
   */
  #whenAffordable(units: number, most: number): number | undefined {
    let left = this.#spentUnits + this.#unitsUnderWay;
    let at = 0;
    for (const lump of this.#spent) {
      if (left + units <= most) return at;
      left -= lump.units;
      at = lump.until;
    }
    return left + units <= most || left === 0 ? at : undefined;
  }

  #whenHeadroom(units: number): number {
    const room = this.#headroom;
    if (!room || room.until <= this.#timing.now() || room.units >= units) return 0;
    return room.until;
  }

  #admit(next: Waiting): void {
    this.#waiting[next.priority].shift();
    this.#underWay += 1;
    this.#unitsUnderWay += next.units;
    if (this.#headroom) this.#headroom.units -= next.units;
    this.counts.sent += 1;
    this.counts.units += next.units;
    next.admit();
  }

  /**
   * The service counts a call at some time between its sending and its answer. Counted from the
   * answer, no window of the service's can ever hold more than the budget, wherever it begins.
   */
  #spend(units: number): void {
    const window = this.#budget.perMs * windowMargin;
    const lump = window / lumpsPerWindow;
    const until = (Math.floor(this.#timing.now() / lump) + 1) * lump + window;
    const last = this.#spent.at(-1);
    if (last?.until === until) last.units += units;
    else this.#spent.push({ units, until });
    this.#spentUnits += units;
  }

  #forget(): void {
    const now = this.#timing.now();
    const kept = this.#spent.findIndex((lump) => lump.until > now);
    const gone = this.#spent.splice(0, kept === -1 ? this.#spent.length : kept);
    for (const lump of gone) this.#spentUnits -= lump.units;
  }

  /** Whoever would have to wait too long is told at once, while it is certain that nothing went out. */
  #refuseImpatient(): void {
    const now = this.#timing.now();
    const open = Math.max(now, this.#closedUntil);
    if (this.#firstDeadline >= open) return;
    for (const queue of Object.values(this.#waiting)) {
      const late = queue.filter((one) => one.deadline < open);
      queue.splice(0, queue.length, ...queue.filter((one) => one.deadline >= open));
      for (const one of late)
        one.refuse(new Fault('graph.throttled', { retryAfterMs: open - now, outcome: 'notSent' }));
    }
    const left = Object.values(this.#waiting).flat();
    this.#firstDeadline = Math.min(...left.map((one) => one.deadline), Number.POSITIVE_INFINITY);
  }

  #lookAgain(at: number): void {
    const when = Math.min(at, this.#firstDeadline + 1);
    if (!Number.isFinite(when)) return;
    this.#callOff = this.#timing.after(when - this.#timing.now(), () => {
      this.#callOff = undefined;
      this.#admitAll();
    });
  }
}
