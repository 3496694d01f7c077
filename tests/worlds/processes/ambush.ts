import type { ServerResponse } from 'node:http';
import type { Write } from './labels.ts';

/** Where a process is to die: at the n-th such write of a project, before or after it is done. */
export type Point = {
  readonly label: string;
  readonly nth: number;
  readonly side: 'before' | 'after';
};

type Armed = { readonly point: Point; seen: number };
export type Reached = { readonly point: Point; readonly project: string };

/** The places where the processes of a world are to die, and what is held in mid-air there. */
export class Ambush {
  lastSeenAt = 0;
  /** Every write as it came, while somebody listens. */
  onWrite: ((write: Write) => void) | undefined;
  readonly #armed = new Map<string, Armed>();
  readonly #held = new Set<ServerResponse>();
  readonly #hits = new Set<string>();

  arm(project: string, point: Point): void {
    this.#armed.set(project, { point, seen: 0 });
  }

  disarm(): void {
    this.#armed.clear();
  }

  /** How many are to die and have not come to their place. */
  get waiting(): number {
    return this.#armed.size;
  }

  /** The projects whose next step is held back now. */
  get hits(): readonly string[] {
    return [...this.#hits];
  }

  /** Looks at a write that goes by; says so when it is the one. */
  meet(writes: readonly Write[]): Reached | undefined {
    if (writes.length > 0) this.lastSeenAt = performance.now();
    for (const write of writes) this.onWrite?.(write);
    return writes.map((write) => this.#reached(write)).find((one) => one !== undefined);
  }

  hold(res: ServerResponse, project: string): void {
    this.#held.add(res);
    this.#hits.add(project);
  }

  struck(project: string): void {
    this.#hits.add(project);
  }

  /** The senders are dead: what was held is thrown away. */
  drop(): void {
    for (const res of this.#held) res.destroy();
    this.#held.clear();
    this.#hits.clear();
  }

  #reached({ project, label }: Write): Reached | undefined {
    const armed = project === null ? undefined : this.#armed.get(project);
    if (!armed || project === null || armed.point.label !== label) return undefined;
    armed.seen += 1;
    if (armed.seen !== armed.point.nth) return undefined;
    this.#armed.delete(project);
    return { point: armed.point, project };
  }
}
