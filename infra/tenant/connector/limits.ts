import { HttpRefusal } from '../http.ts';

/** So many calls in so many seconds. */
export interface Window {
  readonly calls: number;
  readonly seconds: number;
}

export interface ConnectorLimits {
  readonly send: readonly Window[];
  readonly read: readonly Window[];
  readonly global: readonly Window[];
}

/** What Teams allows one bot: in one conversation, and in all of a tenant together. */
export const teamsLimits: ConnectorLimits = {
  send: [
    { calls: 7, seconds: 1 },
    { calls: 8, seconds: 2 },
    { calls: 60, seconds: 30 },
    { calls: 1800, seconds: 3600 },
  ],
  read: [
    { calls: 14, seconds: 1 },
    { calls: 16, seconds: 2 },
    { calls: 120, seconds: 30 },
    { calls: 3600, seconds: 3600 },
  ],
  global: [{ calls: 50, seconds: 1 }],
};

/** Counts the calls of the last hour per conversation, in real time. */
export class Limiter {
  limits: ConnectorLimits;
  readonly #calls = new Map<string, number[]>();

  constructor(limits: ConnectorLimits = teamsLimits) {
    this.limits = limits;
  }

  /** Lets a call through and counts it, or refuses it with how long to wait. */
  admit(kind: 'send' | 'read', conversationId: string): void {
    const now = Date.now();
    const asked = [
      { key: `${kind}/${conversationId}`, windows: this.limits[kind] },
      { key: 'global', windows: this.limits.global },
    ];
    for (const { key, windows } of asked) this.#check(key, windows, now);
    for (const { key, windows } of asked) this.#count(key, windows, now);
  }

  #check(key: string, windows: readonly Window[], now: number): void {
    const calls = this.#calls.get(key) ?? [];
    for (const window of windows) {
      const oldest = calls[calls.length - window.calls];
      const freeAt = (oldest ?? 0) + window.seconds * 1000;
      if (oldest === undefined || freeAt <= now) continue;
      const seconds = Math.max(1, Math.ceil((freeAt - now) / 1000));
      throw new HttpRefusal(429, 'Throttled', 'Too many requests.', {
        'retry-after': String(seconds),
      });
    }
  }

  #count(key: string, windows: readonly Window[], now: number): void {
    const longest = Math.max(0, ...windows.map(({ seconds }) => seconds)) * 1000;
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > now - longest);
    calls.push(now);
    this.#calls.set(key, calls);
  }
}
